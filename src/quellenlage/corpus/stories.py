"""Stories: articles about the same happening, clustered one at a time, with merges and splits explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quellenlage import edtf
from quellenlage.corpus.profiles import Likeness, Profile, Profiler, entity_counts, likeness, raw_features
from quellenlage.corpus.records import Copy, Names, Story
from quellenlage.layers.annotations import Annotations

THRESHOLD = 0.19
"""Likeness of an article to the nearest members of a story from which it belongs there."""

MERGE_THRESHOLD = 0.21
"""The same for two stories that one article brings together: a little more, since a merge joins many pairs at once."""

NEAREST = 3
"""Members that an article's likeness to a story is the mean of."""

COMPARED = 12
"""Members of a story that an article is compared with: the first and the latest."""

CANDIDATES = 12
"""Stories that an article is compared with, by shared rare keys."""

COMMON_POSTINGS = 400
"""A key that so many stories hold tells none of them apart."""


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    history: list[str] = field(default_factory=list)


class StoryClusterer:
    """Puts articles into stories one at a time; the cost of an article does not depend on how many came before."""

    def __init__(self) -> None:
        self.profiles: list[Profile] = []
        self.clusters: dict[int, _Cluster] = {}
        self.cluster_of: list[int] = []
        self._postings: dict[str, list[int]] = defaultdict(list)

    def add(self, profile: Profile, *, together_with: Iterable[int] = ()) -> int:
        """Put an article into a story and return its number.

        Args:
            profile: The article.
            together_with: Numbers of earlier articles with which it surely shares a story (copies of one text).
        """
        number = len(self.profiles)
        self.profiles.append(profile)
        scored = sorted(
            ((score, cluster) for cluster in self._candidates(profile) if (score := self._score(profile, cluster)) > 0),
            key=lambda pair: (-pair[0], pair[1]),
        )
        sure = sorted({self.cluster_of[other] for other in together_with})
        if sure:
            target = sure[0]
        elif scored and scored[0][0] >= THRESHOLD:
            target = scored[0][1]
        else:
            target = number
            self.clusters[target] = _Cluster([])
        self.clusters[target].members.append(number)
        self.cluster_of.append(target)
        for key in _rare_keys(profile):
            self._postings[key].append(number)
        near = [cluster for score, cluster in scored[:3] if score >= THRESHOLD and cluster != target]
        for other in dict.fromkeys((*sure[1:], *near)):
            target = self._maybe_merge(target, other, sure=other in sure)
        return target

    def _candidates(self, profile: Profile) -> list[int]:
        counts: dict[int, float] = defaultdict(float)
        for key, weight in _rare_keys(profile).items():
            posted = self._postings.get(key, ())
            for number in posted[-COMMON_POSTINGS:]:
                counts[self.cluster_of[number]] += weight
        return [c for c, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]]

    def _score(self, profile: Profile, cluster: int) -> float:
        scores = sorted(
            (likeness(profile, self.profiles[member]).total for member in self._shown(cluster)), reverse=True
        )
        return sum(scores[:NEAREST]) / len(scores[:NEAREST])

    def _shown(self, cluster: int) -> list[int]:
        members = self.clusters[cluster].members
        if len(members) <= COMPARED:
            return members
        return members[: COMPARED // 3] + members[-(COMPARED - COMPARED // 3) :]

    def _maybe_merge(self, first: int, second: int, *, sure: bool) -> int:
        if first == second or first not in self.clusters or second not in self.clusters:
            return first
        pairs = [
            likeness(self.profiles[one], self.profiles[other]).total
            for one in self._shown(first)
            for other in self._shown(second)
        ]
        mean = sum(pairs) / len(pairs)
        if not sure and mean < MERGE_THRESHOLD:
            return first
        keep, drop = min(first, second), max(first, second)
        gone = self.clusters.pop(drop)
        kept = self.clusters[keep]
        kept.members = sorted(kept.members + gone.members)
        kept.history += [*gone.history, "merged: copies of one text" if sure else f"merged at likeness {mean:.2f}"]
        for member in gone.members:
            self.cluster_of[member] = keep
        return keep

    def settle(self) -> None:
        """Look at every article again, now that its story is complete: one that fits another much better moves."""
        for number, profile in enumerate(self.profiles):
            home = self.cluster_of[number]
            members = self.clusters[home].members
            if len(members) < 2:
                continue
            members.remove(number)
            here = self._score(profile, home)
            scored = [(self._score(profile, c), -c) for c in self._candidates(profile) if c != home]
            best, place = max(scored, default=(0.0, 0))
            if here < THRESHOLD / 2 and best < THRESHOLD:
                self.clusters[number if number not in self.clusters else -number - 1] = _Cluster(
                    [number], [f"split from a story that it resembled by {here:.2f}"]
                )
                self.cluster_of[number] = (
                    number if self.clusters.get(number, _Cluster([])).members == [number] else -number - 1
                )
            elif best > here and best >= THRESHOLD and best > 1.15 * here:
                self.clusters[-place].members = sorted([*self.clusters[-place].members, number])
                self.clusters[-place].history.append(f"took over one article: {best:.2f} here, {here:.2f} before")
                self.cluster_of[number] = -place
            else:
                self.clusters[home].members = sorted([*members, number])


def _rare_keys(profile: Profile) -> dict[str, float]:
    """The keys by which stories are found: the heaviest words, names, entities and numbers."""
    keys: dict[str, float] = {}
    for channel, vector, kept in (
        ("w", profile.words, 12),
        ("n", profile.names, 10),
        ("e", profile.entities, 10),
        ("#", profile.numbers, 8),
    ):
        for key, weight in sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:kept]:
            keys[f"{channel}:{key}"] = weight
    return keys


