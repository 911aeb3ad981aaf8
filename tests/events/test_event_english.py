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


def test_doubled_consonants() -> None:
    assert only("The court acquitted the nurse.", language="en").type == "OTHER"
    assert only("Finland expelled two attachés.", language="en").type == "SANCTION"
    assert only("A gunman opened fire in a market.", language="en").type == "ASSAULT"


def test_the_verb_that_frames_comes_first() -> None:
    text = "The ministry denied that its guards had opened fire."
    statement = said(text, "that its guards had opened fire", "denied", 0)
    events = annotate(text, language="en", referents=(("ministry", "organization"),), statements=(statement,))
    assert {event.type for event in events} == {"REJECT", "ASSAULT"}


def test_a_gerund_before_a_noun_is_no_verb() -> None:
    (event,) = annotate("The funding bill was adopted on 3 May 2025.", language="en")
    assert event.type == "OTHER"


def test_what_would_be_is_to_come() -> None:
    text = "The ministry said two attachés would be expelled."
    statement = said(text, "two attachés would be expelled", "said", 0)
    event = only(text, language="en", referents=(("ministry", "organization"),), statements=(statement,))
    assert (event.type, event.status) == ("SANCTION", "planned")


def test_how_long_after_belongs_to_no_clause() -> None:
    text = "The mayor resigned on Tuesday, hours after the council had rejected the budget."
    (event,) = (e for e in annotate(text, language="en") if e.type == "RETREAT")
    assert event.label == "The mayor resigned on Tuesday"
