"""French persons, places and bodies, and that they are the same as in German."""

from __future__ import annotations

import pytest

from quellenlage.documents.document import Document
from quellenlage.layers import sentences
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.entities.recognise import recognise


def read(text: str, *, language: str = "fr") -> dict[str, tuple[str, str | None]]:
    """Return the surface of each mention with type and key."""
    document = Document("a.txt", text, "", 0, None, None, None, "2025-06-12", language)
    made = recognise(sentences.annotate(Annotations(document)))
    return {
        text[m.start : m.end]: (made.referents[m.referent].type, made.referents[m.referent].known)
        for m in made.mentions
    }


def names(text: str) -> dict[str, str]:
    """Return the name of the referent of each mention."""
    document = Document("a.txt", text, "", 0, None, None, None, "2025-06-12", "fr")
    made = recognise(sentences.annotate(Annotations(document)))
    return {text[m.start : m.end]: made.referents[m.referent].name for m in made.mentions}


@pytest.mark.parametrize(
    ("french", "german"),
    [
        ("Le feu a pris à Spire.", ("Spire", "Das Feuer brach in Speyer aus.", "Speyer")),
        ("Une réunion a eu lieu à Moscou.", ("Moscou", "Ein Treffen fand in Moskau statt.", "Moskau")),
        ("Il vit à Genève.", ("Genève", "Er lebt in Genf.", "Genf")),
        ("Il habite en Bavière.", ("Bavière", "Er lebt in Bayern.", "Bayern")),
        ("L’Allemagne négocie.", ("Allemagne", "Deutschland verhandelt.", "Deutschland")),
        ("Le Rhin déborde.", ("Rhin", "Der Rhein steigt.", "Rhein")),
        ("L'ONU proteste.", ("ONU", "Die UNO protestiert.", "UNO")),
        ("La Banque centrale européenne attend.", ("Banque centrale européenne", "Die EZB wartet.", "EZB")),
    ],
)
def test_the_same_as_in_german(french: str, german: tuple[str, str, str]) -> None:
    surface, sentence, name = german
    key = read(french)[surface][1]
    assert key is not None
    assert key == read(sentence, language="de")[name][1]


def test_titles_and_descriptions() -> None:
    text = (
        "Le ministre de l'Intérieur Paul Roche a reçu la préfète du Bas-Rhin, Claire Vogt. M. Roche est resté deux "
        "heures. Le ministre a quitté la ville. Mme Vogt aussi."
    )
    found = names(text)
    assert found["Paul Roche"] == found["Roche"] == found["ministre"] == "Paul Roche"
    assert found["Claire Vogt"] == found["Vogt"] == "Claire Vogt"


def test_institutions() -> None:
    found = read("La police allemande et le ministère français de la Défense enquêtent avec l'ambassade de Russie.")
    assert found["police allemande"][0] == "organization"
    assert found["ministère français de la Défense"] == ("organization", "inst/verteidigungsministerium/country/FR")
    assert found["ambassade de Russie"] == ("organization", "inst/botschaft/country/RU")


def test_names_behind_a_noun() -> None:
    found = read("Le groupe Norvex licencie près de Bagnes. L'association Rive Claire proteste.")
    assert found["Norvex"][0] == "organization"
    assert found["Bagnes"][0] == "place"
    assert found["Rive Claire"][0] == "organization"


def test_words_that_open_sentences_are_no_names() -> None:
    text = "Selon elle, rien n'a changé. Aucun témoin n'a parlé. Son avocat se tait. L'entreprise aussi."
    assert read(text) == {}


@pytest.mark.parametrize("text", ["Moscou rejette l'accord.", "Moscou a rejeté l'accord."])
def test_a_capital_is_its_government_before_a_verb_of_will(text: str) -> None:
    assert read(text)["Moscou"] == ("place", "country/RU")


def test_a_capital_is_a_town_elsewhere() -> None:
    assert str(read("Il a plu à Moscou.")["Moscou"][1]).startswith("city/")


def test_names_keep_their_apostrophe() -> None:
    assert names("Le Conseil d'Etat siège avec Luc Giraud d'Orbe.") == {
        "Conseil d'Etat": "Conseil d'Etat",
        "Luc Giraud d'Orbe": "Luc Giraud d'Orbe",
    }


def test_whom_one_speaks_to_is_no_town() -> None:
    found = read("Le train roule, a confié un cadre à Keystone-ATS. Il habite à Vauclair-sur-Orbe.")
    assert found["Keystone-ATS"] == ("organization", "agency/sda")
    assert found["Vauclair-sur-Orbe"][0] == "place"


def test_french_names_mean_nothing_in_german() -> None:
    found = read("Seine Mutter und manche Nachbarn gingen. Manche blieben.", language="de")
    assert not any(kind == "place" for kind, _ in found.values())
