"""German cue verbs in a clause: simple, separable, perfect, passive, and phrases (*stellte … in Aussicht*)."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.layers import german
from quellenlage.layers.statements import lexicon
from quellenlage.layers.statements.lexicon import WORDS, Entry
from quellenlage.layers.statements.units import Segment, Unit

_MODALS = frozenset({"wollen", "sollen", "können", "müssen", "dürfen", "mögen"})
_GOVERNING = _MODALS | {"werden", "lassen"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue in a clause.

    Attributes:
        places: The tokens of the cue; the first is the finite verb.
        lemma: The verb or phrase.
        entry: What the lexicon says.
        passive: *wurde vorgeworfen*.
        subjunctive: The cue itself stands in the Konjunktiv (a report inside a report).
    """

    places: tuple[int, ...]
    lemma: str
    entry: Entry
    passive: bool = False
    subjunctive: bool = False

    @property
    def verb(self) -> int:
        """Place of the finite verb."""
        return self.places[0]


def _free(unit: Unit, place: int) -> bool:
    return unit.quote[place] < 0 and not unit.bracket[place]


def _particle(unit: Unit, verb: int, last: int) -> int:
    """Return the place of a separable prefix near the end of the clause, or -1."""
    for place in range(last - 1, max(verb, last - 6), -1):
        if _free(unit, place) and unit.low[place] in german.SEPARABLE and unit.words[place][0].islower():
            low = unit.low[place]
            if not all(unit.low[i] in WORDS["adverbs"] for i in range(place + 1, last)):
                continue
            if low == "zu" and place + 1 < len(unit.words) and lexicon.infinitives(unit.words[place + 1]):
                continue
            return place
    return -1


def _phrase(unit: Unit, lemma: str, segment: Segment, verb: int) -> tuple[tuple[int, ...], str, Entry] | None:
    for words, entry in lexicon.phrases(lemma):
        span = len(words)
        for place in range(segment.first, segment.last - span + 1):
            if all(unit.low[place + i] == word.lower() for i, word in enumerate(words)) and _free(unit, place):
                return (verb, *range(place, place + span)), "_".join(words) + " " + lemma, entry
        if words[0] == "sich" and span == 2:
            spots = {unit.low[i]: i for i in range(segment.last - 1, segment.first - 1, -1) if _free(unit, i)}
            if "sich" in spots and words[1] in spots:
                return (verb, spots["sich"], spots[words[1]]), "sich " + words[1] + " " + lemma, entry
    return None


def _participle(unit: Unit, verb: int, segment: Segment) -> tuple[int, str, Entry] | None:
    for place in range(segment.last - 1, segment.first - 1, -1):
        if place == verb or not _free(unit, place):
            continue
        for lemma in sorted(lexicon.participles(unit.words[place])):
            found = _phrase(unit, lemma, segment, place)
            entry = found[2] if found else lexicon.verb(lemma)
            if entry is not None:
                return place, found[1] if found else lemma, entry
    return None


def find(unit: Unit, segment: Segment) -> list[Hit]:
    """Return the cues of a clause in order of their finite verbs."""
    hits: list[Hit] = []
    stop = segment.last
    segment = reach(unit, segment)
    for verb in range(segment.first, stop):
        if not _free(unit, verb):
            continue
        lemmas = lexicon.finite(unit.words[verb])
        if not lemmas or (lexicon.participles(unit.words[verb]) and _auxiliary(unit, segment, verb)):
            continue
        hit = _hit(unit, segment, verb, sorted(lemmas))
        if hit is not None:
            hits.append(hit)
    return hits


def reach(unit: Unit, segment: Segment) -> Segment:
    """Lengthen a clause over an apposition to the rest of its verb (*gab der Leiter, Jörg Hansen, bekannt*)."""
    number = next((i for i, s in enumerate(unit.segments) if s.first == segment.first), -1)
    if number < 0 or segment.after[:1] != ",":
        return segment
    for later in unit.segments[number + 1 : number + 4]:
        places = [i for i in range(later.first, later.last) if _free(unit, i)]
        if not places:
            return segment
        closing = later.last - 1
        ends = unit.low[closing] in german.SEPARABLE or bool(lexicon.participles(unit.words[closing]))
        if (
            ends
            and len(places) <= 6
            and not any(lexicon.is_finite(unit.words[i]) for i in places)
            and later.after[:1] in (",", ":", ".")
        ):
            opens = unit.low[later.first]
            if opens not in WORDS["subordinators"] and opens not in WORDS["conjunctions"]:
                return Segment(segment.first, later.last, segment.before, later.after)
        if any(lexicon.is_finite(unit.words[i]) for i in places) and opener_is_main(unit, later):
            return segment
        if later.after[:1] != ",":
            return segment
    return segment


