"""Which segments of a German unit a frame frames."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quellenlage.layers.statements import clauses, lexicon
from quellenlage.layers.statements.cues import Hit
from quellenlage.layers.statements.drafts import Range
from quellenlage.layers.statements.lexicon import WORDS
from quellenlage.layers.statements.phrases import subject_before
from quellenlage.layers.statements.units import ENDS, Segment, Unit

_JOINING = frozenset({"und", "aber", "doch", "sondern", "oder"})


def ranged(unit: Unit, first: int, last: int) -> Range | None:
    """Return the tokens of segments ``first`` to ``last`` (exclusive) without outer punctuation, or None."""
    if first >= last:
        return None
    begin, end = unit.trimmed(unit.segments[first].first, unit.segments[last - 1].last)
    return (begin, end) if begin < end else None


def left_of(unit: Unit, number: int, taken: Collection[int]) -> int:
    """Return the first segment of what stands before a frame, back to a colon, semicolon or sentence end."""
    first = number
    while first > 0:
        mark = unit.segments[first - 1].after[:1]
        if mark and (mark in ";:" or mark in ENDS):
            break
        if first - 1 in taken:
            break
        first -= 1
    return first


def right_of(unit: Unit, number: int, taken: Collection[int]) -> int:
    """Return one past the last segment of what stands behind a frame, the frame's next segment being ``number``."""
    last = number
    while last < len(unit.segments):
        if last > number and last in taken:
            break
        last += 1
        if unit.segments[last - 1].after[:1] == ";":
            break
    return last


def without_topic(unit: Unit, left: int, number: int, kind: str) -> int:
    """Leave out a bare noun before a clause that it announces (*Vorwürfe, er habe …, wies sie zurück*)."""
    if kind in ("deny", "doubt") and left + 1 < number and not clauses.finite_places(unit, unit.segments[left]):
        return left + 1
    return left


def behind_apposition(unit: Unit, number: int) -> int:
    """Return the segment behind a frame and an apposition of its speaker (*…, so Ida Moll, Chefin der Werft, …*)."""
    following = number + 1
    if following + 1 >= len(unit.segments) or unit.segments[number].after[:1] != ",":
        return following
    segment = unit.segments[following]
    if clauses.subordinate(unit, segment) and unit.low[segment.first] not in WORDS["subordinators"]:
        return following + 1
    if clauses.finite_places(unit, segment) or clauses.infinitive_clause(unit, segment) or segment.after[:1] != ",":
        return following
    named = unit.words[segment.first][0].isupper() or unit.low[segment.first] in WORDS["determiners"]
    return following + 1 if named and unit.quote[segment.first] < 0 else following


def continues(unit: Unit, before: Range | None, number: int, behind: int, hits: Sequence[Hit]) -> bool:
    """Tell whether segment ``behind`` goes on with what stands before frame ``number``."""
    following = unit.segments[behind]
    if before is None:
        return True
    if unit.whole_quote(*before):
        full = unit.quote[following.first] >= 0 and unit.full(unit.quote[following.first])
        return full or unit.whole_quote(following.first, following.last)
    if unit.segments[number].after[:1] not in (",", "–", "—", "-"):
        return False
    last = unit.segments[number - 1]
    if not clauses.finite_places(unit, last) and not clauses.infinitive_clause(unit, last):
        return True
    if _rest_of_verb(unit, following):
        return True
    return clauses.mood(unit, following) > 0 and not hits


def _rest_of_verb(unit: Unit, segment: Segment) -> bool:
    """Tell whether a segment holds the infinitive or participle of a verb before it (*will, so X, gewarnt worden*)."""
    places = clauses.free(unit, segment)
    if not places or any(lexicon.is_finite(unit.words[i]) for i in places):
        return False
    closing = unit.words[places[-1]]
    return closing[0].islower() and bool(lexicon.infinitives(closing) or lexicon.participles(closing))


