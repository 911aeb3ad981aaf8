"""Who speaks in an English or Russian frame, and to whom: before the cue, behind it, or behind an apposition."""

from __future__ import annotations

from quellenlage.layers.statements.drafts import Named
from quellenlage.layers.statements.foreign_cues import WORDS, Cue, cues, is_finite
from quellenlage.layers.statements.units import ENDS, Segment, Unit

WORDS_GERUND = tuple(sorted(WORDS["ru-gerunds"]))
"""Endings of Russian gerunds."""


class Names:
    """Finds cues and the words that name speakers in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.cues = cues()[language]

    def _at(self, unit: Unit, segment: Segment) -> list[Cue]:
        out = []
        for place in range(segment.first, segment.last):
            if unit.quote[place] >= 0 or unit.bracket[place]:
                continue
            for size in (2, 1):
                word = " ".join(unit.low[place : place + size])
                entry = self.cues.get(word)
                if entry is not None and place + size <= segment.last and not self._no_cue(unit, place, size):
                    out.append(Cue(place, size, entry[0], entry[1], word))
                    break
        if self.language == "en" and not out and self._behind_quote(unit, segment):
            out.append(Cue(segment.first, 1, "say", frozenset({"c"}), unit.low[segment.first]))
        return out

    def _no_cue(self, unit: Unit, place: int, size: int) -> bool:
        """Tell whether a cue word is none here: a noun (*rejected reports*), *called home*, *as first announced*."""
        if self.language != "en":
            return False
        before = unit.low[place - 1] if place else ""
        behind = "".join(unit.low[place + size : place + size + 1])
        if unit.low[place] in WORDS["en-nouns"] and (before in self.cues or before in WORDS["en-noun-before"]):
            return True
        if unit.low[place] == "called" and size == 1 and behind in WORDS["en-called"]:
            return True
        if unit.low[place] in ("thought", "think", "thinks") and behind in ("of", "about"):
            return True
        start = place - 1
        while start >= 0 and unit.low[start] in WORDS["en-as-before"]:
            start -= 1
        return start >= 0 and unit.low[start] in ("as", "than") and behind in ("", ",", ".")

    @staticmethod
    def _behind_quote(unit: Unit, segment: Segment) -> bool:
        """*“…,” shrugged Ann Poole*: a past verb that the lexicon lacks, inverted right behind a quotation."""
        first = segment.first
        if not first or unit.quote[first - 1] < 0 or not unit.full(unit.quote[first - 1]) or first + 1 >= segment.last:
            return False
        word, behind = unit.words[first], unit.words[first + 1]
        return (
            word.islower()
            and word.endswith("ed")
            and (behind[0].isupper() or behind in ("the", "a", "an", "his", "her"))
        )

    def _bound(self, unit: Unit, number: int) -> int:
        first = number
        while (
            first > 0
            and unit.segments[first - 1].after[:1] not in (";", ":")
            and unit.segments[first - 1].after[:1] not in ENDS
        ):
            first -= 1
        return first

    def _told_whom(self, unit: Unit, begin: int, last: int) -> int:
        """Return where content begins behind *told X*: past a name, or past article and noun."""
        if self.language != "en" or unit.low[begin - 1] not in ("told", "tells"):
            return begin
        place = begin
        if unit.low[place : place + 1] and unit.low[place] in ("the", "a", "an", "this", "our", "his", "her"):
            place += 2
            return place if place < last else begin
        if unit.words[place : place + 1] and unit.words[place][0].isupper():
            while place < last and unit.words[place][0].isupper():
                place += 1
            return place if place < last else begin
        return place + 1 if place + 1 < last else begin

    @staticmethod
    def _quote_at(unit: Unit, segment: Segment) -> int:
        return next(i for i in range(segment.first, segment.last) if unit.quote[i] >= 0)

    def _speaker(self, unit: Unit, number: int, segment: Segment, cue: Cue) -> tuple[Named | None, Named | None]:
        """Return who speaks and to whom: before the cue, behind an inverted cue, or in the segments before."""
        begin = cue.place + cue.size
        start = segment.first
        leading = WORDS["en-leading"] | {"and", "but", "that", "after", "as", "while", "и", "а", "но", "он_также"}
        while start < cue.place and (unit.low[start] in leading or unit.words[start] in ("—", "–", "-")):
            start += 1
        to = self._addressee(unit, begin, segment.last)
        if start == cue.place and segment.before == "" and number > 0:
            earlier = unit.segments[number - 1]
            cues = self._at(unit, earlier)
            if cues:
                return self._speaker(unit, number - 1, earlier, cues[0])[0], to
        if start < cue.place:
            stop = cue.place
            while stop > start and (unit.low[stop - 1] in WORDS["en-aux"] or unit.low[stop - 1] in WORDS["ru-adverbs"]):
                stop -= 1
            if unit.low[stop - 1] == "and":
                acts = (i for i in range(start + 1, stop) if unit.low[i].endswith("ed") and unit.words[i].islower())
                stop = next(acts, stop - 1)
            before = self._words(unit, start, stop)
            if before is not None:
                return before, to
        if segment.before in (",", "") and number > 0 and self.language == "en":
            apposed = self._apposed(unit, number)
            quoted = unit.quote[unit.segments[number - 1].first] >= 0
            bare = not any(
                is_finite("en", unit.words[i]) and unit.quote[i] < 0
                for earlier in unit.segments[self._bound(unit, number) : number]
                for i in range(earlier.first, earlier.last)
                if unit.low[earlier.first] not in ("who", "which", "whose")
            )
            if apposed is not None and not quoted and (bare or not self._named_after(unit, begin, segment.last)):
                return apposed, to
        if self.language == "ru":
            parted = self._behind_gerund(unit, number) if segment.before == "," and start == cue.place else None
            return (parted, None) if parted is not None else self._russian(unit, begin, segment.last)
        return self._words(unit, begin, segment.last), None

    def _russian(self, unit: Unit, begin: int, last: int) -> tuple[Named | None, Named | None]:
        """Part speaker and addressee behind a Russian cue: *ТАСС представитель завода*, *Лебедев журналистам*."""
        for place in range(begin, last):
            if unit.low[place] in WORDS["ru-addressees"] and place > begin:
                return self._words(unit, begin, place), self._words(unit, place, last)
            if unit.low[place] in WORDS["ru-addressees"] and place + 1 < last:
                stop = place + 1
                while stop < last and (
                    unit.quote[stop] >= 0 or (unit.words[stop].isupper() and len(unit.words[stop]) > 1)
                ):
                    stop += 1
                return self._words(unit, stop, last), self._words(unit, place, stop)
            if unit.low[place] in WORDS["ru-persons"] and place > begin and unit.words[begin][0].isupper():
                return self._words(unit, place, last), self._words(unit, begin, place)
        return self._words(unit, begin, last), None

    def _named_after(self, unit: Unit, begin: int, last: int) -> bool:
        return begin < last and (unit.words[begin][0].isupper() or unit.low[begin] in ("the", "a", "an"))

    def _apposed(self, unit: Unit, number: int) -> Named | None:
        """Return the subject of *X, who …, said*, *X, the chair of Y, said*, *the chair, X, told*."""
        for earlier in range(number - 1, max(-1, number - 4), -1):
            segment = unit.segments[earlier]
            if unit.quote[segment.first] >= 0:
                return None
            low = unit.low[segment.first]
            if low in ("who", "which", "whose", "where", "when"):
                continue
            if (
                low in ("a", "an", "the")
                and earlier > 0
                and unit.words[unit.segments[earlier - 1].last - 1][0].isupper()
            ):
                continue
            participle = low.endswith("ed") and unit.words[segment.first].islower()
            if low in ("citing", "speaking", "asked", "for", "like", "unlike") or participle:
                continue
            return self._words(unit, segment.first, segment.last)
        return None

    def _behind_gerund(self, unit: Unit, number: int) -> Named | None:
        """Return the subject of *Орлова, выступая в Туле, назвала …*: a name before a gerund or relative clause."""
        for earlier in range(number - 1, max(-1, number - 4), -1):
            segment = unit.segments[earlier]
            low = unit.low[segment.first]
            if unit.quote[segment.first] >= 0:
                return None
            aside = segment.last - segment.first <= 3 and unit.words[segment.first][0].islower()
            if aside or low.startswith("котор") or low.endswith(WORDS_GERUND):
                continue
            if earlier == number - 1 or any(is_finite("ru", unit.words[i]) for i in range(segment.first, segment.last)):
                return None
            return self._words(unit, segment.first, segment.last)
        return None

    def _addressee(self, unit: Unit, begin: int, last: int) -> Named | None:
        if self.language == "en" and begin < last and unit.low[begin - 1] in ("told", "tells"):
            stop = self._told_whom(unit, begin, last)
            finite = any(is_finite("en", unit.words[i]) for i in range(begin, last))
            return self._words(unit, begin, stop if finite and stop > begin else last)
        return None

    def _words(self, unit: Unit, first: int, last: int) -> Named | None:
        """Return a name or description: the words of a range up to a preposition or mark, where its head ends."""
        while first < last and (
            unit.low[first] in WORDS["ru-adverbs"] | WORDS["ru-before-names"]
            or (not unit.words[first][0].isalnum() and unit.quote[first] < 0)
        ):
            first += 1
        if first >= last:
            return None
        stops = WORDS["en-stops"] | {
            "в",
            "на",
            "во",
            "со",
            "при",
            "после",
            "для",
            "перед",
            "об",
            "о",
            "что",
            "will",
            "would",
            "that",
        }
        end = first
        while end < last and (unit.quote[end] >= 0 or unit.words[end] not in ("—", "–", "-", ",", ":", ";")):
            low = unit.low[end]
            timed = low in ("on", "in", "at") or low in ("в", "во", "на")
            if end > first and low in stops and low not in ("of", "for", "from", "in", "with", "в"):
                break
            if (
                end > first
                and timed
                and not (low in ("in", "в") and end + 1 < last and unit.words[end + 1][0].isupper())
            ):
                break
            if end > first and (low in WORDS["en-time"] | WORDS["en-aux"] or low in self.cues):
                break
            if end > first and low in WORDS["en-reflexive"]:
                break
            adverb = low.endswith("ly") and low.islower() and self.language == "en"
            if end > first and adverb and (end + 1 == last or unit.low[end + 1] in self.cues):
                break
            end += 1
        core = first + 1
        while core < end and unit.low[core] not in ("of", "for", "from", "in", "with", "в", "из", "от"):
            core += 1
        if self.language == "ru" and unit.low[first] in ("в", "во", "на") and end > first + 1:
            first, core = first + 1, max(core, first + 2)
        usable = any(unit.words[i][0].isalpha() for i in range(first, end))
        return Named(unit, first, end, core) if usable and end > first else None

    def _person(self, unit: Unit, who: Named, cue: int) -> Named:
        """Leave out an object before the subject (*Слухи о цене собеседник агентства назвал …*)."""
        for place in range(who.first + 1, cue):
            if unit.low[place] in WORDS["ru-persons"]:
                return self._words(unit, place, cue) or who
        return who
