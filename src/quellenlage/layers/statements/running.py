"""German speech without a frame: quotations, Konjunktiv sentences and *soll* keep the speaker before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quellenlage.layers import german
from quellenlage.layers.statements import clauses, german_rules, lexicon, subjects
from quellenlage.layers.statements.drafts import Draft, Named
from quellenlage.layers.statements.lexicon import WORDS
from quellenlage.layers.statements.phrases import Phrase, subject_after, subject_before
from quellenlage.layers.statements.subjects import named
from quellenlage.layers.statements.units import Segment, Unit

_SAID = frozenset({"hieß es", "heißt es", "wie es hieß", "verlauten"})
_PARTICIPLE = re.compile(r"[a-zäöü]*ge[a-zäöüß]{3,}(?:t|en)")
"""The shape of regular participles, for verbs that the table lacks."""


@dataclass(slots=True)
class Floor:
    """Who has the floor: the last speaker, who passed it on, and how many units ago."""

    speaker: Named | None = None
    via: list[Named] = field(default_factory=list)
    draft: Draft | None = None
    age: int = 99
    paragraph: int = -1


def read(units: list[Unit]) -> list[Draft]:
    """Return the drafts of a German document in order."""
    out: list[Draft] = []
    floor = Floor()
    before: Unit | None = None
    quiet = True
    for unit in units:
        if unit.heading:
            continue
        drafts, silent = german_rules.read(unit)
        late = [d for d in drafts if _named_later(d, out, before)]
        if late:
            floor.speaker, floor.via, floor.age = late[-1].speaker, list(late[-1].via), 0
        drafts = [d for d in drafts if d not in late and _filled(d, before, quiet)]
        for draft in drafts:
            if draft.unnamed and draft.speaker is None and floor.age == 0 and floor.paragraph == unit.paragraph:
                draft.speaker, draft.via = floor.speaker, list(floor.via)
            elif draft.speaker is not None and draft.reason in _SAID and subjects.faceless(draft.speaker):
                draft.speaker = _behind_paper(draft, before, floor, out) or draft.speaker
        drafts += _free(unit, drafts, floor, before)
        joined = _joined(drafts, floor, unit)
        for draft in drafts:
            draft.antecedent = _antecedent(draft, before) or _again(draft, out)
        out += [d for d in drafts if d is not joined]
        _pass_on(floor, unit, drafts, silent)
        before, quiet = unit, not drafts
    return out


def _behind_paper(draft: Draft, before: Unit | None, floor: Floor, out: list[Draft]) -> Named | None:
    """Return whose *Mitteilung* or *Zentrale* it is that speaks: the last speaker's, or the subject's before it.

    What is said *im Netz* and a rumour have no house.
    """
    if before is None or before.paragraph != draft.unit.paragraph:
        return None
    if floor.age == 0:
        near = [d.speaker for d in out if d.unit.paragraph == draft.unit.paragraph and d.speaker is not None]
        return next((who for who in reversed(near) if _has_house(who)), None)
    subject = next((p for s in before.segments if (p := subjects.of_clause(before, s)) is not None), None)
    return named(before, subject) if subject is not None and subjects.can_speak(before, subject) else None


def _has_house(who: Named) -> bool:
    pronoun = who.last - who.first == 1 and who.unit.low[who.first] in WORDS["personal"]
    return pronoun or subjects.can_speak(who.unit, Phrase(who.first, who.last, who.core))


def _again(draft: Draft, out: list[Draft]) -> Named | None:
    """Return the words that first named a speaker who is only described (*Ein Sprecher der Werft … der Sprecher*)."""
    who = draft.speaker
    if who is None or who.last - who.first != 2 or who.unit.low[who.first] not in ("der", "die", "das", "dem", "den"):
        return None
    noun = who.unit.low[who.core - 1]
    for earlier in reversed(out):
        said = earlier.speaker
        if said is None or said.last - said.first < 2 or said.unit.low[said.first] in ("der", "die", "das"):
            continue
        if said.unit.low[said.core - 1].endswith(noun):
            return said
    return None


def _antecedent(draft: Draft, before: Unit | None) -> Named | None:
    """Return the subject of the sentence before where a speaker is a pronoun of its gender."""
    who = draft.speaker
    if who is None or before is None or who.last - who.first != 1 or before.paragraph != draft.unit.paragraph:
        return None
    gender = {"er": "m", "sie": "f", "es": "n"}.get(who.unit.low[who.first])
    for segment in before.segments:
        places = clauses.finite_places(before, segment)
        if gender is None or not places or clauses.subordinate(before, segment):
            continue
        subject = subject_before(before, segment.first, places[0])
        subject = subject or subject_after(before, places[0] + 1, segment.last, verb=places[0])[0]
        head = before.low[subject.core - 1] if subject is not None else ""
        human = {"m": WORDS["male-endings"], "f": WORDS["female-endings"]}.get(str(gender), frozenset())
        fits = tuple(sorted(human | WORDS["bodies"]))
        if subject is not None and german.noun_gender(before.words[subject.core - 1]) in (gender, None):
            speaks = head.endswith(fits) or before.words[subject.core - 1] in WORDS["document-nouns"]
            return named(before, subject) if speaks else None
        return None
    return None


def _named_later(draft: Draft, out: list[Draft], before: Unit | None) -> bool:
    """Give what has no frame of its own the speaker that the next sentence names (*„…“ Das sagt X*)."""
    if draft.content or before is None:
        return False
    open_ones = [d for d in out if d.unit is before and (d.running or d.speaker is None)]
    for earlier in open_ones:
        earlier.speaker, earlier.via, earlier.running = draft.speaker, list(draft.via), False
    return bool(open_ones)


def _filled(draft: Draft, before: Unit | None, quiet: bool) -> bool:
    """Give *Das sagte X* the sentence before it as content; drop it where that is a statement already."""
    if draft.content:
        return True
    if before is None or not quiet or before.paragraph != draft.unit.paragraph:
        return False
    first, last = before.trimmed(0, len(before.words))
    draft.elsewhere.append((before, first, last))
    return first < last


def _joined(drafts: list[Draft], floor: Floor, unit: Unit) -> Draft | None:
    """Join a quotation without frame to the one before it (*„…“, sagte X. „…“*) and return it, or None."""
    if len(drafts) != 1 or not drafts[0].running or drafts[0].type != "direct" or floor.draft is None:
        return None
    if floor.age > 0 or floor.draft.type != "direct" or floor.paragraph != unit.paragraph or floor.draft.running:
        return None
    floor.draft.elsewhere += [(unit, first, last) for first, last in drafts[0].content]
    return drafts[0]


def _pass_on(floor: Floor, unit: Unit, drafts: list[Draft], silent: Named | None) -> None:
    speaking = [d for d in drafts if d.speaker is not None and d.type != "free_indirect"]
    framed = [d for d in drafts if not d.running]
    if framed:
        last = (speaking or framed)[-1]
        floor.speaker, floor.via, floor.draft = last.speaker, list(last.via), last
        floor.age, floor.paragraph = 0, unit.paragraph
    elif drafts:
        floor.age, floor.paragraph = 0, unit.paragraph
        if drafts[0].type != "direct" or floor.draft is None or floor.draft.type != "direct":
            floor.draft = drafts[-1]
        if drafts[-1].speaker is not None:
            floor.speaker = drafts[-1].speaker
    elif silent is not None:
        floor.speaker, floor.via, floor.draft, floor.age, floor.paragraph = silent, [], None, 0, unit.paragraph
    else:
        floor.age += 1


def _free(unit: Unit, drafts: list[Draft], floor: Floor, earlier: Unit | None) -> list[Draft]:
    """Return what a unit says without a frame, outside what its drafts cover."""
    covered = set[int]()
    for draft in drafts:
        for first, last in [*draft.content, *([draft.frame] if draft.frame else [])]:
            covered.update(range(first, last))
    rest = [s for s in unit.segments if not covered.intersection(range(s.first, s.last))]
    if not rest:
        return []
    quoted = [s for s in rest if unit.whole_quote(s.first, s.last) and unit.full(unit.quote[_quote_at(unit, s)])]
    if quoted:
        if not drafts and not any(clauses.main_clause(unit, s) for s in rest if s not in quoted):
            speaker, via = _who(floor)
            content = [(s.first, s.last) for s in quoted]
            return [
                Draft(
                    unit,
                    content,
                    "direct",
                    "say",
                    speaker,
                    via=via,
                    confidence=0.6,
                    reason="quotation without frame",
                    running=True,
                )
            ]
        return []
    return _subjunctive(unit, rest, drafts, floor) or _hearsay(unit, rest, drafts, floor, earlier)


def _quote_at(unit: Unit, segment: Segment) -> int:
    return next(i for i in range(segment.first, segment.last) if unit.quote[i] >= 0)


def _who(floor: Floor) -> tuple[Named | None, list[Named]]:
    return (floor.speaker, list(floor.via)) if floor.age < 6 else (None, [])


def _actor(unit: Unit, segment: Segment) -> Named | None:
    """Return the subject of a main clause in the indicative."""
    places = clauses.finite_places(unit, segment)
    if not places or clauses.mood(unit, segment):
        return None
    before = subject_before(unit, segment.first, places[0])
    after, _ = subject_after(unit, places[0] + 1, segment.last)
    return named(unit, before or after)


def _subjunctive(unit: Unit, rest: list[Segment], drafts: list[Draft], floor: Floor) -> list[Draft]:
    """A main clause in the Konjunktiv: indirect speech without a frame."""
    spoken = [s for s in rest if not clauses.subordinate(unit, s) and _reports(unit, s, floor, drafts)]
    if not spoken:
        return []
    first, last = spoken[0].first, rest[-1].last
    earlier = [s for s in rest if s.last <= spoken[0].first and s.after[:1] not in (":", ";")]
    stopped = [s for s in rest if s.last <= spoken[0].first and s.after[:1] in (":", ";")]
    if earlier and not any(clauses.main_clause(unit, s) and not clauses.mood(unit, s) for s in earlier):
        begin = [s for s in earlier if not stopped or s.first > stopped[-1].first]
        if begin:
            first = begin[0].first
    covered = {i for d in drafts for r in d.content for i in range(*r)}
    while last > first and any(i in covered for i in range(first, last)):
        last = max((s.last for s in rest if s.last < last), default=first)
    content = unit.trimmed(first, last)
    if content[0] >= content[1]:
        return []
    speaker, via = _who(floor)
    actor = next((a for s in unit.segments if s.last <= first and (a := _actor(unit, s)) is not None), None)
    if drafts and drafts[-1].speaker is not None:
        speaker, via = drafts[-1].speaker, list(drafts[-1].via)
    elif actor is not None and any(s.after[:1] == ":" for s in unit.segments if s.last <= first):
        speaker, via = actor, []
    confidence = 0.7 if speaker is not None else 0.5
    return [
        Draft(
            unit,
            [content],
            "indirect_free_indirect",
            "say",
            speaker,
            via=via,
            confidence=confidence,
            reason="Konjunktiv",
            running=True,
        )
    ]


def _reports(unit: Unit, segment: Segment, floor: Floor, drafts: list[Draft]) -> bool:
    mood = clauses.mood(unit, segment)
    low = unit.low[segment.first : segment.last]
    if mood == 0 or ("denn" in low and "sei" in low and "es" in low) or low[:2] == ["sei", "es"]:
        return False
    if mood == 1:
        return True
    if low[-1:] and low[-1] in ("sollen", "müssen", "können", "dürfen") and {"hätte", "hätten"} & set(low):
        return False
    conditional = any(unit.low[s.first] in ("wenn", "falls", "ohne") for s in unit.segments)
    running = bool(drafts) or (floor.age == 0 and floor.draft is not None and floor.paragraph == unit.paragraph)
    return running and not conditional


def _group(rest: list[Segment], segment: Segment) -> tuple[int, int]:
    """Return the tokens of the clauses around a segment up to a semicolon on either side."""
    place = rest.index(segment)
    first = last = place
    while first > 0 and rest[first - 1].after[:1] != ";":
        first -= 1
    while last + 1 < len(rest) and rest[last].after[:1] != ";":
        last += 1
    return rest[first].first, rest[last].last


def _rumour(earlier: Unit) -> Named | None:
    """Return the report that the sentence before names (*wehrt sich gegen ein Gerücht. Danach soll …*)."""
    for place in range(len(earlier.words) - 1, -1, -1):
        if earlier.words[place] in WORDS["speech-nouns"] and earlier.quote[place] < 0:
            begin = place
            while begin > 0 and (earlier.low[begin - 1] in WORDS["determiners"] or earlier.words[begin - 1].islower()):
                begin -= 1
                if earlier.low[begin] in WORDS["determiners"]:
                    break
            return Named(earlier, begin, place + 1, place + 1)
    return None


def _papers(unit: Unit, segment: Segment, floor: Floor, earlier: Unit | None) -> Named | None:
    """Return the paper that *demnach* means, where the clauses before it only name it (*In einem Vermerk stehen …*)."""
    if unit.low[segment.first] == "danach" and earlier is not None and earlier.paragraph == unit.paragraph:
        return _rumour(earlier)
    here = [s for s in unit.segments if s.last <= segment.first]
    found = next((w for s in here if (w := subjects.written(unit, s)) is not None), None)
    if found is not None or floor.age == 0 or earlier is None or earlier.paragraph != unit.paragraph:
        return found
    for told_in in earlier.segments:
        subject = subjects.of_clause(earlier, told_in)
        who = named(earlier, subject)
        if who is not None and subjects.is_paper(who):
            return who
        if (who := subjects.written(earlier, told_in)) is not None:
            return who
    return None


def _hearsay(unit: Unit, rest: list[Segment], drafts: list[Draft], floor: Floor, earlier: Unit | None) -> list[Draft]:
    """*soll … haben*, *Demnach …*, *angeblich*: told as hearsay without a frame."""
    if drafts:
        return []
    main = [s for s in rest if not clauses.subordinate(unit, s)]
    low = set(unit.low)
    demnach = bool(low & {"demnach", "demzufolge"})
    for segment in main:
        claimed = _claimed(unit, segment)
        if claimed is not None:
            content = unit.trimmed(rest[0].first, rest[-1].last)
            return [Draft(unit, [content], "free_indirect", "say", claimed, confidence=0.5, reason="will … haben")]
        within = {unit.low[i] for i in range(segment.first, segment.last)} & {"demnach", "demzufolge"}
        if (
            hearsay(unit, segment)
            or (within and clauses.finite_places(unit, segment))
            or "angeblich" in unit.low[segment.first : segment.last]
        ):
            content = unit.trimmed(*_group(rest, segment))
            speaker, via = _who(floor)
            pointing = demnach or unit.low[segment.first] == "danach"
            paper = _papers(unit, segment, floor, earlier) if pointing else None
            if paper is not None:
                speaker, via = paper, []
            sure = 0.6 if demnach or hearsay(unit, segment) else 0.4
            reason = "demnach" if demnach else "soll" if hearsay(unit, segment) else "angeblich"
            kind = "free_indirect" if reason != "demnach" or low & {"soll", "sollen"} else "indirect"
            cue = tuple(
                i for i in range(*content) if unit.low[i] in ("soll", "sollen", "demnach", "demzufolge", "angeblich")
            )
            return [
                Draft(unit, [content], kind, "say", speaker, cue, via=via, confidence=sure, reason=reason, running=True)  # type: ignore[arg-type]
            ]
    return []


def _claimed(unit: Unit, segment: Segment) -> Named | None:
    """*X will Y gesehen haben*: X's own claim."""
    places = clauses.free(unit, segment)
    verbs = [i for i in places if unit.low[i] in ("will", "wollen")]
    if not verbs or unit.low[places[-1]] != "haben" or not lexicon.participles(unit.words[places[-2]]):
        return None
    before = subject_before(unit, segment.first, verbs[0])
    after, _ = subject_after(unit, verbs[0] + 1, segment.last, verb=verbs[0])
    return named(unit, before or after)


def hearsay(unit: Unit, segment: Segment) -> bool:
    """Tell whether *soll* in a clause reports hearsay: with a perfect infinitive, not with a plan or a date to come.

    The infinitive may stand behind an inserted clause (*soll beim Versuch, …, den Arm gebrochen haben*).
    """
    if not {"soll", "sollen"} & {unit.low[i] for i in clauses.free(unit, segment)}:
        return False
    end = next(
        (s.first for s in unit.segments if s.first >= segment.last and s.before[:1] in (".", ";", ":", "!", "?")),
        len(unit.words),
    )
    places = [i for i in range(segment.first, end) if unit.quote[i] < 0 and not unit.bracket[i]]
    low = [unit.low[i] for i in places]
    for spot, place in enumerate(places[:-1]):
        if not lexicon.participles(unit.words[place]) and not _PARTICIPLE.fullmatch(unit.words[place]):
            continue
        following = low[spot + 1] if low[spot + 1] != "sich" else low[spot + 2] if spot + 2 < len(low) else ""
        if following in ("haben", "worden"):
            return True
        if following == "sein":
            return "bis" not in low and "ab" not in low
    return False
