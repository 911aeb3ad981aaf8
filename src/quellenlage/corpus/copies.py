"""Copies: articles that took their words from another, found by shared shingles and proved by shared passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quellenlage.corpus.direction import Direction, direction
from quellenlage.corpus.passages import Alignment, Gap, Passage, align
from quellenlage.corpus.records import Copy, SharedPassage
from quellenlage.corpus.shingles import ShingleIndex, Words, sample, shingles, words_of
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.span import Span

MIN_SHARED = 2
"""Sampled shingles that two articles must share to be compared: one alone is a name with its title."""

MAX_CANDIDATES = 12
"""Articles that one is compared with, those with most shared shingles first: a family of 300 needs one link each."""

MIN_TOLD_WORDS = 24
"""Words outside quotation marks that must stand in shared passages: two sentences of an agency report."""

MIN_TOLD_SHARE = 0.25
"""Share of the shorter article's words outside quotation marks that must be shared."""

MIN_SHARE = 0.7
"""Share of all words, quotations included, above which a text that is nearly all quotation is a copy."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles proved to share a text; numbers are positions in the order of adding, ``first`` the later one."""

    first: int
    second: int
    alignment: Alignment


class CopyFinder:
    """Finds copies one article at a time.

    A family of copies grows by one link to each new article, so that the cost of an article does not depend on how
    many others printed the same text. Memory is about 5 kB an article of 200 words.
    """

    def __init__(self) -> None:
        self._index = ShingleIndex()
        self._words: list[Words] = []

    def add(self, words: Words) -> list[Link]:
        """Add an article and return its links to earlier ones, the strongest first."""
        number = len(self._words)
        self._words.append(words)
        sketch = sample(shingles(words.hashes))
        shared = self._index.shared(sketch)
        self._index.add(number, sketch)
        ranked = sorted((-count, other) for other, count in shared.items() if count >= MIN_SHARED)
        links: list[Link] = []
        for _, other in ranked[:MAX_CANDIDATES]:
            alignment = align(words, self._words[other])
            if is_copy(alignment):
                links.append(Link(number, other, alignment))
        return links

    def compare(self, first: int, second: int) -> Alignment:
        """Align two articles added before."""
        return align(self._words[first], self._words[second])

    def words(self, number: int) -> Words:
        """Return the words of an article added before."""
        return self._words[number]


def is_copy(alignment: Alignment) -> bool:
    """Decide whether shared passages make a copy; quotations that both articles print do not count."""
    if alignment.told >= MIN_TOLD_WORDS and alignment.told_share >= MIN_TOLD_SHARE:
        return True
    return alignment.share >= MIN_SHARE and alignment.total >= MIN_TOLD_WORDS and alignment.told_share >= 0.5


def find_copies(annotated: Sequence[Annotations]) -> tuple[Copy, ...]:
    """Find the copies among articles: for each copy, the article that it was copied from.

    Families (articles joined by shared passages) have one root, which is no copy of another; each other member is
    given as a copy of the root where the two share enough, else of the member that it shares most with.

    Args:
        annotated: The articles in any order; sentences are not needed, credits tell the direction.

    Returns:
        One record a copy, by path of the copy.
    """
    ordered = sorted(annotated, key=lambda a: (a.document.path, a.document.key))
    finder = CopyFinder()
    links: list[Link] = []
    for annotations in ordered:
        links.extend(finder.add(words_of(annotations.document)))
    copies: list[tuple[int, Copy]] = []
    for members in _families(len(ordered), links):
        copies.extend(_family(ordered, finder, members, links))
    return tuple(copy for _, copy in sorted(copies, key=lambda item: item[0]))


def _families(count: int, links: Iterable[Link]) -> Iterator[list[int]]:
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for link in links:
        first, second = root(link.first), root(link.second)
        parent[max(first, second)] = min(first, second)
    families: dict[int, list[int]] = defaultdict(list)
    for number in range(count):
        families[root(number)].append(number)
    return (members for members in families.values() if len(members) > 1)


def _family(
    ordered: Sequence[Annotations], finder: CopyFinder, members: Sequence[int], links: Sequence[Link]
) -> Iterator[tuple[int, Copy]]:
    inside = set(members)
    own = [link for link in links if link.first in inside]
    root = _root(ordered, finder, members, own)
    neighbours: dict[int, dict[int, Alignment]] = defaultdict(dict)
    for link in own:
        neighbours[link.first][link.second] = link.alignment
        neighbours[link.second][link.first] = _turned(link.alignment)
    for member in members:
        if member != root and root not in neighbours[member]:
            alignment = finder.compare(member, root)
            if is_copy(alignment):
                neighbours[member][root] = alignment
    attached = {root}
    waiting = [member for member in members if member != root]
    while waiting:
        # Each turn attaches the member with the strongest tie to what is attached, the root before all others.
        member, source = max(
            ((m, s) for m in waiting for s in neighbours[m] if s in attached),
            key=lambda pair: (pair[1] == root, neighbours[pair[0]][pair[1]].total, -pair[0], -pair[1]),
        )
        waiting.remove(member)
        attached.add(member)
        alignment = neighbours[member][source]
        told = _direction(ordered, finder, member, source, alignment)
        yield member, _copy(ordered, finder, member, source, alignment, told)


def _root(ordered: Sequence[Annotations], finder: CopyFinder, members: Sequence[int], links: Sequence[Link]) -> int:
    """Choose the member that most evidence makes the source of others; the first by path where nothing tells."""
    weight: dict[int, float] = defaultdict(float)
    for link in links:
        told = _direction(ordered, finder, link.first, link.second, link.alignment)
        weight[link.second] += told.balance
        weight[link.first] -= told.balance
    return max(members, key=lambda member: (round(weight[member], 6), -member))


def _direction(
    ordered: Sequence[Annotations], finder: CopyFinder, first: int, second: int, alignment: Alignment
) -> Direction:
    return direction(ordered[first], ordered[second], alignment, (finder.words(first), finder.words(second)))


def _turned(alignment: Alignment) -> Alignment:
    passages = sorted(Passage(p.second, p.second_end, p.first, p.first_end, p.equal) for p in alignment.passages)
    return Alignment(
        passages=tuple(passages),
        told=alignment.told,
        total=alignment.total,
        told_first=alignment.told_second,
        told_second=alignment.told_first,
        words_first=alignment.words_second,
        words_second=alignment.words_first,
        gaps=tuple(Gap(gap.second, gap.second_end, gap.first, gap.first_end) for gap in alignment.gaps),
    )


def _copy(
    ordered: Sequence[Annotations],
    finder: CopyFinder,
    member: int,
    source: int,
    alignment: Alignment,
    told: Direction,
) -> Copy:
    directed = told.decided and told.balance > 0
    passages = tuple(
        SharedPassage(
            _span(finder.words(member), p.first, p.first_end), _span(finder.words(source), p.second, p.second_end)
        )
        for p in alignment.passages
    )
    why = "; ".join(told.reasons) or "nothing tells who copied whom"
    return Copy(
        article=ordered[member].document.key,
        source=ordered[source].document.key,
        directed=directed,
        share=round(alignment.share, 4),
        passages=passages,
        reason=f"{alignment.total} words shared in {len(passages)} passages; {why}",
    )


def _span(words: Words, first: int, last: int) -> Span:
    return Span(int(words.starts[first]), int(words.ends[last - 1]))
