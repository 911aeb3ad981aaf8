"""Which way a clause looks: its tense and cue words tell whether „am Montag“ is the Monday before or the next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from quellenlage.layers import german
from quellenlage.layers.times import french
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
_BEFORE_TIMES: Final = frozenset(("am", "im", "in", "seit", "vom", "an"))
_INFLECTED: Final = ("en", "er", "es", "em", "e")
_ATTRIBUTE: Final = 14  # tokens, blanks included, from a time to the participle it belongs to
_PARTICIPLE: Final = re.compile(r"[a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en)")  # of a verb that the tables do not know
_REACH: Final = 80  # tokens to either side; a longer sentence tells no more


def is_end(words: list[str], place: int) -> bool:
    """Tell whether the token at ``place`` ends a sentence: a full stop after a number or an initial does not."""
    if words[place] not in _END_MARKS:
        return "\n\n" in words[place]
    before = words[place - 1] if place else ""
    if words[place] == "." and (before.isdecimal() or (len(before) < 2 and before.isalpha())):
        return False
    after = words[place + 1] if place + 1 < len(words) else " "
    return after.isspace() or after in {'"', "“", "”", "»", "«"}


class _Verbs(NamedTuple):
    """What the verbs of a German clause are.

    Attributes:
        told: Where they look, or None where there are none.
        auxiliary: Whether a finite *haben* or *sein* is the only finite verb.
        task: Whether an infinitive with *zu*, and no finite verb, stands there.
        participle: Whether a past participle, and no finite verb, stands there („ums Leben gekommen“).
        planned: Whether the verb is one that tells in the present of what is to come („am Montag beginnt …“).
    """

    told: int | None
    auxiliary: bool = False
    task: bool = False
    participle: bool = False
    planned: bool = False


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
    past = future = modal = present = perfect = participle = infinitive = bare = either = task = said = False
    planned = moved = done = False
    apart = _apart(clause)
    for place, word in enumerate(clause):
        low = word[:1].lower() + word[1:] if place == 0 else word
        if low in tense["strong"] and not ({"hatte", "hatten"} & set(clause)):
            return _Verbs(FUTURE)
        with_to = place > 0 and clause[place - 1] == "zu"
        if not low.isalpha() or not low.islower() or (low in tense["notverb"] and not with_to):
            continue
        if _attributive(clause, place, tense):
            continue
        readings = german.verb_readings(low)
        if not readings:
            continue
        lemmas = {reading.lemma for reading in readings}
        planned = planned or not tense["planned"].isdisjoint(lemmas | {apart + lemma for lemma in lemmas})
        moods = {(reading.mood, reading.tense) for reading in readings if reading.person in {3, None}}
        if with_to and ("inf", None) in moods:
            infinitive = task = True
            over = participle or _PARTICIPLE.fullmatch(clause[max(0, place - 2)]) is not None
            done = done or (over and (low == "haben" or (low == "sein" and moved)))
        elif {("ind", "past"), ("part", "past")} <= moods:
            either = True
        elif low == "worden" or ("ind", "past") in moods:
            past = True
        elif not lemmas.isdisjoint(tense["modal"]) and (("ind", "pres") in moods or ("kj1", "pres") in moods):
            future = True
            modal = modal or "werden" not in lemmas
        elif low in tense["future"]:
            future = modal = True
        elif not lemmas.isdisjoint(tense["auxiliary"]):
            perfect = perfect or ("ind", "pres") in moods or ("kj1", "pres") in moods
            moved, participle = moved or low == "gewesen", participle or ("part", "past") in moods
            # „soll gekommen sein“ looks back, „soll abgeschlossen sein“ ahead
            bare = bare or (("inf", None) in moods and (low != "sein" or moved))
        elif ("part", "past") in moods:
            participle = True
            moved = moved or low.endswith(grammar.endings["moved"])
            present = present or ("ind", "pres") in moods
        elif ("inf", None) in moods:
            infinitive = True
        elif ("ind", "pres") in moods or ("kj1", "pres") in moods:
            present = True
            said = said or not lemmas.isdisjoint(tense["saying"])
    said = said and apart not in tense["apart"]  # „sagt für Montag Regen voraus“
    if either:  # „entschieden“: a participle beside *haben*, *sein*, *werden*, else the past tense of several
        participle = participle or perfect or future
        past = past or not (perfect or future)
    if past or done or (participle and ((modal and bare) if future else perfect)):
        return _Verbs(PAST)
    if future:
        return _Verbs(FUTURE)
    if said and not infinitive:  # „sagt sie am Montag“: reports tell in the present what was said
        return _Verbs(PAST)
    if perfect and not present:
        return _Verbs(PRESENT, auxiliary=True)
    finite = present or infinitive or perfect
    only_task = task and not (present or perfect)
    told = PRESENT if finite else None
    return _Verbs(told, participle=participle and not finite, task=only_task, planned=planned or only_task)


def _apart(clause: list[str]) -> str:
    """Return the last word of a clause, or of its first part before „und“: a prefix that stands apart may be there."""
    for place, word in enumerate(clause):
        joins = word in {"und", "oder"} and 0 < place < len(clause) - 1
        if joins and clause[place - 1].islower() and clause[place + 1].islower():
            return clause[place - 1]
    return clause[-1] if clause else ""


def plans(words: list[str], begin: int, end: int, grammar: Grammar, *, infinitive: bool = False) -> bool:
    """Tell whether a German clause in the present tells of what is to come, and no scene („am Montag beginnt …“).

    With ``infinitive`` it tells whether such a verb stands there behind another („will heute abstimmen“).
    """
    found, own, _ = clauses(words, begin, end)
    if infinitive:
        readings = (reading for word in found[own][-1:] for reading in german.verb_readings(word))
        return grammar.language == "de" and any(
            reading.mood in {"inf", "part"} and reading.lemma in grammar.tense["planned"] for reading in readings
        )
    if grammar.language != "de":
        return True
    near = (_german(found[place], grammar) for place in (own, own + 1, own - 1) if 0 <= place < len(found))
    return next((verbs.planned for verbs in near if verbs.told is not None), False)


def _attributive(clause: list[str], place: int, tense: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a word stands where an adjective does: a determiner before it and a noun behind it."""
    if place == 0 or place + 1 >= len(clause) or not clause[place].endswith(("e", "en", "er", "es", "em")):
        return False
    return clause[place - 1].lower() in tense["determiner"] and clause[place + 1][:1].isupper()


