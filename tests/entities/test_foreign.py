from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.layers.annotations import Annotations
from quellenlage.layers.entities.cyrillic import nominatives

Make = Callable[..., Annotations]


def keys(annotations: Annotations) -> set[str]:
    return {referent.known for referent in annotations.referents if referent.known}


@pytest.mark.parametrize(
    ("key", "texts"),
    [
        (
            "inst/außenministerium/country/KE",
            {
                "de": "Das Außenministerium in Nairobi widersprach. Das kenianische Außenministerium schwieg dann.",
                "en": "Kenya's foreign ministry objected. The foreign ministry of Kenya said nothing more.",
                "ru": "МИД Кении возразил. Министерство иностранных дел Кении больше ничего не сообщило.",
            },
        ),
        (
            "inst/zoll/country/GE",
            {
                "de": "Der georgische Zoll zählte die Lastwagen.",
                "en": "Georgia's customs service counted the lorries.",
                "ru": "Грузинская таможня посчитала грузовики.",
            },
        ),
        (
            "inst/grenzschutz/country/FI",
            {
                "de": "Der finnische Grenzschutz meldete zwei Boote.",
                "en": "The Finnish border guard reported two boats.",
                "ru": "Пограничная служба Финляндии сообщила о двух лодках.",
            },
        ),
        (
            "inst/beobachtermission/org/eu",
            {
                "de": "Die EU-Beobachtermission zählte die Boote.",
                "en": "The European Union's monitoring mission counted the boats.",
                "ru": "Об этом сообщили в наблюдательной миссии Евросоюза.",
            },
        ),
    ],
)
def test_one_institution_in_three_languages(annotated: Make, key: str, texts: dict[str, str]) -> None:
    for language, text in texts.items():
        assert key in keys(annotated(text, language=language)), language


def test_customs_officers_are_no_authority(annotated: Make) -> None:
    a = annotated("Two customs officers and a customs shed stood in Kenya.", language="en")
    assert not any(key.startswith("inst/") for key in keys(a))


def test_russian_ministry_named_before(annotated: Make) -> None:
    a = annotated("МИД Кении возразил. По словам представителя министерства, решение не принято.", language="ru")
    place = a.document.text.index("министерства")
    referent = next(a.referents[m.referent] for m in a.mentions if m.start == place)
    assert referent.known == "inst/außenministerium/country/KE"


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("Еревана", "Ереван"), ("Рязанью", "Рязань"), ("Москвой", "Москва"), ("Афинах", "Афины"), ("Сочи", "Сочи"),
        ("Казани", "Казань"), ("Исфары", "Исфара"), ("Грозного", "Грозный"), ("Софией", "София"), ("Ош", "Ош"),
    ],
)  # fmt: skip
def test_nominatives_of_place_names(form: str, base: str) -> None:
    assert base in set(nominatives(form))


def test_russian_places_in_their_cases(annotated: Make) -> None:
    a = annotated("Поезд идёт из Тбилиси до Батуми. Другой стоит под Казанью.", language="ru")
    names = {a.document.text[m.start : m.end] for m in a.mentions if a.referents[m.referent].known}
    assert {"Тбилиси", "Батуми", "Казанью"} <= names


def test_english_title_before_a_name_between_commas(annotated: Make) -> None:
    a = annotated("Tajikistan's interior minister, Gulnez Ortikzod, said nothing.", language="en")
    person = next(referent for referent in a.referents if referent.type == "person")
    assert person.name == "Gulnez Ortikzod"
    assert person.offices


def test_publication_by_its_last_word_and_in_compounds(annotated: Make) -> None:
    a = annotated("She told the Ledger that rain was near.", language="en", outlet="The Harbour Ledger")
    assert [referent.name for referent in a.referents if referent.type == "organization"] == ["The Harbour Ledger"]
    b = annotated("Nach Donau-Bote-Informationen regnet es. Der Bote kam.", outlet="Donau-Bote")
    assert [b.document.text[m.start : m.end] for m in b.mentions] == ["Donau-Bote"]


def test_the_driver_who_was_killed_is_nobody_named_before(annotated: Make) -> None:
    a = annotated(
        "Ann Porter, a bus driver, saw the fire. The driver who was killed was buried on Monday.", language="en"
    )
    assert "driver" not in {a.document.text[m.start : m.end].lower().removeprefix("the ") for m in a.mentions[1:]}
