from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from quellenlage.layers.annotations import Annotations

Make = Callable[..., Annotations]


def named(annotations: Annotations, surface: str, *, nth: int = 0) -> str | None:
    """The name of the referent whose mention covers the nth occurrence of a surface."""
    place = -1
    for _ in range(nth + 1):
        place = annotations.document.text.index(surface, place + 1)
    best = max(
        (mention for mention in annotations.mentions if mention.start < place + len(surface) and place < mention.end),
        key=lambda mention: min(mention.end, place + len(surface)) - max(mention.start, place),
        default=None,
    )
    return annotations.referents[best.referent].name if best else None


def types(annotations: Annotations) -> dict[str, str]:
    return {referent.name: referent.type for referent in annotations.referents}


def test_mentions_are_the_naming_words_alone(annotated: Make) -> None:
    a = annotated("Am Montag sprach die Landrätin Petra Osterkamp in Kassel mit dem Sprecher Dr. Jonas Wittich.")
    surfaces = [a.document.text[mention.start : mention.end] for mention in a.mentions]
    assert surfaces == ["Petra Osterkamp", "Kassel", "Jonas Wittich"]


def test_surname_after_full_name_and_typo(annotated: Make) -> None:
    a = annotated(
        "Der Ökonom Bernd Hallstein warnt. Hallstein rechnet mit Verlusten. Das gelte, so Hallsstein, auch für Mieter."
    )
    assert named(a, "Hallstein rechnet") == "Bernd Hallstein"
    assert named(a, "Hallsstein") == "Bernd Hallstein"


def test_genitive_and_compound_of_a_surname(annotated: Make) -> None:
    a = annotated("Wladimir Putin reist nach Minsk. Der Putin-Besuch dauert zwei Tage. Putins Sprecher schwieg.")
    assert named(a, "Putin-Besuch") == "Wladimir Putin"
    assert named(a, "Putins") == "Wladimir Putin"


def test_nobiliary_particles(annotated: Make) -> None:
    a = annotated(
        "Ursula von der Leyen traf Maria de la Cruz. Auch Erik van den Berg kam. Sabine Krause von der Feuerwehr blieb."
    )
    names = set(types(a))
    assert {"Ursula von der Leyen", "Maria de la Cruz", "Erik van den Berg", "Sabine Krause"} <= names


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        (
            "Kasachstans Präsident Kassym-Schomart Tokajew kam. Der kasachische Staatschef lächelte.",
            "kasachische Staatschef",
            "Kassym-Schomart Tokajew",
        ),
        (
            "Bürgermeisterin Anke Rohde sprach mit Pfarrer Uwe Lindt. Die Rathauschefin dankte.",
            "Rathauschefin",
            "Anke Rohde",
        ),
        ("Vorstandschef Kai Moldt trat vor die Presse. Der Firmenchef schwieg.", "Firmenchef", "Kai Moldt"),
        ("EZB-Präsidentin Christine Lagarde sprach. Die EZB-Chefin warnte.", "EZB-Chefin", "Christine Lagarde"),
        (
            "Der Grünen-Abgeordnete Tim Harms und die Ärztin Ute Kolb kamen. Der Grünen-Politiker ging.",
            "Grünen-Politiker",
            "Tim Harms",
        ),
    ],
)
def test_descriptions_of_persons(annotated: Make, text: str, surface: str, name: str) -> None:
    assert named(annotated(text), surface) == name


def test_description_does_not_cross_gender_or_country(annotated: Make) -> None:
    a = annotated(
        "Frankreichs Präsident Emmanuel Macron traf Italiens Regierungschefin Giorgia Meloni. Der "
        "französische Staatschef sprach von Fortschritt."
    )
    assert named(a, "französische Staatschef") == "Emmanuel Macron"


def test_office_holder_by_date(annotated: Make) -> None:
    inside = annotated("Der Kremlchef drohte am Montag erneut.", published="2023-05-02")
    assert [(referent.name, referent.known) for referent in inside.referents if referent.type == "person"] == [
        ("Wladimir Putin", "person/wladimir-putin")
    ]
    before = annotated("Der Kremlchef drohte am Montag erneut.", published="2010-05-02")
    assert [referent.name for referent in before.referents if referent.type == "person"] == ["Dmitri Medwedew"]
    undated = annotated("Der Kremlchef drohte am Montag erneut.")
    assert [referent.known for referent in undated.referents if referent.type == "person"] == [None]


