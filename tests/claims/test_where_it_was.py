"""Where something took place, told by buildings: two of them, one under two names, one in another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus.claims.venues import Venue, elsewhere
from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations

Make = Callable[..., tuple[tuple[Claim, ...], tuple[Annotations, ...]]]


def differences(made: tuple[tuple[Claim, ...], tuple[Annotations, ...]]) -> set[str | None]:
    return {claim.differs_in for claim in made[0] if claim.verdict == "disputed"}


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        (
            "Der Vertrag wurde am Montag im Palast Al-Hisn unterzeichnet.",
            "Unterschrieben haben sie den Vertrag am Montag im Hotel Corniche.",
            {"place"},
        ),
        (
            "Der Vertrag wurde am Montag im Palast Al-Hisn unterzeichnet.",
            "Unterzeichnet wurde der Vertrag am Montag im Palast.",
            set(),
        ),
        (
            "Der Vertrag wurde am Montag im Palast Al-Hisn unterzeichnet.",
            "Unterzeichnet wurde der Vertrag am Montag in einem Saal.",
            set(),
        ),
        (
            "Über die Löhne wird verhandelt. Tagungsort ist das Rathaus.",
            "Die Gespräche über die Löhne finden im Ministerium statt, hieß es.",
            {"place"},
        ),
    ],
)
def test_two_buildings_for_one_happening(ledger: Make, one: str, other: str, kinds: set[str]) -> None:
    assert differences(ledger(one, other)) == kinds


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        (Venue("sign", "palace", "Al-Hisn", ""), Venue("sign", "residence", "Nurabad", ""), True),
        (Venue("sign", "palace", "Al-Hisn", ""), Venue("sign", "palace", "Аль-Хисн", ""), False),
        (Venue("sign", "palace", "", ""), Venue("sign", "residence", "Nurabad", ""), False),
        (Venue("sign", "palace", "", ""), Venue("talks", "hotel", "", ""), False),
        (Venue("talks", "village", "Oberau", ""), Venue("talks", "hotel", "Post", ""), False),
        (Venue("talks", "city", "Fulda", ""), Venue("talks", "townhall", "Kassel", ""), True),
        (Venue("talks", "city", "Kassel", ""), Venue("talks", "townhall", "Kassel", ""), False),
    ],
)
def test_what_cannot_be_one_place(a: Venue, b: Venue, differ: bool) -> None:
    assert elsewhere(a, b) is elsewhere(b, a) is differ
