"""Sentences: where they begin and end, in German, English, French and Russian, with their tokens.

A line is a paragraph (hard-wrapped lines are joined); a paragraph is cut after ``.``, ``!``, ``?`` and ``…`` where what
stands around says so: abbreviations, ordinals, initials, decimals and times do not end a sentence; a lower-case word or
a comma after the mark continues it. A quotation of several sentences is cut inside; a closing quotation mark belongs to
its sentence. A dateline (``Hamm (dpa/lnw) -``) is a sentence of its own. Debris is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from quellenlage import limits
from quellenlage.documents.document import Document
from quellenlage.layers.annotations import Annotations, Sentence, Token
from quellenlage.layers.layer import Layer
from quellenlage.layers.resources import word_lists
from quellenlage.layers.tokens import CLOSING, QUOTES, abbreviation, tokenise

_LISTS: Final = word_lists("sentence-words.tsv")
_MONTHS: Final = _LISTS["months"]
_BEFORE_ORDINAL: Final = _LISTS["before-ordinal"]
_AFTER_ORDINAL: Final = _LISTS["after-ordinal"]
_STARTERS: Final = _LISTS["starters"]
_ROMAN: Final = re.compile(r"^[IVXL]{1,6}$")
_DATELINE: Final = re.compile(
    r"(?:[^\W\d_][\w.'’/ -]{1,40}?(?:, ?\d{1,2}\.? ?[^\W\d_]{3,10}\.?)?(?:, ?[^\W\d_][\w ]{1,20})?[ ])?"
    r"\((?:[\w.*]{2,15}[/,+ -]{0,3}){1,4}\) ?(?:[-–—:.]{1,2})(?=\s)"
    r"|[^\W\d_a-zа-я][\w .'’/-]{1,30}(?:, ?\d{1,2}\.? ?[^\W\d_]{3,10}\.?)?,? ?[–—-] ?[A-ZА-Я]{3,12}\.(?=\s)"
)
_FINAL: Final = re.compile(r"[.!?…:;](?:[ \u00a0\u202f]?[\"“”«»‹›’‘'()\]]){0,3}(?: ?\([\w/, ]{2,20}\))?$")
_HEADING_CHARS: Final = 160
"""A line without a final mark that is longer is a paragraph whose mark was lost."""


def _paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the lines as ranges; a line that goes on in the next one (lower case, no mark between) is joined to it."""
    text, pos, held = document.text, 0, -1
    while pos <= len(text):
        stop = text.find("\n", pos)
        stop = len(text) if stop < 0 else stop
        begin = pos if held < 0 else held
        following = text[stop + 1 : stop + 2]
        line = text[pos:stop].rstrip()
        wrapped = (
            stop > document.title_end
            and len(line) > 30
            and (following.islower() or (len(line) < 100 and _hard_wrapped(text, pos, stop)))
            and not _FINAL.search(line[-26:])
        )
        if wrapped:
            held = begin
        else:
            held = -1
            if text[begin:stop].strip():
                yield begin, stop
        pos = stop + 1


def _hard_wrapped(text: str, start: int, stop: int) -> bool:
    """Tell whether the line goes on in the next one, judged by the next line's first word not fitting into this one."""
    after = text.find("\n", stop + 1)
    following = text[stop + 1 : after if after >= 0 else len(text)]
    if not following.strip() or (start and text[start - 1] != "\n"):
        return False
    size = stop - start
    word = following.split(None, 1)[0]
    return 60 <= size < 100 and size + 1 + len(word) > 68 and 0 < len(following) < 100


