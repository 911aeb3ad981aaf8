"""Who is meant: governments by their capitals, alliances and parties, bodies, ages, two people of one clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.layers.annotations import Annotations

Make = Callable[..., Annotations]


def meant(annotations: Annotations, surface: str) -> str | None:
    """Return key or name of what the last place of a surface was taken for."""
    place = annotations.document.text.rindex(surface) + len(surface) - 1
    found = [mention for mention in annotations.mentions if mention.start <= place < mention.end]
    if not found:
        return None
    widest = max(found, key=lambda mention: mention.end - mention.start)
    referent = annotations.referents[widest.referent]
    return referent.known or referent.name


@pytest.mark.parametrize(
    ("text", "surface", "key"),
    [
        ("Ankara greift ein. Das Volk schweigt.", "Ankara", "country/TR"),
        ("Madrid hat die Pläne verworfen.", "Madrid", "country/ES"),
        ("Madrid hat 3,3 Millionen Einwohner.", "Madrid", "city/3117735"),
        ("Oslo versinkt im Schnee.", "Oslo", "city/3143244"),
        ("Oslo wird beschossen.", "Oslo", "city/3143244"),
        ("Oslo wird Waffen liefern.", "Oslo", "country/NO"),
        ("Weil Athen zögert, wartet alles.", "Athen", "country/GR"),
        ("Die Zölle, die Washington im Mai verhängte, wirken.", "Washington", "country/US"),
        ("Er sagte, das sei schöner als Rom im Mai.", "Rom", "city/3169070"),
        ("Der Einspruch soll aus Warschau kommen.", "Warschau", "country/PL"),
        ("Der Zug soll aus Warschau kommen.", "Warschau", "city/756135"),
        ("Die EU zahlt. Brüssel lenkt ein.", "Brüssel", "org/eu"),
        ("Die EU-Kommission prüft. Brüssel lenkt ein.", "Brüssel", "org/eu-kommission"),
        ("Nach dem Spiel schlug Rom im Finale Turin.", "Rom", "city/3169070"),
    ],
)
def test_capital_or_government(annotated: Make, text: str, surface: str, key: str) -> None:
    assert meant(annotated(text), surface) == key


def test_a_capital_parted_from_its_verb(annotated: Make) -> None:
    a = annotated("The bloc agreed. Ankara, she said, was testing its neighbours.", language="en")
    assert meant(a, "Ankara") == "country/TR"
    b = annotated("Ankara, which lies inland, was quiet.", language="en")
    assert meant(b, "Ankara") == "city/323786"


@pytest.mark.parametrize(
    ("text", "surface", "key"),
    [
        ("Die Europäische Union zahlt. Gestern erhöhte die Union den Satz.", "Union", "org/eu"),
        ("Die CDU zahlt. Gestern erhöhte die Union den Satz.", "Union", "org/union"),
        ("Die Nato rüstet auf. Morgen berät das Bündnis.", "Bündnis", "org/nato"),
        ("Die Nato rüstet auf. In Kiel führt das Bündnis Heimat.", "Heimat", "Heimat"),
        ("In Hessen wird gewählt. Hessen streitet. Die Christdemokraten führen.", "Christdemokraten", "org/cdu"),
        ("In Wien wird gewählt. Österreich streitet. Die Sozialdemokraten führen.", "Sozialdemokraten", "org/spoe"),
    ],
)
def test_alliances_and_parties(annotated: Make, text: str, surface: str, key: str) -> None:
    assert meant(annotated(text), surface) == key


def test_no_alliance_that_the_text_does_not_name(annotated: Make) -> None:
    assert meant(annotated("Gestern tagte der Rat. Die Union schwieg."), "Union") is None


@pytest.mark.parametrize(
    ("text", "surface", "key"),
    [
        ("Das US-Justizministerium klagt.", "US-Justizministerium", "inst/justizministerium/country/US"),
        ("Ungarns Parlament stimmt zu.", "Parlament", "org/orszaggyules"),
        ("Am Abend warnte Polens Regierung davor.", "Regierung", "inst/regierung/country/PL"),
        ("Der Landesfischereiverband warnt.", "Landesfischereiverband", "inst/landesfischereiverband/-"),
        ("Nach Polizeiangaben starb in Bremen niemand.", "Polizei", "inst/polizei/city/2944388"),
        ("Der Bremer Fischereiverein klagt.", "Fischereiverein", "inst/fischereiverein/city/2944388"),
        ("Der Bremer Autobauer klagt.", "Autobauer", None),
        ("Der Verband Nordischer Fischer (VNF) klagt. Die VNF zahlt.", "VNF", "Verband Nordischer Fischer"),
        ("Die Bundesnetzagentur (BNetzA) klagt. Die BNetzA zahlt.", "BNetzA", "org/bnetza"),
        ("Die Reederei Morgenstern klagt.", "Morgenstern", "Morgenstern"),
        ("Weil die Reederei Geld verlangt, wird verhandelt.", "Geld", None),
        ("Die Fähre „Solveiga“ sank. Am Abend hob man das Schiff.", "Schiff", "Solveiga"),
        ("Der Hamburger SV siegt.", "SV", "Hamburger SV"),
    ],
)
def test_bodies(annotated: Make, text: str, surface: str, key: str | None) -> None:
    assert meant(annotated(text), surface) == key


@pytest.mark.parametrize(
    ("text", "surface", "key"),
    [
        ("In Courtrai wird gefeiert.", "Courtrai", "city/2794055"),
        ("In Brixen und Bressanone schneit es.", "Brixen", "city/3181550"),
        ("Die Südtiroler Landesregierung prüft.", "Landesregierung", "inst/regierung/state/IT-32"),
        ("Uri zahlt. Der Urner Regierungsrat prüft.", "Regierungsrat", "inst/regierungsrat/state/CH-UR"),
        ("Im Bezirk Liezen schneit es.", "Liezen", "district/2772480"),
        ("Er stand am Ufer der Fulda.", "Fulda", "river/fulda"),
        ("Er wohnt in Fulda.", "Fulda", "city/2923822"),
        ("Auf dem Molnar-Prospekt brennt es.", "Molnar-Prospekt", "Molnar-Prospekt"),
        ("An der Kölner Straße brennt es.", "Kölner Straße", "Kölner Straße"),
        ("In Bad Moorlingen brennt es.", "Moorlingen", "Bad Moorlingen"),
        ("Der Landkreis Moorau-Rehfeld zahlt.", "Moorau-Rehfeld", "Moorau-Rehfeld"),
        ("Georgien zögert. Sein Land, sagte Präsident Uwe Lasse.", "Georgien", "country/GE"),
    ],
)
def test_places(annotated: Make, text: str, surface: str, key: str) -> None:
    assert meant(annotated(text), surface) == key


def test_two_towns_of_a_dateline(annotated: Make) -> None:
    a = annotated("Oslo/Riga. Es schneit.")
    assert meant(a, "Oslo") == "city/3143244"
    assert meant(a, "Riga") == "city/456172"


def test_the_country_of_somebody(annotated: Make) -> None:
    text = "Georgien zögert. Parlamentspräsident Uwe Lasse sprach. Sein Land gebe nicht nach."
    assert meant(annotated(text), "Sein Land") == "country/GE"
    text = "Georgia waits. Slovakia joined. That was long ago, and nothing has come of it since. " * 2
    assert meant(annotated(text + "Aid to the country ended. Georgia waits.", language="en"), "the country") is not None


def test_ages_tell_people_apart(annotated: Make) -> None:
    a = annotated("Udo M. (19) starb. Sein Onkel Karl M. kam. Der 19-Jährige galt als still.")
    assert meant(a, "19-Jährige") == "Udo M."
    b = annotated("Der 41-jährige Udo Moos kam. Karl Lasse, 52, ging. Der 41-Jährige lachte.")
    assert meant(b, "Der 41-Jährige") == "Udo Moos"


def test_subject_and_object_are_two(annotated: Make) -> None:
    a = annotated("Anwalt Udo Moos kam. Karl Lasse verklagte den Anwalt.")
    assert meant(a, "den Anwalt") == "Udo Moos"
    b = annotated("Karl Lasse kam. Udo Moos traf den Anwalt. Udo Moos ist der Anwalt.")
    assert meant(b, "traf den Anwalt") != "Udo Moos"


def test_somebody_elses_title_is_no_apposition(annotated: Make) -> None:
    a = annotated("Lehrerin Ada Moos, mit dem Minister befreundet, sprach. Die Lehrerin ging.")
    assert meant(a, "Minister") is None
    assert meant(a, "Die Lehrerin") == "Ada Moos"


def test_the_president_of_the_country_spoken_of(annotated: Make) -> None:
    a = annotated("Anna Moos sprach. Das Parlament in Tiflis stimmte zu. Nun muss der Präsident unterschreiben.")
    assert meant(a, "Präsident") == "Präsident"
    b = annotated("Das Parlament in Tiflis stimmte zu. Der Präsident des Vereins schwieg.")
    assert meant(b, "Präsident") is None


def test_a_trade_is_no_name(annotated: Make) -> None:
    a = annotated("„Uns fragt keiner“, schimpft Estrichlegerin Anna Moos. Sie ging.")
    assert meant(a, "Estrichlegerin") is None
    assert meant(a, "Anna Moos") == "Anna Moos"


def test_a_name_that_opens_its_sentence(annotated: Make) -> None:
    a = annotated("Tarvenk übernimmt die Werft. Dadurch übernimmt niemand die Schulden.")
    assert meant(a, "Tarvenk") == "Tarvenk"
    assert meant(a, "Dadurch") is None


def test_east_asian_names(annotated: Make) -> None:
    a = annotated("Präsident Kim Sung-ho kam. Am Abend sprach Kim lange.")
    assert meant(a, "sprach Kim") == "Kim Sung-ho"
    assert {r.name for r in a.referents if r.type == "person"} == {"Kim Sung-ho"}


def test_heads_of_parties_are_no_heads_of_government(annotated: Make) -> None:
    a = annotated("SPD-Landeschef Udo Moos schwieg. Am Abend sprach der Ministerpräsident in Erfurt.")
    assert meant(a, "Ministerpräsident") != "Udo Moos"


def test_a_russian_firm_in_quotation_marks_is_nobody(annotated: Make) -> None:
    a = annotated("Глава «Мельнор Даймс» Иван Петров приедет. Концерн «Мельнор Даймс» платит.", language="ru")
    assert {r.type for r in a.referents if "Мельнор" in r.name} == {"organization"}


def test_names_with_letters_that_german_lacks_are_no_nouns(annotated: Make) -> None:
    a = annotated("Der Bürgermeister von Kaunas, Visvaldas Mažaitis, lehnt das ab. Das Bündnis Grünes Tal (BGT) klagt.")
    assert meant(a, "Mažaitis") == "Visvaldas Mažaitis"
    assert meant(a, "Grünes Tal") == "Bündnis Grünes Tal"


@pytest.mark.parametrize(
    ("text", "surface", "key"),
    [
        (
            "Die Morell AG aus Oslo zahlt. Maersk und die Tervox AG warten. Der dänische Konzern schwieg.",
            "Konzern",
            "org/maersk",
        ),
        ("In Kiel tagt das Landesfischereiamt.", "Landesfischereiamt", "inst/fischereiamt/state/DE-SH"),
        ("Wahlleiter Udo Moos schwieg. Am Abend kam der SPD-Mann nach Kiel.", "SPD-Mann", "Udo Moos"),
        ("In Tallinn siegt die Reformpartei.", "Reformpartei", "inst/reformpartei/country/EE"),
        ("In Tallinn zahlt die Regierungspartei.", "Regierungspartei", None),
    ],
)
def test_more_bodies(annotated: Make, text: str, surface: str, key: str | None) -> None:
    assert meant(annotated(text), surface) == key


def test_his_lawyer_is_not_himself(annotated: Make) -> None:
    a = annotated("Mr Moor, the dealer, fled. His lawyer told reporters that Tom Moor was ill.", language="en")
    assert meant(a, "lawyer") is None


def test_two_russian_names_in_a_row(annotated: Make) -> None:
    a = annotated("Адвокат Ивана Мельника Мария Орлова заявила об этом.", language="ru")
    assert len([r for r in a.referents if r.type == "person"]) == 2
