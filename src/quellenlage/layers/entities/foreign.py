"""Institutions in English and Russian texts, under the German noun that makes them one across languages."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from quellenlage.layers.entities.adjectives import adjective_of
from quellenlage.layers.entities.cyrillic import nominatives
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import Entry, gazetteer, rows, stem
from quellenlage.layers.entities.words import WILL_ENGLISH

_KEY: Final = 3
"""Letters of the first stem by which Russian forms are looked up."""
_ENDING: Final = 4
"""Longest Russian case ending."""
_ABBREVIATION: Final = 4
"""Russian forms of up to so many letters are abbreviations and stand as they are."""
_OF: Final = frozenset(["of", "in"])


class Body(NamedTuple):
    """An institution: German noun in lower case, class, and what its identity depends on."""

    base: str
    kind: str
    scope: str


@cache
def _english() -> dict[tuple[str, ...], Body]:
    return {
        tuple(form.split()): Body(*rest)
        for language, form, *rest in rows("institutions-foreign.tsv", columns=5)[1:]
        if language == "en"
    }


@cache
def _russian() -> dict[str, list[tuple[tuple[str, ...], Body]]]:
    out: dict[str, list[tuple[tuple[str, ...], Body]]] = {}
    for language, form, *rest in rows("institutions-foreign.tsv", columns=5)[1:]:
        if language == "ru":
            out.setdefault(form[:_KEY], []).append((tuple(form.split()), Body(*rest)))
    for same in out.values():
        same.sort(key=lambda row: (-len(row[0]), -len(row[0][0])))
    return out


def _inflects(word: str, stem_: str) -> bool:
    if len(stem_) < _ABBREVIATION:
        return word.lower() == stem_
    return word.lower().startswith(stem_) and len(word) <= len(stem_) + _ENDING


def foreign_body(line: Line, i: int, *, language: str) -> tuple[Body, int] | None:
    """Return the institution that a common noun at token ``i`` names, and how many tokens it takes; or None."""
    if language == "ru":
        for stems, body in _russian().get(line.word(i).lower()[:_KEY], ()):
            if all(_inflects(line.word(i + k), part) for k, part in enumerate(stems)):
                return body, len(stems)
        return None
    low = [line.word(k).lower() for k in range(i, i + 5)]
    for size in range(4, 0, -1):
        found = _english().get(tuple(low[:size]))
        if found is not None:
            return found, size
        if low[size - 1] in {"'s", "’s"}:  # prosecutor 's office
            found = _english().get((*low[: size - 2], low[size - 2] + "'s", *low[size : size + 1]))
            if found is not None:
                return found, size + 1
    return None


def _place(line: Line, i: int, *, language: str) -> Entry | None:
    """Return the country, body or city that a token names in any case."""
    known = line.entries.get(i)
    if known is not None and known.kind in {"country", "state", "region", "international", "city"}:
        return known
    word, places = line.word(i), gazetteer()
    if not word[:1].isupper():
        return None
    for form in (word, stem(word) if language == "ru" else word.removesuffix("'s")):
        entry = places.words.get(form)
        if entry is not None and entry.kind in {"country", "state", "region", "international"}:
            return entry
    forms = nominatives(word) if language == "ru" else (word,)
    return next((places.cities[form] for form in forms if form in places.cities), None)


def body_before(line: Line, k: int) -> bool:
    """Tell whether an international body stands right before („the OSCE mission“)."""
    entry = line.entries.get(k)
    return entry is not None and entry.kind == "international"


def where(line: Line, i: int, last: int, *, language: str) -> tuple[int, int, str | None, str | None]:
    """Return the first and last token of a name with its country, and the keys of country and city it is told with.

    The country stands before (``азербайджанская таможня``, ``Azerbaijan's customs``) or behind (``МИД Армении``,
    ``the parliament of Chad``); a city behind a preposition is told, but is no part of the name.
    """
    for k in (i - 1, i - 2):
        key = adjective_of(line.word(k), language=language)
        if key is not None:
            return (k if k == i - 1 else i), last, key, None
        if k == i - 1 and body_before(line, k):
            return k, last, line.entries[k].key, None
        if line.word(k)[:1].isupper() and (line.word(i - 1) in {"'s", "’s"} or k == i - 1) and language == "en":
            entry = _place(line, k, language=language)
            if entry is not None:
                return i, last, *_keys(entry)
    behind = last
    if language == "en":
        if line.word(last) not in _OF:
            return i, last, None, None
        behind += 1 + (line.word(last + 1) == "the")
    elif line.word(last) == "в":
        behind += 1
    entry = _place(line, behind, language=language)
    if entry is None:
        return i, last, None, None
    country, city = _keys(entry)
    inside = city is None and (language == "ru") == (behind == last)
    return i, behind + 1 if inside else last, country, city


def _keys(entry: Entry) -> tuple[str | None, str | None]:
    return (None, entry.key) if entry.kind == "city" else (entry.key, None)


def find(line: Line, i: int, *, language: str) -> Found | None:
    """Return the institution named at token ``i`` of an English or Russian sentence and claim its tokens; or None."""
    hit = foreign_body(line, i, language=language)
    if hit is None:
        return None
    body, length = hit
    following = line.word(i + length)
    if length == 1 and line.word(i - 1).lower() in {"a", "an"}:
        return None
    if line.word(i).lower() == "customs" and length == 1 and following.islower() and following not in WILL_ENGLISH:
        return None  # customs officer, customs duties
    first, last, country, city = where(line, i, i + length, language=language)
    if body.kind == "mission" and country is None:
        return None
    words = tuple(token.text for token in line.tokens[first:last])
    found = Found(line.tokens[first].start, line.tokens[last - 1].end, "organization", words, "institution", line.index)
    line.take(first, last)
    found.institution, found.country = (body.base, body.kind, body.scope), country
    if city is not None:
        found.context.append(city)
    return found
