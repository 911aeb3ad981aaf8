"""German told speech: an act without its words (*lobte X*, *warnte vor X*); the corpus says *reported*."""

from __future__ import annotations

from quellenlage.layers.statements import clauses, subjects
from quellenlage.layers.statements.cues import Hit
from quellenlage.layers.statements.drafts import Draft, Named
from quellenlage.layers.statements.lexicon import WORDS
from quellenlage.layers.statements.phrases import Phrase, noun_phrase
from quellenlage.layers.statements.units import Segment, Unit

_FUSED = {
    "von": ("vom",),
    "zu": ("zum", "zur"),
    "auf": ("aufs",),
    "vor": ("vorm",),
    "für": ("fürs",),
    "an": ("am", "ans"),
}
_BARE = frozenset({"das", "dies", "es", "sich", "ihn", "sie", "ihm", "ihr", "ihnen", "er", "man", "dem", "was"})
_NOBODY = frozenset({"es", "das", "dies", "ich", "wir", "was"})


def find(unit: Unit, number: int, hits: list[Hit], taken: set[int]) -> tuple[Draft | None, Named | None]:
    """Return the told speech of a segment, and, where it has none, who acts in it as a speaker without words."""
    segment = unit.segments[number]
    silent: Named | None = None
    if clauses.subordinate(unit, segment):
        return None, None
    for hit in hits:
        if hit.subjunctive:
            continue
        subject, dative = subjects.of_cue(unit, number, hit)
        who = subjects.by(unit, segment) if hit.passive else subjects.with_name(unit, subjects.named(unit, subject))
        if who is not None and who.text.lower() in _NOBODY:
            continue
        anaphor = unit.low[segment.first] in ("das", "dies") and hit.verb == segment.first + 1 and hit.entry.clause
        if anaphor and who is not None and not hit.passive:
            frame = (segment.first, segment.last)
            addressee = subjects.named(unit, dative)
            reason = "das … " + hit.lemma
            return Draft(
                unit, [], "indirect", hit.entry.kind, who, hit.places, frame, addressee, confidence=0.6, reason=reason
            ), None
        if not has_object(unit, segment, hit, subject):
            if who is not None and not hit.passive:
                silent = who
            continue
        if who is None and hit.passive:
            who = _circles(unit, segment)
            if who is None:
                continue
        if hit.passive and hit.entry.kind in ("think", "announce", "confirm"):
            continue
        if who is None:
            continue
        end = _end(unit, number, taken)
        first, last = unit.trimmed(segment.first, unit.segments[end - 1].last)
        taken.update(range(number, end))
        draft = Draft(
            unit, [(first, last)], "reported", hit.entry.kind, who, hit.places, (first, last),
            subjects.named(unit, dative), confidence=0.5, reason=hit.lemma,
        )  # fmt: skip
        return draft, None
    return None, silent


def _circles(unit: Unit, segment: Segment) -> Named | None:
    """Return *In Finanzkreisen* of a passive clause."""
    for place in range(segment.first, segment.last - 1):
        if unit.low[place] in ("in", "aus", "im") and unit.low[place + 1].endswith(("kreisen", "umfeld")):
            return Named(unit, place + 1, place + 2, place + 2)
    return None


def _end(unit: Unit, number: int, taken: set[int]) -> int:
    """Return one past the last segment of told speech: quotations, infinitives, subordinate clauses go with it."""
    end = number + 1
    while end < len(unit.segments) and end not in taken:
        segment = unit.segments[end]
        mark = unit.segments[end - 1].after[:1]
        if mark == "" and unit.whole_quote(segment.first, segment.last):
            end += 1
            continue
        if mark != "," or not (clauses.subordinate(unit, segment) or clauses.infinitive_clause(unit, segment)):
            break
        end += 1
    return end


def has_object(unit: Unit, segment: Segment, hit: Hit, subject: Phrase | None) -> bool:
    """Tell whether a cue has the object that makes it told speech."""
    entry = hit.entry
    low = unit.low[segment.first : segment.last]
    if " " in hit.lemma and (entry.bare or entry.prepositions) and entry.kind != "say":
        return "Aussicht" not in hit.lemma or _objects(unit, segment, hit, subject) > 0
    for preposition in sorted(entry.prepositions - {"NP", "ADJ"}):
        for place in range(segment.first, segment.last - 1):
            there = unit.low[place] == preposition or unit.low[place] in _FUSED.get(preposition, ())
            if there and (noun_phrase(unit, place + 1, segment.last) is not None or unit.quote[place + 1] >= 0):
                return True
        if preposition in ("von", "vor") and "da" + preposition in low:
            return True
    counts = entry.bare or "NP" in entry.prepositions
    return counts and _objects(unit, segment, hit, subject) >= 1


def _objects(unit: Unit, segment: Segment, hit: Hit, subject: Phrase | None) -> int:
    """Count noun phrases of a clause that are neither subject nor behind a preposition nor mere pronouns."""
    count, place = 0, segment.first
    while place < segment.last:
        if subject is not None and subject.first <= place < subject.last:
            place = subject.last
            continue
        low = unit.low[place]
        if place in hit.places or unit.bracket[place] or low in WORDS["adverbs"] or low in WORDS["conjunctions"]:
            place += 1
            continue
        if low in WORDS["prepositions"]:
            behind = noun_phrase(unit, place + 1, segment.last)
            place = behind.last if behind else place + 1
            continue
        phrase = noun_phrase(unit, place, segment.last)
        if phrase is None:
            place += 1
            continue
        mere = phrase.last - phrase.first == 1 and low in _BARE
        if hit.passive or not mere:
            count += hit.passive or low not in WORDS["dative-only"] or unit.low[phrase.first] == "den"
        place = phrase.last
    following = next((s for s in unit.segments if s.first == segment.last), None)
    if following is not None and unit.whole_quote(following.first, following.last):
        count += 1
    return count
