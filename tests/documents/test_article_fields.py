from __future__ import annotations

from collections.abc import Mapping

import pytest

from quellenlage.documents import Document, build
from quellenlage.sources import Record, Reject

TEXT = "Der Rat von Oberlau hat den Bau einer Brücke beschlossen. Die Kosten sind noch offen, sagte ein Sprecher."


def built(fields: Mapping[str, object]) -> Document | Reject:
    return build(Record(path="a.jsonl:3", kind="fields", fields=fields, offset=77))


@pytest.mark.parametrize("title", ["title", "headline", "Title"])
@pytest.mark.parametrize("body", ["text", "body", "content", "maintext", "articleBody"])
@pytest.mark.parametrize("date", ["date", "published", "date_publish", "pubDate", "publishedAt"])
def test_usual_names(title: str, body: str, date: str) -> None:
    document = built({title: "Rat sagt Ja", body: TEXT, date: "2025-03-04T10:00:00Z", "url": "https://x.example/1"})
    assert isinstance(document, Document)
    assert (document.text, document.published) == (f"Rat sagt Ja\n\n{TEXT}", "2025-03-04")
    assert (document.path, document.url) == ("a.jsonl:3", "https://x.example/1")


@pytest.mark.parametrize(
    ("fields", "outlet", "author", "language"),
    [
        ({"outlet": "Lauer Bote", "author": "Ina Vogt", "language": "de"}, "Lauer Bote", "Ina Vogt", "de"),
        (
            {"source": {"id": None, "name": "Lauer Bote"}, "authors": ["Ina Vogt", "Ole Kern"]},
            "Lauer Bote",
            "Ina Vogt, Ole Kern",
            "de",
        ),
        ({"source_domain": "lauer-bote.example", "lang": "de-AT"}, "lauer-bote.example", None, "de"),
        ({"publisher": "Lauer Bote", "language": "German", "authors": []}, "Lauer Bote", None, "de"),
        ({"source": 7, "author": {"x": 1}, "language": ["?"]}, None, None, "de"),
    ],
)
def test_outlet_author_language(
    fields: Mapping[str, object], outlet: str | None, author: str | None, language: str
) -> None:
    document = built({"text": TEXT, **fields})
    assert isinstance(document, Document)
    assert (document.outlet, document.author, document.language) == (outlet, author, language)


def test_markup_in_the_body_is_taken_off() -> None:
    document = built(
        {"title": "Rat", "content": f"<p>{TEXT}</p><p>Der <b>Etat</b> &amp; mehr.</p><script>x()</script>"}
    )
    assert isinstance(document, Document)
    assert document.text == f"Rat\n\n{TEXT}\n\nDer Etat & mehr."


def test_a_page_in_a_field() -> None:
    article = f"<h1>Rat sagt Ja</h1><p>{TEXT}</p><p>{TEXT} Auch das noch.</p>"
    page = f"<html lang='de'><body><article>{article}</article></body></html>"
    document = built({"html": page, "date": "2025-03"})
    assert isinstance(document, Document)
    assert (document.title, document.published) == ("Rat sagt Ja", "2025-03")
    assert TEXT in document.text


def test_lists_of_paragraphs_and_the_lead() -> None:
    document = built({"title": "Rat", "body": [TEXT, "Ende."]})
    assert isinstance(document, Document)
    assert document.text == f"Rat\n\n{TEXT}\n\nEnde."
    document = built({"title": "Rat", "content": None, "description": TEXT})
    assert isinstance(document, Document)
    assert document.text == f"Rat\n\n{TEXT}"


@pytest.mark.parametrize("fields", [{}, {"text": ""}, {"text": 5}, {"gold": []}, {"title": "  ", "body": [1]}])
def test_no_text(fields: Mapping[str, object]) -> None:
    reject = built(fields)
    assert isinstance(reject, Reject)
    assert (reject.code, reject.path, reject.offset) == ("no-text", "a.jsonl:3", 77)


def test_a_title_that_the_text_repeats_stands_once() -> None:
    document = built({"title": "Rat sagt Ja", "text": f"Rat sagt Ja\n{TEXT}"})
    assert isinstance(document, Document)
    assert document.text == f"Rat sagt Ja\n\n{TEXT}"


def test_a_date_that_cannot_be_read_is_kept_for_the_message() -> None:
    document = built({"title": "Rat sagt Ja", "text": TEXT, "date": "vorige Woche"})
    assert isinstance(document, Document)
    assert (document.published, document.unread_date) == (None, "vorige Woche")
