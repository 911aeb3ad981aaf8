"""The words of an article, their shingles, and an index that finds articles which share some.

Candidates for copies must be found by containment: a paper keeps a third of an agency text and adds a paragraph, so the
resemblance of the two is low while one lies in the other. MinHash in the form of Broder's mod-p sketch keeps every
shingle whose hash is 0 modulo p, so that both resemblance and containment can be read from it, where a fixed number of
minima (LSH) only tells resemblance (A. Broder, On the resemblance and containment of documents, 1997; the choice is
measured in docs/decisions/0060-candidates-for-copies.md).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from quellenlage.documents.document import Document

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

SHINGLE_WORDS = 5
"""Five words: in 10,000 German articles hardly any five are shared by chance (data in the decision record)."""

SAMPLING = 4
"""One shingle in four is kept: a shared passage of 30 words leaves six, at a hundred postings an article."""

_WORD = re.compile(r"\w+")
_QUOTE = re.compile(r"[„“”«»\"‹›]|\n")
_MULTIPLIER = 0x9E3779B97F4A7C15


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article's body, debris and title left out.

    Attributes:
        hashes: One hash a word, case folded.
        starts: First code point of each word in the document's text.
        ends: One past its last.
        quoted: Whether the word stands in quotation marks.
    """

    hashes: Hashes
    starts: Places
    ends: Places
    quoted: Mask

    def __len__(self) -> int:
        return len(self.hashes)


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    data = word.encode()
    return (zlib.crc32(data) << 32) | zlib.crc32(data, 0x5BD1E995)


def words_of(document: Document) -> Words:
    """Read the words of a document's body. Linear in its length."""
    text = document.text
    holes = [(0, document.title_end), *((debris.start, debris.end) for debris in document.debris)]
    starts: list[int] = []
    ends: list[int] = []
    hashes: list[int] = []
    folded = text.lower()
    same_length = len(folded) == len(text)
    hole = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        while hole < len(holes) and holes[hole][1] <= start:
            hole += 1
        if hole < len(holes) and holes[hole][0] <= start:
            continue
        starts.append(start)
        ends.append(end)
        hashes.append(_hash(folded[start:end] if same_length else match[0].lower()))
    places = np.array(starts, np.int32)
    return Words(np.array(hashes, np.uint64), places, np.array(ends, np.int32), _quoted(text, places))


def _quoted(text: str, starts: Places) -> Mask:
    """Tell which words stand in quotation marks; a mark that nothing closes ends with its paragraph."""
    opened: str | None = None
    begin = 0
    mask = np.zeros(len(starts), np.bool_)
    for match in _QUOTE.finditer(text):
        mark = match[0]
        if mark == "\n":
            opened = None
        elif opened is None:
            opened, begin = mark, match.start()
        else:
            first, last = np.searchsorted(starts, (begin, match.start()))
            mask[first:last] = True
            opened = None
    return mask


def shingles(hashes: Hashes, *, size: int = SHINGLE_WORDS) -> Hashes:
    """Return the hash of each run of ``size`` words, in order; empty for a shorter text."""
    count = len(hashes) - size + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    multiplier = np.uint64(_MULTIPLIER)
    rolled = np.zeros(count, np.uint64)
    for place in range(size):
        rolled = rolled * multiplier + hashes[place : place + count]
        rolled ^= rolled >> np.uint64(29)
    rolled *= multiplier
    rolled ^= rolled >> np.uint64(32)
    return rolled


def sample(hashes: Hashes) -> Hashes:
    """Return the sketch of an article: its distinct shingles with hash 0 modulo ``SAMPLING``, sorted."""
    return np.unique(hashes[hashes % np.uint64(SAMPLING) == 0])


class ShingleIndex:
    """An index from sampled shingles to articles that grows one article at a time.

    It holds sorted arrays of geometrically growing size (12 bytes a posting), so that 100,000 articles take about
    120 MB and a query costs the logarithm of their number.
    """

    _BUFFER = 100_000

    def __init__(self) -> None:
        self._levels: list[tuple[Hashes, npt.NDArray[np.uint32]]] = []
        self._new: dict[int, list[int]] = {}
        self._pending = 0

    def add(self, number: int, sketch: Hashes) -> None:
        """Add an article under its number (0 to 2^32 - 1)."""
        for value in sketch.tolist():
            self._new.setdefault(value, []).append(number)
        self._pending += len(sketch)
        if self._pending >= self._BUFFER:
            self._settle()

    def shared(self, sketch: Hashes) -> dict[int, int]:
        """Return, for each article that shares sampled shingles with the sketch, how many."""
        counts: dict[int, int] = {}
        for value in sketch.tolist():
            for number in self._new.get(value, ()):
                counts[number] = counts.get(number, 0) + 1
        for keys, numbers in self._levels:
            left = np.searchsorted(keys, sketch, "left")
            left[left == len(keys)] = 0
            known = keys[left] == sketch
            if not known.any():
                continue
            right = np.searchsorted(keys, sketch[known], "right")
            for first, last in zip(left[known].tolist(), right.tolist(), strict=True):
                for number in numbers[first:last].tolist():
                    counts[number] = counts.get(number, 0) + 1
        return counts

    def _settle(self) -> None:
        keys = np.fromiter(self._new, np.uint64, len(self._new))
        lengths = np.fromiter((len(numbers) for numbers in self._new.values()), np.int64, len(self._new))
        numbers = np.fromiter(_chain(self._new.values()), np.uint32, int(lengths.sum()))
        level = (np.repeat(keys, lengths), numbers)
        self._new, self._pending = {}, 0
        while self._levels and len(self._levels[-1][0]) <= 4 * len(level[0]):
            older = self._levels.pop()
            level = (np.concatenate((older[0], level[0])), np.concatenate((older[1], level[1])))
        order = np.argsort(level[0], kind="stable")
        self._levels.append((level[0][order], level[1][order]))


def _chain(lists: Iterable[list[int]]) -> Iterable[int]:
    for items in lists:
        yield from items
