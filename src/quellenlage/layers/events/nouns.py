"""Nouns that can tell an event: as the occasion of something else, as what is called for, or carrying their clause."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from quellenlage.layers import german
from quellenlage.layers.annotations import Token
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.lexicon import Lexicon, Trigger
from quellenlage.layers.events.words import EMPTY, WORDS, Found, fits

_OCCASION_REACH: Final = 5
"""Words between the preposition of an occasion and its noun: article and adjectives (``bei der vorgezogenen …``)."""
_HEAD_WORDS: Final = 4
"""Words at the start of a clause among which a noun is taken for its subject in a language without verb table."""


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
        if word.lower() == "auf" and not tokens[place - back + 1].text.lower().endswith(("m", "r")):
            return False  # with the accusative it is an aim and no occasion (auf einen Vorfall verweisen)
        if word.lower() in prepositions:
            return not _attribute(tokens, place - back, language=language)
        if language == "de" and word[:1].isupper() and place - back > 0:
            return False
    return False


def _attribute(tokens: tuple[Token, ...], place: int, *, language: str) -> bool:
    """Tell whether a preposition at ``place`` only continues the noun before it (``den Anstoß zu der Fusion``)."""
    if language != "de" or place == 0 or tokens[place].text.lower() not in WORDS["de.attributive"]:
        return False
    before = tokens[place - 1].text
    timely = before.lower().endswith(tuple(WORDS["de.time_noun"]))
    return before[:1].isupper() and german.is_noun(before) and not timely


def aimed_at(tokens: tuple[Token, ...], place: int, *, language: str) -> bool:
    """Tell whether a preposition of aim governs the noun at ``place`` (``zu einem Warnstreik``, ``for a walkout``)."""
    return _governed(tokens, place, WORDS.get(f"{language}.aim", EMPTY), language=language)


def _governed(tokens: tuple[Token, ...], place: int, prepositions: Collection[str], *, language: str) -> bool:
    """Tell whether one of these prepositions governs the noun at ``place``; no other noun may stand between."""
    for back in range(1, min(_OCCASION_REACH, place) + 1):
        word = tokens[place - back].text
        if word.lower() in prepositions:
            return True
        if language == "de" and word[:1].isupper():
            return False
    return False


def _occasions(clause: Clause, place: int, trigger: Trigger, *, language: str) -> bool:
    """Tell whether a noun names the occasion of its clause.

    A protest is one too as the means that the clause opens with (``Mit einem Warnstreik haben …``); a crime is none
    behind *wegen*, which names the charge and no event of that day.
    """
    tokens = clause.tokens
    if language == "de":
        if trigger.type == "ASSAULT" and _governed(tokens, place, ("wegen",), language=language):
            return False
        opens = clause.finite is not None and place < clause.finite
        if trigger.type == "PROTEST" and opens and _governed(tokens, place, ("mit",), language=language):
            return True
    # after the council suspended the aid: the word opens a clause and governs no noun
    opens_clause = clause.kind == "subordinate" and language == "en"
    return _occasion(tokens[1:] if opens_clause else tokens, place - opens_clause, language=language)


def nouns(
    clause: Clause, lexicon: Lexicon, words: frozenset[str], *, language: str, names: Collection[int] = ()
) -> list[Found]:
    """Return the nouns of a clause that can tell an event, in order; parts of names are none."""
    out: list[Found] = []
    own = _own_start(clause)
    for place, token in enumerate(clause.tokens):
        if (language == "de" and not token.text[:1].isupper()) or token.start in names or place < own:
            continue
        entries = _noun_triggers(token, lexicon, language=language)
        for trigger in sorted(entries, key=lambda entry: not entry.companions):
            if fits(trigger, words - {token.text.lower()}, language=language):
                out.append(Found(place, trigger, _occasions(clause, place, trigger, language=language)))
                break
    return out


def _own_start(clause: Clause) -> int:
    """Return where a relative clause's own words begin, behind the noun that it describes."""
    if clause.kind != "relative":
        return 0
    return next((n for n, token in enumerate(clause.tokens) if token.text.lower() == clause.opener), 0)


def _genitive(before: tuple[Token, ...]) -> bool:
    """Tell whether a noun behind these words depends on another (``Leiter der Proteste``, ``Anstoß zu der Fusion``)."""
    for number in range(len(before) - 1, 0, -1):
        if before[number].text[:1].isupper():
            return False
        behind_noun = before[number - 1].text[:1].isupper() and german.head_noun(before[number - 1].text) is not None
        if before[number].text.lower() in WORDS["de.genitive"] and behind_noun:
            return True
        if _attribute(before, number, language="de"):
            return True
    return False


def carries(clause: Clause, found: Found, words: frozenset[str], *, language: str) -> bool:
    """Tell whether a noun tells the event of its clause, and is not only spoken of.

    It does with a verb that adds little (*kommen zu*, *führen*, *planen*), without any verb, or as the subject at the
    clause's start, unless the verb is one of comment (*nannte die Kritik …*).
    """
    if language not in ("de", "en", "fr"):
        return True
    before = clause.tokens[: found.place]
    if language == "de" and _genitive(before):
        return False
    if WORDS[f"{language}.light"] & words:
        return not WORDS[f"{language}.comparing"] & {t.text.lower() for t in clause.tokens[: found.place][-3:]}
    if language in ("en", "fr"):
        return found.place < _HEAD_WORDS
    if clause.finite is None:
        return True
    governed = any(t.text.lower() in WORDS["de.governing"] for t in before)
    if governed or WORDS["de.comment"] & words:
        return False
    return found.place < (clause.finite if clause.kind == "main" else _HEAD_WORDS)
