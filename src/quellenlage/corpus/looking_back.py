"""What an article says of its distance to the happening: that it comes long after, or takes up a misfortune of late."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

LATE_DAYS = 3
"""Days after a misfortune in which it is first reported."""

_Rules = tuple[tuple[re.Pattern[str], int], ...]


def looks_back(text: str) -> bool:
    """Tell whether a text says that it comes long after (``ein Jahr nach der Flut``)."""
    lowered = text.lower()
    return any(pattern.search(lowered) for parts, pattern in _looking_back() if any(part in lowered for part in parts))


def takes_up(text: str, language: str, day: int) -> tuple[int, int] | None:
    """Return the days of the first reports on a misfortune that a text takes up (``zwei Wochen nach dem Brand``).

    Args:
        text: Title and lead.
        language: Its language (``de``).
        day: The day on which it was published, as an ordinal.

    Returns:
        First and last day as ordinals, with room for ``knapp`` and ``rund``; None where the text says no such thing.
    """
    lowered = text.lower()
    if not any(word in lowered for word in (" nach ", " after ", " après ", " после ")):
        return None
    numbers, rules = _taking_up()
    for pattern, unit in rules.get(language, ()):
        found = pattern.search(lowered)
        count = found and (int(found[1]) if found[1].isdecimal() else numbers.get(found[1]))
        if count and count * unit <= 70:
            room = max(1, (count * unit) // 4)
            return day - count * unit - room, day - count * unit + room + LATE_DAYS
    return None


def _lines(name: str) -> list[list[str]]:
    text = (files("quellenlage.corpus") / "resources" / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _looking_back() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Return patterns, each with parts of words of which every match holds one: most texts hold none."""
    rows = _lines("looking-back.tsv")
    return tuple((tuple(parts.split()), re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")) for parts, pattern in rows)


@cache
def _taking_up() -> tuple[dict[str, int], dict[str, _Rules]]:
    """Return the values of number words, and patterns of each language with the days of their unit."""
    rows = _lines("taking-up.tsv")
    misfortunes = {row[1]: rf"[\w-]*(?:{'|'.join(row[2].split())})" for row in rows if row[0] == "misfortune"}
    numbers = {word: int(row[1]) for row in rows if row[0] == "number" for word in row[2].split()}
    count = rf"({'|'.join(numbers)}|\d\d?)"
    rules: dict[str, list[tuple[re.Pattern[str], int]]] = defaultdict(list)
    for _, language, days, pattern in (row for row in rows if row[0] == "unit"):
        filled = pattern.replace("{n}", count).replace("{misfortune}", misfortunes[language])
        rules[language].append((re.compile(rf"(?<!\w){filled}"), int(days)))
    return numbers, {language: tuple(found) for language, found in rules.items()}
