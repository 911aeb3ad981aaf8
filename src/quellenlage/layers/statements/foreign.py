"""English and Russian statements: cue words, quotations, source phrases. One reader, two small lexicons.

A sentence is cut into segments as in German. A cue word marks its segment as a frame; what was said stands in the
quotations beside it, behind it (*said that …*, *сообщил, что …*), or before it (*…, she added*). Source phrases
(*according to X*, *по словам X*) take the rest of the sentence. Quotations without a frame keep the speaker.
"""

from __future__ import annotations

from quellenlage.layers.annotations import Certainty, StatementType
from quellenlage.layers.statements.drafts import Draft, Named, Range
from quellenlage.layers.statements.foreign_cues import WORDS, Cue, cuts_at, is_finite, kind_of, parted
from quellenlage.layers.statements.foreign_sources import Sources
from quellenlage.layers.statements.units import Segment, Unit

__all__ = ["Reader", "cuts_at", "is_finite", "judge", "kind_of", "parted"]


class Reader(Sources):
    """Reads the units of one document in English or Russian."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.drafts: list[Draft] = []
        self.floor: Draft | None = None

    def read(self, units: list[Unit]) -> list[Draft]:
        """Return the drafts of a document in order."""
        before: Unit | None = None
        quiet = True
        for unit in units:
            if unit.heading:
                continue
            found = self._unit(unit)
            if not found and self.floor is not None and self._bare_quote(unit):
                spot = unit.trimmed(0, len(unit.words))
                near = before is not None and before.paragraph == unit.paragraph and self.floor.unit is before
                if near and self.floor.type == "direct":
                    self.floor.elsewhere.append((unit, *spot))
                    continue
                found = [
                    Draft(unit, [spot], "direct", "say", self.floor.speaker, via=list(self.floor.via), running=True)
                ]
            if not found and before is not None and before.paragraph == unit.paragraph and quiet:
                found = self._about_this(unit, before)
            near = not quiet and before is not None and before.paragraph == unit.paragraph
            quiet = not found
            found = found or self._hearsay(unit)
            if found and near and self.language == "ru" and self.floor is not None and found[0].reason == "hearsay":
                found[0].speaker, found[0].via = self.floor.speaker, list(self.floor.via)
            self.drafts += found
            speaking = [d for d in found if d.speaker is not None]
            if speaking:
                self.floor = speaking[-1]
            before = unit
        for draft in self.drafts:
            draft.certainty = judge(self.language, draft)
        return self.drafts

    def _about_this(self, unit: Unit, before: Unit) -> list[Draft]:
        """*Об этом сообщил X*: the sentence before is what X said."""
        if unit.low[:2] != ["об", "этом"] or not unit.segments:
            return []
        segment = unit.segments[0]
        cues = [cue for cue in self._at(unit, segment) if "c" in cue.uses]
        if not cues:
            return []
        who, to = self._russian(unit, cues[0].place + 1, segment.last)
        frame = (segment.first, segment.last)
        draft = Draft(
            unit, [], "indirect", cues[0].kind, who, (cues[0].place,), frame, to, confidence=0.7, reason="об этом"
        )
        draft.elsewhere.append((before, *before.trimmed(0, len(before.words))))
        self._cited(unit, draft, 0)
        return [draft]

    def _bare_quote(self, unit: Unit) -> bool:
        return unit.whole_quote(0, len(unit.words)) and any(unit.full(i) for i in range(len(unit.quotes)))

    @staticmethod
    def _relative(unit: Unit, segment: Segment) -> bool:
        """Tell whether a segment is a relative clause or a participle that opens the sentence (*Asked whether …*)."""
        low = unit.low[segment.first]
        return low in ("who", "which", "whose", "whom", "asked", "который", "которая", "которые")

    def _unit(self, unit: Unit) -> list[Draft]:
        out: list[Draft] = []
        taken: set[int] = set()
        for number, segment in enumerate(unit.segments):
            if number in taken or unit.whole_quote(segment.first, segment.last) or self._relative(unit, segment):
                continue
            draft = self._source(unit, number, segment, taken)
            if draft is not None:
                out.append(draft)
                continue
            for cue in self._at(unit, segment):
                draft = self._framed(unit, number, segment, cue, taken)
                if draft is not None:
                    self._cited(unit, draft, number)
                    self._through(unit, draft, segment)
                    self._quotes(unit, draft, segment, cue)
                    taken.add(number)
                    out.append(draft)
                    break
        for number, segment in enumerate(unit.segments):
            if number not in taken:
                out += self._told(unit, number, segment)
        self._outer(unit, out)
        told = next((d for d in out if d.reason.startswith("как ")), None)
        for number, segment in enumerate(unit.segments):
            behind = number not in taken and segment.before[:1] == ":"
            if told is not None and behind and unit.whole_quote(segment.first, segment.last):
                out.append(self._quoted_behind(unit, number, told))
        return out

    def _outer(self, unit: Unit, drafts: list[Draft]) -> None:
        """A report inside a report: the outer speaker and its relays pass on the inner ones, and only these stay."""
        outer = next((d for d in drafts if d.reason.startswith("как ")), None)
        if outer is None or len(drafts) < 2 or outer.speaker is None:
            return
        inner = [d for d in drafts if d is not outer and d.content and d.content[0][0] >= outer.content[0][0]]
        if inner:
            for draft in inner:
                draft.via = [*outer.via, outer.speaker]
            drafts.remove(outer)

    def _framed(self, unit: Unit, number: int, segment: Segment, cue: Cue, taken: set[int]) -> Draft | None:
        if not cue.uses & {"c", "t"} and cue.kind != "deny":
            return None
        begin = cue.place + cue.size
        if self._hears(unit, cue) or self._objected(unit, segment, cue) or self._withheld(unit, segment, cue):
            return None
        who, to = self._speaker(unit, number, segment, cue)
        if cue.kind == "show":
            if who is None or not self._tallied(unit, who):
                return None
            who = Named(unit, who.first, max(who.last, cue.place), who.core)
        denied = self._denied_report(unit, number, segment, cue, who)
        if denied is not None:
            return denied
        quoted = [i for i in range(segment.first, cue.place) if unit.low[i] in ("quoted", "quotes", "cited", "cites")]
        if cue.word == "saying" and quoted:
            return self._quoting(unit, number, segment, cue, quoted[0])
        if not cue.uses & {"c", "t"} or (cue.word.startswith("rule") and cue.size == 2):
            return None
        quotes = [
            n
            for n, s in enumerate(unit.segments)
            if n not in taken and unit.whole_quote(s.first, s.last) and unit.full(unit.quote[self._quote_at(unit, s)])
        ]
        beside = [n for n in quotes if abs(n - number) <= 3 and not self._between(unit, number, n)]
        if "c" in cue.uses and beside:
            content = [(unit.segments[n].first, unit.segments[n].last) for n in beside]
            taken.update(beside)
            return self._draft(unit, content, "direct", cue, who, to, (segment.first, segment.last))
        if "t" in cue.uses:
            for place in range(begin, min(segment.last, begin + 8)):
                if unit.low[place] == "to" and self.language == "en" and place + 1 < segment.last:
                    last = segment.last if number + 1 == len(unit.segments) else self._end(unit, number)
                    return self._draft(unit, [(begin, last)], "indirect", cue, who, None, (segment.first, begin))
            if self.language == "ru":
                for place in range(begin, min(segment.last, begin + 5)):
                    if unit.low[place].endswith(("ть", "ти", "чь", "ться", "тись")) and len(unit.words[place]) > 3:
                        return self._draft(
                            unit,
                            [(place - (unit.low[place - 1] == "не"), segment.last)],
                            "indirect",
                            cue,
                            who,
                            None,
                            (cue.place, cue.place + 1),
                        )
        if "c" not in cue.uses:
            return None
        begin = self._told_whom(unit, begin, segment.last)
        inside = [i for i in range(begin, segment.last) if unit.low[i] in ("that", "whether")]
        inside += [i for i in range(begin, min(begin + 2, segment.last)) if unit.low[i] == "if"]
        if self.language == "en" and inside and inside[0] - begin <= 8:
            return self._draft(
                unit, [(inside[0], self._end(unit, number))], "indirect", cue, who, to, (segment.first, inside[0])
            )
        aside = number + 1 < len(unit.segments) and unit.low[unit.segments[number + 1].first] == "citing"
        if self.language == "en" and aside and number + 2 < len(unit.segments) and begin >= segment.last:
            later = unit.segments[number + 2]
            if unit.low[later.first] in ("that", "whether"):
                taken.update(range(number + 1, len(unit.segments)))
                end = unit.trimmed(later.first, unit.segments[-1].last)
                return self._draft(unit, [end], "indirect", cue, who, to, (segment.first, segment.last))
        if self.language == "ru" and begin < segment.last and unit.low[begin] in ("о", "об", "обо"):
            return None
        if self.language == "ru" and number + 1 < len(unit.segments):
            following = unit.segments[number + 1]
            if unit.low[following.first] in ("что", "будто", "чтобы") and (
                begin >= segment.last - 4 or who is not None
            ):
                end = unit.trimmed(following.first, unit.segments[-1].last)
                taken.update(range(number + 1, len(unit.segments)))
                return self._draft(unit, [end], "indirect", cue, who, to, (segment.first, segment.last))
        content = self._plain(unit, number, segment, cue, who, taken)
        return self._draft(unit, content, "indirect", cue, who, to, (segment.first, segment.last)) if content else None

    @staticmethod
    def _tallied(unit: Unit, who: Named | None) -> bool:
        """Tell whether the subject of *shows* is a report or count (*a tally by X shows*)."""
        return who is not None and bool(WORDS["en-tallies"] & set(unit.low[who.first : who.last]))

    def _denied_report(self, unit: Unit, number: int, segment: Segment, cue: Cue, who: Named | None) -> Draft | None:
        """*rejected reports that CONTENT*: what was reported is denied."""
        begin = cue.place + cue.size
        if self.language != "en" or cue.kind != "deny" or begin + 1 >= segment.last:
            return None
        inside = next((i for i in range(begin + 1, min(begin + 5, segment.last)) if unit.low[i] == "that"), -1)
        if inside < 0 or not WORDS["en-nouns"] & set(unit.low[begin:inside]) | {"claim"} & set(unit.low[begin:inside]):
            return None
        return self._draft(
            unit, [(inside, self._end(unit, number))], "indirect", cue, who, None, (segment.first, inside)
        )

    def _quoting(self, unit: Unit, number: int, segment: Segment, cue: Cue, verb: int) -> Draft | None:
        """*X quoted Y as saying CONTENT*: Y speaks, X passes on."""
        source = self._words(unit, verb + 1, cue.place - (unit.low[cue.place - 1] == "as"))
        relay = self._words(unit, segment.first, verb)
        begin = cue.place + cue.size
        end = self._end(unit, number)
        if source is None or begin >= end:
            return None
        draft = self._draft(unit, [(begin, end)], "indirect", cue, source, None, (segment.first, begin))
        draft.via = [relay] if relay is not None else []
        return draft

    @staticmethod
    def _hears(unit: Unit, cue: Cue) -> bool:
        """*is said to be*: hearsay, nobody's words."""
        before = unit.low[max(0, cue.place - 2) : cue.place]
        return unit.low[cue.place + cue.size : cue.place + cue.size + 1] == ["to"] and bool(
            {"is", "are", "was", "were"} & set(before)
        )

    def _withheld(self, unit: Unit, segment: Segment, cue: Cue) -> bool:
        """Tell whether a cue is about what was not told: *would not say*, *said nothing*, *declined to confirm*."""
        before = unit.low[max(segment.first, cue.place - 3) : cue.place]
        if self.language == "ru":
            doubting = cue.word.startswith(("исключ", "допус"))
            return before[-1:] == ["не"] and cue.kind in ("say", "announce", "confirm") and not doubting
        if cue.kind == "deny":
            return False
        behind = "".join(unit.low[cue.place + cue.size : cue.place + cue.size + 1])
        negated = any(word in ("not", "never", "cannot") or word.endswith("n't") for word in before)
        plain = unit.low[cue.place] in ("say", "confirm", "reveal", "disclose", "explain", "announce", "comment")
        rest = range(cue.place + cue.size + 1, segment.last)
        silent = behind in WORDS["en-withheld"] and not any(is_finite("en", unit.words[i]) for i in rest)
        return (negated and plain) or silent or bool(WORDS["en-refusing"] & set(before[-2:]))

    @staticmethod
    def _objected(unit: Unit, segment: Segment, cue: Cue) -> bool:
        """Tell whether a preposition that makes told speech follows the cue at once (*warned of*)."""
        spot = cue.place + cue.size
        return spot < segment.last and unit.low[spot] in cue.uses

    def _plain(
        self, unit: Unit, number: int, segment: Segment, cue: Cue, who: Named | None, taken: set[int]
    ) -> list[Range]:
        """Content without *that*: behind *X said*, or around *…, she added, …*."""
        begin = self._told_whom(unit, cue.place + cue.size, segment.last)
        behind = segment.last - begin
        last = number == len(unit.segments) - 1
        verb_first = who is None or who.first >= begin
        left = self._bound(unit, number)
        free = [n for n in range(left, number) if n not in taken]
        named_left = who is not None and who.last <= segment.first
        if who is not None and named_left and self.language == "en" and behind <= 4:
            told_by = [n for n in free if unit.segments[n].last <= who.first]
            while told_by and not self._finite_in(unit, unit.segments[told_by[-1]]):
                told_by.pop()
            if told_by:
                taken.update(told_by)
                return [unit.trimmed(unit.segments[told_by[0]].first, unit.segments[told_by[-1]].last)]
        timed = begin < segment.last and unit.low[begin] in WORDS["en-stops"] | WORDS["en-time"]
        behind = 0 if timed else behind
        short = behind <= 1 or verb_first or (who is not None and who.first >= begin)
        if free and not named_left and (short or last) and (behind <= 2 or verb_first):
            content = [unit.trimmed(unit.segments[free[0]].first, unit.segments[free[-1]].last)]
            cites = not last and unit.low[unit.segments[number + 1].first] == "citing"
            if not last and segment.after[:1] == "," and not verb_first and not cites:
                content.append(unit.trimmed(unit.segments[number + 1].first, unit.segments[-1].last))
                taken.update(range(number + 1, len(unit.segments)))
            taken.update(free)
            return content
        if (
            self.language == "en"
            and behind >= 3
            and cue.kind != "demand"
            and any(
                is_finite("en", unit.words[i]) or unit.words[i].endswith("ed") for i in range(begin + 1, segment.last)
            )
        ):
            return [unit.trimmed(begin, self._end(unit, number))]
        return []

    @staticmethod
    def _quoted_behind(unit: Unit, number: int, said: Draft) -> Draft:
        """*Соседи, как рассказал X, ждут: «…»*: the quotation behind the colon is X's too."""
        segment = unit.segments[number]
        return Draft(
            unit, [(segment.first, segment.last)], "direct", said.kind, said.speaker, said.cue, said.frame,
            confidence=0.8, reason=said.reason,
        )  # fmt: skip

    def _finite_in(self, unit: Unit, segment: Segment) -> bool:
        return any(is_finite(self.language, unit.words[i]) for i in range(segment.first, segment.last))

    def _between(self, unit: Unit, number: int, other: int) -> bool:
        """Tell whether a clause of its own stands between a frame and a quotation."""
        low, high = sorted((number, other))
        return any(
            unit.quote[unit.segments[n].first] < 0 and any(is_finite(self.language, unit.words[i]) for i in range(
                unit.segments[n].first, unit.segments[n].last)) for n in range(low + 1, high)
        )  # fmt: skip

    def _end(self, unit: Unit, number: int) -> int:
        """Return the end of content behind a frame: the sentence's, or where another begins (*…, after X said*)."""
        for later in range(number + 1, len(unit.segments)):
            segment = unit.segments[later]
            joined = unit.low[segment.first] in ("but", "and") and bool(self._at(unit, segment))
            if (
                segment.before[:1] == ";"
                or joined
                or (unit.low[segment.first] in ("after", "while", "as") and self._at(unit, segment))
            ):
                return unit.trimmed(unit.segments[number].first, unit.segments[later - 1].last)[1]
        return unit.trimmed(unit.segments[number].first, unit.segments[-1].last)[1]

    def _draft(
        self,
        unit: Unit,
        content: list[Range],
        kind: StatementType,
        cue: Cue,
        who: Named | None,
        to: Named | None,
        frame: Range,
    ) -> Draft:
        content = [unit.trimmed(*r) for r in content]
        if kind == "indirect" and len(content) == 1 and unit.whole_quote(*content[0]):
            kind = "direct"
        places = tuple(range(cue.place, cue.place + cue.size))
        return Draft(unit, content, kind, cue.kind, who, places, frame, to, confidence=0.75, reason=cue.word)

    def _told(self, unit: Unit, number: int, segment: Segment) -> list[Draft]:
        cues = [c for c in self._at(unit, segment) if c.uses - {"c", "t"}]
        if not cues:
            return []
        cue = cues[0]
        rest = range(cue.place + cue.size, segment.last)
        low = [unit.low[i] for i in rest]
        fits = (
            ("o" in cue.uses and len(low) >= 1)
            or any(use in low for use in cue.uses & {"of", "about", "against", "for", "as", "at"})
            or ("o" in cue.uses and "inst" in cue.uses)
            or ("inst" in cue.uses and len(low) >= 1)
            or ("в" in cue.uses and "в" in low)
            or ("о" in cue.uses and bool({"о", "об", "обо"} & set(low[:3])))
        )
        if not fits:
            return []
        if self._withheld(unit, segment, cue):
            return []
        who, _ = self._speaker(unit, number, segment, cue)
        if self.language == "ru" and who is not None:
            who = self._person(unit, who, cue.place)
        if who is None or unit.low[who.first] in ("i", "we", "which", "that"):
            return []
        first = segment.first if self.language == "en" or "inst" in cue.uses else cue.place
        last = self._clause_end(unit, cue.place, segment)
        out = [
            Draft(
                unit,
                [(first, last)],
                "reported",
                cue.kind,
                who,
                (cue.place,),
                (first, last),
                confidence=0.5,
                reason=cue.word,
            )
        ]
        if last < segment.last:
            for more in self._at(unit, segment):
                if more.place > last:
                    second = self._framed(
                        unit, number, Segment(more.place, segment.last, "", segment.after), more, set()
                    )
                    if second is not None:
                        second.speaker = who
                        out.append(second)
                        break
        return out

    def _clause_end(self, unit: Unit, place: int, segment: Segment) -> int:
        for spot in range(place + 1, segment.last - 1):
            if unit.low[spot] in ("and", "и", "but", "но") and unit.low[spot + 1] in self.cues and unit.quote[spot] < 0:
                return spot
        return segment.last

    def _hearsay(self, unit: Unit) -> list[Draft]:
        low = unit.low
        said = any(
            low[i] in ("said", "believed", "reported", "alleged", "understood", "thought", "rumoured")
            and low[i + 1 : i + 2] == ["to"]
            and any(word in ("is", "are", "was", "were") for word in low[max(0, i - 2) : i])
            for i in range(len(low))
        )
        if said or set(low) & (WORDS[f"{self.language}-hedges"]):
            return [
                Draft(
                    unit,
                    [unit.trimmed(0, len(low))],
                    "free_indirect",
                    "say",
                    None,
                    confidence=0.45,
                    reason="hearsay",
                    running=True,
                )
            ]
        return []


def judge(language: str, draft: Draft) -> Certainty:
    """Return the certainty of a draft: denials, adverbs of hearsay, else as told."""
    if draft.type == "free_indirect":
        return "hedged"
    if draft.type == "direct":
        return "reported"
    unit = draft.unit
    words = {unit.low[i] for r in draft.content for i in range(*r) if unit.quote[i] < 0}
    if draft.reason.startswith("dismiss") and "as" in words:
        return "reported"
    framed = {unit.low[i] for i in range(*(draft.frame or (0, 0)))} | words
    if draft.reason.startswith("rule") and framed & {"not", "never"}:
        return "hedged"
    if draft.kind == "deny" or (draft.type == "reported" and words & WORDS["ru-untrue"]):
        return "denied"
    if draft.frame is not None and draft.reason.startswith(("исключ", "допус")):
        return "hedged"
    if words & WORDS[f"{language}-hedges"] or (draft.content and unit.low[draft.content[0][0]] == "будто"):
        return "hedged"
    return "reported"
