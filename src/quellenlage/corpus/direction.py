"""Who copied whom: from time, from what each article credits or names, and from what each has that the other lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from quellenlage import edtf
from quellenlage.corpus.passages import Alignment
from quellenlage.corpus.rarity import known_words
from quellenlage.corpus.shingles import Words
from quellenlage.layers.annotations import Annotations

# Weights of the evidence, in the order in which an editor would trust it. What an article says of its own source counts
# more than the clock: agencies' texts are often dated later in the archive of the paper that kept them whole.
_NAMED = 4.0  # the one article names the other's outlet
_CREDIT = 1.5  # a step on the ladder of credits below
_TIME = 3.0  # published on an earlier day
_CUT = 1.5  # nearly all of the one lies in the other, which has more
_LESS = 0.75  # the same, less clear
_TYPO = 1.0  # a slip of the pen that only one has
_PIECE = 6  # words from which a stretch that only one has is a piece of text, not a change of words
_ADDED = 15  # words from which it is a paragraph
_GAPS = 100  # changed places that are looked at for slips
_SLIPS = 3  # slips that are told
_DECIDED = 0.7  # a smaller sum decides nothing


class Direction(NamedTuple):
    """The verdict: positive where the first article is the copy, negative where the second is."""

    balance: float
    reasons: tuple[str, ...]

    @property
    def decided(self) -> bool:
        """Whether anything tells who copied whom."""
        return abs(self.balance) >= _DECIDED


@dataclass(frozen=True, slots=True)
class _Standing:
    rank: int
    why: str


def direction(first: Annotations, second: Annotations, alignment: Alignment, words: tuple[Words, Words]) -> Direction:
    """Weigh the evidence that the first article is a copy of the second.

    Args:
        first: One article.
        second: The other.
        alignment: Their shared passages, ``first`` in the first.
        words: The words of both.
    """
    balance = 0.0
    reasons: list[str] = []

    def add(weight: float, reason: str) -> None:
        nonlocal balance
        balance += weight
        reasons.append(reason)

    for one, other, sign in ((first, second, 1.0), (second, first, -1.0)):
        outlet = other.document.outlet
        if outlet and len(outlet) > 3 and one.document.outlet != outlet and outlet in one.document.text:
            add(sign * _NAMED, f"{_name(one)} names {outlet}")
    here, there = _standing(first), _standing(second)
    if here.rank != there.rank:
        nearer = there if there.rank > here.rank else here
        add(_CREDIT * (1.0 if nearer is there else -1.0), nearer.why)
    earlier = _earlier(first, second)
    if earlier:
        one, other = (second, first) if earlier > 0 else (first, second)
        add(_TIME * earlier, f"{one.document.published} is before {other.document.published}")
    for weight, reason in (*_shape(first, second, alignment), *_typing_errors(first, second, alignment, words)):
        add(weight, reason)
    return Direction(balance, tuple(reasons))


def _shape(first: Annotations, second: Annotations, alignment: Alignment) -> Iterator[tuple[float, str]]:
    """Weigh what each has that the other lacks; positive weights make the first the copy.

    A cut copy lacks the end, or pieces here and there; a local addition is one piece in the middle or in front.
    """
    gaps_first = _gaps([(p.first, p.first_end) for p in alignment.passages], alignment.words_first)
    gaps_second = _gaps([(p.second, p.second_end) for p in alignment.passages], alignment.words_second)
    for gaps, others, one, sign in ((gaps_second, gaps_first, second, 1.0), (gaps_first, gaps_second, first, -1.0)):
        if gaps.tail >= 8 and others.tail < _PIECE:
            clear = gaps.tail >= 3 * (others.head + sum(others.middle)) or gaps.tail >= 50
            yield sign * (_CUT if clear else _LESS), f"{_name(one)} goes on for {gaps.tail} words where the other ends"
        pieces = [size for size in gaps.middle if size >= _PIECE]
        if len(pieces) >= 2 and len(others.middle) < len(pieces):
            yield sign * _CUT, f"{_name(one)} has {len(pieces)} pieces in between that the other lacks"
        elif len(pieces) == 1 and not others.middle and pieces[0] >= _ADDED:
            yield -sign * _LESS, f"{_name(one)} has one piece of {pieces[0]} words added in between"
        if gaps.head >= _ADDED and not others.head:
            yield -sign * _LESS / 2, f"{_name(one)} has {gaps.head} words in front"


class _Gaps(NamedTuple):
    head: int
    middle: tuple[int, ...]
    tail: int


def _gaps(shared: list[tuple[int, int]], size: int) -> _Gaps:
    """Return the numbers of words before, between and behind shared passages; gaps of a few words are left out."""
    spans = sorted(shared)
    middle = [begin - end for (_, end), (begin, _) in pairwise(spans)]
    return _Gaps(spans[0][0], tuple(gap for gap in middle if gap >= _PIECE), size - spans[-1][1])


def _typing_errors(
    first: Annotations, second: Annotations, alignment: Alignment, words: tuple[Words, Words]
) -> Iterator[tuple[float, str]]:
    """Words that differ by a letter or two: the one that no list and no other place knows is the later one."""
    texts = first.document.text, second.document.text
    found = 0
    for gap in alignment.gaps[:_GAPS]:
        if gap.first_end - gap.first != gap.second_end - gap.second:
            continue
        mine = _surfaces(texts[0], words[0], gap.first, gap.first_end)
        theirs = _surfaces(texts[1], words[1], gap.second, gap.second_end)
        for here, there in zip(mine, theirs, strict=True):
            if min(len(here), len(there)) >= 5 and here.isalpha() and there.isalpha():
                wrong = _wrong(here, there, texts)
                if wrong:
                    slip, meant = (here, there) if wrong > 0 else (there, here)
                    yield _TYPO * wrong, f"{slip} is a slip for {meant}"
                    found += 1
        if found >= _SLIPS:
            return


def _surfaces(text: str, words: Words, begin: int, end: int) -> list[str]:
    return [text[words.starts[place] : words.ends[place]].casefold() for place in range(begin, end)]


def _occurrences(word: str, texts: tuple[str, str]) -> int:
    whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    return sum(len(whole.findall(text)) for text in texts)


def _wrong(here: str, there: str, texts: tuple[str, str]) -> int:
    """Return 1 where the first of two words is a slip for the second, -1 for the reverse, 0 where nothing tells."""
    if not 1 <= OSA.distance(here, there, score_cutoff=2) <= 2:
        return 0
    known = known_words()
    knows = [word in known or _occurrences(word, texts) > 1 for word in (here, there)]
    return int(knows[1]) - int(knows[0])


def _standing(annotations: Annotations) -> _Standing:
    """How near an article stands to the agency's own text, by its own credit, from 0 to 4."""
    best = _Standing(0, "")
    for credit in annotations.credits:
        if not credit.whole:
            rank = 0
        elif credit.reason.startswith("outlet"):
            rank = 4
        elif credit.reason.startswith("dateline"):
            rank = 3
        elif credit.reason.startswith("author"):
            rank = 2
        else:
            rank = 1
        if rank > best.rank:
            best = _Standing(rank, f"{_name(annotations)}: {credit.reason}")
    return best


def _earlier(first: Annotations, second: Annotations) -> int:
    """Return 1 where the second article was surely published on an earlier day, -1 where the first was, else 0."""
    (first_begin, first_end), (second_begin, second_end) = (
        edtf.bounds(first.document.published),
        edtf.bounds(second.document.published),
    )
    if second_end is not None and first_begin is not None and second_end < first_begin:
        return 1
    if first_end is not None and second_begin is not None and first_end < second_begin:
        return -1
    return 0


def _name(annotations: Annotations) -> str:
    return annotations.document.outlet or annotations.document.path.rpartition("/")[2]
