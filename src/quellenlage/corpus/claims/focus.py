"""Which of its numbers each mention of a claim is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.quantity import Quantity, comparable

_BESIDE: Final = frozenset({"duration", "number"})
"""Units of what mostly stands beside the matter (``nach drei Tagen``)."""


def focus(told: Sequence[Assertion]) -> dict[int, Quantity]:
    """Return for each assertion (by position) the quantity that the claim is about: of the kind most of them give.

    Among several quantities of that kind in one clause the one counts that meets most of the others', else the first.
    """
    everything = [(n, q) for n, a in enumerate(told) for q in a.quantities]
    if not everything:
        return {}
    support: Counter[int] = Counter()
    agree: Counter[int] = Counter()
    for place, (n, q) in enumerate(everything):
        kin = [other for m, other in everything if comparable(q, other)]
        support[place] = len({m for m, other in everything if m != n and (comparable(q, other) or _bare(other, kin))})
        agree[place] = len({m for m, other in everything if m != n and comparable(q, other) and q.meets(other)})
    best = max(
        support, key=lambda place: (support[place], everything[place][1].unit not in _BESIDE, agree[place], -place)
    )
    kind = everything[best][1]
    alike = [q for _, q in everything if comparable(q, kind)]
    out: dict[int, Quantity] = {}
    for n, assertion in enumerate(told):
        fitting = [q for q in assertion.quantities if comparable(q, kind)]
        # "bleibt bei etwa 2000": a bare number is of the kind where it is the same number
        fitting = fitting or [q for q in assertion.quantities if q.unit == "number" and any(map(q.meets, alike))]
        if fitting:
            others = [other for m, other in everything if m != n]
            firm = [other for other in others if other.exact and other.role == kind.role]
            out[n] = max(fitting, key=lambda q: (sum(map(q.meets, firm)), sum(map(q.meets, others))))
    return out


def _bare(quantity: Quantity, kin: Sequence[Quantity]) -> bool:
    """Tell whether a number without a unit is one of these."""
    return quantity.unit == "number" and any(quantity.meets(other) for other in kin)
