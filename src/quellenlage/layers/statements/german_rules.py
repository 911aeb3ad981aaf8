"""German statements with a frame: which clauses of a unit are frames, and of what kind."""

from __future__ import annotations

from quellenlage.layers.statements import clauses, contents, lexicon, sources, subjects, told
from quellenlage.layers.statements.citing import CITING, Citing
from quellenlage.layers.statements.cues import Hit
from quellenlage.layers.statements.drafts import Draft, Named
from quellenlage.layers.statements.lexicon import WORDS, Entry
from quellenlage.layers.statements.phrases import Phrase, noun_phrase, subject_after, subject_before
from quellenlage.layers.statements.subjects import addressed, named
from quellenlage.layers.statements.units import Segment, Unit

_FROM = frozenset({"hervorgehen", "verlauten", "zu_entnehmen sein", "zu_hören sein", "zu_lesen sein", "durchsickern"})
_SAID = frozenset({"heißt", "heisst", "hieß", "hiess"})
_QUOTED = Entry("quote", clause=True)
_TALK = frozenset({"äußern", "äussern", "kommentieren", "sagen", "bestätigen", "mitteilen", "machen"})


class Reader(Citing):
    """Reads one unit; ``drafts`` holds what was found, ``silent`` who acted as a speaker without words."""

    def read(self) -> None:
        """Fill ``drafts``: frames first, then source phrases, then told speech."""
        for number, segment in enumerate(self.unit.segments):
            if number not in self.taken and not self.unit.whole_quote(segment.first, segment.last):
                self._frame(number, segment)
        for number, segment in enumerate(self.unit.segments):
            self._source_phrases(number, segment)
        for number in range(len(self.unit.segments)):
            if number not in self.taken:
                draft, silent = told.find(self.unit, number, self.hits[number], self.taken)
                if draft is not None:
                    self.drafts += [draft, *told.echoed(self.unit, number, draft, self.taken)]
                self.silent = silent or self.silent
        self._leaning()
        if self.silent is None:
            self.silent = self._declined()
        self.drafts.sort(key=lambda draft: min((r[0] for r in draft.content), default=0))

    def _declined(self) -> Named | None:
        """Return who *wollte sich nicht äußern*, so that what follows is theirs."""
        unit = self.unit
        for number, segment in enumerate(unit.segments):
            places = clauses.finite_places(unit, segment)
            if number in self.taken or not places or clauses.subordinate(unit, segment):
                continue
            if unit.low[places[0]] in ("wollte", "wollten", "will", "mochte") and unit.low[segment.last - 1] in _TALK:
                return named(unit, subjects.of_cue(unit, number, Hit((places[0],), "wollen", _QUOTED))[0])
        return None

    def _frame(self, number: int, segment: Segment) -> None:
        unit = self.unit
        low = unit.low[segment.first]
        if low == "so" and self._so(number, segment):
            return
        if low in WORDS["conjunctions"] and segment.last - segment.first > 2 and unit.low[segment.first + 1] == "wie":
            segment, low = Segment(segment.first + 1, segment.last, segment.before, segment.after), "wie"
        if low == "wie" and self._as_clause(number, segment):
            return
        if "es" in unit.low[segment.first : segment.last] and self._is_said(number, segment):
            return
        if self._according(number, segment) or self._leads_to_according(number):
            return
        if self._cites(number, segment):
            return
        for hit in self.hits[number]:
            if hit.entry.clause and self._verb(number, segment, hit):
                return
        if not self._bare_colon(number, segment) and not self._any_verb(number, segment):
            self._noun(number, segment)

    def _so(self, number: int, segment: Segment) -> bool:
        """*CONTENT, so X.*; *so sagte X*; *so steht es in X*."""
        unit = self.unit
        if number == 0 and not segment.after:
            return False
        verbs = clauses.finite_places(unit, segment)
        if not verbs:
            begin = segment.first + 1
            phrase = noun_phrase(unit, begin, segment.last)
            if phrase is None or (number == 0 and phrase.last != segment.last):
                return False
            if not unit.words[begin][0].isupper() and unit.low[begin] not in WORDS["determiners"] | WORDS["pronouns"]:
                return False
            who = sources.whose(unit, phrase)
            return self._around(number, who, (segment.first,), "say", f"so {who.text}")
        if unit.low[verbs[0]] in ("steht", "stand", *_SAID) and "es" in unit.low[segment.first : segment.last]:
            who_wrote = subjects.document(unit, segment)
            cue = (segment.first, verbs[0])
            return self._points_back(number, who_wrote, cue, "write", "so steht es") or self._around(
                number, who_wrote, cue, "write", "so steht es"
            )
        hits = self.hits[number]
        said_so = unit.low[segment.first + 2 : segment.first + 3] in (["es"], ["das"], ["dies"], ["ihn"], ["sie"])
        if hits and hits[0].verb == segment.first + 1 and (hits[0].entry.clause or said_so):
            begin = hits[0].verb + 1
            begin += unit.low[begin : begin + 1] in (["es"], ["das"], ["dies"])
            subject, dative = subject_after(unit, begin, segment.last, verb=hits[0].verb)
            places = (segment.first, *hits[0].places)
            reason, kind, speaker = "so " + hits[0].lemma, hits[0].entry.kind, named(unit, subject)
            return self._points_back(number, speaker, places, kind, reason) or self._around(
                number, speaker, places, kind, reason, to=addressed(unit, dative)
            )
        return False

    def _as_clause(self, number: int, segment: Segment) -> bool:
        """*wie X mitteilte*, *wie es aus X hieß*, *wie aus X hervorgeht*."""
        unit = self.unit
        low = unit.low[segment.first : segment.last]
        if number == 0 and not segment.after:
            return False
        said = next((i for i in range(segment.first, segment.last) if unit.low[i] in _SAID), -1)
        if "es" in low[:3] and said >= 0:
            who = subjects.document(unit, segment)
            return self._around(number, who, (segment.first, said), "say", "wie es hieß")
        closing = self._closing(number)
        segment = Segment(segment.first, unit.segments[closing].last, segment.before, unit.segments[closing].after)
        hits = [hit for hit in self.hits[closing] if hit.entry.clause or hit.entry.kind in ("confirm", "hear")]
        if not hits or (number == 0 and not segment.after):
            return False
        hit = hits[-1]
        cue = (segment.first, *sorted(hit.places))
        if hit.lemma in _FROM:
            return self._around(
                number, subjects.document(unit, segment), cue, "write", "wie " + hit.lemma, until=closing
            )
        if max(hit.places) < segment.last - 2:
            return False
        stop = hit.verb if hit.verb > segment.first + 1 else segment.last
        subject, dative = subject_after(unit, segment.first + 1, stop, verb=hit.verb)
        if subject is None or unit.low[subject.first] == "es":
            return False
        who = named(unit, subject)
        reason = "wie … " + hit.lemma
        if hit.entry.kind == "hear":
            source = subjects.behind(unit, segment, frozenset({"aus", "von", "vom"}))
            before = len(self.drafts)
            if source is None or not self._around(number, source, cue, "say", reason, until=closing):
                return False
            self.drafts[before].via = [who] if who is not None else []
            return True
        return self._around(number, who, cue, hit.entry.kind, reason, to=addressed(unit, dative), until=closing)

    def _closing(self, number: int) -> int:
        """Return the segment in which a *wie* clause ends (*wie X, der Chef von Y, mitteilte*)."""
        unit = self.unit
        if clauses.finite_places(unit, unit.segments[number]):
            return number
        for later in range(number + 1, min(number + 4, len(unit.segments))):
            segment = unit.segments[later]
            if segment.before[:1] != ",":
                return number
            if clauses.finite_places(unit, segment) and not (
                clauses.subordinate(unit, segment) and unit.low[segment.first] not in WORDS["adverbs"]
            ):
                last = [hit for hit in self.hits[later] if max(hit.places) >= segment.last - 2]
                return later if last else number
        return number

    def _is_said(self, number: int, segment: Segment) -> bool:
        """*hieß es aus dem Ministerium*, *In der Mitteilung heißt es, …*."""
        unit = self.unit
        for place in range(segment.first, segment.last):
            if unit.low[place] in _SAID and "es" in unit.low[max(0, place - 1) : place + 2]:
                break
        else:
            return False
        who = subjects.document(unit, segment)
        if place == segment.first and number > 0 and not self._framed_left(number):
            first = unit.segments[contents.left_of(unit, number, self.taken)]
            who = who or subjects.document(unit, first)
            return self._unnamed(self._front(number, segment, who, (place,), "say", "heißt es"), who)
        if place == segment.first and number > 0:
            return self._around(number, who, (place, place + 1), "say", "hieß es", running=who is None)
        return self._unnamed(self._front(number, segment, who, (place,), "say", "hieß es"), who)

    def _unnamed(self, found: bool, who: Named | None) -> bool:
        """Leave *Darin heißt es, …* to whoever has the floor."""
        if found and who is None and self.drafts:
            self.drafts[-1].unnamed = self.drafts[-1].speaker is None
        return found

    def _leads_to_according(self, number: int) -> bool:
        """Tell whether the next segment begins with *wonach* or *demzufolge*: this one's object speaks there."""
        unit = self.unit
        if number + 1 >= len(unit.segments):
            return False
        following = unit.segments[number + 1]
        return unit.low[following.first] in ("wonach", "demzufolge", "derzufolge") and clauses.verb_final(
            unit, following
        )

    def _according(self, number: int, segment: Segment) -> bool:
        """*ein Bericht, wonach …*, *einen Zeugen, demzufolge …*: the clause is what the noun before it says."""
        unit = self.unit
        if unit.low[segment.first] not in ("wonach", "demzufolge", "derzufolge", "laut", "denen") or number == 0:
            return False
        begin = segment.first + 1
        if unit.low[segment.first] in ("laut", "denen"):
            if unit.low[begin : begin + 1] not in (["dem"], ["der"], ["denen"], ["zufolge"]):
                return False
            begin += 1
        if not clauses.verb_final(unit, segment):
            return False
        who = named(unit, subjects.antecedent(unit, number))
        last, _ = contents.end_of(unit, number, quoted=False, colon=False, hits=self.hits, taken=self.taken)
        content = (begin, unit.trimmed(begin, unit.segments[last - 1].last)[1])
        if who is None or content[0] >= content[1]:
            return False
        outer = unit.segments[number - 1]
        places = clauses.finite_places(unit, outer)
        subject = subject_after(unit, places[0] + 1, outer.last)[0] if places else None
        before = subject_before(unit, outer.first, places[0]) if places else None
        citing = bool(places) and unit.low[places[0]] in CITING
        judged = next((h for h in self.hits[number - 1] if h.entry.kind in ("deny", "doubt", "confirm")), None)
        if judged is not None and not citing and number - 1 not in self.taken:
            return self._judged_report(number, last, content, judged)
        relay = named(unit, before or subject) if citing else None
        kind = "say"
        cue: tuple[int, ...] = (segment.first,)
        if last < len(unit.segments) and unit.words[who.core - 1] in WORDS["speech-nouns"]:
            for hit in self.hits[last]:
                if hit.entry.kind in ("deny", "doubt") and hit.verb == unit.segments[last].first:
                    kind, cue = hit.entry.kind, (segment.first, *hit.places)
                    who = named(unit, subjects.of_cue(unit, last, hit)[0])
                    self.taken.add(last)
                    break
        draft = Draft(
            unit, [content], "indirect", kind, who, cue, (segment.first, begin),
            via=[relay] if relay is not None else [], confidence=0.7, reason=unit.low[segment.first],
        )  # fmt: skip
        self.taken.update(range(number, last))
        self.drafts.append(draft)
        self._nested(range(number, last), draft)
        return True

    def _judged_report(self, number: int, last: int, content: tuple[int, int], hit: Hit) -> bool:
        """*X dementierte Berichte, wonach …*: the report is what X denies, doubts or confirms."""
        unit = self.unit
        outer = unit.segments[number - 1]
        who = subjects.with_name(unit, named(unit, subjects.of_cue(unit, number - 1, hit)[0]))
        if who is None:
            return False
        self.taken.update(range(number - 1, last))
        self.drafts.append(Draft(
            unit, [content], "indirect", hit.entry.kind, who, hit.places, (outer.first, content[0]),
            confidence=0.75, reason=hit.lemma,
        ))  # fmt: skip
        return True

    def _any_verb(self, number: int, segment: Segment) -> bool:
        """*„…“, freut sich X*; *Es gebe keinen Grund zur Sorge, beruhigte X*: a verb that the lexicon lacks."""
        unit = self.unit
        if number == 0 or any(hit.entry.clause for hit in self.hits[number]) or number - 1 in self.taken:
            return False
        verb, before = segment.first, unit.segments[number - 1]
        if unit.low[verb] in WORDS["conjunctions"]:
            return False
        if not lexicon.is_finite(unit.words[verb]) or lexicon.reported_mood(unit.words[verb]):
            return False
        if lexicon.finite(unit.words[verb]) & {
            "sein",
            "haben",
            "werden",
            "können",
            "müssen",
            "sollen",
            "wollen",
            "dürfen",
        }:
            return False
        quoted = unit.whole_quote(before.first, before.last) and unit.full(unit.quote[before.first])
        if (
            segment.before[:1] != ","
            or not (quoted or clauses.mood(unit, before) == 1)
            or clauses.subordinate(unit, before)
        ):
            return False
        subject, dative = subject_after(unit, verb + 1, segment.last, verb=verb)
        if subject is None:
            return False
        return self._around(number, named(unit, subject), (verb,), "say", unit.low[verb], to=addressed(unit, dative))

    def _bare_colon(self, number: int, segment: Segment) -> bool:
        """*Die Anwohner nehmen es gelassen: „…“*: a quotation behind a colon is the subject's."""
        unit = self.unit
        if ":" not in segment.after or number + 1 >= len(unit.segments):
            return False
        following = unit.segments[number + 1]
        whole = unit.whole_quote(following.first, following.last)
        if not whole or not unit.full(unit.quote[following.first]) or not clauses.main_clause(unit, segment):
            return False
        places = clauses.finite_places(unit, segment)
        subject, _ = subjects.of_cue(unit, number, Hit((places[0],), "sein", _QUOTED))
        return self._front(number, segment, named(unit, subject), (), "say", "colon")

    def _noun(self, number: int, segment: Segment) -> bool:
        """*wagte die Prognose, …*, *die Forderung des Verbands, … zu …*: a noun of speech and what it announces."""
        unit = self.unit
        if segment.after[:1] != "," or number + 1 >= len(unit.segments) or number + 1 in self.taken:
            return False
        following = unit.segments[number + 1]
        later = [hit for hits in self.hits[number + 1 :] for hit in hits if hit.entry.kind in ("deny", "doubt")]
        if later:
            return False
        spoken = clauses.opener(unit, following) in ("dass", "daß") or clauses.mood(unit, following) > 0
        wished = clauses.infinitive_clause(unit, following)
        for place in range(segment.last - 1, max(segment.first - 1, segment.last - 7), -1):
            word = unit.words[place]
            if not (spoken and word in WORDS["speech-nouns"]) and not (wished and word in WORDS["acts"]):
                continue
            behind = noun_phrase(unit, place + 1 + (unit.low[place + 1 : place + 2] == ["von"]), segment.last)
            if place + 1 < segment.last and (behind is None or behind.last != segment.last):
                return False
            if behind is None:
                places = clauses.finite_places(unit, segment)
                if places:
                    behind, _ = subjects.of_cue(unit, number, Hit((places[0],), "haben", _QUOTED))
            if behind is not None and behind.first <= place < behind.last:
                behind = None
            kind = "demand" if wished else "say"
            return self._front(number, segment, named(unit, behind), (place,), kind, word)
        return False

    def _from_paper(self, number: int, segment: Segment, hit: Hit) -> bool:
        """*Aus X geht hervor, dass …*, also with a clause between (*Aus X, den …, geht hervor, dass …*)."""
        unit = self.unit
        inverted = hit.verb == subjects.start_of(unit, segment, hit.verb) and number > 0
        source = subjects.document(unit, segment)
        if hit.lemma == "zu_entnehmen sein":
            subject, dative = subject_after(unit, segment.first, segment.last)
            source = named(unit, dative or subject)
        opening = unit.segments[contents.left_of(unit, number, self.taken)]
        if inverted and source is None and unit.low[opening.first] in ("aus", "in", "im", "laut"):
            return self._front(number, segment, subjects.document(unit, opening), hit.places, "write", hit.lemma)
        if inverted or number + 1 == len(unit.segments):
            return self._around(number, source, hit.places, "write", hit.lemma)
        return self._front(number, segment, source, hit.places, "write", hit.lemma)

    def _verb(self, number: int, segment: Segment, hit: Hit) -> bool:
        unit = self.unit
        if hit.lemma in _FROM:
            return self._from_paper(number, segment, hit)
        inverted = hit.verb == subjects.start_of(unit, segment, hit.verb) and number > 0
        subject, dative = subjects.of_cue(unit, number, hit)
        who, to = named(unit, subject), addressed(unit, dative)
        if hit.lemma == "die_Rede sein":
            who = subjects.written(unit, segment)
        elif hit.passive and hit.lemma != "zitieren":
            who = subjects.by(unit, segment) or subjects.paper(unit, segment) or subjects.setting(unit, segment)
        joined = segment.before[:1] in (",", "–", "—", "-", "!", "?", "…") or self._behind_quote(number)
        behind = subject is not None and subject.first > hit.verb
        following = unit.segments[number + 1] if number + 1 < len(unit.segments) else None
        leads = following is not None and clauses.opener(unit, following) in ("dass", "daß", "ob")
        quoted = number > 0 and unit.quote[unit.segments[number - 1].last - 1] >= 0
        if hit.lemma == "die_Rede sein" and not leads:
            return False
        leads = leads or (":" in segment.after and following is not None and unit.quote[following.first] >= 0)
        before = len(self.drafts)
        if inverted and joined and hit.lemma == "zitieren" and not hit.passive and self._cited_behind(number, hit):
            return True
        if inverted and joined and behind and self._framed_left(number) and (quoted or not leads):
            found = self._around(number, who, hit.places, hit.entry.kind, hit.lemma, to=to)
            self._relayed(segment, hit, before)
            return found
        if hit.subjunctive:
            return False
        found = self._front(number, segment, who, hit.places, hit.entry.kind, hit.lemma, to=to, hit=hit)
        self._relayed(segment, hit, before)
        if found and ":" in segment.after:
            self._complete(segment, hit, subject, before)
        if found and hit.lemma == "die_Rede sein":
            self.drafts[before].unnamed = True
            told_of = told.talk_of(unit, number, hit, self.taken)
            self.drafts += [told_of] if told_of is not None else []
        return found

    def _complete(self, segment: Segment, hit: Hit, subject: Phrase | None, before: int) -> None:
        """*X wies den Vorwurf zurück: Man habe …*: the act before the colon is told, what follows needs no frame."""
        judged = hit.entry.kind in ("deny", "assess") or hit.lemma.startswith("für")
        if not judged or not told.has_object(self.unit, segment, hit, subject):
            return
        said = self.drafts[before]
        if said.type == "direct":
            return
        said.type, said.kind = "indirect_free_indirect", "say"
        act = (segment.first, segment.last)
        self.drafts.append(Draft(
            self.unit, [act], "reported", hit.entry.kind, said.speaker, hit.places, act, said.addressee,
            confidence=0.5, reason=hit.lemma,
        ))  # fmt: skip

    def _behind_quote(self, number: int) -> bool:
        unit = self.unit
        return number > 0 and unit.quote[unit.segments[number - 1].last - 1] >= 0


def read(unit: Unit) -> tuple[list[Draft], Named | None]:
    """Return the drafts of a unit and, where it has none, who acts as a speaker in it without words."""
    reader = Reader(unit)
    reader.read()
    return reader.drafts, reader.silent
