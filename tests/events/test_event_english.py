from __future__ import annotations

from test_event_cast import said
from test_event_layer import annotate, only


def test_a_clause_of_time_needs_no_comma() -> None:
    events = annotate("The factory reopened on Monday after the two unions had signed a deal.", language="en")
    assert {event.type for event in events} == {"OTHER", "AGREE"}


def test_a_noun_phrase_behind_after_is_no_clause() -> None:
    (event,) = (e for e in annotate("The mayor resigned after a heated session.", language="en") if e.type == "RETREAT")
    assert event.label == "The mayor resigned after a heated session"


def test_what_is_reported_in_the_past_perfect_is_hearsay() -> None:
    text = "The colonel said that two rockets had hit the bridge."
    statement = said(text, "that two rockets had hit the bridge", "said", 0)
    event = only(text, language="en", referents=(("colonel", "person"),), statements=(statement,))
    assert (event.type, event.status) == ("ASSAULT", "alleged")


def test_calling_home_is_no_call_for_something() -> None:
    event = only("The country called home its ambassador on Tuesday.", language="en")
    assert event.type == "SANCTION"


def test_nothing_of_the_kind_was_done() -> None:
    event = only("No water cannon had been used against the marchers.", language="en")
    assert (event.type, event.status) == ("COERCE", "denied")
