"""German frames and what they frame: the building blocks of ``german_rules``."""

from __future__ import annotations

from quellenlage.layers.statements import clauses, contents, cues, sources, subjects
from quellenlage.layers.statements.cues import Hit
from quellenlage.layers.statements.drafts import Draft, Named, Range
from quellenlage.layers.statements.lexicon import WORDS
from quellenlage.layers.statements.sources import Source
from quellenlage.layers.statements.subjects import named
from quellenlage.layers.statements.units import ENDS, Segment, Unit

_DESCRIBING = ("beschreiben", "schildern", "umschreiben", "formulieren", "erklären", "begründen", "zusammenfassen")
"""Verbs of *So beschreibt X den Moment*, which point back at what was said."""


class Builder:
    """Builds drafts of one unit from frames that are known."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.drafts: list[Draft] = []
        self.silent: Named | None = None
        self.taken: set[int] = set()
        self.sources = [sources.find(unit, segment) for segment in unit.segments]
        self.hits = [cues.find(unit, segment) for segment in unit.segments]

    def _framed_left(self, number: int) -> bool:
        """Tell whether what stands before an inverted verb can be said: a clause or a quotation, no mere adverbial."""
        unit = self.unit
        left = unit.segments[contents.left_of(unit, number, self.taken) : number]
        return number - 1 in self.taken if not left else any(contents.sayable(unit, s) for s in left)

    def _around(
        self,
        number: int,
        who: Named | None,
        cue: tuple[int, ...],
        kind: str,
        reason: str,
        *,
        to: Named | None = None,
        running: bool = False,
        until: int | None = None,
    ) -> bool:
        """A frame behind or inside its content: *CONTENT, sagte X(, CONTENT)*; *Wie X sagte, CONTENT*.

        The frame takes segments ``number`` to ``until`` (*wie X, der Chef von Y, mitteilte*).
        """
        unit = self.unit
        segment = unit.segments[number]
        closing = number if until is None else until
        left = contents.left_of(unit, number, self.taken)
        left = contents.without_topic(unit, left, number, kind) if left < number else left
        before = contents.ranged(unit, left, number)
        if before is None and self._passed_on(number, who):
            return True
        spread = [before] if before is not None else []
        behind = closing + 1
        if before is not None and not unit.whole_quote(*before):
            behind = contents.behind_apposition(unit, closing)
        elif behind + 1 < len(unit.segments) and unit.segments[behind].before == "":
            joined = unit.low[unit.segments[behind].first] in ("und", "aber")
            behind += joined and unit.whole_quote(unit.segments[behind + 1].first, unit.segments[behind + 1].last)
        right = contents.right_of(unit, behind, self.taken)
        after = contents.ranged(unit, behind, right)
        if after is not None and contents.continues(unit, before, number, behind, self.hits[behind]):
            spread.append(after)
        if not spread:
            return False
        quoted = all(unit.whole_quote(*r) for r in spread)
        if not quoted and before is not None and len(spread) == 2 and unit.whole_quote(*before):
            spread, quoted = [before], True
        self.taken.add(number)
        self.taken.update(range(left, number))
        if after is not None and after in spread:
            self.taken.update(range(closing + 1, right))
        self.taken.update(range(number, closing + 1))
        draft = Draft(
            unit, spread, "direct" if quoted else "indirect", kind, subjects.with_name(unit, who), cue,
            (segment.first, unit.segments[closing].last), to,
            confidence=0.95 if quoted else 0.75, reason=reason, unnamed=running,
        )  # fmt: skip
        self._relays(draft, list(range(number, closing + 1)))
        self.drafts.append(draft)
        if after is not None and after not in spread and not quoted and unit.whole_quote(*after):
            self._quoted_too(draft, after, range(behind, right))
        return True

    def _quoted_too(self, said: Draft, content: Range, numbers: range) -> None:
        """*Man warte, sagt X, „und das seit Jahren“*: the quotation is a statement of its own by the same speaker."""
        unit = self.unit
        if not unit.full(unit.quote[content[0]]):
            return
        self.taken.update(numbers)
        self.drafts.append(Draft(
            unit, [content], "direct", said.kind, said.speaker, said.cue, said.frame, said.addressee,
            via=list(said.via), confidence=0.9, reason=said.reason,
        ))  # fmt: skip

    def _points_back(self, number: int, who: Named | None, cue: tuple[int, ...], kind: str, reason: str) -> bool:
        """*CONTENT. So schildert es X, der …*; *CONTENT; so steht es im Plan, über den …*: nothing behind is said.

        Content of another sentence is left empty, to be filled by what stands there.
        """
        unit = self.unit
        behind = number + 1
        while behind < len(unit.segments) and contents.aside(unit, unit.segments[behind]):
            behind += 1
        if behind < len(unit.segments) and unit.segments[behind - 1].after[:1] not in (".", ";", "!", "?"):
            return False
        parted = number > 0 and unit.segments[number - 1].after[:1] == ";"
        left = contents.left_of(unit, number - parted, self.taken)
        content = contents.ranged(unit, left, number)
        begin = unit.segments[number].first
        if content is None and not (unit.low[begin + 2 : begin + 3] == ["es"] or reason.endswith(_DESCRIBING)):
            return False
        direct = content is not None and unit.whole_quote(*content)
        self.taken.update(range(left, behind))
        self.drafts.append(Draft(
            unit, [content] if content is not None else [], "direct" if direct else "indirect", kind,
            subjects.with_name(unit, who), cue, (begin, unit.segments[behind - 1].last),
            confidence=0.75, reason=reason,
        ))  # fmt: skip
        return True

    def _passed_on(self, number: int, who: Named | None) -> bool:
        """*Der Erklärung ist zu entnehmen, dass …, meldet X*: the frame behind passes on a report before it."""
        last = next(
            (d for d in self.drafts if d.content and d.content[-1][1] <= self.unit.segments[number].first), None
        )
        if last is None or who is None or number - 1 not in self.taken or self.unit.segments[number].before[:1] != ",":
            return False
        last.via = [who, *last.via]
        self.taken.add(number)
        return True

    def _front(
        self,
        number: int,
        segment: Segment,
        who: Named | None,
        cue: tuple[int, ...],
        kind: str,
        reason: str,
        *,
        to: Named | None = None,
        hit: Hit | None = None,
    ) -> bool:
        """A frame before its content: *X sagte, CONTENT*; *X sagte: CONTENT*."""
        unit = self.unit
        if number + 1 >= len(unit.segments) or (segment.after and segment.after[:1] in ENDS):
            return False
        first = number
        number, segment = self._whole_frame(number, segment, cue)
        if number + 1 >= len(unit.segments) or (segment.after and segment.after[:1] in ENDS):
            return False
        colon = ":" in segment.after
        begin = number + 1
        while begin < len(unit.segments) - 1 and begin < number + 3 and not colon:
            if not contents.aside(unit, unit.segments[begin]):
                break
            colon = ":" in unit.segments[begin].after
            begin += 1
        following = unit.segments[begin]
        quoted = unit.quote[following.first] >= 0 and (
            unit.full(unit.quote[following.first]) or unit.whole_quote(following.first, following.last)
        )
        low = clauses.opener(unit, following)
        infinitive = clauses.infinitive_clause(unit, following) and low not in ("um", "ohne", "statt", "anstatt")
        mood = clauses.mood(unit, following)
        subordinate = low in WORDS["content-openers"]
        main = clauses.main_clause(unit, following)
        plain = main and (mood > 0 or contents.spoken_main(unit, number, begin, kind, hit))
        if not (colon or quoted or infinitive or subordinate or plain):
            return False
        if subordinate and low not in ("dass", "daß", "ob") and kind not in ("say", "write", "announce") and mood == 0:
            return False
        if colon and not quoted and not mood and not (main and (hit is not None or kind == "quote")):
            return False
        if infinitive and hit is not None and "für" in hit.entry.prepositions and kind == "assess":
            return False
        last, framed = contents.end_of(unit, begin, quoted=quoted, colon=colon, hits=self.hits, taken=self.taken)
        if framed and colon:
            return False
        content = contents.ranged(unit, begin, last)
        if content is None:
            return False
        direct = unit.whole_quote(*content)
        self.taken.update(range(first, last))
        sure = 0.95 if direct else 0.9 if subordinate or infinitive or mood else 0.55
        draft = Draft(
            unit, [content], "direct" if direct else "indirect", kind, subjects.with_name(unit, who), cue,
            (segment.first, segment.last), to, confidence=sure, reason=reason,
        )  # fmt: skip
        self._relays(draft, [number])
        self.drafts.append(draft)
        self._nested(range(begin, last), draft)
        return True

    def _whole_frame(self, number: int, segment: Segment, cue: tuple[int, ...]) -> tuple[int, Segment]:
        """Lengthen a frame to the segment in which its cue ends (*gab der Leiter, Jörg Hansen, bekannt*)."""
        unit = self.unit
        for later in range(number + 1, len(unit.segments)):
            if unit.segments[later].first > max(cue, default=0):
                break
            segment = Segment(segment.first, unit.segments[later].last, segment.before, unit.segments[later].after)
            number = later
        return number, segment

    def _nested(self, numbers: range, outer: Draft) -> None:
        """A report inside what was said (*X habe gesagt, dass …*) is a statement, passed on by the outer speaker."""
        unit = self.unit
        for number in numbers:
            for hit in self.hits[number]:
                if not (hit.entry.clause and hit.subjunctive and number + 1 < numbers.stop):
                    continue
                if clauses.opener(unit, unit.segments[number + 1]) not in ("dass", "daß", "ob"):
                    continue
                subject, _ = subjects.of_cue(unit, number, hit)
                content = contents.ranged(unit, number + 1, numbers.stop)
                if content is not None and subject is not None:
                    segment = unit.segments[number]
                    via = [*outer.via, outer.speaker] if outer.speaker is not None else list(outer.via)
                    self.drafts.append(Draft(
                            unit,
                            [content],
                            "indirect",
                            hit.entry.kind,
                            named(unit, subject),
                            hit.places,
                            (segment.first, segment.last),
                            via=via,
                            confidence=0.6,
                            reason=hit.lemma,
            ))  # fmt: skip
                return

    def _relays(self, draft: Draft, numbers: list[int]) -> None:
        """Take source phrases of a frame as relays; *unter Berufung auf Y* makes Y the speaker, the subject a relay."""
        for number in numbers:
            for source in self.sources[number]:
                if source.who is None or not _inside(draft.frame, source):
                    continue
                if source.relay:
                    draft.via = [*([draft.speaker] if draft.speaker is not None else []), *draft.via]
                    draft.speaker = source.who
                elif draft.speaker is not None:
                    draft.via.append(source.who)
                else:
                    draft.speaker = source.who
                draft.reason += f"; {source.who.text}"

    def _source_phrases(self, number: int, segment: Segment) -> None:
        unit = self.unit
        for source in self.sources[number]:
            held = [
                d
                for d in self.drafts
                if _inside(d.frame, source) or any(r[0] <= source.first and source.last <= r[1] for r in d.content)
            ]
            if source.relay or held:
                continue
            left = contents.left_of(unit, number, self.taken)
            right = number + 1
            if number > left and segment.before[:1] == "," and clauses.subordinate(unit, segment):
                left, right = number, number + 1
                self._source_statement(source, left, right)
                continue
            bare = not clauses.finite_places(unit, segment) and source.first == segment.first
            while right < len(unit.segments) and unit.segments[right - 1].after[:1] in (",", "–", "—", "-", ""):
                if bare and clauses.main_clause(unit, unit.segments[right]) and right not in self.taken:
                    bare, right = False, right + 1
                    continue
                if right in self.taken or (unit.segments[right - 1].after == "" and self.hits[right]):
                    break
                if self.hits[right] and clauses.main_clause(unit, unit.segments[right]):
                    break
                if source.first > segment.first and contents.stands_alone(unit, unit.segments[right]):
                    break
                right += 1
            self._source_statement(source, left, right)

    def _holding(self, source: Source) -> Segment:
        return next(s for s in self.unit.segments if s.first <= source.first < s.last)

    def _source_statement(self, source: Source, left: int, right: int) -> None:
        """Make the statement of a source phrase that speaks for segments ``left`` to ``right``."""
        unit = self.unit
        whole = contents.ranged(unit, left, right)
        who = source.who
        if sources.own(source):
            who = named(unit, subjects.of_clause(unit, self._holding(source))) or who
        if whole is not None:
            self.taken.update(range(left, right))
            self.drafts.append(Draft(
                    unit,
                    sources.without(unit, whole, source),
                    "free_indirect" if source.vague else "indirect",
                    "say",
                    who,
                    source.cue,
                    (source.first, source.last),
                    confidence=0.85,
                    reason=unit.low[source.cue[0]],
            ))  # fmt: skip


def _inside(frame: Range | None, source: Source) -> bool:
    return frame is not None and frame[0] <= source.first and source.last <= frame[1]
