r"""Text as it is stored: NFC, line feeds, no control characters. Done before any offset exists; nothing edits it later.

What goes: U+0000 and other control characters, soft hyphens and zero-width spaces (they split words that a reader sees
as one, so no lexicon finds them), byte order marks inside the text, and the marks that turn the direction of writing.
What changes: every line and page end becomes ``\n``, every other white space one space, lone surrogates U+FFFD.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

MAX_MARKS: Final = 30
"""Combining marks in a row: the bound of the Stream-Safe Text Format (UAX #15); sorting them costs the square."""

_ENTITY = re.compile(
    "&(?:amp|quot|lt|gt|nbsp|apos|shy|euro|[aouAOU]uml|szlig|[lrb]d?s?quo|[lr]aquo|[nm]dash|hellip|eacute|#[0-9]{2,5}|#x[0-9a-fA-F]{2,5});"
)
_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_REMOVED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[\t \xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_EDGES = re.compile(" ?\n ?")
_EMPTY_LINES = re.compile("\n{3,}")
_LONG_RUNS = re.compile(rf"\S{{{MAX_MARKS + 1},}}")


def normalise(text: str) -> str:
    """Return the text in its stored form, without white space at either end; twice is once."""
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATES.sub("\ufffd", _REMOVED.sub("", text))
    text = _EMPTY_LINES.sub("\n\n", _LINE_EDGES.sub("\n", _SPACES.sub(" ", text)))
    if not text.isascii():
        text = unicodedata.normalize("NFC", _LONG_RUNS.sub(_thinned, text))
    return text.strip()


def unescaped(text: str) -> str:
    """Return plain text with HTML entities resolved where corpus tools left them in (``&amp;``, ``&#8220;``)."""
    return html.unescape(text) if _ENTITY.search(text) else text


def normalise_line(text: str) -> str:
    """Return the text in its stored form on one line."""
    return " ".join(normalise(text).split())


def _thinned(match: re.Match[str]) -> str:
    """Drop the combining marks beyond ``MAX_MARKS`` in a row."""
    run = match.group()
    if run.isascii():
        return run
    kept: list[str] = []
    marks = 0
    for letter in run:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= MAX_MARKS:
            kept.append(letter)
    return "".join(kept)
