"""Who acts where the clause names nobody: the speaker of a speech act, whom a pronoun or *beide Seiten* stands for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from quellenlage.layers.annotations import Mention, Participant, Referent, Statement
from quellenlage.layers.events.clauses import Clause

_PERSONAL: Final = {"er": "m", "sie": "f", "he": "m", "she": "f", "он": "m", "она": "f"}
_BOTH: Final = frozenset({"beide", "beiden", "both", "sides", "стороны", "обе", "оба"})
_PEOPLE: Final = frozenset(
    {"staatschefs", "präsidenten", "minister", "ministerinnen", "regierungschefs", "politiker", "außenminister"}
    | {"männer", "frauen", "leaders", "ministers", "presidents", "kanzler", "chefs", "unterhändler"}
)
_OBJECT: Final = {"ihn": "m", "ihm": "m", "him": "m", "ему": "m"}
"""Pronouns that are objects and nothing else."""
_POSSESSIVE: Final = (("sein", "m"), ("ihr", "f"), ("his", "m"), ("her", "f"))
_FATES: Final = frozenset(
    {"rücktritt", "entlassung", "absetzung", "ablösung", "abberufung", "freilassung", "auslieferung", "festnahme"}
    | {"verhaftung", "abwahl", "rauswurf", "resignation", "dismissal", "release", "arrest", "removal", "extradition"}
)
"""What is asked for or done to somebody, whom a possessive before it names."""
_SUBJECT: Final = 3
"""Words at a clause's start among which its subject pronoun stands."""
_KINDS: Final = ("person", "organization")
_PARTIES: Final = ("organization", "place", "nationality")


