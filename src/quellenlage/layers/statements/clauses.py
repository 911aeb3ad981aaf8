"""What kind of clause a German segment is: main, *dass*, relative, infinitive; in which mood."""

from __future__ import annotations

from quellenlage.layers import german
from quellenlage.layers.statements import lexicon
from quellenlage.layers.statements.lexicon import WORDS
from quellenlage.layers.statements.units import Segment, Unit

_RELATIVES = frozenset({"der", "die", "das", "dem", "den", "deren", "dessen", "denen", "welche", "welcher", "welches"})


def free(unit: Unit, segment: Segment) -> list[int]:
    """Return the places of a segment outside quotations and brackets."""
    return [i for i in range(segment.first, segment.last) if unit.quote[i] < 0 and not unit.bracket[i]]


def opener(unit: Unit, segment: Segment) -> str:
    """Return the first word of a segment in lower case, conjunctions left out."""
    for place in range(segment.first, segment.last):
        if unit.low[place] not in WORDS["conjunctions"] and unit.quote[place] < 0:
            return unit.low[place]
    return ""


def finite_places(unit: Unit, segment: Segment) -> list[int]:
    """Return the places of words that are finite verbs, sure ones first choice, else ambiguous ones."""
    places = free(unit, segment)
    sure = [i for i in places if lexicon.is_finite(unit.words[i])]
    return sure or [i for i in places if lexicon.finite(unit.words[i]) and not _infinitive(unit, i)]


def _infinitive(unit: Unit, place: int) -> bool:
    return place > 0 and unit.low[place - 1] == "zu"


def mood(unit: Unit, segment: Segment) -> int:
    """Return 1 where a finite verb is a clear Konjunktiv I, 2 for Konjunktiv II, else 0."""
    found = 0
    for place in free(unit, segment):
        value = lexicon.reported_mood(unit.words[place])
        if value == 1 and german.subjunctive1_at(unit.words, place):
            return 1
        if value == 2:
            found = 2
    return found


def infinitive_clause(unit: Unit, segment: Segment) -> bool:
    """Tell whether a segment is an infinitive with *zu* and has no finite verb."""
    with_zu = False
    for place in range(segment.first, segment.last):
        word = unit.words[place]
        if (unit.low[place] == "zu" and place + 1 < len(unit.words) and lexicon.infinitives(unit.words[place + 1])) or (
            "zu" in word[1:-3] and word[0].islower() and lexicon.infinitives(word) and not german.is_verb(word)
        ):
            with_zu = True
    return with_zu and not any(lexicon.is_finite(unit.words[i]) for i in free(unit, segment))


def subordinate(unit: Unit, segment: Segment) -> bool:
    """Tell whether a segment is a subordinate or relative clause by its first word and its final verb."""
    low = unit.low[segment.first]
    if low in ("und", "oder") and segment.last - segment.first > 1:
        low = unit.low[segment.first + 1]
    if low in WORDS["subordinators"]:
        return low not in ("da", "als", "bis", "seit", "während") or verb_final(unit, segment)
    first = low in _RELATIVES
    second = (
        low in WORDS["prepositions"] and segment.last - segment.first > 1 and unit.low[segment.first + 1] in _RELATIVES
    )
    relative = segment.before == "," and (first or second) and verb_final(unit, segment)
    return relative and not infinitive_clause(unit, segment)


def verb_final(unit: Unit, segment: Segment) -> bool:
    """Tell whether the finite verb is the last word of a segment."""
    places = free(unit, segment)
    if not places:
        return False
    last = places[-1]
    finite = lexicon.finite(unit.words[last])
    return bool(finite) and not any(lexicon.is_finite(unit.words[i]) for i in places[:-1])


def main_clause(unit: Unit, segment: Segment) -> bool:
    """Tell whether a segment holds a finite verb and is no subordinate clause."""
    return bool(finite_places(unit, segment)) and not subordinate(unit, segment)


def cuts_at(unit: Unit, first: int, place: int) -> bool:
    """Tell whether a conjunction at ``place`` begins a second main clause in the segment that began at ``first``."""
    if unit.low[place] not in ("und", "aber", "doch", "sondern", "oder") or place + 1 >= len(unit.words):
        return False
    if not any(lexicon.is_finite(unit.words[i]) for i in range(first, place) if unit.quote[i] < 0):
        return False
    if unit.low[first] in WORDS["subordinators"]:
        return False
    following = unit.words[place + 1]
    if lexicon.is_finite(following):
        return True
    stop = next(
        (i for i in range(place + 1, len(unit.words)) if unit.words[i] in (",", ".", ":", ";", "!", "?")),
        len(unit.words),
    )
    for i in range(place + 1, min(stop, place + 7)):
        if lexicon.is_finite(unit.words[i]) and unit.quote[i] < 0:
            between = unit.words[place + 1 : i]
            return bool(between) and not any(w in (",", ";") for w in between) and i + 1 < stop
    return False
