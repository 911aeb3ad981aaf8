"""Speakers that can be none are replaced by who stands there, or by nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quellenlage.documents.document import Document
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations, Statement
from quellenlage.layers.span import Span
from quellenlage.layers.statements import plausible


def annotated(text: str) -> Annotations:
    return catalogue.annotate(Document("a.txt", text, "", 0, None, None, None, "2025-05-14", "de"))


def with_speaker(annotations: Annotations, cue: str, surface: str, *, denied: bool = False) -> Statement:
    text = annotations.document.text

    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return Statement(
        content=(Span(0, len(text)),),
        type="reported",
        speaker=None,
        speaker_spans=(at(surface),),
        cue=(at(cue),),
        frame=(),
        addressee=(),
        via=(),
        certainty="denied" if denied else "reported",
        confidence=1.0,
        reason="test",
    )


def speaker(annotations: Annotations, statement: Statement) -> str | None:
    (new,) = plausible.checked(annotations, [statement])
    if new.speaker is not None:
        return annotations.referents[new.speaker].name
    return new.speaker_spans[0].of(annotations.document.text) if new.speaker_spans else None


@pytest.mark.parametrize(
    ("text", "cue", "surface", "expected"),
    [
        ("Anfangs hatte Österreich von vier Toten gesprochen.", "hatte", "Anfangs", "Österreich"),
        ("Gut ein Jahr nach dem Vertrag verlangt Kasachstan Änderungen.", "verlangt", "ein Jahr", "Kasachstan"),
        ("Die Caritas zahlte nach eigenen Angaben drei Millionen Euro.", "nach", "drei Millionen Euro", "Caritas"),
        ("Bisher wurde die Lage ruhig genannt.", "wurde", "Bisher", None),
        (
            "Ein alter Beamter, den die Zeitung traf, sagte ab.",
            "sagte",
            "Ein alter Beamter, den die",
            "Ein alter Beamter",
        ),
        ("Sie zitiert einen Beamten, der klagte.", "zitiert", "Sie zitiert einen Beamten", "einen Beamten"),
        ("Der Betreiber, die Firma Ostholz, schwieg.", "schwieg", "Der Betreiber, die Firma Ostholz", None),
    ],
)
def test_who_stands_there_instead(text: str, cue: str, surface: str, expected: str | None) -> None:
    annotations = annotated(text)
    statement = with_speaker(annotations, cue, surface)
    if "eigenen" in text:
        start = text.index("nach eigenen")
        statement = replace(statement, frame=(Span(start, start + len("nach eigenen Angaben")),))
    if surface.endswith("Ostholz"):  # an apposition is part of the name
        expected = surface
    assert speaker(annotations, statement) == expected


def test_what_is_denied_is_not_who_denies() -> None:
    annotations = annotated("Der Verband wies die harten Vorwürfe zurück.")
    statement = with_speaker(annotations, "wies", "die harten Vorwürfe", denied=True)
    assert speaker(annotations, statement) == "Der Verband"
    assert speaker(annotations, replace(statement, certainty="reported")) == "die harten Vorwürfe"


def test_what_is_said_next_by_the_same_wrong_speaker_follows() -> None:
    annotations = annotated("Anfangs hatte Österreich von vier Toten gesprochen. Später seien es sechs gewesen.")
    first = with_speaker(annotations, "hatte", "Anfangs")
    second = replace(first, cue=(), content=(Span(53, 80),))
    found = plausible.checked(annotations, [first, second])
    assert found[0].speaker == found[1].speaker
    assert found[1].speaker is not None


def test_a_person_speaks_to_the_agency_and_not_the_agency() -> None:
    annotations = annotated("Das Seil sei neu, sagte Betriebsleiter Jonas Krell der Nachrichtenagentur Reuters.")
    agency = next(r.index for r in annotations.referents if (r.known or "").startswith("agency/"))
    statement = with_speaker(annotations, "sagte", "Betriebsleiter Jonas Krell der Nachrichtenagentur Reuters")
    (new,) = plausible.checked(annotations, [replace(statement, speaker=agency)])
    assert new.speaker is not None
    assert annotations.referents[new.speaker].name == "Jonas Krell"
    assert new.speaker_spans[0].of(annotations.document.text) == "Betriebsleiter Jonas Krell"
