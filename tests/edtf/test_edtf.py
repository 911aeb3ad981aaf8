from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage import edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-11-XX", "2023-11-01", "2023-11-30"),
        ("2024-XX-XX", "2024-01-01", "2024-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-22", "2024-06-01", "2024-08-31"),
        ("2024-24", "2024-12-01", "2025-02-28"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("2024/2025", "2024-01-01", "2025-12-31"),
        ("2024-11-27T20/2024-11-27T24", "2024-11-27", "2024-11-27"),
        ("2024-11-27T20:15", "2024-11-27", "2024-11-27"),
        ("2024-11~", "2024-11-01", "2024-11-30"),
        ("2024/..", "2024-01-01", None),
        ("../2026", None, "2026-12-31"),
        ("XXXX-12-25", None, None),
        ("2024-13", None, None),
        ("2024-02-31", None, None),
        ("nonsense", None, None),
        ("/", None, None),
        (None, None, None),
    ],
)
def test_bounds(value: str | None, first: str | None, last: str | None) -> None:
    assert edtf.bounds(value) == (first and date.fromisoformat(first), last and date.fromisoformat(last))


def test_sort_key_orders_by_first_day_then_clock_and_puts_undated_last() -> None:
    values = [
        "2024",
        "2024-01",
        "2024-01-01",
        "2024-01-01T08:00",
        "2024-01-01T20:15",
        "2024-01-02",
        "../2024-06",
        "2025",
        None,
    ]
    backwards = list(reversed(values))
    assert sorted(backwards, key=edtf.sort_key) == values


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2023-11-XX", "2023-11-09", True),
        ("2023-11-XX", "2023-12-01", False),
        ("2024-22", "2024-07", True),
        ("2024-10~", "2024-11-05", True),
        ("2024-10", "2024-11-05", False),
        ("../2024", "2023", True),
        ("../2024", "2025", False),
        (None, "2025", True),
    ],
)
def test_compatible(a: str | None, b: str | None, *, same: bool) -> None:
    assert edtf.compatible(a, b) is same
    assert edtf.compatible(b, a) is same


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        ("2025-07-16", "16. Juli 2025", "16 July 2025"),
        ("2025-07-16T20:15", "16. Juli 2025, 20:15 Uhr", "16 July 2025, 20:15"),
        ("2023-11-XX", "an einem Tag im November 2023", "a day in November 2023"),
        ("2024-XX-XX", "an einem Tag im Jahr 2024", "a day in 2024"),
        ("2024-22", "Sommer 2024", "summer 2024"),
        ("199X", "1990er-Jahre", "1990s"),
        ("19XX", "20. Jahrhundert", "century no. 20"),
        ("2021~", "etwa 2021", "about 2021"),
        ("2024/2026", "2024 bis 2026", "2024 to 2026"),
        ("2026-03-21/2026-03-22", "21. bis 22. März 2026", "21 to 22 March 2026"),
        ("../2026", "bis 2026", "until 2026"),
        ("2026/..", "ab 2026", "from 2026"),
        (None, "ohne Datum", "undated"),
        ("odd", "odd", "odd"),
    ],
)
def test_display(value: str | None, german: str, english: str) -> None:
    assert edtf.display(value) == german
    assert edtf.display(value, language="en") == english


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9990, 1, 1)), st.integers(0, 400))
def test_every_day_lies_within_its_month_year_decade_and_interval(day: date, length: int) -> None:
    later = day + timedelta(days=length)
    iso = day.isoformat()
    for value in (iso, iso[:7], iso[:4], f"{iso[:3]}X", f"{iso[:7]}-XX", f"{iso}/{later.isoformat()}"):
        first, last = edtf.bounds(value)
        assert first is not None and last is not None and first <= day <= last
        assert edtf.compatible(value, iso)
    assert edtf.compatible(iso, later.isoformat()) is (length == 0)


@given(st.text(alphabet="0123456789X-/.~?%T:Y ", max_size=24))
def test_no_string_raises(value: str) -> None:
    first, last = edtf.bounds(value)
    edtf.sort_key(value)
    edtf.display(value)
    assert edtf.compatible(value, value) or (first is not None and last is not None and first > last)