def _regions(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what remains of a paragraph outside the debris."""
    pos = start
    for debris in document.debris:
        if debris.end <= pos:
            continue
        if debris.start >= end:
            break
        if debris.start > pos:
            yield pos, debris.start
        pos = max(pos, debris.end)
    if pos < end:
        yield pos, end


def opens(text: str, token: Token) -> bool:
    """Tell whether a quotation mark opens: white space, a bracket or nothing before it and none behind it."""
    mark = token.text
    if mark in ("„", "‚", ",,", "``", "<<", "\u201f"):
        return True
    before = text[token.start - 1 : token.start] if token.start else ""
    behind = text[token.end : token.end + 1]
    if mark == "«" and (not before or before.isspace()) and behind.isspace():  # « French spacing »
        return True
    left = not before or before.isspace() or before in '([{-–—/„«»‹›"“‚‘:'
    right = bool(behind) and not behind.isspace() and behind not in ".,;:!?)]"
    return left and right


def _number_continues(tokens: list[Token], place: int, following: Token) -> bool:
    """Tell whether a number and its full stop are an ordinal inside a sentence."""
    number, word = tokens[place - 1].text, following.text.casefold().rstrip(".")
    if word in _MONTHS or following.text[0].isdigit():
        return len(number) <= 2
    before = tokens[place - 2].text if place >= 2 else ""
    if _ROMAN.match(number):
        return before[:1].isupper() and word not in _STARTERS
    if place == 1:
        return len(number) <= 3
    if len(number) > 3:
        return False
    return word in _AFTER_ORDINAL or (before.casefold() in _BEFORE_ORDINAL and word not in _STARTERS)


def _ends(text: str, tokens: list[Token], place: int, after: int, language: str) -> bool:
    """Tell whether the mark at ``place`` ends a sentence; ``after`` is the token behind mark and closing quotes."""
    mark, following = tokens[place], tokens[after]
    word = following.text
    if word in ("–", "—", "-") and after + 1 < len(tokens) and tokens[after + 1].text[0].islower():
        return False
    if word[0].islower() or word[0] in ",;:)]":
        return False
    if following.start == tokens[after - 1].end and (not word[0].isupper() or len(word) < 2 or mark.text != "."):
        return word in QUOTES and opens(text, following)
    if mark.text[-1] != "." or mark.text.startswith(".."):
        return True
    before = tokens[place - 1] if place and tokens[place - 1].end == mark.start else None
    if mark.text != ".":
        kind = abbreviation(mark.text, language=language)
        return kind == "maybe" and word.casefold() in _STARTERS and word[0].isupper()
    if before is None or after > place + 1:
        return True
    if before.text.isdigit() or _ROMAN.match(before.text):
        return not (language == "de" and _number_continues(tokens, place, following))
    if len(before.text) == 1 and before.text.islower() and len(word) == 1:
        return False
    if len(before.text) == 1 and before.text.isalpha() and before.text.isupper():
        return word.casefold() in _STARTERS and len(word) > 1 and place >= 2 and tokens[place - 2].text[0].islower()
    return True


def _cut(text: str, tokens: list[Token], language: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a region as ranges of its tokens."""
    first = place = 0
    while place < len(tokens):
        mark = tokens[place].text
        if mark in (".", "!", "?", "…") or (mark[-1] == "." and len(mark) > 1):
            after = place + 1
            while after < len(tokens) and tokens[after].text in (".", "!", "?", "…"):
                after += 1
            while (
                after < len(tokens)
                and tokens[after].text[0] in CLOSING
                and len(tokens[after].text) <= 2
                and not (tokens[after].text in QUOTES and opens(text, tokens[after]))
            ):
                after += 1
            if after >= len(tokens):
                break
            if _ends(text, tokens, place, after, language):
                yield first, after
                first = after
            place = max(place + 1, after)
            continue
        if tokens[place].end - tokens[first].start > limits.MAX_SENTENCE_CHARS:
            cut = max(place, first + 1)
            yield first, cut
            first = cut
        place += 1
    if first < len(tokens):
        yield from _bounded(tokens, first, len(tokens))


def _bounded(tokens: list[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a last run of tokens at the bound."""
    begin = first
    for place in range(first, last):
        if tokens[place].end - tokens[begin].start > limits.MAX_SENTENCE_CHARS and place > begin:
            yield begin, place
            begin = place
    yield begin, last


def _dateline(text: str, start: int, end: int) -> int:
    """Return the end of a dateline at the start of a paragraph, or ``start``."""
    match = _DATELINE.match(text, start, min(end, start + 120))
    return match.end() if match else start


def annotate(annotations: Annotations) -> Annotations:
    """Fill ``sentences``."""
    document = annotations.document
    text, language = document.text, document.language.split("-")[0]
    out: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(document)):
        titled = end <= document.title_end
        for begin, stop in _regions(document, start, end):
            lead = begin + len(text[begin:stop]) - len(text[begin:stop].lstrip())
            split = lead if titled else _dateline(text, lead, stop)
            if split > lead:
                tokens = tuple(tokenise(text, lead, split, language=language))
                out.append(Sentence(tokens[0].start, tokens[-1].end, tokens, number))
            run = tokenise(text, split, stop, language=language)
            ranges = list(_cut(text, run, language))
            bare = (
                len(ranges) == 1
                and stop - begin <= _HEADING_CHARS
                and not _FINAL.search(text[begin:stop].rstrip()[-26:])
            )
            heading = titled or (bare and split == lead and begin == start and stop == end)
            for first, last in ranges:
                tokens = tuple(run[first:last])
                out.append(Sentence(tokens[0].start, tokens[-1].end, tokens, number, heading))
    return replace(annotations, sentences=tuple(out))


LAYER: Final = Layer("sentences", frozenset({"document"}), frozenset({"sentences"}), annotate)
