"""Capitals that stand for their government („Moskau weist … zurück“, „Widerstand aus Budapest“)."""

from __future__ import annotations

from typing import Final

from quellenlage.layers import french
from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.roles import german_role
from quellenlage.layers.entities.words import (
    AT_PLACE,
    CITY_LEMMAS,
    CITY_NOUNS,
    CLAUSES,
    ENVOYS,
    IT_SAYS,
    PLACE_NOUNS,
    RELATIONS,
    SPEECH,
    STANCES,
    SUBORDINATING,
    TOWARDS,
    WILL,
    WILL_ENGLISH,
    WILL_LEMMAS,
    WILL_RUSSIAN,
)
from quellenlage.layers.german import verb_readings

_SAID: Final = frozenset(["said", "reported", "believed", "understood", "expected", "thought", "rumoured", "alleged"])
_CLAUSE_END: Final = frozenset([",", ".", ";", ":", "?", "!", "–", "(", ")", "“", "und", "oder", "aber", "doch"])
_CLAUSE_START: Final = frozenset(
    [",", ";", ":", "–", "-", "„", "»", '"', "+++", "und", "aber", "doch", "denn", "oder", ""]
)
_RELATIVE: Final = frozenset(["die", "das", "den", "der", "dem", "was"])
_MODALS: Final = frozenset(["wollen", "sollen", "müssen", "können", "dürfen", "mögen", "lassen"])
_ADVERBS: Final = frozenset(
    ["selbst", "dagegen", "hingegen", "jedoch", "indes", "nun", "allerdings", "wiederum", "dazu", "zudem"]
)
_COPULA: Final = frozenset(["sein", "bleiben", "werden", "heißen", "liegen"])
_LONGEST: Final = 24
"""Words looked at behind a verb for the one that ends its clause."""
_ASIDE: Final = 5
"""Words of the longest “he said” between a capital and its verb."""
_STANCE: Final = 6
"""Words between a noun like „Kritik“ and „aus“ with the capital."""


def _french_perfect(following: list[str]) -> bool:
    """Tell whether a French verb of will in the perfect follows (*a rejeté*, *avait déjà accusé*)."""
    if following[0] not in {"a", "avait", "n'a", "aurait"}:
        return False
    verbs = {r.verb for word in following[1:3] for r in french.readings(word) if r.tense == "participle"}
    return any(form in WILL_ENGLISH for verb in verbs for form, _ in french.forms(verb))


