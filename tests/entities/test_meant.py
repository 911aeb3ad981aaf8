"""What nouns mean that stand for a place, a body or a person named before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.layers.annotations import Annotations, Referent

Make = Callable[..., Annotations]


def meant(annotations: Annotations, surface: str) -> Referent | None:
    """Return the referent of the last place where a surface stands."""
    place = annotations.document.text.rindex(surface)
    for mention in annotations.mentions:
        if mention.start < place + len(surface) and place < mention.end:
            return annotations.referents[mention.referent]
    return None


@pytest.mark.parametrize(
    ("language", "text", "surface", "known"),
    [
        ("de", "Oman vermittelt. Beide dankten dem Sultanat.", "Sultanat", "country/OM"),
        ("de", "Belgien und Frankreich verhandeln. Das Königreich lenkt ein.", "Königreich", "country/BE"),
        ("de", "Katar und Oman vermitteln. Das Emirat zahlt.", "Emirat", "country/QA"),
        ("en", "Oman hosted the talks. Both thanked the sultanate.", "sultanate", "country/OM"),
        ("ru", "Переговоры прошли в Омане. Стороны благодарны султанату.", "султанату", "country/OM"),
        ("de", "In Estland wird gewählt. In der Hauptstadt war es ruhig.", "Hauptstadt", "city/588409"),
        ("de", "Deutschland hilft. In der estnischen Hauptstadt war es ruhig.", "Hauptstadt", "city/588409"),
        ("en", "Talks were held in the capital of Estonia.", "capital", "city/588409"),
        ("ru", "Соглашение подписали в столице Эстонии.", "столице", "city/588409"),
        ("de", "In Freiburg brannte es. In der Stadt roch es nach Rauch.", "Stadt", "city/2925177"),
        ("de", "Das Öl floss in den Rhein. Der Fluss ist gesperrt.", "Fluss", "river/rhein"),
        ("de", "Der Kanton Aargau klagt. Der Kanton hofft.", "Kanton", "state/CH-AG"),
    ],
)
def test_a_place_by_what_it_is(annotated: Make, language: str, text: str, surface: str, known: str) -> None:
    found = meant(annotated(text, language=language), surface)
    assert found is not None
    assert found.known == known


def test_a_monarchy_is_no_republic(annotated: Make) -> None:
    assert meant(annotated("Schweden wählt. Norwegen auch. Die Republik schweigt."), "Republik") is None


@pytest.mark.parametrize(
    ("language", "text", "surface", "known"),
    [
        ("de", "Lettland streitet. Das Parlament stimmte ab. Die Saeima tagte lange.", "Saeima", "org/saeima"),
        ("de", "Das lettische Parlament stimmte ab.", "Parlament", "org/saeima"),
        ("ru", "Сейм Латвии принял закон. У здания сейма стояли люди.", "сейма", "org/saeima"),
        ("ru", "В Польше спорят. Сейм принял закон.", "Сейм", "org/sejm"),
        ("en", "Poland's lower house passed the bill.", "lower house", "org/sejm"),
        ("de", "Das estnische Parlament, der Riigikogu, tagt.", "Riigikogu", "org/riigikogu"),
        ("de", "Die türkische Nationalversammlung stimmte zu.", "Nationalversammlung", "org/tbmm"),
        ("en", "Kenya's National Assembly met.", "National Assembly", "inst/parlament/country/KE"),
    ],
)
def test_parliaments(annotated: Make, language: str, text: str, surface: str, known: str) -> None:
    found = meant(annotated(text, language=language), surface)
    assert found is not None
    assert found.known == known


@pytest.mark.parametrize(
    ("language", "text", "surface", "name"),
    [
        (
            "en",
            "The ferry operator Calder Line sank a ship. The operator has not commented.",
            "operator",
            "Calder Line",
        ),
        ("en", "Helvimed, a firm in Basel, sold it. The company Helvimed paid. The firm left.", "firm", "Helvimed"),
        ("ru", "Компания «Балтлайн» закрыта. Компания молчит.", "Компания", "Балтлайн"),
        ("ru", "Портал «Степь сегодня» написал об этом.", "Степь сегодня", "Степь сегодня"),
        ("de", "Die Solarex Energie AG klagt. Das Zuger Unternehmen schwieg.", "Unternehmen", "Solarex Energie AG"),
        ("de", "Die Solarex Energie AG klagt. Solarex Energie verlor.", "Solarex Energie", "Solarex Energie AG"),
        ("de", "Die Solarex Energie AG klagt. Solarex-Chef Jan Opitz schwieg.", "Solarex", "Solarex Energie AG"),
        (
            "de",
            "Der Ausschuss tagt. Der Untersuchungsausschuss lud ihn.",
            "Untersuchungsausschuss",
            "Untersuchungsausschuss",
        ),
        ("de", "Gegen den FC Traunfeld wird ermittelt. Der Klub schwieg.", "Klub", "FC Traunfeld"),
        ("de", "EU-Kommissarin Elena Rossi kam. Die Kommission prüft.", "Kommission", "Europäische Kommission"),
    ],
)
def test_bodies(annotated: Make, language: str, text: str, surface: str, name: str) -> None:
    found = meant(annotated(text, language=language), surface)
    assert found is not None
    assert found.name == name


def test_another_commission_is_not_that_of_the_eu(annotated: Make) -> None:
    a = annotated("Die Wahlkommission Maliens zählte. Die EU half. Die Kommission will prüfen.")
    found = meant(a, "Kommission")
    assert found is not None
    assert found.known != "org/eu-kommission"


def test_a_publication_by_part_of_its_name(annotated: Make) -> None:
    a = annotated("Das sagte er auf Anfrage des Blitz-Boten.", outlet="Blitz-Bote Nord")
    assert meant(a, "Blitz-Boten") is None or meant(a, "Blitz-Boten").name == "Blitz-Bote Nord"  # type: ignore[union-attr]
    b = annotated("Das sagte er der Pfalzwoche.", outlet="Radio Pfalzwoche")
    assert meant(b, "Pfalzwoche") is not None
    assert meant(b, "Pfalzwoche").name == "Radio Pfalzwoche"  # type: ignore[union-attr]


def test_a_headline_leaves_out_the_article(annotated: Make) -> None:
    a = annotated("Präsident Guntis Arnek sprach mit allen.", title="Nach dem Votum: Präsident sucht Nachfolger")
    place = a.document.text.index("Präsident sucht")
    assert any(mention.start == place for mention in a.mentions)
    b = annotated("Finanzminister Jens Brück kam.", title="Finanzminister streiten über Haushalt")
    assert not any(mention.start == 0 for mention in b.mentions)


def test_a_masculine_title_of_a_woman(annotated: Make) -> None:
    a = annotated("Die Regierungschefin Ilze Arnika sagte aus.", title="Ex-Premier Arnika verteidigt sich")
    persons = [referent.name for referent in a.referents if referent.type == "person"]
    assert persons == ["Ilze Arnika"]


@pytest.mark.parametrize("surface", ["Калныньшем", "Калныньша"])
def test_a_russian_surname_in_its_cases(annotated: Make, surface: str) -> None:
    a = annotated(f"Андрис Калныньш заявил об этом. Он отказался говорить о встрече с {surface}.", language="ru")
    found = meant(a, surface)
    assert found is not None
    assert found.name == "Андрис Калныньш"


def test_no_holder_after_the_last_day_of_the_table(annotated: Make) -> None:
    text = "Der Kremlchef schwieg. Moskau lehnt ab."
    before = meant(annotated(text, published="2024-05-01"), "Kremlchef")
    after = meant(annotated(text, published="2026-05-01"), "Kremlchef")
    assert before is not None
    assert before.known == "person/wladimir-putin"
    assert after is None or after.known is None


def test_a_holder_whom_the_text_names_later(annotated: Make) -> None:
    a = annotated("Putin sprach am Montag in Russland. Der Kremlchef drohte.", published="2026-05-01")
    found = meant(a, "Kremlchef")
    assert found is not None
    assert found.name == "Putin"


def test_french_elision(annotated: Make) -> None:
    found = meant(annotated("Selon l'AFP, le feu est éteint.", language="fr"), "AFP")
    assert found is not None
    assert found.known == "agency/afp"
