"""Quantities in a clause: numbers as figures and words, with their unit and with what they leave open.

``rund 2000 Menschen`` is a quantity of persons of about 2000; ``mindestens 35`` is open upwards; ``Dutzende`` is a
range. Every quantity is an interval, so that two of them exclude each other exactly where their intervals do not meet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quellenlage.corpus.claims.numbers import Tables, bound, figure, interval, number, tables_of
from quellenlage.layers import german
from quellenlage.layers.annotations import Token

_AGE: Final = re.compile(r"\d+-(?:jährig|Jährig|year)")
_ADJECTIVE: Final = re.compile(r"[a-zäöüß-]{3,}(?:e|en|er|es)")
PEOPLE: Final = frozenset({"person", "injured", "dead", "missing", "job"})
"""Units that count people; any of them can be meant by a number of *Menschen*."""

_NUMBER_OF: Final = frozenset({"zahl", "anzahl", "number", "число", "количество"})
_NEGATED: Final = frozenset({"nicht", "not", "не"})
_RATES: Final = frozenset(
    ["täglich", "wöchentlich", "monatlich", "jährlich", "stündlich", "daily", "weekly", "monthly", "yearly", "annually"]
) | frozenset(
    f"{before} {unit}"
    for before, units in (
        ("pro", "tag woche monat jahr stunde"),
        ("je", "tag woche monat jahr stunde"),
        ("am", "tag"),
        ("in der", "woche stunde minute"),
        ("im", "monat jahr"),
        ("jede", "woche stunde"),
        ("jedes", "jahr"),
        ("a", "day week month year"),
        ("per", "day week month year"),
        ("в", "день неделю месяц год"),
    )
    for unit in units.split()
)
_GLUED: Final = re.compile(r"(\d+(?:[.,]\d+)*)([^\W\d]{1,12}|%)")
_SINGLE: Final = frozenset(["ein", "eine", "einen", "einem", "einer", "one", "один", "одна", "одного", "одной"])
_SOMEBODY: Final = frozenset(
    ("mensch", "menschen", "person", "mann", "frau", "kind", "man", "woman", "child", "человек", "человека")
)
_INHABITANT: Final = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:er|ern|innen)")
"""A noun that no table has and that ends so counts people: inhabitants, mostly (``280 Bremer``)."""

PART: Final = "part"
"""Unit of a part of something counted before (``zwei seiner Leute``), which is compared with nothing."""

_OWNERS: Final = frozenset(
    [
        "seiner",
        "ihrer",
        "unserer",
        "meiner",
        "eurer",
        "davon",
        "deren",
        "dessen",
        "darunter",
        "von ihnen",
        "von denen",
        "von uns",
        "aus ihnen",
        "of his",
        "of her",
        "of their",
        "of our",
        "of them",
        "of whom",
        "of its",
        "of those",
        "из них",
        "из его",
        "из ее",
        "из её",
        "из которых",
    ]
)
"""What makes a number before it a part of others."""

_PARTITIVE: Final = frozenset({"der", "von", "of", "из"})
_YEARS: Final = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        start: First code point, of the bounding word where there is one.
        end: One past the last code point of number and scale.
        value: The number as said, in the unit's base (metres, minutes, euros, persons …).
        low: Least value that it admits.
        high: Greatest value that it admits.
        unit: Key of the unit (``money:EUR``, ``person``), ``count`` for a counted noun, ``number`` for a bare number.
        noun: What is counted, as a lemma in lower case; empty for units of measure and bare numbers.
        words: The quantity as the text has it, without the unit of a counted noun.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    unit: str
    noun: str
    words: str

    @property
    def exact(self) -> bool:
        """True where the number is given, at most rounded; False for ranges and open bounds."""
        return self.low > 0.85 * self.value and self.high < 1.15 * self.value if self.value else self.low == self.high

    def meets(self, other: Quantity) -> bool:
        """Tell whether both admit a common value."""
        slack = 1e-9 * max(1.0, abs(self.value), abs(other.value))
        return self.low <= other.high + slack and other.low <= self.high + slack


def _counted(tokens: Sequence[Token], place: int, tables: Tables, *, language: str) -> tuple[str, float, str, int]:
    """Return unit, factor, noun and the index behind it for what stands after a number."""
    if place + 1 < len(tokens) and tokens[place].text.lower() in _PARTITIVE:
        whole = number(tokens[place + 1].text, tables, language=language)
        if whole is not None:  # "neun der 31 Waggons": the nine are wagons too
            return _counted(tokens, place + 2, tables, language=language)
    for reach in range(3):
        if place + reach >= len(tokens):
            break
        word = tokens[place + reach].text
        folded = word.lower()
        if folded in ("per", "pro") and reach == 0 and place + 1 < len(tokens) and tokens[place + 1].text == "cent":
            return "percent", 1.0, "", place + 2
        if folded in tables.units:
            unit, factor = tables.units[folded]
            noun = folded if unit in PEOPLE else ""
            return unit, factor, noun, place + reach + 1
        if language == "de" and word[:1].isupper():
            lemma = german.noun_lemma(word) or word
            if lemma == word and not german.is_noun(word) and _INHABITANT.fullmatch(word):
                return "person", 1.0, folded, place + reach + 1
            tail = (german.head_noun(word) or "").lower()
            if tail in tables.units:
                return tables.units[tail][0], tables.units[tail][1], lemma.lower(), place + reach + 1
            return "count", 1.0, lemma.lower(), place + reach + 1
        if language != "de" and reach == 0 and folded.isalpha() and len(folded) > 2:
            following = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
            if following in tables.units:
                continue
            return "count", 1.0, folded.rstrip("s"), place + 1
        if language == "de" and not _ADJECTIVE.fullmatch(word):
            break
    return "number", 1.0, "", place


def _glued(
    digits: str, unit: str, tables: Tables, kind: str, where: tuple[int, int], text: str, language: str
) -> list[Quantity]:
    """Return a figure written together with its unit (``12km``, ``40%``)."""
    value = figure(digits, language=language)
    if value is None:
        return []
    key, factor = tables.units[unit]
    low, high = interval(value * factor, kind)
    begin, end = where
    return [Quantity(begin, end, value * factor, low, high, key, "", text[begin:end])]


def _one(tokens: Sequence[Token], place: int, tables: Tables) -> float | None:
    """Return 1 for an article or *one* before a victim or a person (``ein Toter``, ``one person``)."""
    if tokens[place].text.lower() not in _SINGLE or place + 1 >= len(tokens):
        return None
    following = tokens[place + 1].text.lower()
    victim = tables.units.get(following, ("", 0.0))[0] in ("injured", "dead", "missing")
    return 1.0 if victim or following in _SOMEBODY else None


def _is_rate(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether what is counted is counted for a stretch of time (``vier Schiffe in der Woche``)."""
    words = [token.text.lower() for token in tokens[place : place + 3]]
    return bool(words) and (words[0] in _RATES or " ".join(words[:2]) in _RATES or " ".join(words[:3]) in _RATES)