def opener_is_main(unit: Unit, segment: Segment) -> bool:
    """Tell whether a segment with a finite verb does not begin like a relative or subordinate clause."""
    low = unit.low[segment.first]
    second = unit.low[segment.first + 1] if segment.first + 1 < segment.last else ""
    relative = ("der", "die", "das", "dem", "den", "deren", "dessen", "denen", "welche", "welcher")
    return low not in WORDS["subordinators"] and low not in relative and second not in relative


def _hit(unit: Unit, segment: Segment, verb: int, lemmas: list[str]) -> Hit | None:
    mood = lexicon.reported_mood(unit.words[verb]) > 0
    for lemma in lemmas:
        if lemma in ("haben", "sein", "werden"):
            spoken = _participle(unit, verb, segment)
            if spoken is not None:
                place, name, found_entry = spoken
                return Hit((verb, place), name, found_entry, lemma != "haben", mood)
        if lemma in _MODALS:
            return _willing(unit, verb, segment)
        if lemma == "lassen":
            message = _message(unit, verb)
            if message >= 0:
                return Hit((verb, message), "ausrichten lassen", Entry("say", clause=True), False, mood)
        found = _phrase(unit, lemma, segment, verb)
        if found is not None and not (mood and lemma == "sein" and not found[1].startswith("zu_")):
            return Hit(found[0], found[1], found[2], False, mood)
    particle = _particle(unit, verb, segment.last)
    for lemma in lemmas:
        if particle > verb:
            joined = unit.low[particle] + lemma
            reflexive = _phrase(unit, joined, segment, verb)
            named = bool({"von", "vom"} & set(unit.low[verb : segment.last]))
            if reflexive is not None and not (reflexive[1].startswith("davon ") and named):
                return Hit((*reflexive[0], particle), reflexive[1], reflexive[2], False, mood)
            entry = lexicon.verb(joined)
            if entry is not None:
                return Hit((verb, particle), joined, entry, False, mood)
            if german.is_verb(joined) and unit.low[particle] not in WORDS["adverbs"]:
                continue
        entry = lexicon.verb(lemma)
        if entry is not None and not (unit.words[verb].endswith("en") and _infinitive(unit, verb, segment)):
            return Hit((verb,), lemma, entry, False, mood)
    return None


_ADMITTING = frozenset({"einräumen", "zugeben", "eingestehen", "zugestehen", "bestätigen"})


def _willing(unit: Unit, verb: int, segment: Segment) -> Hit | None:
    """*wollte X nicht ausschließen*, *musste X einräumen*, *konnte X bestätigen*; other infinitives say nothing."""
    last = segment.last - 1
    lemmas = lexicon.infinitives(unit.words[last]) if last > verb and _free(unit, last) else frozenset()
    negated = bool(_NO & set(unit.low[segment.first : segment.last]))
    wanted = {"ausschließen"} if negated else _ADMITTING
    for lemma in sorted(lemmas & wanted):
        entry = lexicon.verb(lemma)
        if entry is not None:
            return Hit((verb, last), lemma, entry)
    return None


_NO = frozenset({"nicht", "nie", "weder", "kein", "keine", "keinen", "nichts"})
_MESSAGES = frozenset(
    {"ausrichten", "mitteilen", "wissen", "verlauten", "erklären", "verbreiten", "verkünden", "durchblicken"}
)


def _message(unit: Unit, verb: int) -> int:
    """Return the place of the infinitive of *ließ … ausrichten*, or -1."""
    for place in range(verb + 1, len(unit.words)):
        if unit.low[place] in _MESSAGES and _free(unit, place):
            return place
    return -1


def _auxiliary(unit: Unit, segment: Segment, verb: int) -> bool:
    """Tell whether a clause has a form of *haben*, *sein* or *werden* beside a word that can be a participle."""
    return any(
        place != verb and _free(unit, place) and lexicon.finite(unit.words[place]) & {"haben", "sein", "werden"}
        for place in range(segment.first, segment.last)
    )


def _infinitive(unit: Unit, verb: int, segment: Segment) -> bool:
    """Tell whether a form in -en is an infinitive here: behind *zu*, or with a finite verb before it in the clause."""
    if verb > segment.first and unit.low[verb - 1] == "zu":
        return True
    governed = any(
        lexicon.finite(unit.words[place]) & _MODALS for place in range(segment.first, verb) if _free(unit, place)
    )
    if verb < segment.last - 2 and not governed:
        return False
    return any(
        lexicon.is_finite(unit.words[place]) or lexicon.finite(unit.words[place]) & _GOVERNING
        for place in range(segment.first, verb)
        if _free(unit, place)
    )
