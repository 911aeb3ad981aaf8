"""German statements with a frame: from cues, source phrases and quotations of one unit to drafts."""

from __future__ import annotations

from quellenlage.layers.statements import clauses, cues, sources
from quellenlage.layers.statements.cues import Hit
from quellenlage.layers.statements.drafts import Draft, Named, Range
from quellenlage.layers.statements.lexicon import WORDS
from quellenlage.layers.statements.phrases import Phrase, noun_phrase, subject_after, subject_before
from quellenlage.layers.statements.sources import Source, named
from quellenlage.layers.statements.units import ENDS, Segment, Unit

_BOUNDARIES = frozenset({";", ":"})


class Reader:
    """Reads one unit; ``drafts`` holds what was found, ``subject`` who was talked of last as an actor."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.drafts: list[Draft] = []
        self.silent: Named | None = None
        self.taken: set[int] = set()
        self.sources = [sources.find(unit, segment) for segment in unit.segments]
        self.hits = [cues.find(unit, segment) for segment in unit.segments]

    def read(self) -> None:
        """Fill ``drafts``: frames first, then source phrases, then told speech."""
        for number, segment in enumerate(self.unit.segments):
            if number not in self.taken:
                self._frame(number, segment)
        for number, segment in enumerate(self.unit.segments):
            self._source_phrases(number, segment)
        for number, segment in enumerate(self.unit.segments):
            if number not in self.taken:
                self._told(number, segment)
        self.drafts.sort(key=lambda draft: min((r[0] for r in draft.content), default=0))

    # frames with a verb, *so X*, *wie X mitteilte*

    def _frame(self, number: int, segment: Segment) -> None:
        unit = self.unit
        low = unit.low[segment.first]
        if unit.whole_quote(segment.first, segment.last):
            return
        if low == "so" and self._so(number, segment):
            return
        if low in ("wie", "das", "dies") and self._as_clause(number, segment):
            return
        if "es" in unit.low[segment.first : segment.last] and self._is_said(number, segment):
            return
        for hit in self.hits[number]:
            if hit.entry.clause and self._verb(number, segment, hit):
                return

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
            return self._around(number, segment, who, (segment.first,), "say", f"so {who.text}")
        if unit.low[verbs[0]] in ("steht", "stand", "heißt", "hieß") and "es" in unit.low[segment.first : segment.last]:
            phrase = self._document(segment)
            return self._around(number, segment, phrase, (segment.first, verbs[0]), "write", "so steht es")
        hits = self.hits[number]
        if hits and hits[0].verb == segment.first + 1:
            subject, dative = subject_after(unit, hits[0].verb + 1, segment.last)
            return self._around(
                number, segment, named(unit, subject), (segment.first, *hits[0].places), hits[0].entry.kind, "so " + hits[0].lemma,
                addressee=named(unit, dative),
            )  # fmt: skip
        return False

    def _document(self, segment: Segment) -> Named | None:
        """Return what stands behind *in* or *aus*: the document or place that says it."""
        unit = self.unit
        for place in range(segment.first, segment.last - 1):
            if unit.low[place] in ("in", "im", "aus", "beim", "bei", "vom", "von") and unit.quote[place] < 0:
                phrase = noun_phrase(unit, place + 1, segment.last)
                if phrase is not None and unit.words[phrase.core - 1][0].isupper():
                    return named(unit, phrase)
        return None

    def _as_clause(self, number: int, segment: Segment) -> bool:
        """*wie X mitteilte*, *wie es aus X hieß*, *wie aus X hervorgeht*; *Das sagte X* is left to ``_told``."""
        unit = self.unit
        if unit.low[segment.first] != "wie":
            return False
        low = unit.low[segment.first : segment.last]
        verbs = clauses.finite_places(unit, segment)
        hits = [hit for hit in self.hits[number] if hit.entry.clause or hit.lemma in ("stehen", "bestätigen")]
        if "es" in low[:3] and any(w in ("hieß", "heißt", "lautete") for w in low):
            cue = next(i for i in range(segment.first, segment.last) if unit.low[i] in ("hieß", "heißt", "lautete"))
            return self._around(number, segment, self._document(segment), (segment.first, cue), "say", "wie es hieß")
        if not verbs or not hits:
            return False
        hit = hits[-1]
        if hit.lemma in ("hervorgehen", "verlauten") or (hit.lemma == "zu_hören sein" and "aus" in low):
            return self._around(
                number, segment, self._document(segment), (segment.first, *hit.places), "write", "wie hervorgeht"
            )
        if max(hit.places) < segment.last - 2:
            return False
        subject, dative = subject_after(
            unit, segment.first + 1, hit.verb if hit.verb > segment.first + 1 else segment.last
        )
        who = named(unit, subject)
        if who is None:
            return False
        if who.text.lower() == "es" or (number == 0 and not segment.after):
            return False
        return self._around(
            number, segment, who, (segment.first, *sorted(hit.places)), hit.entry.kind, "wie … " + hit.lemma,
            addressee=named(unit, dative),
        )  # fmt: skip

    def _is_said(self, number: int, segment: Segment) -> bool:
        """*hieß es aus dem Ministerium*, *In der Mitteilung heißt es, …*."""
        unit = self.unit
        for place in range(segment.first, segment.last):
            if (
                unit.low[place] in ("heißt", "heisst", "hieß", "hiess")
                and "es" in unit.low[max(0, place - 1) : place + 2]
            ):
                break
        else:
            return False
        who = self._document(segment)
        inverted = place == segment.first
        if inverted and number > 0:
            return self._around(number, segment, who, (place, place + 1), "say", "hieß es")
        return self._front(number, segment, who, (place,), "say", "hieß es")

    def _verb(self, number: int, segment: Segment, hit: Hit) -> bool:
        unit = self.unit
        start = segment.first
        while start < hit.verb and unit.low[start] in WORDS["conjunctions"]:
            start += 1
        inverted = hit.verb == start and number > 0
        if hit.lemma in (
            "hervorgehen",
            "verlauten",
            "zu_entnehmen sein",
            "zu_hören sein",
            "zu_lesen sein",
            "durchsickern",
        ):
            who = self._from(segment, hit)
            rule = self._around if inverted or number + 1 == len(unit.segments) else self._front
            return rule(number, segment, who, hit.places, "write", hit.lemma)
        if hit.lemma in ("sich berufen",):
            return False
        subject, dative = self._subject(number, segment, hit)
        who = named(unit, subject)
        speaker = self._by(segment) if hit.passive else who
        addressee = named(unit, dative)
        if hit.passive and who is not None:
            addressee = addressee or None
        if inverted and subject is not None and subject.first > hit.verb:
            return self._around(
                number,
                segment,
                speaker,
                hit.places,
                hit.entry.kind,
                hit.lemma,
                addressee=addressee,
                mood=hit.subjunctive,
            )
        return self._front(
            number, segment, speaker, hit.places, hit.entry.kind, hit.lemma, addressee=addressee, hit=hit
        )

    def _from(self, segment: Segment, hit: Hit) -> Named | None:
        unit = self.unit
        if hit.lemma == "zu_entnehmen sein":
            subject, dative = subject_after(unit, segment.first, segment.last)
            return named(unit, dative or subject)
        return self._document(segment)

    def _by(self, segment: Segment) -> Named | None:
        """Return who does what a passive tells: *von X*."""
        unit = self.unit
        for place in range(segment.first, segment.last - 1):
            if unit.low[place] in ("von", "vom") and unit.quote[place] < 0:
                phrase = noun_phrase(unit, place + 1, segment.last)
                if phrase is not None:
                    return named(unit, phrase)
        return None

    def _subject(self, number: int, segment: Segment, hit: Hit) -> tuple[Phrase | None, Phrase | None]:
        """Return subject and dative object of a cue in a main clause, a final-verb clause, or behind an apposition."""
        unit = self.unit
        start = segment.first
        while start < hit.verb and unit.low[start] in WORDS["conjunctions"]:
            start += 1
        after, dative = subject_after(unit, hit.verb + 1, segment.last)
        if start == hit.verb:
            if after is not None:
                return after, dative
            if unit.low[segment.first] in ("und", "aber", "sowie") or segment.before == "":
                return self._shared(number), dative
            return self._behind_apposition(number), dative
        if unit.low[start] in WORDS["subordinators"] and clauses.verb_final(unit, segment):
            inner, dative = subject_after(unit, start + 1, hit.verb)
            return inner, dative
        before = subject_before(unit, start, hit.verb)
        if before is None:
            if unit.low[start] in ("der", "die", "das") and clauses.verb_final(unit, segment):
                return self._antecedent(number), dative
            return after, dative
        if (
            clauses.verb_final(unit, segment)
            and unit.low[before.first] in ("der", "die", "das")
            and before.last - before.first == 1
        ):
            return self._antecedent(number), dative
        nominative = after is not None and unit.low[after.first] in ("er", "man", "wir", "ich")
        if after is not None and (nominative or (unit.low[after.first] == "sie" and self._object(before, hit))):
            return after, dative
        if after is not None and self._plural_object(before, hit):
            return after, dative
        return before, dative or (after if after is not None and self._spoken_to(after, hit) else None)

    def _object(self, phrase: Phrase, hit: Hit) -> bool:
        return hit.entry.bare or bool(hit.entry.prepositions)

    def _spoken_to(self, phrase: Phrase, hit: Hit) -> bool:
        unit = self.unit
        return unit.low[phrase.first] in WORDS["dative-only"] or (
            unit.low[phrase.first] in ("der", "dieser", "unserer", "den")
            and hit.entry.kind in ("say", "write", "announce")
        )

    def _plural_object(self, phrase: Phrase, hit: Hit) -> bool:
        """Tell whether a phrase before the verb is plural and the verb singular, so that it is the object."""
        unit = self.unit
        number = unit.words[phrase.first]
        several = number.isdigit() and number != "1"
        head = unit.words[phrase.core - 1]
        from quellenlage.layers import german

        readings = german.noun_readings(head)
        plural = several or (bool(readings) and all(r.numbers == ("pl",) for r in readings))
        verb = unit.words[hit.verb]
        singular = {r.number for r in german.verb_readings(verb) if r.person == 3} == {"sg"}
        return plural and singular

    def _shared(self, number: int) -> Phrase | None:
        """Return the subject that a second verb shares with the clause before it (*X lobte Y und forderte Z*)."""
        unit = self.unit
        for earlier in range(number - 1, -1, -1):
            segment = unit.segments[earlier]
            if unit.whole_quote(segment.first, segment.last) or clauses.subordinate(unit, segment):
                continue
            places = clauses.finite_places(unit, segment)
            if places:
                before = subject_before(unit, segment.first, places[0])
                after, _ = subject_after(unit, places[0] + 1, segment.last)
                return before or after
        return None

    def _behind_apposition(self, number: int) -> Phrase | None:
        """Return the subject of *X, der Chef von Y, sagte …*: the phrase that begins the sentence."""
        unit = self.unit
        for earlier in range(number - 1, -1, -1):
            segment = unit.segments[earlier]
            if unit.whole_quote(segment.first, segment.last):
                return None
            if clauses.subordinate(unit, segment) or clauses.infinitive_clause(unit, segment):
                continue
            if clauses.finite_places(unit, segment):
                return None
            phrase = subject_before(unit, segment.first, segment.last)
            opening = earlier == 0 or unit.segments[earlier - 1].after[:1] in (".", ":", ";", "")
            if phrase is not None and (opening or clauses.finite_places(unit, unit.segments[earlier - 1])):
                return phrase
        return None

    def _antecedent(self, number: int) -> Phrase | None:
        """Return the noun phrase right before a relative clause (*der Minister, der sagte*)."""
        unit = self.unit
        if number == 0:
            return None
        before = unit.segments[number - 1]
        for begin in range(before.first, before.last):
            phrase = noun_phrase(unit, begin, before.last)
            if phrase is not None and phrase.last == before.last:
                return phrase
        return None

    # what belongs to a frame

    def _left(self, number: int) -> int:
        """Return the first segment of what stands before a frame, back to a colon, semicolon or sentence end."""
        unit = self.unit
        first = number
        while first > 0:
            mark = unit.segments[first - 1].after
            if mark and (mark[0] in _BOUNDARIES or mark[0] in ENDS):
                break
            if first - 1 in self.taken:
                break
            first -= 1
        return first

    def _right(self, number: int) -> int:
        """Return one past the last segment of what stands behind a frame."""
        unit = self.unit
        last = number
        while last < len(unit.segments):
            if last > number and last in self.taken:
                break
            last += 1
            if unit.segments[last - 1].after[:1] == ";":
                break
        return last

    def _range(self, first: int, last: int) -> Range | None:
        """Return the tokens of segments ``first`` to ``last`` (exclusive) without outer punctuation."""
        if first >= last:
            return None
        unit = self.unit
        begin, end = unit.trimmed(unit.segments[first].first, unit.segments[last - 1].last)
        return (begin, end) if begin < end else None

    def _with_mark(self, content: Range) -> Range:
        return content

    def _around(
        self,
        number: int,
        segment: Segment,
        who: Named | None,
        cue: tuple[int, ...],
        kind: str,
        reason: str,
        *,
        addressee: Named | None = None,
        mood: bool = False,
    ) -> bool:
        """A frame behind or inside its content: *CONTENT, sagte X(, CONTENT)*; *Wie X sagte, CONTENT*."""
        unit = self.unit
        left = self._left(number)
        content: list[Range] = []
        before = self._range(left, number)
        if before is not None:
            left = self._without_topic(left, number, kind)
            before = self._range(left, number)
        if before is not None:
            content.append(before)
        right_end = self._right(number + 1)
        after = self._range(number + 1, right_end) if number + 1 < right_end else None
        if (after is not None and self._continues(before, number, right_end)) or (after is not None and before is None):
            content.append(after)
        if not content:
            return False
        quoted = all(unit.whole_quote(*r) for r in content)
        if not quoted and before is not None and len(content) == 2 and unit.whole_quote(*before):
            content = [before]
            quoted = True
        self.taken.add(number)
        for place in range(left, number):
            self.taken.add(place)
        if len(content) == 2 or before is None:
            self.taken.update(range(number + 1, right_end))
        draft = Draft(
            unit, content, "direct" if quoted else "indirect", kind, who, cue, (segment.first, segment.last), addressee,
            confidence=0.9 if quoted else 0.8, reason=reason,
        )  # fmt: skip
        self._relays(draft, [number, *range(left, number)])
        self.drafts.append(draft)
        return True

    def _without_topic(self, left: int, number: int, kind: str) -> int:
        """Leave out a bare noun before a clause that it announces (*Vorwürfe, er habe …, wies sie zurück*)."""
        unit = self.unit
        segment = unit.segments[left]
        if kind in ("deny", "doubt") and left + 1 < number and not clauses.finite_places(unit, segment):
            return left + 1
        return left

    def _continues(self, before: Range | None, number: int, right_end: int) -> bool:
        """Tell whether what stands behind a frame goes on with what stands before it."""
        unit = self.unit
        following = unit.segments[number + 1]
        if before is None:
            return True
        if unit.whole_quote(*before):
            return (
                (unit.quote[following.first] >= 0
                and unit.full(unit.quote[following.first]))
                or unit.whole_quote(following.first, following.last)
            )
        if unit.segments[number].after[:1] not in (",", "–", "—", "-"):
            return False
        last = unit.segments[number - 1]
        if not clauses.finite_places(unit, last) and not clauses.infinitive_clause(unit, last):
            return True
        return clauses.mood(unit, following) > 0 and not self.hits[number + 1]

    def _front(
        self,
        number: int,
        segment: Segment,
        who: Named | None,
        cue: tuple[int, ...],
        kind: str,
        reason: str,
        *,
        addressee: Named | None = None,
        hit: Hit | None = None,
    ) -> bool:
        """A frame before its content: *X sagte, CONTENT*; *X sagte: CONTENT*."""
        unit = self.unit
        own_quote = self._own_quote(segment)
        if number + 1 >= len(unit.segments):
            return False
        following = unit.segments[number + 1]
        colon = ":" in segment.after
        if segment.after[:1] in ENDS and segment.after:
            return False
        begin = number + 1
        skipped = 0
        while (
            begin < len(unit.segments) - 1 and skipped < 2 and not colon and self._aside(unit.segments[begin])
        ):  # an apposition or relative clause between frame and content
            begin += 1
            skipped += 1
        following = unit.segments[begin]
        if following.before[:1] == ":":
            colon = True
        quoted = unit.quote[following.first] >= 0 and (
            unit.full(unit.quote[following.first]) or unit.whole_quote(following.first, following.last)
        )
        low = clauses.opener(unit, following)
        infinitive = clauses.infinitive_clause(unit, following)
        mood = clauses.mood(unit, following)
        subordinate = low in WORDS["content-openers"] and not (low == "wie" and begin in self.taken)
        main = clauses.main_clause(unit, following)
        if not (
            colon or quoted or infinitive or subordinate or (main and self._spoken(number, begin, kind, mood, hit))
        ):
            return False
        if own_quote and not colon and not quoted:
            return False
        if subordinate and low not in ("dass", "daß", "ob") and kind not in ("say", "write", "announce") and mood == 0:
            return False
        if colon and not quoted and hit is None and not mood and not main:
            return False
        last = self._content_end(begin, quoted=quoted, colon=colon, subordinate=subordinate or infinitive)
        content = self._range(begin, last)
        if content is None:
            return False
        direct = unit.whole_quote(*content)
        if not direct and colon and quoted:
            content = self._range(begin, begin + 1)
            direct = True
        if content is None:
            return False
        self.taken.add(number)
        self.taken.update(range(number + 1, last))
        draft = Draft(
            unit, [content], "direct" if direct else "indirect", kind, who, cue, (segment.first, segment.last), addressee,
            confidence=0.9 if direct else 0.85 if subordinate or infinitive or mood else 0.6, reason=reason,
        )  # fmt: skip
        self._relays(draft, [number])
        self.drafts.append(draft)
        self._nested(range(begin, last), draft)
        return True

    def _nested(self, numbers: range, outer: Draft) -> None:
        """A report inside what was said: *intern gesagt habe, dass …* has its own statement with the outer speaker as relay."""
        for number in numbers:
            for hit in self.hits[number]:
                if hit.entry.clause and hit.subjunctive and number + 1 < len(self.unit.segments):
                    following = self.unit.segments[number + 1]
                    if clauses.opener(self.unit, following) in ("dass", "daß", "ob"):
                        subject, _ = self._subject(number, self.unit.segments[number], hit)
                        content = self._range(number + 1, numbers.stop)
                        if content is not None:
                            segment = self.unit.segments[number]
                            draft = Draft(
                                self.unit, [content], "indirect", hit.entry.kind, named(self.unit, subject), hit.places,
                                (segment.first, segment.last), confidence=0.6, reason=hit.lemma,
                            )  # fmt: skip
                            if outer.speaker is not None:
                                draft.via = [*outer.via, outer.speaker]
                            self.drafts.append(draft)
                            return

    def _own_quote(self, segment: Segment) -> bool:
        unit = self.unit
        return any(unit.quote[i] >= 0 and unit.full(unit.quote[i]) for i in range(segment.first, segment.last))

    def _aside(self, segment: Segment) -> bool:
        """Tell whether a segment between frame and content is an apposition or a relative clause."""
        unit = self.unit
        if unit.quote[segment.first] >= 0:
            return False
        if not clauses.finite_places(unit, segment) and not clauses.infinitive_clause(unit, segment):
            return segment.last - segment.first <= 12 and segment.after[:1] in (",", ":")
        return clauses.subordinate(unit, segment) and unit.low[segment.first] not in WORDS["content-openers"]

    def _spoken(self, number: int, begin: int, kind: str, mood: int, hit: Hit | None) -> bool:
        """Tell whether a main clause behind a frame without *dass* is what was said."""
        if mood:
            return True
        unit = self.unit
        following = unit.segments[begin]
        if unit.low[following.first] in ("und", "aber", "doch", "sondern", "oder") or kind not in (
            "say",
            "think",
            "write",
            "announce",
        ):
            return False
        if unit.segments[number].after[:1] != ",":
            return False
        places = clauses.finite_places(unit, following)
        begins_verb = bool(places) and places[0] == following.first
        return (
            not begins_verb
            and hit is not None
            and not hit.entry.bare
            and begin == number + 1
            and self._verb_last(number, hit)
        )

    def _verb_last(self, number: int, hit: Hit) -> bool:
        """Tell whether nothing but adverbs stands between the cue and the end of its clause."""
        unit = self.unit
        segment = unit.segments[number]
        return all(unit.low[i] in WORDS["adverbs"] for i in range(max(hit.places) + 1, segment.last))

    def _content_end(self, begin: int, *, quoted: bool, colon: bool, subordinate: bool) -> int:
        """Return one past the last segment of content that begins at ``begin``."""
        unit = self.unit
        end = begin + 1
        while end < len(unit.segments):
            mark = unit.segments[end - 1].after[:1]
            if mark in ENDS and not (colon and quoted):
                break
            segment = unit.segments[end]
            if quoted:
                if not unit.whole_quote(segment.first, segment.last):
                    break
                end += 1
                continue
            if end in self.taken or self._own_frame(end):
                break
            if mark == ";" and clauses.mood(unit, segment) == 0:
                break
            if mark == "" and clauses.mood(unit, segment) == 0 and clauses.main_clause(unit, segment):
                break
            if (
                not colon
                and unit.low[segment.first] in ("und", "aber", "doch", "sondern", "oder")
                and clauses.main_clause(unit, segment)
                and clauses.mood(unit, segment) == 0
            ):
                break
            end += 1
        return end

    def _own_frame(self, number: int) -> bool:
        """Tell whether a segment is a frame of its own behind what it frames (*…, so X*, *…, sagte X*)."""
        unit = self.unit
        segment = unit.segments[number]
        if unit.low[segment.first] == "so" and not clauses.finite_places(unit, segment):
            return True
        return any(hit.verb == segment.first and hit.entry.clause and not hit.subjunctive for hit in self.hits[number])

    def _relays(self, draft: Draft, numbers: list[int]) -> None:
        """Take source phrases of a frame as relays, or as the speaker where the frame's subject passes on."""
        for number in numbers:
            for source in self.sources[number]:
                if source.who is None or not self._inside(draft.frame, source):
                    continue
                if source.relay:
                    if draft.speaker is not None:
                        draft.via.append(draft.speaker)
                    draft.speaker = source.who
                elif draft.speaker is not None:
                    draft.via.append(source.who)
                else:
                    draft.speaker = source.who
                draft.reason += f"; {source.who.text}"

    def _inside(self, frame: Range | None, source: Source) -> bool:
        return frame is not None and frame[0] <= source.first and source.last <= frame[1]

    # source phrases

    def _source_phrases(self, number: int, segment: Segment) -> None:
        unit = self.unit
        for source in self.sources[number]:
            if source.relay:
                continue
            covering = [d for d in self.drafts if d.frame is not None and self._inside(d.frame, source)]
            inside = [d for d in self.drafts if any(r[0] <= source.first and source.last <= r[1] for r in d.content)]
            if covering:
                continue
            if inside and source.who is not None:
                for draft in inside:
                    if draft.frame is not None and draft.frame[0] >= source.last:
                        draft.via = [*draft.via]
                continue
            left = self._left(number)
            right = number + 1
            while right < len(unit.segments) and unit.segments[right - 1].after[:1] in (",", "–", "—", "-", ""):
                if right in self.taken or (unit.segments[right - 1].after == "" and self.hits[right]):
                    break
                right += 1
            whole = self._range(left, right)
            if whole is None:
                continue
            content = self._without(whole, source)
            self.taken.update(range(left, right))
            self.drafts.append(
                Draft(
                    unit,
                    content,
                    "indirect",
                    "say",
                    source.who,
                    source.cue,
                    (source.first, source.last),
                    confidence=0.75,
                    reason=unit.low[source.cue[0]],
                )
            )

    def _without(self, whole: Range, source: Source) -> list[Range]:
        """Cut a source phrase out of its sentence; a clause that only explains the source goes with it."""
        unit = self.unit
        out = []
        before = unit.trimmed(whole[0], source.first)
        begin = source.last
        if source.first == whole[0] or not out:
            for segment in unit.segments:
                if (
                    segment.first == begin + 1
                    and unit.words[begin : begin + 1] == [","]
                    and clauses.subordinate(unit, segment)
                ) and source.first - whole[0] <= 1:
                    begin = segment.last
        after = unit.trimmed(begin, whole[1])
        if before[0] < before[1] and any(unit.words[i][0].isalnum() for i in range(*before)):
            out.append(before)
        if after[0] < after[1] and any(unit.words[i][0].isalnum() for i in range(*after)):
            out.append(after)
        return out or [whole]

    # told speech

    def _told(self, number: int, segment: Segment) -> None:
        unit = self.unit
        for hit in self.hits[number]:
            if hit.subjunctive:
                continue
            subject, dative = self._subject(number, segment, hit)
            who = self._by(segment) if hit.passive else named(unit, subject)
            if who is not None and who.text.lower() in ("es", "das", "dies", "ich", "wir", "was"):
                continue
            anaphor = unit.low[segment.first] in ("das", "dies") and hit.verb == segment.first + 1 and hit.entry.clause
            if anaphor and who is not None:
                draft = Draft(
                    unit, [], "indirect", hit.entry.kind, who, hit.places, (segment.first, segment.last), named(unit, dative),
                    confidence=0.6, reason="das … " + hit.lemma,
                )  # fmt: skip
                self.drafts.append(draft)
                return
            if not self._has_object(segment, hit, subject):
                if who is not None and not hit.passive and not clauses.subordinate(unit, segment):
                    self.silent = who
                continue
            if who is None and hit.passive:
                who = self._circles(segment)
            if who is None and not clauses.subordinate(unit, segment):
                continue
            if clauses.subordinate(unit, segment):
                continue
            end = self._told_end(number)
            content = self._range(number, end)
            if content is None:
                continue
            self.taken.update(range(number, end))
            self.drafts.append(
                Draft(
                    unit,
                    [content],
                    "reported",
                    hit.entry.kind,
                    who,
                    hit.places,
                    content,
                    named(unit, dative),
                    confidence=0.55,
                    reason=hit.lemma,
                )
            )
            return

    def _circles(self, segment: Segment) -> Named | None:
        unit = self.unit
        for place in range(segment.first, segment.last - 1):
            if unit.low[place] in ("in", "aus") and unit.low[place + 1].endswith(("kreisen", "umfeld")):
                return Named(unit, place + 1, place + 2, place + 2)
        return None

    def _told_end(self, number: int) -> int:
        """Return one past the last segment that belongs to told speech: its infinitives and subordinate clauses."""
        unit = self.unit
        end = number + 1
        while end < len(unit.segments) and unit.segments[end - 1].after[:1] == "," and end not in self.taken:
            segment = unit.segments[end]
            if not (clauses.subordinate(unit, segment) or clauses.infinitive_clause(unit, segment)):
                break
            end += 1
        return end

    def _has_object(self, segment: Segment, hit: Hit, subject: Phrase | None) -> bool:
        """Tell whether a cue has the object that makes it told speech."""
        unit = self.unit
        low = unit.low[segment.first : segment.last]
        entry = hit.entry
        if " " in hit.lemma and (entry.bare or entry.prepositions) and entry.kind != "say":
            return True
        for preposition in sorted(entry.prepositions - {"NP", "ADJ"}):
            for place in range(segment.first, segment.last - 1):
                if unit.low[place] == preposition or unit.low[place] in _FUSED.get(preposition, ()):
                    if noun_phrase(unit, place + 1, segment.last) is not None or unit.quote[place + 1] >= 0:
                        return True
            if preposition == "von" and "davon" in low:
                return True
            if preposition == "vor" and "davor" in low:
                return True
        if "NP" in entry.prepositions and self._objects(segment, hit, subject) >= 1:
            return True
        return entry.bare and self._objects(segment, hit, subject) >= 1

    def _objects(self, segment: Segment, hit: Hit, subject: Phrase | None) -> int:
        """Count noun phrases of a clause that are neither subject nor behind a preposition."""
        unit = self.unit
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
            if (low not in WORDS["dative-only"] and low not in ("sich", "es", "er", "man") and not hit.passive) or hit.passive:
                count += 1
            place = phrase.last
        return count


_FUSED = {
    "von": ("vom",),
    "zu": ("zum", "zur"),
    "auf": ("aufs",),
    "vor": ("vorm",),
    "für": ("fürs",),
    "an": ("am", "ans"),
}


def read(unit: Unit) -> tuple[list[Draft], Named | None]:
    """Return the drafts of a unit and, where it has none, who acts as a speaker in it without words."""
    reader = Reader(unit)
    reader.read()
    return reader.drafts, reader.silent