def test_unnamed_role_is_no_entity(annotated: Make) -> None:
    a = annotated("Ein Ministeriumssprecher wollte sich nicht äußern. Eine Sprecherin bestätigte das.")
    assert not [referent for referent in a.referents if referent.type == "person"]


def test_capital_as_government_and_as_city(annotated: Make) -> None:
    a = annotated(
        "In Moskau tagte das Kabinett. Moskau weist die Vorwürfe zurück. Der Bündnispartner Moskaus schwieg.",
        published="2024-02-01",
    )
    assert named(a, "Moskau") == "Moskau"
    assert named(a, "Moskau weist") == "Russland"
    assert named(a, "Moskaus") == "Russland"


def test_institutions_with_adjective_and_place(annotated: Make) -> None:
    a = annotated(
        "Das georgische Innenministerium dementierte. Die Staatsanwaltschaft Rostock ermittelt. "
        "Das Ministerium schwieg. "
        "Die Bundesstelle für Seeunfalluntersuchung prüft den Fall."
    )
    known = {referent.known for referent in a.referents if referent.type == "organization"}
    assert "inst/innenministerium/country/GE" in known
    assert named(a, "Ministerium schwieg") == "Innenministerium Georgiens"
    assert named(a, "Bundesstelle") is not None
    assert any(key and key.startswith("inst/staatsanwaltschaft/city/") for key in known)


def test_name_behind_a_noun(annotated: Make) -> None:
    a = annotated(
        "Die Gewerkschaft Tarfa ruft zum Streik auf. Das Radio „Elbwelle“ berichtete. Der "
        "Fahrgastverband Pro Schiene klagt. Der Verband hofft."
    )
    assert types(a)["Tarfa"] == "organization"
    assert types(a)["Elbwelle"] == "organization"
    assert named(a, "Verband hofft") == "Pro Schiene"


def test_agencies_in_short(annotated: Make) -> None:
    a = annotated("Kiel (dpa/lno) - Das meldete die Nachrichtenagentur Interfax. Nach Angaben von Reuters stimmt das.")
    known = {referent.known for referent in a.referents}
    assert {"agency/dpa", "agency/interfax", "agency/reuters"} <= known


def test_common_nouns_are_no_names(annotated: Make) -> None:
    a = annotated(
        "Der Zusammenschluss braucht noch die Zustimmung der Behörden. In der Dreifachturnhalle liegen Feldbetten. "
        "Der Hochwasserscheitel wird am Abend erwartet. Die Arbeitslosigkeit stieg im Sommer, die "
        "Neuauszählung dauert an."
    )
    assert a.referents == ()


def test_publication_itself(annotated: Make) -> None:
    a = annotated(
        "Das sagte sie dieser Zeitung. Im Gespräch mit dem Weserkurier nannte sie Gründe.", outlet="Weserkurier"
    )
    assert named(a, "dieser Zeitung") == named(a, "Weserkurier") == "Weserkurier"


def test_english(annotated: Make) -> None:
    a = annotated(
        "The Greek finance minister, Yannis Pavlou, met Joachim Nagel, the Bundesbank president, "
        "in Athens. Mr Pavlou smiled. "
        "Moscow has rejected the claim. The European Central Bank declined to comment.",
        language="en",
    )
    assert named(a, "Mr Pavlou") == "Yannis Pavlou"
    assert named(a, "Bundesbank president") == "Joachim Nagel"
    assert named(a, "Moscow") == "Russland"
    assert named(a, "European Central Bank") == "Europäische Zentralbank"


def test_russian(annotated: Make) -> None:
    a = annotated(
        "Президент Казахстана Касым-Жомарт Токаев встретился с Алексеем Миллером. Токаев "
        "поблагодарил главу «Газпрома». ТАСС сообщает о визите.",
        language="ru",
    )
    assert named(a, "Токаев поблагодарил") == "Касым-Жомарт Токаев"
    assert named(a, "Казахстана") == "Kasachstan"
    assert {"agency/tass", "org/gazprom", "country/KZ"} <= {referent.known for referent in a.referents}


def test_every_mention_lies_in_its_sentence_and_points_to_a_referent(annotated: Make) -> None:
    a = annotated(
        "Ägnes O’Neill-Čapek (SPD) aus St. Gallen, 71, besuchte «Neue Wege» in Hamm (Sieg).",
        title="O’Neill-Čapek in Hamm: „Kein Kommentar“",
    )
    assert [referent.index for referent in a.referents] == list(range(len(a.referents)))
    for mention in a.mentions:
        assert any(sentence.start <= mention.start < mention.end <= sentence.end for sentence in a.sentences)
        assert 0 <= mention.referent < len(a.referents)
        assert mention.reason