class Metonyms:
    """Tells governments from cities.

    Args:
        language: ``de``, ``en`` or ``ru``.
    """

    def __init__(self, *, language: str) -> None:
        self.language = language

    def governs(self, line: Line, i: int, form: str) -> bool:
        """Tell whether a capital stands for its government.

        It does as a genitive, as the subject of a verb of will, speech or dealing (in German of any verb that is not
        said of cities), and behind „aus“ where a noun for what governments say or do is near.

        Args:
            line: The sentence.
            i: Token of the capital.
            form: The capital as the gazetteer has it, without a genitive ending.
        """
        before, word, after = line.word(i - 1), line.word(i), line.word(i + 1)
        if self._told_from(line, i) or self._stance_from(line, i):
            return True
        if before.lower() in AT_PLACE or before in PLACE_NOUNS or before in {"Raum", "("} or institution(before):
            return False
        if (i == 0 and after in {"(", ".", ":", "–", "-", "/"}) or (
            before == "und" and line.word(i - 3).lower() in AT_PLACE
        ):
            return False
        if i == 0 and after == ",":
            return self._spoken_aside(line, i)
        if word == form + "s" and self.language == "de":
            return german_role(after) is None or "meister" not in after
        if before.lower() in CLAUSES or (before.lower() in TOWARDS and self._dealings(line, i)):
            return True
        if before.lower() in ENVOYS and self.language == "ru":
            return True
        if self.language == "en" and after in {"'s", "’s"}:
            return line.word(i + 2).lower() not in CITY_NOUNS
        return self._subject(line, i)

    def _subject(self, line: Line, i: int) -> bool:
        """Tell whether a capital is the subject of a verb that governments are the subject of."""
        before, after = line.word(i - 1), line.word(i + 1)
        following = [line.word(k) for k in range(i + 1, min(i + 5, len(line.tokens)))]
        if before in {"und", "and", "и"} and following and self._capital_before(line, i - 2):
            return self._wills(following[0])
        if self.language == "de":
            if self._opens_clause(line, i) and self._acts(line, i + (2 if after in _ADVERBS else 1)):
                return True
            if self._ends_in_deed(line, i):
                return True
        elif following and (self._wills(following[0]) or self._hearsay(following) or _french_perfect(following)):
            return True
        if following and following[0] in {"und", "and", "и"}:
            return any(self._wills(verb) for verb in following[1:])
        copula = any(word in _COPULA for word in following)
        inverted = self._wills(before) or (self.language == "de" and before in {"habe", "wolle"})
        return inverted and not line.heading and after[:1].islower() and not copula

    @staticmethod
    def _opens_clause(line: Line, i: int) -> bool:
        return line.word(i - 1) in _CLAUSE_START or i == 0

    def _acts(self, line: Line, k: int) -> bool:
        """Tell whether the German verb at token ``k``, with its participle or infinitive, is none said of cities."""
        verb = line.word(k)
        lemmas = {reading.lemma for reading in verb_readings(verb) if reading.person == 3 and reading.number == "sg"}
        if not lemmas or not verb.islower():
            return verb in SPEECH
        last = self._clause_end(line, k)
        closing = verb_readings(line.word(last)) if last > k else ()
        closed = {reading.lemma for reading in closing if reading.mood in {"inf", "part"}}
        if "haben" in lemmas:
            counted = any(line.word(x)[:1].isdigit() for x in range(k + 1, k + 4))
            return not closed & CITY_LEMMAS and not (counted and not closed)
        if "sein" in lemmas:
            return bool(closed & WILL_LEMMAS)
        if "werden" in lemmas:
            return any(reading.mood == "inf" and reading.lemma not in CITY_LEMMAS for reading in closing)
        if lemmas & _MODALS:
            return not closed & CITY_LEMMAS
        return not lemmas & CITY_LEMMAS

    @staticmethod
    def _clause_end(line: Line, k: int) -> int:
        """Return the last token of the clause that goes on behind token ``k``."""
        for x in range(k + 1, min(k + _LONGEST, len(line.tokens))):
            if line.word(x) in _CLAUSE_END:
                return x - 1
        return min(k + _LONGEST, len(line.tokens)) - 1

    def _ends_in_deed(self, line: Line, i: int) -> bool:
        """Tell whether a capital is the subject of a clause with its verb at the end („weil Moskau zögert“)."""
        before = line.word(i - 1)
        relative = before in _RELATIVE and line.word(i - 2) == ","
        if not relative and before.lower() not in SUBORDINATING:
            return False
        if before.lower() == "als" and line.word(i - 2) not in {"", ","}:
            return False  # „schöner als Rom“
        last = self._clause_end(line, i)
        readings = verb_readings(line.word(last)) if last > i else ()
        finite = {reading.lemma for reading in readings if reading.person == 3 and reading.number == "sg"}
        if finite & (_MODALS | {"haben"}):
            readings = verb_readings(line.word(last - 1))
            return bool(readings) and not any(reading.lemma in CITY_LEMMAS for reading in readings)
        return bool(finite) and not finite & CITY_LEMMAS

    def _spoken_aside(self, line: Line, i: int) -> bool:
        """Tell whether only a “he said” parts a capital from its verb (“Ankara, she said, was stalling”)."""
        close = next((k for k in range(i + 2, min(i + 2 + _ASIDE, len(line.tokens))) if line.word(k) == ","), -1)
        if close < 0 or self.language == "ru":
            return False
        return any(line.word(k) in SPEECH or self._wills(line.word(k)) for k in range(i + 2, close))

    def _stance_from(self, line: Line, i: int) -> bool:
        """Tell whether „aus“ and a capital go with a noun for what governments do („Widerstand aus Budapest“)."""
        if self.language != "de" or line.word(i - 1).lower() != "aus":
            return False
        nouns = (line.word(k) for k in range(max(0, i - 1 - _STANCE), min(i + 1 + _STANCE, len(line.tokens))))
        return any(word in STANCES for word in nouns)

    def _hearsay(self, following: list[str]) -> bool:
        """Tell whether something is said of a government (“Moscow is said to have offered”)."""
        if self.language != "en" or len(following) < 3:
            return False
        return following[0] in {"is", "was"} and following[1] in _SAID and following[2] == "to"

    def _wills(self, verb: str) -> bool:
        """Tell whether a word is a finite verb of will, speech or dealing."""
        if self.language == "en":
            return verb in WILL_ENGLISH
        if self.language == "ru":
            return verb in WILL_RUSSIAN
        return verb in WILL or (
            verb.islower()
            and any(reading.person == 3 and reading.lemma in WILL_LEMMAS for reading in verb_readings(verb))
        )

    @staticmethod
    def _capital_before(line: Line, k: int) -> bool:
        """Tell whether a capital, or the country that it was read as, was found at a token."""
        entry = line.entries.get(k)
        return entry is not None and (entry.capital is not None or entry.kind == "country")

    def _told_from(self, line: Line, i: int) -> bool:
        """Tell whether a capital is where a government speaks („hieß es in Moskau“, «в Ереване заявили»)."""
        before, after = line.word(i - 1).lower(), line.word(i + 1)
        if self.language == "ru":
            said = [line.word(k) for k in (i + 1, i + 2, i + 3)]
            return before == "в" and any(verb.endswith(("ли", "ют", "ят")) and verb in WILL_RUSSIAN for verb in said)
        if before not in {"in", "aus"} or self.language != "de":
            return False
        if after in IT_SAYS:
            return True
        verb = line.word(i - 3) if line.word(i - 2).lower() == "es" else line.word(i - 2)
        return verb.lower() in IT_SAYS

    def _dealings(self, line: Line, i: int) -> bool:
        """Tell whether „mit“, „auf“, „zwischen“ before a capital follow a noun of dealings between states."""
        return any(line.word(k) in RELATIONS for k in (i - 2, i - 3, i - 4))
