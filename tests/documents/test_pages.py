from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from quellenlage import limits
from quellenlage.documents import Document, build, extract, page
from quellenlage.sources import Record, Reject

PAGES = Path(__file__).parent / "pages"
PARAGRAPH = "<p>Der Rat von Oberlau hat am Freitag den Bau einer Brücke beschlossen. Die Kosten sind noch offen.</p>\n"


def built(content: bytes) -> Document | Reject:
    return build(Record(path="page.html", kind="html", content=content))


def golden(name: str) -> Document:
    document = built((PAGES / name).read_bytes())
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize(
    ("name", "title", "outlet", "author", "published", "language", "url"),
    [
        (
            "jsonld.html",
            "Seilbahn am Hohenwarter Kopf steht nach Störung still",
            "Bergbote",
            "Marlies Kranzlhuber, Tim Odenthal",
            "2025-01-19",
            "de",
            "https://www.bergbote.example/region/seilbahn-hohenwart-1187",
        ),
        (
            "meta.html",
            "Stadtwerke Quellau senken den Gaspreis",
            "Quellauer Nachrichten",
            "Redaktion Wirtschaft",
            "2024-11-05",
            "de",  # the template says English, the words do not
            "https://quellauer-nachrichten.example/wirtschaft/gaspreis",
        ),
        ("plain.html", "Tunnelbau bei Marbeck verzögert sich um ein Jahr", None, None, None, "de", None),
        (
            "amp.html",
            "Wolf im Landkreis Tannhausen nachgewiesen – Schäfer besorgt",
            "Waldecho Tannhausen",
            "Waldecho",
            "2023-04-02",
            "de",
            "https://www.waldecho.example/natur/wolf-tannhausen.html",
        ),
        ("cyrillic.html", "В Заозёрске открыли новый мост", "Вестник Приозерья", None, "2024-03-12", "ru", None),
    ],
)
def test_golden_metadata(
    name: str, title: str, outlet: str | None, author: str | None, published: str | None, language: str, url: str | None
) -> None:
    document = golden(name)
    assert document.title == title
    assert (document.outlet, document.author, document.published) == (outlet, author, published)
    assert (document.language, document.url) == (language, url)


@pytest.mark.parametrize(
    ("name", "paragraphs", "first", "last"),
    [
        ("jsonld.html", 4, "Die Seilbahn auf den", "auf den Nachbarhang aus."),
        ("meta.html", 3, "Die Stadtwerke Quellau", "im Dezember entscheiden."),
        ("plain.html", 3, "Der Bau des Eisenbahntunnels", "zu hören, erklärte er."),
        ("amp.html", 3, "Im Landkreis Tannhausen", "für Schutzzäune beantragen."),
        ("cyrillic.html", 3, "В Заозёрске во вторник", "государственной комиссией."),
    ],
)
def test_golden_body(name: str, paragraphs: int, first: str, last: str) -> None:
    document = golden(name)
    body = document.text[document.title_end + 2 :].split("\n\n")
    assert len(body) == paragraphs
    assert body[0].startswith(first)
    assert body[-1].endswith(last)


FIRST = "Der Rat von Oberlau hat am Freitag den Bau einer Brücke beschlossen. Die Kosten sind noch offen."
SECOND = "Die Opposition stimmte dagegen. „Das ist Verschwendung“, sagte Fraktionschef Ole Kern dem Lauer Boten."
THIRD = "Der Landrat begrüßte den Beschluss. Mit der Brücke werde der Schulweg kürzer, erklärte er am Samstag."


@pytest.mark.parametrize(
    ("page", "author", "outlet"),
    [
        (
            f"<html><head><title>Rat sagt Ja - Lauer Bote</title></head><body><a href=/>Start</a><h1>Rat sagt Ja</h1>"
            f"<div class=text>{FIRST}<br><br>{SECOND}<br /><br/>{THIRD}</div></body></html>",
            None,
            "Lauer Bote",
        ),
        (f"<html><h1>Rat sagt Ja</h1><div>{FIRST}</div><div>{SECOND}</div><div>{THIRD}</div></html>", None, None),
        (
            '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rat sagt Ja", '
            f'"articleBody": "{FIRST}\\n\\n{SECOND}\\n\\n{THIRD}"}}</script></head><body><article><h1>Rat sagt Ja</h1>'
            f"<p class=byline>Von Ina Vogt</p><p>{FIRST}</p><p>Weiterlesen mit Plus</p></article></body></html>",
            "Ina Vogt",
            None,
        ),
    ],
    ids=["line breaks", "blocks", "body in JSON-LD"],
)
def test_other_layouts(page: str, author: str | None, outlet: str | None) -> None:
    document = built(page.encode())
    assert isinstance(document, Document)
    assert document.text == f"Rat sagt Ja\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert (document.author, document.outlet) == (author, outlet)


