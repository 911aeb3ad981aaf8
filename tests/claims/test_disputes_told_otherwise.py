"""Disputes that are not told by two plain sentences: denials that point back, corrections, days, places, who began."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations

Make = Callable[..., tuple[tuple[Claim, ...], tuple[Annotations, ...]]]


def disputes(claims: tuple[Claim, ...]) -> list[tuple[str, str | None]]:
    return [(claim.text, claim.differs_in) for claim in claims if claim.verdict == "disputed"]


@pytest.mark.parametrize(
    "denial",
    [
        "Werksleiterin Petra Lohmann sagte: „Das ist frei erfunden.“",
        "„Das stimmt nicht“, sagte Werksleiterin Petra Lohmann.",
        "Werksleiterin Petra Lohmann bestritt das.",
        "Eine solche Weisung habe es nie gegeben, sagte Werksleiterin Petra Lohmann.",
    ],
)
def test_denials_that_point_back_dispute_what_was_said(ledger: Make, denial: str) -> None:
    claims, _ = ledger(
        "Die Fabrik habe nachts Säure in den Bach geleitet, sagte der Anwohner Uwe Brandes. " + denial,
        "Über die Fabrik wird seit Tagen gestritten.",
    )
    assert [difference for text, difference in disputes(claims) if "Säure" in text] == ["polarity"]


def test_what_only_affirms_is_no_denial(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Fabrik habe nachts Säure in den Bach geleitet, sagte der Anwohner Uwe Brandes. "
        "„Das ist richtig“, sagte Werksleiterin Petra Lohmann.",
        "Über die Fabrik wird seit Tagen gestritten.",
    )
    assert not disputes(claims)


def test_such_a_thing_named_before_is_that_thing(ledger: Make) -> None:
    claims, _ = ledger(
        "Ein Gutachten empfiehlt, die Brücke abzureißen. Die Prüferin Ines Rahn rät zu einem Neubau. "
        "Ein solches Gutachten sei nie bestellt worden, sagte Bürgermeister Jens Tietz.",
        "Die Brücke bleibt vorerst offen.",
    )
    assert not [text for text, _ in disputes(claims) if "Neubau" in text]


def test_a_denial_in_its_own_words_answers_the_accusation_before(ledger: Make) -> None:
    claims, _ = ledger(
        "Demnach soll auch das Lager in Bitterfeld schließen. "
        "Firmenchef Rolf Kessler bestreitet, dass Bitterfeld auf einer Liste stehe.",
        "Über die Firma wird seit Tagen gestritten.",
    )
    assert ("polarity") in [difference for text, difference in disputes(claims) if "Lager" in text]


def test_the_sentence_behind_a_denial_belongs_to_it(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Verein habe Spieler zum Schweigen gedrängt, sagte Stürmer Timo Roth. "
        "Präsident Karl Huth wies das zurück. Niemand sei unter Druck geraten, sagte er.",
        "Der Verein hat ein neues Stadion.",
    )
    claim = next(c for c in claims if "gedrängt" in c.text)
    assert [m.stance for m in claim.mentions].count("denies") == 2


def test_a_corrected_place_is_a_dispute_over_the_place(ledger: Make) -> None:
    claims, _ = ledger(
        "Das Treffen der Minister findet am 4. Juni in Hamburg statt.",
        "Das Treffen der Minister am 4. Juni findet nicht in Hamburg, sondern in Dresden statt.",
    )
    claim = next(c for c in claims if c.verdict == "disputed")
    assert claim.differs_in == "place"
    assert {m.value for m in claim.mentions} == {"Hamburg", "Dresden"}
    assert "Dresden" in claim.why


def test_not_only_corrects_nothing(ledger: Make) -> None:
    claims, _ = ledger(
        "Das Treffen der Minister findet am 4. Juni in Hamburg statt.",
        "Das Treffen der Minister findet nicht nur in Hamburg, sondern auch in Dresden statt.",
    )
    assert not disputes(claims)


def test_the_figure_that_is_named_as_wrong_is_told_apart(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Bahnhof war am Montag 40 Minuten lang gesperrt.",
        "Der Bahnhof war am Montag zwei Stunden lang gesperrt, nicht 40 Minuten.",
    )
    claim = next(c for c in claims if c.verdict == "disputed")
    assert claim.differs_in == "number"
    assert {m.value for m in claim.mentions} == {"40 Minuten", "zwei Stunden"}


def test_two_days_for_one_bound_are_a_dispute_with_both_days_shown(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Brücke bleibt voraussichtlich bis Donnerstag gesperrt.",
        "Die Brücke bleibt voraussichtlich bis Sonntag gesperrt.",
    )
    claim = next(c for c in claims if c.verdict == "disputed")
    assert claim.differs_in == "date"
    assert {m.value for m in claim.mentions} == {"Donnerstag", "Sonntag"}


def test_two_who_are_said_to_have_started_it(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Gespräche kamen auf Vermittlung Norwegens zustande.",
        "Die Gespräche kamen auf Einladung Katars zustande.",
    )
    claim = next(c for c in claims if c.verdict == "disputed")
    assert claim.differs_in == "actor"
    assert {m.value for m in claim.mentions} == {"Norwegens", "Katars"}


def test_lengths_of_different_things_are_no_dispute(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Damm war auf einer Länge von 15 Metern gebrochen.",
        "Der Pegel der Mulde stieg auf zehn Meter.",
    )
    assert not disputes(claims)


def test_a_part_of_the_injured_is_no_other_total(ledger: Make) -> None:
    claims, _ = ledger(
        "Bei dem Brand in der Lagerhalle wurden vier Menschen verletzt.",
        "Bei dem Brand in der Lagerhalle wurden zwei ihrer Leute verletzt, sagte Feuerwehrchefin Anne Kolb.",
    )
    assert not disputes(claims)


def test_a_figure_of_a_day_of_its_own_is_not_the_other_side(ledger: Make) -> None:
    claims, _ = ledger(
        "In dem Werk arbeiten 210 Menschen. Am 3. Mai waren nach Angaben der Polizei 600 Menschen auf der Straße.",
    )
    assert not disputes(claims)
