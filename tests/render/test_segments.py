"""Overlapping spans become segments that keep the text as it is."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import sample
from hypothesis import given
from hypothesis import strategies as st

from quellenlage.dossier.render.segments import Mark, anchor, marked_text, marks_of, segments

TEXTS = st.text(alphabet=st.sampled_from("ab <>&\"'\n\t\r🔥é\u202e\ud800\x00"), max_size=60)
MARKS = st.lists(
    st.builds(
        Mark,
        st.integers(0, 70),
        st.integers(0, 70),
        st.sampled_from("snktdx"),
        st.sampled_from(["", "q1", "q2", "e10"]),
    ),
    max_size=8,
)


class Page(HTMLParser):
    """Collects the text content, and for each id the code points of its element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.spans: list[tuple[str, set[str], int, int]] = []
        self.open: list[tuple[str, set[str], int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span":
            values = dict(attrs)
            self.open.append((values["id"] or "", set((values["class"] or "").split()), len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            name, layers, start = self.open.pop()
            self.spans.append((name, layers, start, len(self.text)))

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page


@given(st.integers(0, 70), MARKS, st.lists(st.integers(0, 80), max_size=4))
def test_segments_tile_the_text_and_know_their_marks(length: int, marks: list[Mark], cuts: list[int]) -> None:
    found = segments(length, marks, cuts=cuts)
    assert "".join(f"{s.start}-{s.end} " for s in found) == "".join(
        f"{a}-{b} " for a, b in zip([0, *(s.end for s in found)], [s.end for s in found], strict=False)
    )
    assert (found[-1].end if found else 0) == length
    for segment in found:
        covering = {
            m for m in marks if m.start <= segment.start and segment.end <= min(m.end, length) and m.start < m.end
        }
        touching = {m for m in marks if max(m.start, segment.start) < min(m.end, segment.end)}
        assert covering == touching
        assert set(segment.layers) == {m.layer for m in covering}
        assert set(segment.refs) == {m.ref for m in covering if m.ref}


@given(TEXTS, MARKS)
def test_marked_text_keeps_every_character(text: str, marks: list[Mark]) -> None:
    html = str(marked_text(text, marks, article=3))
    page = parsed(html)
    assert page.text == re.sub("[\x00\ud800-\udfff]", "\ufffd", text)
    assert html.count("<p>") == html.count("</p>")
    assert len({name for name, *_ in page.spans}) == len(page.spans)
    for name, layers, start, end in page.spans:
        assert name == anchor(3, start)
        for layer in layers:
            assert any(m.layer == layer and m.start <= start and end <= m.end for m in marks)


def test_every_span_of_the_sample_is_marked_where_it_stands() -> None:
    dossier = sample.dossier()
    marks = marks_of(dossier)
    for position, article in enumerate(dossier.articles):
        page = parsed(str(marked_text(article.text, marks[article.id], article=position)))
        assert page.text == article.text
        for mark in marks[article.id]:
            inside = [s for s in page.spans if mark.start <= s[2] and s[3] <= mark.end and mark.layer in s[1]]
            assert "".join(page.text[s[2] : s[3]] for s in inside) == article.text[mark.start : mark.end]


def test_a_span_behind_emoji_is_not_shifted() -> None:
    text = "🔥🚒 Kolk sagte 🇩🇪 nichts"
    start = text.index("Kolk")
    html = str(marked_text(text, [Mark(start, start + 4, "n", "e1")], article=0))
    assert f'<span id="t0-{start}" class="n" data-i="e1">Kolk</span>' in html


def test_a_mark_across_paragraphs_is_cut_at_the_break() -> None:
    html = str(marked_text("eins\n\nzwei", [Mark(2, 8, "s")], article=0))
    assert html == '<p>ei<span id="t0-2" class="s">ns</span></p>\n\n<p><span id="t0-6" class="s">zw</span>ei</p>'
