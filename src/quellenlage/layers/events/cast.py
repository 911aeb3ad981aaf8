"""Who takes part in the events of one article, clause by clause: by name, by pronoun, by what was said before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from quellenlage.layers.annotations import Annotations, EventStatus, Mention, Participant, Sentence, Statement
from quellenlage.layers.events.actors import Actors, speaker_at
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.participants import coordinated, subject, take_part
from quellenlage.layers.events.triggers import JOINING
from quellenlage.layers.events.words import EMPTY, WORDS, Found

_TOGETHER: Final = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of what several do together; one who announces it takes part."""
_MEDIA: Final = frozenset({"agency", "paper", "broadcaster", "medium"})
"""What ``Referent.context`` calls those who only report."""


def _inside(mentions: Sequence[Mention], starts: Sequence[int], clause: Clause) -> list[Mention]:
    """Return the mentions that stand on the clause's own words."""
    out: list[Mention] = []
    for mention in mentions[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]:
        if any(token.start <= mention.start < token.end for token in clause.tokens):
            out.append(mention)
    return out


def _attributed(mention: Mention, frames: Sequence[tuple[int, int]], trigger: int) -> bool:
    """Tell whether a mention only names the source (``nach Angaben der Feuerwehr``), in a frame without the trigger."""
    return any(start <= mention.start < end and not start <= trigger < end for start, end in frames)


_DATELINE: Final = re.compile(r"(?:[A-ZÄÖÜА-Я][\w.'’-]*[ ,/]{0,2}){1,5}(?:\([^()\n]{2,20}\))?\s*(?:[–—]|(?<=\s)-)\s")
"""Where an article was written, at the start of its first sentence (``Kiel (abc) -``): nobody who takes part."""


class Cast:
    """The people and bodies of one article, in the order in which its clauses name them.

    Args:
        annotations: The article with mentions, referents and statements.
        cut: The clauses of each sentence.
    """

    def __init__(self, annotations: Annotations, cut: Sequence[Sequence[Clause]]) -> None:
        self._annotations = annotations
        self._language = annotations.document.language.split("-")[0]
        self._mentions = sorted(annotations.mentions, key=lambda mention: (mention.start, mention.end))
        self._starts = [mention.start for mention in self._mentions]
        self._frames = sorted((span.start, span.end) for s in annotations.statements for span in (*s.frame, *s.cue))
        self._actors = Actors(annotations.referents)
        self._named = self._subjects(cut)

    def _subjects(self, cut: Sequence[Sequence[Clause]]) -> list[tuple[int, int, int | None, tuple[int, ...]]]:
        """Return start, paragraph, subject and pair of names of each clause that has one of them, the last first."""
        out: list[tuple[int, int, int | None, tuple[int, ...]]] = []
        referents = self._annotations.referents
        for number, sentence in enumerate(self._annotations.sentences):
            for clause in cut[number]:
                here = _inside(self._mentions, self._starts, clause)
                found = subject(clause, here, referents, language=self._language)
                pair = coordinated(clause, here, referents)
                if found is not None or pair:
                    out.append((clause.start, sentence.paragraph, found, pair))
        return sorted(out, key=lambda entry: entry[:2], reverse=True)

    def hear(self, start: int) -> None:
        """Take in whom the clauses that begin before ``start`` name."""
        while self._named and self._named[-1][0] < start:
            _, paragraph, found, pair = self._named.pop()
            if found is not None:
                self._actors.name(paragraph, found)
            if pair:
                self._actors.pair(paragraph, pair)

    def actor(self, clause: Clause, paragraph: int, span: tuple[int, int], told: Statement | None) -> int | None:
        """Return who acts without being named in the clause, or None: the speaker, or whom a pronoun stands for.

        Args:
            clause: The clause.
            paragraph: Number of its paragraph.
            span: Place of the trigger.
            told: The statement in whose content the clause lies, or None.
        """
        who = speaker_at(self._annotations.statements, *span)
        if who is None and told is not None:
            who = self._actors.speaks_of_self(clause, told)
        return self._actors.behind_pronoun(clause, paragraph) if who is None else who

    def people(
        self,
        sentence: Sentence,
        clause: Clause,
        found: Found,
        *,
        actor: int | None,
        told: Statement | None,
        state: EventStatus,
    ) -> tuple[tuple[Participant, ...], int | None]:
        """Return the participants of an event and its place.

        Args:
            sentence: Its sentence.
            clause: The clause that tells it.
            found: Its trigger.
            actor: Who acts without being named in the clause (``actor``), or None.
            told: The statement in whose content the clause lies, or None.
            state: Its status: who announces what is to come, and names nobody else, takes part in it.
        """
        trigger = clause.tokens[found.place].start
        act = any(s.start <= trigger < s.end for one in self._annotations.statements for s in one.cue)
        joined = found.place > 0 and clause.tokens[found.place - 1].text.lower() in JOINING
        here = _inside(self._mentions, self._starts, clause)
        line = _DATELINE.match(self._annotations.document.text, sentence.start, sentence.end)
        if line is not None and not sentence.heading:
            here = [mention for mention in here if mention.start >= line.end()]
        if not (act or joined):
            here = [mention for mention in here if not _attributed(mention, self._frames, trigger)]
        people, place = take_part(
            clause, found, here, self._annotations.referents, language=self._language, actor=actor
        )
        if not any(one.role == "source" for one in people):
            people = (*self._actors.several(clause, sentence.paragraph), *people)
        target = self._actors.behind_object(clause, sentence.paragraph, {one.referent for one in people})
        if target is not None:
            people = (*people, Participant(target, "target"))
        if not people and state == "planned" and told is not None and told.speaker is not None and self._verb(told):
            people = self._announcing(told.speaker, found)
        self._actors.note(sentence.paragraph, people)
        return people, place

    def _verb(self, told: Statement) -> bool:
        """Tell whether a verb puts a statement into somebody's mouth, and not only *laut* or *according to*."""
        text = self._annotations.document.text
        words = {text[span.start : span.end].lower() for span in told.cue}
        return bool(words - WORDS.get(f"{self._language}.attributing", EMPTY))

    def _announcing(self, speaker: int, found: Found) -> tuple[Participant, ...]:
        """Return who announces what is to come as taking part in it, where the clause names nobody.

        That is a body that is no medium; a person in what is done with others, a meeting or an agreement.
        """
        referent = self._annotations.referents[speaker]
        medium = (referent.known or "").startswith("agency/") or bool(_MEDIA & set(referent.context))
        body = referent.type == "organization" and not medium
        together = referent.type == "person" and found.trigger.type in _TOGETHER
        return (Participant(speaker, "source"),) if body or together else ()
