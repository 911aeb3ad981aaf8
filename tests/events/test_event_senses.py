"""Types by companion, context and idiom; which noun of a clause tells its event."""

from __future__ import annotations

import pytest
from test_event_layer import annotate, only


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Der Taifun forderte zwölf Todesopfer.", ("OTHER", "casualty")),
        ("Der Verband forderte mehr Personal.", ("REQUEST", "request")),
        ("Das Ministerium hat die Schließung der Klinik untersagt.", ("REJECT", "reject")),
        ("Die Stadt hat die Demonstration untersagt.", ("COERCE", "coerce")),
        ("In Ahlen wird ein Rettungshubschrauber stationiert.", ("OTHER", "business")),
        ("Das Land will dort Truppen stationieren.", ("MOBILIZE", "mobilize")),
        ("Die Kammer verurteilte den Mann zu zwei Jahren Haft.", ("COERCE", "coerce")),
        ("Die Minister verurteilten den Überfall.", ("ACCUSE", "accuse")),
        ("Der Vorstand trat geschlossen zurück.", ("RETREAT", "resign")),
        ("Die Rebellen ließen drei Geiseln frei.", ("RETREAT", "release")),
        ("Bauern blockierten am Mittag die Autobahn.", ("PROTEST", "protest")),
        ("Eine Drohne traf ein Wohnhaus.", ("ASSAULT", "assault")),
        ("Die beiden trafen sich in Oslo.", ("CONSULT", "meet")),
        ("Der Lokführerstreik begann um Mitternacht.", ("PROTEST", "protest")),
        ("Es kam zu mehreren Anschlägen auf Umspannwerke.", ("ASSAULT", "assault")),
    ],
)
def test_type_and_concept(text: str, wanted: tuple[str, str]) -> None:
    event = only(text)
    assert (event.type, event.concept) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Manchen stellte sich bald die Frage, wer zahlt.",
        "Aus den Akten ergibt sich ein anderes Bild.",
        "Niemand will das Wort Streik in den Mund nehmen.",
        "Der Anwalt hält an seiner Darstellung fest.",
        "Er nannte die Kritik unverschämt.",
        "Das Vorhaben kostet laut Antrag drei Millionen Euro.",
        "Organisator der Proteste ist ein Verein aus Bonn.",
        "Den Anstoß zu der Fusion hat ein Berater gegeben.",
        "Ist der Minister zurückgetreten?",
        "Offen ist, ob der Rat zustimmt.",
        "Der Bund könnte das Werk kaufen.",
    ],
)
def test_no_event(text: str) -> None:
    assert annotate(text) == ()


def test_another_particle_makes_another_verb() -> None:
    assert annotate("Sie schloss die Wette ein.") == ()


def test_harm_is_an_attack_in_a_report_of_one_and_an_accident_in_a_report_of_one() -> None:
    attack = annotate("Vor dem Tor fielen Schüsse. Zwei Wachleute wurden verletzt.")
    crash = annotate("Auf der Brücke verunglückte ein Bus. Zwei Menschen wurden getötet.")
    assert [e.type for e in attack if e.concept != "assault"] == []
    assert [(e.type, e.concept) for e in crash] == [("OTHER", "accident"), ("OTHER", "casualty")]


def test_a_pronoun_stands_for_the_event_noun_before() -> None:
    _, event = annotate("Beide Lager einigten sich auf eine Feuerpause. Sie beginnt am Montag.")[-2:]
    assert (event.type, event.concept) == ("RETREAT", "retreat")


def test_an_antecedent_is_told_by_its_own_clause_only() -> None:
    found = annotate("Der Streik, den die Gewerkschaft ausgerufen hat, begann am Montag.")
    assert [event.type for event in found] == ["PROTEST"]


def test_a_doubtful_noun_needs_another_of_its_kind() -> None:
    assert annotate("Die nächste Runde beginnt am Freitag.") == ()
    found = annotate("Die Minister verhandelten in Wien. Die nächste Runde beginnt am Freitag.")
    assert [event.type for event in found] == ["CONSULT", "CONSULT"]


def test_english_verbs_joined_by_and_are_two_events() -> None:
    text = "The ministry denied the report and accused the mayor of lying."
    assert [event.type for event in annotate(text, language="en")] == ["REJECT", "ACCUSE"]


def test_an_english_noun_behind_its_article_is_no_verb() -> None:
    assert annotate("Few people here expect another cut by the bank this year.", language="en") == ()


def test_a_site_is_inspected_and_a_guest_received() -> None:
    assert only("Am Montag besuchte die Ministerin die Unglücksstelle.").type == "OTHER"
    assert only("Am Montag besuchte die Ministerin ihren Kollegen in Oslo.").type == "CONSULT"


def test_a_trial_is_no_accusation() -> None:
    assert only("Der Prozess gegen den Reeder begann am Montag.").type == "OTHER"
    assert only("Die Staatsanwaltschaft hat Anklage gegen den Reeder erhoben.").type == "ACCUSE"


def test_a_crowd_is_a_protest_among_protesters() -> None:
    crowd = "Am Sonntag zogen rund 8000 Menschen vor das Rathaus."
    assert annotate(crowd)[0].type == "OTHER"
    assert annotate(crowd + " Die Demonstranten blieben bis Mitternacht.")[0].type == "PROTEST"
