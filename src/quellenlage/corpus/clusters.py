"""Clusters of articles that grow one article at a time, by average linkage, and are settled once all are known."""

from __future__ import annotations

import heapq
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from quellenlage.corpus.candidates import HEADLINE_WORDS, Candidates, rare_terms
from quellenlage.corpus.likeness import STRANGERS, Comparer
from quellenlage.corpus.neighbours import DRAWN, Meanings, drawn
from quellenlage.corpus.profiles import Profile
from quellenlage.corpus.wholes import HINT, alike

THRESHOLD = 0.14
"""Mean likeness of the articles of two stories from which they are one."""

ARTICLES_THRESHOLD = 0.12
"""The same for stories of whole articles, once all are known. A report of some days later with sources of its own
shares less with the first ones than two headlines do. In 23 cases put together (0.10 to 0.14 tried) no two stories
became one at 0.12; at 0.10 two visits of one president did, at 0.14 two reports stayed alone."""

LINK = 0.02
"""Likeness below this is taken for none."""

LINKS = 250
"""Links kept for one article, the strongest."""

COMPARED_MEANINGS = 60
"""Articles that one is compared with besides, those with the nearest sentence vectors."""

_FORGET_EVERY = 1_000
_NO_TERMS, _NO_WEIGHTS = np.empty(0, np.int32), np.empty(0)


