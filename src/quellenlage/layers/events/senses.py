"""What a trigger means where its clause alone does not tell: by what the sentences around it speak of.

*Getötet* and *verletzt* are an attack in a report of an attack and an accident in a report of an accident; *sie
beginnt* is the event of the noun that *sie* stands for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from quellenlage.layers import german
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.events.lexicon import Trigger
from quellenlage.layers.events.words import OUTCOME, PHASE, Found

_ACCIDENTS: Final = frozenset({"accident", "fire", "flood"})
_HARM: Final = frozenset({"töten", "kill", "убил"})
"""Entries that tell a death without telling whether by violence."""
_REACH: Final = 2
"""Sentences back to the noun that a pronoun can stand for."""
_PRONOUNS: Final = {"er": "m", "sie": "f", "es": "n", "diese": "f", "dieser": "m", "dieses": "n", "dies": "n"}
_ANY: Final = frozenset({"it", "они", "она", "он", "they"})


@dataclass(slots=True)
class Surroundings:
    """What the sentences of an article speak of: attacks and accidents by sentence, and the event nouns in order."""

    violence: dict[int, set[str]] = field(default_factory=dict)
    nouns: list[tuple[int, int, str, Trigger]] = field(default_factory=list)
    paragraphs: Sequence[int] = ()

    def note(self, sentence: int, clause: Clause, found: Sequence[Found]) -> None:
        """Keep what a clause speaks of.

        Args:
            sentence: Number of its sentence.
            clause: The clause.
            found: All triggers in it, nouns that tell no event of their own included.
        """
        for one in found:
            trigger = one.trigger
            if trigger.type == "ASSAULT" and trigger.lemma not in _HARM:
                self.violence.setdefault(sentence, set()).add("attack")
            elif trigger.concept in _ACCIDENTS:
                self.violence.setdefault(sentence, set()).add("accident")
            if trigger.kind == "n":
                token = clause.tokens[one.place]
                self.nouns.append((sentence, token.start, token.text, trigger))

    def _violence_near(self, sentence: int) -> set[str]:
        near = set(self.violence.get(sentence, ()))
        before = sentence - 1
        if not near and before >= 0 and self.paragraphs[before] == self.paragraphs[sentence]:
            near = set(self.violence.get(before, ()))
        return near or set().union(*self.violence.values())

    def settle(self, sentence: int, clause: Clause, found: Found) -> Found:
        """Return a trigger with the type that its surroundings give it."""
        trigger = found.trigger
        if trigger.concept == "casualty" or trigger.lemma in _HARM:
            near = self._violence_near(sentence)
            if near == {"attack"} and trigger.type == "OTHER":
                return found._replace(trigger=replace(trigger, type="ASSAULT", concept="assault"))
            if near == {"accident"} and trigger.type == "ASSAULT":
                return found._replace(trigger=replace(trigger, type="OTHER", concept="casualty"))
        if trigger.concept == PHASE or trigger.type == OUTCOME:
            meant = self._meant(sentence, clause)
            if meant is not None:
                outcome = trigger.concept if trigger.type == OUTCOME else ""
                return found._replace(trigger=replace(meant, tense=trigger.tense), outcome=outcome, verb=found.place)
        return found

    def _meant(self, sentence: int, clause: Clause) -> Trigger | None:
        """Return the event noun that the clause's subject pronoun stands for: the nearest one before that agrees."""
        pronoun = next((t.text.lower() for t in clause.tokens if t.text.lower() in _PRONOUNS.keys() | _ANY), None)
        if pronoun is None:
            return None
        finite = clause.tokens[clause.finite].text if clause.finite is not None else ""
        plural = finite.endswith("en")
        for number, start, word, trigger in reversed(self.nouns):
            if start >= clause.start or sentence - number > _REACH:
                continue
            gender = _PRONOUNS.get(pronoun)
            if gender is None or (pronoun in ("sie", "diese") and plural) or german.noun_gender(word) == gender:
                return trigger
        return None
