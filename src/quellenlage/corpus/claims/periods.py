"""How the clauses of a sentence hang together: which can be quoted alone, and which with others only.

The unit that is compared is the clause; what a reader is shown must be understood without its neighbours. A condition
(``wenn …``) asserts nothing by itself and stands with what it conditions; a question (``ob …``), an infinitive group
and a second verb without a subject of its own (``und blockierten den Fluss``) are understood with their head alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final, NamedTuple

from quellenlage.corpus.claims.shapes import (
    hidden_relative,
    infinite,
    infinitive_group,
    joins,
    line_words,
    own_subject,
    reporting,
    verb_first,
    verb_last,
)
from quellenlage.layers.annotations import Token
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.span import Span

_CUTS: Final = ',“”"»«–—'
"""Marks between what is said and the frame behind it."""


class Tie(NamedTuple):
    """How a clause hangs on another one of its sentence.

    Attributes:
        head: Number of the clause that it hangs on, or None.
        bare: True where it says nothing, or something else, without its head.
        silent: True where it asserts nothing of its own (a condition).
    """

    head: int | None = None
    bare: bool = False
    silent: bool = False


class Period:
    """The clauses of one sentence and what each hangs on.

    Args:
        parts: The clauses in order.
        frames: Places of those that only tell who said it; nothing hangs on them.
        text: The document's text, for the marks between the clauses.
        language: ``de``, ``en`` or ``ru``.
        trailing: Tells whether a token belongs to a frame.
    """

    def __init__(
        self,
        parts: Sequence[Clause],
        frames: frozenset[int],
        text: str,
        *,
        language: str,
        trailing: Callable[[Token], bool] = lambda token: False,
    ) -> None:
        self.parts = parts
        self.trailing = trailing
        self.frames = frames
        self.text = text
        self.language = language
        self.ties: list[Tie] = []
        for place in range(len(parts)):
            tie = Tie() if place in frames else self._tie(place)
            if self._supposes(place):
                tie = Tie(place + 1, bare=True, silent=True)
            self.ties.append(tie._replace(silent=True) if self._announces(place) else tie)

    def _supposes(self, place: int) -> bool:
        """Tell whether a clause is a condition that opens with its verb (``Sollte es regnen, bleibt …``)."""
        if self.language != "de" or place in self.frames or place + 1 >= len(self.parts) or self._parted(place + 1):
            return False
        if place and not self._parted(place) and place - 1 not in self.frames:
            return False
        clause, behind = self.parts[place], self.parts[place + 1]
        opens = verb_first(clause, language="de") and verb_first(behind, language="de") and place + 1 not in self.frames
        return opens and not joins(clause, language="de") and not joins(behind, language="de")

    def _announces(self, place: int) -> bool:
        """Tell whether a clause only says that the *dass* clause behind it is said, though no statement was found."""
        if self.language != "de" or place in self.frames or place + 1 >= len(self.parts) or self._parted(place + 1):
            return False
        follows = self.parts[place + 1].opener in line_words("de.content")
        return follows and reporting(self.parts[place])

    def _tie(self, place: int) -> Tie:
        clause, language = self.parts[place], self.language
        if clause.kind == "relative":
            others = (n for n in range(len(self.parts)) if n != place and n not in self.frames)
            around = (n for n in others if _holds(self.parts[n], clause))
            return Tie(next(around, self._before(place)))
        if clause.kind == "subordinate":
            return self._subordinate(place)
        if place == 0 or self._parted(place):
            return Tie()
        if language != "de":
            bare = not own_subject(clause, language=language)
            return Tie(self._before(place, main=True), bare=True) if bare else Tie()
        return self._main(place)

    def _main(self, place: int) -> Tie:
        """Return what a German main clause hangs on that does not open its sentence."""
        clause = self.parts[place]
        if infinitive_group(clause, language="de") or hidden_relative(clause):
            return Tie(place - 1, bare=True)
        head = self._before(place, main=True)
        joined = joins(clause, language="de")
        if joined and verb_last(clause) and self.parts[place - 1].kind != "main":
            before = self._before(place)
            silent = before is not None and self.ties[before].silent
            return Tie(self.ties[before].head if silent and before is not None else before, bare=True, silent=silent)
        if joined and (clause.finite is None or (verb_last(clause) and infinite(clause))):
            return Tie(head, bare=True)
        if verb_first(clause, language="de"):
            if joined:
                return Tie(head)
            return Tie() if self._front_field(place) else Tie(head, bare=True)
        neighbour = self.parts[place - 1]
        if not joined and place - 1 not in self.frames and neighbour.kind == "main" and reporting(neighbour):
            return Tie(place - 1, bare=True)
        return Tie()

    def _subordinate(self, place: int) -> Tie:
        opener, language = self.parts[place].opener, self.language
        if opener in line_words(f"{language}.content"):
            return self._content(place)
        head = self._governing(place)
        if opener in line_words(f"{language}.glued"):
            return Tie(head, bare=True, silent=head is not None)
        if opener in line_words(f"{language}.bare"):
            # "Wer das sagt, lügt" tells nothing of anybody; "unklar ist, wer das sagte" asks
            return Tie(head, bare=True, silent=opener in line_words(f"{language}.whoever") and (head or 0) > place)
        if opener in line_words(f"{language}.follows"):
            return Tie(head)
        return Tie(head, bare=head is not None)

    def _content(self, place: int) -> Tie:
        """Return what a *dass* clause hangs on: nothing where a frame beside it tells who says it."""
        before = place - 1
        while before >= 0 and self.parts[before].kind == "relative":
            before -= 1
        if before in self.frames or (before < 0 and place + 1 in self.frames):
            return Tie()
        head = before if before >= 0 and not self._parted(place) else self._governing(place)
        return Tie(head, bare=head is not None)

    def _governing(self, place: int) -> int | None:
        """Return the clause that governs a subordinate one.

        It is the main clause behind it that opens with its verb, else the one before, else the one behind.
        """
        after = place + 1
        while after < len(self.parts) and self.parts[after].kind != "main":
            after += 1
        if after == len(self.parts) or after in self.frames:
            return self._before(place)
        follows = verb_first(self.parts[after], language=self.language)
        if follows and not joins(self.parts[after], language=self.language) and self._front_field(after):
            return after
        before = None if self._parted(place) else self._before(place)
        return after if before is None else before

    def _front_field(self, place: int) -> bool:
        """Tell whether subordinate clauses before a clause fill its first place (``Wenn es regnet, bleibt …``)."""
        first = place
        while first > 0 and self.parts[first - 1].kind != "main":
            first -= 1
        if first == place:
            return False
        if first == 0 or first - 1 in self.frames or self._parted(first):
            return True
        return joins(self.parts[first], language=self.language)

    def _parted(self, place: int) -> bool:
        """Tell whether a colon, a semicolon or the end of a quoted sentence stands before a clause."""
        between = self.text[self.parts[place - 1].tokens[-1].end : self.parts[place].start] if place else ""
        return any(mark in between for mark in ":;.!?")

    def _before(self, place: int, *, main: bool = False) -> int | None:
        """Return the nearest clause before that is no frame."""
        for number in range(place - 1, -1, -1):
            if number not in self.frames and (not main or self.parts[number].kind == "main"):
                return number
        return None

    def quotes(self, told: Collection[int], framed: Collection[int]) -> dict[int, Span]:
        """Return for each clause that asserts something the words to quote.

        A bare clause is quoted with its head. What asserts nothing (a condition, a thought of two words) is quoted with
        its head, else with the clause behind it, else with the one before.

        Args:
            told: Places of the clauses that assert something.
            framed: Those of them that must be quoted with the frame beside them, since it turns what they say.
        """
        out = {place: self._span(place) for place in told}
        for place in told:
            tie = self.ties[place]
            if tie.bare and tie.head is not None and (tie.head not in told or self.ties[tie.head].bare):
                out[place] = _union(out[place], self._span(tie.head))
            if place in framed:
                frame = next((n for n in (place - 1, place + 1) if n in self.frames), None)
                out[place] = out[place] if frame is None else _union(out[place], self._span(frame))
        for place, tie in enumerate(self.ties):
            if place in told or place in self.frames:
                continue
            home = self._home(place, tie, told)
            if home is not None:
                out[home] = _union(out[home], self._span(place))
        return out

    def _home(self, place: int, tie: Tie, told: Collection[int]) -> int | None:
        """Return the clause with which one that asserts nothing is quoted."""
        if tie.head in told:
            return tie.head
        behind, before = place + 1, place - 1
        if behind in told and not self._parted(behind):
            return behind
        if before in told and not self._parted(place):
            return before
        return None

    def turns(self, place: int) -> bool:
        """Tell whether the frame beside a clause decides what it says: a question, or a judgement behind its *dass*.

        ``Ob sie kommt, fragte er``; ``Dass sie kommt, hält er für ausgeschlossen``.
        """
        clause = self.parts[place]
        if clause.opener in line_words(f"{self.language}.bare"):
            return True
        first = place == 0 and clause.opener in line_words(f"{self.language}.content")
        near = [self.parts[n] for n in (place - 1, place + 1) if n in self.frames]
        doubt = line_words(f"{self.language}.doubt")
        doubted = any(token.text.lower() in doubt for frame in near for token in frame.tokens)
        return bool(near) and (first or (doubted and clause.kind != "main"))

    def of_frame(self, place: int) -> bool:
        """Tell whether a relative clause belongs to a noun of a frame (``einem Bericht, der uns vorliegt``)."""
        before = place - 1
        while before >= 0 and self.parts[before].kind != "main":
            before -= 1
        return self.parts[place].kind == "relative" and before in self.frames

    def _span(self, place: int) -> Span:
        """Return where a clause stands, without the frame behind it (``…, so die Sprecherin``)."""
        tokens = self.parts[place].tokens
        last = len(tokens)
        while last > 1 and self.trailing(tokens[last - 1]):
            last -= 1
        cut = last < len(tokens) and any(mark in self.text[tokens[last - 1].end : tokens[last].start] for mark in _CUTS)
        return Span(tokens[0].start, tokens[last - 1 if cut else -1].end)


def _union(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


def _holds(part: Clause, clause: Clause) -> bool:
    """Tell whether a relative clause interrupts a main clause."""
    return part.kind == "main" and part.start <= clause.start and clause.end <= part.end
