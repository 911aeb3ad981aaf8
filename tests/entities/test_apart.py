"""Different persons, firms and towns that share words must stay apart: a wrong merge is worse than a missed one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.layers.annotations import Annotations

Make = Callable[..., Annotations]


def groups(annotations: Annotations, type_: str = "person") -> dict[str, list[str]]:
    """Return the surfaces of each referent of a type by its name."""
    text = annotations.document.text
    return {
        referent.name: [text[m.start : m.end] for m in annotations.mentions if m.referent == referent.index]
        for referent in annotations.referents
        if referent.type == type_
    }


def whose(annotations: Annotations, sentence: str, surface: str) -> str | None:
    """Return the name of the referent that a surface in a sentence was taken for."""
    place = annotations.document.text.index(sentence) + sentence.index(surface)
    for mention in annotations.mentions:
        if mention.start <= place < mention.end:
            return annotations.referents[mention.referent].name
    return None


def test_father_and_son(annotated: Make) -> None:
    a = annotated(
        "Der Reeder Peter Brinkmann hat seinen Sohn Jonas Brinkmann entlassen. Brinkmann senior sprach von Vertrauen. "
        "Brinkmann junior widersprach. Peter Brinkmann schwieg.",
        title="Vater und Sohn Peter und Jonas Brinkmann streiten",
    )
    assert set(groups(a)) == {"Peter Brinkmann", "Jonas Brinkmann"}
    assert whose(a, "Brinkmann senior", "Brinkmann") == "Peter Brinkmann"
    assert whose(a, "Brinkmann junior", "Brinkmann") == "Jonas Brinkmann"
    assert "Peter" in groups(a)["Peter Brinkmann"]


def test_sisters_whose_given_name_is_also_a_noun(annotated: Make) -> None:
    a = annotated(
        "Anna Feldkamp hat Gold geholt. Ihre Schwester Maria Feldkamp wurde Dritte. «Anna war unschlagbar», "
        "sagte Maria Feldkamp. Anna Feldkamp lachte.",
        title="Anna und Maria Feldkamp gewinnen",
    )
    found = groups(a)
    assert set(found) == {"Anna Feldkamp", "Maria Feldkamp"}
    assert found["Anna Feldkamp"] == ["Anna", "Anna Feldkamp", "Anna", "Anna Feldkamp"]


def test_three_of_one_given_name(annotated: Make) -> None:
    a = annotated("Anna Keller, Anna Lorenz und Anna Brandt kamen. Anna Lorenz lachte. Keller ging. Brandt blieb.")
    assert set(groups(a)) == {"Anna Keller", "Anna Lorenz", "Anna Brandt"}
    assert whose(a, "Keller ging", "Keller") == "Anna Keller"
    assert whose(a, "Brandt blieb", "Brandt") == "Anna Brandt"


def test_two_ministers_of_one_office(annotated: Make) -> None:
    a = annotated(
        "Die Finanzministerin von Sachsen, Ute Langner, und ihr Thüringer Kollege Jens Brück haben gestritten. "
        "Der Thüringer Finanzminister wies alles zurück. Die sächsische Finanzministerin will klagen."
    )
    assert whose(a, "Der Thüringer Finanzminister", "Finanzminister") == "Jens Brück"
    assert whose(a, "Die sächsische Finanzministerin", "Finanzministerin") == "Ute Langner"


def test_two_ministers_of_one_surname(annotated: Make) -> None:
    a = annotated(
        "Bundesinnenminister Hans Weber hat in Wien seinen österreichischen Kollegen Josef Weber getroffen. "
        "Hans Weber sprach von einem Signal. Der Österreicher nickte. Der deutsche Innenminister reiste ab."
    )
    assert {"Hans Weber", "Josef Weber"} <= set(groups(a))
    assert whose(a, "Der Österreicher", "Österreicher") == "Josef Weber"
    assert whose(a, "Der deutsche Innenminister", "Innenminister") == "Hans Weber"


def test_the_head_of_a_party_is_not_the_president(annotated: Make) -> None:
    a = annotated(
        "Präsident Tomas Arnek sprach mit allen. Danach traf er Juri Helm. "
        "Der Chef der Bauernpartei bot eine neue Ausschreibung an."
    )
    assert whose(a, "Der Chef der Bauernpartei", "Chef") != "Tomas Arnek"


def test_a_former_office_is_nobody_who_stands_near(annotated: Make) -> None:
    a = annotated("Ratsherr Timo Kessel widersprach. Gegen den damaligen Leiter der Gießerei wurde Anklage erhoben.")
    assert whose(a, "damaligen Leiter", "Leiter") != "Timo Kessel"


def test_a_firm_named_after_a_person(annotated: Make) -> None:
    a = annotated(
        "Die Farbenfabrik Lindner brannte. Chefin Adele Lindner sprach von einem Schock. Harding & Söhne halfen. "
        "Carla Siemens klagte. Siemens schwieg. Der Siemens-Konzern wächst. Frau Siemens ging."
    )
    assert whose(a, "Farbenfabrik Lindner", "Lindner") != "Adele Lindner"
    assert groups(a, "organization")["Harding & Söhne"] == ["Harding & Söhne"]
    assert whose(a, "Siemens schwieg", "Siemens") == "Siemens"
    assert whose(a, "Frau Siemens", "Siemens") == "Carla Siemens"


def test_the_founder_is_not_his_firm(annotated: Make) -> None:
    a = annotated("Robert Ahlmann gründete die Firma 1886. Die Robert Ahlmann GmbH schwieg.")
    assert whose(a, "Robert Ahlmann gründete", "Robert") == "Robert Ahlmann"
    assert groups(a)["Robert Ahlmann"] == ["Robert Ahlmann"]


@pytest.mark.parametrize(
    ("text", "club", "town"),
    [
        ("In Bochum feierten Tausende. Der VfL Bochum gewann.", "VfL Bochum", "Bochum"),
        ("Dortmunds Rathaus ist offen. Borussia Dortmund spielt in Dortmund.", "Borussia Dortmund", "Dortmund"),
        ("Union Berlin verlor in Berlin.", "Union Berlin", "Berlin"),
    ],
)
def test_city_and_club(annotated: Make, text: str, club: str, town: str) -> None:
    a = annotated(text)
    assert groups(a, "organization")[club] == [club]
    assert set(groups(a, "place")[town]) <= {town, town + "s"}


def test_district_and_town(annotated: Make) -> None:
    a = annotated("In Deggendorf regnet es. Im Landkreis Deggendorf gilt Alarm. Der Landkreis zahlt.")
    found = groups(a, "place")
    assert found["Deggendorf"] == ["Deggendorf"]
    assert found["Landkreis Deggendorf"] == ["Deggendorf", "Landkreis"]


def test_towns_of_one_name(annotated: Make) -> None:
    a = annotated("In Frankfurt am Main schneit es. In Frankfurt an der Oder scheint die Sonne.")
    known = {referent.known for referent in a.referents if referent.type == "place"}
    assert len(known) == 2


def test_town_and_river(annotated: Make) -> None:
    a = annotated("In Isfara kam es zu Kämpfen. Es geht um den Fluss Isfara. Wer am Fluss sitzt, dreht den Hahn zu.")
    assert whose(a, "Wer am Fluss", "Fluss") == "Isfara"
    assert len({referent.known for referent in a.referents}) == 2


def test_a_ship_is_no_firm(annotated: Make) -> None:
    a = annotated("Die Reederei Nordlicht Line verkauft die «Skagen». Das Unternehmen schwieg.")
    assert whose(a, "Das Unternehmen", "Unternehmen") == "Nordlicht Line"


def test_brothers_in_russian_cases(annotated: Make) -> None:
    a = annotated(
        "Иван Соколов заявил в суде, что не знал о сделке. Олег Соколов это опроверг. "
        "По словам Олега Соколова, встреча была в Казани. Компания «Соколов и сыновья» закрыта.",
        language="ru",
    )
    assert set(groups(a)) == {"Иван Соколов", "Олег Соколов"}
    assert groups(a, "organization")["Соколов и сыновья"] == ["Соколов и сыновья"]


def test_brothers_in_english(annotated: Make) -> None:
    a = annotated(
        "Mark Harding told the court that he had not met the buyer. His brother, Luke Harding, contradicted him. "
        "Harding & Sons declined to comment.",
        language="en",
    )
    assert set(groups(a)) == {"Mark Harding", "Luke Harding"}
    assert "Harding & Sons" in groups(a, "organization")


def test_a_number_before_a_russian_title_is_many(annotated: Make) -> None:
    a = annotated("Депутат Олег Баров молчал. За проголосовали 53 депутата.", language="ru")
    assert groups(a)["Олег Баров"] == ["Олег Баров"]