@pytest.mark.parametrize("content", [b"", b"   ", b"\x00"])
def test_empty(content: bytes) -> None:
    reject = built(content)
    assert isinstance(reject, Reject)
    assert reject.code == "empty"


@pytest.mark.parametrize(
    "content", [b"<html></html>", b"<", b"<!-- x", b"<html><script>x</script></html>", b"<title>Nur Titel</title>"]
)
def test_no_text(content: bytes) -> None:
    reject = built(content)
    assert isinstance(reject, Reject)
    assert reject.code == "no-text"


@pytest.mark.parametrize(("depth", "code"), [(998, None), (999, None), (1000, "too-deep")])
def test_depth_limit(depth: int, code: str | None) -> None:
    content = "<html>" + "<div>" * depth + PARAGRAPH * 4 + "</div>" * depth + "</html>"  # html counts as one
    document = built(content.encode())
    assert document.code == code if isinstance(document, Reject) else code is None


def test_a_deep_page_is_not_cut() -> None:
    page = (
        "<html><body>"
        + "<div>" * 400
        + PARAGRAPH * 3
        + "</div>" * 400
        + PARAGRAPH.replace("Oberlau", "Unterlau")
        + "</body></html>"
    )
    document = built(page.encode())
    assert isinstance(document, Document)
    assert "Oberlau" in document.text


@pytest.mark.parametrize(("nodes", "code"), [(99, None), (100, None), (101, "too-many-elements")])
def test_node_limit(monkeypatch: pytest.MonkeyPatch, nodes: int, code: str | None) -> None:
    monkeypatch.setattr(limits, "MAX_HTML_NODES", 100)
    document = built(b"<html>" + PARAGRAPH.encode() * (nodes - 1) + b"</html>")
    assert document.code == code if isinstance(document, Reject) else code is None


def test_huge_colspans_and_many_rows() -> None:
    row = "<tr><td colspan='9007199254740991' rowspan=99999999>x</td></tr>"
    document = built(f"<html><body><article>{PARAGRAPH * 4}<table>{row * 300}</table></article></body></html>".encode())
    assert isinstance(document, Document)
    assert "Oberlau" in document.text


def test_a_large_page_is_extracted_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    content = (PAGES / "jsonld.html").read_bytes()
    here = built(content)
    monkeypatch.setattr(extract, "IN_PROCESS_CHARS", 10)
    assert built(content) == here
    assert isinstance(built(b"<html></html>" + b" " * 20), Reject)


def test_an_extraction_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "IN_PROCESS_CHARS", 10)
    monkeypatch.setattr(limits, "EXTRACTION_SECONDS", 0.01)
    reject = built((PAGES / "jsonld.html").read_bytes())
    assert isinstance(reject, Reject)
    assert reject.code == "extraction-timeout"


def test_a_small_page_that_hangs_is_ended_and_other_timers_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(_page: str) -> str:
        while True:
            try:
                time.sleep(0.001)
            except Exception:  # noqa: BLE001 (what libraries do)
                continue

    monkeypatch.setattr(page, "read_page", hang)
    monkeypatch.setattr(limits, "EXTRACTION_SECONDS", 0.05)
    before = signal.getitimer(signal.ITIMER_REAL)
    reject = built((PAGES / "jsonld.html").read_bytes())
    assert isinstance(reject, Reject)
    assert reject.code == "extraction-timeout"
    assert (signal.getitimer(signal.ITIMER_REAL)[0] > 0) == (before[0] > 0)


def test_an_extraction_that_breaks_off_is_a_reject(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "IN_PROCESS_CHARS", 10)
    monkeypatch.setattr(extract.sys, "executable", "/bin/false")
    reject = built((PAGES / "jsonld.html").read_bytes())
    assert isinstance(reject, Reject)
    assert reject.code == "extraction-failed"


def test_measure_is_not_fooled_by_scripts_and_void_elements() -> None:
    assert extract.measure("<div><script>'<div><div>'</script><br><img><p>a<p>b<!-- <i><i> --></div><b>") == (7, 1)
    assert extract.measure("<script>" + "<div>" * 1000) == (1, 0)


@pytest.mark.parametrize(("room", "title"), [(-1, "Aus der Seite"), (0, "Aus dem Block"), (1, "Aus dem Block")])
def test_json_ld_limit(monkeypatch: pytest.MonkeyPatch, room: int, title: str) -> None:
    block = '{"@type": "NewsArticle", "headline": "Aus dem Block"}'
    monkeypatch.setattr(limits, "MAX_JSON_LD_CHARS", len(block) + room)
    script = f'<script type="application/ld+json">{block}</script>'
    document = built(f"<html><head>{script}</head><body><h1>Aus der Seite</h1>{PARAGRAPH * 3}</body></html>".encode())
    assert isinstance(document, Document)
    assert document.title == title
