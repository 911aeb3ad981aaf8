"""Who a German cue's subject is: before the verb, behind it, in a clause before, or behind an apposition."""

from __future__ import annotations

from quellenlage.layers import german
from quellenlage.layers.statements import clauses
from quellenlage.layers.statements.cues import Hit
from quellenlage.layers.statements.drafts import Named
from quellenlage.layers.statements.lexicon import WORDS
from quellenlage.layers.statements.phrases import Phrase, disagrees, noun_phrase, subject_after, subject_before
from quellenlage.layers.statements.units import ENDS, Segment, Unit

_PEOPLE = tuple(sorted(WORDS["male-endings"] | WORDS["female-endings"] | WORDS["bodies"]))
_ACCUSATIVE = frozenset({"den", "einen", "ihn", "keinen", "seinen", "ihren", "diesen", "unseren"})
_PAPERS = (
    "bericht", "berichten", "mitteilung", "erklärung", "studie", "schreiben", "papier", "kreisen", "präsentation",
    "unterlagen", "protokoll", "gutachten", "medien", "meldungen", "brief", "anklage", "urteil", "antrag", "entwurf",
)  # fmt: skip
"""Endings of nouns for papers and for those who stand behind reports without a name."""


def named(unit: Unit, phrase: Phrase | None) -> Named | None:
    """Return a phrase as words that name somebody."""
    return None if phrase is None else Named(unit, phrase.first, phrase.last, phrase.core)


def addressed(unit: Unit, phrase: Phrase | None) -> Named | None:
    """Return a dative phrase without what hangs on it as words that name who was spoken to."""
    return None if phrase is None else Named(unit, phrase.first, phrase.core, phrase.core)


def start_of(unit: Unit, segment: Segment, verb: int) -> int:
    """Return the first place of a clause behind its conjunctions."""
    start = segment.first
    while start < verb and unit.low[start] in WORDS["conjunctions"]:
        start += 1
    return start


def of_cue(unit: Unit, number: int, hit: Hit) -> tuple[Phrase | None, Phrase | None]:
    """Return subject and dative object of a cue in segment ``number``."""
    segment = unit.segments[number]
    start = start_of(unit, segment, hit.verb)
    after, dative = subject_after(unit, hit.verb + 1, segment.last, verb=hit.verb)
    if start == hit.verb:
        if apposed(unit, number):
            named_before = behind_apposition(unit, number)
            if named_before is None or not (after is not None and disagrees(unit, named_before, hit.verb)):
                return named_before, dative or _addressed(unit, after, hit)
            return after, dative
        if after is not None and not (segment.before == "" and number > 0 and segment.first < hit.verb):
            return after, dative
        shared_subject = behind_apposition(unit, number) or shared(unit, number)
        if shared_subject is not None:
            return shared_subject, dative or _addressed(unit, after, hit)
        return after, dative
    if unit.low[start] in WORDS["subordinators"] and clauses.verb_final(unit, segment):
        return subject_after(unit, start + 1, hit.verb)
    before = subject_before(unit, start, hit.verb)
    if before is None:
        if unit.low[start] in ("der", "die", "das") and clauses.verb_final(unit, segment):
            return antecedent(unit, number), dative
        return after, dative
    alone = before.last - before.first == 1 and unit.low[before.first] in ("der", "die", "das")
    if alone and clauses.verb_final(unit, segment):
        return antecedent(unit, number), dative
    if after is not None:
        marked = unit.low[after.first]
        takes = hit.entry.bare or bool(hit.entry.prepositions)
        if marked in ("er", "man", "wir", "ich") or (marked == "sie" and takes) or disagrees(unit, before, hit.verb):
            return after, dative
        nominative = marked not in WORDS["dative-only"] and marked not in _ACCUSATIVE
        if takes and nominative and (_measure(unit, before) or _object_first(unit, before, after)):
            return after, dative
    spoken_to = after is not None and _spoken_to(unit, after, hit)
    return before, dative or (after if spoken_to else None)


def faceless(who: Named) -> bool:
    """Tell whether words name a paper or a house and not whose it is: *einer Mitteilung*, *der Zentrale*."""
    unit = who.unit
    if who.core != who.last or who.last - who.first != 2:
        return False
    named_before = unit.low[who.first] in ("der", "dem", "die", "das", "dieser", "diesem")
    noun = unit.words[who.first + 1]
    return noun in WORDS["houses"] or (noun in WORDS["messages"] and not named_before)


def of_clause(unit: Unit, segment: Segment) -> Phrase | None:
    """Return the subject of a main clause, or None."""
    places = clauses.finite_places(unit, segment)
    if not places:
        return None
    before = subject_before(unit, segment.first, places[0])
    return before or subject_after(unit, places[0] + 1, segment.last, verb=places[0])[0]


