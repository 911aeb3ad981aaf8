from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.documents.dates import edtf


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-11", "2023-11"),
        ("2023", "2023"),
        ("2024-05-14", "2024-05-14"),
        ("2024-11~", "2024-11~"),
        ("2024-XX-XX", "2024-XX-XX"),
        ("14.05.2024", "2024-05-14"),
        ("14.5.2024, 12:30 Uhr", "2024-05-14"),
        ("14. Mai 2024", "2024-05-14"),
        ("Dienstag, 14. Mai 2024, 8.15 Uhr", "2024-05-14"),
        ("1. Jänner 2025", "2025-01-01"),
        ("3. März 2025", "2025-03-03"),
        ("Mai 2024", "2024-05"),
        ("May 14, 2024", "2024-05-14"),
        ("14 May 2024", "2024-05-14"),
        ("14 мая 2024", "2024-05-14"),
        ("2024-05-14T23:30:00+02:00", "2024-05-14"),
        ("2024-05-14T22:30:00Z", "2024-05-14"),
        ("2024-05-14 22:30:00.123456", "2024-05-14"),
        ("20240514T223000Z", "2024-05-14"),
        ("20240514", "2024-05-14"),
        ("2024/05/14", "2024-05-14"),
        ("Tue, 14 May 2024 10:00:00 GMT", "2024-05-14"),
        (1715680000, "2024-05-14"),
        (1715680000000, "2024-05-14"),
        ("1715680000", "2024-05-14"),
        ("05/06/2024", None),
        ("gestern", None),
        ("2024-02-30", None),
        ("31.11.2024", None),
        ("99.99.2024", None),
        ("2024-00-10", None),
        ("14. Foo 2024", None),
        ("vor 3 Stunden", None),
        ("", None),
        (None, None),
        (True, None),
        (float("nan"), None),
        (float("inf"), None),
        (-5, None),
        (["2024"], None),
        ("2024-05-14" * 20, None),
        ("9999-01-01", None),
        (4_200_000_000, None),
    ],
)
def test_dates(value: object, expected: str | None) -> None:
    assert edtf(value) == expected


@given(st.one_of(st.text(), st.floats(), st.integers(), st.from_regex(r"\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}.*")))
def test_nothing_is_raised_and_a_result_is_a_date(value: object) -> None:
    found = edtf(value)
    assert found is None or edtf(found) == found
