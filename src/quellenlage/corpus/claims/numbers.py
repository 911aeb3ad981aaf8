"""Numbers in words and figures, what stands before them, and the tables of units (``resources/quantities.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import inf
from typing import Final

from quellenlage.layers.annotations import Token

ABOUT: Final = 0.04
"""Half-width of *rund*, *etwa*, *about*, as a share. Rounding to two significant figures leaves 0.5 to 5 percent; at 4
percent „rund 2000“ meets 1950 and „etwa 20“ does not meet 19."""

NEAR: Final = 0.12
"""How far *knapp*, *fast* reach down and *gut* reaches up, as a share."""

_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")

_COMPOUND: Final = re.compile(r"(?P<one>ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und(?P<ten>\w+zig|dreißig)")


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one language, all keys in lower case.

    Attributes:
        numbers: Number words.
        scales: Words that multiply (``Millionen``).
        vague: Words for a range (``Dutzende``): its least and greatest value.
        fractions: Words for a share of one.
        bounds: What stands before a number, as words, and what it does to it.
        units: Units of all languages: key and factor to the base unit.
    """

    numbers: dict[str, float]
    scales: dict[str, float]
    vague: dict[str, tuple[float, float]]
    fractions: dict[str, float]
    bounds: dict[tuple[str, ...], str]
    units: dict[str, tuple[str, float]]


@cache
def tables_of(language: str) -> Tables:
    """Return the tables of a language (first part of the BCP 47 code); an unknown one has units alone."""
    tables = Tables({}, {}, {}, {}, {}, {})
    text = (files("quellenlage.corpus.claims") / "resources" / "quantities.tsv").read_text("utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        kind, first, second, words = line.split("\t")
        if kind == "unit":
            for word in words.split():
                tables.units[word] = (first, float(second))
        elif first == language:
            for word in words.split():
                if kind == "number":
                    tables.numbers[word] = float(second)
                elif kind == "scale":
                    tables.scales[word] = float(second)
                elif kind == "vague":
                    low, _, high = second.partition("-")
                    tables.vague[word.rstrip("@")] = (float(low), float(high))
                elif kind == "fraction":
                    tables.fractions[word] = float(second)
                else:
                    tables.bounds[tuple(word.split("_"))] = second
    return tables


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


def number(word: str, tables: Tables, *, language: str) -> float | None:
    """Read one token as a number."""
    value = figure(word, language=language)
    if value is not None:
        return value
    folded = word.lower()
    if folded in tables.numbers:
        return tables.numbers[folded]
    if language == "de":
        match = _COMPOUND.fullmatch(folded)
        if match and match["ten"] in tables.numbers:
            return tables.numbers[match["ten"]] + (1 if match["one"] == "ein" else tables.numbers[match["one"]])
        for scale in ("hundert", "tausend"):
            head, mark, tail = folded.partition(scale)
            if mark and not tail and (not head or head in tables.numbers or head == "ein"):
                return (tables.numbers.get(head, 1.0)) * tables.scales[scale]
    if language == "en" and "-" in folded:
        ten, _, one = folded.partition("-")
        if ten in tables.numbers and one in tables.numbers and tables.numbers[ten] >= 20:
            return tables.numbers[ten] + tables.numbers[one]
    return None


def bound(tokens: Sequence[Token], place: int, tables: Tables) -> tuple[str, int]:
    """Return the kind of bound before ``place`` and the index where it begins; an empty kind where there is none."""
    for size in (3, 2, 1):
        if place >= size:
            words = tuple(token.text.lower() for token in tokens[place - size : place])
            if words in tables.bounds:
                return tables.bounds[words], place - size
    return "", place


def interval(value: float, kind: str) -> tuple[float, float]:
    """Return the least and the greatest value that a bounded number admits."""
    match kind:
        case "about":
            return value * (1 - ABOUT), value * (1 + ABOUT)
        case "below":
            return value * (1 - NEAR), value
        case "above":
            return value, value * (1 + NEAR)
        case "least" | "more":
            return value, inf
        case "most" | "less":
            return 0.0, value
        case _:
            return value, value
