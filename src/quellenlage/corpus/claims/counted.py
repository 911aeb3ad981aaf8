"""What a number counts: its unit and noun, by the words behind it, and its part in the clause, by those around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quellenlage.corpus.claims import wordings
from quellenlage.corpus.claims.numbers import Tables, number
from quellenlage.corpus.claims.quantity import PEOPLE
from quellenlage.corpus.claims.terms import words_of
from quellenlage.layers import german
from quellenlage.layers.annotations import Token

_ADJECTIVE: Final = re.compile(r"[a-zäöüß-]{3,}(?:e|en|er|es)")
_INHABITANT: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:er|ern|innen)")
"""A noun that no table has and that ends so counts people: inhabitants, mostly (``280 Bremer``)."""

_REACH: Final = 3
"""Words behind a number among which stands what it counts (``zwei weitere schwer verletzte Männer``)."""

_BODILY: Final = frozenset({"dead", "injured", "missing", "detained"})
"""Fates of which each side tells those of its own people."""

_FRENCH_OF: Final = frozenset({"de", "d'", "d’"})
"""Words between a French number and its noun (``deux millions de francs``, ``une dizaine d'enfants``)."""

_AROUND: Final = 3
"""Words around a measure among which stands what it measures (``18 Meter in die Tiefe``)."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What stands behind a number.

    Attributes:
        unit: Key of the unit.
        factor: To the unit's base.
        noun: What is counted, as a lemma in lower case.
        behind: Index of the token behind it.
        kind: Kind of what is counted, where the unit has kinds.
    """

    unit: str
    factor: float
    noun: str
    behind: int
    kind: str = ""


def counted(tokens: Sequence[Token], place: int, tables: Tables, *, language: str) -> Counted:
    """Return what the number before ``place`` counts; the unit is ``number`` where nothing behind it can be counted."""
    if place + 1 < len(tokens) and tables.has("partitive", tokens[place].text.lower()):
        whole = number(tokens[place + 1].text, tables, language=language)
        if whole is not None:  # "neun der 31 Waggons": the nine are wagons too
            return counted(tokens, place + 2, tables, language=language)
        if tables.has("possessive", tokens[place + 1].text.lower()):  # "twelve of its officials"
            return counted(tokens, place + 2, tables, language=language)
    if language == "fr":
        place += place < len(tokens) and tokens[place].text.lower() in _FRENCH_OF
        pair = " ".join(token.text.lower() for token in tokens[place : place + 2])
        if " " in pair and pair in tables.units:  # "mètres cubes"
            return _in_unit(pair, pair, tokens, place + 1, tables)
    for at in range(place, min(place + _REACH, len(tokens))):
        word = tokens[at].text
        folded = word.lower()
        if tables.has("case", folded) and (at + 1 == len(tokens) or not tokens[at + 1].text[:1].isupper()):
            return Counted("number", 1.0, "", at + 1)  # "neun Fälle": of what was told before
        if folded in ("per", "pro") and at == place and [t.text for t in tokens[at + 1 : at + 2]] == ["cent"]:
            return Counted("percent", 1.0, "", at + 2)
        if folded in tables.units:
            return _in_unit(folded, folded, tokens, at, tables)
        if language == "de":
            if word[:1].isupper():
                return _german(word, tokens, at, tables)
            if not _ADJECTIVE.fullmatch(word):
                break
        elif at == place and folded.isalpha() and len(folded) > 2 and folded not in words_of(f"{language}.stop"):
            following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
            if following not in tables.units:
                return Counted("count", 1.0, folded.rstrip("s"), at + 1)
        else:
            break
    return Counted("number", 1.0, "", place)


def _in_unit(word: str, noun: str, tokens: Sequence[Token], at: int, tables: Tables) -> Counted:
    key, factor = tables.units[word]
    unit, _, kind = key.partition(".")
    if unit == "length" and _opens(tokens, at + 1, 3, "an hour", tables):
        unit, factor = "speed", factor / 1000
    measure = unit.startswith(("money", "percent")) or unit in MEASURES
    return Counted(unit, factor, "" if measure else noun, at + 1, kind)


def _german(word: str, tokens: Sequence[Token], at: int, tables: Tables) -> Counted:
    lemma = german.noun_lemma(word) or word
    if lemma == word and not german.is_noun(word) and _INHABITANT.fullmatch(word):
        return Counted("person", 1.0, word.lower(), at + 1, word.lower())
    tail = (german.head_noun(word) or "").lower()
    if tail in tables.units:
        return _in_unit(tail, lemma.lower(), tokens, at, tables)
    return Counted("count", 1.0, lemma.lower(), at + 1)


MEASURES: Final = frozenset(
    {"length", "duration", "volume", "mass", "area", "power", "speed", "magnitude", "temperature", "clock"}
)
"""Units of measure; the unit's own word says nothing of what is measured."""


def is_rate(tokens: Sequence[Token], place: int, tables: Tables) -> bool:
    """Tell whether what is counted is counted for a stretch of time (``vier Schiffe in der Woche``)."""
    return _opens(tokens, place, 3, "rate", tables)


def is_part(tokens: Sequence[Token], first: int, place: int, tables: Tables, *, language: str) -> bool:
    """Tell whether a number counts part of others.

    ``zwei davon``, ``darunter zwei Kinder``, of those who were hurt also ``zwei seiner Leute``, and what happened in
    one place of several (``In der Stadt Myra starben sieben``).
    """
    before = tokens[first - 1].text.lower() if first else ""
    if any(_opens(tokens, at, 3, "within", tables) for at in range(len(tokens))):
        return True
    if tables.has("including", before) or _opens(tokens, place, 2, "owner", tables):
        return True
    fate = wordings.first("fate", language, " ".join(token.text.lower() for token in tokens))
    return fate is not None and fate[0] in _BODILY and _opens(tokens, place, 2, "own", tables)


def _opens(tokens: Sequence[Token], place: int, most: int, name: str, tables: Tables) -> bool:
    """Tell whether a word or phrase of a closed class stands at ``place``."""
    words = [token.text.lower() for token in tokens[place : place + most]]
    return any(tables.has(name, " ".join(words[:size])) for size in range(1, len(words) + 1))


def role(tokens: Sequence[Token], first: int, behind: int, unit: str, tables: Tables) -> str:
    """Return what a number is to others in its clause.

    ``change`` is what something rose or fell by, ``from`` what it was before, ``whole`` that of which a part is
    counted. A number that is none of these has no role.

    Args:
        tokens: The clause's tokens.
        first: Index of the number or of the bound before it.
        behind: Index behind what is counted.
        unit: Its unit.
        tables: The language's tables.
    """
    before = tokens[first - 1].text.lower() if first else ""
    if first > 1 and tables.has("partitive", before):
        count = tokens[first - 2].text.lower()
        if count[:1].isdigit() or count in tables.numbers:
            return "whole"  # "neun der 31 Waggons"
    after = tokens[behind].text.lower() if behind < len(tokens) else ""
    about = any(tables.has("go", token.text.lower()) for token in tokens[max(0, first - 4) : first])
    rises = unit in MEASURES or unit.startswith(("money", "percent")) or unit == "number"
    rises = rises or any(tables.has("rises", token.text.lower()) for token in tokens) or not tables.words.get("rises")
    grown = before in _FRENCH_OF and any(tables.has("rises", t.text.lower()) for t in tokens[max(0, first - 3) : first])
    by = grown or (tables.has("by", before) and not about and rises)
    if by or (unit != "duration" and tables.has("compared", after)):
        return "change"
    if tables.has("from", before):
        rest = [token.text.lower() for token in tokens[behind : behind + 3]]
        if any(tables.has("to", word) for word in rest):
            return "from"
    return ""


def dimension(tokens: Sequence[Token], first: int, behind: int, tables: Tables) -> str:
    """Return what a length measures, by the nearest word for it: ``up``, ``flat``, ``way``, or nothing."""
    for distance in range(_AROUND):
        for at in (behind + distance, first - 1 - distance):
            if 0 <= at < len(tokens) and tokens[at].text.lower() in tables.kinds:
                return tables.kinds[tokens[at].text.lower()]
    return ""


def counted_before(tokens: Sequence[Token], place: int, tables: Tables) -> Counted | None:
    """Return what a number behind its noun counts (``Tote gab es zwölf``, ``машин было 29``)."""
    if place < 2 or not tables.has("are", tokens[place - 1].text.lower()):
        return None
    word = tokens[place - 2].text.lower()
    return _in_unit(word, word, tokens, place - 1, tables) if word in tables.units else None


def number_of(tokens: Sequence[Token], tables: Tables) -> Counted | None:
    """Return what ``die Zahl der Opfer ist auf neun gestiegen`` counts."""
    for place, token in enumerate(tokens[:-2]):
        if tables.has("number of", token.text.lower()):
            for at in range(place + 1, min(place + 4, len(tokens))):
                word = tokens[at].text.lower()
                if word in tables.units and tables.units[word][0].partition(".")[0] in PEOPLE:
                    return _in_unit(word, word, tokens, at, tables)
    return None
