"""A part that is more than the whole contradicts it; one that is less does not. What stops does not start."""

from __future__ import annotations

from collections.abc import Callable

from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations

Make = Callable[..., tuple[tuple[Claim, ...], tuple[Annotations, ...]]]


def disputes(ledger: Make, *texts: str) -> set[str | None]:
    claims, _ = ledger(*texts)
    return {claim.differs_in for claim in claims if claim.verdict == "disputed"}


def test_more_hurt_in_one_ward_than_are_said_to_be_hurt_at_all(ledger: Make) -> None:
    all_of_them = "Bei der Kundgebung wurden nach Angaben des Rettungsdienstes 19 Menschen verletzt."
    ward = "Die Ärztin Gesa Ahlert sagt, allein ihre Station habe in der Nacht {} Verletzte aufgenommen."
    assert disputes(ledger, all_of_them, ward.format(34)) == {"number"}
    assert disputes(ledger, all_of_them, ward.format(8)) == set()


def test_when_ships_stopped_and_when_they_sail_again_are_no_two_days_for_one_thing(ledger: Make) -> None:
    stopped = "Die Schifffahrt auf der Weser ruht seit Montag."
    again = "Seit Mittwoch fahren die Schiffe auf der Weser wieder."
    assert disputes(ledger, stopped, again) == set()


def test_a_part_is_compared_and_not_the_whole_it_is_of(ledger: Make) -> None:
    one = "Das Werk baut nach Angaben der Chefin 300 der 1900 Stellen ab."
    assert disputes(ledger, one, "Das Werk baut laut Betriebsrat 520 Stellen ab.") == {"number"}
    assert disputes(ledger, one, "Das Werk baut laut Betriebsrat 300 Stellen ab.") == set()
    assert disputes(ledger, one, "Das Werk in Lauen hat 1900 Stellen, sagte die Chefin.") == set()


def test_those_who_strike_are_not_those_who_lose_their_jobs(ledger: Make) -> None:
    strike = "Im Werk legten laut Gewerkschaft rund 1600 Beschäftigte die Arbeit nieder."
    cuts = "Im Werk sollen laut Vorstand 900 Beschäftigte ihre Stellen verlieren."
    assert disputes(ledger, strike, cuts) == set()


def test_at_once_and_a_day_that_is_still_to_come(ledger: Make) -> None:
    now = "Das Einfuhrverbot für Rohöl gilt ab sofort."
    assert disputes(ledger, now, "Das Einfuhrverbot für Rohöl gilt ab dem 1. Juli 2025.") == {"date"}
    assert disputes(ledger, now, "Das Einfuhrverbot für Rohöl gilt seit Mittwoch.") == set()


def test_cases_are_counts_of_what_was_told_before(ledger: Make) -> None:
    text = (
        "Bei den Märschen wurden nach Zählung des Verbands 28 Reporter verletzt. "
        "Das Innenministerium räumt zwölf Fälle ein."
    )
    assert disputes(ledger, text, "In der Stadt wird seit Tagen gestritten.") == {"number"}
