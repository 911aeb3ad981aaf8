"""Stories: articles about the same happening, each with a label and the reason why they are together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quellenlage import edtf
from quellenlage.corpus.clusters import StoryClusterer
from quellenlage.corpus.encoder import encoder
from quellenlage.corpus.likeness import Comparer
from quellenlage.corpus.profiles import Profiler, Vector, entity_counts, gist, raw_features, telling
from quellenlage.corpus.records import Copy, Names, Story
from quellenlage.layers.annotations import Annotations

VECTOR_ARTICLES = 2_000
"""Articles up to which sentence vectors are made without being asked for: half a minute on one core."""

SHOWN = 12
"""Members from which label and reason are taken."""


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
    seen = [profiler.see(raw, counts) for raw, counts in zip(raws, entities, strict=True)]
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
    for place, (annotations, one, vector) in enumerate(zip(ordered, seen, made, strict=True)):
        profile = profiler.profile(annotations, one, vector)
        if profile.days is None:  # a copy is of the days of its source
            dated = (clusterer.profiles[other].days for other in tied[place])
            profile = replace(profile, days=next((known for known in dated if known), None))
        clusterer.add(profile, together_with=tied[place])
    clusterer.settle()
    found = sorted(clusterer.members, key=lambda story: min(clusterer.members[story]))
    teller = _Teller(ordered, clusterer, profiler, names)
    return tuple(teller.story(index, story) for index, story in enumerate(found, start=1))


class _Teller:
    """Gives stories their labels and reasons."""

    def __init__(
        self, ordered: Sequence[Annotations], clusterer: StoryClusterer, profiler: Profiler, names: Names
    ) -> None:
        self._ordered, self._clusterer, self._profiler = ordered, clusterer, profiler
        self._names = {entity.id: entity.name for entity in names.entities}
        self._comparer = Comparer()

    def story(self, index: int, number: int) -> Story:
        """Return a story of the clusterer with the given place in the list."""
        members = sorted(self._clusterer.members[number])
        likeness = self._likeness(members[:SHOWN])
        document = self._ordered[self._central(members[:SHOWN], likeness)].document
        label = document.title or document.text.partition("\n")[0][:120]
        keys = tuple(self._ordered[member].document.key for member in members)
        return Story(f"s{index}", label, keys, self._reason(members[:SHOWN], likeness, number))

    def _likeness(self, shown: Sequence[int]) -> dict[tuple[int, int], float]:
        profiles = [self._clusterer.profiles[one] for one in shown]
        found: dict[tuple[int, int], float] = {}
        for place, one in enumerate(shown):
            total = self._comparer.likeness(profiles[place], profiles[:place]).total.tolist()
            for other, like in zip(shown[:place], total, strict=True):
                found[one, other] = found[other, one] = like
        return found

    def _central(self, shown: Sequence[int], likeness: Mapping[tuple[int, int], float]) -> int:
        """Choose the article of the story's usual language that is most like the others."""
        spoken = Counter(self._clusterer.profiles[one].language for one in shown)
        usual = max(spoken, key=lambda language: (spoken[language], language))
        return max(
            (one for one in shown if self._clusterer.profiles[one].language == usual),
            key=lambda one: (sum(likeness[one, other] for other in shown if other != one), -one),
        )

    def _reason(self, shown: Sequence[int], likeness: Mapping[tuple[int, int], float], number: int) -> str:
        history = self._clusterer.history[number]
        if len(shown) < 2:
            return "; ".join(("no other article is alike", *history))
        entities, words, numbers = (self._held(shown, channel) for channel in ("entities", "words", "numbers"))
        parts = [
            f"likeness up to {max(likeness.values()):.2f}",
            "names: " + ", ".join(self._names.get(id_, id_) for id_ in entities[:5]) if entities else "",
            "words: " + ", ".join(f"{word}…" for word in words[:5]) if words else "",
            "figures: " + ", ".join(numbers[:4]) if numbers else "",
            *history,
        ]
        return "; ".join(part for part in parts if part)

    def _held(self, shown: Sequence[int], channel: str) -> list[str]:
        """Keys that at least two articles hold, the heaviest first."""
        total: dict[str, float] = defaultdict(float)
        count: dict[str, int] = defaultdict(int)
        for one in shown:
            for key, weight in self._profiler.weights(self._clusterer.profiles[one], channel).items():
                total[key] += weight
                count[key] += 1
        return sorted((key for key in total if count[key] > 1), key=lambda key: (-total[key], key))
