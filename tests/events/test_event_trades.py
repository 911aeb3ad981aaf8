"""Words of the trades (disaster, government, economy, strike, court, war), and nouns that a verb calls for."""

from __future__ import annotations

import pytest
from test_event_layer import annotate, only


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Über dem Ortsteil ist ein Murgang niedergegangen.", ("OTHER", "flood")),
        ("Helfer haben am Abend zwei Leichen geborgen.", ("OTHER", "recover")),
        ("Die Feuerwehr hat den Fahrer geborgen.", ("AID", "aid")),
        ("Nach der Sperrung fahren die Fähren wieder.", ("OTHER", "resume")),
        ("Die Bauernliste kündigte den Koalitionsvertrag.", ("OTHER", "coalition")),
        ("Der Verlag kündigte den Liefervertrag.", ("SANCTION", "sanction")),
        ("Das Parlament hat dem Kanzler das Vertrauen entzogen.", ("OTHER", "decide")),
        ("Der Konzern legte ein Übernahmeangebot vor.", ("OTHER", "bid")),
        ("Die Zeugin hat vor der Kammer ausgesagt.", ("OTHER", "testify")),
        ("Die Grünen hielten der Ministerin Untätigkeit vor.", ("ACCUSE", "accuse")),
        ("Der Betreiber wehrt sich gegen den Verdacht.", ("REJECT", "reject")),
        ("Am Gleis haben sich Dämpfe entzündet.", ("OTHER", "accident")),
        ("Der Tanker lief auf eine Sandbank auf.", ("OTHER", "accident")),
        ("Zwei Schlepper haben den Frachter freigeschleppt.", ("OTHER", "salvage")),
        ("Die Passagiere wurden nach Rostock gebracht.", ("OTHER", "evacuate")),
        ("Unbekannte brachen in das Museum ein.", ("OTHER", "theft")),
        ("Bewaffnete räumten ein Depot des Hilfswerks aus.", ("ASSAULT", "assault")),
        ("Die Übergabe der Geiseln ist für Freitag geplant.", ("RETREAT", "release")),
        ("Der Reeder schob die Schuld auf den Maschinisten.", ("ACCUSE", "accuse")),
    ],
)
def test_german_trades(text: str, wanted: tuple[str, str]) -> None:
    kinds = [(event.type, event.concept) for event in annotate(text)]
    assert wanted in kinds


def test_what_only_shares_a_word_with_a_trade_is_none_of_it() -> None:
    assert annotate("Die Regierung brachte das Land voran.") == ()
    assert annotate("Die Gesellschaft sitzt in Köln.") == ()
    assert all(event.type != "ASSAULT" for event in annotate("Bei einer Explosion wurden drei Arbeiter verletzt."))


def test_what_is_said_to_last_since_a_day_is_hearsay_and_no_plan() -> None:
    assert [(e.type, e.status) for e in annotate("Der Reporter soll seit Mai in Einzelhaft sitzen.")] == [
        ("COERCE", "alleged")
    ]


def test_what_somebody_reckons_with_is_to_come() -> None:
    expected = annotate("Die Gewerkschaft rechnet damit, dass das Werk geschlossen wird.")
    assert [(e.concept, e.status) for e in expected] == [("business", "planned")]
    done = annotate("Die Polizei rechnet damit, dass die Täter das Haus angezündet haben.")
    assert [e.status for e in done if e.concept == "assault"] == ["occurred"]


def test_a_share_that_shoots_up_is_no_assault() -> None:
    assert all(event.type != "ASSAULT" for event in annotate("Die Aktie schoss um neun Prozent in die Höhe."))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two mortar rounds landed near the mill.", "ASSAULT"),
        ("About 200 growers blocked the road to the port.", "PROTEST"),
        ("Some 900 nurses joined a rally in Leeds.", "PROTEST"),
        ("The hall caught fire.", "OTHER"),
        ("The ferry ran aground off the cape.", "OTHER"),
        ("The hostages were set free.", "RETREAT"),
        ("Police searched two flats.", "COERCE"),
        ("The tender period opens to bidders.", "OTHER"),
    ],
)
def test_english_trades(text: str, wanted: str) -> None:
    assert wanted in [event.type for event in annotate(text, language="en")]


def test_an_adjective_behind_to_be_is_no_verb() -> None:
    assert annotate("The minister is open to ideas.", language="en") == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("В порту задержаны пять рыбаков.", "COERCE"),
        ("Рабочие перекрыли дорогу у шахты.", "PROTEST"),
        ("Парламент отправил в отставку кабинет.", "OTHER"),
        ("Под городом идут бои.", "ASSAULT"),
        ("Паром сел на мель у острова.", "OTHER"),
        ("Посол вылетел в Осло.", "CONSULT"),
    ],
)
def test_russian_trades(text: str, wanted: str) -> None:
    assert wanted in [event.type for event in annotate(text, language="ru")]


def test_what_is_called_for_on_a_day_to_come_is_planned() -> None:
    events = annotate("She called for a walkout on 23 May.", language="en")
    assert [(e.type, e.date, e.status) for e in events if e.type == "PROTEST"] == [("PROTEST", "2025-05-23", "planned")]
    events = annotate("Die Gewerkschaft rief für den 23. Mai zu einem Warnstreik auf.")
    assert [(e.type, e.date, e.status) for e in events if e.type == "PROTEST"] == [("PROTEST", "2025-05-23", "planned")]


@pytest.mark.parametrize("text", ["Der Verband rief zu einem Boykott auf.", "Er drohte mit einem Streik."])
def test_what_is_only_called_for_is_no_event(text: str) -> None:
    assert only(text).type in ("REQUEST", "THREATEN")


def test_cause_and_means_of_a_stoppage_are_events() -> None:
    events = annotate("Wegen eines Warnstreiks sind am 12. Mai 80 Flüge annulliert worden.")
    assert ("PROTEST", "2025-05-12", "occurred") in [(e.type, e.date, e.status) for e in events]
    events = annotate("Mit einem Streik hat der Verband am 12. Mai den Hafen lahmgelegt.")
    assert ("PROTEST", "2025-05-12", "occurred") in [(e.type, e.date, e.status) for e in events]


def test_a_charge_is_no_event_of_its_day() -> None:
    events = annotate("Wegen des Überfalls hat das Gericht den Mann am 12. Mai zu drei Jahren Haft verurteilt.")
    assert [event.type for event in events] == ["COERCE"]
