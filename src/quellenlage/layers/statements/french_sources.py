"""French source phrases: *selon X*, *d'après X, qui cite Y*, before, behind or inside what was said."""

from __future__ import annotations

from quellenlage.layers.annotations import StatementType
from quellenlage.layers.statements import french_names as names
from quellenlage.layers.statements.drafts import Draft, Named, Range
from quellenlage.layers.statements.french_cues import WORDS, at, plain
from quellenlage.layers.statements.units import Segment, Unit


class Sources:
    """Reads the source phrases of one unit.

    Attributes:
        unit: The unit.
        low: Its words in lower case with straight apostrophes.
        taken: Numbers of the segments that belong to a statement.
        out: The drafts found.
    """

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.taken: set[int] = set()
        self.low = [plain(word) for word in unit.words]
        self.out: list[Draft] = []

    def source(self, number: int, segment: Segment) -> None:
        """*Selon X, CONTENT*, *CONTENT, selon X*, *d'après X, qui cite Y, CONTENT*."""
        unit = self.unit
        for place in range(segment.first, segment.last - 1):
            size = 1 if place == segment.first and self._opinion(number, segment) else self._source_size(place)
            if not size or unit.quote[place] >= 0 or unit.bracket[place]:
                continue
            whole = segment.last
            who = names.phrase(
                unit, place + size, whole, inside=number + 1 < len(unit.segments) and place == segment.first
            )
            if self.low[place + size] in WORDS["stressed"]:  # selon lui
                who = Named(unit, place + size, place + size + 1, place + size + 1)
            if who is None:
                continue
            end, later = who.last, number + 1
            via: list[Named] = []
            if later < len(unit.segments) and end == segment.last:
                more = names.named_behind(unit, who, unit.segments[later])
                if more is not who:
                    who, end, later = more, more.last, later + 1
            relay = self._cited_by(later) if later < len(unit.segments) and end >= segment.last else None
            if relay is not None:
                via, later = [relay], later + 1
                end = unit.segments[later - 1].last
            cited = (
                self._citing(later) if relay is None and later < len(unit.segments) and end >= segment.last else None
            )
            if cited is not None:
                via, who, later = [who], cited, later + 1
                end = unit.segments[later - 1].last
            elif end < segment.last and self.low[end] in {"cité", "citée", "cités", "citées"}:
                relay = names.phrase(unit, end + 2, segment.last) if self.low[end + 1 : end + 2] == ["par"] else None
                via = [relay] if relay is not None else []
                end = relay.last if relay is not None else end
            content = self._around(number, place, end, later)
            if not content:
                continue
            kind: StatementType = "direct" if all(unit.whole_quote(*r) for r in content) else "indirect"
            self.out.append(
                Draft(unit, content, kind, "say", who, tuple(range(place, place + size)), (place, end), via=via,
                      confidence=0.8, reason=" ".join(self.low[place : place + size]))
            )  # fmt: skip
            return

    def _opens_source(self, segment: Segment) -> bool:
        """Tell whether a source phrase stands in a segment."""
        return any(self._source_size(place) for place in range(segment.first, segment.last - 1))

    def _source_size(self, place: int) -> int:
        low = self.low
        if low[place] == "selon":
            following = low[place + 1 : place + 2]
            return 0 if following and following[0] in {"que", "qu'", "lui", "laquelle", "lequel"} - {"lui"} else 1
        if low[place : place + 2] == ["d'", "après"]:
            return 2
        if low[place : place + 3] == ["aux", "dires", "de"] or low[place : place + 3] == ["de", "source", "proche"]:
            return 3
        if low[place : place + 3] == ["à", "en", "croire"]:
            return 3
        return 0

    def _opinion(self, number: int, segment: Segment) -> bool:
        """*Pour X, « … »*: a quotation right behind somebody who opens the sentence."""
        unit = self.unit
        if self.low[segment.first] != "pour" or number or len(unit.segments) != 2:
            return False
        quoted = unit.segments[1]
        whole = unit.whole_quote(quoted.first, quoted.last)
        return whole and any(unit.full(unit.quote[i]) for i in range(quoted.first, quoted.last) if unit.quote[i] >= 0)

    def _cited_by(self, number: int) -> Named | None:
        """Return who passes on in a segment *cité par X*."""
        segment = self.unit.segments[number]
        if self.low[segment.first] not in {"cité", "citée", "cités", "citées"}:
            return None
        if self.low[segment.first + 1 : segment.first + 2] != ["par"]:
            return None
        return names.phrase(self.unit, segment.first + 2, segment.last, inside=True)

    def _citing(self, number: int) -> Named | None:
        """Return who is cited in *qui cite Y*, *citant Y*."""
        unit, segment = self.unit, self.unit.segments[number]
        for place in range(segment.first, min(segment.last - 1, segment.first + 3)):
            if self.low[place] in {"cite", "citent", "citant", "citait"}:
                return names.phrase(unit, place + 1, segment.last, inside=True)
        return None

    def _around(self, number: int, place: int, end: int, later: int) -> list[Range]:
        """Return the content around a source phrase, and mark its segments as taken."""
        unit = self.unit
        left = max([self.bound(number), *(n + 1 for n in self.taken if n < number)])
        content = [unit.trimmed(unit.segments[left].first, place)]
        segment = unit.segments[min(later, len(unit.segments)) - 1]
        opens = place <= unit.segments[left].first + 1
        after = (0, 0)
        if any(self._opens_source(s) for s in unit.segments[later:]):
            later = len(unit.segments)  # "400 selon la police, 650 d'après le syndicat"
            content = [r for r in content if self._says(*r)]
            self.taken.update(range(left, number + 1) if content else ())
            return content
        if end < segment.last or (later < len(unit.segments) and (opens or segment.after[:1] == ",")):
            after = unit.trimmed(end, unit.segments[self._frame_behind(later)].last)
        if (
            content[0][0] < content[0][1]
            and not opens
            and after[0] < after[1]
            and end < segment.last
            and later >= len(unit.segments)
        ):
            after = (0, 0)  # words of the frame (*selon X vendredi soir*)
        if after[0] < after[1]:
            content.append(after)
        content = [r for r in content if self._says(*r)]
        if content:
            reach = self._frame_behind(later) + 1 if after[0] < after[1] else number + 1
            self.taken.update(range(left, reach))
        return content

    def _says(self, first: int, last: int) -> bool:
        """Tell whether a range is more than one word, or a number."""
        words = [word for word in self.unit.words[first:last] if word[0].isalnum()]
        return len(words) > 1 or any(word[0].isdigit() for word in words)

    def _frame_behind(self, number: int) -> int:
        """Return the last segment of what a source phrase covers: up to a frame of another speaker."""
        unit = self.unit
        for later in range(number + 1, len(unit.segments)):
            segment = unit.segments[later]
            if segment.before[:1] == ";" or (
                self.low[segment.first] in {"mais", "tandis", "alors"} and at(unit, segment)
            ):
                return later - 1
        return len(unit.segments) - 1

    def bound(self, number: int) -> int:
        """Return the first segment of the sentence or part of it that a segment belongs to."""
        first = number
        while first > 0 and self.unit.segments[first - 1].after[:1] not in (";", ":", ".", "!", "?", "…"):
            first -= 1
        return first
