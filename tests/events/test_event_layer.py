from __future__ import annotations

from quellenlage.documents.document import Document
from quellenlage.layers import sentences, times
from quellenlage.layers.annotations import Annotations, Event, Mention, Referent, Statement
from quellenlage.layers.events import LAYER
from quellenlage.layers.span import Span


def annotate(
    text: str,
    *,
    language: str = "de",
    published: str | None = "2025-05-14",
    referents: tuple[tuple[str, str], ...] = (),
    genders: tuple[str, ...] = (),
    statements: tuple[Statement, ...] = (),
) -> tuple[Event, ...]:
    document = Document("t", text, "", 0, None, None, None, published, language)
    annotations = Annotations(
        document,
        referents=tuple(
            Referent(i, kind, name, gender=genders[i] if genders else None)  # type: ignore[arg-type]
            for i, (name, kind) in enumerate(referents)
        ),
        mentions=tuple(
            Mention(text.index(name), text.index(name) + len(name), i, "name", "")
            for i, (name, _) in enumerate(referents)
        ),
        statements=statements,
    )
    for layer in (sentences.LAYER, times.LAYER, LAYER):
        annotations = layer.annotate(annotations)
    return annotations.events


def only(text: str, **options: object) -> Event:
    (event,) = annotate(text, **options)  # type: ignore[arg-type]
    return event


def test_type_date_and_status() -> None:
    event = only("Die beiden Länder haben am 3. Mai 2025 ein Abkommen unterzeichnet.")
    assert (event.type, event.date, event.status) == ("AGREE", "2025-05-03", "occurred")


def test_separated_verb() -> None:
    assert only("Der Konzern wies den Einwand deutlich zurück.").type == "REJECT"


def test_the_particle_must_be_there() -> None:
    assert all(event.type != "REJECT" for event in annotate("Der Wegweiser wies nach Norden."))


def test_a_particle_stands_before_a_comma_but_is_no_preposition() -> None:
    (event,) = annotate("Der Verein warf der Stadt vor, das Bad zu vergessen.")
    assert event.type == "ACCUSE"
    assert annotate("Sie sagte zu den Gästen kein Wort.") == ()


def test_an_act_of_speech_is_told_even_where_what_it_says_is_denied() -> None:
    text = "Die Firma bestritt den Betrug."
    denied = Statement((Span(0, len(text) - 1),), "reported", None, (), (Span(10, 18),), (), (), (), "denied", 1.0, "")
    assert only(text, statements=(denied,)).status == "occurred"


def test_whom_a_report_rests_on_takes_no_part() -> None:
    text = "Nach Angaben von Anna Berg hat Karl Thal den Verein verklagt."
    frame = Span(0, 26)
    said = Statement((Span(27, len(text) - 1),), "indirect", 0, (), (), (frame,), (), (), "reported", 1.0, "")
    event = only(text, statements=(said,), referents=(("Anna Berg", "person"), ("Karl Thal", "person")))
    assert [p.referent for p in event.participants] == [1]


def test_companions_decide() -> None:
    assert only("Die Polizei löste die Kundgebung auf.").type == "COERCE"
    assert annotate("Der Lehrer löste die Aufgabe auf.") == ()


def test_plan() -> None:
    assert only("Am Freitag will die Ministerin das Werk besuchen.").status == "planned"
    assert only("Der Rat soll den Plan im Juli 2026 beschließen.").status == "planned"


def test_hearsay_is_alleged() -> None:
    assert only("Der Minister soll den Gegner bedroht haben.").status == "alleged"


def test_indirect_speech_is_alleged_and_denied_speech_denied() -> None:
    text = "Der Damm sei absichtlich geöffnet worden, hieß es."
    span = Span(0, text.index(","))

    def told(certainty: str) -> Statement:
        return Statement((span,), "indirect", None, (), (), (), (), (), certainty, 1.0, "")  # type: ignore[arg-type]

    assert only(text, statements=(told("reported"),)).status == "alleged"
    assert only(text, statements=(told("denied"),)).status == "denied"


def test_negated() -> None:
    assert only("Die Opposition hat den Minister nicht angeklagt.").status == "denied"


def test_who_in_active_and_passive() -> None:
    people = (("Anna Berg", "person"), ("Karl Thal", "person"))
    active = only("Anna Berg verklagte Karl Thal.", referents=people)
    assert {p.referent: p.role for p in active.participants} == {0: "source", 1: "target"}
    passive = only("Anna Berg wurde von Karl Thal verklagt.", referents=people)
    assert {p.referent: p.role for p in passive.participants} == {0: "target", 1: "source"}


def test_place() -> None:
    event = only("Die Minister trafen sich in Bremen.", referents=(("Bremen", "place"),))
    assert event.place == 0
    assert event.participants == ()


