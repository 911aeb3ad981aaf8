"""What a later story tells again of an earlier one: claims joined across stories of the same people.

Months later a paper looks back (``damals mussten 1620 Menschen fliehen``). Meaning and words do not tell that from the
next flood; so stories are only compared where they name the same people, and claims only joined where a number ties
them: an unusual one that both give, or another figure for the same fate that is said to be of then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Final

from quellenlage.corpus.claims.anchors import OTHER_NUMBER, SAME_FATE, apart_in_time, near, unusual
from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.corpus.claims.fates import Count, all_counts, unlike
from quellenlage.corpus.claims.senses import senses
from quellenlage.corpus.claims.wordings import tells
from quellenlage.corpus.records import Names, Story

_PEOPLE: Final = 2
"""People and things of no gazetteer that two stories must both name."""

_FAMOUS: Final = 12
"""Stories that name somebody from which that says nothing."""

_LONGEST: Final = 12
"""Stories compared with one another at most, so that the work stays in proportion."""

_ONCE: Final = frozenset({"sign", "resign", "accident", "fire"})
"""What happens once in a matter, so that its day and place tell it: concepts of the event lexicon."""

_ONCE_TOLD: Final = frozenset(
    {"sign", "resign", "dismiss", "topple", "sentence", "acquit", "merge", "dissolve", "crash", "explode", "shoot_down"}
)
"""The same as senses of the clause's words."""

Likely = Callable[[int, int], float]


@dataclass(frozen=True, slots=True)
class Line:
    """A claim before its verdict.

    Attributes:
        members: Its assertions with their numbers in the thread.
        reason: What holds them together.
        story: The story, or the stories it is told in made one.
        likely: Probability that two of them say the same, by their numbers.
    """

    members: tuple[tuple[int, Assertion], ...]
    reason: str
    story: Story
    likely: Likely


def threads(stories: Sequence[Story], names: Names) -> list[list[Story]]:
    """Return the stories in groups that name the same people, each in the order given.

    Args:
        stories: The stories of a corpus.
        names: Its entities; those that the gazetteer knows (countries, heads of state) tie no stories.
    """
    story_of = {key: number for number, story in enumerate(stories) for key in story.articles}
    common: dict[tuple[int, int], int] = defaultdict(int)
    for entity in names.entities:
        told = sorted({story_of[key] for key, _ in entity.members if key in story_of})
        if entity.known is None and 1 < len(told) <= _FAMOUS:
            for pair in combinations(told, 2):
                common[pair] += 1
    group = list(range(len(stories)))
    members = {number: [number] for number in group}
    for (a, b), shared in sorted(common.items(), key=lambda item: (-item[1], item[0])):
        x, y = sorted((group[a], group[b]))
        if shared >= _PEOPLE and x != y and len(members[x]) + len(members[y]) <= _LONGEST:
            for number in members[y]:
                group[number] = x
            members[x] += members.pop(y)
    return [[stories[number] for number in sorted(found)] for _, found in sorted(members.items())]


def retold(lines: Sequence[Line]) -> list[Line]:
    """Return the claims of a thread with those that a later story tells again joined to the first.

    Args:
        lines: The claims of its stories, the earlier story's first.
    """
    ties: dict[tuple[int, int], float] = {}
    owner = list(range(len(lines)))
    for (p, a, x), (q, b, y) in combinations(_figures(lines), 2):
        if lines[p].story.id == lines[q].story.id:
            continue
        probability = _again(a[1], b[1], x, y)
        if probability:
            ties[a[0], b[0]] = ties[b[0], a[0]] = probability
            join(owner, p, q)
    for (p, a), (q, b) in combinations(_events(lines), 2):
        if lines[p].story.id != lines[q].story.id and _same_event(a[1], b[1]):
            ties[a[0], b[0]] = ties[b[0], a[0]] = SAME_FATE
            join(owner, p, q)
    return regrouped(lines, owner, ties)


