"""Where English clauses begin without a comma, told by words that look like the past of a verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.layers.annotations import Token
from quellenlage.layers.resources import word_lists

_WORDS: Final = word_lists("clause-words.tsv")
_SUBJECT_REACH: Final = 8
"""Words behind *after* among which subject and verb of its clause stand."""
_MIN_PAST: Final = 5
_MEASURE: Final = 3
_UNITS: Final = frozenset({"minute", "hour", "day", "week", "month", "year"})


def inner_clause(segment: Sequence[Token], place: int) -> bool:
    """Tell whether a word of time or reason opens a clause with subject and verb inside an English segment."""
    if segment[place].text.lower() not in _WORDS["en.inner"]:
        return False
    for number, token in enumerate(segment[place + 2 : place + _SUBJECT_REACH], start=place + 2):
        word, before = token.text, segment[number - 1].text.lower()
        if word.lower() in _WORDS["en.auxiliary"]:
            return True
        if word.lower() in _WORDS["en.joining"] | _WORDS["en.inner"]:
            return False
        article = before in _WORDS["en.article"] or before in ("a", "an", "of", "by", "in", "on", "to", "and")
        if past(word) and not article:
            return True
    return False


def past(word: str) -> bool:
    """Tell whether an English word looks like the past of a verb."""
    regular = word.endswith("ed") and not word.endswith("eed") and len(word) >= _MIN_PAST
    return word.islower() and (regular or word in _WORDS["en.past"])


def second(before: Sequence[Token], segment: Sequence[Token], finite: int | None) -> bool:
    """Tell whether *and* behind a comma opens a clause with a subject of its own (``…, and Ms Berg will travel``).

    Args:
        before: The words of the clause before.
        segment: The words behind the comma.
        finite: Index in ``segment`` of its auxiliary, or None.
    """
    joins = segment[0].text.lower() in _WORDS["en.joining"]
    return joins and (finite or 0) > 1 and any(past(token.text) for token in before[1:])


def measure(words: Sequence[Token]) -> bool:
    """Tell whether words only say how long before or after (``hours``, ``two days``), and belong to no clause."""
    return len(words) <= _MEASURE and words[-1].text.lower().rstrip("s") in _UNITS
