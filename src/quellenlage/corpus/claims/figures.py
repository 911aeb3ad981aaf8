"""The numbers of two assertions compared: which measure the same thing, agree, exclude each other, or lie near."""

from __future__ import annotations

from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.moments import other_day, same_role
from quellenlage.corpus.claims.quantity import Quantity, comparable
from quellenlage.corpus.claims.terms import words_of

__all__ = ["agreement", "comparable", "nearness", "other_initiator", "other_side", "rejects", "same_noun", "unhurt"]

_ELLIPSIS_REACH: Final = 2
"""Sentences between a figure and the other side's figure."""

_THIN: Final = 2
"""Content words of a clause that gives little but a figure, besides who says it and what is counted."""

_LETTERS: Final = 5
"""Letters by which a word is known again in another form (``überprüft``, ``Überprüfung``)."""

_SHARED: Final = 2
"""Words that two tellings of one thing share at least before their days are set against each other."""

_SUMS: Final = ("loss", "gain", "cost", "turnover")
"""Kinds of sums that have several names each."""

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
    """Tell whether what one says rules out what the other says.

    It names the other's number or name as wrong, says that nobody was hurt, or gives another day for what happens once.
    """
    if unhurt(a, b) or another_day_for_one_time(a, b):
        return True
    for x, y in ((a, b), (b, a)):
        if x.rejected & y.entities:
            return True
        if any(comparable(q, r) and q.meets(r) for q in x.rejected_numbers for r in y.quantities):
            return True
    return False


def unhurt(a: Assertion, b: Assertion) -> bool:
    """Tell whether one says no more than that there were no victims, and the other that there were such victims."""
    for no, yes in ((a, b), (b, a)):
        if no.negative and not yes.negative and not other_day(a, b):
            harm = _harm(no)
            nothing_else = len(harm) == sum(weight == 1.0 for weight in no.terms.values())
            if harm and nothing_else and _kinds(harm) & _kinds(_harm(yes)):
                return True
    return False


def _harm(assertion: Assertion) -> set[str]:
    """Return the words of an assertion that tell of victims."""
    harm = words_of(f"{assertion.language}.hurt") | words_of(f"{assertion.language}.killed")
    return {term for term, weight in assertion.terms.items() if weight == 1.0 and term in harm}


def _kinds(words: set[str]) -> set[str]:
    return {kind for kind in ("hurt", "killed") for lg in ("de", "en", "fr", "ru") if words & words_of(f"{lg}.{kind}")}


def another_day_for_one_time(a: Assertion, b: Assertion) -> bool:
    """Tell whether both date the same thing, which happens once, on other days (``zuletzt im Mai``, ``die letzte …``).

    Both must share most of what the shorter tells, and at least two words, by their first letters.
    """
    if not other_day(a, b) or len(a.dates) != 1 or len(b.dates) != 1 or a.language != b.language:
        return False
    if not words_of(f"{a.language}.once") & (set(a.print.split()) | set(b.print.split())):
        return False
    less, more = sorted(({t[:_LETTERS] for t, w in x.terms.items() if w == 1.0} for x in (a, b)), key=len)
    shared = len(less & more)
    return shared >= _SHARED and 2 * shared >= len(less) and same_role(a, b)


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

    ``Rund 800 Leute kamen. Das Ordnungsamt zählte 500 Besucher.`` One of both must be somebody's statement. Clauses of
    one sentence count where a word sets them against each other (``Während die Polizei von 800 spricht, …``).
    """
    if a.article != b.article or (a.statement is None and b.statement is None) or a.statement == b.statement:
        return 0.0
    first, second = (a, b) if a.span.start <= b.span.start else (b, a)
    if other_day(a, b) or (_dated(second) and not _dated(first)):
        return 0.0
    against = first.sentence == second.sentence and _contrasted(first, second)
    if not against and not 1 <= second.sentence - first.sentence <= _ELLIPSIS_REACH:
        return 0.0
    return float(
        any(
            comparable(x, y)
            and min(x.value, y.value) >= _NEAR_FIGURE * max(x.value, y.value)
            and _says_little(first, second, y, against=against)
            for x in first.quantities
            for y in second.quantities
        )
    )


def _contrasted(first: Assertion, second: Assertion) -> bool:
    """Tell whether two clauses of one sentence are set against each other (``während A …, B …``)."""
    opening = {a.words.split(" ", 1)[0].lower() for a in (first, second)}
    return bool(opening & words_of(f"{first.language}.while"))


def _says_little(first: Assertion, second: Assertion, figure: Quantity, *, against: bool) -> bool:
    """Tell whether a clause says little besides its figure, so that this must be another one for the thing before.

    A sum or a measure can be one of anything: there every word besides must be of the first clause, or mean the same
    (``Verlust``, ``Minus``), or tell of an amount (``belaufe sich auf``).
    """
    language = second.language
    known = words_of(f"{language}.reporting") | words_of(f"{language}.amount") | words_of(f"{language}.instead")
    nouns = {q.noun for q in second.quantities} | set(figure.words.lower().split())
    besides = {t for t, w in second.terms.items() if w == 1.0 and t not in known and not _names(t, nouns)}
    if against:
        besides -= frozenset().union(*(words_of(f"{language}.{kind}") for kind in _SUMS))
    if figure.noun or against:
        return len(besides) <= _THIN
    kinds = {kind for kind in _SUMS if first.terms.keys() & words_of(f"{first.language}.{kind}")}
    alike = {t for t in besides if t in first.terms or any(t in words_of(f"{language}.{kind}") for kind in kinds)}
    return besides == alike


def _dated(assertion: Assertion) -> bool:
    return any(time.edtf for time in assertion.dates)


def _names(term: str, nouns: set[str]) -> bool:
    """Tell whether a term is a counted noun, whatever its ending."""
    return any(noun and (noun.startswith(term) or term.startswith(noun)) for noun in nouns)
