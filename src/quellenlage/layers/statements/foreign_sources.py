"""English and Russian source phrases: *according to X*, *by the count of X*, *по словам X*, *как рассказал X*."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.layers.annotations import StatementType
from quellenlage.layers.statements.drafts import Draft, Named, Range
from quellenlage.layers.statements.foreign_cues import WORDS, Cue, is_finite
from quellenlage.layers.statements.foreign_names import Names
from quellenlage.layers.statements.units import Segment, Unit


@dataclass(frozen=True, slots=True)
class Source:
    """A source phrase: its tokens ``first`` to ``last`` (exclusive), who it names, and its words."""

    first: int
    last: int
    who: Named | None
    reason: str


class Sources(Names):
    """Finds source phrases and who cites whom."""

    def _source_at(self, unit: Unit, segment: Segment, place: int) -> Source | None:
        """Return the source phrase that begins at a place."""
        pair = unit.low[place : place + 2]
        if unit.quote[place] >= 0 or place + 1 >= segment.last:
            return None
        if self.language == "en":
            if pair == ["according", "to"]:
                who = self._words(unit, place + 2, segment.last)
                return Source(place, segment.last if who is None else who.last, who, "according to")
            return self._account(unit, segment, place) if pair[0] in ("by", "on") else None
        if pair[0] not in ("по", "согласно"):
            return None
        noun = next(
            (i for i in (place + 1, place + 2) if unit.low[i : i + 1] and unit.low[i] in WORDS["ru-sources"]), -1
        )
        if noun < 0:
            if pair[0] != "согласно":
                return None
            who = self._words(unit, place + 1, segment.last)
            return None if who is None else Source(place, who.last, who, "согласно")
        own = noun == place + 2 and pair[1] in WORDS["ru-possessives"]
        who = Named(unit, place + 1, place + 2, place + 2) if own else self._words(unit, noun + 1, segment.last)
        end = noun + 1 if own else segment.last if who is None else who.last
        return Source(place, end, who, " ".join(pair))

    def _account(self, unit: Unit, segment: Segment, place: int) -> Source | None:
        """*by the count of the union*, *by police estimates*, *by her account*."""
        noun = next(
            (i for i in range(place + 1, min(place + 6, segment.last)) if unit.low[i] in WORDS["en-accounts"]), -1
        )
        if noun < 0:
            return None
        if unit.low[noun + 1 : noun + 2] == ["of"]:
            who = self._words(unit, noun + 2, segment.last)
            return None if who is None else Source(place, who.last, who, f"by {unit.low[noun]}")
        begin = place + 1 + (unit.low[place + 1] in ("the", "a", "an"))
        while begin < noun and unit.low[noun - 1] in ("own", "latest", "first", "early", "most", "some"):
            noun -= 1
        if begin >= noun:
            return None
        who = Named(unit, begin, noun, noun)
        last = next(i for i in range(noun, segment.last) if unit.low[i] in WORDS["en-accounts"]) + 1
        return Source(place, last, who, f"by {unit.low[last - 1]}")

    def _source(self, unit: Unit, number: int, segment: Segment, taken: set[int]) -> Draft | None:
        found = (self._source_at(unit, segment, place) for place in range(segment.first, segment.last - 1))
        source = next((s for s in found if s is not None), None)
        if source is not None:
            return self._of_source(unit, number, segment, source, taken)
        if self.language == "ru" and unit.low[segment.first] == "как" and len(unit.segments) > 1:
            cues = [c for c in self._at(unit, segment) if "c" in c.uses]
            if cues and number == 0:
                return self._as_reported(unit, segment, cues[0], taken)
            if cues and segment.before[:1] == ",":
                return self._inserted(unit, number, segment, cues[0], taken)
        return None

    def _of_source(self, unit: Unit, number: int, segment: Segment, source: Source, taken: set[int]) -> Draft | None:
        """Make the statement of a source phrase: what stands before it, or behind it, or around it."""
        left = self._bound(unit, number)
        before = unit.trimmed(unit.segments[left].first, source.first)
        first_behind, last = self._behind(unit, number, source, bool(before[0] < before[1]))
        after = unit.trimmed(first_behind, last)
        content: list[Range] = [before] if before[0] < before[1] else []
        if after[0] < after[1] and (not content or first_behind < segment.last or segment.after[:1] == ","):
            content.append(after)
        content = [r for r in content if any(unit.words[i][0].isalnum() for i in range(*r))]
        if not content:
            return None
        taken.update(n for n, s in enumerate(unit.segments) if n >= left and s.first < max(last, segment.last))
        kind: StatementType = "direct" if all(unit.whole_quote(*r) for r in content) else "indirect"
        return Draft(
            unit, content, kind, "say", source.who, (source.first, source.first + 1), (source.first, source.last),
            confidence=0.8, reason=source.reason,
        )  # fmt: skip

    def _behind(self, unit: Unit, number: int, source: Source, said: bool) -> tuple[int, int]:
        """Return what stands behind a source phrase and belongs to it.

        Left out are an apposition of the source and, where something stands before it, a second clause of its own
        (*Five are missing, according to X, and two were found*).
        """
        first = source.last
        later = number + 1
        while said and later < len(unit.segments) and unit.low[unit.segments[later].first] in ("a", "an", "the", "who"):
            segment = unit.segments[later]
            finite = any(is_finite(self.language, unit.words[i]) for i in range(segment.first, segment.last))
            if finite and unit.low[segment.first] != "who":
                break
            first, later = segment.last, later + 1
        last = unit.segments[-1].last
        for segment in unit.segments[later:]:
            joined = unit.low[segment.first] in ("and", "but", "while", "и", "а", "но")
            finite = any(is_finite(self.language, unit.words[i]) for i in range(segment.first, segment.last))
            if segment.before[:1] == ";" or (said and joined and finite):
                last = segment.first
                break
        return first, max(first, last)

    def _inserted(self, unit: Unit, number: int, segment: Segment, cue: Cue, taken: set[int]) -> Draft | None:
        """*CONTENT, как рассказал X, CONTENT*."""
        who, to = self._russian(unit, cue.place + cue.size, segment.last)
        left = self._bound(unit, number)
        content = [unit.trimmed(unit.segments[left].first, unit.segments[number - 1].last)]
        stop = next(
            (n for n in range(number, len(unit.segments)) if unit.segments[n].after[:1] in (":", ";")),
            len(unit.segments) - 1,
        )
        if stop > number:
            content.append(unit.trimmed(unit.segments[number + 1].first, unit.segments[stop].last))
        taken.update(range(left, stop + 1))
        if who is None:
            return None
        return Draft(
            unit, content, "indirect", cue.kind, who, (segment.first, cue.place), (segment.first, segment.last), to,
            confidence=0.8, reason="как " + cue.word,
        )  # fmt: skip

    def _as_reported(self, unit: Unit, segment: Segment, cue: Cue, taken: set[int]) -> Draft:
        """*Как сообщает X (со ссылкой на Y), CONTENT*."""
        who, to = self._russian(unit, cue.place + cue.size, segment.last)
        content = unit.trimmed(unit.segments[1].first, unit.segments[-1].last)
        draft = Draft(
            unit, [content], "indirect", cue.kind, who, (segment.first, cue.place), (segment.first, segment.last), to,
            confidence=0.8, reason="как " + cue.word,
        )  # fmt: skip
        for place in range(cue.place, segment.last - 3):
            if unit.low[place : place + 3] == ["со", "ссылкой", "на"]:
                source = self._words(unit, place + 3, segment.last)
                who = self._words(unit, cue.place + cue.size, place)
                if source is not None:
                    draft.speaker = source
                    draft.via = [who] if who is not None else []
        taken.add(0)
        return draft

    def _through(self, unit: Unit, draft: Draft, segment: Segment) -> None:
        """*the governor said through a spokeswoman*: she passes on what he says."""
        for place in range(segment.first, segment.last - 1):
            if (
                self.language == "en"
                and unit.low[place] in ("through", "via")
                and place > max(draft.cue, default=place)
            ):
                relay = self._words(unit, place + 1, segment.last)
                draft.via += [relay] if relay is not None else []
                return

    def _cited(self, unit: Unit, draft: Draft, number: int) -> None:
        """*X, citing Y, reported*; *X со ссылкой на Y сообщило*: Y speaks, X passes on."""
        for earlier in range(max(0, number - 1), min(number + 2, len(unit.segments))):
            segment = unit.segments[earlier]
            if earlier > number and unit.low[segment.first] != "citing":
                continue
            for place in range(segment.first, segment.last - 1):
                russian = unit.low[place : place + 3] == ["со", "ссылкой", "на"]
                if unit.low[place] != "citing" and not russian:
                    continue
                begin = place + (3 if russian else 1)
                source = self._words(unit, begin, segment.last)
                relay = draft.speaker
                spoken = draft.cue[-1] + 1 if draft.cue else place
                if russian and segment.first < spoken < place:
                    relay, draft.addressee = self._words(unit, spoken, place), None
                if earlier < number:
                    relay = self._apposed(unit, earlier) or relay
                if source is not None:
                    draft.speaker = source
                    draft.via = [relay] if relay is not None else []
                return

    def _quotes(self, unit: Unit, draft: Draft, segment: Segment, cue: Cue) -> None:
        """*«…», — цитирует Громова Интерфакс*: the first name speaks, the second passes on."""
        begin = cue.place + cue.size
        if cue.kind != "quote" or begin + 1 >= segment.last or draft.speaker is None or draft.speaker.first < begin:
            return
        split = next((i for i in range(begin + 1, segment.last) if self._agency(unit, i)), -1)
        if split > begin:
            draft.speaker = self._words(unit, begin, split)
            relay = self._words(unit, split, segment.last)
            draft.via = [relay] if relay is not None else []

    @staticmethod
    def _agency(unit: Unit, place: int) -> bool:
        """Tell whether a word begins the name of a medium: capitals, a quotation, a Latin word or a noun for one."""
        word = unit.words[place]
        nouns = ("агентство", "газета", "телеканал", "издание", "канал")
        return (
            unit.quote[place] >= 0 or (word.isupper() and len(word) > 1) or word.isascii() or unit.low[place] in nouns
        )