def test_acronym_in_brackets_is_the_body_before_it(annotated: Make) -> None:
    a = annotated("Der Deutsche Wanderverein (DWV) warnt. Der DWV rät zur Vorsicht.")
    assert [referent.name for referent in a.referents] == ["Deutscher Wanderverein"]
    assert len(a.mentions) == 3


def test_counterpart_holds_the_same_office(annotated: Make) -> None:
    a = annotated(
        "Georgiens Außenministerin Nino Lomidse traf ihren armenischen Amtskollegen Aram Petrosjan. "
        "Der armenische Außenminister lobte die Gespräche."
    )
    assert named(a, "armenische Außenminister lobte") == "Aram Petrosjan"


def test_companies_with_legal_form(annotated: Make) -> None:
    a = annotated("Die Betreiberin, die Talbahn Nebelhorst GmbH & Co. KG, schweigt. Der TÜV Süd prüft.")
    assert any(referent.name.endswith("GmbH & Co. KG") for referent in a.referents)
    assert "TÜV Süd" in types(a)


def test_names_of_institutions_are_nominatives(annotated: Make) -> None:
    a = annotated(
        "Nach Angaben der Zentralen Wahlkommission stimmt das. Er sprach mit dem Föderalen Zolldienst Russlands."
    )
    assert {"Zentrale Wahlkommission", "Russland"} <= set(types(a))
    assert not [
        referent for referent in a.referents if referent.name.endswith("Russlands") and " " not in referent.name
    ]


def test_russian_title_chain(annotated: Make) -> None:
    a = annotated("Пресс-секретарь президента России Дмитрий Песков отказался от комментариев.", language="ru")
    (person,) = [referent for referent in a.referents if referent.type == "person"]
    assert person.name == "Дмитрий Песков"
    assert all(office.startswith("spokesperson") for office in person.offices)


@pytest.mark.parametrize(
    "sentence", ["Minister {0} sagte, der Minister komme.", "Die Firma {1} (AB{2}) schweigt, das Unternehmen auch."]
)
def test_time_grows_with_the_length_of_the_text(annotated: Make, sentence: str) -> None:
    """Two thousand different persons or companies in one text: eight times the text may take twelve times as long."""
    syllables = ["ber", "kow", "stein", "lund", "vic", "gau", "rik", "zer", "nol", "pas"]

    def text(count: int) -> str:
        names = ["".join(syllables[int(digit)] for digit in f"{number:04}").capitalize() for number in range(count)]
        return " ".join(sentence.format(f"Anna {name}", name, i) for i, name in enumerate(names))

    def seconds(count: int) -> float:
        start = time.process_time()
        annotated(text(count))
        return time.process_time() - start

    seconds(50)
    assert seconds(1_600) < 12 * max(seconds(200), 0.1)


@pytest.mark.parametrize(
    ("text", "language", "surface"),
    [
        ("Die islamistische Al-Schabab-Miliz bekannte sich zu dem Anschlag.", "de", "Al-Schabab-Miliz"),
        ("The attack was claimed by al-Shabaab on Monday.", "en", "al-Shabaab"),
        ("Боевики «Аш-Шабаб» напали на деревню.", "ru", "Аш-Шабаб"),
    ],
)
def test_an_armed_group_in_all_spellings(annotated: Make, text: str, language: str, surface: str) -> None:
    a = annotated(text, language=language)
    keys = {text[m.start : m.end]: a.referents[m.referent].known for m in a.mentions}
    assert keys.get(surface) == "org/alschabab"


def test_a_direction_is_not_whose_the_police_is(annotated: Make) -> None:
    a = annotated("Wien. Die Täter flohen nach Angaben der Polizei in Richtung Ungarn. Das sagte ein Sprecher in Wien.")
    assert not any(referent.name == "Polizei Ungarns" for referent in a.referents)


def test_the_one_hospital_of_its_kind_in_a_town(annotated: Make) -> None:
    a = annotated("Graz. Das Universitätsklinikum nahm zwei Verletzte auf. Ein Krankenhaus ist teuer.")
    names = {referent.name for referent in a.referents if referent.type == "organization"}
    assert names == {"Universitätsklinikum"}