class StoryClusterer:
    """Puts articles into stories one at a time; the cost of an article does not grow with their number.

    Stories are joined by average linkage: two are one where the mean likeness of their articles reaches
    ``THRESHOLD``. ``settle`` does the same over all articles at once, the likest first and with the sentence vectors of
    headlines drawn towards those of their neighbours, which undoes what the order of arrival did; what it changes is
    told in ``history``.

    Args:
        horizon: Days after which an article is forgotten as a neighbour (its story stays), so that a stream without end
            needs no memory without end; None keeps all.
    """

    def __init__(self, *, horizon: int | None = None) -> None:
        self._horizon = horizon
        self._oldest = 0
        self.profiles: list[Profile] = []
        self.story_of: list[int] = []
        self.members: dict[int, list[int]] = {}
        self.history: dict[int, list[str]] = defaultdict(list)
        self._link_ends: array[int] = array("I")
        self._link_likeness: array[float] = array("d")
        self._tied: list[tuple[int, int]] = []
        self._sums: dict[int, dict[int, float]] = {}
        self._candidates = Candidates()
        self._meanings = Meanings()
        self._comparer = Comparer()

    def add(self, profile: Profile, *, together_with: Iterable[int] = ()) -> int:
        """Put an article into a story and return the story's number.

        Args:
            profile: The article.
            together_with: Numbers of earlier articles with which it surely shares a story (copies of one text).
        """
        number = len(self.profiles)
        rare = rare_terms(profile)
        links = self._link(profile, rare)
        self.profiles.append(profile)
        self.story_of.append(number)
        self.members[number] = [number]
        sums = self._sums[number] = {}
        for other, like in links:
            self._link_ends.extend((number, other))
            self._link_likeness.append(like)
            story = self.story_of[other]
            sums[story] = sums.get(story, 0.0) + like
            self._sums[story][number] = self._sums[story].get(number, 0.0) + like
        self._candidates.add(profile, rare)
        if profile.vector is not None:
            self._meanings.add(number, profile.vector)
        if self._horizon is not None and number % _FORGET_EVERY == 0:
            self._forget(profile, self._horizon)
        story = number
        for other in together_with:
            self._tied.append((number, other))
            story = self._merge(story, self.story_of[other])
        while True:
            best, other = self._nearest(story)
            if best < THRESHOLD:
                return story
            story = self._merge(story, other)

    def settle(self) -> None:
        """Join all articles anew, the likest first; linear in the number of links but for the heap."""
        before = list(self.story_of)
        count = len(self.profiles)
        self.story_of = list(range(count))
        self.members = {number: [number] for number in range(count)}
        self._sums = {number: {} for number in range(count)}
        for (first, second), like in self._of_one_text(self._drawn_likeness()).items():
            self._sums[first][second] = self._sums[second][first] = like
        for first, second in self._tied:
            self._merge(self.story_of[first], self.story_of[second])
        heap = [
            (-like / (len(self.members[a]) * len(self.members[b])), a, b)
            for a, sums in self._sums.items()
            for b, like in sums.items()
            if a < b
        ]
        heapq.heapify(heap)
        while heap:
            negative, first, second = heapq.heappop(heap)
            if -negative < ARTICLES_THRESHOLD:
                break
            if -negative < THRESHOLD and not (self._full(first) and self._full(second)):
                continue
            current = self._mean(first, second)
            if current is None or abs(current + negative) > 1e-9:
                continue
            story = self._merge(first, second)
            for other in self._sums[story]:
                mean = self._mean(story, other)
                if mean is not None and mean >= ARTICLES_THRESHOLD:
                    heapq.heappush(heap, (-mean, min(story, other), max(story, other)))
        self._explain(before)
        self._join_wholes()

    def _of_one_text(self, likeness: Sequence[float]) -> dict[tuple[int, int], float]:
        """Return the likeness of every two articles; copies of one text are as like others as the likest of them."""
        pairs = zip(self._link_ends[::2], self._link_ends[1::2], strict=True)
        found = {(min(a, b), max(a, b)): like for (a, b), like in zip(pairs, likeness, strict=True)}
        text = {number: number for pair in self._tied for number in pair}
        for first, second in sorted((min(pair), max(pair)) for pair in self._tied):
            text[second] = text[first]
        copies: dict[int, list[int]] = defaultdict(list)
        for number, original in text.items():
            copies[original].append(number)
        best: dict[tuple[int, int], float] = {}
        for (a, b), like in found.items():
            one, other = text.get(a, a), text.get(b, b)
            if one != other and (a in text or b in text):
                pair = min(one, other), max(one, other)
                best[pair] = max(like, best.get(pair, 0.0))
        for (one, other), like in best.items():
            for a in copies.get(one, [one]):
                for b in copies.get(other, [other]):
                    found[min(a, b), max(a, b)] = like
        return found

    def _join_wholes(self) -> None:
        """Join stories of whole articles that are one when all their articles are taken together."""
        full = {story for story in self.members if self._full(story)}
        pairs = [
            (-mean, first, second)
            for first in full
            for second in self._sums[first]
            if first < second and second in full and (mean := self._mean(first, second) or 0.0) >= HINT
        ]
        for _, first, second in sorted(pairs):
            if first not in self.members or second not in self.members:
                continue
            one, other = ([self.profiles[member] for member in sorted(self.members[s])] for s in (first, second))
            if alike(one, other, self._comparer):
                told = [*self.history.pop(first, ()), *self.history.pop(second, ())]
                story = self._merge(first, second)
                self.members[story].sort()
                self.history[story] = [*dict.fromkeys(told), "parts joined by what they name together"]

    def _full(self, story: int) -> bool:
        """Tell whether a story is one of whole articles."""
        return all(self.profiles[member].size >= HEADLINE_WORDS for member in self.members.get(story, ()))

    def _drawn_likeness(self) -> list[float]:
        """Return the likeness of every link, of two headlines with vectors drawn towards those of their neighbours."""
        vectors = drawn(
            [profile.vector if profile.size < HEADLINE_WORDS else None for profile in self.profiles],
            self._link_ends,
            self._link_likeness,
        )
        profiles = [
            None if vector is None else replace(profile, vector=vector)
            for profile, vector in zip(self.profiles, vectors, strict=True)
        ]
        found: list[float] = []
        ends = zip(self._link_ends[::2], self._link_ends[1::2], self._link_likeness, strict=True)
        for number, links in groupby(ends, key=lambda link: link[0]):
            one = profiles[number]
            likes = {other: like for _, other, like in links}
            if one is not None:
                others = [(other, two) for other in likes if (two := profiles[other]) is not None]
                again = DRAWN * self._comparer.likeness(one, [two for _, two in others]).total
                likes.update(zip((other for other, _ in others), again.tolist(), strict=True))
            found.extend(likes.values())
        return found

    def _link(self, profile: Profile, rare: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
        """Return the articles that are like a new one, the likest first."""
        near = set(self._candidates.find(profile, rare, oldest=self._oldest))
        if profile.vector is not None:
            nearest = self._meanings.nearest(profile.vector, most=COMPARED_MEANINGS, least=STRANGERS)
            near.update(number for number in nearest if number >= self._oldest)
        if not near:
            return []
        numbers = np.array(sorted(near))
        likeness = self._comparer.likeness(profile, [self.profiles[number] for number in numbers]).total
        order = np.argsort(-likeness, kind="stable")[:LINKS]
        order = order[likeness[order] >= LINK]
        return list(zip(numbers[order].tolist(), likeness[order].tolist(), strict=True))

    def _forget(self, latest: Profile, horizon: int) -> None:
        """Let go of articles that are older than the horizon, in order of arrival."""
        if latest.days is None:
            return
        while self._oldest < len(self.profiles) - 1:
            days = self.profiles[self._oldest].days
            if days is not None and days[1] >= latest.days[0] - horizon:
                break
            number = self._oldest
            self.profiles[number] = replace(
                self.profiles[number], terms=_NO_TERMS, weights=_NO_WEIGHTS, ends=(0, 0, 0, 0), vector=None
            )
            story = self.story_of[number]
            if max(self.members[story]) == number:
                for other in self._sums[story]:
                    del self._sums[other][story]
                self._sums[story] = {}
            self._oldest += 1
        if self._oldest:
            self._candidates.forget(self._oldest)

    def _mean(self, first: int, second: int) -> float | None:
        if first not in self.members or second not in self.members:
            return None
        total = self._sums[first].get(second)
        return None if total is None else total / (len(self.members[first]) * len(self.members[second]))

    def _nearest(self, story: int) -> tuple[float, int]:
        size = len(self.members[story])
        best, other = 0.0, -1
        for candidate, total in self._sums[story].items():
            mean = total / (size * len(self.members[candidate]))
            if mean > best or (mean == best and candidate < other):
                best, other = mean, candidate
        return best, other

    def _merge(self, first: int, second: int) -> int:
        if first == second:
            return first
        keep, gone = min(first, second), max(first, second)
        for other, total in self._sums.pop(gone).items():
            del self._sums[other][gone]
            if other != keep:
                self._sums[keep][other] = self._sums[keep].get(other, 0.0) + total
                self._sums[other][keep] = self._sums[keep][other]
        moved = self.members.pop(gone)
        self.members[keep].extend(moved)
        for number in moved:
            self.story_of[number] = keep
        return keep

    def _explain(self, before: Sequence[int]) -> None:
        """Note where the settled stories differ from those that arrival made."""
        now: dict[int, set[int]] = defaultdict(set)
        then: dict[int, set[int]] = defaultdict(set)
        for old, new in zip(before, self.story_of, strict=True):
            now[new].add(old)
            then[old].add(new)
        for new, olds in now.items():
            self.members[new].sort()
            if len(olds) > 1:
                self.history[new].append(f"merged from {len(olds)} once all articles were known")
            if any(len(then[old]) > 1 for old in olds):
                self.history[new].append("split from another once all articles were known")
