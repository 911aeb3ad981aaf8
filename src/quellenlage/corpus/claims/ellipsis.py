"""Bare figures by another voice, read in the unit of the figure before them.

``Rund 300 Bauern blockierten die Straße. Die Polizei zählte 120.`` ``Der Schaden liegt bei 80.000 Euro; die Chefin geht
von der Hälfte aus.``
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.fates import thin, with_unit
from quellenlage.corpus.claims.numbers import tables_of
from quellenlage.corpus.claims.quantity import Quantity
from quellenlage.corpus.claims.wordings import first, tells

_REACH: Final = 2
"""Sentences between a figure and the bare figure that answers it."""

_FEW: Final = 2
"""Bare number up to which nothing says what it counts."""

_NEAR: Final = 0.2
"""Share that the smaller of both figures must be of the larger."""

_MEASURED: Final = frozenset({"duration", "percent", "percentpoint", "rate"})
_RECKONED: Final = ("damage", "jobcut")
"""Fates of which a figure is an estimate from the start."""

_HARM: Final = frozenset({"dead", "injured", "missing", "detained", "infected", "stuck"})
"""What happens to people at their work as to others."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The assertions of a story with their bare figures read.

    Attributes:
        found: The assertions; a bare figure has the unit of what it answers.
        answers: For each bare figure (by index) the index of the figure that it answers.
    """

    found: list[Assertion]
    answers: dict[int, int]


def read(found: Sequence[Assertion]) -> Reading:
    """Return the assertions with each bare figure read in the unit of the figure that it answers.

    Args:
        found: The assertions of a story, those of an article together and in order.
    """
    out = [_estimated(_people(_siblings(assertion))) for assertion in found]
    answers: dict[int, int] = {}
    for place, assertion in enumerate(found):
        bare = _bare(assertion)
        if bare is None or not thin(assertion) or assertion.dates or assertion.negative:
            continue
        # without a word such as *zählt*, only a clause that has no noun of its own speaks of the same thing
        if not tells("other", assertion.language, assertion.print) and (
            assertion.statement is None or any(w == 1.0 for w in assertion.terms.values())
        ):
            continue
        for before in range(place - 1, max(-1, place - 9), -1):
            earlier = out[before]
            if earlier.article != assertion.article or assertion.sentence - earlier.sentence > _REACH:
                break
            if earlier.statement is not None and earlier.statement == assertion.statement:
                continue
            read_as = next((r for q in earlier.quantities if (r := _as(bare, q)) is not None), None)
            if read_as is not None:
                others = tuple(read_as if q is bare else q for q in assertion.quantities)
                out[place] = replace(assertion, quantities=others)
                answers[place] = before
                break
    return Reading(out, answers)


def _siblings(assertion: Assertion) -> Assertion:
    """Return a clause that tells a vote with its numbers read as votes: ``53 Abgeordnete stimmten zu, 44 dagegen``.

    The result of a vote (``mit 53 zu 44 Stimmen``) is read as the first of both numbers too.
    """
    results = [q for q in assertion.quantities if q.unit == "tally"]
    if results and tells("fate", assertion.language, assertion.print, "votes"):
        firsts = (replace(q, unit="vote", value=n, low=n, high=n) for q in results if (n := float(int(q.value))))
        return replace(assertion, quantities=(*assertion.quantities, *firsts))
    if not any(q.unit == "vote" or q.kind == "deputy" for q in assertion.quantities):
        return assertion
    if not tells("fate", assertion.language, assertion.print, "votes"):
        return assertion
    read_as = tuple(
        replace(q, unit="vote", kind="") if q.unit == "number" or q.kind == "deputy" else q
        for q in assertion.quantities
    )
    return replace(assertion, quantities=read_as)


def _people(assertion: Assertion) -> Assertion:
    """Return a clause with those to whom something happens read as people, whatever they do for a living."""
    language = assertion.language
    if not assertion.quantities:
        return assertion
    fate = first("fate", language, assertion.print)
    harmed = fate is not None and fate[0] in _HARM
    read_as = tuple(
        replace(q, unit="person", kind="")
        if (harmed and q.unit in ("job", "force")) or (q.unit == "count" and first("noun", language, q.noun))
        else q
        for q in assertion.quantities
    )
    return replace(assertion, quantities=read_as)


def _estimated(assertion: Assertion) -> Assertion:
    """Return what somebody reckons with as told where it is an estimate of what there is or is planned.

    ``Die Stadt rechnet mit Schäden von einer Million``, ``mit dem Verlust von 300 Stellen`` is his figure for it.
    """
    if not assertion.forecast or not assertion.quantities:
        return assertion
    estimated = any(tells("fate", assertion.language, assertion.print, key) for key in _RECKONED)
    return replace(assertion, forecast=False) if estimated and any(map(_reckoned, assertion.quantities)) else assertion


def _reckoned(quantity: Quantity) -> bool:
    return quantity.unit == "job" or quantity.unit.startswith("money")


def _bare(assertion: Assertion) -> Quantity | None:
    """Return the only quantity of a clause where it has no unit of its own, or is a share of something."""
    if len(assertion.quantities) != 1:
        return None
    only = assertion.quantities[0]
    if only.role:
        return None
    if only.unit == "number":
        return only
    last = only.words.split()[-1].lower()
    return only if only.unit == "percent" and last in tables_of(assertion.language).fractions else None


def _as(bare: Quantity, before: Quantity) -> Quantity | None:
    """Return a bare figure in the unit of an earlier one, or None where it cannot be meant of the same thing."""
    if before.unit in _MEASURED or before.role in ("part", "from"):
        return None
    if before.value <= (_FEW if before.unit == "number" else 0):
        return None
    if bare.unit == "percent":
        return with_unit(bare, before, before.value / 100)
    low, high = sorted((bare.value, before.value))
    return with_unit(bare, before) if low >= _NEAR * high else None
