"""Denials by where they stand: behind a colon after a no, before what had been reported, of hearsay that is named."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations

Ledger = tuple[tuple[Claim, ...], tuple[Annotations, ...]]
Make = Callable[..., Ledger]
Verdicts = Callable[..., set[tuple[str, str | None]]]

OTHER = "In der Stadt wird seit Tagen gestritten."
POLARITY = ("disputed", "polarity")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Vorher habe niemand die Bewohner gewarnt, klagt Wirtin Ute Kamp. "
            "Amtsleiter Ulf Hagen widerspricht: Die Durchsage sei um 3 Uhr erfolgt.",
            ("niemand die Bewohner", "Durchsage"),
        ),
        (
            "Ministerin Ida Lorenz bestritt, dass Rentner als Wahlhelfer bezahlt worden seien. Der Nordkurier hatte "
            "unter Berufung auf drei Mitarbeiter berichtet, in Halle 3 hätten 20 Senioren Geld erhalten.",
            ("Rentner als Wahlhelfer", "20 Senioren"),
        ),
        (
            "Bei dem Unfall soll Diesel in den Bach gelaufen sein, heißt es im Netz. "
            "„Kein einziger Tropfen ist ausgetreten“, sagte Werkleiter Ulf Hagen.",
            ("Diesel in den Bach", "Tropfen"),
        ),
    ],
)
def test_a_denial_answers_what_stands_beside_it(
    ledger: Make, verdicts: Verdicts, text: str, words: tuple[str, str]
) -> None:
    assert verdicts(ledger(text, OTHER), *words) == {POLARITY}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "„Da gibt es nichts zu deuten“, sagte Wirtin Ute Kamp. "
            "Das Amt dementierte Gerüchte, die Schleuse sei absichtlich geöffnet worden.",
            ("nichts zu deuten", "Schleuse"),
        ),
        (
            "Ministerin Ida Lorenz bestritt, dass Rentner als Wahlhelfer bezahlt worden seien. "
            "Der Nordkurier berichtet, in Halle 3 werde eine Messe eröffnet.",
            ("Rentner als Wahlhelfer", "Messe"),
        ),
    ],
)
def test_a_denial_beside_another_matter_answers_nothing(
    ledger: Make, verdicts: Verdicts, text: str, words: tuple[str, str]
) -> None:
    assert not verdicts(ledger(text, OTHER), *words)


def test_turning_down_talk_of_a_thing_denies_it(ledger: Make, verdicts: Verdicts) -> None:
    made = ledger(
        'She dismissed talk of a closure of the mill in Halden as "pure fantasy".',
        "The mill in Halden is to be closed, manager Ida Lorenz said.",
        language="en",
    )
    assert verdicts(made, "talk of a closure", "to be closed") == {POLARITY}


def test_a_no_behind_a_toll_is_not_of_the_toll(ledger: Make, verdicts: Verdicts) -> None:
    made = ledger(
        "Zwei Tote, und niemand will an dem Hang etwas gesehen haben. Der Bürgermeister kam.",
        "An dem Hang starben zwei Menschen, sagte Ulf Hagen.",
    )
    assert verdicts(made, "Zwei Tote", "starben zwei") == {("corroborated", None)}
