"""German told speech: an act without its words (*lobte X*, *warnte vor X*); the corpus says *reported*."""

from __future__ import annotations

from quellenlage.layers.statements import clauses, contents, cues, lexicon, sources, subjects
from quellenlage.layers.statements.cues import Hit
from quellenlage.layers.statements.drafts import Draft, Named, Range
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
_POLICIES = (
    "plan", "pläne", "vorhaben", "gesetz", "kurs", "politik", "einsatz", "beschluss", "vorgehen", "forderung",
    "entscheidung", "regelung", "maßnahme", "massnahme", "maßnahmen", "massnahmen", "vorschlag", "reform", "kürzung",
    "kürzungen", "entwurf", "erhöhung",
)  # fmt: skip
_NEGATIONS = frozenset({"nicht", "nichts", "nie", "kein", "keine", "keinen", "keinerlei", "niemand"})
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
        if hit.lemma == "die_Rede sein":
            return talk_of(unit, number, hit, taken), None
        subject, dative = subjects.of_cue(unit, number, hit)
        who = subjects.by(unit, segment) if hit.passive else subjects.with_name(unit, subjects.named(unit, subject))
        reached = _whole(unit, number, cues.reach(unit, segment), hit)
        anaphor = unit.low[segment.first] in ("das", "dies") and hit.verb == segment.first + 1 and hit.entry.clause
        if anaphor and hit.lemma in ("hervorgehen", "verlauten"):
            who = subjects.document(unit, segment)
        if anaphor and who is not None:
            frame = (segment.first, segment.last)
            left = contents.left_of(unit, number, taken) if segment.before[:1] in (",", "–", "—") else number
            said = contents.ranged(unit, left, number) if left < number else None
            taken.update(range(left, number + 1))
            addressee = subjects.addressed(unit, dative)
            reason = "das … " + hit.lemma
            cited = next((s.who for s in sources.find(unit, segment) if s.relay and s.who is not None), None)
            return Draft(
                unit, [said] if said else [], "indirect", hit.entry.kind, cited or who, hit.places, frame, addressee,
                via=[who] if cited is not None else [], confidence=0.6, reason=reason,
            ), None  # fmt: skip
        if who is not None and who.text.lower() in _NOBODY:
            continue
        called = _called(unit, segment, hit)
        if called is not None and who is not None and not hit.passive:
            frame = (segment.first, called[0])
            return Draft(
                unit, [called], "direct", hit.entry.kind, who, hit.places, frame, subjects.addressed(unit, dative),
                confidence=0.6, reason=hit.lemma,
            ), None  # fmt: skip
        if withheld(unit, cues.reach(unit, segment), hit) or not has_object(unit, reached, hit, subject):
            if who is not None and not hit.passive:
                silent = who
            continue
        if who is None and hit.passive:
            who = _circles(unit, segment)
            if who is None:
                continue
        circles = who is not None and who.text.lower().endswith("kreisen")
        if hit.passive and hit.entry.kind not in ("assess", "demand") and not circles:
            continue
        if hit.entry.kind in ("announce", "confirm") and "nicht" in unit.low[segment.first : segment.last]:
            continue
        if who is None:
            continue
        end = _end(unit, number, taken)
        while end < len(unit.segments) and unit.segments[end].first < reached.last:
            end += 1
        first, last = unit.trimmed(segment.first, unit.segments[end - 1].last)
        taken.update(range(number, end))
        draft = Draft(
            unit, [(first, last)], "reported", hit.entry.kind, who, hit.places, (first, last),
            subjects.addressed(unit, dative), confidence=0.5, reason=hit.lemma,
        )  # fmt: skip
        return draft, None
    return None, silent


def talk_of(unit: Unit, number: int, hit: Hit, taken: set[int]) -> Draft | None:
    """*In dem Papier ist von X die Rede*; without a paper in it, whoever has the floor (*Dort ist von X die Rede*)."""
    segment = unit.segments[number]
    if not {"von", "vom"} & set(unit.low[segment.first : segment.last]):
        return None
    end = _end(unit, number, taken)
    first, last = unit.trimmed(segment.first, unit.segments[end - 1].last)
    taken.update(range(number, end))
    return Draft(
        unit, [(first, last)], "reported", "say", subjects.written(unit, segment), hit.places, (first, last),
        confidence=0.5, reason=hit.lemma, unnamed=True,
    )  # fmt: skip


