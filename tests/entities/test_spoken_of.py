"""Things named by any noun, facilities, states and firms spoken of, offices however called."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.layers.annotations import Annotations

Make = Callable[..., Annotations]


def named(annotations: Annotations, surface: str) -> str | None:
    """Return the name of what the last place of a surface was taken for."""
    place = annotations.document.text.rindex(surface) + len(surface) - 1
    for mention in annotations.mentions:
        if mention.start <= place < mention.end:
            return annotations.referents[mention.referent].name
    return None


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Der Frachter Lunarga sank vor Gotland.", "Lunarga", "Lunarga"),
        ("Der Flugzeugbauer Tervox liefert später.", "Tervox", "Tervox"),
        ("Wie der Infodienst „Seefracht“ meldet, sank das Schiff.", "Seefracht", "Seefracht"),
        ("Der Hedgefonds Brimoor verlangt mehr.", "Brimoor", "Brimoor"),
        ("Laut Landesbaudirektion bleibt die Straße zu.", "Landesbaudirektion", "Landesbaudirektion"),
        ("Im Silbertal war es ruhig.", "Silbertal", "Silbertal"),
        ("Der Stau auf der A 17 löste sich auf.", "A 17", "A 17"),
        ("Die Illwerke widersprachen.", "Illwerke", "Illwerke"),
        ("Die Firma Terra Austria warnte.", "Terra Austria", "Terra Austria"),
        ("Die Serie „Nachtfalter“ endet.", "Nachtfalter", "Nachtfalter"),
        ("Analyst Tom Weiler riet ab.", "Weiler", "Tom Weiler"),
        ("Der Investor Brimoor Partners zahlt.", "Brimoor", "Brimoor Partners"),
        ("Am Starnberger See war Ruhe.", "See", "Starnberger See"),
    ],
)
def test_what_no_list_has(annotated: Make, text: str, surface: str, name: str) -> None:
    assert named(annotated(text), surface) == name


def test_no_name_behind_nouns(annotated: Make) -> None:
    a = annotated("Die Pläne Tervoxs scheiterten. Er gab das Geld zurück. Der Druck nahm zu.")
    assert named(a, "Geld") is None
    assert named(a, "Druck") is None


def test_the_inhabitants_are_the_firm_from_there(annotated: Make) -> None:
    a = annotated("Der kanadische Konzern Tervox bietet viel. Die Kanadier wollen mehr. Der Kanadier schwieg.")
    assert named(a, "Die Kanadier") == "Tervox"
    assert named(a, "Der Kanadier") is None


def test_first_word_of_a_firm(annotated: Make) -> None:
    a = annotated("Der Maschinenbauer Tervox Motion bietet. Am Abend sagte Tervox ab.")
    assert {r.name for r in a.referents if "Tervox" in r.name} == {"Tervox Motion"}


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Am Flughafen Köln/Bonn war Ruhe. Die Direktorin des Kölner Flughafens kam.", "Kölner", "Flughafen Köln/Bonn"),
        ("Der Hamburger Hafen wuchs. Im Mai ruhte der Hafen.", "der Hafen", "Hafen Hamburg"),
        ("Am Flughafen Wien war Ruhe. Gestern schloss der Airport.", "Airport", "Flughafen Wien"),
        ("Niedersachsen zahlt. Im Juni hatte das Land gezögert.", "Land", "Niedersachsen"),
        ("Usbekistan baut. Im Juni hatte das Land gezögert.", "Land", "Usbekistan"),
    ],
)
def test_places_spoken_of(annotated: Make, text: str, surface: str, name: str) -> None:
    assert named(annotated(text), surface) == name


def test_the_countryside_is_no_state(annotated: Make) -> None:
    assert named(annotated("Niedersachsen zahlt. Er lebt gern auf dem Land."), "Land") is None


def test_works_council_is_not_the_board(annotated: Make) -> None:
    text = "Finanzvorstand Uwe Lasse schwieg. Karl Moos rief laut. Der Betriebsratsvorsitzende war wütend."
    assert named(annotated(text), "Betriebsratsvorsitzende") == "Karl Moos"


def test_firm_called_like_its_heir(annotated: Make) -> None:
    a = annotated("Bei Feldmoos wird gestreikt. Firmenerbe Caspar Feldmoos schweigt.")
    kinds = {r.type for r in a.referents if "Feldmoos" in r.name}
    assert kinds == {"organization", "person"}


def test_state_government_however_called(annotated: Make) -> None:
    a = annotated("Er sitzt in der Regierung. In Schruns und Bregenz hofft man auf die Landesregierung.")
    assert len({r.known for r in a.referents if r.known and r.known.startswith("inst/regierung/")}) == 1


def test_english_town_in_a_compound(annotated: Make) -> None:
    assert named(annotated("London-based fund Brimoor wants more.", language="en"), "London") == "London"


def test_the_mayor_of_a_town(annotated: Make) -> None:
    a = annotated("Der Bürgermeister von Goslar, Udo Lasse, kam. Die Harzstadt feierte.")
    assert named(a, "von Goslar") == "Goslar"
    assert named(a, "Udo Lasse") == "Udo Lasse"
    assert named(a, "Die Harzstadt") == "Goslar"


def test_the_firm_behind_laut_without_article(annotated: Make) -> None:
    a = annotated("Graz. Die Moosstahl AG liefert wieder. Laut Unternehmen kam niemand zu Schaden.")
    text = a.document.text
    assert {text[m.start : m.end]: a.referents[m.referent].name for m in a.mentions}["Unternehmen"] == "Moosstahl AG"


def test_a_quarter_and_a_canal_are_places(annotated: Make) -> None:
    a = annotated("In der Dresdner Neustadt brannte ein Haus. Der Suezkanal ist gesperrt, auch der Nord-Ostsee-Kanal.")
    names = {referent.name for referent in a.referents if referent.type == "place"}
    assert {"Dresdner Neustadt", "Suezkanal", "Nord-Ostsee-Kanal"} <= names


def test_the_army_is_not_the_bundeswehr(annotated: Make) -> None:
    a = annotated(
        "Helfer aus Bremen und Kiel wurden in Uganda überfallen. Sie kamen aus Hamburg. Die Armee sucht nach ihnen."
    )
    assert next(referent.known for referent in a.referents if referent.name == "Armee") == "inst/armee/country/UG"
