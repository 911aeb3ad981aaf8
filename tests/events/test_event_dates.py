"""Dates by tense, paragraph and lead; status by mood, governing verb and outcome."""

from __future__ import annotations

import pytest
from test_event_layer import annotate, only

from quellenlage.layers.annotations import Statement
from quellenlage.layers.span import Span


def dates(text: str, concept: str, **options: str) -> list[str | None]:
    return [event.date for event in annotate(text, **options) if event.concept == concept]  # type: ignore[arg-type]


def test_what_is_done_takes_no_date_to_come() -> None:
    text = "Der Rat hat sich auf einen Haushalt für das Jahr 2027 geeinigt."
    assert dates(text, "agree") == [None]


def test_the_date_of_the_paragraph_reaches_over_a_sentence_without_one() -> None:
    text = "Am 4. Mai 2025 brannte die Halle. Niemand war darin. Die Polizei nahm zwei Männer fest."
    assert dates(text, "coerce") == ["2025-05-04"]


def test_a_time_counted_back_from_the_article_dates_its_own_clause_only() -> None:
    text = "Im März 2025 wurde sie verhaftet. Vor drei Wochen kam sie frei."
    assert dates(text, "release") == ["2025-04-23"]
    assert dates("Vor zwei Jahren brannte die Halle. Die Polizei nahm zwei Männer fest.", "coerce") == [None]


def test_a_plan_takes_no_date_from_the_sentence_before() -> None:
    text = "Am 20. Mai 2025 tagt der Rat. Die Firma will ihr Werk schließen."
    assert dates(text, "business") == [None]


def test_the_day_of_a_saying_dates_no_deed() -> None:
    text = "Das sagte ein Sprecher am 12. Mai 2025. Die Feuerwehr evakuierte drei Häuser."
    from quellenlage.layers.annotations import Statement
    from quellenlage.layers.span import Span

    said = Statement((Span(0, 3),), "reported", None, (), (Span(4, 9),), (), (), (), "reported", 1.0, "")
    assert [e.date for e in annotate(text, statements=(said,)) if e.concept == "evacuate"] == [None]


def test_the_day_of_the_lead_dates_what_is_told_in_the_past_later_on() -> None:
    text = "Am 12. Mai 2025 stürzte in Ahlen ein Kran um.\n\nDie Feuerwehr evakuierte drei Häuser."
    assert dates(text, "evacuate") == ["2025-05-12"]


def test_the_lead_does_not_date_what_was_before() -> None:
    text = "Am 12. Mai 2025 stürzte in Ahlen ein Kran um.\n\nDie Stadt hatte die Straße gesperrt."
    assert dates(text, "disrupt") == [None]


def test_an_hour_is_that_of_the_day_reported() -> None:
    text = "Am Montag entgleiste bei Ahlen ein Zug.\n\nGegen 22 Uhr evakuierten Helfer zwei Häuser."
    assert dates(text, "evacuate", published="2025-05-14") == ["2025-05-12"]


def test_dabei_ties_an_act_of_speech_to_the_sentence_before() -> None:
    text = "Am 4. Mai 2025 feierte der Verein Jubiläum. Dabei kritisierte der Vorsitzende die Stadt."
    assert dates(text, "accuse") == ["2025-05-04"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Die Firma bestreitet, einen Vertrag unterzeichnet zu haben.", "denied"),
        ("Der Mann behauptet, den Vertrag unterzeichnet zu haben.", "alleged"),
        ("Die Partei kündigte an, gegen das Gesetz zu klagen.", "planned"),
        ("Der Bau soll bis Ende 2025 genehmigt sein.", "planned"),
        ("Das Treffen ist für Montag geplant.", "planned"),
        ("Die Kammer muss noch über den Antrag entscheiden.", "planned"),
        ("Eine Zusage hat es nie gegeben.", "denied"),
        ("Das Konzert fand nicht statt.", "denied"),
    ],
)
def test_status(text: str, wanted: str) -> None:
    (event, *_) = [e for e in annotate(text) if e.status != "occurred"] or annotate(text)
    assert event.status == wanted


def test_a_negated_part_of_the_clause_denies_nothing() -> None:
    assert only("Die Trauerfeier fand in Ahlen statt, nicht in Bonn.").status == "occurred"


def test_present_with_a_day_is_a_plan_where_the_article_has_no_date() -> None:
    assert only("Am 27. März entscheidet der Kreistag.", published=None).status == "planned"


