"""Stories: articles about the same happening, clustered one at a time, with merges and splits explained."""

from __future__ import annotations

import heapq
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quellenlage import edtf
from quellenlage.corpus.encoder import encoder
from quellenlage.corpus.neighbours import DRAWN, Meanings, drawn
from quellenlage.corpus.profiles import (
    STRANGERS,
    Likeness,
    Profile,
    Profiler,
    Vector,
    entity_counts,
    gist,
    likeness,
    raw_features,
    telling,
)
from quellenlage.corpus.records import Copy, Names, Story
from quellenlage.layers.annotations import Annotations

THRESHOLD = 0.14
"""Mean likeness of the articles of two stories from which they are one."""

LINK = 0.02
"""Likeness below this is taken for none."""

LINKS = 250
"""Links kept for one article, the strongest."""

COMPARED = 40
"""Articles that one is compared with, those that share most rare keys."""

COMPARED_HEADLINES = 250
"""The same for headlines, whose few keys tell less."""

HEADLINE_WORDS = 60
"""Words below which an article is a headline with little more."""

COMPARED_MEANINGS = 60
"""Articles that one is compared with besides, those with the nearest sentence vectors."""

POSTINGS = 120
"""Articles that are looked at for one key, the latest: a key that more hold tells little."""

POSTINGS_HEADLINES = 300
"""The same for headlines."""


_FORGET_EVERY = 1_000

VECTOR_ARTICLES = 2_000
"""Articles up to which sentence vectors are made without being asked for: half a minute on one core."""

SHOWN = 12
"""Members from which label and reason are taken."""


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
        self._link_ends: array[int] = array("L")
        self._link_likeness: array[float] = array("d")
        self._tied: list[tuple[int, int]] = []
        self._sums: dict[int, dict[int, float]] = {}
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._meanings = Meanings()

    def add(self, profile: Profile, *, together_with: Iterable[int] = ()) -> int:
        """Put an article into a story and return the story's number.

        Args:
            profile: The article.
            together_with: Numbers of earlier articles with which it surely shares a story (copies of one text).
        """
        number = len(self.profiles)
        links = self._link(profile)
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
        for key in _rare_keys(profile):
            posted = self._postings[key]
            posted.append(number)
            if len(posted) > 2 * POSTINGS_HEADLINES:
                del posted[:-POSTINGS_HEADLINES]
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
        ends = self._link_ends
        for first, second, like in zip(ends[::2], ends[1::2], self._drawn_likeness(), strict=True):
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
            if -negative < THRESHOLD:
                break
            current = self._mean(first, second)
            if current is None or abs(current + negative) > 1e-9:
                continue
            story = self._merge(first, second)
            for other in self._sums[story]:
                mean = self._mean(story, other)
                if mean is not None and mean >= THRESHOLD:
                    heapq.heappush(heap, (-mean, min(story, other), max(story, other)))
        self._explain(before)

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
        ends = self._link_ends
        for first, second, like in zip(ends[::2], ends[1::2], self._link_likeness, strict=True):
            one, two = profiles[first], profiles[second]
            found.append(like if one is None or two is None else DRAWN * likeness(one, two).total)
        return found

    def _link(self, profile: Profile) -> list[tuple[int, float]]:
        counts: dict[int, float] = defaultdict(float)
        article = profile.size >= HEADLINE_WORDS
        latest, most = (POSTINGS, COMPARED) if article else (POSTINGS_HEADLINES, COMPARED_HEADLINES)
        for key, weight in _rare_keys(profile).items():
            for number in self._postings.get(key, ())[-latest:]:
                counts[number] += weight
        if self._oldest:
            counts = {number: weight for number, weight in counts.items() if number >= self._oldest}
        near = {n for _, n in heapq.nsmallest(most, ((-weight, number) for number, weight in counts.items()))}
        if profile.vector is not None:
            nearest = self._meanings.nearest(profile.vector, most=COMPARED_MEANINGS, least=STRANGERS)
            near.update(number for number in nearest if number >= self._oldest)
        links = [(number, likeness(profile, self.profiles[number]).total) for number in sorted(near)]
        return sorted(((n, like) for n, like in links if like >= LINK), key=lambda link: (-link[1], link[0]))[:LINKS]

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
                self.profiles[number], words={}, names={}, entities={}, numbers={}, vector=None
            )
            story = self.story_of[number]
            if max(self.members[story]) == number:
                for other in self._sums[story]:
                    del self._sums[other][story]
                self._sums[story] = {}
            self._oldest += 1
        if self._oldest:
            stale = [key for key, posted in self._postings.items() if posted[-1] < self._oldest]
            for key in stale:
                del self._postings[key]

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


