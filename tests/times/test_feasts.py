"""The feasts of the grammar against the library ``holidays``, which keeps the German calendar by law."""

from __future__ import annotations

import holidays
import pytest

from quellenlage.layers.times.dates import feast

FEASTS = {
    "01-01": "Neujahr",
    "01-06": "Heilige Drei Könige",
    "E-2": "Karfreitag",
    "E0": "Ostersonntag",
    "E1": "Ostermontag",
    "E39": "Christi Himmelfahrt",
    "E49": "Pfingstsonntag",
    "E50": "Pfingstmontag",
    "E60": "Fronleichnam",
    "10-03": "Tag der Deutschen Einheit",
    "10-31": "Reformationstag",
    "11-01": "Allerheiligen",
    "A-32": "Buß- und Bettag",
    "12-25": "Erster Weihnachtstag",
}


@pytest.mark.parametrize("code", FEASTS)
def test_feasts_fall_on_the_days_the_law_keeps(code: str) -> None:
    years = range(1995, 2041)
    known: dict[object, str] = {}
    for state in ("BB", "BY", "SN", "BW"):
        for day, name in holidays.country_holidays("DE", subdiv=state, years=years, language="de").items():
            known[day] = f"{known.get(day, '')}; {name}"
    for year in years:
        day = feast(code, year)
        assert day is not None
        assert FEASTS[code] in known.get(day, ""), (code, year, day)
