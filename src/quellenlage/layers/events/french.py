"""What tense, mood and negation of a French clause make of an event."""

from __future__ import annotations

from typing import Final

from quellenlage.layers import french
from quellenlage.layers.annotations import EventStatus
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.words import WORDS, Found

_REACH: Final = 5
"""Words from *ne* to the verb it negates, and from an auxiliary to its participle."""
_NONE: Final = 6
"""Words from *aucun* to the verb of its noun (*aucun poisson mort n'a été signalé*)."""


def mood(clause: Clause, found: Found) -> EventStatus | None:
    """Return ``alleged`` for the conditional of hearsay (*aurait signé*), ``planned`` for what is to come."""
    words = [french.bare(token.text) for token in clause.tokens]
    if _hearsay(words):
        return "alleged"
    return "planned" if told_back(clause, found) is False else None


def _hearsay(words: list[str]) -> bool:
    for place, word in enumerate(words):
        if word in french.WORDS["conditional"]:
            return any(french.is_participle(other) for other in words[place + 1 : place + 1 + _REACH])
    return False


def told_back(clause: Clause, found: Found) -> bool | None:
    """Tell whether a clause tells of the past (True), of what is to come (False), or leaves it open (None)."""
    words = [french.bare(token.text) for token in clause.tokens]
    if _hearsay(words):
        return True
    if found.trigger.kind == "v":
        token = words[found.place]
        tenses = french.tenses(token)
        before = words[max(0, found.place - _REACH) : found.place]
        if found.trigger.tense == "infinitive" and "infinitive" in tenses:
            ahead = WORDS["fr.future"] | WORDS["fr.intention"]
            return False if any(word in ahead for word in before) or "pour" in before else None
        if "future" in tenses or any("future" in french.tenses(word) for word in before):
            return False
        if "conditional" in tenses:
            return False
        if found.trigger.tense == "participle":
            return True if any(word in french.WORDS["aux"] for word in before) or not tenses & {"present"} else None
        return True if tenses & {"imperfect", "past"} else None
    finite = words[clause.finite] if clause.finite is not None else ""
    tenses = french.tenses(finite)
    if tenses & {"future", "conditional"} or finite in WORDS["fr.future"] | WORDS["fr.intention"]:
        return False
    perfect = finite in french.WORDS["aux"] and any(
        french.is_participle(word) for word in words[(clause.finite or 0) + 1 : (clause.finite or 0) + 1 + _REACH]
    )
    return True if perfect or tenses & {"imperfect", "past"} else None


def purpose(clause: Clause, found: Found) -> bool:
    """Tell whether an infinitive only tells what something is for (*pour financer*, *sans signer*)."""
    if found.trigger.kind != "v" or found.trigger.tense != "infinitive":
        return False
    before = [french.bare(token.text) for token in clause.tokens[max(0, found.place - 4) : found.place]]
    opener = next((n for n in range(len(before) - 1, -1, -1) if before[n] in {"pour", "afin", "sans"}), None)
    return opener is not None and not any(french.is_finite(word) for word in before[opener + 1 :])


def negated(clause: Clause, found: Found) -> bool:
    """Tell whether an event is negated (*n'a pas signé*, *aucun accord n'a été signé*)."""
    words = [french.bare(token.text).replace("’", "'") for token in clause.tokens]
    for place, word in enumerate(words[: found.place]):
        near = found.place - place
        if word in {"ne", "n'"} and near <= _REACH:
            return not {"que", "qu'"} & set(words[place + 1 : found.place + 2])  # ne … que: only
        if word in {"aucun", "aucune", "personne", "jamais"} and near <= _NONE:
            return True
    return False
