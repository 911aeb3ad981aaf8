from __future__ import annotations

from test_event_layer import annotate, only

from quellenlage.layers.annotations import EntityType, Statement, StatementType
from quellenlage.layers.span import Span


def said(text: str, content: str, cue: str, speaker: int, type_: StatementType = "indirect") -> Statement:
    start = text.index(content)
    at = text.index(cue)
    return Statement(
        content=(Span(start, start + len(content)),),
        type=type_,
        speaker=speaker,
        speaker_spans=(),
        cue=(Span(at, at + len(cue)),),
        frame=(Span(at, len(text) - 1),),
        addressee=(),
        via=(),
        certainty="reported",
        confidence=1.0,
        reason="",
    )


def test_a_plural_pronoun_stands_for_the_two_named_together() -> None:
    text = "Lippe und Detmold streiten über den Wald, obwohl sie 2019 einen Vertrag darüber geschlossen hatten."
    event = only(text, referents=(("Lippe", "place"), ("Detmold", "place")))
    assert event.type == "AGREE"
    assert {p.referent for p in event.participants} == {0, 1}


def test_a_singular_pronoun_does_not() -> None:
    text = "Lippe und Detmold streiten über den Wald. Sie hatte den Vertrag unterzeichnet."
    (event,) = (e for e in annotate(text, referents=(("Lippe", "place"), ("Detmold", "place"))) if e.type == "AGREE")
    assert event.participants == ()


def test_an_object_pronoun_is_acted_on() -> None:
    text = "Bernd Uhl schwieg. Die Rätin Ada Voss beschuldigte ihn."
    people = (("Bernd Uhl", "person"), ("Ada Voss", "person"))
    (event,) = (e for e in annotate(text, referents=people, genders=("m", "f")) if e.type == "ACCUSE")
    assert {(p.referent, p.role) for p in event.participants} == {(0, "target"), (1, "source")}


def test_whose_resignation_is_asked_for() -> None:
    text = "Bernd Uhl schwieg. Ada Voss forderte seinen Rücktritt."
    people = (("Bernd Uhl", "person"), ("Ada Voss", "person"))
    (event,) = (e for e in annotate(text, referents=people, genders=("m", "f")) if e.type == "REQUEST")
    assert {p.referent for p in event.participants} == {0, 1}


def test_who_announces_what_nobody_is_named_for_takes_part() -> None:
    text = "Die Fähren sollen ab Freitag wieder fahren, teilte Nordlinie mit."
    for kind, count in (("organization", 1), ("person", 0)):
        statement = said(text, "Die Fähren sollen ab Freitag wieder fahren", "teilte", 0)
        (event,) = annotate(text, referents=(("Nordlinie", _kind(kind)),), statements=(statement,))
        assert event.status == "planned"
        assert len(event.participants) == count


def _kind(kind: str) -> EntityType:
    return "person" if kind == "person" else "organization"


def test_what_is_protested_before_is_the_place() -> None:
    event = only("Vor dem Landtag demonstrierten 300 Menschen.", referents=(("Landtag", "organization"),))
    assert (event.place, event.participants) == (0, ())


def test_a_body_in_a_compound_title_leaves_the_person_the_actor() -> None:
    event = only(
        "EU-Kommissarin Lise Barth wies den Vorwurf zurück.",
        referents=(("EU", "organization"), ("Lise Barth", "person")),
    )
    assert {p.role for p in event.participants} == {"source"}


def test_a_dateline_takes_no_part() -> None:
    text = "KIEL (abc) - Nordlinie kaufte am Montag zwei Schiffe."
    event = only(text, referents=(("KIEL", "place"), ("Nordlinie", "organization")))
    assert [p.referent for p in event.participants] == [1]


def test_what_a_quarrel_is_about_takes_no_part() -> None:
    text = "Im Streit um den Windpark Hohensee ist Landrätin Ada Voss am Montag zurückgetreten."
    event = only(text, referents=(("Hohensee", "place"), ("Ada Voss", "person")))
    assert [(p.referent, p.role) for p in event.participants] == [(1, "source")]


def test_a_second_subject_opens_a_clause_in_english() -> None:
    text = "Sweden offered Denmark help on Friday, and Ada Voss will travel to Oslo on Monday."
    people = (("Sweden", "place"), ("Denmark", "place"), ("Ada Voss", "person"))
    (event,) = (e for e in annotate(text, language="en", referents=people) if e.type == "CONSULT")
    assert [p.referent for p in event.participants] == [2]


def test_the_place_in_the_name_of_a_court_takes_no_part() -> None:
    text = "Das Amtsgericht Kellburg verurteilte Bernd Uhl zu zwei Jahren Haft."
    names = (("Amtsgericht Kellburg", "organization"), ("Kellburg", "place"), ("Bernd Uhl", "person"))
    event = only(text, referents=names)
    assert {p.referent for p in event.participants} == {0, 2}


def test_the_second_of_two_places_is_a_place_too() -> None:
    names = (("Kellburg", "place"), ("Torsach", "place"))
    event = only("In Kellburg und Torsach streikten am Montag die Busfahrer.", referents=names)
    assert (event.place, event.participants) == (0, ())
