"""Bounds against the library ``edtf`` (MIT), an independent reading of the same standard."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import edtf as peer
from quellenlage import edtf

DAY = date(2024, 2, 10)
VALUES = [
    *(str(year) for year in range(1890, 2031, 7)),
    *(f"{year}-{month:02d}" for year in (1999, 2000, 2023, 2024) for month in range(1, 13)),
    *((DAY + timedelta(days=step)).isoformat() for step in range(0, 1500, 37)),
    *(f"2023-{month:02d}-XX" for month in range(1, 13)),
    *("2024-XX-XX", "199X", "19XX", "2XXX", "2024-11~", "2022~", "2025-07-10~", "2024-05?", "2021%"),
    *(f"2024-{season}" for season in (21, 22, 23, 33, 34, 35, 36, 40, 41)),
    *("2024/2025", "2025-07-21/2025-07-27", "2024/..", "../2026", "2024-05/2024-06-03"),
]


def _day(value: object) -> date | None:
    return None if isinstance(value, float) else date(*tuple(value)[:3])  # type: ignore[arg-type, call-overload]


@pytest.mark.parametrize("value", VALUES)
def test_both_admit_the_same_days(value: str) -> None:
    other = peer.parse_edtf(value)
    assert edtf.bounds(value) == (_day(other.lower_strict()), _day(other.upper_strict()))