def _whole(unit: Unit, number: int, segment: Segment, hit: Hit) -> Segment:
    """Lengthen a clause over a relative clause to its object (*berichtet ein Arzt, der …, von zwei Toten*)."""
    later = number + 1
    if segment.after[:1] != "," or segment.last != unit.segments[number].last or not hit.entry.prepositions:
        return segment
    while later < len(unit.segments) and clauses.subordinate(unit, unit.segments[later]):
        later += 1
    if later == number + 1 or later >= len(unit.segments):
        return segment
    rest = unit.segments[later]
    closing = unit.words[rest.last - 1]
    if unit.low[rest.first] not in hit.entry.prepositions or lexicon.is_finite(closing):
        return segment
    return Segment(segment.first, rest.last, segment.before, rest.after)


def echoed(unit: Unit, number: int, draft: Draft, taken: set[int]) -> list[Draft]:
    """Return what a second voice says without a verb of its own.

    *Die Veranstalter zählten 3000 Besucher, die Polizei nur 2200*; *Die Reederei warnt vor A, der Verband vor B*.
    """
    if number + 1 >= len(unit.segments) or number + 1 in taken or draft.type != "reported":
        return []
    segment = unit.segments[number + 1]
    told_of = range(*draft.content[0])
    figures = any(_counted(unit.words[i]) for i in told_of)
    who = noun_phrase(unit, segment.first, segment.last)
    rest = range(who.core, segment.last) if who is not None else range(0)
    alike = bool(rest) and unit.low[rest[0]] in WORDS["prepositions"] & {unit.low[i] for i in told_of}
    counted = figures and len(rest) <= 5 and any(unit.words[i][0].isdigit() for i in rest)
    if (
        segment.before[:1] not in (",", ";") or not (counted or alike) or who is None
        or not subjects.can_speak(unit, who) or clauses.finite_places(unit, segment)
    ):  # fmt: skip
        return []
    taken.add(number + 1)
    content = unit.trimmed(segment.first, segment.last)
    speaker = Named(unit, who.first, who.core, who.core)
    return [Draft(unit, [content], "reported", draft.kind, speaker, draft.cue, content, reason=draft.reason)]


def withheld(unit: Unit, segment: Segment, hit: Hit) -> bool:
    """Tell whether a cue is about what was not told: *Namen nannte er nicht*, *lehnte einen Kommentar ab*."""
    free = [i for i in clauses.free(unit, segment) if i not in hit.places]
    if hit.lemma in ("ablehnen", "verweigern"):
        return any(unit.words[i] in WORDS["comments"] and not _governed(unit, i) for i in free)
    if "NP" in hit.entry.prepositions and any(unit.words[i] in WORDS["withheld"] for i in free):
        return not any(_counted(unit.words[i]) or unit.quote[i] >= 0 for i in range(segment.first, segment.last))
    telling = hit.entry.kind in ("say", "write", "announce") or "NP" in hit.entry.prepositions
    quoted = any(unit.quote[i] >= 0 for i in range(segment.first, segment.last))
    return (
        telling
        and not quoted
        and any(
            unit.low[i] in _NEGATIONS and unit.low[i - 1] not in WORDS["determiners"] and unit.low[i + 1] != "nur"
            for i in free
            if i < len(unit.low) - 1
        )
    )


def _governed(unit: Unit, place: int) -> bool:
    """Tell whether a noun stands behind a preposition (*in einem Gespräch*, *auf Anfrage*)."""
    place -= 1
    while place > 0 and unit.words[place].islower() and unit.low[place] not in WORDS["prepositions"]:
        place -= 1
    return unit.low[place] in WORDS["prepositions"]


