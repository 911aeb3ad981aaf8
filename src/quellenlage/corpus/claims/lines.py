"""Which claims are lines of the ledger: what one article says in passing is told in the line on which it hangs.

A clause that hangs on another one (a reason, a relative clause, a second verb without subject, the occasion that opens
a sentence) is compared like any other. Where no other article says the same, it is no line of its own: the line of its
head quotes it too. Nor are words a line that stand in a longer line of the same voice, or that only lead over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quellenlage.corpus.claims.assertions import Assertion
from quellenlage.layers.span import Span

Member = tuple[int, Assertion]
_Place = tuple[str, int, int]

_BARE: Final = 3
"""Content words of a clause that says no more than that there was something (``Das war ein Erdrutsch``)."""


def standing(claims: Sequence[Sequence[Member]]) -> list[list[Member]]:
    """Return the claims that are lines, what hangs on them quoted with them.

    Args:
        claims: The mentions of each claim of a story.
    """
    claims = [part for claim in claims for part in _without_occasions(claim)]
    heads = {_place(a): g for g, claim in enumerate(claims) for _, a in claim if not a.occasion and not a.back}
    told = {_place(a): a for claim in claims for _, a in claim if not a.occasion and not a.back}
    hanging = {g for g, claim in enumerate(claims) if _hangs(claim, g, heads)}
    folded = {g for g in hanging if all(_fits(a, told, heads, claims, hanging, claims[g]) for _, a in claims[g])}
    quotes: dict[_Place, Span] = {}
    for g in sorted(hanging - folded):
        for _, assertion in claims[g]:
            if not assertion.relative:
                here = _place(assertion)
                quotes[here] = _union(assertion.shown, told[here[0], here[1], assertion.head or 0].shown)
    for g in sorted(folded):
        for _, assertion in claims[g]:
            home = _home(assertion, told, heads, folded)
            if home is not None:
                first = quotes.get(home, told[home].shown)
                quotes[home] = _union(first, assertion.shown)
    out = [
        [(number, _requoted(a, quotes)) for number, a in claim]
        for g, claim in enumerate(claims)
        if g not in folded and not (_alone(claim) and all(a.thin for _, a in claim))
    ]
    return [claim for g, claim in enumerate(out) if not _contained(claim, g, out)]


def _without_occasions(claim: Sequence[Member]) -> list[list[Member]]:
    """Part the occasions from a claim in which nobody says no more than that there was such a thing."""
    occasions = [(n, a) for n, a in claim if a.occasion]
    others = [(n, a) for n, a in claim if not a.occasion]
    if not occasions or not others or any(sum(w == 1.0 for w in a.terms.values()) <= _BARE for _, a in others):
        return [list(claim)]
    return [others, occasions]


def _place(assertion: Assertion) -> _Place:
    return assertion.article, assertion.sentence, assertion.place


def _requoted(assertion: Assertion, quotes: dict[_Place, Span]) -> Assertion:
    if assertion.occasion or assertion.back or _place(assertion) not in quotes:
        return assertion
    return replace(assertion, quote=quotes[_place(assertion)])


def _union(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


def _alone(claim: Sequence[Member]) -> bool:
    """Tell whether one article says it, or several in the same words."""
    return len({a.article for _, a in claim}) == 1 or len({a.print for _, a in claim}) == 1


def _hangs(claim: Sequence[Member], number: int, heads: dict[_Place, int]) -> bool:
    """Tell whether a claim is only told with what it hangs on."""
    if any(a.back or a.head is None for _, a in claim):
        return False
    if not (_alone(claim) or all(a.occasion or a.relative for _, a in claim)):
        return False
    found = [heads.get((a.article, a.sentence, a.head or 0)) for _, a in claim]
    return all(head is not None and head != number for head in found)


def _fits(
    assertion: Assertion,
    told: dict[_Place, Assertion],
    heads: dict[_Place, int],
    claims: Sequence[Sequence[Member]],
    hanging: set[int],
    claim: Sequence[Member],
) -> bool:
    """Tell whether the line in which a clause would be quoted is told by its article alone.

    Among other articles' words it would say more than they do; an occasion belongs to its sentence in any case.
    """
    home = _home(assertion, told, heads, hanging)
    if home is None:
        return False
    line = claims[heads[home]]
    return assertion.occasion or _alone(line) or {a.article for _, a in line} == {a.article for _, a in claim}


def _home(
    assertion: Assertion, told: dict[_Place, Assertion], heads: dict[_Place, int], folded: set[int]
) -> _Place | None:
    """Return the place of the assertion in whose line another one is quoted."""
    seen: set[_Place] = set()
    head = assertion.head
    while head is not None:
        place = (assertion.article, assertion.sentence, head)
        if place not in told or place in seen:
            return None
        if heads[place] not in folded:
            return place
        seen.add(place)
        head = told[place].head
    return None


def _contained(claim: Sequence[Member], number: int, claims: Sequence[Sequence[Member]]) -> bool:
    """Tell whether the words of a claim that no other article tells stand in a longer line of the same voice."""
    if not _alone(claim) or any(a.back for _, a in claim):
        return False
    return all(
        any(
            other.article == a.article
            and (a.relative or other.statement == a.statement)
            and _inside(a.shown, other.shown)
            for g, others in enumerate(claims)
            if g != number
            for _, other in others
            if not other.back
        )
        for _, a in claim
    )


def _inside(a: Span, b: Span) -> bool:
    return b.start <= a.start and a.end <= b.end and (b.end - b.start > a.end - a.start)