def _is_part(tokens: Sequence[Token], place: int) -> bool:
    words = [token.text.lower() for token in tokens[place : place + 2]]
    return bool(words) and (words[0] in _OWNERS or " ".join(words) in _OWNERS)


def _number_of(tokens: Sequence[Token], tables: Tables) -> tuple[str, str] | None:
    """Return unit and noun of ``die Zahl der Opfer ist auf neun gestiegen``."""
    for place, token in enumerate(tokens[:-2]):
        if token.text.lower() in _NUMBER_OF:
            for later in tokens[place + 1 : place + 4]:
                found = tables.units.get(later.text.lower())
                if found is not None and found[0] in PEOPLE:
                    return found[0], later.text.lower()
    return None


def quantities(
    tokens: Sequence[Token],
    text: str,
    *,
    language: str,
    taken: Sequence[tuple[int, int]] = (),
    people: frozenset[int] = frozenset(),
) -> tuple[Quantity, ...]:
    """Return the quantities of a clause, in order.

    Args:
        tokens: The clause's tokens.
        text: The document's text.
        language: ``de``, ``en`` or ``ru``; figures are read as in German elsewhere.
        people: Starts of tokens that name people by their nation (``280.000 Moldauer``).
        taken: Ranges of code points that are dates or times and hold no quantity.
    """
    tables = tables_of(language)
    out: list[Quantity] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        folded = token.text.lower()
        if any(start <= token.start < end for start, end in taken) or _AGE.match(token.text):
            place += 1
            continue
        vague = tables.vague.get(folded)
        if vague and (language != "de" or token.text[:1].isupper()):
            unit, _, noun, _ = _counted(tokens, place + 1, tables, language=language)
            low, high = vague
            out.append(
                Quantity(
                    token.start, token.end, low, low, high, unit if unit != "number" else "count", noun, token.text
                )
            )
            place += 1
            continue
        if folded in tables.fractions and (language != "de" or token.text[:1].isupper()):
            kind, first = bound(
                tokens,
                place - 1
                if place and tokens[place - 1].text.lower() in ("der", "die", "ein", "einem", "eines", "a", "one")
                else place,
                tables,
            )
            times = number(tokens[place - 1].text, tables, language=language) if place else None
            value = 100 * tables.fractions[folded] * (times or 1)
            begin = min(tokens[first].start, tokens[place - 1].start if times else token.start)
            low, high = interval(value, kind)
            out.append(Quantity(begin, token.end, value, low, high, "percent", "", text[begin : token.end]))
            place += 1
            continue
        if place and tokens[place - 1].text.lower() in _NEGATED and tokens[place - 1].end < token.start:
            skip = number(token.text, tables, language=language)
            if skip is not None:  # "almost two hours, not 40 minutes"
                place += 1
                continue
        glued = _GLUED.fullmatch(token.text)
        if glued and glued[2].lower() in tables.units:
            kind, first = bound(tokens, place, tables)
            begin = tokens[first].start if kind else token.start
            out.extend(_glued(glued[1], glued[2].lower(), tables, kind, (begin, token.end), text, language))
            place += 1
            continue
        value_here = _one(tokens, place, tables) or number(token.text, tables, language=language)
        if value_here is None or (folded in ("beide", "beiden", "both")):
            place += 1
            continue
        if (
            token.text.isdigit()
            and text[token.end : token.end + 2] in (". ", ".")
            and language == "de"
            and place + 1 < len(tokens)
            and tokens[place + 1].start > token.end
        ):
            place += 1
            continue  # an ordinal: its full stop is no token of the clause
        last, value = place, value_here
        while last + 1 < len(tokens) and tokens[last + 1].text.lower() in tables.scales:
            last += 1
            value *= tables.scales[tokens[last].text.lower()]
        prefix = text[token.start - 1 : token.start]
        unit, factor, noun, behind = _counted(tokens, last + 1, tables, language=language)
        if _is_part(tokens, last + 1):
            unit, factor = PART, 1.0
        if prefix in "$€£" and prefix:
            unit, factor = tables.units[prefix]
        if unit == "count" and _is_rate(tokens, behind):
            unit = "rate"
        if unit == "count" and behind <= len(tokens) and tokens[behind - 1].start in people:
            unit = "person"
        if unit == "number":
            unit, noun = _number_of(tokens, tables) or (unit, noun)
        kind, first = bound(tokens, place, tables)
        a_year = last == place and token.text.isdigit() and len(token.text) == 4 and int(token.text) in _YEARS
        if unit == "clock" or (a_year and not kind and (unit == "number" or (unit == "count" and behind > last + 2))):
            place = last + 1
            continue
        value *= factor
        low, high = interval(value, kind)
        begin = tokens[first].start if kind else token.start
        end = tokens[last].end
        if unit.startswith(("money", "percent")) or unit in ("length", "duration", "volume", "mass"):
            shown = last + 1
            if shown < len(tokens) and tokens[shown].text.lower() in tables.units:
                end = tokens[shown].end
        out.append(Quantity(begin, end, value, low, high, unit, noun, text[begin:end]))
        place = last + 1
    return tuple(out)
