"""Which words of a clause tell an event: one verb, and nouns that carry the clause or are named as its occasion."""

from __future__ import annotations

from typing import Final, NamedTuple

from quellenlage.layers import german
from quellenlage.layers.annotations import Token
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.lexicon import Lexicon, Trigger
from quellenlage.layers.resources import word_lists

WORDS: Final = word_lists("event-words.tsv")
EMPTY: Final[frozenset[str]] = frozenset()

_FINITE: Final = frozenset({"present", "past", "conjunctive"})
_OCCASION_REACH: Final = 5
"""Words between the preposition of an occasion and its noun: article and adjectives (``bei der vorgezogenen …``)."""


class Found(NamedTuple):
    """A trigger in its clause.

    Attributes:
        place: Index of its token in the clause.
        trigger: The lexicon entry.
        occasion: True for a noun that names the occasion of something else (``bei einem Besuch``).
    """

    place: int
    trigger: Trigger
    occasion: bool


def _companion(clause: Clause, needed: frozenset[str], words: frozenset[str], *, language: str) -> bool:
    if not needed or needed & words:
        return True
    if language != "de":
        return False
    # a compound counts by its last part (Gasvertrag for Vertrag)
    return any(len(word) > len(want) + 2 and word.endswith(want) for word in words for want in needed if len(want) >= 4)


def _parted(clause: Clause, place: int, particle: str) -> bool:
    """Tell whether a particle stands apart behind its verb.

    One that can be a preposition only counts at the end, or before a comma (which leaves a gap between the tokens).
    """
    behind = clause.tokens[place + 1 :]
    for number, token in enumerate(behind):
        if token.text == particle:
            last = number + 1 == len(behind) or behind[number + 1].start - token.end > 1
            if last or particle not in WORDS["de.preposition_particle"]:
                return True
    return False


def _rank(clause: Clause, place: int, trigger: Trigger, *, language: str) -> int:
    """Order the verbs of a clause: finite, participle, another finite form, infinitive, infinitive with *zu*."""
    if place == clause.finite or (clause.finite is None and trigger.tense in _FINITE):
        return 0
    if trigger.tense == "participle":
        return 1
    if trigger.tense in _FINITE:
        return 0 if trigger.particle or language != "de" else 2
    token = clause.tokens[place].text
    governed = place > 0 and clause.tokens[place - 1].text in ("zu", "to")
    return 4 if governed or "zu" in token[2:8] else 3


def _verbs(clause: Clause, lexicon: Lexicon, *, language: str) -> list[tuple[tuple[int, ...], Found]]:
    words = frozenset(token.text.lower() for token in clause.tokens)
    out: list[tuple[tuple[int, ...], Found]] = []
    for place, token in enumerate(clause.tokens):
        if language == "de" and token.text[:1].isupper() and (place > 0 or german.is_noun(token.text)):
            continue
        for trigger in lexicon.look_up(token.text):
            if trigger.kind != "v":
                continue
            if trigger.particle and not _parted(clause, place, trigger.particle):
                continue
            if not _companion(clause, trigger.companions, words, language=language):
                continue
            rank = _rank(clause, place, trigger, language=language)
            key = (rank, -len(trigger.particle), 0 if trigger.companions else 1, place)
            out.append((key, Found(place, trigger, False)))
    return sorted(out, key=lambda pair: pair[0])


def _noun_triggers(token: Token, lexicon: Lexicon, *, language: str) -> tuple[Trigger, ...]:
    found = tuple(t for t in lexicon.look_up(token.text) if t.kind == "n")
    if found or language != "de" or not token.text[:1].isupper() or len(token.text) < 8:
        return found
    head = german.head_noun(token.text)
    if not head or head == token.text:
        return ()
    return tuple(t for t in lexicon.look_up(head) if t.kind == "n")


def _occasion(tokens: tuple[Token, ...], place: int, *, language: str) -> bool:
    """Tell whether a preposition of time or circumstance governs the noun; no other noun may stand between."""
    prepositions = WORDS.get(f"{language}.circumstance", EMPTY)
    for back in range(1, min(_OCCASION_REACH, place) + 1):
        word = tokens[place - back].text
        if word.lower() in prepositions:
            return True
        if language == "de" and word[:1].isupper() and place - back > 0:
            return False
    return False


def _nouns(clause: Clause, lexicon: Lexicon, *, language: str) -> list[Found]:
    words = frozenset(token.text.lower() for token in clause.tokens)
    out: list[Found] = []
    for place, token in enumerate(clause.tokens):
        if language == "de" and not token.text[:1].isupper():
            continue
        for trigger in _noun_triggers(token, lexicon, language=language):
            if _companion(clause, trigger.companions, words - {token.text.lower()}, language=language):
                out.append(Found(place, trigger, _occasion(clause.tokens, place, language=language)))
                break
    return out


def triggers(clause: Clause, lexicon: Lexicon, *, language: str) -> tuple[Found, ...]:
    """Return the triggers of a clause, its main one first.

    At most one verb is taken: the finite one before a participle before an infinitive, and of the entries of one word
    the one that fits more closely (particle, companion). A noun is taken as an occasion beside a verb, or, where no
    verb tells an event, as the main trigger: the first noun that is no occasion.
    """
    verbs = _verbs(clause, lexicon, language=language)
    nouns = _nouns(clause, lexicon, language=language)
    out: list[Found] = [verbs[0][1]] if verbs else []
    if not out:
        carrying = [found for found in nouns if not found.occasion]
        out = carrying[:1]
    seen = {found.trigger.concept for found in out}
    for found in nouns:
        if found.occasion and found.trigger.concept not in seen:
            seen.add(found.trigger.concept)
            out.append(found)
    return tuple(out)
