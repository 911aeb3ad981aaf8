"""Copies: passages, verdict, direction, families; and the generator against the truth that it keeps."""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quellenlage.corpus.copies import CopyFinder, find_copies, is_copy
from quellenlage.corpus.passages import align
from quellenlage.corpus.records import Copy
from quellenlage.corpus.shingles import ShingleIndex, sample, shingles, words_of
from quellenlage.documents.document import Debris, Document
from quellenlage.layers import credits, sentences
from quellenlage.layers.annotations import Annotations

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import copies_generator

# ruff: noqa: E501 - one line a paragraph
WIRE = """Grünau (dpa) - Ein Segelboot ist am Sonntagabend auf dem Möwensee gekentert. Zwei Männer konnten sich schwimmend an das Ufer retten. Die Wasserschutzpolizei geht nach ersten Erkenntnissen von einer plötzlichen Windböe aus.

„So eine Bö habe ich in dreißig Jahren nicht erlebt“, sagte Hafenmeister Jörn Tiedemann. Er habe die Segler noch gewarnt.

Das Boot soll am Dienstag mit einem Kran geborgen werden. Der Schaden beläuft sich auf etwa vierzigtausend Euro. Im Vorjahr waren auf dem See sechs Boote gekentert, verletzt wurde damals niemand."""

REPRINT = """Ein Segelboot ist am Sonntagabend auf dem Möwensee gekentert. Zwei Männer konnten sich schwimmend an das Ufer retten. Die Wasserschutzpolizei geht nach ersten Erkenntnissen von einer plötzlichen Windböe aus.

Das Boot soll am Dienstag mit einem Kran geborgen werden. Der Schaden beläuft sich auf etwa vierzigtausend Euro. (dpa/gk)

Am Steg des Segelvereins herrschte am Montag gedrückte Stimmung, viele Mitglieder wollten helfen."""

OWN = """Wer am Montagmorgen am Möwensee stand, sah nur noch einen Mast aus dem Wasser ragen. Die beiden Segler sitzen da längst beim Frühstück und erzählen, wie knapp es war.

„So eine Bö habe ich in dreißig Jahren nicht erlebt“, sagte Hafenmeister Jörn Tiedemann unserer Zeitung. Von einer Warnung weiß keiner der beiden etwas. Der Verein prüft nun, ob die Boje versetzt worden ist."""


def article(
    name: str, body: str, *, published: str | None = "2025-06-02", outlet: str | None = None, debris: str = ""
) -> Annotations:
    title = f"Unfall auf dem See {name}"
    text = f"{title}\n\n{body}"
    at = text.find(debris)
    marked = (Debris(at, at + len(debris), "teaser", "test"),) if debris else ()
    document = Document(
        f"{name}.txt", text, title, len(title), outlet or f"Blatt {name}", None, None, published, "de", marked
    )
    return credits.annotate(sentences.LAYER.annotate(Annotations(document)))


def pairs(found: tuple[Copy, ...], *annotated: Annotations) -> list[tuple[str, str, bool]]:
    path = {a.document.key: a.document.path.removesuffix(".txt") for a in annotated}
    return [(path[c.article], path[c.source], c.directed) for c in found]


def test_a_cut_and_extended_reprint_is_found_with_its_source() -> None:
    a, b, c = article("b", WIRE), article("a", REPRINT), article("c", OWN)
    (copy,) = find_copies([a, b, c])
    assert pairs((copy,), a, b, c) == [("a", "b", True)]
    assert 0.6 < copy.share < 1
    assert "dateline" in copy.reason


def test_passages_are_the_same_words_in_both() -> None:
    a, b = article("b", WIRE), article("a", REPRINT)
    (copy,) = find_copies([a, b])
    assert len(copy.passages) == 2
    for passage in copy.passages:
        first = passage.first.of(b.document.text)
        assert first == passage.second.of(a.document.text)
        assert len(first.split()) >= 9


