"""Which assertions of a story are worth comparing.

Those that share a rare word, an entity, a figure or a kind of event, and the nearest by meaning. All pairs of a story
would be too many; this list grows with the assertions, not with their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import Final

import numpy as np

from quellenlage.corpus.claims.features import MEASURES, Features
from quellenlage.corpus.claims.figures import other_side
from quellenlage.corpus.claims.senses import happenings

_NEIGHBOURS: Final = 8
"""How many nearest by meaning, and how many assertions behind a figure, are looked at."""

_NEAR: Final = 0.2
"""Cosine from which a vector neighbour is a candidate (0.16 to 0.28 tried on the cases)."""

_TELLING: Final = 20
"""Number from which one is likely to mean the same whatever it is said to count."""

_COMMON: Final = 24
"""A word that more distinct assertions of the story share finds no candidates."""

_COMMON_SENSE: Final = 12
"""The same for a sense, of which every clause tells some."""


def candidates(story: Features) -> list[tuple[int, int]]:
    """Return the pairs worth comparing, sorted; pairs of equal words are no candidates but already one."""
    first: dict[tuple[str, str], int] = {}
    for number, assertion in enumerate(story.found):
        first.setdefault((assertion.print, assertion.language), number)
    chosen = sorted(first.values())
    index: dict[str, list[int]] = defaultdict(list)
    for number in chosen:
        assertion = story.found[number]
        keys = [*assertion.terms, *(f"{s}-" for s in story.stems[number]), *assertion.entities, *assertion.rejected]
        keys += [f"{q.unit} {q.noun if q.unit == 'count' else ''} {q.value:g}" for q in assertion.quantities]
        keys += [f"{q.value:g}" for q in assertion.quantities if q.value >= _TELLING and q.unit not in MEASURES]
        keys += [f"{q.value:g}" for q in assertion.quantities if q.value >= _TELLING and q.unit == "number"]
        keys += [f"concept {concept}" for concept in assertion.concepts]
        keys += [f"sense {sense}" for sense in story.senses[number] if sense in happenings()]
        for key in keys:
            index[key].append(number)
    out: set[tuple[int, int]] = set()
    for key, members in index.items():
        if len(members) <= (_COMMON_SENSE if key.startswith("sense ") else _COMMON):
            out.update(combinations(members, 2))
    out.update(_near(story, chosen))
    out.update(neighbours(story, chosen))
    return sorted(out)


def neighbours(story: Features, chosen: Sequence[int]) -> set[tuple[int, int]]:
    """Return each figure with the other side's figure in the sentences behind it."""
    out: set[tuple[int, int]] = set()
    for place, number in enumerate(chosen):
        a = story.found[number]
        for other in chosen[place + 1 : place + 1 + _NEIGHBOURS] if a.quantities else ():
            if other_side(a, story.found[other]):
                out.add((number, other))
    return out


def _near(story: Features, chosen: list[int]) -> set[tuple[int, int]]:
    """Return each assertion with the nearest ones by meaning, in blocks so that memory stays small."""
    out: set[tuple[int, int]] = set()
    matrix = story.vectors[chosen]
    for begin in range(0, len(chosen), 512):
        close = matrix[begin : begin + 512] @ matrix.T
        width = min(_NEIGHBOURS + 1, close.shape[1])
        best = np.argpartition(-close, width - 1, axis=1)[:, :width]
        for row, columns in enumerate(best):
            for column in columns:
                if column != begin + row and close[row, column] >= _NEAR:
                    a, b = chosen[begin + row], chosen[int(column)]
                    out.add((min(a, b), max(a, b)))
    return out