def _rare_keys(profile: Profile) -> dict[str, float]:
    """The keys by which stories are found: the heaviest words, names, entities and numbers."""
    keys: dict[str, float] = {}
    for channel, vector, kept in (
        ("w", profile.words, 14),
        ("n", profile.names, 8),
        ("e", profile.entities, 8),
        ("#", profile.numbers, 8),
    ):
        for key, weight in sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:kept]:
            keys[f"{channel}:{key}"] = weight
    return keys


def cluster(
    annotated: Sequence[Annotations], names: Names, copies: Sequence[Copy], *, vectors: bool | None = None
) -> tuple[Story, ...]:
    """Cluster articles into stories; every article is in exactly one.

    Args:
        annotated: The articles in any order; the result does not depend on it.
        names: Their entities.
        copies: Their copies, which belong together.
        vectors: Whether to compare sentence vectors too; by default where there are at most ``VECTOR_ARTICLES``.

    Returns:
        The stories by date of their first article.
    """
    ordered = sorted(annotated, key=lambda a: (edtf.sort_key(a.document.published), a.document.path, a.document.key))
    raws = [raw_features(a) for a in ordered]
    weights = telling(names)
    entities = [entity_counts(a, names, weights) for a in ordered]
    profiler = Profiler(names)
    for raw, counts in zip(raws, entities, strict=True):
        profiler.see(raw, counts)
    number = {a.document.key: place for place, a in enumerate(ordered)}
    tied: dict[int, list[int]] = defaultdict(list)
    for copy in copies:
        if copy.article in number and copy.source in number:
            first, second = sorted((number[copy.article], number[copy.source]))
            tied[second].append(first)
    clusterer = StoryClusterer()
    made: Sequence[Vector | None] = [None] * len(ordered)
    if vectors if vectors is not None else 1 < len(ordered) <= VECTOR_ARTICLES:
        languages = [annotations.document.language.partition("-")[0] for annotations in ordered]
        made = list(encoder().encode([gist(annotations) for annotations in ordered], languages))
    for place, (annotations, raw, counts, vector) in enumerate(zip(ordered, raws, entities, made, strict=True)):
        clusterer.add(profiler.profile(annotations, raw, counts, vector), together_with=tied[place])
    clusterer.settle()
    found = sorted(clusterer.members, key=lambda story: min(clusterer.members[story]))
    return tuple(_story(index, one, ordered, clusterer, names) for index, one in enumerate(found, start=1))


def _story(index: int, story: int, ordered: Sequence[Annotations], clusterer: StoryClusterer, names: Names) -> Story:
    members = sorted(clusterer.members[story])
    shown = members[:SHOWN]
    profiles = clusterer.profiles
    spoken = Counter(profiles[one].language for one in shown)
    usual = max(spoken, key=lambda language: (spoken[language], language))
    central = max(
        (one for one in shown if profiles[one].language == usual),
        key=lambda one: (sum(likeness(profiles[one], profiles[other]).total for other in shown if other != one), -one),
    )
    title = ordered[central].document.title
    label = title or ordered[central].document.text.partition("\n")[0][:120]
    keys = tuple(ordered[member].document.key for member in members)
    return Story(f"s{index}", label, keys, _reason(shown, profiles, names, clusterer.history[story]))


def _reason(shown: Sequence[int], profiles: Sequence[Profile], names: Names, history: Sequence[str]) -> str:
    if len(shown) < 2:
        return "; ".join(("no other article is alike", *history))
    entity = {e.id: e.name for e in names.entities}
    held = _held([profiles[one].entities for one in shown])
    words = _held([profiles[one].words for one in shown])
    numbers = _held([profiles[one].numbers for one in shown])
    pairs = [likeness(profiles[a], profiles[b]) for i, a in enumerate(shown) for b in shown[:i]]
    best: Likeness = max(pairs, key=lambda pair: pair.total)
    parts = [
        f"likeness up to {best.total:.2f}",
        "names: " + ", ".join(entity.get(id_, id_) for id_ in held[:5]) if held else "",
        "words: " + ", ".join(f"{word}…" for word in words[:5]) if words else "",
        "figures: " + ", ".join(numbers[:4]) if numbers else "",
        *history,
    ]
    return "; ".join(part for part in parts if part)


def _held(vectors: Sequence[Mapping[str, float]]) -> list[str]:
    """Keys that at least two articles hold, the heaviest first."""
    total: dict[str, float] = defaultdict(float)
    count: dict[str, int] = defaultdict(int)
    for vector in vectors:
        for key, weight in vector.items():
            total[key] += weight
            count[key] += 1
    return sorted((key for key in total if count[key] > 1), key=lambda key: (-total[key], key))
