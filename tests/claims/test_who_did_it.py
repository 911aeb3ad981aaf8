"""Who did what only one side can have done, and at which hour: what is a difference and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations

Make = Callable[..., tuple[tuple[Claim, ...], tuple[Annotations, ...]]]


def differences(made: tuple[tuple[Claim, ...], tuple[Annotations, ...]]) -> list[tuple[str | None, set[str | None]]]:
    """Return what each disputed claim differs in, with the values of its mentions."""
    return [(c.differs_in, {m.value for m in c.mentions}) for c in made[0] if c.verdict == "disputed"]


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "Drei Schulen schließen im Sommer. Ausgewählt hatte sie das Bildungsministerium.",
            "Ausgesucht habe die Schulen Landrat Holger Prien selbst, heißt es in der Verwaltung.",
            {"Bildungsministerium", "Holger Prien"},
        ),
        (
            "An der Grenze wurde geschossen. Die armenische Seite habe als erste gefeuert, teilte der Grenzschutz mit.",
            "Schmuggler hätten aus einem Lastwagen heraus das Feuer eröffnet, heißt es in einem Vermerk.",
            {"armenische Seite", "Schmuggler"},
        ),
        (
            "Den Anstoß zu dem Bündnis hatte Portugal gegeben.",
            "Der Anstoß zu dem Bündnis sei von Irland ausgegangen, sagte ein Diplomat.",
            {"Portugal", "Irland"},
        ),
    ],
)
def test_two_who_are_each_said_to_have_done_it(ledger: Make, one: str, other: str, values: set[str]) -> None:
    found = [(kind, told) for kind, told in differences(ledger(one, other)) if kind == "actor"]
    assert len(found) == 1
    assert values <= found[0][1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a board acts for its company, and one of several actors is no other actor
        (
            "Darum habe der Vorstand selbst gebeten, hieß es.",
            "Angefragt worden sei die Hilfe vom Unternehmen, hieß es.",
        ),
        ("Vermittelt hatten Katar und Ägypten.", "Vermittelt hatte nach Angaben eines Diplomaten Katar."),
        # thanks for a mediation do not tell who mediated
        ("Minister Jan Brink dankte Norwegen für die Vermittlung.", "Vermittelt hatte Norwegen."),
        # two things that were each blocked
        ("Frankreich hat die Liste blockiert.", "Bauern haben am Samstag die Autobahn blockiert."),
    ],
)
def test_one_actor_told_twice_or_two_deeds(ledger: Make, one: str, other: str) -> None:
    assert differences(ledger(one, other)) == []


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        (
            "Das Feuer in der Mühle war am Dienstag gegen 1.20 Uhr ausgebrochen.",
            "Das Feuer in der Mühle war am Dienstag um 2.15 Uhr ausgebrochen.",
            {"date"},
        ),
        (
            "Das Feuer in der Mühle war am Dienstag gegen 1.20 Uhr ausgebrochen.",
            "Das Feuer in der Mühle war am Dienstag um 1.25 Uhr ausgebrochen.",
            set(),
        ),
        (
            "Ministerin Ines Raab reiste am Dienstagmorgen aus Lissabon ab.",
            "Ministerin Ines Raab reiste erst am Dienstagabend aus Lissabon ab.",
            {"date"},
        ),
        (
            "Ministerin Ines Raab reiste am Dienstagnachmittag aus Lissabon ab.",
            "Ministerin Ines Raab reiste erst am Dienstagabend aus Lissabon ab.",
            set(),
        ),
    ],
)
def test_two_hours_of_one_day(ledger: Make, one: str, other: str, kinds: set[str]) -> None:
    assert {kind for kind, _ in differences(ledger(one, other))} == kinds
