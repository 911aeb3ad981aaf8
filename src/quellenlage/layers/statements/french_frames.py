"""French frames: cue verbs before, behind and inside what was said, and told speech, in one unit."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from quellenlage.layers import french
from quellenlage.layers.annotations import StatementType
from quellenlage.layers.statements import french_names as names
from quellenlage.layers.statements.drafts import Draft, Named, Range
from quellenlage.layers.statements.french_cues import WORDS, Cue, at, infinitive, is_finite
from quellenlage.layers.statements.french_sources import Sources
from quellenlage.layers.statements.units import Segment

_QUE_REACH: Final = 16
"""Words between a cue and its *que* (*a indiqué vendredi à la presse la porte-parole du parquet que*)."""
_NO_CONTENT: Final = WORDS["relative"] | {"interrogé", "interrogée", "lors", "dans"}
"""Words with which a segment behind a frame belongs to the frame."""
_COURTS: Final = frozenset(("tribunal", "cour", "juge", "juges", "justice", "jury"))


class Reader(Sources):
    """Reads one unit."""

    def read(self) -> list[Draft]:
        """Return the unit's drafts."""
        for number, segment in enumerate(self.unit.segments):
            if number not in self.taken and not self.unit.whole_quote(segment.first, segment.last):
                self.source(number, segment)
        for number, segment in enumerate(self.unit.segments):
            if number in self.taken or self.unit.whole_quote(segment.first, segment.last):
                continue
            if self._takes_up(segment):
                answered = self._answered(number, segment)
                if answered is not None:
                    self.taken.add(number)
                    self.out.append(answered)
                continue
            for cue in self._cues(number, segment):
                draft = self._framed(number, segment, cue)
                if draft is not None:
                    self.taken.add(number)
                    self.out.append(draft)
                    break
        for number, segment in enumerate(self.unit.segments):
            if number not in self.taken and not self.unit.whole_quote(segment.first, segment.last):
                self._told(number, segment)
        return self.out

    def _cues(self, number: int, segment: Segment) -> list[Cue]:
        found = at(self.unit, segment)
        if number == 0 or any(cue.uses & {"c", "q"} for cue in found):
            return found
        quoted = self.unit.segments[number - 1]
        if not self.unit.whole_quote(quoted.first, quoted.last) or not self._whole(number - 1):
            return found
        return self._unlisted(segment) or found

    def _unlisted(self, segment: Segment) -> list[Cue]:
        """A verb that the lexicon lacks is a cue where it stands inverted behind a quotation (*« … », s'amuse X*)."""
        place = segment.first
        while place < segment.last and self.low[place] in WORDS["clitics"]:
            place += 1
        if place + 1 >= segment.last or not is_finite(self.unit.words[place]):
            return []
        last, pronoun = place + 1, -1
        if self.unit.words[place].endswith("-"):
            pronoun, last = place + 1, place + 2
        if self.low[place] in french.WORDS["aux"]:
            behind = range(last, min(segment.last, last + 3))
            last = next((i + 1 for i in behind if french.is_participle(self.unit.words[i])), last)
        if pronoun < 0 and (last >= segment.last or names.phrase(self.unit, last, segment.last) is None):
            return []
        return [Cue(segment.first, last, "say", frozenset("q"), "", pronoun)]

    def _whole(self, number: int) -> bool:
        segment = self.unit.segments[number]
        return any(
            self.unit.full(self.unit.quote[i]) for i in range(segment.first, segment.last) if self.unit.quote[i] >= 0
        )

    def _speaker(self, number: int, segment: Segment, cue: Cue) -> tuple[Named | None, int]:
        """Return who speaks, and where the frame ends behind the cue."""
        unit = self.unit
        if cue.pronoun >= 0:
            return Named(unit, cue.pronoun, cue.pronoun + 1, cue.pronoun + 1), cue.last
        who = names.before(unit, segment, cue)
        if who is not None:
            return who, cue.last
        if cue.gerund:
            return None, cue.last
        low = self.low[segment.first]
        joined = self._joined(number, segment, cue)
        if joined is not None:
            return joined, cue.last
        if (low == "qui" and cue.first - segment.first <= 4) or self._subject_before(number):
            return names.apposed(unit, number), cue.last
        spot = names.behind_addressee(unit, cue.last, segment.last)
        nominal = spot < segment.last and self.low[spot] not in {"que", "qu'"} and not infinitive(unit, spot)
        behind = names.phrase(unit, spot, segment.last) if nominal and self._inverts(segment, cue) else None
        if behind is not None:
            if behind.last == segment.last and number + 1 < len(unit.segments) and segment.after[:1] == ",":
                more = names.named_behind(unit, behind, unit.segments[number + 1])
                if more is not behind:
                    self.taken.add(number + 1)
                    return more, more.last
            return behind, behind.last
        return names.apposed(unit, number), cue.last

    def _subject_before(self, number: int) -> bool:
        """Tell whether the segments before hold a subject without its verb (*Le maire, Paul Roche, dément …*)."""
        unit = self.unit
        first = self.bound(number)
        if first == number:
            return False
        earlier = [s for s in unit.segments[first:number] if unit.low[s.first] not in WORDS["relative"]]
        verbal = any(names.verbal(unit, i) and unit.quote[i] < 0 for s in earlier for i in range(s.first, s.last))
        quoted = any(unit.whole_quote(s.first, s.last) for s in earlier)
        return bool(earlier) and not verbal and not quoted and names.apposed(unit, number) is not None

    def _inverts(self, segment: Segment, cue: Cue) -> bool:
        """Tell whether nothing but adverbs and pronouns stands before a cue in its segment."""
        return all(
            word in WORDS["clitics"] | WORDS["leading"] | WORDS["adverbs"] | {"ainsi", "dit"}
            for word in self.low[segment.first : cue.first]
        )

    def _joined(self, number: int, segment: Segment, cue: Cue) -> Named | None:
        """Return the subject of the verb before *et* (*X a démenti et a demandé que …*)."""
        if number and segment.before == "" and self.low[segment.first] in {"et", "mais", "puis"}:
            earlier = self.unit.segments[number - 1]
            for other in at(self.unit, earlier):
                return names.before(self.unit, earlier, other) or self._speaker(number - 1, earlier, other)[0]
            verb = next((i for i in range(earlier.first, earlier.last) if is_finite(self.unit.words[i])), None)
            if verb is not None:
                return names.before(self.unit, earlier, Cue(verb, verb + 1, "", frozenset(), ""))
        return None

    def _framed(self, number: int, segment: Segment, cue: Cue) -> Draft | None:
        if cue.negated and "n" not in cue.uses and cue.kind != "deny":
            return None
        who, behind = self._speaker(number, segment, cue)
        if who is None and cue.gerund and self.out:
            who = self.out[-1].speaker
        frame = (segment.first, segment.last)
        que = self._que(cue, segment) if "c" in cue.uses else -1
        if cue.uses & {"c", "q"} and que != segment.last - 1:
            quotes = self._beside(number)
            if quotes:
                self.taken.update(quotes)
                content = [(self.unit.segments[n].first, self.unit.segments[n].last) for n in quotes]
                return self._draft(content, "direct", cue, who, frame, behind)
        if "c" in cue.uses and que >= 0:
            draft = self._draft([(que, self._end(number))], "indirect", cue, who, (segment.first, que), behind)
            self.taken.update(
                n
                for n in range(number + 1, len(self.unit.segments))
                if self.unit.segments[n].last <= draft.content[0][1]
            )
            return draft
        begin = self._infinitive(cue, segment)
        if begin >= 0:
            last = self._end(number)
            self.taken.update(
                n for n in range(number + 1, len(self.unit.segments)) if self.unit.segments[n].last <= last
            )
            return self._draft([(begin, last)], "indirect", cue, who, (segment.first, begin), behind)
        return self._plain(number, segment, cue, who, behind) if "c" in cue.uses else None

    def _beside(self, number: int) -> list[int]:
        """Return the whole quotations next to a frame, no clause of its own between."""
        unit = self.unit
        out = []
        for n, segment in enumerate(unit.segments):
            if n in self.taken or abs(n - number) > 3 or not unit.whole_quote(segment.first, segment.last):
                continue
            low, high = sorted((n, number))
            between = unit.segments[low + 1 : high]
            clause = any(
                is_finite(unit.words[i]) and unit.quote[i] < 0 for s in between for i in range(s.first, s.last)
            ) and not any(unit.low[s.first] in {"dont", "qui", "où"} for s in between)
            if self._whole(n) and not clause:
                out.append(n)
        return out

    def _que(self, cue: Cue, segment: Segment) -> int:
        for place in range(cue.last, min(segment.last, cue.last + _QUE_REACH)):
            word = self.low[place]
            clause = (
                place > cue.last
                and is_finite(self.unit.words[place])
                and self.unit.quote[place] < 0
                and self.low[place - 1] not in french.WORDS["determiners"]
            )
            if word in {"qui", "dont", "où", "tant", "autant", "aussi"} or clause:
                return -1
            if word in {"que", "qu'"} and self.unit.quote[place] < 0 and self.low[place - 1] not in WORDS["not-que"]:
                return place
        return -1

    def _infinitive(self, cue: Cue, segment: Segment) -> int:
        """Return where an infinitive that the cue governs begins, its object before it included, or -1."""
        spot = cue.last
        while spot < segment.last and self.low[spot] in WORDS["adverbs"] | {"ne", "n'", "ni", "rien", "aucunement"}:
            spot += 1
        if "i" in cue.uses:
            while spot < segment.last and self.low[spot] in WORDS["clitics"]:
                spot += 1
            if spot < segment.last and infinitive(self.unit, spot):
                return cue.last
        marks = ({"de", "d'"} if "d" in cue.uses else set()) | ({"à"} if "a" in cue.uses else set())
        for place in range(cue.last, segment.last - 1):
            if self.low[place] in marks and self.unit.quote[place] < 0:
                ahead = place + 1
                while ahead < segment.last - 1 and self.low[ahead] in WORDS["clitics"] | WORDS["adverbs"] | {
                    "ne",
                    "pas",
                }:
                    ahead += 1
                if infinitive(self.unit, ahead):
                    return cue.last
                if self.low[place] == "à" and place == cue.last and "a" in cue.uses:
                    return cue.last
        return -1

    def _plain(self, number: int, segment: Segment, cue: Cue, who: Named | None, behind: int) -> Draft | None:
        """Content before *…, affirme X*, around it, or behind a colon."""
        unit = self.unit
        if segment.after[:1] == ":" and number + 1 < len(unit.segments):
            self.taken.update(range(number + 1, len(unit.segments)))
            content = [unit.trimmed(unit.segments[number + 1].first, unit.segments[-1].last)]
            if cue.kind == "deny":  # dément : les pompes ont été livrées
                cue = replace(cue, kind="say")
            return self._draft(content, "indirect", cue, who, (segment.first, segment.last), behind)
        via: list[Named] = []
        if cue.verb == "apprendre":  # a-t-on appris de source diplomatique, a appris le journal de deux témoins
            source = next((i for i in range(cue.last, segment.last) if self._learns_from(i)), segment.last)
            reader = names.phrase(unit, cue.last, source) if cue.pronoun < 0 else None
            via = [reader] if reader is not None else []
            who = self._learned(source, segment)
        inverted = cue.pronoun >= 0 or bool(via) or (who is not None and who.first >= cue.last)
        left = self.bound(number)
        free = [n for n in range(left, number) if n not in self.taken]
        if not inverted or not free or not self._inverts(segment, cue):
            return None
        content = [unit.trimmed(unit.segments[free[0]].first, unit.segments[free[-1]].last)]
        following = number + 1
        while following in self.taken:
            following += 1
        relay = self._cited_by(following) if following < len(unit.segments) else None
        if relay is not None:
            via.append(relay)
            self.taken.add(following)
            following += 1
        if (
            following < len(unit.segments)
            and unit.segments[following - 1].after[:1] == ","
            and self.low[unit.segments[following].first] not in _NO_CONTENT
        ):
            content.append(unit.trimmed(unit.segments[following].first, unit.segments[-1].last))
            self.taken.update(range(following, len(unit.segments)))
        self.taken.update(free)
        draft = self._draft(content, "indirect", cue, who, (segment.first, segment.last), behind)
        draft.via = via
        return draft

    def _learns_from(self, place: int) -> bool:
        return self.unit.quote[place] < 0 and self.low[place] in {"auprès", "de", "du", "des"}

    def _learned(self, spot: int, segment: Segment) -> Named | None:
        """Return from whom something was learned: behind *de* or *auprès de*."""
        begin = spot
        while spot < segment.last and self.low[spot] in {"auprès", "de", "du", "des"}:
            spot += 1
        if spot == begin or spot >= segment.last:
            return None
        return Named(self.unit, spot, segment.last, segment.last)

    def _end(self, number: int) -> int:
        """Return the end of content behind a frame: the sentence's, or where another voice begins."""
        unit = self.unit
        for later in range(number + 1, len(unit.segments)):
            segment = unit.segments[later]
            other = at(unit, segment)
            joined = self.low[segment.first] in {"et", "mais", "puis", "tandis", "alors"} and bool(other)
            inverted = bool(other) and other[0].first == segment.first and segment.before == ","
            if (
                segment.before[:1] == ";"
                or joined
                or inverted
                or (bool(other) and self._takes_up(segment))
                or self.low[segment.first] in {"selon", "affirmant", "ajoutant"}
            ):
                return unit.trimmed(unit.segments[number].first, unit.segments[later - 1].last)[1]
        return unit.trimmed(unit.segments[number].first, unit.segments[-1].last)[1]

    def _takes_up(self, segment: Segment) -> bool:
        """Tell whether a segment takes up what was said before it (*ce que le ministère dément*)."""
        return self.low[segment.first] == "ce" and self.low[segment.first + 1 : segment.first + 2] in (["que"], ["qu'"])

    def _answered(self, number: int, segment: Segment) -> Draft | None:
        """*…, ce que X dément*: X says of what was told before it that it is, or is not, so."""
        cue = next((c for c in at(self.unit, segment) if c.kind in {"deny", "say"}), None)
        if cue is None or number == 0:
            return None
        who = names.phrase(self.unit, segment.first + 2, cue.first, inside=True)
        before = next((d for d in reversed(self.out) if d.content), None)
        content = (
            list(before.content)
            if before is not None
            else [self.unit.trimmed(self.unit.segments[self.bound(number)].first, self.unit.segments[number - 1].last)]
        )
        if who is None:
            return None
        frame = (segment.first, segment.last)
        return Draft(
            self.unit, content, "indirect", cue.kind, who, (cue.last - 1,), frame, confidence=0.6, reason=cue.verb
        )

    def _draft(
        self, content: list[Range], kind: StatementType, cue: Cue, who: Named | None, frame: Range, behind: int
    ) -> Draft:
        unit = self.unit
        content = [unit.trimmed(*r) for r in content]
        if kind == "indirect" and all(unit.whole_quote(*r) for r in content):
            kind = "direct"
        places = tuple(i for i in range(cue.first, cue.last) if i != cue.pronoun)
        to = names.addressee(unit, min(cue.last, behind), max(behind, frame[1])) if cue.kind != "deny" else None
        if to is not None and who is not None and to.first <= who.first < to.last:
            to = None
        return Draft(unit, content, kind, cue.kind, who, places, frame, to, confidence=0.75, reason=cue.verb or "verb")

    def _told(self, number: int, segment: Segment) -> None:
        unit = self.unit
        for cue in at(unit, segment):
            rest = self.low[cue.last : segment.last]
            words = [word for word in rest if word not in WORDS["adverbs"]]
            fits = (
                "o" in cue.uses and words and words[0] not in {"que", "qu'", "pour", "dans", "sur", "à", "lors"}
            ) or (
                ("p" in cue.uses and bool({"de", "du", "des", "d'"} & set(words[:2])))
                or ("x" in cue.uses and "à" in words)
            )
            if not fits or cue.gerund or (cue.negated and "n" not in cue.uses):
                continue
            who = names.before(unit, segment, cue)
            if who is None:
                who = self._joined(number, segment, cue) or (
                    names.apposed(unit, number) if self._inverts(segment, cue) and number else None
                )
            sentenced = (
                cue.verb == "condamner"
                and who is not None
                and bool(_COURTS.intersection(self.low[who.first : who.last]))
            )
            if sentenced or who is None or self.low[who.first] in {"nous", "je", "on", "cela", "ça", "ce"}:
                continue
            span = (segment.first, segment.last)
            self.out.append(
                Draft(unit, [span], "reported", cue.kind, who, tuple(range(cue.first, cue.last)), span, confidence=0.5,
                      reason=cue.verb)
            )  # fmt: skip
            self.taken.add(number)
            return
