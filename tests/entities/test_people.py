from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.layers.annotations import Annotations

Make = Callable[..., Annotations]


def named(annotations: Annotations, surface: str) -> str | None:
    place = annotations.document.text.rindex(surface)
    for mention in annotations.mentions:
        if mention.start < place + len(surface) and place < mention.end:
            return annotations.referents[mention.referent].name
    return None


@pytest.mark.parametrize(
    ("language", "text", "surface", "name"),
    [
        ("de", "Schwimmerin Ida Brenner siegte. Die Tirolerin jubelte.", "Tirolerin", "Ida Brenner"),
        ("de", "Schwimmerin Ida Brenner siegte. Die Kölnerin jubelte.", "Kölnerin", "Ida Brenner"),
        ("de", "Trainer Uwe Lasse ging. Der gebürtige Bremer weinte.", "Bremer", "Uwe Lasse"),
        ("de", "Oberarzt Veit Amsel kam. Der Chirurg operierte.", "Chirurg", "Veit Amsel"),
        ("ru", "Марта Линдквист приехала. Шведка похвалила соседей.", "Шведка", "Марта Линдквист"),
        ("en", "Marta Lindqvist arrived. The Swede praised the neighbours.", "Swede", "Marta Lindqvist"),
        ("en", "Marta Lindqvist arrived. The 52-year-old praised them.", "52-year-old", "Marta Lindqvist"),
        (
            "de",
            "Landrätin Eva Horn besiegte Amtsinhaber Karl Moos. Ihr Vorgänger fehlte.",
            "Vorgänger",
            "Karl Moos",
        ),
    ],
)
def test_who_a_description_means(annotated: Make, language: str, text: str, surface: str, name: str) -> None:
    assert named(annotated(text, language=language), surface) == name


def test_city_adjective_before_a_noun_is_nobody(annotated: Make) -> None:
    a = annotated("Trainer Uwe Lasse ging. Der Kölner Zoo öffnet. Der Bremer Markt schließt.")
    assert named(a, "Kölner") is None
    assert named(a, "Bremer") is None


def test_a_company_named_after_a_person(annotated: Make) -> None:
    a = annotated("Uwe Lasse klagte. Die Betreiberin, die Lasse Zement GmbH & Co. KG, schwieg.")
    assert named(a, "Lasse Zement") == "Lasse Zement GmbH & Co. KG"
    assert named(a, "Betreiberin") == "Lasse Zement GmbH & Co. KG"


def test_town_that_no_list_has(annotated: Make) -> None:
    a = annotated("Quabendorf (dpa) - Der Gemeinderat in Quabendorf tagte. Die Klinik Quabendorf schließt.")
    places = {referent.name for referent in a.referents if referent.type == "place"}
    assert places == {"Quabendorf"}
    assert named(a, "Klinik Quabendorf") == "Klinik Quabendorf"
    assert named(a, "Gemeinderat") == "Gemeinderat"


def test_region_with_an_article(annotated: Make) -> None:
    a = annotated("Im Zwurgau fiel Schnee. Im Gespräch bleibt die Straße. Man sah es im Fernsehen.")
    assert [referent.name for referent in a.referents] == ["Zwurgau"]


def test_child_by_given_name_alone(annotated: Make) -> None:
    a = annotated("Am Abend fand man den kleinen Jonas im Wald. Die kleine Bäckerei blieb zu.")
    assert [referent.name for referent in a.referents if referent.type == "person"] == ["Jonas"]


def test_operator_of_something_before_its_name(annotated: Make) -> None:
    a = annotated("Uwe Lasse klagte. Die Betreiberin des Stausees, die Talwerke Ost AG, schwieg.")
    assert named(a, "Betreiberin") == named(a, "Talwerke Ost")


def test_a_legal_form_closes_a_name(annotated: Make) -> None:
    a = annotated("Das Ministerium wirft dem Betreiber Nordlicht A/S Schlamperei vor.")
    assert named(a, "Nordlicht") == "Nordlicht A/S"


def test_a_firm_with_the_name_of_a_person(annotated: Make) -> None:
    a = annotated("Die Reederei Peter Harms schwieg. Der Betreiber Hans Moos klagte.")
    types = {referent.name: referent.type for referent in a.referents}
    assert types == {"Peter Harms": "organization", "Hans Moos": "person"}
