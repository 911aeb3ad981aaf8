"""Which way a clause looks: its tense and cue words tell whether „am Montag“ is the Monday before or the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from quellenlage.layers import german
from quellenlage.layers.times.grammar import Grammar

PAST: Final = -1
PRESENT: Final = 0
FUTURE: Final = 1
_CLAUSE_MARKS: Final = frozenset(",;:–—")
_BRACKETS: Final = frozenset("()")
_END_MARKS: Final = frozenset(".!?")
_SHORTEST: Final = 3  # letters; a shorter word has no ending to go by
_INSERTED: Final = (
    3  # clauses behind „ist am Samstag, wie die Polizei mitteilte, …“ in which its participle is looked for
)
_REACH: Final = 80  # tokens to either side; a longer sentence tells no more


def is_end(words: list[str], place: int) -> bool:
    """Tell whether the token at ``place`` ends a sentence: a full stop after a number or an initial does not."""
    if words[place] not in _END_MARKS:
        return "\n\n" in words[place]
    before = words[place - 1] if place else ""
    if words[place] == "." and (before.isdecimal() or len(before) < 2):
        return False
    after = words[place + 1] if place + 1 < len(words) else " "
    return after.isspace() or after in {'"', "“", "”", "»", "«"}


class _Verbs(NamedTuple):
    """What the verbs of a German clause are.

    Attributes:
        told: Where they look, or None where there are none.
        auxiliary: Whether a finite *haben* or *sein* is the only finite verb.
        participle: Whether a past participle, and no finite verb, stands there („ums Leben gekommen“).
    """

    told: int | None
    auxiliary: bool = False
    participle: bool = False


def clauses(words: list[str], begin: int, end: int) -> tuple[list[list[str]], int, int]:
    """Return the clauses of the sentence around a span, which of them holds it, and at which word the span begins.

    What stands in brackets is left out, unless the span stands there: then it is a clause of its own.
    """
    low = begin
    while low > 0 and begin - low < _REACH and not is_end(words, low - 1):
        low -= 1
    high = end
    while high < len(words) and high - end < _REACH and not is_end(words, high):
        high += 1
    found: list[list[str]] = [[]]
    own = at = 0
    beyond = low
    for place in range(low, high):
        if place < beyond:
            continue
        if words[place] == "(":
            close = words.index(")", place, high) if ")" in words[place:high] else place
            if not place < begin < close:
                beyond = close + 1
                continue
        if place == begin:
            own, at = len(found) - 1, len(found[-1])
        word = words[place]
        mark = word in _CLAUSE_MARKS and words[place + 1 : place + 2] != [] and words[place + 1].isspace()
        mark = mark or word in _BRACKETS
        if mark and not begin <= place < end:
            found.append([])
        elif not word.isspace():
            found[-1].append(word)
    return found, own, at


def _german(clause: list[str], grammar: Grammar) -> _Verbs:
    """Return the tense of a German clause by the morphology of its verbs."""
    tense = grammar.tense
    past = future = modal = present = perfect = participle = infinitive = bare = False
    for place, word in enumerate(clause):
        low = word[:1].lower() + word[1:] if place == 0 else word
        if low in tense["strong"]:
            return _Verbs(FUTURE)
        if not low.isalpha() or not low.islower() or low in tense["notverb"] or _attributive(clause, place, tense):
            continue
        readings = german.verb_readings(low)
        if not readings:
            continue
        lemmas = {reading.lemma for reading in readings}
        moods = {(reading.mood, reading.tense) for reading in readings if reading.person in {3, None}}
        if low == "worden" or ("ind", "past") in moods:
            past = True
        elif not lemmas.isdisjoint(tense["modal"]) and (("ind", "pres") in moods or ("kj1", "pres") in moods):
            future = True
            modal = modal or "werden" not in lemmas
        elif low in tense["future"]:
            future = modal = True
        elif not lemmas.isdisjoint(tense["auxiliary"]):
            perfect = perfect or ("ind", "pres") in moods or ("kj1", "pres") in moods
            bare = bare or ("inf", None) in moods
        elif ("part", "past") in moods:
            participle = True
            present = present or ("ind", "pres") in moods
        elif ("inf", None) in moods:
            infinitive = True
        elif ("ind", "pres") in moods or ("kj1", "pres") in moods:
            present = True
    if past or (participle and ((modal and bare) if future else perfect)):
        return _Verbs(PAST)
    if future:
        return _Verbs(FUTURE)
    if perfect and not present:
        return _Verbs(PRESENT, auxiliary=True)
    finite = present or infinitive or perfect
    return _Verbs(PRESENT if finite else None, participle=participle and not finite)


def _attributive(clause: list[str], place: int, tense: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a word stands where an adjective does: a determiner before it and a noun behind it."""
    if place == 0 or place + 1 >= len(clause) or not clause[place].endswith(("e", "en", "er", "es", "em")):
        return False
    return clause[place - 1].lower() in tense["determiner"] and clause[place + 1][:1].isupper()


def _marked(clause: list[str], at: int, grammar: Grammar) -> int | None:
    """Return what the marker nearest to position ``at`` says: those before it first, then those behind it."""
    tense = grammar.tense
    order = [*range(min(at, len(clause)) - 1, -1, -1), *range(at + 1, len(clause))]
    places = [place for place in order if place == 0 or clause[place].islower()]
    for place in places:
        low = clause[place].lower()
        following = clause[place + 1] if place + 1 < len(clause) else ""
        if low in tense["beforeverb"] and following.isalpha() and following not in tense["noverb"]:
            return FUTURE
        if low in tense["future"] or low in tense["strong"]:
            return FUTURE
        if low in tense["past"] or _ends(low, grammar.endings["past"], tense["notverb"]):
            return PAST
    looks_ahead = any(_ends(clause[place], grammar.endings["future"], tense["notverb"]) for place in places)
    return FUTURE if looks_ahead else None


def _ends(word: str, endings: tuple[str, ...], others: frozenset[str]) -> bool:
    """Tell whether a word has one of the endings and is none of the ``others``."""
    return len(word) > _SHORTEST and word.endswith(endings) and word not in others


def direction(words: list[str], begin: int, end: int, grammar: Grammar) -> int | None:
    """Return where the clause around a span looks.

    Args:
        words: The tokens of the text.
        begin: First token of the span.
        end: One past its last.
        grammar: Its language's grammar.

    Returns:
        ``PAST``, ``PRESENT``, ``FUTURE``, or None where no verb near it tells.
    """
    found, own, at = clauses(words, begin, end)
    for place in (own, own + 1, own - 1):
        if 0 <= place < len(found):
            if grammar.language == "de":
                verbs = _german(found[place], grammar)
                told = verbs.told
                behind = found[place + 1 : place + 1 + _INSERTED]
                if verbs.auxiliary and any(_german(clause, grammar).participle for clause in behind):
                    told = PAST
            else:
                told = _marked(found[place], at if place == own else len(found[place]), grammar)
            if told is not None:
                return told
    return None
