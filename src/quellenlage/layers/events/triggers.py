"""Which words of a clause tell an event: one verb, and nouns that carry the clause or are named as its occasion."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from quellenlage.layers import german
from quellenlage.layers.annotations import Token
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.lexicon import Lexicon, Trigger
from quellenlage.layers.resources import word_lists

WORDS: Final = word_lists("event-words.tsv")
EMPTY: Final[frozenset[str]] = frozenset()
OUTCOME: Final = "OUTCOME"
"""Type of verbs that tell what became of a plan (*verschieben*); the event is that of the noun beside them."""
PHASE: Final = "phase"
"""Concept of verbs that only tell that something happens (*beginnen*, *stattfinden*)."""

_FINITE: Final = frozenset({"present", "past", "conjunctive"})
_OCCASION_REACH: Final = 5
"""Words between the preposition of an occasion and its noun: article and adjectives (``bei der vorgezogenen …``)."""
_HEAD_WORDS: Final = 4
"""Words at the start of a clause among which a noun is taken for its subject in a language without verb table."""
JOINING: Final = frozenset({"and", "but", "or", "и", "а", "но"})
"""Words that join a verb to the one before where clauses are not cut at them."""


class Found(NamedTuple):
    """A trigger in its clause.

    Attributes:
        place: Index of its token in the clause.
        trigger: The lexicon entry.
        occasion: True for a noun that names the occasion of something else (``bei einem Besuch``).
        outcome: What became of the plan (``postponed``, ``cancelled``), or an empty string.
        verb: Index of the verb that carries a noun (``beginnt`` for ``Gespräche``), or None.
    """

    place: int
    trigger: Trigger
    occasion: bool
    outcome: str = ""
    verb: int | None = None


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
    return any(word.endswith(long) and word not in needed for word in words if len(word) > 6) if long else False


def _fits(trigger: Trigger, words: frozenset[str], *, language: str) -> bool:
    """Tell whether the companions that an entry needs stand in the clause, and none that it excludes."""
    if trigger.excluded and _stands(trigger.excluded, words, language=language):
        return False
    return not trigger.companions or _stands(trigger.companions, words, language=language)


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


def _other_verb(clause: Clause, place: int) -> bool:
    """Tell whether a particle makes another verb of a bare form (``hielt … fest`` is no ``halten``)."""
    form = clause.tokens[place].text.lower()
    behind = clause.tokens[place + 1 :]
    for number, token in enumerate(behind):
        last = number + 1 == len(behind) or behind[number + 1].start - token.end > 1
        if last and token.text in german.SEPARABLE and german.separable(form, token.text):
            return True
    return False


def _rank(clause: Clause, place: int, trigger: Trigger, *, language: str) -> int | None:
    """Order the verbs of a clause: finite, participle, infinitive, infinitive with *zu*; None for what is no verb here.

    In German a form that looks finite beside another finite verb is an adjective, a pronoun or a noun, unless its
    particle stands in the clause.
    """
    if place == clause.finite or (clause.finite is None and trigger.tense in _FINITE):
        return 0
    if trigger.tense == "participle":
        return 1
    if trigger.tense in _FINITE:
        if trigger.particle or language != "de":
            return 0
        return 1 if any(r.mood == "part" for r in german.verb_readings(clause.tokens[place].text)) else None
    token = clause.tokens[place].text
    governed = place > 0 and clause.tokens[place - 1].text in ("zu", "to")
    return 4 if governed or "zu" in token[2:8] else 3


def _verbs(
    clause: Clause, lexicon: Lexicon, words: frozenset[str], *, language: str
) -> list[tuple[tuple[int, ...], Found]]:
    out: list[tuple[tuple[int, ...], Found]] = []
    for place, token in enumerate(clause.tokens):
        folded = token.text.lower()
        if language == "de" and token.text[:1].isupper() and (place > 0 or german.is_noun(token.text)):
            continue
        if language == "en" and place and clause.tokens[place - 1].text.lower() in WORDS["en.determiner"]:
            continue
        known = [t for t in lexicon.look_up(token.text) if t.kind == "v"]
        if not known or (language == "de" and folded in german.NO_VERBS):
            continue
        idioms = lexicon.idioms.get(folded, ())
        if any(_applies(clause, place, idiom, words, language=language) for idiom in idioms):
            continue
        for trigger in known:
            rank = _rank(clause, place, trigger, language=language)
            if rank is None or not _applies(clause, place, trigger, words, language=language):
                continue
            key = (rank, -len(trigger.particle), 0 if trigger.companions else 1, place)
            as_used = replace(trigger, tense="participle") if rank == 1 else trigger
            out.append((key, Found(place, as_used, False)))
    return sorted(out, key=lambda pair: pair[0])


def _applies(clause: Clause, place: int, trigger: Trigger, words: frozenset[str], *, language: str) -> bool:
    if trigger.particle:
        if not _parted(clause, place, trigger.particle):
            return False
    elif language == "de" and trigger.tense in _FINITE and _other_verb(clause, place):
        return False
    return _fits(trigger, words, language=language)


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
            if _fits(trigger, words - {token.text.lower()}, language=language):
                out.append(Found(place, trigger, _occasion(clause.tokens, place, language=language)))
                break
    return out


def _idiomatic(clause: Clause, lexicon: Lexicon, words: frozenset[str], *, language: str) -> bool:
    """Tell whether a phrase that tells no event makes up the clause (``das Wort Streik in den Mund nehmen``)."""
    return any(
        _applies(clause, place, idiom, words, language=language)
        for place, token in enumerate(clause.tokens)
        for idiom in lexicon.idioms.get(token.text, ())
    )


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


def _carrier(clause: Clause, found: Found, words: frozenset[str], *, language: str) -> bool:
    """Tell whether a noun tells the event of its clause, and is not only spoken of.

    It does with a verb that adds little (*kommen zu*, *führen*, *planen*), without any verb, or as the subject at the
    clause's start, unless the verb is one of comment (*nannte die Kritik …*).
    """
    if language not in ("de", "en"):
        return True
    before = clause.tokens[: found.place]
    if language == "de" and _genitive(before):
        return False
    if WORDS[f"{language}.light"] & words:
        return not WORDS[f"{language}.comparing"] & {t.text.lower() for t in clause.tokens[: found.place][-3:]}
    if language == "en":
        return found.place < _HEAD_WORDS
    if clause.finite is None:
        return True
    governed = any(t.text.lower() in WORDS["de.governing"] for t in before)
    if governed or WORDS["de.comment"] & words:
        return False
    return found.place < (clause.finite if clause.kind == "main" else _HEAD_WORDS)


def triggers(
    clause: Clause,
    lexicon: Lexicon,
    *,
    language: str,
    names: Collection[int] = (),
    known: Sequence[Found] | None = None,
) -> tuple[Found, ...]:
    """Return the triggers of a clause, its main one first.

    At most one verb is taken (in English and Russian also those joined to it): the finite one before a participle
    before an infinitive, and of the entries of one word the one that fits more closely (particle, companion). Verbs of
    phase and outcome (*beginnen*, *absagen*) give way to the noun they speak of. A noun is taken as an occasion beside
    a verb, or, where no verb tells an event, as the main trigger: the first noun that carries the clause.

    Args:
        clause: The clause.
        lexicon: The lexicon of its language.
        language: First part of the BCP 47 code.
        names: Starts of tokens that belong to names, which tell no event.
        known: The clause's nouns (``nouns``) where they are known already.
    """
    words = companion_words(clause, language=language)
    verbs = [found for _, found in _verbs(clause, lexicon, words, language=language)]
    if known is None:
        known = nouns(clause, lexicon, words, language=language, names=names)
    outcome = next((f for f in verbs if f.trigger.type == OUTCOME), None)
    telling = [f for f in verbs if f.trigger.type != OUTCOME and f.trigger.concept != PHASE]
    phase = next((f for f in verbs if f.trigger.concept == PHASE), None)
    carrying = [f for f in known if not f.occasion]
    out: list[Found] = []
    if (outcome or phase) and carrying and (not telling or outcome):
        verb = outcome or phase
        first = carrying[0]
        out = [first._replace(outcome=outcome.trigger.concept if outcome else "", verb=verb.place if verb else None)]
    elif telling:
        out = telling[:1]
        out += [f for f in telling[1:] if f.place != out[0].place and _joined(clause, f, language=language)][:1]
    elif phase:
        out = [phase]
    elif not _idiomatic(clause, lexicon, words, language=language):
        out = [f for f in carrying if _carrier(clause, f, words, language=language)][:1]
    seen = {found.trigger.concept for found in out}
    for found in known:
        if found.occasion and found.trigger.concept not in seen:
            seen.add(found.trigger.concept)
            out.append(found)
    return tuple(out)


def _joined(clause: Clause, found: Found, *, language: str) -> bool:
    """Tell whether a verb tells a second event beside the main one.

    One that *and* joins to the verb before, where clauses are not cut at it; in German what somebody owns up to or
    denies having done (``bestreitet, … unterzeichnet zu haben``).
    """
    if language == "de":
        behind = [token.text for token in clause.tokens[found.place + 1 : found.place + 3]]
        return found.trigger.tense == "participle" and behind in (["zu", "haben"], ["zu", "sein"])
    if found.place == 0 or found.trigger.tense not in _FINITE:
        return False
    return clause.tokens[found.place - 1].text.lower() in JOINING
