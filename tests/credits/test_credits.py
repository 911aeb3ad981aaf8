"""Wire services: whole-article credits, citations in passing, and what is neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.documents.document import Debris, Document
from quellenlage.layers import credits, sentences
from quellenlage.layers.agencies import by_key, in_credit, namings, table
from quellenlage.layers.annotations import Annotations, Credit

BODY = "Der Stadtrat von Kalkfelden hat den Umbau des Bahnhofs beschlossen. Die Arbeiten beginnen im Herbst."


def document(
    body: str, *, author: str | None = None, outlet: str | None = "Kalkfeldener Bote", debris: str = ""
) -> Document:
    title = "Bahnhof wird umgebaut"
    text = f"{title}\n\n{body}"
    start = text.find(debris) if debris else -1
    marked = (Debris(start, start + len(debris), "caption", "Foto"),) if start >= 0 else ()
    return Document("a.txt", text, title, len(title), outlet, None, author, "2025-03-01", "de", marked)


def read(body: str, **fields: str | None) -> tuple[Credit, ...]:
    doc = document(body, **fields)  # type: ignore[arg-type]
    return credits.annotate(sentences.LAYER.annotate(Annotations(doc))).credits


def whole(body: str, **fields: str | None) -> list[str]:
    return sorted({credit.agency for credit in read(body, **fields) if credit.whole})


def passing(body: str, **fields: str | None) -> list[str]:
    return sorted({credit.agency for credit in read(body, **fields) if not credit.whole})


@pytest.mark.parametrize(
    ("body", "agencies"),
    [
        (f"Kalkfelden (dpa/lnw) - {BODY}", ["agency/dpa"]),
        (f"Kalkfelden/Wien (APA/dpa) – {BODY}", ["agency/apa", "agency/dpa"]),
        (f"KALKFELDEN, March 3 (Reuters) - {BODY}", ["agency/reuters"]),
        (f"KALKFELDEN (AP) — {BODY}", ["agency/ap"]),
        (f"МОСКВА, 3 марта — РИА Новости. {BODY}", ["agency/ria"]),
        (f"МОСКВА, 3 марта. /ТАСС/. {BODY}", ["agency/tass"]),
        (f"dpa KALKFELDEN. {BODY}", ["agency/dpa"]),
        (f"{BODY} (dpa)", ["agency/dpa"]),
        (f"{BODY}\n\n(afp, red)", ["agency/afp"]),
        (f"{BODY}\n\n(dpa/jk)", ["agency/dpa"]),
        (f"{BODY} (Mit Material der dpa)", ["agency/dpa"]),
        (f"{BODY}\n\nMit Material von AFP und Reuters", ["agency/afp", "agency/reuters"]),
        (f"{BODY}\n\nQuelle: dpa", ["agency/dpa"]),
        (f"{BODY}\n\nQuelle: ntv.de, jwu/AFP", ["agency/afp"]),
        (f"{BODY}\n\n© dpa-infocom, dpa:250301-930-123456/1", ["agency/dpa"]),
        (f"{BODY} dpa/tmn", ["agency/dpa"]),
        (f"{BODY}\n\nReporting by Jane Doe in Bonn; editing by John Roe", ["agency/reuters"]),
        (f"{BODY} (kna/epd)", ["agency/epd", "agency/kna"]),
        (f"Kalkfelden (AFP/dpa) {BODY}", ["agency/afp", "agency/dpa"]),
        (f"(epd) {BODY}", ["agency/epd"]),
        (f"dpa – {BODY}", ["agency/dpa"]),
        (f"KALKFELDEN (dpa-AFX Broker) - {BODY}", ["agency/dpa"]),
        (f"Москва. 3 марта. INTERFAX.RU - {BODY}", ["agency/interfax"]),
        (f"{BODY} (rtr/kb24)", ["agency/reuters"]),
        (f"{BODY} (APA, red, 12.3.2025)", ["agency/apa"]),
        (f"{BODY} (dpa, Veronika Silbermann)", ["agency/dpa"]),
        (f"{BODY} – AFP", ["agency/afp"]),
        (f"{BODY}\n\nWith agencies: AFP, AP", ["agency/afp", "agency/ap"]),
        (f"{BODY}\n\nAssociated Press writer Ann Lee contributed to this report.", ["agency/ap"]),
    ],
)
def test_whole_article_credits(body: str, agencies: list[str]) -> None:
    assert whole(body) == agencies


@pytest.mark.parametrize(
    ("fields", "agencies"),
    [
        ({"author": "dpa"}, ["agency/dpa"]),
        ({"author": "Maria Lang, AFP"}, ["agency/afp"]),
        ({"author": "Maria Lang"}, []),
        ({"outlet": "Reuters"}, ["agency/reuters"]),
    ],
)
def test_credits_of_the_header(fields: dict[str, str], agencies: list[str]) -> None:
    assert whole(BODY, **fields) == agencies


@pytest.mark.parametrize(
    ("sentence", "agencies"),
    [
        ("Wie die Nachrichtenagentur Reuters berichtet, soll der Bau teurer werden.", ["agency/reuters"]),
        ("Laut dpa kostet der Umbau zehn Millionen Euro.", ["agency/dpa"]),
        ("Das sagte die Bürgermeisterin der Deutschen Presse-Agentur.", ["agency/dpa"]),
        ("Nach Angaben von „Reuters“ verzögert sich der Bau.", ["agency/reuters"]),
        ("Die Kosten steigen, meldet die Agentur Interfax und beruft sich auf einen Beamten.", ["agency/interfax"]),
        ("According to AFP, the works will start in autumn.", ["agency/afp"]),
        ("Как сообщает ТАСС, строительство начнется осенью.", ["agency/tass"]),
        ("Die Nachrichtenagentur Fars meldet Verzögerungen.", ["agency/fars"]),
        ("Der Reuters-Journalist wurde im Foyer begrüßt, sagte ein Sprecher.", []),
        ("Fars sagte, das Brot sei gut.", []),
        ("Reuters zog in ein neues Haus.", []),
        (
            "„Wir bauen“, sagte Baustadträtin Veronika Silbermann am Mittwoch in Kalkfelden der Agentur AFP.",
            ["agency/afp"],
        ),
        ("Reuters feiert im kommenden Herbst in London sein Bestehen mit einem Fest, sagte eine Gärtnerin.", []),
        ("Der Stadtrat meldete Bedenken an.", []),
    ],
)
def test_citations_in_passing(sentence: str, agencies: list[str]) -> None:
    assert passing(f"{BODY}\n\n{sentence} {BODY}") == agencies
    assert whole(f"{BODY}\n\n{sentence} {BODY}") == []


@pytest.mark.parametrize(
    ("sentence", "agencies"),
    [
        ("Wie die staatliche Nachrichtenagentur Orunda berichtet, brennt es.", ["agency/Orunda"]),
        ("Das meldete die amtliche Agentur Sawar am Montag.", ["agency/Sawar"]),
        ("Es brennt, wie die Agentur „Vektor Blick“ unter Berufung auf Ärzte schrieb.", ["agency/Vektor Blick"]),
        ("Laut der Nachrichtenagentur Kolibri News brennt es.", ["agency/Kolibri News"]),
        ("A deputy, quoted by the Orunda agency, spoke of a fire.", ["agency/Orunda"]),
        ("According to the state news agency Orunda, there was a fire.", ["agency/Orunda"]),
        ("Пожар потушен, передает агентство «Орунда».", ["agency/Орунда"]),
        ("Selon l'agence de presse Orunda, le feu est éteint.", ["agency/Orunda"]),
        ("Die Werbeagentur Orunda berichtet von Zuwachs.", []),
        ("Die Agentur für Arbeit meldet Zuwachs.", []),
        ("Die Agentur Orunda stellte ein Plakat vor.", []),
        ("Агентство «Орунда» переехало.", []),
        ("The space agency Orunda reported a launch.", []),
    ],
)
def test_services_that_no_table_knows_are_those_the_text_calls_so(sentence: str, agencies: list[str]) -> None:
    assert passing(f"{BODY}\n\n{sentence} {BODY}") == agencies


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Amt wies einen Bericht der Agentur Interfax als falsch zurück.",
        "Der Minister nannte eine Meldung der Nachrichtenagentur Orunda erfunden.",
        "She called a report by the Interfax news agency pure invention.",
        "В мэрии назвали ложным сообщение агентства «Орунда».",
    ],
)
def test_a_report_that_is_only_rejected_is_no_source(sentence: str) -> None:
    assert read(f"{BODY}\n\n{sentence} {BODY}") == ()


@pytest.mark.parametrize(
    "line", ["Foto: dpa", "Bild: AFP/Max Muster", "Foto: Max Muster/dpa", "Quelle: Sputnik © IWAN BILD"]
)
def test_picture_credits_are_no_source(line: str) -> None:
    assert read(f"{BODY}\n\n{line}\n\n{BODY}") == ()
    assert read(f"{BODY}\n\n{line}\n\n{BODY}", debris=line) == ()


def test_a_paragraph_about_a_picture_may_end_with_a_mark() -> None:
    assert whole(f"{BODY}\n\nDas Bild hängt seit Mai im Rathaus von Kalkfelden. (dpa)") == ["agency/dpa"]


def test_an_abbreviation_behind_the_full_name_is_no_mark() -> None:
    body = f"{BODY} Das sagte sie der Deutschen Presse-Agentur (dpa)\n\n{BODY}"
    assert whole(body) == []


def test_spans_stand_on_the_name() -> None:
    doc = document(f"Kalkfelden (dpa/lnw) - {BODY}")
    (credit,) = credits.annotate(sentences.LAYER.annotate(Annotations(doc))).credits
    assert doc.text[credit.start : credit.end] == "dpa"
    assert "dateline" in credit.reason


def test_the_table_is_sound() -> None:
    keys = [agency.key for agency in table()]
    assert len(keys) == len(set(keys)) == len(by_key())
    assert {agency.kind for agency in table()} == {"agency", "broadcaster", "paper"}
    assert all(len(agency.country) == 2 and agency.country.isupper() for agency in table())


def test_short_forms_of_small_agencies_need_their_capitals() -> None:
    assert in_credit("DPA") is in_credit("dpa") is by_key()["agency/dpa"]
    assert in_credit("map") is None
    assert in_credit("MAP") is by_key()["agency/map"]


def test_a_longer_name_wins() -> None:
    (naming,) = namings("Wie Interfax-Ukraine schreibt")
    assert naming.agency.key == "agency/interfax-ukraine"


@given(st.text(max_size=300))
def test_any_text_gives_credits_that_name_agencies_known_or_of_the_text(text: str) -> None:
    clean = "".join(c for c in text if c not in "\x00\r" and not 0xD800 <= ord(c) < 0xE000)
    import unicodedata

    clean = unicodedata.normalize("NFC", clean)
    doc = Document("x.txt", clean, "", 0, None, None, clean[:20] or None, None, "de")
    for credit in credits.annotate(sentences.LAYER.annotate(Annotations(doc))).credits:
        assert credit.agency in by_key() or credit.agency == f"agency/{clean[credit.start : credit.end]}"
        assert 0 <= credit.start <= credit.end <= len(clean)