def _marked(clause: list[str], at: int, grammar: Grammar, size: int = 1) -> int | None:
    """Return what the marker nearest to the ``size`` words at ``at`` says: those before first, then those behind."""
    tense = grammar.tense
    order = [*range(min(at, len(clause)) - 1, -1, -1), *range(at + size, len(clause))]
    places = [place for place in order if place == 0 or clause[place].islower()]
    for place in places:
        low = clause[place].lower()
        following = clause[place + 1] if place + 1 < len(clause) else ""
        if low in tense["beforeverb"] and _may_be_verb(following, grammar):
            return PAST if place and clause[place - 1].lower() in tense["implicative"] else FUTURE
        if place < at and _infinitive(low, grammar):
            return FUTURE if tense["implicative"].isdisjoint(clause) else PAST
        if low in tense["future"] or low in tense["strong"]:
            return FUTURE
        if low in tense["past"] or _ends(low, grammar.endings["past"], tense["notverb"]):
            return PAST
    looks_ahead = any(_ends(clause[place], grammar.endings["future"], tense["notverb"]) for place in places)
    return FUTURE if looks_ahead else None


def _may_be_verb(word: str, grammar: Grammar) -> bool:
    """Tell whether a word behind „to“ may be a verb: it has no capital and no ending of a noun."""
    if not word.isalpha() or not word.islower() or word in grammar.tense["noverb"]:
        return False
    return not word.endswith(grammar.endings["noverb"]) or word.endswith(grammar.endings["verb"])


def _infinitive(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is an infinitive by its ending, in a language where endings tell."""
    if word in grammar.tense.get("infinitive", ()):
        return True
    return _ends(word, grammar.endings.get("infinitive", ()), grammar.tense.get("noinfinitive", frozenset()))


def _implied(clause: list[str], grammar: Grammar) -> bool:
    """Tell whether a clause says in the past that something was done („es gelang ihm, …“)."""
    if _german(clause, grammar).told != PAST:
        return False
    lemmas = {reading.lemma for word in clause for reading in german.verb_readings(word)}
    return not lemmas.isdisjoint(grammar.tense["implicative"])


def _attribute(words: list[str], begin: int, end: int, grammar: Grammar) -> int | None:
    """Return where the participle looks that a span belongs to („der am Montag vorgestellte Bericht“), or None."""
    before = [word for word in words[max(0, begin - 5) : begin] if not word.isspace()][-2:]
    if len(before) < 2 or before[1] not in _BEFORE_TIMES or before[0].lower() not in grammar.tense["determiner"]:
        return None
    after = [word for word in words[end : end + _ATTRIBUTE] if not word.isspace()]
    for word, noun in pairwise(after):
        base = next((word[: -len(end)] for end in _INFLECTED if word.endswith(end)), "")
        if not word.isalpha() and word not in "«»„“":
            return None
        if not base or not word.islower() or not noun[:1].isalpha():
            continue
        if base in grammar.tense["strong"]:
            return None
        if base.endswith("end"):
            return FUTURE
        if any(reading.mood == "part" for reading in german.verb_readings(base)):
            return PAST
    return None


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
    if grammar.language == "de":
        attribute = _attribute(words, begin, end, grammar)
        if attribute is not None:
            return attribute
    found, own, at = clauses(words, begin, end)
    for place in (own, own + 1, own - 1):
        if 0 <= place < len(found):
            if grammar.language == "de":
                verbs = _german(found[place], grammar)
                told = verbs.told
                behind = found[place + 1 : place + 1 + _INSERTED]
                if verbs.auxiliary and any(_german(clause, grammar).participle for clause in behind):
                    told = PAST
                if verbs.task and place and _implied(found[place - 1], grammar):
                    told = PAST
            elif grammar.language == "fr":
                told = french.direction(found[place], at if place == own else len(found[place]), grammar)
            else:
                size = sum(not word.isspace() for word in words[begin:end])
                told = _marked(found[place], at if place == own else len(found[place]), grammar, size)
            if told is not None:
                return told
    return None
