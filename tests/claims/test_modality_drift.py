"""Modality drift: plain fact in one article, hearsay or somebody's word in another, for the same claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus.records import Claim
from quellenlage.layers.annotations import Annotations

Make = Callable[..., tuple[tuple[Claim, ...], tuple[Annotations, ...]]]


def claim_of(claims: tuple[Claim, ...], word: str) -> Claim:
    return next(c for c in claims if word in c.text and len({m.article for m in c.mentions}) > 1)


def names(claim: Claim, annotated: tuple[Annotations, ...]) -> tuple[str, str, str]:
    """Return the articles by number that tell it as fact, put it on somebody, hedge it."""
    number = {a.document.key: str(n) for n, a in enumerate(annotated, start=1)}
    assert claim.drift is not None
    sides = (claim.drift.asserted, claim.drift.reported, claim.drift.hedged)
    return tuple("".join(number[key] for key in side) for side in sides)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("careful", "sides"),
    [
        ("Der Kranführer soll am Montag betrunken gewesen sein.", ("1", "", "2")),
        ("Der Kranführer war am Montag angeblich betrunken.", ("1", "", "2")),
        ("Der Kranführer war am Montag betrunken, sagte Polizeisprecherin Ute Kamp.", ("1", "2", "")),
        ("Nach Angaben der Polizei war der Kranführer am Montag betrunken.", ("1", "2", "")),
    ],
)
def test_fact_here_and_less_there_is_told_and_no_dispute(
    ledger: Make, careful: str, sides: tuple[str, str, str]
) -> None:
    claims, annotated = ledger("Der Kranführer war am Montag betrunken.", careful)
    claim = claim_of(claims, "Kranführer")
    assert claim.verdict != "disputed"
    assert names(claim, annotated) == sides
    assert claim.drift is not None and "“Der Kranführer war am Montag betrunken”" in claim.drift.why


def test_what_is_told_alike_drifts_nowhere(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Kranführer war am Montag betrunken. Der Kran wird abgebaut.", "Der Kranführer war am Montag betrunken."
    )
    assert claim_of(claims, "Kranführer").drift is None


def test_a_plan_and_what_became_of_it_do_not_drift(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Minister soll am Freitag die neue Schleuse eröffnen.",
        "Der Minister hat am Freitag die neue Schleuse eröffnet.",
        published=("2025-05-14", "2025-05-17"),
    )
    assert all(c.drift is None for c in claims)


def test_who_names_the_source_once_may_go_on_without(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Kranführer soll betrunken gewesen sein. Der Kranführer war betrunken und schlief am Hebel ein.",
        "Der Kranführer soll am Montag betrunken gewesen sein.",
    )
    assert all(c.drift is None for c in claims if "betrunken" in c.text)


def test_a_demand_is_told_as_a_fact_by_all(ledger: Make) -> None:
    claims, _ = ledger(
        "Die Abgeordnete Jana Prinz forderte am Donnerstag im Landtag den Rücktritt des Ministers.",
        "Am Donnerstag forderte die Abgeordnete Jana Prinz im Landtag den Rücktritt des Ministers.",
    )
    assert all(c.drift is None for c in claims)


def test_other_values_and_other_days_do_not_drift(ledger: Make) -> None:
    claims, _ = ledger(
        "Bei dem Sturm am Montag wurden in Aurich neun Menschen verletzt.",
        "Bei dem Sturm am Montag sollen in Aurich zwölf Menschen verletzt worden sein.",
    )
    assert all(c.drift is None for c in claims)


def test_a_copy_that_drops_the_caution_of_its_source_is_named(ledger: Make) -> None:
    rest = (
        " Das Feuer griff gegen drei Uhr auf die beiden oberen Stockwerke der Lagerhalle über. Die Feuerwehr war mit "
        "achtzig Leuten und zwölf Wagen vor Ort und löschte bis zum frühen Morgen. Anwohner mussten Fenster und Türen "
        "geschlossen halten. Die Bundesstraße nach Emden blieb bis zum Mittag in beide Richtungen voll gesperrt."
    )
    claims, annotated = ledger(
        "Ein Wachmann soll das Tor der Lagerhalle offen gelassen haben." + rest,
        "Ein Wachmann hat das Tor der Lagerhalle offen gelassen." + rest,
        published=("2025-05-13", "2025-05-14"),
    )
    claim = claim_of(claims, "Wachmann")
    assert names(claim, annotated) == ("2", "", "1")
    assert claim.drift is not None and claim.drift.dropped == (annotated[1].document.key,)


def test_every_mention_says_how_firmly_it_is_put(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Kranführer war am Montag betrunken.",
        "Der Kranführer soll am Montag betrunken gewesen sein.",
        "Die Firma bestreitet, dass der Kranführer am Montag betrunken war.",
    )
    claim = claim_of(claims, "Kranführer")
    assert [m.certainty for m in claim.mentions] == ["asserted", "hedged", "denied"]


def test_a_denial_that_nobody_else_tells_is_shown_as_one(ledger: Make) -> None:
    claims, _ = ledger("Der Verein bestritt, dass in der Kasse Geld fehle.", "Der Verein hat ein neues Stadion.")
    claim = next(c for c in claims if "Kasse" in c.text)
    assert (claim.mentions[0].stance, claim.verdict) == ("denies", "single_source")


def test_other_words_on_the_same_matter_do_not_drift(ledger: Make) -> None:
    claims, _ = ledger(
        "Der Zug hatte in zwei Kesselwagen Natronlauge geladen.",
        "Aus einem Kesselwagen liefen 200 Liter Natronlauge, sagte Feuerwehrchef Jan Büsing.",
    )
    assert all(c.drift is None for c in claims)
