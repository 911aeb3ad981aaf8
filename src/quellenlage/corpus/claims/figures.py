"""The numbers of two assertions compared: which measure the same thing, agree, exclude each other, or lie near."""

from __future__ import annotations

from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.moments import other_day
from quellenlage.corpus.claims.quantity import comparable
from quellenlage.corpus.claims.terms import words_of

__all__ = ["agreement", "comparable", "nearness", "other_initiator", "other_side", "rejects", "same_noun"]

_ELLIPSIS_REACH: Final = 2
"""Sentences between a figure and the other side's figure."""

_THIN: Final = 2
"""Content words of a clause that gives little but a figure, besides who says it and what is counted."""

_ANYBODY: Final = frozenset(
    [
        "mensch",
        "menschen",
        "person",
        "personen",
        "leute",
        "leuten",
        "people",
        "person",
        "persons",
        "человек",
        "людей",
        "человека",
    ]
)
"""What counts people of any kind."""

_NEAR_FIGURE: Final = 0.3
"""Share that the smaller of two figures for one thing must be of the larger."""


def agreement(a: Assertion, b: Assertion) -> tuple[float, float, float]:
    """Return whether quantities of one kind agree, exclude each other, or stand on one side only."""
    equal, excludes = 0.0, False
    for x in a.quantities:
        for y in b.quantities:
            if comparable(x, y):
                if x.meets(y):
                    firm = x.exact and y.exact and x.overlaps(y)
                    equal = max(equal, (1.0 if x.value > 3 or x.unit != "count" else 0.6) if firm else 0.3)
                else:
                    excludes = True
            elif x.value == y.value and x.value > 12 and "number" in (x.unit, y.unit):
                equal = 1.0
    if equal:
        return equal, 0.0, 0.0
    if excludes:
        return 0.0, 1.0, 0.0
    return 0.0, 0.0, 1.0 if bool(a.quantities) != bool(b.quantities) else 0.0


def rejects(a: Assertion, b: Assertion) -> bool:
    """Tell whether one names as wrong what the other holds to be so, a number or a name."""
    for x, y in ((a, b), (b, a)):
        if x.rejected & y.entities:
            return True
        if any(comparable(q, r) and q.meets(r) for q in x.rejected_numbers for r in y.quantities):
            return True
    return False


def other_initiator(a: Assertion, b: Assertion) -> bool:
    """Tell whether both say who started something and name nobody in common."""
    return bool(a.initiators and b.initiators) and not a.initiators & b.initiators


def nearness(a: Assertion, b: Assertion) -> float:
    """Return how near the nearest comparable numbers lie, as the smaller over the larger."""
    near = [
        min(x.value, y.value) / max(x.value, y.value)
        for x in a.quantities
        for y in b.quantities
        if comparable(x, y) and max(x.value, y.value) > 0
    ]
    return max(near, default=0.0)


def same_noun(a: Assertion, b: Assertion) -> bool:
    """Tell whether both count the same noun; that both count people says nothing."""
    return any(
        x.noun and comparable(x, y) and x.noun == y.noun and x.noun not in _ANYBODY
        for x in a.quantities
        for y in b.quantities
    )


def other_side(a: Assertion, b: Assertion) -> float:
    """Tell whether the later of two neighbouring clauses gives little but another figure for the same thing.

    ``Rund 800 Leute kamen. Das Ordnungsamt zählte 500 Besucher.`` One of both must be somebody's statement.
    """
    if a.article != b.article or (a.statement is None and b.statement is None) or a.statement == b.statement:
        return 0.0
    first, second = (a, b) if a.span.start <= b.span.start else (b, a)
    if other_day(a, b) or (_dated(second) and not _dated(first)):
        return 0.0
    if not 1 <= second.sentence - first.sentence <= _ELLIPSIS_REACH:
        return 0.0
    nouns = {q.noun for q in second.quantities}
    said = words_of(f"{second.language}.reporting")
    said_besides = [t for t, w in second.terms.items() if w == 1.0 and t not in said and not _names(t, nouns)]
    near = any(
        comparable(x, y) and min(x.value, y.value) >= _NEAR_FIGURE * max(x.value, y.value)
        for x in first.quantities
        for y in second.quantities
    )
    return float(near and len(said_besides) <= _THIN)


def _dated(assertion: Assertion) -> bool:
    return any(time.edtf for time in assertion.dates)


def _names(term: str, nouns: set[str]) -> bool:
    """Tell whether a term is a counted noun, whatever its ending."""
    return any(noun and (noun.startswith(term) or term.startswith(noun)) for noun in nouns)