def test_shared_quotations_make_no_copy() -> None:
    assert find_copies([article("a", WIRE), article("b", OWN)]) == ()


def test_a_text_of_quotations_printed_whole_is_a_copy() -> None:
    speech = "„" + " ".join(f"Wir haben im Jahr {n} viel getan und danken allen für Treue {n}" for n in range(12)) + "“"
    frame = (
        "Das sagte der Vorsitzende auf der Versammlung am Abend vor allen Mitgliedern im großen Saal der Stadthalle."
    )
    assert len(find_copies([article("a", f"{frame} {speech}"), article("b", f"{frame} {speech}")])) == 1


def test_other_quotation_marks_slips_and_order_do_not_hide_a_copy() -> None:
    body = WIRE.replace("„", "»").replace("“", "«").replace("Tiedemann", "Tidemann").replace("etwa", "rund")
    parts = body.split("\n\n")
    turned = "\n\n".join((parts[2], parts[0].removeprefix("Grünau (dpa) - "), parts[1]))
    a, b = article("a", WIRE), article("b", turned)
    assert pairs(find_copies([a, b]), a, b) == [("b", "a", True)]


def test_debris_does_not_count() -> None:
    advert = (
        "Jetzt drei Monate lang für einen Euro lesen und danach jederzeit kündigen, so einfach war es noch nie, " * 4
    )
    a = article("a", f"{OWN}\n\n{advert}", debris=advert)
    b = article("b", f"Der Gemeinderat tagt am Freitag im Rathaus über den Haushalt.\n\n{advert}", debris=advert)
    assert find_copies([a, b]) == ()


def test_the_earlier_day_is_the_source() -> None:
    body = WIRE.removeprefix("Grünau (dpa) - ")
    a, b = article("a", body, published="2025-06-04"), article("b", body, published="2025-06-03")
    assert pairs(find_copies([a, b]), a, b) == [("a", "b", True)]


def test_nothing_tells_the_direction_of_twins() -> None:
    body = WIRE.removeprefix("Grünau (dpa) - ")
    a, b = article("a", body, published=None), article("b", body, published=None)
    assert pairs(find_copies([a, b]), a, b) == [("b", "a", False)]


def test_a_slip_of_the_pen_tells_the_copy() -> None:
    body = WIRE.removeprefix("Grünau (dpa) - ")
    a, b = article("a", body.replace("Windböe", "Windbö").replace("Dienstag", "Diesntag")), article("b", body)
    (copy,) = find_copies([a, b])
    assert pairs((copy,), a, b) == [("a", "b", True)]
    assert "diesntag is a slip for dienstag" in copy.reason


def test_naming_the_other_paper_tells_the_copy() -> None:
    body = WIRE.removeprefix("Grünau (dpa) - ")
    a = article("a", f"{body} Zuerst hatte der Seekurier darüber berichtet.", published=None)
    b = article("b", body, outlet="Seekurier", published=None)
    assert pairs(find_copies([a, b]), a, b) == [("a", "b", True)]


def test_a_family_has_one_root() -> None:
    body = WIRE.removeprefix("Grünau (dpa) - ")
    first = "\n\n".join(body.split("\n\n")[:2])
    second = "\n\n".join(body.split("\n\n")[1:])
    members = [article("d", WIRE), article("a", first), article("b", second), article("c", body)]
    found = find_copies(members)
    assert {source for _, source, _ in pairs(found, *members)} == {"d"}
    assert len(found) == 3


def test_the_order_of_input_does_not_matter() -> None:
    members = [article("d", WIRE), article("a", REPRINT), article("c", OWN)]
    assert find_copies(members) == find_copies(members[::-1])


@pytest.mark.parametrize("members", [[], [article("a", WIRE)], [article("a", "Kurz."), article("b", "Kurz.")]])
def test_few_or_short_articles(members: list[Annotations]) -> None:
    assert find_copies(members) == ()


