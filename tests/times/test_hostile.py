from __future__ import annotations

import time

import pytest

from quellenlage.layers.times.tag import tag

SHAPES = {
    "digits": lambda n: "1" * n,
    "numbers": lambda n: "12 " * (n // 3),
    "dotted": lambda n: "1." * (n // 2),
    "am": lambda n: "am " * (n // 3),
    "am to a weekday": lambda n: "am " * (n // 3) + "Montag",
    "weekdays": lambda n: "Montag " * (n // 7),
    "bis": lambda n: "von 3. bis " * (n // 11),
    "years": lambda n: "1999-" * (n // 5),
    "units": lambda n: "Jahr um Jahr für " * (n // 17),
    "one sentence of verbs": lambda n: "am Montag sagte gesagt haben wird " * (n // 34),
    "commas": lambda n: "am Montag, " * (n // 11),
    "capitals": lambda n: "".join(f"Donnerstaq{chr(97 + i % 26)} " for i in range(n // 12)),
    "blanks": lambda n: " " * n,
    "lines": lambda n: "Mai\n" * (n // 4),
    "empty lines": lambda n: "\n" * n,
    "letters": lambda n: "a" * n,
    "marks": lambda n: ".,-/" * (n // 4),
}


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(2):
        begin = time.process_time()
        tag(text, published="2024-05-02")
        best = min(best, time.process_time() - begin)
    return best


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_no_faster_than_length(shape: str) -> None:
    tag(SHAPES[shape](2_000), published="2024-05-02")
    short, long = seconds(SHAPES[shape](6_250)), seconds(SHAPES[shape](50_000))
    assert long < 8 * 2.5 * max(short, 0.002), (short, long)


def test_a_hundred_thousand_digits_and_ten_thousand_am_are_no_dates() -> None:
    assert tag("1" * 100_000, published=None) == ()
    assert tag("am " * 10_000, published=None) == ()
    assert [t.timex for t in tag("am " * 10_000 + "3. Mai 2024", published=None)] == ["2024-05-03"]


@pytest.mark.parametrize(
    "text",
    [
        "99. Mai 2024",
        "31. Februar 2024",
        "29.02.2023",
        "25.61 Uhr",
        "0. Mai",
        "33. Quartal 2020",
        "1.2.3.4",
        "٣ Tage",
        "²² Uhr",
        "vor 999999999999999999999 Jahren",
    ],
)
def test_what_no_calendar_has_gets_no_day(text: str) -> None:
    for found in tag(text, published="2024-05-02"):
        assert found.edtf is None or len(found.edtf) < 10, found


def test_dates_at_the_ends_of_the_calendar() -> None:
    for published in ("0001-01-01", "9999-12-31"):
        text = "Am Montag, vorgestern, übermorgen, vergangene Woche, im nächsten Jahr, vor 30 Jahren, am Wochenende."
        assert len(tag(text, published=published)) == 7
