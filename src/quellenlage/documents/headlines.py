"""Where a headline ends and text begins although nothing parts them.

Web extraction and corpus dumps run headlines into the text. In German a function word such as "Der" or "Nach" has a
capital only where a sentence begins, so one that follows a word without punctuation marks the seam.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

MIN_TITLE_CHARS: Final = 15


@cache
def openers() -> frozenset[str]:
    """Return the capitalised function words that open sentences and are no part of names."""
    text = files("quellenlage.documents").joinpath("resources/openers.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


_SEAM = re.compile(r"(?<=[^\W_]) (?=([A-ZÄÖÜ][a-zäöüß]+) )")


def seams(text: str, *, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the places where a sentence begins after a word without punctuation, as offsets of the new sentence."""
    for match in _SEAM.finditer(text, start, len(text) if end is None else end):
        if match[1] in openers():
            yield match.end()


def split_title(line: str, *, max_chars: int = 200) -> tuple[str, str]:
    """Return title and teaser that stand on one line; the title is empty where no seam or sentence end parts them."""
    for seam in seams(line, end=min(len(line), max_chars)):
        title = line[: seam - 1]
        if seam >= MIN_TITLE_CHARS and not re.search(r"[^\W\d_]{3}[.!?] ", title):
            return title, line[seam:]
        break
    match = re.match(r"([^.!?]{15,160}[!?]) (?=\W?[^\W\d_])", line)
    return (match[1], line[match.end() :]) if match else ("", line)
