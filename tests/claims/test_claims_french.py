"""French quantities, negation and fates, as the claims read them."""

from __future__ import annotations

import pytest

from quellenlage.corpus.claims.polarity import negative
from quellenlage.corpus.claims.quantities import quantities
from quellenlage.corpus.claims.wordings import first
from quellenlage.layers.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Le feu a fait quatorze blessés.", 14, 14, "injured"),
        ("Une quarantaine de bateaux attendent.", 37, 43, "ship"),
        ("Quelque 75 randonneurs sont là.", 72, 78, "person"),
        ("Deux millions de francs ont été versés.", 2e6, 2e6, "money:CHF"),
        ("Le canal a perdu 140 mètres cubes d'eau.", 140_000, 140_000, "volume"),
        ("Il y avait vingt-trois personnes.", 23, 23, "person"),
        ("Il y avait quatre-vingt-dix-huit enfants.", 98, 98, "person"),
        ("La hausse atteint 5,5 pour cent.", 5.5, 5.5, "percent"),
        ("La halle contient 1 400 lits.", 1400, 1400, "count"),
        ("Entre 20 et 30 camions sont bloqués.", 20, 30, "vehicle"),
        ("Au plus dix maisons ont brûlé.", 0, 10, "building"),
        ("La moitié des élèves manquent.", 48, 52, "percent"),
        ("Deux cent cinquante soldats arrivent.", 250, 250, "force"),
    ],
)
def test_quantities(text: str, low: float, high: float, unit: str) -> None:
    (made,) = quantities(tokenise(text, 0, len(text), language="fr"), text, language="fr")
    assert (made.low, made.high, made.unit) == (low, high, unit)


def test_what_something_rose_by_is_no_value() -> None:
    for text, role in (("Le bénéfice a reculé de 12%.", "change"), ("Le bénéfice est de 12%.", "")):
        (made,) = quantities(tokenise(text, 0, len(text), language="fr"), text, language="fr")
        assert made.role == role


@pytest.mark.parametrize("text", ["Un homme de 45 ans est là.", "Le vol 714 est parti.", "Il est né en 1987."])
def test_no_quantities(text: str) -> None:
    found = quantities(tokenise(text, 0, len(text), language="fr"), text, language="fr")
    assert [quantity.value for quantity in found if quantity.value > 1] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Aucun poisson n’est mort.", True),
        ("Personne n'est venu.", True),
        ("Il n'a pas plu.", True),
        ("Le pont n'est plus fermé.", True),
        ("Le directeur dément toute fuite.", True),
        ("Le bilan est faux.", True),
        ("Il ne reste que deux jours.", False),
        ("Une personne est venue.", False),
        ("Elle part sans délai.", False),
        ("Il n'y a plus de doute que l'eau monte.", False),
    ],
)
def test_negation(text: str, wanted: bool) -> None:
    assert negative(tokenise(text, 0, len(text), language="fr"), language="fr") is wanted


@pytest.mark.parametrize(
    ("words", "fate"),
    [("trois personnes ont été blessées", "injured"), ("deux hommes arrêtés", "detained"), ("les dégâts", "damage")],
)
def test_fates(words: str, fate: str) -> None:
    found = first("fate", "fr", words)
    assert found is not None
    assert found[0] == fate