def regrouped(lines: Sequence[Line], owner: Sequence[int], ties: Mapping[tuple[int, int], float]) -> list[Line]:
    """Return the lines with those of one owner made one.

    Args:
        lines: Lines of a thread.
        owner: For each line the place of the first line that it is joined to, or its own.
        ties: Probabilities, by the numbers of two assertions, that joined them.
    """
    groups: dict[int, list[Line]] = defaultdict(list)
    for place, line in enumerate(lines):
        groups[owner[place]].append(line)
    return [_merged(group, ties) if len(group) > 1 else group[0] for group in groups.values()]


def join(owner: list[int], p: int, q: int) -> None:
    """Give the line that two others are part of one owner, the first."""
    first, second = sorted((owner[p], owner[q]))
    owner[:] = [first if place == second else place for place in owner]


def _figures(lines: Sequence[Line]) -> list[tuple[int, tuple[int, Assertion], Count]]:
    """Return each number of the lines, with its line and assertion."""
    flat = [(place, member) for place, line in enumerate(lines) for member in line.members if not member[1].back]
    counted = all_counts([assertion for _, (_, assertion) in flat])
    return [(place, member, count) for (place, member), found in zip(flat, counted, strict=True) for count in found]


def _events(lines: Sequence[Line]) -> list[tuple[int, tuple[int, Assertion]]]:
    """Return the dated assertions that tell what happens once."""
    return [
        (place, member)
        for place, line in enumerate(lines)
        for member in line.members
        if not member[1].back and member[1].dates and _once(member[1])
    ]


@lru_cache(maxsize=4096)
def _told_once(words: tuple[str, ...], clause: str, language: str) -> frozenset[str]:
    return frozenset(senses(words, clause, language=language)) & _ONCE_TOLD


def _once(assertion: Assertion) -> frozenset[str]:
    """Return what an assertion tells that happens once."""
    told = _told_once(tuple(assertion.terms), assertion.words, assertion.language)
    return (assertion.concepts & _ONCE) | told


def _same_event(a: Assertion, b: Assertion) -> bool:
    """Tell whether two assertions tell the same thing of the same day, place or people."""
    dated = any(t.edtf for t in a.dates) and any(t.edtf for t in b.dates)
    shared = len(a.entities & b.entities) + len(a.cities & b.cities)
    return dated and bool(_once(a) & _once(b)) and shared > 0 and not apart_in_time(a, b)


def _again(a: Assertion, b: Assertion, x: Count, y: Count) -> float:
    """Return how likely the later number is of what the earlier one counts."""
    if apart_in_time(a, b) or unlike(x, y):
        return 0.0
    fate = bool(x.fate) and x.fate == y.fate
    back = tells("then", b.language, b.print)
    if (
        x.quantity.value == y.quantity.value
        and x.quantity.exact
        and y.quantity.exact
        and (fate or back or _shared(a, b))
    ):
        return SAME_FATE if unusual(x.quantity) else 0.0
    if not fate or not back or not near(x.quantity, y.quantity):
        return 0.0
    return SAME_FATE if x.quantity.meets(y.quantity) else OTHER_NUMBER


def _shared(a: Assertion, b: Assertion) -> bool:
    words = any(weight == 1.0 and b.terms.get(term) == 1.0 for term, weight in a.terms.items())
    return words or bool(a.entities & b.entities)


def _merged(group: Sequence[Line], ties: Mapping[tuple[int, int], float]) -> Line:
    """Return lines of several stories as one."""
    articles = tuple(dict.fromkeys(key for line in group for key in line.story.articles))

    def likely(i: int, j: int) -> float:
        return max(ties.get((i, j), 0.0), *(line.likely(i, j) for line in group))

    return Line(
        tuple(member for line in group for member in line.members),
        next((line.reason for line in group if line.reason), "told again later"),
        replace(group[0].story, articles=articles),
        likely,
    )
