"""Article text as HTML with every layer marked: overlapping spans are cut into segments, the text stays as it is.

Offsets are code points and are resolved here, in Python; the page's script only ever handles whole segments, so that
characters outside the Basic Multilingual Plane cannot shift a highlight.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from quellenlage.dossier.render.safe import encodable
from quellenlage.dossier.schema import Dossier

_BREAK = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked range of one article's text.

    Attributes:
        start: First code point.
        end: One past the last.
        layer: Class of the segment: ``s`` statement, ``c`` cue, ``w`` speaker, ``n`` name, ``t`` time, ``k`` disputed
            claim, ``k2`` claim of several articles, ``k1`` other claim, ``v`` event, ``x`` shared words, ``d`` debris.
        ref: Id of the page's element that tells about it (``q3``), or an empty string.
    """

    start: int
    end: int
    layer: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with the same marks throughout."""

    start: int
    end: int
    layers: tuple[str, ...]
    refs: tuple[str, ...]


def anchor(article: int, offset: int) -> str:
    """Return the id of the segment that begins at an offset of an article (given by its position in the dossier)."""
    return f"t{article}-{offset}"


def marks_of(dossier: Dossier) -> dict[str, list[Mark]]:
    """Collect the marks of all layers, by article."""
    marks: dict[str, list[Mark]] = defaultdict(list)
    for number, statement in enumerate(dossier.statements):
        for layer, spans in (("s", statement.content), ("c", statement.cue), ("w", statement.speaker.spans)):
            marks[statement.article] += [Mark(span.start, span.end, layer, f"q{number}") for span in spans]
    for number, entity in enumerate(dossier.entities):
        for mention in entity.mentions:
            marks[mention.article].append(Mark(mention.start, mention.end, "n", f"e{number}"))
    for number, time in enumerate(dossier.times):
        marks[time.article].append(Mark(time.start, time.end, "t", f"z{number}"))
    for number, claim in enumerate(dossier.claims):
        layer = "k" if claim.verdict == "disputed" else "k1" if claim.verdict == "single_source" else "k2"
        for told in claim.mentions:
            marks[told.article].append(Mark(told.start, told.end, layer, f"c{number}"))
    for event in dossier.events:
        for place in event.mentions:
            marks[place.article].append(Mark(place.start, place.end, "v"))
    for article in dossier.articles:
        marks[article.id] += [Mark(span.start, span.end, "x") for span in article.shared]
        marks[article.id] += [Mark(span.start, span.end, "d") for span in article.debris]
    return marks


def segments(length: int, marks: Iterable[Mark], *, cuts: Sequence[int] = ()) -> tuple[Segment, ...]:
    """Cut ``[0, length)`` at every start and end of a mark.

    Args:
        length: Length of the text in code points.
        marks: Marks in any order; they may overlap, nest and repeat. What lies outside the text is cut off.
        cuts: Further places to cut at (paragraph breaks).

    Returns:
        Segments in order, without gaps; layers and refs are sorted and without repetition.
    """
    begins: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        start, end = max(0, mark.start), min(length, mark.end)
        if start < end:
            begins[start].append(mark)
            ends[end].append(mark)
    places = sorted({0, length, *begins, *ends, *(c for c in cuts if 0 < c < length)})
    active: dict[Mark, int] = {}
    found: list[Segment] = []
    for place, following in pairwise(places):
        for mark in ends.get(place, ()):
            active[mark] -= 1
            if not active[mark]:
                del active[mark]
        for mark in begins.get(place, ()):
            active[mark] = active.get(mark, 0) + 1
        layers = tuple(sorted({mark.layer for mark in active}))
        refs = tuple(sorted({mark.ref for mark in active if mark.ref}, key=lambda ref: (ref[0], int(ref[1:]))))
        found.append(Segment(place, following, layers, refs))
    return tuple(found)


def marked_text(text: str, marks: Iterable[Mark], *, article: int) -> Markup:
    """Return the text as paragraphs with marked segments; the text content of the result is exactly the text.

    Args:
        text: The article's text.
        marks: Its marks.
        article: Position of the article in the dossier, for the ids of the segments.
    """
    text = encodable(text)
    breaks = [(match.start(), match.end()) for match in _BREAK.finditer(text)]
    inside = dict(breaks)
    out = ["<p>"]
    skip_to = -1
    for segment in segments(len(text), marks, cuts=[place for pair in breaks for place in pair]):
        if segment.start in inside:
            out.append("</p>")
            skip_to = inside[segment.start]
        words = str(escape(text[segment.start : segment.end])).replace("\r", "&#13;")
        if segment.layers and segment.end > skip_to:
            refs = f' data-i="{" ".join(segment.refs)}"' if segment.refs else ""
            out.append(
                f'<span id="{anchor(article, segment.start)}" class="{" ".join(segment.layers)}"{refs}>{words}</span>'
            )
        else:
            out.append(words)
        if segment.end == skip_to:
            out.append("<p>")
    return Markup("".join([*out, "</p>"]))
