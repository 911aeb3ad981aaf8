"""Groups of assertions that say the same thing: joined from the likeliest pair down, by the mean over all their pairs.

Two groups are joined only where the mean probability of all pairs between them is high enough, so that a chain
(a like b, b like c, a unlike c) does not glue different claims. A pair that was no candidate counts as unlikely.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.pairs import Pair

JOIN: Final = 0.42
"""Mean probability from which two groups are one claim (best F1 over the cases, each held out in turn, 0.35 to 0.5)."""

_UNSEEN: Final = 0.05
"""Probability of a pair that was no candidate."""


def groups(found: Sequence[Assertion], pairs: Sequence[Pair]) -> list[list[int]]:
    """Return the groups as sorted lists of indices, each assertion in exactly one.

    Args:
        found: The assertions of a story.
        pairs: Scored candidate pairs over their indices.
    """
    of: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    first: dict[tuple[str, str], int] = {}
    for number, assertion in enumerate(found):
        root = first.setdefault((assertion.print, assertion.language), number)
        of[number] = root
        members.setdefault(root, []).append(number)
    likely: dict[tuple[int, int], float] = {(of[p.first], of[p.second]): p.probability for p in pairs}
    # links between groups: sum of probabilities over their pairs of distinct wordings
    links: dict[int, dict[int, float]] = {root: {} for root in members}
    size = dict.fromkeys(members, 1)
    for (a, b), probability in likely.items():
        if a != b:
            links[a][b] = links[b][a] = max(probability, links[a].get(b, 0.0))
    order = sorted(
        ((p, min(a, b), max(a, b)) for (a, b), p in likely.items() if p >= JOIN and a != b),
        key=lambda edge: (-edge[0], edge[1], edge[2]),
    )
    owner = {root: root for root in members}

    def top(root: int) -> int:
        while owner[root] != root:
            owner[root] = owner[owner[root]]
            root = owner[root]
        return root

    seen: dict[int, dict[int, int]] = {root: dict.fromkeys(around, 1) for root, around in links.items()}
    for _, a, b in order:
        x, y = top(a), top(b)
        if x == y:
            continue
        pairs_between = size[x] * size[y]
        known = seen[x].get(y, 0)
        mean = (links[x].get(y, 0.0) + _UNSEEN * (pairs_between - known)) / pairs_between
        if mean < JOIN:
            continue
        if len(links[x]) < len(links[y]):
            x, y = y, x
        owner[y] = x
        members[x] += members.pop(y)
        size[x] += size.pop(y)
        for other, value in links.pop(y).items():
            if other == x:
                continue
            links[x][other] = links[x].get(other, 0.0) + value
            seen[x][other] = seen[x].get(other, 0) + seen[y].get(other, 0)
            links[other][x], seen[other][x] = links[x][other], seen[x][other]
            links[other].pop(y, None)
            seen[other].pop(y, None)
        links[x].pop(y, None)
        seen.pop(y)
        seen[x].pop(y, None)
    return sorted(sorted(group) for group in members.values())
