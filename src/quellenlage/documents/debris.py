"""Debris: what web pages leave in an article's text. It stays there, marked, so that later layers leave it out.

Two ways find it: the marker patterns of ``resources/debris.tsv`` ("Mehr zum Thema", photo credits, newsletter hints),
and the shape of another article's headline that was run into a paragraph (``headlines.run_in_headlines``). Precision
goes first: what is marked is lost to every later layer, what is missed costs one odd sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, cast

from quellenlage.documents.document import Debris, DebrisKind
from quellenlage.documents.headlines import run_in_headlines, seams, sentence_starts
from quellenlage.errors import ResourceError

MAX_LINE_CHARS: Final = 400
"""Longer lines are paragraphs and never debris as a whole."""

_MAX_TEASER_CHARS: Final = 400
_MAX_CREDIT_CHARS: Final = 120
_MAX_HEADLINE_CHARS: Final = 160
_SENTENCE_STOP = re.compile(r"(?<![ (]\w)(?<!\d)[.!?…][\"“”»«’)]* (?![–—|-])")
_CREDIT_NAMES = re.compile(
    r"(?: ?(?:[^\W_a-zäöüß][\w.&’'©/|,()-]*|[a-zäöü]+[/-]\S+|[©/|,&]|(?:von|van|de|der|di|via|und|für|by|and|dpa|afp|ap"
    r"|epd|apa|zb|imago|images|picture|alliance|getty|reuters|privat|pixabay|unsplash),?)(?= |$))* ?"
)
_CLOSED = re.compile(r"[.:;,][\"“”»«’)]*$")
_PART = re.compile(r"\{([A-Z]+)\}")
_BULLET: Final = "(?:[>→▶►➤•*|–-]{1,3} ?)?"
_SCOPES: Final = frozenset(
    {"line", "line-inner", "line-head", "sentence", "sentence-own", "tail", "tail-short", "inline", "inline-caps"}
)


@dataclass(frozen=True, slots=True)
class Rules:
    """The patterns of one scope in one expression; the group that matched tells which.

    Attributes:
        pattern: Alternatives in the order of the table, each a named group.
        meanings: Kind and reason by the name of the group.
    """

    pattern: re.Pattern[str]
    meanings: dict[str, tuple[DebrisKind, str]]

    def mark(self, start: int, end: int, match: re.Match[str]) -> Debris:
        """Return the debris of a match, its reason with the first words of what matched."""
        kind, reason = self.meanings[match.lastgroup or ""]
        marker = match.group().strip()
        return Debris(start, end, kind, f"{reason}: {marker if len(marker) <= 40 else marker[:39].rstrip() + '…'}")


@cache
def _rows() -> tuple[list[str], ...]:
    table = files("quellenlage.documents").joinpath("resources/debris.tsv").read_text("utf-8")
    return tuple(line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))[1:]


@cache
def _parts() -> dict[str, str]:
    return {row[1]: row[3] for row in _rows() if row[0] == "@" and len(row) == 4}


@cache
def rules() -> dict[str, Rules]:
    """Load ``resources/debris.tsv``.

    Raises:
        ResourceError: A line of the table is malformed.
    """
    parts = _parts()
    rows = [row for row in _rows() if row[0] != "@"]
    if any(len(row) != 4 or row[1] not in _SCOPES for row in rows):
        raise ResourceError("documents/resources/debris.tsv: a line has not four fields or an unknown scope")
    found: dict[str, Rules] = {}
    for scope in sorted(_SCOPES):
        chosen = [(f"r{number}", row) for number, row in enumerate(rows) if row[1] == scope]
        pattern = "|".join(f"(?P<{name}>{_PART.sub(lambda part: parts[part[1]], row[3])})" for name, row in chosen)
        if scope in {"sentence", "sentence-own", "tail"}:
            pattern = f"{_BULLET}(?:{pattern})"
        flags = re.NOFLAG if scope == "inline-caps" else re.IGNORECASE
        meanings = {name: (cast(DebrisKind, row[0]), row[2]) for name, row in chosen}
        found[scope] = Rules(pattern=re.compile(pattern, flags), meanings=meanings)
    return found


@cache
def _own_words() -> re.Pattern[str]:
    """Return the words without which no rule of the scope ``sentence-own`` applies; it saves most of their time."""
    return re.compile(rf"\b(?:{_parts()['OWN']}|{_parts()['TRIGGER']})\b", re.IGNORECASE)


def find_debris(text: str, *, title_end: int = 0, language: str = "de") -> tuple[Debris, ...]:
    """Return the debris of an article's text, sorted and without overlap. Linear in the length of the text.

    Args:
        text: The text in its stored form.
        title_end: End of the title, in which nothing is marked.
        language: The text's language; headlines that were run into a paragraph are looked for in German only.
    """
    found: list[Debris] = []
    lines = [line for line in _lines(text) if line[0] >= title_end and line[0] < line[1]]
    marked_until = 0
    for place, (start, end) in enumerate(lines):
        if start < marked_until:
            continue
        whole = _whole_line(text, start, end, is_head=place < 2, is_last=place == len(lines) - 1)
        if whole is not None:
            found.append(whole)
        else:
            found.extend(_within(text, start, end))
        if found and found[-1].kind == "teaser" and found[-1].end == end:
            last = _listed_headlines(text, found[-1], lines[place + 1 :])
            if last > end:
                found[-1] = Debris(found[-1].start, last, "teaser", found[-1].reason)
                marked_until = last
    if language == "de":
        found.extend(run_in_headlines(text, start=title_end))
    return _without_overlap(found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _whole_line(text: str, start: int, end: int, *, is_head: bool, is_last: bool) -> Debris | None:
    if end - start > MAX_LINE_CHARS:
        return None
    for scope in ("line", "line-inner", "line-head"):
        if (scope == "line-inner" and is_last) or (scope == "line-head" and not is_head):
            continue
        rule = rules()[scope]
        if match := rule.pattern.fullmatch(text, start, end):
            debris = rule.mark(start, end, match)
            # A caption is one sentence, at most two; a paragraph of the report that ends in a credit is more.
            if debris.kind != "caption" or len(sentence_starts(text, start, end)) <= 3:
                return debris
    return None


def _within(text: str, start: int, end: int) -> Iterator[Debris]:
    starts = sentence_starts(text, start, end)
    table = rules()
    at = start
    for number, begin in enumerate(starts):
        if begin < at:
            continue
        stop = starts[number + 1] - 1 if number + 1 < len(starts) else end
        if match := table["inline-caps"].pattern.match(text, begin, end):
            yield table["inline-caps"].mark(match.start(), match.end(), match)
        if _inside_quote(text, start, begin):
            continue
        if match := table["tail"].pattern.match(text, begin, end):
            at = _teaser_end(text, match.end(), end, max_chars=_MAX_TEASER_CHARS)
            yield table["tail"].mark(begin, at, match)
        elif match := table["tail-short"].pattern.match(text, begin, end):
            at = _credit_end(text, match.end(), _teaser_end(text, match.end(), end, max_chars=_MAX_CREDIT_CHARS))
            if at - begin <= _MAX_CREDIT_CHARS:
                yield table["tail-short"].mark(begin, at, match)
        elif stop - begin <= MAX_LINE_CHARS:
            scope = "sentence"
            match = table[scope].pattern.fullmatch(text, begin, stop)
            if match is None and _own_words().search(text, begin, stop):
                scope = "sentence-own"
                match = table[scope].pattern.fullmatch(text, begin, stop)
            if match is not None:
                yield table[scope].mark(begin, stop, match)
    for match in table["inline"].pattern.finditer(text, start, end):
        yield table["inline"].mark(match.start(), match.end(), match)


def _teaser_end(text: str, start: int, end: int, *, max_chars: int) -> int:
    """Return where the teaser that begins before ``start`` ends: at a sentence end, a seam, or the end of the line."""
    stop = _SENTENCE_STOP.search(text, start, min(end, start + max_chars))
    seam = next(
        (place for place in seams(text, start=start, end=min(end, start + max_chars)) if place - start > 10), None
    )
    ends = [place for place in (stop.end() - 1 if stop else None, seam - 1 if seam else None) if place is not None]
    return min(ends, default=end)


def _credit_end(text: str, start: int, end: int) -> int:
    """Return where a photo credit ends: with its names, where a sentence follows without a stop."""
    names = _CREDIT_NAMES.match(text, start, end)
    if names is None or re.search(r"(?<!\w)[a-zäöüß]{2}", text[names.end() : end]) is None:
        return end
    kept = text[start : names.end()].rstrip()
    return start + len(kept.rpartition(" ")[0] if text[names.end()].islower() else kept)


def _listed_headlines(text: str, teaser: Debris, lines: list[tuple[int, int]]) -> int:
    """Return the end of the headlines that follow a marker on lines of their own, ``teaser.end`` where none do.

    A marker that has its line to itself takes the next line, and all lines to the end of the text where none of them
    is prose.
    """
    shaped = [end - start <= _MAX_HEADLINE_CHARS and not _CLOSED.search(text, start, end) for start, end in lines]
    if lines and all(shaped) and len(lines) <= 12:
        return lines[-1][1] if _is_bare(text, teaser) or len(lines) > 1 else teaser.end
    if lines and shaped[0] and _is_bare(text, teaser):
        return lines[0][1]
    return teaser.end


def _is_bare(text: str, teaser: Debris) -> bool:
    marker = teaser.reason.partition(": ")[2]
    return len(text[teaser.start : teaser.end].strip(" :–—|>-…")) <= len(marker)


def _inside_quote(text: str, start: int, place: int) -> bool:
    opened = max(text.rfind("„", start, place), text.rfind("»", start, place), text.rfind("«", start, place))
    if opened < 0:
        return False
    closers = {"„": "“”", "»": "«", "«": "»"}[text[opened]]
    closed = max(text.rfind(closer, opened + 1, place) for closer in closers)
    return closed < 0 and text[opened] == "„"


def _without_overlap(found: list[Debris]) -> tuple[Debris, ...]:
    kept: list[Debris] = []
    for debris in sorted(found, key=lambda debris: (debris.start, -debris.end)):
        if debris.start < debris.end and (not kept or debris.start >= kept[-1].end):
            kept.append(debris)
    return tuple(kept)
