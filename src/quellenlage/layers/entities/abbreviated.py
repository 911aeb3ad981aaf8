"""Names introduced with their abbreviation: „Verband Nordischer Fischer (VNF)“, „…, kurz VNF“.

After A. Schwartz and M. Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text (2003):
read from the right, every letter of the abbreviation is found in the words before it, the first at the beginning of
one. Here all letters must begin a word or a part of a hyphenated one, since German writes such names in full words.
"""

from __future__ import annotations

import re
from typing import Final

from quellenlage.layers.entities.drafts import Found, Line

_SHORT: Final = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,7}")
_SKIPPED: Final = frozenset(
    [
        *(
            "für",
            "der",
            "des",
            "die",
            "und",
            "zur",
            "zum",
            "im",
            "in",
            "am",
            "an",
            "von",
            "vom",
            "gegen",
            "ohne",
            "mit",
            "auf",
        ),
        *("of", "the", "and", "for", "on", "in", "to", "at"),
    ]
)
"""Words whose initials an abbreviation may leave out."""


def _initials(word: str) -> list[str]:
    return [part[:1].casefold() for part in word.split("-") if part]


def _full(line: Line, last: int, letters: str, small: str) -> int:
    """Return the first token of the name that ends before ``last`` and has the letters as initials, or -1.

    ``small`` are the abbreviation's small letters, which adjectives may begin with.
    """
    left, k = [letter.casefold() for letter in letters], last - 1
    while k >= 0 and left:
        word = line.word(k)
        if not (line.free(k) or k in line.entries) or not word[:1].isalpha():
            return -1
        initials = _initials(word)
        if left[-len(initials) :] == initials:
            del left[-len(initials) :]
        elif initials[-1:] == left[-1:]:
            left.pop()
        elif word not in _SKIPPED and not (word.islower() and word[0] in small):
            return -1
        k -= 1
    return k + 1 if not left and line.word(k + 1)[:1].isupper() else -1


def abbreviated(line: Line) -> list[Found]:
    """Return the unclaimed names of a sentence behind which their abbreviation stands, and claim them."""
    out = []
    for i in range(2, len(line.tokens) - 1):
        opens = line.word(i) == "(" and line.word(i + 2) == ")"
        short = line.word(i + 1)
        if not (opens or (line.word(i) == "kurz" and line.word(i - 1) == ",")) or not _SHORT.fullmatch(short):
            continue
        letters = "".join(letter for letter in short if letter.isupper())
        last = i if opens else i - 1
        first = _full(line, last, letters, short) if len(letters) > 1 and line.free(i + 1) else -1
        if first < 0 or (last - first < 2 and "-" not in line.word(first)):
            continue
        name = tuple(line.word(k) for k in range(first, last))
        for start, end, words in ((first, last, name), (i + 1, i + 2, (short,))):
            span = line.tokens[start].start, line.tokens[end - 1].end
            out.append(Found(*span, "organization", words, f"name with its abbreviation {short}", line.index))
            line.take(start, end)
    return out
