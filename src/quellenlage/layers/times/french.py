"""Which way a French clause looks, by the tense of the verb nearest to a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.layers import french
from quellenlage.layers.times.grammar import Grammar

PAST: Final = -1
PRESENT: Final = 0
FUTURE: Final = 1
_PERFECT: Final = frozenset(("a", "ont", "est", "sont", "ai", "avons"))
_REACH: Final = 5  # words from an auxiliary to its participle (*n'a, selon lui, pas encore*)
_GOVERNING: Final = frozenset(("de", "d", "à", "pour", "se", "s", "'", "’", "doit", "doivent"))


def direction(clause: Sequence[str], at: int, grammar: Grammar) -> int | None:
    """Return what the verb nearest to a place says: those before it first, then those behind it.

    Args:
        clause: The words and marks of the clause.
        at: Place of the time among them.
        grammar: The French time grammar, for its word lists.

    Returns:
        ``PAST``, ``PRESENT``, ``FUTURE``, or None where no verb tells.
    """
    low = [french.bare(word) for word in clause]
    if at and low[at - 1] in {"à", "au"} and not grammar.tense["moved"].isdisjoint(low[max(0, at - _REACH) : at]):
        return FUTURE
    present = False
    for place in [*range(min(at, len(low)) - 1, -1, -1), *range(at + 1, len(low))]:
        told = _told(low, clause, place, at, grammar)
        if told is not None and told != PRESENT:
            return told
        present = present or told == PRESENT
    return PRESENT if present else None


def _told(low: Sequence[str], clause: Sequence[str], place: int, at: int, grammar: Grammar) -> int | None:
    word, tense = low[place], grammar.tense
    if word in tense["strong"]:
        return FUTURE
    if not word.isalpha() or (clause[place][:1].isupper() and place):
        return None
    if word in _PERFECT:
        return PAST if _participle_behind(low, place) else PRESENT
    if word in tense["future"] and low[max(0, place - 1)] not in french.WORDS["determiners"]:
        return FUTURE
    found = french.readings(word)
    tenses = {reading.tense for reading in found}
    if "infinitive" in tenses:
        return _infinitive(low, place, grammar)
    if "conditional" in tenses:
        return PAST if word in french.WORDS["conditional"] and _participle_behind(low, place) else FUTURE
    if "future" in tenses:
        return FUTURE
    if "participle" in tenses or (not found and french.is_participle(word)):
        near = 0 < at - place <= 2 or place == 0
        bare = not any(other in french.WORDS["aux"] for other in low[max(0, place - _REACH) : place])
        return PAST if near and bare and "present" not in tenses else None
    if not tenses.isdisjoint(("imperfect", "past")):
        return PAST
    if "present" in tenses and not _noun(low, place):
        return PAST if any(reading.verb in tense["saying"] for reading in found) else PRESENT
    return None


def _noun(low: Sequence[str], place: int) -> bool:
    """Tell whether a form stands where a noun does (*la demande*)."""
    before = low[place - 1] if place else ""
    elided = before in {"'", "’"} and place > 1 and low[place - 2] in {"l", "d"}
    return low[place] in french.WORDS["noun-verbs"] | french.WORDS["verb-nots"] and (
        place == 0 or before in french.WORDS["determiners"] or elided
    )


def _infinitive(low: Sequence[str], place: int, grammar: Grammar) -> int | None:
    """An infinitive looks ahead, unless what governs it says that it was done (*a réussi à*, *vient de*, *après*)."""
    before = low[max(0, place - 5) : place]
    if not before or not _GOVERNING.intersection(before[-2:]):
        return None
    if low[place] in {"avoir", "être"} or {"vient", "viennent", "venait"}.intersection(before):
        return PAST
    return FUTURE if grammar.tense["implicative"].isdisjoint(low[max(0, place - 6) : place]) else PAST


def _participle_behind(low: Sequence[str], place: int) -> bool:
    for word in low[place + 1 : place + 1 + _REACH]:
        if word == "été" or (word.isalpha() and french.is_participle(word)):
            return True
        if word.isalpha() and french.is_finite(word) and "participle" not in french.tenses(word):
            return False
    return False
