"""The times of assertions compared: same day, compatible, or excluding, and in which role each bounds what is told."""

from __future__ import annotations

from typing import Final

from quellenlage import edtf
from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.layers.annotations import Time

_DATE_ROLES: Final = {
    "bis": "until",
    "until": "until",
    "by": "until",
    "till": "until",
    "до": "until",
    "seit": "since",
    "since": "since",
    "vor": "before",
    "before": "before",
    "nach": "after",
    "after": "after",
}
"""How a word before a time makes it a bound."""


def role_of(assertion: Assertion, time: Time) -> str:
    """Return how a time bounds what is told (until, since, …), by the word before it or its first word."""
    offset = time.start - assertion.span.start
    words = assertion.words.split()
    spoken = 0
    before = ""
    for word in words:
        if spoken >= offset:
            break
        before = word
        spoken += len(word) + 1
    return _DATE_ROLES.get(before.lower(), "on")


def same_day(a: Assertion, b: Assertion) -> float:
    """Return 1 where both name the same date, 0.5 where theirs can be the same day, else 0."""
    values_a = {t.edtf for t in a.dates if t.edtf}
    values_b = {t.edtf for t in b.dates if t.edtf}
    if values_a & values_b:
        return 1.0
    return 0.5 if any(edtf.compatible(x, y) for x in values_a for y in values_b) else 0.0


def other_day(a: Assertion, b: Assertion) -> bool:
    """Tell whether both are dated and no two of their dates can be the same day."""
    dated = any(t.edtf for t in a.dates) and any(t.edtf for t in b.dates)
    return dated and not same_day(a, b)


def same_role(a: Assertion, b: Assertion) -> bool:
    """Tell whether both name their times in the same roles."""
    return {role_of(a, t) for t in a.dates} == {role_of(b, t) for t in b.dates}


def same_bound(a: Assertion, b: Assertion) -> bool:
    """Tell whether both name a bound of the same kind (until, since, …), not just a day."""
    roles_a = {role_of(a, t) for t in a.dates} - {"on"}
    return bool(roles_a & {role_of(b, t) for t in b.dates})
