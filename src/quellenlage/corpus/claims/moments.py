"""The times of assertions compared: same day, compatible, or excluding, and in which role each bounds what is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from quellenlage import edtf
from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.terms import words_of
from quellenlage.layers.annotations import Time

_MINUTE: Final = re.compile(r"T(\d\d):(\d\d)")
_PARTS: Final = ("morning", "noon", "afternoon", "evening")

_ROUNDED: Final = 20
"""Minutes by which two clock times for one thing may differ."""

_APART: Final = 2
"""Steps from one part of the day to another that leave no hour in common."""


def role_of(assertion: Assertion, time: Time) -> str:
    """Return how a time of an assertion bounds what is told: ``until``, ``since``, ``before``, ``after``, ``on``."""
    return next((role for t, role in zip(assertion.dates, assertion.bounds, strict=False) if t is time), "on")


def same_day(a: Assertion, b: Assertion) -> float:
    """Return 1 where both name the same date, 0.5 where theirs can be the same day, else 0."""
    values_a = {value for t in a.dates if (value := _said(t))}
    values_b = {value for t in b.dates if (value := _said(t))}
    if values_a & values_b:
        return 1.0
    return 0.5 if any(edtf.compatible(x, y) for x in values_a for y in values_b) else 0.0


def other_day(a: Assertion, b: Assertion) -> bool:
    """Tell whether both are dated and no two of their dates can be the same day."""
    dated = any(t.edtf for t in a.dates) and any(t.edtf for t in b.dates)
    return dated and not same_day(a, b)


def excluding_days(a: Assertion, x: Time, b: Assertion, y: Time) -> bool:
    """Tell whether two times of two assertions cannot both be right.

    In the same role they exclude each other where they have no common day. Of two plans or expectations a day also
    excludes an end before it and a start behind it (``Abschluss Mitte 2026``, ``bis Ende 2025 vollzogen``).
    """
    role, other = role_of(a, x), role_of(b, y)
    if role == other == "since" and not (_plain(a) or _plain(b)):
        return False  # not before July, not before May: both can be right
    if role == other:
        return not edtf.compatible(_said(x), _said(y))
    if "on" not in (role, other) or _plain(a) or _plain(b):
        return False
    day, bound, kind = (y, x, role) if other == "on" else (x, y, other)
    (day_begins, day_ends), (bound_begins, bound_ends) = edtf.bounds(day.edtf), edtf.bounds(bound.edtf)
    if kind == "until":
        return day_begins is not None and bound_ends is not None and day_begins > bound_ends
    return kind == "since" and day_ends is not None and bound_begins is not None and day_ends < bound_begins


def _said(time: Time) -> str | None:
    """Return a time's value; one counted from publication („vor drei Wochen“) may be off by a unit."""
    return f"{time.edtf}~" if time.type == "DURATION" and time.edtf and not time.edtf.endswith("~") else time.edtf


def _plain(assertion: Assertion) -> bool:
    return assertion.told and not assertion.forecast


def same_role(a: Assertion, b: Assertion) -> bool:
    """Tell whether both name their times in the same roles."""
    return {role_of(a, t) for t in a.dates} == {role_of(b, t) for t in b.dates}


def same_bound(a: Assertion, b: Assertion) -> bool:
    """Tell whether both name a bound of the same kind (until, since, …) for one kind of thing, not just a day.

    They tell one kind of thing where they share a word or what the event lexicon knows; anything can have a deadline.
    """
    if not (a.concepts & b.concepts or any(w == 1.0 and b.terms.get(t) == 1.0 for t, w in a.terms.items())):
        return False
    roles_a = {role_of(a, t) for t in a.dates} - {"on"}
    return bool(roles_a & {role_of(b, t) for t in b.dates})


def finest(dates: Sequence[Time]) -> list[Time]:
    """Return the times that have a value, but no day that a clock time tells too (``am Dienstag um 2.15 Uhr``)."""
    known = [time for time in dates if time.edtf]
    return [t for t in known if not any((other.edtf or "").startswith(f"{t.edtf}T") for other in known)]


def other_hour(a: Assertion, x: Time, b: Assertion, y: Time) -> bool:
    """Tell whether two times of one day cannot be the same: clock times, or parts of the day that do not touch.

    Both must give a clock time, or both a part of the day (``am Morgen``, ``Donnerstagabend``, ``утром``), in the same
    role. Clock times may be rounded.
    """
    if role_of(a, x) != role_of(b, y) or not edtf.compatible(x.edtf, y.edtf):
        return False
    clocks = _clock(x), _clock(y)
    if None not in clocks:
        return abs((clocks[0] or 0) - (clocks[1] or 0)) > _ROUNDED
    parts = part_of_day(a), part_of_day(b)
    return None not in parts and abs((parts[0] or 0) - (parts[1] or 0)) >= _APART


def _clock(time: Time) -> int | None:
    """Return the minute of the day that a time gives; None where it gives no minute."""
    match = _MINUTE.search(time.edtf or "")
    return 60 * int(match[1]) + int(match[2]) if match else None


def part_of_day(assertion: Assertion) -> int | None:
    """Return the part of the day that a clause tells, from 1 (morning) to 4 (evening); None for none or several."""
    words = assertion.print.split()
    found = {
        number
        for number, kind in enumerate(_PARTS, start=1)
        if any(_is_part(word, kind, assertion.language) for word in words)
    }
    return found.pop() if len(found) == 1 else None


def _is_part(word: str, kind: str, language: str) -> bool:
    """Tell whether a word names a part of the day, in German as the end of a compound too (``Freitagabend``)."""
    table = words_of(f"{language}.{kind}")
    return word in table or any(word.endswith(entry[1:]) for entry in table if entry[0] == "-")