def test_an_aim_is_no_event() -> None:
    found = annotate("Der Trainer reiste nach Oslo, um den Verband zu verklagen.")
    assert [event.concept for event in found] == ["visit"]


@pytest.mark.parametrize(
    ("text", "status", "outcome", "date"),
    [
        ("Die Kundgebung wurde abgesagt.", "denied", "cancelled", None),
        ("Der Verein sagte das Konzert ab.", "denied", "cancelled", None),
        ("Das Treffen wurde auf den 20. Mai verschoben.", "planned", "postponed", "2025-05-20"),
        ("Das Treffen wurde auf den 3. Mai verschoben.", "planned", "postponed", "2026-05-03"),
        ("Die Abstimmung wurde vertagt.", "planned", "postponed", None),
    ],
)
def test_outcome(text: str, status: str, outcome: str, date: str | None) -> None:
    event = only(text)
    assert (event.status, event.outcome, event.date) == (status, outcome, date)
    assert event.type != "OUTCOME"


def test_outcome_in_english() -> None:
    event = only("The meeting was postponed to 20 May.", language="en")
    assert (event.type, event.outcome, event.date) == ("CONSULT", "postponed", "2025-05-20")


def test_a_distance_in_days_shifts_the_day() -> None:
    events = annotate("Zwei Tage nach dem Brand hat die Polizei am Mittwoch die Halle durchsucht.")
    dates = {event.type: event.date for event in events}
    assert (dates["COERCE"], dates["OTHER"]) == ("2025-05-14", "2025-05-12")


def test_a_distance_in_weeks_gives_no_day() -> None:
    events = annotate("Zwei Wochen nach dem Brand hat die Polizei am Mittwoch die Halle durchsucht.")
    assert {event.date for event in events if event.type == "OTHER"} == {None}


def test_a_day_after_in_english() -> None:
    text = "The mayor resigned on Tuesday 13 May 2025, a day after the council suspended the aid."
    events = {event.type: event.date for event in annotate(text, language="en")}
    assert events == {"RETREAT": "2025-05-13", "SANCTION": "2025-05-12"}


def test_the_next_meeting_is_to_come() -> None:
    event = only("Nächste Tarifrunde: Montag.", published="2025-05-14")
    assert (event.status, event.date) == ("planned", "2025-05-19")


def test_a_call_made_before_was_followed() -> None:
    text = "Gestern fuhr in der ganzen Stadt keine Bahn. Die Gewerkschaft hatte zu einem Warnstreik aufgerufen."
    (event,) = (e for e in annotate(text) if e.type == "PROTEST")
    assert (event.status, event.date) == ("occurred", "2025-05-13")


def test_a_period_that_began_dates_the_article() -> None:
    text = "Im Werk stehen seit Dienstag die Bänder still. Rund 300 Beschäftigte legten die Arbeit nieder."
    (event,) = (e for e in annotate(text) if e.type == "PROTEST")
    assert event.date == "2025-05-13"


def saying(text: str, content: str, cue: str) -> Statement:
    start, at = text.index(content), text.index(cue)
    spans = (Span(start, start + len(content)),), (Span(at, at + len(cue)),)
    return Statement(spans[0], "indirect", 0, (), spans[1], (), (), (), "reported", 1.0, "")


def test_an_answer_has_the_day_of_what_it_answers() -> None:
    text = "Am Montag sagte Ada Voss, der Deich sei marode. Bernd Uhl wies die Darstellung zurück."
    people = (("Ada Voss", "person"), ("Bernd Uhl", "person"))
    said = saying(text, "der Deich sei marode", "sagte")
    (event,) = (e for e in annotate(text, referents=people, statements=(said,)) if e.type == "REJECT")
    assert event.date == "2025-05-12"


def test_the_day_of_what_was_said_is_not_that_of_the_answer() -> None:
    text = "Ada Voss sagte, der Deich sei am Montag gebrochen. Bernd Uhl wies die Darstellung zurück."
    people = (("Ada Voss", "person"), ("Bernd Uhl", "person"))
    said = saying(text, "der Deich sei am Montag gebrochen", "sagte")
    (event,) = (e for e in annotate(text, referents=people, statements=(said,)) if e.type == "REJECT")
    assert event.date is None


def test_what_is_at_an_occasion_has_the_day_of_the_sentence_before() -> None:
    text = "Am Montag fiel in der Stadt ein böses Wort. Gesagt wurde es bei einem Empfang."
    (event,) = (e for e in annotate(text) if e.type == "CONSULT")
    assert event.date == "2025-05-12"