def sayable(unit: Unit, segment: Segment) -> bool:
    """Tell whether a segment can be what was said: quotation, main clause, *dass …*, infinitive, Konjunktiv."""
    if unit.whole_quote(segment.first, segment.last):
        return True
    if any(unit.quote[i] >= 0 and unit.full(unit.quote[i]) for i in range(segment.first, segment.last)):
        return True
    low = clauses.opener(unit, segment)
    if low in ("dass", "daß", "ob") or clauses.mood(unit, segment):
        return True
    if clauses.infinitive_clause(unit, segment):
        return low not in ("um", "ohne", "statt", "anstatt")
    verbal = any(lexicon.verbal(unit.words[i]) for i in clauses.free(unit, segment))
    return verbal and not clauses.subordinate(unit, segment)


def stands_alone(unit: Unit, segment: Segment) -> bool:
    """Tell whether a segment is a main clause with a subject in front, which no source inside the one before covers.

    *Zwei Häuser gelten laut Stadt als unbewohnbar, drei stehen noch*: the second is the paper's own.
    """
    places = clauses.finite_places(unit, segment)
    if not places or places[0] == segment.first or clauses.mood(unit, segment) or clauses.subordinate(unit, segment):
        return False
    begin = segment.first + (unit.low[segment.first] in _JOINING)
    counted = begin + 1 == places[0] and unit.low[begin] in WORDS["quantifiers"]
    return counted or (begin < places[0] and subject_before(unit, begin, places[0]) is not None)


def aside(unit: Unit, segment: Segment) -> bool:
    """Tell whether a segment between frame and content is an apposition or a relative clause."""
    if unit.quote[segment.first] >= 0:
        return False
    if not clauses.finite_places(unit, segment) and not clauses.infinitive_clause(unit, segment):
        return segment.last - segment.first <= 12 and segment.after[:1] in (",", ":")
    return clauses.subordinate(unit, segment) and unit.low[segment.first] not in WORDS["content-openers"]


def own_frame(unit: Unit, number: int, hits: Sequence[Hit]) -> bool:
    """Tell whether a segment frames what stands before it (*…, so X*, *…, sagte X*)."""
    segment = unit.segments[number]
    if unit.low[segment.first] == "so" and not clauses.finite_places(unit, segment):
        return segment.last - segment.first > 1
    return any(hit.verb == segment.first and hit.entry.clause and not hit.subjunctive for hit in hits)


def end_of(
    unit: Unit, begin: int, *, quoted: bool, colon: bool, hits: Sequence[Sequence[Hit]], taken: Collection[int]
) -> tuple[int, bool]:
    """Return one past the last segment of content that begins at ``begin``, and whether another frame ended it."""
    end = begin + 1
    while end < len(unit.segments):
        mark = unit.segments[end - 1].after[:1]
        segment = unit.segments[end]
        if mark in ENDS and mark and not (colon and quoted):
            break
        if quoted:
            if not unit.whole_quote(segment.first, segment.last):
                return end, own_frame(unit, end, hits[end])
            end += 1
            continue
        if end in taken or own_frame(unit, end, hits[end]):
            return end, True
        indicative = clauses.mood(unit, segment) == 0
        if mark == ";" and indicative:
            break
        main = clauses.main_clause(unit, segment)
        first = unit.words[segment.first]
        if indicative and main and mark == "," and lexicon.finite(first) and lexicon.is_finite(first):
            break
        if indicative and main and (mark == "" or (not colon and unit.low[segment.first] in _JOINING)):
            break
        end += 1
    return end, False


def spoken_main(unit: Unit, number: int, begin: int, kind: str, hit: Hit | None) -> bool:
    """Tell whether an indicative main clause behind a frame is what was said (*X sagte, das ist so*)."""
    following = unit.segments[begin]
    if unit.low[following.first] in _JOINING or kind not in ("say", "think", "write", "announce", "demand"):
        return False
    if unit.segments[number].after[:1] != "," or begin != number + 1 or hit is None or hit.entry.bare:
        return False
    places = clauses.finite_places(unit, following)
    if places and places[0] == following.first:
        return False
    segment = unit.segments[number]
    rest = range(max(hit.places) + 1, segment.last)
    return all(unit.low[i] in WORDS["adverbs"] or unit.low[i] in WORDS["personal"] for i in rest)
