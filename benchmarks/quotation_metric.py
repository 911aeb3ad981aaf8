"""The quotation corpus's own metrics, as its ``METRIC.md`` puts them in words (Petersen-Frey & Biemann 2024).

System and gold quotations of an article are paired one to one so that the summed pair score is greatest; every part of
every pair then counts once in a macro mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

PARTS = ("quote", "speaker", "cue", "frame", "addressee")
ROLE_PARTS = PARTS[1:]
TYPE_BONUS = 0.01
MEDIUM_BONUS = 0.001


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of an article; every part is a set of token indices.

    Attributes:
        parts: ``quote``, ``speaker``, ``cue``, ``frame``, ``addressee``; a missing part is empty.
        type: Label of its type, or None.
        medium: Label of its medium, or None.
    """

    parts: Mapping[str, frozenset[int]]
    type: str | None = None
    medium: str | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Ratios:
    """Values of the macro means of one part."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)

    def add(self, system: frozenset[int], gold: frozenset[int]) -> None:
        """Count one part of one pair."""
        both = len(system & gold)
        if system:
            self.precision.append(both / len(system))
        if gold:
            self.recall.append(both / len(gold))


def mean(values: Sequence[float]) -> float:
    """Return the mean, 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def overlap_f1(system: frozenset[int], gold: frozenset[int]) -> float:
    """Return the F1 of two token sets."""
    total = len(system) + len(gold)
    return 2 * len(system & gold) / total if total else 0.0


def pair_score(system: Quotation, gold: Quotation) -> float:
    """Return what the assignment maximises."""
    score = overlap_f1(system.parts.get("quote", frozenset()), gold.parts.get("quote", frozenset()))
    if score > 0:
        score += TYPE_BONUS * (system.type == gold.type) + MEDIUM_BONUS * (system.medium == gold.medium)
    return score


def assign(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs ``(row, column)`` of the assignment with the greatest sum (Hungarian method, Kuhn 1955).

    The shorter side is assigned completely. O(n² m) for n rows and m columns, n ≤ m.
    """
    if not gains or not gains[0]:
        return []
    if len(gains) > len(gains[0]):
        turned = [[row[column] for row in gains] for column in range(len(gains[0]))]
        return sorted((row, column) for column, row in assign(turned))
    rows, columns = len(gains), len(gains[0])
    infinity = float("inf")
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    match, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        match[0] = row
        column = 0
        least, used = [infinity] * (columns + 1), [False] * (columns + 1)
        while True:
            used[column] = True
            source, delta, following = match[column], infinity, 0
            for other in range(1, columns + 1):
                if used[other]:
                    continue
                cost = -gains[source - 1][other - 1] - row_price[source] - column_price[other]
                if cost < least[other]:
                    least[other], way[other] = cost, column
                if least[other] < delta:
                    delta, following = least[other], other
            for other in range(columns + 1):
                if used[other]:
                    row_price[match[other]] += delta
                    column_price[other] -= delta
                else:
                    least[other] -= delta
            column = following
            if match[column] == 0:
                break
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sorted((match[column] - 1, column - 1) for column in range(1, columns + 1) if match[column])


def pairs(system: Sequence[Quotation], gold: Sequence[Quotation]) -> list[tuple[Quotation | None, Quotation | None]]:
    """Pair the quotations of one article; what is left over stands alone."""
    chosen = assign([[pair_score(left, right) for right in gold] for left in system])
    result: list[tuple[Quotation | None, Quotation | None]] = [(system[row], gold[column]) for row, column in chosen]
    rows, columns = {row for row, _ in chosen}, {column for _, column in chosen}
    result += [(left, None) for index, left in enumerate(system) if index not in rows]
    result += [(None, right) for index, right in enumerate(gold) if index not in columns]
    return result


def label_score(labels: Sequence[tuple[str | None, str | None]]) -> Score:
    """Return micro precision and recall of pairs ``(system, gold)`` of labels, None where a side has none."""
    right = sum(left is not None and left == gold for left, gold in labels)
    given = sum(left is not None for left, _ in labels)
    wanted = sum(gold is not None for _, gold in labels)
    return Score(right / given if given else 0.0, right / wanted if wanted else 0.0)


def evaluate(system: Sequence[Sequence[Quotation]], gold: Sequence[Sequence[Quotation]]) -> dict[str, Score]:
    """Score a corpus.

    Args:
        system: The system's quotations, one sequence an article.
        gold: The gold's, in the same order.

    Returns:
        Scores of ``quote``, ``roles``, ``joint``, ``type``, ``medium``, of every role part, and of every gold type as
        ``type:NAME``.
    """
    parts = {part: Ratios() for part in PARTS}
    types: list[tuple[str | None, str | None]] = []
    media: list[tuple[str | None, str | None]] = []
    for left, right in zip(system, gold, strict=True):
        for given, wanted in pairs(left, right):
            for part in PARTS:
                parts[part].add(_part(given, part), _part(wanted, part))
            types.append((given.type if given else None, wanted.type if wanted else None))
            media.append((given.medium if given else None, wanted.medium if wanted else None))
    scores = {part: Score(mean(ratios.precision), mean(ratios.recall)) for part, ratios in parts.items()}
    for name, group in (("roles", ROLE_PARTS), ("joint", PARTS)):
        scores[name] = Score(
            mean([value for part in group for value in parts[part].precision]),
            mean([value for part in group for value in parts[part].recall]),
        )
    scores["type"], scores["medium"] = label_score(types), label_score(media)
    for name in sorted({wanted for _, wanted in types if wanted}):
        of_name = [(given if given == name else None, wanted if wanted == name else None) for given, wanted in types]
        scores[f"type:{name}"] = label_score([pair for pair in of_name if pair != (None, None)])
    return scores


def _part(quotation: Quotation | None, part: str) -> frozenset[int]:
    return quotation.parts.get(part, frozenset()) if quotation else frozenset()