def test_generated_copies_are_found(tmp_path: Path) -> None:
    topics = ("Brücke", "Schule", "Museum", "Fähre", "Bäckerei", "Sternwarte", "Turnhalle", "Gärtnerei")
    texts = [(f"Neues von der {t}", "\n".join(_story(t, n) for n in range(5))) for t in topics]
    made = list(copies_generator.originals(texts, seed=3))
    elsewhere = [p for one in made for p in one.paragraphs]
    every = [*made, *(c for one in made for c in copies_generator.copies(one, 3, seed=3, elsewhere=elsewhere))]
    annotated = [
        article(one.id, "\n\n".join(one.paragraphs), published=one.published, outlet=one.outlet) for one in every
    ]
    truth = {one.id: one.copy_of for one in every if one.copy_of}
    got = pairs(find_copies(annotated), *annotated)
    assert {frozenset((first[:5], second[:5])) for first, second, _ in got} == {frozenset((o.id,)) for o in made}
    assert len(got) == len(truth)
    turned = [first for first, second, directed in got if directed and truth.get(second) == first]
    assert len(turned) <= len(truth) // 8


def _story(topic: str, number: int) -> str:
    """A paragraph that no other topic shares."""
    import random

    rng = random.Random(f"{topic}{number}")
    subjects = ("Der Verein", "Die Leiterin", "Ein Nachbar", "Das Amt", "Die Stadt", "Ein Helfer")
    verbs = ("plant", "bezahlt", "lobt", "prüft", "verlegt", "erneuert", "besucht", "verkauft")
    things = (
        "das Dach",
        "den Keller",
        "die Treppe",
        "den Eingang",
        "die Kasse",
        "das Archiv",
        "den Garten",
        "die Heizung",
    )
    ends = (
        "noch vor dem Winter",
        "ohne fremde Hilfe",
        "für viel Geld",
        "gegen jeden Rat",
        "im zweiten Anlauf",
        "ganz in Ruhe",
    )
    return " ".join(
        f"{rng.choice(subjects)} {rng.choice(verbs)} {rng.choice(things)} der {topic} {rng.choice(ends)} am {rng.randrange(1, 28)}. Tag."
        for _ in range(4)
    )


def test_the_generator_is_seeded() -> None:
    texts = [("Titel", "\n".join(_story("Mühle", n) for n in range(4)))]
    once = [
        list(copies_generator.copies(o, 4, seed=5, elsewhere=["a b c d e f"]))
        for o in copies_generator.originals(texts, seed=5)
    ]
    again = [
        list(copies_generator.copies(o, 4, seed=5, elsewhere=["a b c d e f"]))
        for o in copies_generator.originals(texts, seed=5)
    ]
    assert once == again
    assert all(0.1 < copy.kept <= 1 for group in once for copy in group)


def test_reading_a_folder_of_originals(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Outlet: X\nPublished: 2025-01-01\n\nTitel\n\n{WIRE}\n", "utf-8")
    (tmp_path / "b.txt").write_text("Titel\n\nZu kurz.\n", "utf-8")
    ((title, body),) = copies_generator.read_originals(tmp_path)
    assert title == "Titel"
    assert body.startswith("Grünau (dpa)")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht"]), max_size=120),
    st.integers(0, 60),
)
def test_alignment_is_sound(words: list[str], cut: int) -> None:
    a, b = (
        Document("x", text, "", 0, None, None, None, None, "de")
        for text in (" ".join(words), " ".join(words[cut:] + words[:cut]))
    )
    first, second = words_of(a), words_of(b)
    alignment = align(first, second)
    assert alignment.total <= min(len(first), len(second))
    assert 0 <= alignment.share <= 1
    for passage in alignment.passages:
        assert 0 <= passage.first < passage.first_end <= len(first)
        assert 0 <= passage.second < passage.second_end <= len(second)
    if cut == 0 and len(words) >= 9:
        assert alignment.total == len(words)
    assert is_copy(alignment) in {True, False}


