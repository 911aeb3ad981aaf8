"""Figures of an earlier time told for comparison, and bounds that both can be right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

PARTY = (
    "Wahl in Norden\n\nDie Talpartei kam bei der Wahl am Sonntag auf 31 Prozent.",
    "Verluste\n\nDie Talpartei kam laut Wahlleitung auf 31 Prozent. "
    "Bei der Wahl im Oktober 2021 war sie noch auf 34 Prozent gekommen.",
)


def test_the_result_of_the_election_before_is_no_dispute(ledger: Callable[..., Any]) -> None:
    claims, _ = ledger(*PARTY)
    assert not [claim for claim in claims if claim.verdict == "disputed"]


def test_two_results_of_one_election_are(ledger: Callable[..., Any]) -> None:
    claims, _ = ledger(PARTY[0], "Zählung\n\nDie Talpartei kam bei der Wahl am Sonntag auf 34 Prozent.")
    assert [claim.differs_in for claim in claims if claim.verdict == "disputed"] == ["number"]