class Actors:
    """Remembers who acted in the events told so far in a document.

    Args:
        referents: All referents of the document.
    """

    def __init__(self, referents: Sequence[Referent]) -> None:
        self._referents = referents
        self._acting: list[tuple[int, int]] = []
        self._together: tuple[int, tuple[int, ...]] = (-1, ())
        self._pairs: dict[str, tuple[int, ...]] = {}

    def name(self, paragraph: int, referent: int) -> None:
        """Keep whom a pronoun in the same paragraph can stand for: the subject of a clause, or who acted."""
        if self._acting and self._acting[0][0] != paragraph:
            self._acting.clear()
        self._acting.append((paragraph, referent))

    def note(self, paragraph: int, participants: Sequence[Participant]) -> None:
        """Keep who took part in an event."""
        sources = [p.referent for p in participants if p.role == "source"]
        if sources:
            person = next((r for r in sources if self._referents[r].type == "person"), sources[0])
            self.name(paragraph, person)
        people = tuple(p.referent for p in participants if self._referents[p.referent].type == "person")
        parties = tuple(p.referent for p in participants if self._referents[p.referent].type in _PARTIES)
        if len({self._referents[referent].type for referent in parties}) > 1:
            parties = ()
        for kind, group in (("people", people), ("parties", parties)):
            if len(group) == 2:
                self._pairs[kind] = group

    def pair(self, paragraph: int, pair: tuple[int, ...]) -> None:
        """Keep two that a clause names together, whom *sie* in the same paragraph can stand for."""
        self._together = (paragraph, pair)

    def speaks_of_self(self, clause: Clause, statement: Statement) -> int | None:
        """Return the speaker of a statement that speaks of *er*, *sie*, *he* in its clause: mostly the speaker."""
        if statement.speaker is None or statement.type == "direct":
            return None
        speaker = self._referents[statement.speaker]
        genders = {_PERSONAL[t.text.lower()] for t in clause.tokens if t.text.lower() in _PERSONAL}
        plural = clause.finite is not None and clause.tokens[clause.finite].text.endswith("en")
        agrees = speaker.gender in genders or (speaker.gender is None and bool(genders))
        return statement.speaker if speaker.type == "person" and agrees and not plural else None

    def behind_pronoun(self, clause: Clause, paragraph: int) -> int | None:
        """Return whom a personal pronoun in the subject's place stands for: the last subject before that agrees."""
        before = [referent for number, referent in self._acting if number == paragraph]
        for place, token in enumerate(clause.tokens):
            gender = _PERSONAL.get(token.text.lower())
            near = clause.finite is None or abs(place - clause.finite) <= 1
            if gender is None or not near:
                continue
            plural = clause.finite is not None and clause.tokens[clause.finite].text.endswith("en") and gender == "f"
            return None if plural else self._agreeing(before, gender)
        return None

    def _agreeing(self, before: Sequence[int], gender: str) -> int | None:
        """Return the last one of this gender; else the last person, then body, of unknown gender."""
        for kinds, known in ((_KINDS, gender), (("person",), None), (("organization",), None)):
            for index in reversed(before):
                if self._referents[index].type in kinds and self._referents[index].gender == known:
                    return index
        return None

    def several(self, clause: Clause, paragraph: int) -> tuple[Participant, ...]:
        """Return the two whom *beide Seiten*, *beide Präsidenten* or a plural *sie* stands for: named together last."""
        words = [token.text.lower() for token in clause.tokens]
        group: tuple[int, ...] = ()
        if any(word in _BOTH for word in words):
            kind = "people" if _PEOPLE & set(words) else "parties"
            group = self._pairs.get(kind) or self._pairs.get("people", ())
        elif self._together[0] == paragraph and self._plural(clause):
            group = self._together[1]
        return tuple(Participant(referent, "source") for referent in group)

    @staticmethod
    def _plural(clause: Clause) -> bool:
        """Tell whether a plural pronoun is the clause's subject (``obwohl sie … geschlossen hatten``)."""
        words = [token.text.lower() for token in clause.tokens]
        if any(word in ("they", "они") for word in words[:_SUBJECT]):
            return True
        finite = words[clause.finite] if clause.finite is not None else ""
        near = (*range(_SUBJECT), *range((clause.finite or 0) - 1, (clause.finite or 0) + 2))
        return finite.endswith("en") and any(0 <= n < len(words) and words[n] == "sie" for n in near)

    def behind_object(self, clause: Clause, paragraph: int, taken: Collection[int]) -> int | None:
        """Return whom an object pronoun, or *sein* before a resignation or release, stands for; none of ``taken``."""
        words = [token.text.lower() for token in clause.tokens]
        gender = next((_OBJECT[word] for word in words if word in _OBJECT), None)
        if gender is None and _FATES & set(words):
            gender = next((g for word in words for stem, g in _POSSESSIVE if word.startswith(stem)), None)
        if gender is None:
            return None
        for number, known in reversed(self._acting):
            referent = self._referents[known]
            agrees = referent.type == "person" and referent.gender in (gender, None)
            if number == paragraph and known not in taken and agrees:
                return known
        return None


def by_pronoun(clause: Clause) -> bool:
    """Tell whether a personal pronoun stands beside the verb, or opens the clause, as its subject does."""
    return any(
        token.text.lower() in _PERSONAL and (place == 0 if clause.finite is None else abs(place - clause.finite) <= 1)
        for place, token in enumerate(clause.tokens)
    )


def speaker_at(statements: Sequence[Statement], start: int, end: int) -> int | None:
    """Return the speaker of the statement whose cue the trigger at ``[start, end)`` is."""
    for statement in statements:
        if any(span.start <= start < span.end for span in statement.cue):
            return statement.speaker
    return None


def names_of(mentions: Sequence[Mention], referents: Sequence[Referent], tokens: Sequence[tuple[int, int]]) -> set[int]:
    """Return the starts of the tokens that belong to names of persons, bodies, places and works."""
    kinds = ("person", "organization", "place", "work")
    spans = [(m.start, m.end) for m in mentions if m.kind == "name" and referents[m.referent].type in kinds]
    return inside(spans, tokens)


def inside(spans: Sequence[tuple[int, int]], tokens: Sequence[tuple[int, int]]) -> set[int]:
    """Return the starts of the tokens that spans of the text touch."""
    out: set[int] = set()
    place = 0
    for start, end in sorted(spans):
        while place < len(tokens) and tokens[place][1] <= start:
            place += 1
        ahead = place
        while ahead < len(tokens) and tokens[ahead][0] < end:
            out.add(tokens[ahead][0])
            ahead += 1
    return out