def _called(unit: Unit, segment: Segment, hit: Hit) -> Range | None:
    """Return a quotation of several words right behind a verb of saying (*riefen „Nieder mit dem König“*)."""
    if hit.entry.kind not in ("say", "write") or not hit.entry.clause:
        return None
    for place in range(hit.verb + 1, segment.last):
        number = unit.quote[place]
        if number >= 0:
            quote = unit.quotes[number]
            before = unit.words[place - 1]
            leading = (WORDS["determiners"] | WORDS["prepositions"]) - {"laut"}
            named = before[0].isupper() or unit.low[place - 1] in leading
            return None if named or quote.last - quote.first < 4 else (quote.first, quote.last + 1)
    return None


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
    if entry.kind == "count":
        return subject is not None and subjects.can_speak(unit, subject) and _figure(unit, segment, hit)
    if hit.lemma == "verteidigen":
        return any(unit.words[i].lower().endswith(_POLICIES) for i in clauses.free(unit, segment))
    if hit.lemma == "festhalten" and not entry.bare:
        kept = WORDS["speech-nouns"] | WORDS["acts"] | {"Darstellung", "Version", "Kritik", "Aussagen", "Vorwürfen"}
        return "als" in low or any(unit.words[i] in kept for i in range(segment.first, segment.last))
    if entry.kind == "silent":
        return any(unit.quote[i] >= 0 for i in range(hit.verb, segment.last))
    phrase = " " in hit.lemma and not hit.lemma.startswith(("bekannt ", "in_Aussicht ", "sich "))
    if phrase and (entry.bare or entry.prepositions) and entry.kind != "say":
        return True
    for preposition in sorted(entry.prepositions & {"als", "von", "vor"}):
        fused = (preposition, *_FUSED.get(preposition, ()))
        if any(unit.low[i] in fused and unit.quote[i] < 0 for i in range(segment.first, segment.last - 1)):
            return True
    for preposition in sorted(entry.prepositions - {"NP", "ADJ"}):
        for place in range(segment.first, segment.last - 1):
            there = unit.low[place] == preposition or unit.low[place] in _FUSED.get(preposition, ())
            if there and (_counted(unit.low[place + 1]) or unit.quote[place + 1] >= 0):
                return True
            if there and noun_phrase(unit, place + 1, segment.last) is not None:
                return True
        if preposition in ("von", "vor") and "da" + preposition in low:
            return True
    if "NP" in entry.prepositions and _judged(unit, segment, hit):
        return True
    counts = entry.bare or "NP" in entry.prepositions
    return counts and _objects(unit, segment, hit, subject) >= 1


def _judged(unit: Unit, segment: Segment, hit: Hit) -> bool:
    """Tell whether a clause calls a mere pronoun something: *nannte das feige*, *nennt sie mutig*."""
    last = segment.last - 1
    called = any(unit.low[i] in _BARE for i in range(hit.verb + 1, last))
    word = unit.words[last]
    plain = word.islower() and unit.low[last] not in WORDS["adverbs"] and not lexicon.finite(word)
    return called and plain and last > hit.verb + 1


def _figure(unit: Unit, segment: Segment, hit: Hit) -> bool:
    """Tell whether a clause gives a count (*zählte 3000 Teilnehmer*, *kommt auf sechs*), no size of a body."""
    free = clauses.free(unit, segment)
    if any(unit.words[i] in WORDS["sizes"] or unit.low[i] in ("zu", "zum", "zur") for i in free):
        return False
    if "auf" in hit.entry.prepositions and any(unit.words[i] in WORDS["results"] for i in free):
        return False  # "kam auf 31 Prozent": what a party or team got, not what it said
    for i in free:
        before = unit.low[i - 1] if i > segment.first else ""
        figure = _counted(unit.words[i]) or unit.low[i] in WORDS["numerals"]
        figure = figure or (unit.low[i] in ("ein", "eine", "einen") and before in ("nur", "lediglich"))
        if not figure or before in ("seit", "um", "bis", "ab", "am", "vom", "nach", "vor"):
            continue
        if "auf" not in hit.entry.prepositions or "auf" in unit.low[max(segment.first, i - 2) : i]:
            return True
    return False


def _counted(word: str) -> bool:
    """Tell whether a word is a figure or a numeral (*gab die Zahl mit 17 an*)."""
    return word[:1].isdigit() or word in WORDS["quantifiers"]


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