def _object_first(unit: Unit, before: Phrase, after: Phrase) -> bool:
    """Tell whether a bare noun in front is the object: *Rückzahlung sagte Kämmerin Anna Frei zu*."""
    definite = unit.low[after.first] in ("der", "die", "das") or unit.low[after.first] in WORDS["possessives"]
    several = sum(1 for i in range(after.first, after.core) if unit.words[i][0].isupper()) > 1
    bare = unit.low[before.first] not in WORDS["determiners"]
    return bare and (definite or several) and not can_speak(unit, before) and can_speak(unit, after)


def can_speak(unit: Unit, phrase: Phrase) -> bool:
    """Tell whether a phrase names somebody who can speak: a pronoun, a name, a noun for persons or a body."""
    if unit.low[phrase.first] in WORDS["personal"]:
        return True
    head = next((w for w in reversed(unit.words[phrase.first : phrase.core]) if w[0].isalpha()), "")
    if any(unit.words[i][0].isupper() and german.head_noun(unit.words[i]) is None for i in range(
        phrase.first + (unit.low[phrase.first] in WORDS["determiners"]), phrase.core)):  # fmt: skip
        return True
    lemma = (german.noun_lemma(head) or head).lower()
    return lemma.endswith(_PEOPLE) or head.lower().endswith(_PEOPLE)


def _measure(unit: Unit, phrase: Phrase) -> bool:
    """Tell whether a phrase names an amount or a cause: what is told, not who tells it (*Die Zahl … gab X an*)."""
    return german.noun_lemma(unit.words[phrase.core - 1]) in WORDS["measures"]


def _addressed(unit: Unit, phrase: Phrase | None, hit: Hit) -> Phrase | None:
    return phrase if phrase is not None and _spoken_to(unit, phrase, hit) else None


def _spoken_to(unit: Unit, phrase: Phrase, hit: Hit) -> bool:
    low = unit.low[phrase.first]
    return low in WORDS["dative-only"] or (
        low in ("der", "dieser", "unserer", "den") and hit.entry.kind in ("say", "write", "announce")
    )


def apposed(unit: Unit, number: int) -> bool:
    """Tell whether nothing but a name with appositions stands before a segment (*X, die Chefin, die …, sagte*)."""
    place = number - 1
    if place < 0 or unit.segments[place].after[:1] != ",":
        return False
    seen = False
    count = 0
    while place >= 0:
        segment = unit.segments[place]
        if unit.whole_quote(segment.first, segment.last):
            return False
        count += 1
        aside = clauses.subordinate(unit, segment) and unit.low[segment.first] not in WORDS["content-openers"]
        if not aside:
            if clauses.finite_places(unit, segment) or clauses.infinitive_clause(unit, segment):
                return seen and count > 2
            if subject_before(unit, segment.first, segment.last) is None:
                return False
            seen = True
        if place == 0 or unit.segments[place - 1].after[:1] in (".", ":", ";", "!", "?"):
            return seen and count > 1
        place -= 1
    return seen and count > 1


def shared(unit: Unit, number: int) -> Phrase | None:
    """Return the subject that a second verb shares with the clause before it (*X lobte Y und forderte Z*)."""
    for earlier in range(number - 1, -1, -1):
        segment = unit.segments[earlier]
        if unit.whole_quote(segment.first, segment.last) or clauses.subordinate(unit, segment):
            continue
        places = clauses.finite_places(unit, segment)
        if places:
            if start_of(unit, segment, places[0]) == places[0] and apposed(unit, earlier):
                return behind_apposition(unit, earlier)
            before = subject_before(unit, segment.first, places[0])
            after, _ = subject_after(unit, places[0] + 1, segment.last, verb=places[0])
            return before or after or shared(unit, earlier)
        if segment.after[:1] in ENDS:
            return None
    return None


def behind_apposition(unit: Unit, number: int) -> Phrase | None:
    """Return the subject of *X, der Chef von Y, sagte …*: the phrase that begins the clause."""
    best: Phrase | None = None
    for earlier in range(number - 1, -1, -1):
        segment = unit.segments[earlier]
        if unit.whole_quote(segment.first, segment.last) or segment.after[:1] in (".", ":", ";", "!", "?"):
            break
        if clauses.subordinate(unit, segment) or clauses.infinitive_clause(unit, segment):
            continue
        if clauses.finite_places(unit, segment):
            break
        phrase = subject_before(unit, segment.first, segment.last)
        if phrase is not None and not (best is not None and _name(unit, best) and not _name(unit, phrase)):
            best = phrase
    return best


def _name(unit: Unit, phrase: Phrase) -> bool:
    """Tell whether a phrase begins with a capitalised word that is no noun of the table: a name."""
    word = unit.words[phrase.first]
    return word[0].isupper() and not german.is_noun(word)


