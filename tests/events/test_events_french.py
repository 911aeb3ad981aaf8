"""French events: type, date, status, participants; which words are no verbs."""

from __future__ import annotations

import pytest

from quellenlage.documents.document import Document
from quellenlage.layers import credits, events, sentences, statements, times
from quellenlage.layers.annotations import Annotations, Event
from quellenlage.layers.entities.recognise import recognise
from quellenlage.layers.events.clauses import clauses

pytestmark = pytest.mark.usefixtures("rules_alone")


def read(text: str) -> tuple[Annotations, tuple[Event, ...]]:
    made = Annotations(Document("a.txt", text, "", 0, None, None, None, "2025-11-13", "fr"))
    made = statements.annotate(credits.annotate(recognise(times.LAYER.annotate(sentences.annotate(made)))))
    made = events.LAYER.annotate(made)
    return made, made.events


@pytest.mark.parametrize(
    ("text", "type_", "date", "status"),
    [
        ("Le ministre Paul Roche a signé mardi un accord.", "AGREE", "2025-11-11", "occurred"),
        ("La police a arrêté deux hommes mardi à Lausanne.", "COERCE", "2025-11-11", "occurred"),
        ("Le directeur aurait démissionné.", "RETREAT", None, "alleged"),
        ("Aucun accord n'a été signé mardi.", "AGREE", "2025-11-11", "denied"),
        ("Les grévistes n’ont pas manifesté.", "PROTEST", None, "denied"),
        ("L'association Rive Claire exige la fermeture du site.", "REQUEST", None, "occurred"),
        ("La manifestation aura lieu samedi à Zurich.", "PROTEST", "2025-11-15", "planned"),
        ("Les négociations ont commencé hier à Genève.", "CONSULT", "2025-11-12", "occurred"),
        ("La réunion a été reportée à mercredi.", "CONSULT", "2025-11-19", "planned"),
        ("Le trafic a repris mercredi à Karlsruhe.", "OTHER", "2025-11-12", "occurred"),
    ],
)
def test_events(text: str, type_: str, date: str | None, status: str) -> None:
    (event,) = read(text)[1]
    assert (event.type, event.date, event.status) == (type_, date, status)


def test_who_and_where() -> None:
    made, (event,) = read("Marie Dubosson a rencontré Paul Roche à Berne.")
    roles = {made.referents[p.referent].name: p.role for p in event.participants}
    assert roles == {"Marie Dubosson": "source", "Paul Roche": "target"}
    assert event.place is not None
    assert made.referents[event.place].name == "Berne"


def test_two_events_of_one_sentence() -> None:
    found = read("Un incendie s'est déclaré lundi dans une usine et a fait trois blessés.")[1]
    assert [event.concept for event in found] == ["fire", "casualty"]


@pytest.mark.parametrize(
    "text",
    [
        "Qui a signé l'accord ?",
        "Il travaille pour signer un contrat.",
        "La note reste secrète.",
        "La visite est gratuite, dit-on.",
    ],
)
def test_no_event_of_the_verb(text: str) -> None:
    assert not [event for event in read(text)[1] if event.concept in {"sign", "publish"}]


def test_clauses() -> None:
    text = "Le maire, qui était là, a dit non et le préfet a dit oui."
    (sentence,) = sentences.annotate(
        Annotations(Document("a.txt", text, "", 0, None, None, None, None, "fr"))
    ).sentences
    cut = clauses(sentence, language="fr")
    told = [(clause.opener, clause.tokens[clause.finite].text) for clause in cut if clause.finite is not None]
    assert sorted(told) == [("", "a"), ("", "a"), ("qui", "était")]
