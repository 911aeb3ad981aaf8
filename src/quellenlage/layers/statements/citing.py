"""German frames in which one cites another: *X zitiert Y*, *X beruft sich auf Y*, *ließ durch Y ausrichten*."""

from __future__ import annotations

from quellenlage.layers.statements import subjects
from quellenlage.layers.statements.cues import Hit
from quellenlage.layers.statements.drafts import Named
from quellenlage.layers.statements.frames import Builder
from quellenlage.layers.statements.lexicon import WORDS, Entry
from quellenlage.layers.statements.phrases import Phrase, noun_phrase
from quellenlage.layers.statements.subjects import named
from quellenlage.layers.statements.units import Segment

CITING = frozenset({"zitiert", "zitierte", "zitieren", "zitierten", "beruft", "berief", "berufen", "beriefen"})
"""Finite forms of *zitieren* and *sich berufen*."""
_QUOTED = Entry("quote", clause=True)
_LEANING = frozenset({"beruft", "berief", "berufen", "beriefen", "stützt", "stützte"})
_THROUGH = frozenset({"durch", "über"})


_AGENTS = (
    "anwalt", "anwältin", "anwälte", "verteidiger", "verteidigerin", "sprecher", "sprecherin", "büro", "management",
    "agentin", "bevollmächtigten", "rechtsbeistand",
)  # fmt: skip
"""Endings of nouns for those who speak for others."""


class Citing(Builder):
    """Builds drafts of speech that somebody passes on."""

    def _cites(self, number: int, segment: Segment) -> bool:
        """*X zitiert Y (mit den Worten): …*, *X beruft sich auf Y: …*: what follows is Y's, passed on by X."""
        unit = self.unit
        for verb in range(segment.first, segment.last):
            if unit.low[verb] not in CITING or unit.quote[verb] >= 0:
                continue
            subject, _ = subjects.of_cue(unit, number, Hit((verb,), "zitieren", _QUOTED))
            if unit.low[verb] in ("zitiert", "zitierte", "zitieren", "zitierten"):
                paper = subjects.behind(unit, segment, frozenset({"aus"}))
                source = paper or self._object(segment, verb, subject)
            else:
                source = subjects.behind(unit, segment, frozenset({"auf"}))
            if source is None:
                return False
            before = len(self.drafts)
            if self._front(number, segment, source, (verb,), "quote", "zitiert") and len(self.drafts) > before:
                draft = self.drafts[before]
                outer = named(unit, subject)
                draft.via = [outer] if outer is not None and outer.first != source.first else []
                return True
            return False
        return False

    def _object(self, segment: Segment, verb: int, subject: Phrase | None) -> Named | None:
        unit = self.unit
        for place in range(verb + 1, segment.last):
            phrase = noun_phrase(unit, place, segment.last)
            if (
                phrase is not None
                and (subject is None or phrase.first != subject.first)
                and unit.low[place] not in WORDS["adverbs"]
            ):
                return named(unit, phrase)
        return None

    def _cited_behind(self, number: int, hit: Hit) -> bool:
        """*CONTENT, zitiert A den B*; *…, zitiert ihn A*; *…, zitiert A aus dem Brief*: B speaks, A passes on."""
        unit = self.unit
        segment = unit.segments[number]
        phrases = []
        place = hit.verb + 1
        while place < segment.last:
            phrase = noun_phrase(unit, place, segment.last) if unit.low[place] not in WORDS["prepositions"] else None
            phrase = Phrase(place, place + 1, place + 1) if unit.low[place] in ("ihn", "sie") else phrase
            if phrase is not None:
                phrases.append(phrase)
            place = phrase.last if phrase is not None else place + 1
        paper = subjects.behind(unit, segment, frozenset({"aus"}))
        accusative = next((p for p in phrases if unit.low[p.first] in ("den", "ihn", "einen", "sie", "seinen")), None)
        if paper is None and accusative is None and len(phrases) > 1:
            accusative = phrases[1]
        source = paper or named(unit, accusative)
        relay = next((p for p in phrases if accusative is None or p.first != accusative.first), None)
        if source is None or relay is None or source.first == relay.first:
            return False
        before = len(self.drafts)
        if not self._around(number, source, hit.places, "quote", "zitiert"):
            return False
        self.drafts[before].via = [Named(unit, relay.first, relay.last, relay.core)]
        return True

    def _leaning(self) -> None:
        """*X meldet, …, und beruft sich auf Y*; *X, das sich auf Y beruft*: Y speaks, X passes on."""
        unit = self.unit
        for number, segment in enumerate(unit.segments):
            verb = next((i for i in range(segment.first, segment.last) if unit.low[i] in _LEANING), -1)
            if verb < 0 or unit.quote[verb] >= 0 or not self.drafts or self._framing(segment):
                continue
            joined = unit.low[segment.first] in ("und", "wobei", "die", "das", "der") and number > 0
            source = subjects.behind(unit, segment, frozenset({"auf"}))
            said = next((d for d in self.drafts if d.speaker is not None and d.type != "reported"), None)
            if joined and source is not None and said is not None and said.speaker is not None and not said.via:
                said.via, said.speaker = [said.speaker], source
                return

    def _framing(self, segment: Segment) -> bool:
        return any(segment.first <= place < segment.last for draft in self.drafts for place in draft.cue)

    def _relayed(self, segment: Segment, hit: Hit, before: int) -> None:
        """Name who passed on the draft made last: *wurde von X zitiert*, *ließ durch seine Anwältin ausrichten*."""
        if len(self.drafts) == before:
            return
        relay: Named | None = None
        if hit.passive and hit.lemma == "zitieren":
            relay = subjects.by(self.unit, segment)
        elif hit.entry.kind == "say":
            relay = subjects.behind(self.unit, segment, _THROUGH)
            speaks_for = relay is not None and relay.unit.low[relay.core - 1].endswith(_AGENTS)
            relay = relay if speaks_for or hit.lemma == "ausrichten lassen" else None
        if relay is not None:
            self.drafts[before].via = [relay]
