"""Denials that point back: what *wies die Vorwürfe zurück* or *dementierte* denies, in the sentences before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.terms import words_of

_REACH: Final = 3
"""Sentences between a denial and what it denies."""


def denied(denial: Assertion, before: Sequence[Assertion]) -> Assertion | None:
    """Return what a denial points back at: in the same article the nearest assertion before it in another sentence.

    A denial that speaks of a number points at the nearest one with a number; at most three sentences back.
    """
    accused = bool(set(denial.print.split()) & words_of(f"{denial.language}.accusation"))
    numeric = any(word in denial.print.split() for word in ("zahl", "zahlen", "figure", "figures", "number", "angabe"))
    for assertion in reversed(before):
        if assertion.article != denial.article or denial.sentence - assertion.sentence > _REACH:
            return None
        if denial.paragraph - assertion.paragraph > 1 or assertion.sentence == denial.sentence:
            continue
        if numeric and not assertion.quantities:
            continue
        if accused and not _doubtful(assertion):
            continue
        if assertion.statement is not None:
            return assertion
        if denial.sentence - assertion.sentence > 1 and not numeric:
            return None
    return None


def _doubtful(assertion: Assertion) -> bool:
    """Tell whether an assertion can be an accusation: it stands in the subjunctive, or it accuses."""
    return assertion.subjunctive or bool(assertion.concepts & {"accuse", "sue"})
