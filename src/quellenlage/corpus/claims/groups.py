"""Groups of assertions that say the same thing: joined from the likeliest pair down, each join checked against chains.

Two groups are joined only where the members of the smaller one, each by its likeliest partner in the other, are likely
enough in the mean, and where all pairs between the groups are not too unlikely in the mean either. So a chain (a like
b, b like c, a unlike c) does not glue different claims. A pair that was no candidate counts as unlikely.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.figures import comparable
from quellenlage.corpus.claims.pairs import Pair

JOIN: Final = 0.2
"""Mean probability of the best partners from which two groups are one claim (0.14 to 0.3 tried on the cases)."""

JOIN_EXCLUDING: Final = 0.26
"""The same where their numbers exclude each other, since joining them makes a dispute."""

COHERENT: Final = 0.18
"""Mean probability of all pairs that two groups must reach (0.15 to 0.25 tried)."""

JOIN_BESIDE: Final = 0.4
COHERENT_BESIDE: Final = 0.2
"""Both where the groups have an article in common, which mostly tells one thing once (0.2 to 0.5 tried)."""

OTHER_SIDE: Final = 0.5
"""Probability of two figures that exclude each other from which they are two sides of one matter, not two matters."""

COHERENT_SIDES: Final = 0.15
"""Mean probability of all pairs that such groups must reach."""

_UNSEEN: Final = 0.05
"""Probability of a pair that was no candidate (0.01 to 0.06 tried)."""


def groups(found: Sequence[Assertion], pairs: Sequence[Pair]) -> list[list[int]]:
    """Return the groups as sorted lists of indices, each assertion in exactly one.

    Args:
        found: The assertions of a story; those of equal words in one language are one group from the start.
        pairs: Scored candidate pairs over their indices.
    """
    first: dict[tuple[str, str], int] = {}
    same: dict[int, list[int]] = {}
    for number, assertion in enumerate(found):
        same.setdefault(first.setdefault((assertion.print, assertion.language), number), []).append(number)
    root_of = {number: root for root, numbers in same.items() for number in numbers}
    likely: dict[tuple[int, int], float] = {}
    for pair in pairs:
        a, b = sorted((root_of[pair.first], root_of[pair.second]))
        if a != b:
            likely[a, b] = max(pair.probability, likely.get((a, b), 0.0))
    owner = {root: root for root in same}
    members = {root: [root] for root in same}
    for probability, a, b in sorted(((p, a, b) for (a, b), p in likely.items()), key=lambda e: (-e[0], e[1], e[2])):
        if probability < JOIN:
            break
        x, y = owner[a], owner[b]
        if x == y or not _fit(members[x], members[y], likely, found):
            continue
        if len(members[x]) < len(members[y]):
            x, y = y, x
        for root in members[y]:
            owner[root] = x
        members[x] += members.pop(y)
    return sorted(sorted(number for root in group for number in same[root]) for group in members.values())


def _excluding(left: Sequence[int], right: Sequence[int], found: Sequence[Assertion]) -> bool:
    """Tell whether the groups give numbers of one kind and no two of them meet."""
    pairs = [(x, y) for a in left for b in right for x in found[a].quantities for y in found[b].quantities]
    kindred = [(x, y) for x, y in pairs if comparable(x, y)]
    return bool(kindred) and not any(x.meets(y) for x, y in kindred)


def _fit(
    left: Sequence[int], right: Sequence[int], likely: dict[tuple[int, int], float], found: Sequence[Assertion]
) -> bool:
    """Tell whether two groups say the same thing."""
    if len(left) > len(right):
        left, right = right, left
    table = [[likely.get((min(a, b), max(a, b)), _UNSEEN) for b in right] for a in left]
    best = sum(max(row) for row in table) / len(left)
    mean = sum(map(sum, table)) / (len(left) * len(right))
    excluding = _excluding(left, right, found)
    beside = not {found[a].article for a in left}.isdisjoint(found[b].article for b in right)
    if excluding and max(map(max, table)) >= OTHER_SIDE:
        return best >= JOIN_EXCLUDING and mean >= COHERENT_SIDES
    if beside:
        return best >= JOIN_BESIDE and mean >= COHERENT_BESIDE
    return best >= (JOIN_EXCLUDING if excluding else JOIN) and mean >= COHERENT
