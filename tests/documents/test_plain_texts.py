from __future__ import annotations

import pytest

from quellenlage import limits
from quellenlage.documents import Document, build
from quellenlage.sources import Record, Reject

LEAD = "Am Freitag hat der Stadtrat von Oberlau den Bau einer Brücke beschlossen. Der Bürgermeister begrüßte das."
SECOND = "Die Opposition stimmte dagegen. Sie hält die Kosten für zu hoch."


def document(text: str | bytes) -> Document:
    built = build(Record(path="a.txt", kind="text", content=text if isinstance(text, bytes) else text.encode()))
    assert isinstance(built, Document), built
    return built


def reject(text: bytes) -> Reject:
    built = build(Record(path="a.txt", kind="text", content=text))
    assert isinstance(built, Reject), built
    return built


def test_header_block() -> None:
    built = document(
        "Outlet: Lauer Bote\nPublished: 2025-03\nUrl: https://lauer-bote.example/1\nLanguage: de\nAuthor: Ina Vogt\n\n"
        f"Brücke: Rat sagt Ja\n\n{LEAD}\n\n{SECOND}\n"
    )
    assert built.text == f"Brücke: Rat sagt Ja\n\n{LEAD}\n\n{SECOND}"
    assert (built.title, built.title_end) == ("Brücke: Rat sagt Ja", 19)
    assert (built.outlet, built.url, built.author) == ("Lauer Bote", "https://lauer-bote.example/1", "Ina Vogt")
    assert (built.published, built.language) == ("2025-03", "de")


def test_text_without_header_block() -> None:
    built = document(f"\ufeffBrücke: Rat sagt Ja\r\n\r\n{LEAD}\r\n\r\n{SECOND}")
    assert built.title == "Brücke: Rat sagt Ja"
    assert built.text == f"Brücke: Rat sagt Ja\n\n{LEAD}\n\n{SECOND}"
    assert (built.published, built.outlet, built.language) == (None, None, "de")


def test_corpus_dump_with_a_date_before_the_title() -> None:
    built = document(f" date 2024-06 Brücke in Oberlau: Rat sagt Ja\n\n{LEAD}\n\n{SECOND}")
    assert built.published == "2024-06"
    assert built.text == f"Brücke in Oberlau: Rat sagt Ja\n\n{LEAD}\n\n{SECOND}"


def test_title_and_teaser_on_one_line() -> None:
    built = document(f" date 2024-06-03 Rat von Oberlau sagt Ja zur Brücke {LEAD}\n\n{SECOND}")
    assert built.published == "2024-06-03"
    assert built.text == f"Rat von Oberlau sagt Ja zur Brücke\n\n{LEAD}\n\n{SECOND}"


def test_everything_on_one_line() -> None:
    assert document(f"Rat von Oberlau sagt Ja zur Brücke {LEAD} {SECOND}").title == "Rat von Oberlau sagt Ja zur Brücke"
    assert document(f"{LEAD} {SECOND}").title == ""


def test_title_without_an_empty_line_behind_it() -> None:
    built = document(f"Rat von Oberlau sagt Ja - Opposition entsetzt\n{LEAD}\nKritik an den Kosten\n{SECOND}\n")
    assert built.title == "Rat von Oberlau sagt Ja - Opposition entsetzt"
    assert built.text == f"Rat von Oberlau sagt Ja - Opposition entsetzt\n\n{LEAD}\nKritik an den Kosten\n{SECOND}"


def test_a_first_paragraph_of_prose_is_no_title() -> None:
    built = document(f"{LEAD} {SECOND}\n\n{SECOND}")
    assert (built.title, built.text) == ("", f"{LEAD} {SECOND}\n\n{SECOND}")


def test_lines_broken_at_a_fixed_width_are_joined() -> None:
    words = f"{LEAD} {SECOND} {LEAD}".split()
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > 60:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    built = document("Brücke: Rat sagt Ja\n\n" + "\n".join(lines) + f"\n\n{SECOND}")
    assert built.text == f"Brücke: Rat sagt Ja\n\n{' '.join(words)}\n\n{SECOND}"


@pytest.mark.parametrize("published", ["bald", "2025-13", "2025-02-30", "", "12/05/2025", "0001-01-01"])
def test_a_date_that_is_none_is_not_guessed(published: str) -> None:
    assert document(f"Published: {published}\n\nTitel\n\n{LEAD}").published is None


def test_outlet_falls_back_to_the_host() -> None:
    assert document(f"Url: https://www.lauer-bote.example/1\n\nTitel\n\n{LEAD}").outlet == "lauer-bote.example"
    assert document(f"Url: javascript:alert(1)\n\nTitel\n\n{LEAD}").url is None


