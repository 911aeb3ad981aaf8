"""The words of an article, their shingles, and an index that finds articles which share some.

Candidates for copies must be found by containment: a paper keeps a third of an agency text and adds a paragraph, so the
resemblance of the two is low while one lies in the other. MinHash in the form of Broder's mod-p sketch keeps every
shingle whose hash is 0 modulo p, so that both resemblance and containment can be read from it, where a fixed number of
minima (LSH) only tells resemblance (A. Broder, On the resemblance and containment of documents, 1997; the choice is
measured in docs/decisions/0060-candidates-for-copies.md).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import chain

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

MOST_POSTINGS = 1_000
"""Articles of one shingle that are looked at, the first: what more share is a site's furniture."""

_QUOTE = re.compile(r"[„“”«»\"‹›]|\n")
_MULTIPLIER = 0x9E3779B97F4A7C15
_PLACES = 64
_ASTRAL = 0x10000


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


@cache
def _multipliers() -> Hashes:
    """Return an odd random number for each of the first places in a word."""
    return np.random.default_rng(_MULTIPLIER).integers(0, 2**63, _PLACES, np.uint64) * np.uint64(2) + np.uint64(1)


@cache
def _word_points() -> Mask:
    r"""Return which code points of the basic plane stand in words, as ``\w`` of the module ``re`` has it."""
    return np.fromiter((chr(point).isalnum() or point == ord("_") for point in range(_ASTRAL)), np.bool_, _ASTRAL)


def _points(text: str) -> npt.NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _in_words(points: npt.NDArray[np.uint32]) -> Mask:
    basic = np.minimum(points, _ASTRAL - 1)
    mask = np.asarray(_word_points()[basic])
    for place in np.flatnonzero(points != basic):
        mask[place] = chr(points[place]).isalnum()
    return mask


def words_of(document: Document) -> Words:
    """Read the words of a document's body. Linear in its length, without a Python object a word."""
    text = document.text
    mask = _in_words(_points(text))
    framed = np.zeros(len(mask) + 2, np.bool_)
    framed[1:-1] = mask
    edges = np.flatnonzero(framed[1:] != framed[:-1]).astype(np.int32)
    starts, ends = edges[::2], edges[1::2]
    # U+0130 is the one letter whose lower case is longer than itself.
    folded = _points(text.replace("\u0130", "I").lower())[mask].astype(np.uint64)
    hashes = _hashes(folded, ends - starts)
    keep = np.ones(len(starts), np.bool_)
    for begin, end in ((0, document.title_end), *((debris.start, debris.end) for debris in document.debris)):
        first, last = np.searchsorted(starts, (begin, end))
        keep[first:last] = False
    starts = starts[keep]
    return Words(hashes[keep], starts, ends[keep], _quoted(text, starts))


def _hashes(points: Hashes, lengths: Places) -> Hashes:
    """Hash words whose code points stand one after the other: each times the multiplier of its place, summed."""
    if not len(lengths):
        return np.empty(0, np.uint64)
    first = np.cumsum(lengths) - lengths
    place = np.arange(len(points)) - np.repeat(first, lengths)
    multipliers = _multipliers()[place % _PLACES]
    if lengths.max() > _PLACES:  # rows of Chinese characters; an even number keeps the multipliers odd
        multipliers += (place // _PLACES).astype(np.uint64) * np.uint64(2 * _MULTIPLIER & (2**64 - 1))
    sums = np.add.reduceat(points * multipliers, first)
    sums ^= sums >> np.uint64(32)
    return np.asarray(sums * np.uint64(_MULTIPLIER), np.uint64)


def _quoted(text: str, starts: Places) -> Mask:
    """Tell which words stand in quotation marks; a mark that nothing closes ends with its paragraph."""
    opened = False
    begin = 0
    bounds: list[int] = []
    for match in _QUOTE.finditer(text):
        if match[0] == "\n":
            opened = False
        elif opened:
            bounds.extend((begin, match.start()))
            opened = False
        else:
            opened, begin = True, match.start()
    mask = np.zeros(len(starts), np.bool_)
    places = np.searchsorted(starts, bounds).tolist()
    for first, last in zip(places[::2], places[1::2], strict=True):
        mask[first:last] = True
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
    kept = np.sort(hashes[hashes % np.uint64(SAMPLING) == 0])
    fresh = np.ones(len(kept), np.bool_)
    np.not_equal(kept[1:], kept[:-1], out=fresh[1:])
    return kept[fresh]


class _Level:
    """Postings sorted by shingle; the first bits of a shingle tell where to look, one posting a place on average.

    A binary search would touch some twenty places far apart in memory, this touches two.
    """

    def __init__(self, keys: Hashes, numbers: npt.NDArray[np.uint32]) -> None:
        order = np.argsort(keys, kind="stable")
        self.keys, self.numbers = keys[order], numbers[order]
        bits = max(1, len(keys).bit_length() - 1)
        self._shift = np.uint64(64 - bits)
        counts = np.bincount((self.keys >> self._shift).astype(np.int64), minlength=1 << bits)
        self._places = np.zeros((1 << bits) + 1, np.uint32)
        np.cumsum(counts, out=self._places[1:])

    def shared(self, sketch: Hashes) -> npt.NDArray[np.uint32]:
        """Return the articles of the sketch's shingles, an article once a shingle."""
        buckets = (sketch >> self._shift).astype(np.int64)
        first = self._places[buckets].astype(np.int64)
        sizes = np.minimum(self._places[buckets + 1] - first, MOST_POSTINGS)
        places = np.arange(int(sizes.sum())) + np.repeat(first - (np.cumsum(sizes) - sizes), sizes)
        return np.asarray(self.numbers[places[self.keys[places] == np.repeat(sketch, sizes)]], np.uint32)


class ShingleIndex:
    """An index from sampled shingles to articles that grows one article at a time.

    It holds sorted arrays of geometrically growing size (some 16 bytes a posting), and a query looks at few places of
    each, however large.
    """

    _BUFFER = 100_000

    def __init__(self) -> None:
        self._levels: list[_Level] = []
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
        counts: Counter[int] = Counter()
        for value in sketch.tolist():
            if value in self._new:
                counts.update(self._new[value][:MOST_POSTINGS])
        for level in self._levels:
            counts.update(level.shared(sketch).tolist())
        return counts

    def _settle(self) -> None:
        lengths = np.fromiter(map(len, self._new.values()), np.int64, len(self._new))
        keys = np.repeat(np.fromiter(self._new, np.uint64, len(self._new)), lengths)
        numbers = np.fromiter(chain.from_iterable(self._new.values()), np.uint32, len(keys))
        self._new, self._pending = {}, 0
        while self._levels and len(self._levels[-1].keys) <= 4 * len(keys):
            older = self._levels.pop()
            keys, numbers = np.concatenate((older.keys, keys)), np.concatenate((older.numbers, numbers))
        self._levels.append(_Level(keys, numbers))
