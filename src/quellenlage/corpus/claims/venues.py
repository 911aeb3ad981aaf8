"""Where something took place, told by a building or a place that no gazetteer has: palace, hotel, town hall, village.

Cities are compared as entities (``verdicts.py``). ``Unterzeichnet wurde im Palast Al-Hisn`` and ``signed at the
Corniche hotel`` name two buildings; whether they are two is told by what they are and by their names, and that both
tell of one happening by its words (``resources/anchors.tsv``: ``happening``, ``venue``, ``takesplace``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.moments import other_day
from quellenlage.corpus.claims.wordings import first, tells, wordings
from quellenlage.layers import german
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.entities.cyrillic import nominatives
from quellenlage.layers.entities.sounds import likeness

_CONTEXT: Final = 260
"""Code points before a clause in which stands what took place, where it says no more than that it did."""

_ALIKE: Final = 0.75
"""Likeness of two spellings of one name."""

_NAME: Final = 2
"""Words of a name beside the word for the building."""

_MANY: Final = 6
"""Tellings of where one kind of thing took place from which they are no anchor."""

_WITHIN: Final = frozenset({"hall", "bridge"})
"""What can lie in any other."""

_SEATS: Final = frozenset({"palace", "residence"})
"""Kinds of which one building can be both."""

_ADJECTIVE: Final = re.compile(r"[A-ZÄÖÜ]\w+er")


@dataclass(frozen=True, slots=True)
class Venue:
    """Where a clause says that something took place.

    Attributes:
        happening: What took place (``sign``, ``talks``).
        kind: What the place is (``palace``), ``city`` for a place that only has a name.
        name: Its name, or an empty string.
        words: The place as the text has it.
    """

    happening: str
    kind: str
    name: str
    words: str


def venue(assertion: Assertion, article: Annotations) -> Venue | None:
    """Return where an assertion says that something took place, or None.

    Args:
        assertion: The assertion; what it denies or plans is left out by the caller.
        article: Its article, in which the words before it tell what took place.
    """
    language, text = assertion.language, article.document.text
    told = first("happening", language, assertion.print)
    if told is None and tells("takesplace", language, assertion.print):
        before = text[max(0, assertion.span.start - _CONTEXT) : assertion.span.start].lower()
        told = first("happening", language, re.sub(r"[^\w-]+", " ", before))
    if told is None:
        return None
    words = assertion.words.split()
    for place in range(len(words)):
        kind = _kind(words[place], language)
        if kind is not None and _stands(words, place, language):
            name = _named(words, place, language)
            return Venue(told[0], kind, " ".join(name), " ".join((*name, words[place])))
    if tells("takesplace", language, assertion.print):
        cities = [assertion.names[city] for city in assertion.entities if _is_town(article, assertion, city)]
        if len(cities) == 1:
            return Venue(told[0], "city", cities[0], cities[0])
    return None


def _is_town(article: Annotations, assertion: Assertion, entity: str) -> bool:
    """Tell whether an entity is a place and no country or region."""
    surface = assertion.names[entity]
    inside = (m for m in article.mentions if assertion.span.start <= m.start and m.end <= assertion.span.end)
    for mention in inside:
        if article.document.text[mention.start : mention.end] == surface:
            referent = article.referents[mention.referent]
            known = referent.known or ""
            return referent.type == "place" and (not known or known.startswith("city/"))
    return False


def _kind(word: str, language: str) -> str | None:
    """Return what building or place a word is; in German the end of a compound tells it (``Präsidentenpalast``)."""
    low = word.lower()
    for kind, wording in wordings("venue", language).items():
        if wording.found(low) and (language != "de" or word[:1].isupper()):
            return kind
    return None


def _stands(words: Sequence[str], place: int, language: str) -> bool:
    """Tell whether a clause says that something was there: behind a preposition of place, or *Schauplatz war*."""
    before = [word.lower() for word in words[max(0, place - 4) : place]]
    if any(tells("at", language, word) for word in before):
        return True
    return any(tells("takesplace", language, word) for word in before)


def _named(words: Sequence[str], place: int, language: str) -> list[str]:
    """Return the words of a name beside the word for a building: behind it, before it in English or as ``Lübecker``."""
    behind: list[str] = []
    for word in words[place + 1 : place + 1 + _NAME]:
        if not word[:1].isupper() or (language == "de" and german.is_noun(word) and "-" not in word and behind == []):
            break
        behind.append(word)
    if behind:
        return behind
    if language == "en":
        return [word for word in words[max(0, place - _NAME) : place] if word[:1].isupper()]
    town = words[place - 1] if place else ""
    return [town.removesuffix("er")] if language == "de" and _ADJECTIVE.fullmatch(town) else []


def elsewhere(a: Venue, b: Venue) -> bool:
    """Tell whether two tellings of one happening put it into two places."""
    if a.happening != b.happening:
        return False
    named = bool(a.name and b.name)
    if "city" in (a.kind, b.kind) or a.kind == b.kind == "village":
        return named and not _same_name(a.name, b.name)
    if "village" in (a.kind, b.kind):
        return False  # a house can stand in any village
    if a.kind == b.kind or {a.kind, b.kind} <= _SEATS:
        return named and not _same_name(a.name, b.name)
    return not {a.kind, b.kind} & _WITHIN and not (named and _same_name(a.name, b.name))


def _same_name(a: str, b: str) -> bool:
    """Tell whether two names can be one, in any script: a word of the one sounds like a word of the other."""
    forms = [
        [f for word in name.split() for f in (nominatives(word) if word[0] >= "А" else (word,))] for name in (a, b)
    ]
    return any(likeness(one, two) >= _ALIKE for one in forms[0] for two in forms[1])


def together(
    found: Sequence[Assertion], where: Sequence[Venue | None], roots: Sequence[frozenset[str]]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the pairs (indices) of which two articles tell where one happening took place, with the words for it.

    Args:
        found: The assertions of a story.
        where: Where each says that something took place.
        roots: The origins of each.
    """
    kinds: dict[str, list[int]] = {}
    for number, spot in enumerate(where):
        if spot is not None:
            kinds.setdefault(spot.happening, []).append(number)
    for members in kinds.values():
        if len({found[n].print for n in members}) > _MANY:
            continue
        for place, i in enumerate(members):
            for j in members[place + 1 :]:
                a, b, x, y = found[i], found[j], where[i], where[j]
                if a.article == b.article or roots[i] == roots[j] or other_day(a, b) or x is None or y is None:
                    continue
                if x.kind == y.kind == "city":
                    continue  # as entities they are compared already
                yield i, j, (x.words, y.words)
