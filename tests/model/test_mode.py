"""Statements by rules alone or by rules and model."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quellenlage.documents.document import Document
from quellenlage.errors import InputError
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.statements import mode

TEXT = (
    "Neue Brücke in Neustadt\n\n"
    "Die Bürgermeisterin von Neustadt, Karin Vogel, wies die Vorwürfe zurück. "
    "„Wir haben lange genug gewartet“, sagte Vogel. Der Verkehrsverband teilte mit, die Kosten seien nicht bekannt."
)
TITLE = TEXT.split("\n", 1)[0]


@pytest.fixture(params=mode.MODES)
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    before = mode.mode()
    mode.set_mode(request.param)
    yield request.param
    mode.set_mode(before)


def annotated(text: str, language: str) -> Annotations:
    title = text.split("\n", 1)[0] if "\n" in text else ""
    return catalogue.annotate(Document("a.txt", text, title, len(title), None, None, None, "2025-03-04", language))


def test_both_ways_find_who_said_what(way: str) -> None:
    made = annotated(TEXT, "de")
    direct = [statement for statement in made.statements if statement.type == "direct"]
    assert len(direct) == 1
    assert "Wir haben lange genug gewartet" in direct[0].content[0].of(TEXT)
    assert [span.of(TEXT) for span in direct[0].speaker_spans] == ["Vogel"]
    assert any("Kosten" in statement.content[0].of(TEXT) for statement in made.statements)


def test_spans_are_exact_and_in_order(way: str) -> None:
    made = annotated(TEXT, "de")
    starts = [statement.content[0].start for statement in made.statements]
    assert starts == sorted(starts)
    for statement in made.statements:
        for span in (*statement.content, *statement.speaker_spans, *statement.cue, *statement.frame):
            assert 0 <= span.start < span.end <= len(TEXT)
            assert span.of(TEXT).strip() == span.of(TEXT)


def test_the_title_makes_no_statement(way: str) -> None:
    assert all(statement.content[0].start > len(TITLE) for statement in annotated(TEXT, "de").statements)


@pytest.mark.parametrize(
    ("language", "text"), [("en", "“We are ready,” said Anna Brown."), ("fr", "Il a dit oui."), ("de", "Ja.")]
)
def test_other_languages_and_short_texts(way: str, language: str, text: str) -> None:
    made = annotated(text, language)
    assert all(0 <= statement.confidence <= 1 for statement in made.statements)
    assert bool(made.statements) == (language == "en")


def test_an_unknown_way_is_refused() -> None:
    with pytest.raises(InputError, match="model or rules"):
        mode.set_mode("guess")
