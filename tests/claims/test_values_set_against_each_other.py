"""Disputes over values that are told sparsely, and look-alikes that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations

Make = Callable[..., tuple[tuple[Claim, ...], tuple[Annotations, ...]]]


def disputes(claims: tuple[Claim, ...]) -> list[str | None]:
    return [claim.differs_in for claim in claims if claim.verdict == "disputed"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Verlag machte im vorigen Jahr einen Verlust von 18 Millionen Euro. "
        "Nach einem Bericht des „Börsenbriefs“ belief sich das Minus sogar auf 24 Millionen Euro.",
        "Rund 800 Leute kamen zu der Kundgebung, sagte Veranstalterin Ute Kamp. Das Ordnungsamt zählte 500 Besucher.",
        "Das Ministerium teilte mit, die Beteiligung habe bei 51 Prozent gelegen. "
        "„In Wirklichkeit waren es höchstens 40 Prozent“, sagte Oppositionsführer Jan Wiek.",
        "Die Bahn teilte mit, am ersten Tag seien 43 Lastwagen durch den Tunnel gefahren. "
        "Nach Zählung der Zöllner waren es nur 29 Fahrzeuge.",
        "Während die Polizei von 800 Besuchern spricht, gehen die Veranstalter von 1500 Besuchern aus.",
    ],
)
def test_the_other_voice_gives_another_figure_in_the_next_sentence(ledger: Make, text: str) -> None:
    claims, _ = ledger(text)
    assert disputes(claims) == ["number"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Umsatz lag bei 200 Millionen Euro. Der Gewinn lag allerdings nur bei 150 Millionen, sagte Ida Lorenz.",
        "Der Turm ist 60 Meter hoch. Der Graben sei sogar 70 Meter breit, sagte Architektin Ida Lorenz.",
        "Die Preise stiegen um 3 Prozent. Die Arbeitslosigkeit liege bei 5 Prozent, sagte Ministerin Ida Lorenz.",
    ],
)
def test_another_thing_in_the_next_sentence_is_no_dispute(ledger: Make, text: str) -> None:
    claims, _ = ledger(text)
    assert disputes(claims) == []


def test_two_depths_of_one_fall(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Gondel der Bergbahn rutschte am Samstag vom Seil und fiel 18 Meter tief.",
        "Am Samstag rutschte die Gondel Nummer 17 der Bergbahn vom Seil und krachte 25 Meter in die Tiefe.",
    )
    claim = next(c for c in claims if c.verdict == "disputed")
    assert claim.differs_in == "number"
    assert {m.value for m in claim.mentions if m.value} >= {"18 Meter", "25 Meter"}


def test_what_happens_once_has_one_day(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Seilbahn wurde zuletzt im Januar überprüft.",
        "Die letzte Überprüfung der Seilbahn fand im Oktober statt.",
    )
    assert disputes(claims) == ["date"]


def test_the_last_of_one_thing_is_not_the_last_of_another(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Seilbahn wurde zuletzt im Januar überprüft.",
        "Das letzte Rennen an der Seilbahn fand im Oktober statt.",
    )
    assert disputes(claims) == []


def test_nobody_hurt_against_somebody_hurt(ledger: Make) -> None:
    claims, _ = ledger(
        "In Melle ist am Montag ein Silo umgestürzt. Verletzt wurde niemand.",
        "In Melle ist am Montag ein Silo umgestürzt. Dabei wurden auch Arbeiter verletzt.",
    )
    assert "polarity" in disputes(claims)


def test_nobody_dead_is_not_nobody_hurt(ledger: Make) -> None:
    claims, _ = ledger(
        "In Melle ist am Montag ein Silo umgestürzt. Getötet wurde niemand.",
        "In Melle ist am Montag ein Silo umgestürzt. Dabei wurden auch Arbeiter verletzt.",
    )
    assert disputes(claims) == []


def test_rounded_millions_are_no_dispute(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Bau der Brücke in Melle kostete 2,3 Millionen Euro.",
        "Der Bau der Brücke in Melle kostete genau 2.345.678 Euro.",
    )
    assert disputes(claims) == []


def test_what_it_rose_by_is_not_what_it_rose_to(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Miete in Melle stieg im März um 3 Prozent.",
        "Die Miete in Melle stieg im März auf 12 Prozent des Einkommens.",
    )
    assert disputes(claims) == []


def test_a_range_holds_the_number_in_it(ledger: Make) -> None:
    claims, _ = ledger(
        "Bei dem Brand in Melle wurden zwischen 20 und 30 Boote zerstört.",
        "Bei dem Brand in Melle wurden 27 Boote zerstört.",
        "Bei dem Brand in Melle wurden 41 Boote zerstört.",
    )
    claim = next(c for c in claims if c.verdict == "disputed")
    assert "41" in claim.why
    assert {m.value for m in claim.mentions} == {"zwischen 20 und 30", "27", "41"}


def test_a_later_higher_toll_that_rose_is_an_update(ledger: Make) -> None:
    claims, _ = ledger(
        "Bei dem Unglück in Melle starben neun Menschen.",
        "Die Zahl der Toten bei dem Unglück in Melle ist auf zwölf gestiegen.",
        published=("2025-05-14", "2025-05-15"),
    )
    assert disputes(claims) == []


def test_a_forecast_and_what_came_of_it_are_no_dispute(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Stadt Melle rechnet mit 5000 Besuchern beim Hafenfest.",
        "Zum Hafenfest in Melle kamen 3200 Besucher.",
        published=("2025-05-14", "2025-05-19"),
    )
    assert disputes(claims) == []


def test_a_plan_that_ends_before_the_other_day(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Umbau des Hafens in Melle soll bis Ende 2025 beendet sein.",
        "Der Umbau des Hafens in Melle soll im Juni 2026 beendet sein.",
    )
    assert disputes(claims) == ["date"]


def test_a_plan_for_a_day_within_the_bound_is_no_dispute(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Umbau des Hafens in Melle soll bis Ende 2025 beendet sein.",
        "Der Umbau des Hafens in Melle soll im Juni 2025 beendet sein.",
    )
    assert disputes(claims) == []


def test_a_deadline_is_not_the_day_of_what_was_agreed(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Hafen in Melle soll bis zum Frühjahr ausgebaut werden.",
        "Der Vertrag über den Ausbau des Hafens in Melle wurde am Montag unterzeichnet.",
    )
    assert disputes(claims) == []


def test_not_before_july_excludes_june(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Bauleiter rechnen mit der Öffnung der Brücke in Melle im Juni.",
        "Die Bauleiter rechnen nicht vor Juli mit der Öffnung der Brücke in Melle.",
    )
    assert disputes(claims) == ["date"]


def test_who_goes_on_with_a_denial_denies_what_was_said(ledger: Make) -> None:
    claims, _ = ledger(
        "Soldaten sollen auch Mörser eingesetzt haben. Das Amt tat das als Märchen ab: Man habe nicht geschossen.",
        "Über den Vorfall wird seit Tagen gestritten.",
    )
    claim = next(c for c in claims if "Mörser" in c.text)
    assert (claim.verdict, claim.differs_in) == ("disputed", "polarity")
    assert claim.mentions[0].stance == "attributes"
    assert {m.stance for m in claim.mentions[1:]} == {"denies"}


def test_a_city_and_its_longer_name_are_no_dispute(ledger: Make) -> None:
    claims, _ = ledger(
        "In Frankfurt an der Oder ist am Dienstag eine Brücke eingestürzt.",
        "Am Dienstag ist in Frankfurt eine Brücke eingestürzt.",
    )
    assert disputes(claims) == []


def test_the_dead_of_one_town_are_part_of_all(ledger: Make) -> None:
    claims, _ = ledger(
        "Bei dem Erdbeben auf der Insel starben mindestens neun Menschen.",
        "Bei dem Erdbeben auf der Insel starben in der Stadt Myra sieben Menschen.",
    )
    assert disputes(claims) == []


def test_a_denial_does_not_reach_what_the_claim_holds_besides(ledger: Make) -> None:
    claims, _ = ledger(
        "Ein Lastwagen ist am Freitag auf der A 7 umgekippt. Der 45 Jahre alte Fahrer wurde leicht verletzt.",
        "Auf der A 7 ist ein Lastwagen verunglückt. Der Fahrer kam mit leichten Verletzungen davon.",
        "Der Fahrer war nach Angaben der Polizei eingeschlafen. Der Spediteur wies das zurück.",
    )
    disputed = [c for c in claims if c.verdict == "disputed"]
    assert ["eingeschlafen" in c.text for c in disputed] == [True]
    assert len(disputed[0].mentions) == 2
