"""Figures that other words tie together: posts, prices, shares, sums without a purpose; days without a year."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations

Ledger = tuple[tuple[Claim, ...], tuple[Annotations, ...]]
Make = Callable[..., Ledger]
Verdicts = Callable[..., set[tuple[str, str | None]]]


NUMBER = ("disputed", "number")


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "Betriebsrätin Ute Kamp rechnet mit dem Verlust von 600 Stellen in der Gießerei.",
            "In der Gießerei stehen 350 Arbeitsplätze zur Disposition, sagte Vorstand Ulf Hagen.",
            ("600 Stellen", "350 Arbeitsplätze"),
        ),
        (
            "Die Stadt Celle rechnet nach dem Hagel mit Schäden von zwei Millionen Euro.",
            "Den Schaden durch den Hagel in Celle gibt der Landkreis mit drei Millionen Euro an.",
            ("zwei Millionen", "drei Millionen"),
        ),
        (
            "Die Familie Brandt hält 44 Prozent an der Brauerei.",
            "An der Brauerei hat sich Ulf Hagen den Anteil der Gründerfamilie von 38 Prozent gesichert, wie er sagte.",
            ("44 Prozent", "38 Prozent"),
        ),
        (
            "Die Brauerei in Celle wird in dem Vertrag mit 1,4 Millionen Euro bewertet.",
            "Für 1,9 Millionen Euro wird die Brauerei in Celle verkauft, sagte Maklerin Ida Lorenz.",
            ("1,4 Millionen", "1,9 Millionen"),
        ),
        (
            "Rund 300 Bewohner der Talstraße mussten ihre Häuser räumen.",
            "420 Bewohner der Talstraße schlafen in Notunterkünften, sagte Landrat Ulf Hagen.",
            ("300 Bewohner", "420 Bewohner"),
        ),
    ],
)
def test_one_matter_in_other_words(
    ledger: Make, verdicts: Verdicts, one: str, other: str, words: tuple[str, str]
) -> None:
    assert verdicts(ledger(one, other), *words) == {NUMBER}


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "Die Gewerkschaft fordert eine Prämie von 900 Euro für jeden Schaffner.",
            "Den Schaffnern wurden 650 Euro geboten, sagte Vorstand Ulf Hagen.",
            ("900 Euro", "650 Euro"),
        ),
        (
            "Die Familie Brandt hält 44 Prozent an der Brauerei.",
            "An der Brauerei ist der Fonds Larsen mit 30 Prozent beteiligt, sagte Ulf Hagen.",
            ("44 Prozent", "30 Prozent"),
        ),
        (
            "Bei dem Erdrutsch starben vier Menschen.",
            "Nach zwei Menschen wird an dem Hang noch gesucht, sagte Retter Ulf Hagen.",
            ("vier Menschen", "zwei Menschen"),
        ),
    ],
)
def test_what_is_wanted_and_what_is_given_are_two_matters(
    ledger: Make, verdicts: Verdicts, one: str, other: str, words: tuple[str, str]
) -> None:
    assert NUMBER not in verdicts(ledger(one, other), *words)


def test_a_day_without_a_year_is_of_the_storys_year(ledger: Make, verdicts: Verdicts) -> None:
    made = ledger(
        "Die nächste Sitzung des Kreistags ist für den 29. September angesetzt.",
        "Am 30. September wird im Kreistag die nächste Sitzung fortgesetzt.",
        published=("2025-09-18", None),
    )
    assert verdicts(made, "29. September", "30. September") == {("disputed", "date")}
    same = ledger(
        "Die nächste Sitzung des Kreistags ist für den 29. September angesetzt.",
        "Die nächste Sitzung des Kreistags findet am 29. September statt.",
        published=("2025-09-18", None),
    )
    assert verdicts(same, "angesetzt", "findet") == {("corroborated", None)}
