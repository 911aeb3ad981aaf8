"""Numbers in words and figures, what stands before them, and the tables of units (``resources/quantities.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

from quellenlage.corpus.claims import french
from quellenlage.layers.annotations import Token

_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")

_COMPOUND: Final = re.compile(r"(?P<one>ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(?P<ten>\w+zig|dreißig)")

_FILES: Final = ("quantities.tsv", "quantities-french.tsv")

_PHRASE: Final = 4
"""Words of the longest bound (``nicht mehr als``, ``etwas mehr als die``)."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one language, all keys in lower case.

    Attributes:
        numbers: Number words.
        scales: Words that multiply (``Millionen``).
        vague: Words for a range (``Dutzende``): its least and greatest value.
        fractions: Words for a share of one.
        bounds: What stands before a number, as words, and what it does to it.
        words: Closed classes by name (``one``, ``several``, ``label`` …).
        units: Units of all languages: key and factor to the base unit.
        kinds: Words that say which kind of a unit is meant (``hoch``: ``up``), for all languages.
    """

    numbers: dict[str, float] = field(default_factory=dict)
    scales: dict[str, float] = field(default_factory=dict)
    vague: dict[str, tuple[float, float]] = field(default_factory=dict)
    fractions: dict[str, float] = field(default_factory=dict)
    bounds: dict[tuple[str, ...], str] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    units: dict[str, tuple[str, float]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def has(self, name: str, word: str) -> bool:
        """Tell whether a word, in lower case, belongs to a closed class."""
        return word in self.words.get(name, ())


@cache
def tables_of(language: str) -> Tables:
    """Return the tables of a language (first part of the BCP 47 code); an unknown one has units alone."""
    tables = Tables()
    folder = files("quellenlage.corpus.claims") / "resources"
    for line in [line for name in _FILES for line in (folder / name).read_text("utf-8").splitlines()]:
        if line and not line.startswith("#"):
            _enter(tables, *line.split("\t"), language=language)
    return tables


def _enter(tables: Tables, table: str, first: str, second: str, words: str, *, language: str) -> None:
    """Enter one line of the file: its table, language or key, value, words."""
    found = words.split()
    if table == "unit":
        tables.units.update({word.replace("_", " "): (first, float(second)) for word in found})
    elif table == "kind":
        tables.kinds.update(dict.fromkeys(found, second))
    elif first != language:
        return
    elif table == "number":
        tables.numbers.update(dict.fromkeys(found, float(second)))
    elif table == "scale":
        tables.scales.update(dict.fromkeys(found, float(second)))
    elif table == "vague":
        low, _, high = second.partition("-")
        tables.vague.update(dict.fromkeys(found, (float(low), float(high))))
    elif table == "fraction":
        tables.fractions.update(dict.fromkeys(found, float(second)))
    elif table == "words":
        tables.words[second] = frozenset(word.replace("_", " ") for word in found)
    else:
        tables.bounds.update({tuple(word.split("_")): second for word in found})


def figure(text: str, *, language: str) -> float | None:
    """Read figures: ``280.000`` and ``11,20`` in German and Russian, ``280,000`` and ``11.20`` in English."""
    if not _FIGURE.fullmatch(text):
        return None
    point, group = (".", ",") if language == "en" else (",", ".")
    head, mark, tail = text.partition(point)
    if mark and (not tail.isdigit()):
        return None
    parts = head.split(group)
    if len(parts) > 1 and any(len(part) != 3 for part in parts[1:]):
        # "2.5" in a German text is a decimal, "1.10." is no number
        if len(parts) == 2 and not mark:
            return float(f"{parts[0]}.{parts[1]}")
        return None
    return float("".join(parts) + (f".{tail}" if mark else ""))


def step(text: str, *, language: str) -> float:
    """Return what the last digit of a number's words is worth: 0.1 for ``2,3``, 1 for ``nine``, 100 for ``1.900``.

    Figures from a thousand that end in zeros are taken as rounded, to two digits at the most.
    """
    value = figure(text, language=language)
    if value is None:
        return 1.0
    if value != int(value):
        return float(10 ** -len(re.split(r"[.,]", text)[-1]))
    digits = str(int(value))
    return float(10 ** min(len(digits) - len(digits.rstrip("0")), len(digits) - 2)) if len(digits) > 3 else 1.0


def number(word: str, tables: Tables, *, language: str) -> float | None:
    """Read one token as a number."""
    value = figure(word, language=language)
    if value is not None:
        return value
    folded = word.lower()
    if folded in tables.numbers:
        return tables.numbers[folded]
    if language == "de":
        return _german(folded, tables)
    if language == "fr" and "-" in folded:
        return french.compound(folded, tables.numbers)
    if language == "en" and "-" in folded:
        ten, _, one = folded.partition("-")
        if ten in tables.numbers and one in tables.numbers and tables.numbers[ten] >= 20:
            return tables.numbers[ten] + tables.numbers[one]
    return None


def _german(word: str, tables: Tables) -> float | None:
    """Read a German number written as one word, up to 999,999 (``zweihundertfünfzig``, ``achtundzwanzigtausend``)."""
    if word in tables.numbers:
        return tables.numbers[word]
    for scale, most in (("tausend", 1000.0), ("hundert", 20.0)):
        head, mark, tail = word.partition(scale)
        if mark:
            times = 1.0 if head in ("", "ein") else _german(head, tables)
            rest = _german(tail.removeprefix("und"), tables) if tail else 0.0
            readable = times is not None and rest is not None and times < most and rest < tables.scales[scale]
            return (times or 0.0) * tables.scales[scale] + (rest or 0.0) if readable else None
    match = _COMPOUND.fullmatch(word)
    if match and match["ten"] in tables.numbers:
        return tables.numbers[match["ten"]] + (1 if match["one"] == "ein" else tables.numbers[match["one"]])
    return None


def bound(tokens: Sequence[Token], place: int, tables: Tables) -> tuple[str, int]:
    """Return the kind of bound before ``place`` and the index where it begins; an empty kind where there is none."""
    for size in range(_PHRASE, 0, -1):
        if place >= size:
            words = tuple(token.text.lower().replace("’", "'") for token in tokens[place - size : place])
            if words == ("über",) and _worth(tokens, place - 1, tables):
                return "", place  # "eine Bürgschaft über 85 Millionen": of so much, not of more
            if words in tables.bounds:
                return tables.bounds[words], place - size
    return "", place


def _worth(tokens: Sequence[Token], place: int, tables: Tables) -> bool:
    """Tell whether the noun before ``place`` is worth a sum (``Bürgschaft``, ``Großauftrag``)."""
    word = tokens[place - 1].text.lower() if place else ""
    return any(word.endswith(noun) for noun in tables.words.get("worth", ()))