def cluster(annotated: Sequence[Annotations], names: Names, copies: Sequence[Copy]) -> tuple[Story, ...]:
    """Cluster articles into stories; every article is in exactly one.

    Args:
        annotated: The articles in any order; the result does not depend on it.
        names: Their entities.
        copies: Their copies, which belong together.

    Returns:
        The stories by date of their first article.
    """
    ordered = sorted(annotated, key=lambda a: (edtf.sort_key(a.document.published), a.document.path, a.document.key))
    raws = [raw_features(a) for a in ordered]
    entities = [entity_counts(a, names) for a in ordered]
    profiler = Profiler()
    for raw, counts in zip(raws, entities, strict=True):
        profiler.see(raw, counts)
    number = {a.document.key: place for place, a in enumerate(ordered)}
    tied: dict[int, list[int]] = defaultdict(list)
    for copy in copies:
        if copy.article in number and copy.source in number:
            first, second = sorted((number[copy.article], number[copy.source]))
            tied[second].append(first)
    clusterer = StoryClusterer()
    for place, (annotations, raw, counts) in enumerate(zip(ordered, raws, entities, strict=True)):
        clusterer.add(profiler.profile(annotations, raw, counts), together_with=tied[place])
    found = sorted(clusterer.clusters.values(), key=lambda c: c.members[0])
    return tuple(_story(index, one, ordered, clusterer, names) for index, one in enumerate(found, start=1))


def _story(
    index: int, found: _Cluster, ordered: Sequence[Annotations], clusterer: StoryClusterer, names: Names
) -> Story:
    members = sorted(found.members)
    shown = members[:COMPARED]
    profiles = clusterer.profiles
    central = max(
        shown,
        key=lambda one: (sum(likeness(profiles[one], profiles[other]).total for other in shown if other != one), -one),
    )
    title = ordered[central].document.title
    label = title or ordered[central].document.text.partition("\n")[0][:120]
    keys = tuple(ordered[member].document.key for member in members)
    return Story(f"s{index}", label, keys, _reason(shown, profiles, names, found.history))


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
