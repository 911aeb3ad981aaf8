"""A trigger in its clause, the words it needs beside it, and the closed word classes that the event layer asks for."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from quellenlage.layers import german
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.lexicon import Trigger
from quellenlage.layers.resources import word_lists

WORDS: Final = word_lists("event-words.tsv") | word_lists("event-words-french.tsv")
EMPTY: Final[frozenset[str]] = frozenset()
OUTCOME: Final = "OUTCOME"
"""Type of verbs that tell what became of a plan (*verschieben*); the event is that of the noun beside them."""
PHASE: Final = "phase"
"""Concept of verbs that only tell that something happens (*beginnen*, *stattfinden*)."""


class Found(NamedTuple):
    """A trigger in its clause.

    Attributes:
        place: Index of its token in the clause.
        trigger: The lexicon entry.
        occasion: True for a noun that names the occasion of something else (``bei einem Besuch``).
        outcome: What became of the plan (``postponed``, ``cancelled``), or an empty string.
        verb: Index of the verb that carries a noun (``beginnt`` for ``Gespräche``), or None.
        known: False for a verb that is none of the lexicon's.
        aim: True for a noun that the clause's verb calls for, threatens or promises (``rief zu einem Streik auf``).
    """

    place: int
    trigger: Trigger
    occasion: bool
    outcome: str = ""
    verb: int | None = None
    aim: bool = False
    known: bool = True


def companion_words(clause: Clause, *, language: str) -> frozenset[str]:
    """Return the words of a clause in lower case, German nouns also in the nominative singular."""
    words = {token.text.lower() for token in clause.tokens}
    if language == "de":
        words.update(lemma for token in clause.tokens if token.text[:1].isupper() for lemma in _bases(token.text))
    return frozenset(words)


@lru_cache(maxsize=65_536)
def _bases(word: str) -> tuple[str, ...]:
    lemma = german.noun_lemma(word)
    return (lemma.lower(),) if lemma else ()


def _stands(needed: frozenset[str], words: frozenset[str], *, language: str) -> bool:
    if needed & words:
        return True
    if language != "de":
        return False
    # a compound counts by its last part (Gasvertrag for Vertrag)
    long = tuple(want for want in needed if len(want) >= 4)
    if not long:
        return False
    other = tuple(want for want in long if want != "haft")  # Gesellschaft is no kind of Haft
    return any(
        word.endswith(other if word.endswith("schaft") else long) and word not in needed
        for word in words
        if len(word) > 6
    )


def fits(trigger: Trigger, words: frozenset[str], *, language: str) -> bool:
    """Tell whether the companions that an entry needs stand in the clause, and none that it excludes."""
    if trigger.excluded and _stands(trigger.excluded, words, language=language):
        return False
    return not trigger.companions or _stands(trigger.companions, words, language=language)
