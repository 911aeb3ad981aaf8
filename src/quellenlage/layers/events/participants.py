"""Who took part in an event and where: the mentions in its clause, by preposition, order and voice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.layers.annotations import Mention, Participant, Referent
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.triggers import EMPTY, WORDS, Found

_ACTORS: Final = frozenset({"person", "organization", "nationality", "place"})
_REACH: Final = 4
"""Words between a preposition and the name it governs (``mit seinem kasachischen Amtskollegen Tokajew``)."""


def _preposition(clause: Clause, start: int, *, language: str) -> str:
    """Return the preposition that governs the phrase which begins at ``start``, or an empty string."""
    known = set().union(*(WORDS.get(f"{language}.{g}", EMPTY) for g in ("agent", "with", "place", "direction")))
    before = [token for token in clause.tokens if token.end <= start]
    for token in reversed(before[-_REACH:]):
        word = token.text.lower()
        if word in known:
            return word
        if word in ("und", "and", "и", "sowie") or (
            clause.finite is not None and token is clause.tokens[clause.finite]
        ):
            return ""
    return ""


def take_part(
    clause: Clause,
    found: Found,
    mentions: Sequence[Mention],
    referents: Sequence[Referent],
    *,
    language: str,
) -> tuple[tuple[Participant, ...], int | None]:
    """Return the participants and the place of an event.

    The first actor that no preposition governs acts (``source``), later ones are acted on (``target``); in the passive
    the one behind *von* or *durch* acts and the others are acted on; with *mit* somebody takes part on equal terms.
    A place behind a local preposition is where it happened.

    Args:
        clause: The clause.
        found: The trigger.
        mentions: Mentions inside the clause, in order.
        referents: All referents of the document.
        language: First part of the BCP 47 code.
    """
    words = {token.text.lower() for token in clause.tokens}
    passive = (
        found.trigger.tense == "participle"
        and found.place != clause.finite
        and bool(words & WORDS.get(f"{language}.passive", EMPTY))
    )
    roles: dict[int, str] = {}
    place: int | None = None
    for mention in mentions:
        referent = referents[mention.referent]
        if referent.type not in _ACTORS:
            continue
        governed = _preposition(clause, mention.start, language=language)
        local = governed in WORDS.get(f"{language}.place", EMPTY)
        if referent.type == "place" and local and governed not in ("an", "gegen"):
            place = mention.referent if place is None else place
            continue
        if governed in WORDS.get(f"{language}.agent", EMPTY) and passive:
            role = "source"
        elif governed in WORDS.get(f"{language}.with", EMPTY):
            role = "participant"
        elif governed or passive:
            role = "target"
        else:
            role = "target" if "source" in roles.values() else "source"
        roles.setdefault(mention.referent, role)
    return tuple(Participant(index, role) for index, role in roles.items()), place