def test_an_occasion_is_an_event_beside_the_verb() -> None:
    found = annotate("Bei einem Besuch in Oslo forderte die Ministerin mehr Geld.")
    assert {event.type for event in found} == {"CONSULT", "REQUEST"}


def test_date_of_the_sentence_before_for_what_is_done_but_not_for_what_is_said() -> None:
    done, *_ = (
        event
        for event in annotate("Am 4. Mai 2025 kam es zum Streit. Die Polizei nahm zwei Männer fest.")
        if event.type == "COERCE"
    )
    assert done.date == "2025-05-04"
    said = [e for e in annotate("Am 4. Mai 2025 regnete es. Der Verein kritisierte die Stadt.") if e.type == "ACCUSE"]
    assert [event.date for event in said] == [None]


def test_english_and_russian() -> None:
    assert only("The two banks signed a treaty.", language="en").type == "AGREE"
    assert any(e.type == "AGREE" for e in annotate("Стороны подписали договор.", language="ru"))


def test_no_event_in_background() -> None:
    assert annotate("Das Land hat rund fünf Millionen Einwohner.") == ()


def test_a_heading_repeats_no_event_of_the_body() -> None:
    text = "Zug entgleist bei Bonn\n\nEin Zug ist am Montag bei Bonn entgleist."
    document = Document("t", text, "Zug entgleist bei Bonn", 22, None, None, None, "2025-05-14", "de")
    annotations = Annotations(document)
    for layer in (sentences.LAYER, times.LAYER, LAYER):
        annotations = layer.annotate(annotations)
    assert [event.date for event in annotations.events] == ["2025-05-12"]


def test_a_pronoun_stands_for_the_last_subject_that_agrees_not_only_for_who_acted() -> None:
    text = "Jan Mohr legte dem Rat Zahlen vor. Am Rand stand Eva Lind. Er forderte mehr Geld."
    events = annotate(text, referents=(("Jan Mohr", "person"), ("Eva Lind", "person")), genders=("m", "f"))
    (demand,) = [event for event in events if event.type == "REQUEST"]
    assert [person.referent for person in demand.participants] == [0]
    events = annotate(
        text.replace("Er forderte", "Sie forderte"),
        referents=(("Jan Mohr", "person"), ("Eva Lind", "person")),
        genders=("m", "f"),
    )
    (demand,) = [event for event in events if event.type == "REQUEST"]
    assert [person.referent for person in demand.participants] == [1]


def test_a_perfect_infinitive_in_front_is_hearsay() -> None:
    events = annotate("Ausgebrochen sein soll der Brand an einem Stapler.")
    assert [(event.concept, event.status) for event in events] == [("fire", "alleged")]


def test_what_has_happened_meanwhile_has_not_the_day_of_the_lead() -> None:
    text = "Am Dienstag ist in Lauf ein Zug entgleist, ein Mann starb.\n\nDer Rat hat inzwischen Hilfe beschlossen."
    assert [event.date for event in annotate(text) if event.type == "AID"] == [None]


def test_what_governs_a_phrase_stands_right_before_its_article() -> None:
    text = "Mit einem Streik hat der Verband am Freitag den Hafen Norderwyk lahmgelegt."
    events = annotate(text, referents=(("Hafen Norderwyk", "place"),))
    assert {person.referent for event in events for person in event.participants} == {0}


def test_what_follows_from_a_source_is_told_as_fact_in_the_indicative() -> None:
    text = "Zuvor hatte sie sich demnach mit dem Minister getroffen."
    span = Span(0, len(text) - 1)
    said = Statement((span,), "indirect", None, (), (), (), (), (), "hedged", 1.0, "")
    assert only(text, statements=(said,)).status == "occurred"
    text = text.replace("hatte sie sich", "soll sie sich").replace("getroffen", "getroffen haben")
    said = Statement((Span(0, len(text) - 1),), "indirect", None, (), (), (), (), (), "hedged", 1.0, "")
    assert only(text, statements=(said,)).status == "alleged"


def test_the_day_of_a_denial_is_not_that_of_the_threat() -> None:
    text = "Er dementierte am Montag, dass er der Bank gedroht habe."
    denied = Statement(
        (Span(text.index("dass"), len(text) - 1),), "indirect", None, (), (Span(3, 14),), (), (), (), "denied", 1.0, ""
    )
    dates = {event.type: event.date for event in annotate(text, statements=(denied,))}
    assert dates == {"REJECT": "2025-05-12", "THREATEN": None}


def test_what_is_promised_not_to_be_done_is_a_promise() -> None:
    event = only("Die Rätin versprach am Montag, keine Schule zu schließen.")
    assert (event.type, event.status) == ("AGREE", "occurred")
    assert only("Die Rätin hat den Vertrag nicht unterzeichnet.").status == "denied"
