"""Passages that two articles share word by word, whatever their order: greedy tiles with small gaps bridged.

The method is running greedy string tiling (M. Wise, 1993) over words: at each place the longest run of words that the
other article has too, of at least ``TILE_WORDS``; neighbouring tiles that leave out or replace a few words are joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from quellenlage.corpus.shingles import Hashes, Words, shingles

TILE_WORDS = 4
"""Shortest run of equal words that is looked at; shorter runs are grammar."""

GAP_WORDS = 4
"""Words that may be left out, added or replaced between two tiles of one passage."""

PASSAGE_WORDS = 9
"""Shortest passage that counts; fixed phrases and names with titles are shorter."""

_MAX_PLACES = 16
"""Places of the other article that are tried for one run of words: repeated refrains cost no more than this."""


class Passage(NamedTuple):
    """Word positions: ``first``/``first_end`` in the one article, ``second``/``second_end`` in the other."""

    first: int
    first_end: int
    second: int
    second_end: int
    equal: int


class Gap(NamedTuple):
    """Word positions between two tiles of one passage."""

    first: int
    first_end: int
    second: int
    second_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two articles share.

    Attributes:
        passages: The shared passages, by place in the first article.
        told: Words outside quotation marks in equal runs.
        total: All words in equal runs.
        told_first: Words outside quotation marks of the first article.
        told_second: The same of the second.
        words_first: All words of the first article.
        words_second: The same of the second.
        gaps: Words inside joined passages that only one has, or that each has in its own way.
    """

    passages: tuple[Passage, ...]
    told: int
    total: int
    told_first: int
    told_second: int
    words_first: int
    words_second: int
    gaps: tuple[Gap, ...] = ()

    @property
    def share(self) -> float:
        """Share of the shorter article's words that stand in shared passages, 0 to 1."""
        return min(1.0, self.total / max(1, min(self.words_first, self.words_second)))

    @property
    def told_share(self) -> float:
        """The same for the words outside quotation marks."""
        return min(1.0, self.told / max(1, min(self.told_first, self.told_second)))


def align(first: Words, second: Words) -> Alignment:
    """Find the passages that two articles share. Close to linear in the sum of their lengths."""
    everything, gaps = _join(_tiles(first, second))
    joined = [p for p in everything if p.equal >= PASSAGE_WORDS]
    told = sum(int(np.count_nonzero(~first.quoted[p.first : p.first_end])) for p in joined)
    span = sum(p.first_end - p.first for p in joined)
    total = sum(p.equal for p in joined)
    return Alignment(
        passages=tuple(joined),
        told=round(told * total / span) if span else 0,
        total=total,
        told_first=int(np.count_nonzero(~first.quoted)),
        told_second=int(np.count_nonzero(~second.quoted)),
        words_first=len(first),
        words_second=len(second),
        gaps=tuple(gaps),
    )


def _tiles(first: Words, second: Words) -> list[Passage]:
    runs = shingles(second.hashes, size=TILE_WORDS)
    order = np.argsort(runs, kind="stable")
    runs = runs[order]
    starts = shingles(first.hashes, size=TILE_WORDS)
    begin, end = np.searchsorted(runs, starts, "left"), np.searchsorted(runs, starts, "right")
    used = bytearray(len(second))
    tiles: list[Passage] = []
    after = 0
    for at in np.flatnonzero(begin < end).tolist():
        if at < after:
            continue
        best = 0, 0
        for place in order[begin[at] : end[at]][:_MAX_PLACES].tolist():
            free = used.find(1, place)
            length = _run(first.hashes[at:], second.hashes[place : free if free >= 0 else None])
            if length > best[0]:
                best = length, place
        length, place = best
        if length >= TILE_WORDS:
            used[place : place + length] = b"\x01" * length
            tiles.append(Passage(at, at + length, place, place + length, length))
            after = at + length
    return tiles


def _run(mine: Hashes, theirs: Hashes) -> int:
    """Return how many words from the first are equal; looks ever further, so that a short run costs little."""
    limit = min(len(mine), len(theirs))
    length, step = 0, 32
    while length < limit:
        ahead = min(limit, length + step)
        differs = mine[length:ahead] != theirs[length:ahead]
        first = int(differs.argmax())
        if differs[first]:
            return length + first
        length, step = ahead, 2 * step
    return length


def _join(tiles: Sequence[Passage]) -> tuple[list[Passage], list[Gap]]:
    joined: list[Passage] = []
    gaps: list[Gap] = []
    for tile in tiles:
        last = joined[-1] if joined else None
        if (
            last is not None
            and tile.first - last.first_end <= GAP_WORDS
            and 0 <= tile.second - last.second_end <= GAP_WORDS
        ):
            gaps.append(Gap(last.first_end, tile.first, last.second_end, tile.second))
            joined[-1] = Passage(last.first, tile.first_end, last.second, tile.second_end, last.equal + tile.equal)
        else:
            joined.append(tile)
    return joined, gaps
