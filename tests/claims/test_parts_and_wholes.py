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
