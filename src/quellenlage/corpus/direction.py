"""Who copied whom: from time, from what each article credits or names, and from what each has that the other lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from quellenlage import edtf
from quellenlage.corpus.passages import Alignment
from quellenlage.layers.annotations import Annotations

# Weights of the evidence, in the order in which an editor would trust it. What an article says of its own source counts
# more than the clock: agencies' texts are often dated later in the archive of the paper that kept them whole.
_NAMED = 4.0  # the one article names the other's outlet
_CREDIT = 1.5  # a step on the ladder of credits below
_TIME = 2.0  # published on an earlier day
_CUT = 1.5  # nearly all of the one lies in the other, which has more
_LESS = 0.75  # the same, less clear
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


def direction(first: Annotations, second: Annotations, alignment: Alignment) -> Direction:
    """Weigh the evidence that the first article is a copy of the second.

    Args:
        first: One article.
        second: The other.
        alignment: Their shared passages, ``first`` in the first.
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
    own_first = alignment.words_first - alignment.total
    own_second = alignment.words_second - alignment.total
    cut, whole = (first, second) if own_first < own_second else (second, first)
    more, less = max(own_first, own_second), min(own_first, own_second)
    if more - less >= 8 and more >= 1.25 * less:
        clear = more >= 3 * less and more - less >= 20
        add(
            (_CUT if clear else _LESS) * (1.0 if cut is first else -1.0),
            f"{_name(whole)} has {more} words more, {_name(cut)} {less}",
        )
    return Direction(balance, tuple(reasons))


def _standing(annotations: Annotations) -> _Standing:
    """How near an article stands to the agency's own text, by its own credit, from 0 to 4."""
    best = _Standing(0, "")
    for credit in annotations.credits:
        if not credit.whole:
            rank = 1
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