def test_quoted_words_are_marked() -> None:
    text = 'Er sagte: „Wir gehen jetzt“, und ging. Sie rief "nie wieder". »Doch« war die Antwort. Ein „offenes Ende\n\nbleibt frei.'
    words = words_of(Document("x", text, "", 0, None, None, None, None, "de"))
    quoted = [text[s:e] for s, e, q in zip(words.starts, words.ends, words.quoted, strict=True) if q]
    assert quoted == ["Wir", "gehen", "jetzt", "nie", "wieder", "Doch"]


def test_the_index_gives_what_a_plain_count_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ShingleIndex, "_BUFFER", 30)
    index = ShingleIndex()
    sketches = []
    for number in range(40):
        text = " ".join(f"wort{(number // 4) * 7 + k}" for k in range(150))
        sketch = sample(shingles(words_of(Document("x", text, "", 0, None, None, None, None, "de")).hashes))
        expected = {n: len(set(s.tolist()) & set(sketch.tolist())) for n, s in enumerate(sketches)}
        assert index.shared(sketch) == {n: count for n, count in expected.items() if count}
        index.add(number, sketch)
        sketches.append(sketch)


def test_furniture_that_all_articles_share_costs_no_more_than_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ShingleIndex, "_BUFFER", 64)
    monkeypatch.setattr("quellenlage.corpus.shingles.MOST_POSTINGS", 5)
    index, sketch = ShingleIndex(), np.array([1, 2**63], np.uint64)
    for number in range(200):
        index.add(number, sketch)
    found = index.shared(sketch)
    assert 0 in found and len(found) < 40


@given(st.text(alphabet="aB1_ İßΣ𝔄漢ё'-.\n„“\u0301\ud800", max_size=60), st.integers(0, 9))
@settings(deadline=None)
def test_words_are_those_of_the_regular_expression(text: str, title_end: int) -> None:
    text = unicodedata.normalize("NFC", text.replace("\ud800", "?"))
    title_end = min(title_end, len(text))
    words = words_of(Document("x", text, text[:title_end], title_end, None, None, None, None, "de"))
    expected = [match for match in re.finditer(r"\w+", text) if match.start() >= title_end]
    assert list(zip(words.starts, words.ends, strict=True)) == [match.span() for match in expected]
    folded = [match[0].replace("İ", "I").lower() for match in expected]
    for one, first in zip(words.hashes.tolist(), folded, strict=True):
        assert [one == other for other in words.hashes.tolist()] == [first == second for second in folded]


def test_only_one_letter_grows_in_lower_case() -> None:
    assert [c for c in map(chr, range(0x110000)) if len(c.lower()) != 1] == ["İ"]


def test_words_differ_by_order_and_number_of_letters() -> None:
    words = ["ab", "ba", "aab", "aba", "a" * 63, "a" * 64, "a" * 65, "b" + "a" * 64, "a" * 64 + "b", "ä", "a"]
    text = " ".join(words)
    read = words_of(Document("x", text, "", 0, None, None, None, None, "de"))
    assert len(set(read.hashes.tolist())) == len(words)


def test_a_long_shared_text_is_one_passage() -> None:
    body = " ".join(f"wort{number}" for number in range(700))
    first, second = (
        words_of(Document("x", text, "", 0, None, None, None, None, "de")) for text in (body, f"anderes {body} ende")
    )
    (passage,) = align(first, second).passages
    assert passage == (0, 700, 1, 701, 700)


def test_a_finder_takes_one_article_at_a_time() -> None:
    finder = CopyFinder()
    assert finder.add(words_of(article("a", WIRE).document)) == []
    assert finder.add(words_of(article("c", OWN).document)) == []
    (link,) = finder.add(words_of(article("b", REPRINT).document))
    assert (link.first, link.second) == (2, 0)
