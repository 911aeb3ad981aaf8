"""Reading articles with the shipped model: exact spans, the same result however it is run."""

from __future__ import annotations

from functools import cache

import pytest

from quellenlage.layers.annotations import Token
from quellenlage.layers.model import article
from quellenlage.layers.model.files import FOLDER
from quellenlage.layers.model.network import Network
from quellenlage.layers.tokens import tokenise

SHORT = (
    "Die Bürgermeisterin von Neustadt, Karin Vogel, kündigte am Dienstag den Bau einer neuen Brücke an. "
    "„Wir haben lange genug gewartet“, sagte Vogel der Lokalzeitung. Der Verkehrsverband teilte mit, die Kosten seien "
    "noch nicht bekannt. Die Arbeiten sollen im Frühjahr beginnen."
)
FILLER = "Der Fluss führte im Herbst wenig Wasser, und die Fähre fuhr nur an Werktagen zwischen den beiden Ufern. "


@cache
def model(threads: int) -> Network:
    return Network(FOLDER, threads=threads)


def tokens(text: str) -> list[Token]:
    return tokenise(text, 0, len(text), language="de")


def test_a_quotation_with_its_speaker_and_exact_spans() -> None:
    reading = article.read(model(1), tokens(SHORT))
    direct = [quotation for quotation in reading.quotations if quotation.type == "direct"]
    assert direct
    content = direct[0].content[0]
    assert "Wir haben lange genug gewartet" in SHORT[content.start : content.end]
    assert any("Vogel" in span.of(SHORT) for span in direct[0].roles["speaker"])
    assert all(0.0 <= quotation.confidence <= 1.0 for quotation in reading.quotations)


def test_names_are_found_with_their_types() -> None:
    found = {(entity.span.of(SHORT), entity.type) for entity in article.read(model(1), tokens(SHORT)).entities}
    assert ("Karin Vogel", "person") in found
    assert ("Neustadt", "place") in found


def test_the_number_of_threads_changes_nothing() -> None:
    for text in (SHORT, FILLER * 12 + SHORT):
        assert article.read(model(1), tokens(text)) == article.read(model(2), tokens(text))


def test_what_was_read_before_changes_nothing() -> None:
    first = article.read(model(1), tokens(SHORT))
    article.read(model(1), tokens(FILLER * 30))
    assert article.read(model(1), tokens(SHORT)) == first


@pytest.mark.parametrize("lead", [0, 22, 60])
def test_a_quotation_far_down_a_long_article_is_found(lead: int) -> None:
    text = FILLER * lead + SHORT
    found = [q for q in article.read(model(1), tokens(text)).quotations if q.type == "direct"]
    assert any("Wir haben lange genug gewartet" in text[q.content[0].start : q.content[-1].end] for q in found)


@pytest.mark.parametrize("text", ["", "Ja", "🙂", "…", "a" * 3000, "\u200b x", "Пётр сказал: «Да».", "漢字"])
def test_odd_texts_are_read(text: str) -> None:
    words = tokens(text)
    if words:
        for quotation in article.read(model(1), words).quotations:
            assert all(0 <= span.start < span.end <= len(text) for span in quotation.content)


def test_words_around_debris_are_joined_by_one_blank() -> None:
    text, begins, ends = article.text_of([Token(0, 3, "Das"), Token(50, 53, "ist"), Token(53, 54, ".")])
    assert text == "Das ist."
    assert begins.tolist() == [0, 4, 7]
    assert ends.tolist() == [3, 7, 8]