@pytest.mark.parametrize("content", [b"", b"\x00\x00", b"\n\n"])
def test_empty(content: bytes) -> None:
    assert reject(content).code == "empty"


@pytest.mark.parametrize("content", [b"...", "\u200b\u00ad".encode(), b"12 34", b"Outlet: X\n\n"])
def test_no_text(content: bytes) -> None:
    assert reject(content).code == "no-text"


@pytest.mark.parametrize(("chars", "fits"), [(999, True), (1000, True), (1001, False)])
def test_text_limit(monkeypatch: pytest.MonkeyPatch, chars: int, fits: bool) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT_CHARS", 1000)
    text = f"Outlet: X\n\nTitel\n\n{'ab ' * 400}"[: chars + 11].rstrip()
    text += "c" * (chars + 11 - len(text))
    built = build(Record(path="a.txt", kind="text", content=text.encode()))
    assert isinstance(built, Document) == fits
    assert len(built.text) == chars if isinstance(built, Document) else built.code == "too-long"


@pytest.mark.parametrize(("chars", "is_title"), [(399, True), (400, True), (401, False)])
def test_title_limit(chars: int, is_title: bool) -> None:
    title = ("Brücke " * 100)[: chars - 1] + "e"
    assert (document(f"Outlet: X\n\n{title}\n\n{LEAD}").title == title) == is_title


def test_entities_that_a_tool_left_in_are_resolved() -> None:
    built = document(f"Titel &amp; mehr\n\n{LEAD} &quot;Br&uuml;cken&quot;&#8230; AT&T")
    assert built.text == f'Titel & mehr\n\n{LEAD} "Brücken"… AT&T'


@pytest.mark.parametrize(
    "head",
    [
        "14.05.2024 Rat sagt Ja\n\n",
        "2024-05-14, 12:30 Uhr: Rat sagt Ja\n\n",
        "date 2024-05-14 title Rat sagt Ja\n\n",
        "Datum: 14.05.2024\nTitel: Rat sagt Ja\n\n",
    ],
)
def test_other_ways_to_put_a_date_first(head: str) -> None:
    built = document(f"{head}{LEAD}\n\n{SECOND}")
    assert built.published == "2024-05-14"
    assert built.text == f"Rat sagt Ja\n\n{LEAD}\n\n{SECOND}"


@pytest.mark.parametrize("line", ["14. Mai 2024", "Stand: 14.05.2024, 12:30 Uhr", "Veröffentlicht am 14.05.2024"])
def test_a_date_line_below_the_title_dates_the_article_and_is_debris(line: str) -> None:
    built = document(f"Rat sagt Ja\n\n{line}\n\n{LEAD}\n\n{SECOND}")
    assert built.published == "2024-05-14"
    assert [(debris.kind, built.text[debris.start : debris.end]) for debris in built.debris] == [("other", line)]
    assert document(f"Published: 2023\n\nRat sagt Ja\n\n{line}\n\n{LEAD}").published == "2023"


@pytest.mark.parametrize("first", [f"Oberlau (dpa) - {LEAD}", f"Oberlau. {LEAD}", LEAD])
def test_a_first_paragraph_with_a_dateline_is_no_title(first: str) -> None:
    assert document(f"{first}\n\n{SECOND}").title == ""
    assert document(f"Outlet: X\n\n{first}\n\n{SECOND}").title == first  # FORMAT.md: the title follows the header block
    assert document(f"{first}\n{SECOND}").text == f"{first}\n{SECOND}"


def test_a_question_can_be_a_title_without_an_empty_line_behind_it() -> None:
    assert document(f"Oberlau: Kommt die Brücke?\n{LEAD}\n{SECOND}").title == "Oberlau: Kommt die Brücke?"


def test_a_date_that_cannot_be_read_is_kept_for_the_message() -> None:
    built = document(f"Outlet: Lauer Bote\nPublished: gestern\n\nBrücke: Rat sagt Ja\n\n{LEAD}")
    assert (built.published, built.unread_date) == (None, "gestern")
    assert document(f"Published: 2025-03\n\nBrücke: Rat sagt Ja\n\n{LEAD}").unread_date is None


def test_a_header_of_another_program_does_not_end_the_block() -> None:
    built = document(f"Section: Lokales\nOutlet: Lauer Bote\nPublished: 2025-03-04\n\nBrücke: Rat sagt Ja\n\n{LEAD}")
    assert (built.title, built.outlet, built.published) == ("Brücke: Rat sagt Ja", "Lauer Bote", "2025-03-04")
    assert document(f"Oberlau: Rat sagt Ja\n\n{LEAD}").title == "Oberlau: Rat sagt Ja"
