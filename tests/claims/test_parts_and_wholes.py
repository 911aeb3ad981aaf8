"""A part that is more than the whole contradicts it; one that is less does not. What stops does not start."""

from __future__ import annotations

from collections.abc import Callable

from quellenlage.corpus.claims.assertions import assertions
from quellenlage.corpus.claims.verdicts import Told, bearing, judge
from quellenlage.corpus.records import Claim, Names
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


def test_fewer_who_are_still_missing_are_an_update(ledger: Make) -> None:
    before = "Nach dem Bergsturz gelten fünf Menschen als vermisst, sagte Einsatzleiter Jost Amann."
    later = "Nach dem Bergsturz werden noch zwei Menschen vermisst, sagte Einsatzleiter Ulf Reber."
    other = "Nach dem Bergsturz werden zwei Menschen vermisst, sagte Einsatzleiter Ulf Reber."
    days = ("2025-05-14", "2025-05-16")
    claims, _ = ledger(before, later, published=days)
    assert not [claim for claim in claims if claim.verdict == "disputed"]
    claims, _ = ledger(before, other, published=days)
    assert [claim.differs_in for claim in claims if claim.verdict == "disputed"] == ["number"]


def test_what_does_not_tell_the_number_in_dispute_is_no_part_of_it(annotate: Callable[..., Annotations]) -> None:
    article = annotate(
        "p1",
        "Am Ufer kamen 300 Leute zusammen. Am Ufer kamen 700 Leute zusammen. Das Ufer ist mit Schilf bewachsen.",
    )
    told = [
        Told(assertion, frozenset([f"r{n}"]), "2025-05-14", False, n)
        for n, assertion in enumerate(assertions(article, Names((), {})))
    ]
    assert len(told) == 3
    judgement = judge(told, lambda i, j: 0.4)
    assert judgement.differs_in == "number"
    assert bearing(told, judgement, lambda i, j: 0.4) == {0, 1}
    assert bearing(told, judgement, lambda i, j: 0.6) == {0, 1, 2}


def test_a_day_that_is_named_only_as_wrong_is_not_the_day(ledger: Make) -> None:
    one = "Über den Haushalt der Stadt wird am 12. Juni 2025 abgestimmt."
    other = "Über den Haushalt der Stadt wird nicht am {}., sondern am {}. Juni 2025 abgestimmt."
    assert disputes(ledger, one, other.format(12, 26)) == {"date"}
    assert disputes(ledger, one, other.format(5, 12)) == set()