def antecedent(unit: Unit, number: int) -> Phrase | None:
    """Return the noun phrase right before a relative clause (*der Minister, der sagte*)."""
    if number == 0:
        return None
    before = unit.segments[number - 1]
    for begin in range(before.first, before.last):
        if unit.words[begin][0].islower() and unit.low[begin] not in WORDS["determiners"]:
            continue
        phrase = noun_phrase(unit, begin, before.last)
        if phrase is not None and phrase.last == before.last:
            return phrase
    return None


def with_name(unit: Unit, who: Named | None) -> Named | None:
    """Lengthen a description by the name that follows it between commas (*der Leiter, Jörg Hansen, …*)."""
    if who is None or who.unit is not unit or who.last + 1 >= len(unit.words) or unit.words[who.last] != ",":
        return who
    for segment in unit.segments:
        if segment.first == who.last + 1:
            size = segment.last - segment.first
            open_words = [i for i in range(segment.first, segment.last) if not unit.bracket[i] and unit.quote[i] < 0]
            names = bool(open_words) and all(unit.words[i][0].isupper() or unit.words[i] == "." for i in open_words)
            surname = bool(open_words) and german.head_noun(unit.words[open_words[-1]]) is None
            titled = len(open_words) > 2 and surname
            if size <= 6 and names and (titled or not german.is_noun(unit.words[segment.first])) and _common(unit, who):
                end = open_words[-1] + 1
                return Named(unit, who.first, end, end)
    return who


def _common(unit: Unit, who: Named) -> bool:
    return german.head_noun(unit.words[who.core - 1]) is not None or unit.low[who.first] in WORDS["determiners"]


def by(unit: Unit, segment: Segment) -> Named | None:
    """Return who does what a passive tells: *von X*."""
    for place in range(segment.first, segment.last - 1):
        if unit.low[place] in ("von", "vom") and unit.quote[place] < 0:
            phrase = noun_phrase(unit, place + 1, segment.last)
            if phrase is not None:
                return named(unit, phrase)
    return None


def behind(unit: Unit, segment: Segment, prepositions: frozenset[str]) -> Named | None:
    """Return the phrase behind one of some prepositions."""
    for place in range(segment.first, segment.last - 1):
        if unit.low[place] in prepositions and unit.quote[place] < 0:
            phrase = noun_phrase(unit, place + 1, segment.last)
            if phrase is not None and (unit.words[phrase.core - 1][0].isupper() or unit.quote[phrase.core - 1] >= 0):
                return named(unit, phrase)
    return None


def paper(unit: Unit, segment: Segment) -> Named | None:
    """Return the paper in which a passive tells something (*In dem Bericht wird vermutet*)."""
    who = document(unit, segment)
    return who if who is not None and is_paper(who) else None


def setting(unit: Unit, segment: Segment) -> Named | None:
    """Return the circle in which a passive has something told (*In der Branche wird erzählt*, *in Polizeikreisen*)."""
    who = document(unit, segment)
    if who is None:
        return None
    head = unit.low[who.core - 1]
    circle = head.endswith(("kreisen", "branche", "szene", "umfeld")) or head.endswith(tuple(WORDS["bodies"]))
    return who if circle else None


def written(unit: Unit, segment: Segment) -> Named | None:
    """Return the paper that a clause names behind *in* or *aus* (*In dem Brief ist von X die Rede*)."""
    who = behind(unit, segment, frozenset({"in", "im", "aus"}))
    return who if who is not None and is_paper(who) else None


def is_paper(who: Named) -> bool:
    """Tell whether words name a paper or those behind reports without a name."""
    head = who.unit.words[who.core - 1]
    return head in WORDS["document-nouns"] or head.lower().endswith(_PAPERS)


def document(unit: Unit, segment: Segment) -> Named | None:
    """Return what stands behind *aus* or *in*: the document or body that says it; a bare place (*in Bonn*) does not."""
    source = behind(unit, segment, frozenset({"aus", "vonseiten"})) or behind(
        unit, segment, frozenset({"vom", "von", "seitens"})
    )
    if source is not None:
        return source
    for place in range(segment.first, segment.last - 1):
        if unit.low[place] in ("in", "im", "bei", "beim", "auf") and unit.quote[place] < 0:
            phrase = noun_phrase(unit, place + 1, segment.last)
            if phrase is None:
                continue
            fused = unit.low[place] in ("im", "beim")
            circles = unit.low[phrase.core - 1].endswith("kreisen")
            body = fused or circles or unit.low[phrase.first] in WORDS["determiners"]
            head = unit.words[phrase.core - 1]
            if body and head[0].isupper() and head not in ("Hinblick", "Anschluss", "Gespräch"):
                return named(unit, phrase)
    return None
