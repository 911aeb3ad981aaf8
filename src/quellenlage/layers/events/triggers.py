"""Which words of a clause tell an event: one verb, and nouns that carry the clause or are named as its occasion."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from quellenlage.layers import french, german
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.dates import VERBAL
from quellenlage.layers.events.lexicon import Lexicon, Trigger
from quellenlage.layers.events.nouns import aimed_at, carries, nouns
from quellenlage.layers.events.words import OUTCOME, PHASE, WORDS, Found, companion_words, fits

_CALLING: Final = frozenset({"REQUEST", "THREATEN"})
"""Types of acts that name what is to be done (*rief zu einem Warnstreik auf*)."""
_CONTENT: Final = 7
"""Words from *that* to the verb of the clause that it opens, in English."""
_FINITE: Final = frozenset({"present", "past", "conjunctive"})
_ADJECTIVES: Final = frozenset({"open", "close", "lower", "free", "back", "quiet"})
"""English verbs that are adjectives too (*is open to talks*)."""
JOINING: Final = frozenset({"et", "mais", "and", "but", "or", "и", "а", "но"})
"""Words that join a verb to the one before where clauses are not cut at them."""


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
    if language == "en" and clause.tokens[place].text.endswith("ing"):
        return 0 if place and clause.tokens[place - 1].text.lower() in WORDS["en.being"] else 3
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
    clause: Clause, lexicon: Lexicon, words: frozenset[str], *, language: str, names: Collection[int]
) -> list[tuple[tuple[int, ...], Found]]:
    out: list[tuple[tuple[int, ...], Found]] = []
    for place, token in enumerate(clause.tokens):
        folded = token.text.lower()
        if token.start in names:
            continue
        if language == "de" and token.text[:1].isupper() and (place > 0 or german.is_noun(token.text)):
            continue
        if language in ("en", "fr") and place and _no_verb(clause, place, language):
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
            closeness = 0 if trigger.companions else 1
            # a German clause has one verb; where none is cut before a that-clause, the first verb frames the rest
            order = (closeness, place) if language == "de" else (place, closeness)
            key = (rank, -len(trigger.particle), *order)
            as_used = replace(trigger, tense="participle") if rank == 1 else trigger
            out.append((key, Found(place, as_used, False)))
    return sorted(out, key=lambda pair: pair[0])


def _no_verb(clause: Clause, place: int, language: str) -> bool:
    """Tell whether a foreign word is no verb where it stands: behind an article, or bare behind a form of *to be*."""
    before, word = clause.tokens[place - 1].text.lower(), clause.tokens[place].text.lower()
    if language == "fr" and french.tenses(word) == {"infinitive"}:
        return False
    return before in WORDS[f"{language}.determiner"] or (before in WORDS["en.being"] and word in _ADJECTIVES)


def _applies(clause: Clause, place: int, trigger: Trigger, words: frozenset[str], *, language: str) -> bool:
    if trigger.particle:
        if not _parted(clause, place, trigger.particle):
            return False
    elif language == "de" and trigger.tense in _FINITE and _other_verb(clause, place):
        return False
    return fits(trigger, words, language=language)


def _idiomatic(clause: Clause, lexicon: Lexicon, words: frozenset[str], *, language: str) -> bool:
    """Tell whether a phrase that tells no event makes up the clause (``das Wort Streik in den Mund nehmen``)."""
    return any(
        _applies(clause, place, idiom, words, language=language)
        for place, token in enumerate(clause.tokens)
        for idiom in lexicon.idioms.get(token.text, ())
    )


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
    verbs = [found for _, found in _verbs(clause, lexicon, words, language=language, names=names)]
    if known is None:
        known = nouns(clause, lexicon, words, language=language, names=names)
    outcome = next((f for f in verbs if f.trigger.type == OUTCOME), None)
    telling = [f for f in verbs if f.trigger.type != OUTCOME and f.trigger.concept != PHASE]
    phase = next((f for f in verbs if f.trigger.concept == PHASE), None)
    carrying = [f for f in known if not f.occasion]
    if outcome is not None and language == "de":
        carrying = [f for f in carrying if not _parted_by_and(clause, f.place, outcome.place)]
    out: list[Found] = []
    if (outcome or phase) and carrying and (not telling or outcome):
        verb = outcome or phase
        first = carrying[0]
        out = [first._replace(outcome=outcome.trigger.concept if outcome else "", verb=verb.place if verb else None)]
    elif telling:
        out = telling[:1]
        beside = [f for f in telling[1:] if f.place != out[0].place and _joined(clause, f, language=language)]
        out += beside[: 1 if language == "de" else 2]
    elif phase:
        out = [phase]
    elif not _idiomatic(clause, lexicon, words, language=language):
        out = [f for f in carrying if carries(clause, f, words, language=language)][:1]
    seen = {found.trigger.concept for found in out}
    if out and (out[0].trigger.type in _CALLING or out[0].trigger.concept == "promise"):
        known = [_as_aim(clause, found, language=language) for found in known]
        out += [found for found in known if found.aim][:1]
    for found in known:
        if found.occasion and found.trigger.concept not in seen:
            seen.add(found.trigger.concept)
            out.append(found)
    return tuple(out)


def _parted_by_and(clause: Clause, noun: int, verb: int) -> bool:
    """Tell whether *und* stands between a noun and the verb behind it, which then has another object."""
    return noun < verb and any(token.text == "und" for token in clause.tokens[noun:verb])


def _as_aim(clause: Clause, found: Found, *, language: str) -> Found:
    """Return a noun as what the clause's verb calls for or threatens, where a preposition of aim governs it."""
    if found.trigger.type in VERBAL or not aimed_at(clause.tokens, found.place, language=language):
        return found
    return found._replace(occasion=False, aim=True)


def _joined(clause: Clause, found: Found, *, language: str) -> bool:
    """Tell whether a verb tells a second event beside the main one.

    One that *and* joins to the verb before, where clauses are not cut at it; in German what somebody owns up to or
    denies having done (``bestreitet, … unterzeichnet zu haben``).
    """
    if language == "de":
        behind = [token.text for token in clause.tokens[found.place + 1 : found.place + 3]]
        return found.trigger.tense == "participle" and behind in (["zu", "haben"], ["zu", "sein"])
    before = [token.text.lower() for token in clause.tokens[: found.place]]
    if language == "en" and "that" in before[-_CONTENT:]:
        return True  # denied that its troops had opened fire
    return bool(before) and found.trigger.tense in _FINITE and before[-1] in JOINING
