"""What stands beside a person's name: the country before the title, an apposition, a party in brackets."""

from __future__ import annotations

import re

from quellenlage.layers.entities.adjectives import adjective_of
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import Entry, gazetteer
from quellenlage.layers.entities.persons import Persons
from quellenlage.layers.entities.roles import Role
from quellenlage.layers.entities.words import DEFINITE, INDEFINITE, POSSESSIVE, SPEECH

_STOP = frozenset([",", ".", ";", "–", "-", ":", "(", ")"])
_AWAY = frozenset(
    [
        *("mit", "bei", "gegen", "für", "neben", "unter", "ohne", "laut", "trotz", "wegen", "vom", "beim", "gegenüber"),
        *("with", "by", "for", "unlike", "against", "beside", "с", "без", "против"),
    ]
)
"""Prepositions behind which a title is somebody else's („Anna Moos, mit dem Minister befreundet, …“)."""
_AGED = re.compile(r"(\d{1,3})-(?:[Jj]ährige[nrms]?|year-old)")
_OLDEST = 120
_JOINING = frozenset(["und", "oder", "sowie", "and", "or", "и", "или"])


def land(word: str) -> Entry | None:
    """Return the country, state or region that a word or its genitive names."""
    places = gazetteer()
    for form in (word, word.removesuffix("s")):
        entry = places.words.get(form)
        if entry is not None and entry.kind in {"country", "state", "region"}:
            return entry
    return None


class Surroundings:
    """Reads what stands beside the names of one document.

    Args:
        language: ``de``, ``en`` or ``ru``.

    Attributes:
        appositions: Start and end of each description in apposition, and whose it is.
    """

    def __init__(self, *, language: str) -> None:
        self.language = language
        self.persons = Persons(language=language)
        self.appositions: list[tuple[int, int, Found]] = []

    def read(self, line: Line, person: Found) -> None:
        """Add country, titles and party of a person found in this sentence."""
        first = next(i for i, token in enumerate(line.tokens) if token.start == person.start)
        last = next(i for i, token in enumerate(line.tokens) if token.end == person.end) + 1
        self._country_before(line, first, person)
        person.age = _age(line, first, last)
        if line.word(last) == "(":
            party = line.word(last + 1)
            if party[:1].isupper() and len(party) > 1 and party not in {"Sieg"}:
                person.context.append(party)
        if line.word(last) == ",":
            self._behind(line, last + 1, person)
        if line.word(first - 1) == "," and not line.title[first - 1]:
            self._before(line, first - 2, person)
        if line.word(first - 1) == ":":
            self._announced(line, first - 2, person)
        if self.language == "de" and line.word(last) in {"vom", "von", "der"}:
            for k in range(last + 1, min(last + 5, len(line.tokens))):
                if line.word(k)[:1].isupper():
                    person.context.append(line.word(k))
                elif line.word(k) not in DEFINITE:
                    break

    def _country_before(self, line: Line, first: int, person: Found) -> None:
        k = first - 1
        while k >= 0 and line.title[k]:
            k -= 1
        for step in range(k, max(-1, k - 4), -1):
            word = line.word(step)
            key = adjective_of(word, language=self.language)
            entry = None if key else land(word)
            if key or entry:
                person.country = person.country or key or (entry.key if entry else None)
                return
            if word in _JOINING or (not word[:1].islower() and word not in {"'s", "’s"}):
                return
        if self.language == "ru":
            for step in (first - 1, first - 2):
                entry = land(line.word(step))
                if entry is not None:
                    person.country = person.country or entry.key

    def _behind(self, line: Line, start: int, person: Found) -> None:
        for i in range(start, min(start + 7, len(line.tokens))):
            if (
                line.word(i) in SPEECH
                or line.word(i) in _STOP
                or line.word(i) in _AWAY
                or (line.word(i) in {"der", "die", "das", "dessen", "deren", "who", "which"} and self._clause(line, i))
            ):
                return
            role = self.persons.role_at(line, i)
            if role is not None and _clash(role[0], person):
                return
            if role is not None and role[0].number != "pl":
                person.roles.append(role[0])
                end = i + role[1]
                for step in range(end, min(end + 4, len(line.tokens))):
                    entry = land(line.word(step))
                    if entry is not None:
                        person.country = person.country or entry.key
                        break
                self._note(line, i, end, person)
                return

    @staticmethod
    def _clause(line: Line, i: int) -> bool:
        """Tell whether „der …“ behind a comma opens a relative clause: no capitalised word follows soon."""
        return not any(line.word(k)[:1].isupper() for k in range(i + 1, min(i + 4, len(line.tokens))))

    def _before(self, line: Line, start: int, person: Found) -> None:
        for i in range(start, max(-1, start - 9), -1):
            if line.word(i) in _STOP:
                return
            role = self.persons.role_at(line, i)
            if role is None or role[0].number == "pl" or line.title[i]:
                continue
            if _clash(role[0], person):
                return
            before = {line.word(k).lower() for k in range(max(0, i - 3), i)}
            if before & (DEFINITE | POSSESSIVE) or before & {"'s", "’s"} or i == 0:
                person.roles.append(role[0])
                for step in range(max(0, i - 3), min(i + 5, len(line.tokens))):
                    key = adjective_of(line.word(step), language=self.language)
                    entry = land(line.word(step))
                    if key or entry:
                        person.country = person.country or key or (entry.key if entry else None)
                        break
                self._note(line, i, i + role[1], person)
                return

    def _announced(self, line: Line, i: int, person: Found) -> None:
        """Add the title before a colon behind which the name stands („eine Tischlerin half: Anna Moos“)."""
        role = self.persons.role_at(line, i)
        if role is None or role[1] > 1 or role[0].number == "pl" or line.title[i] or _clash(role[0], person):
            return
        if line.word(i - 1).lower() in INDEFINITE | DEFINITE:
            person.roles.append(role[0])
            self._note(line, i, i + 1, person)

    def _note(self, line: Line, first: int, last: int, person: Found) -> None:
        start = first
        if self.language == "en":
            while (
                start > 0
                and line.word(start - 1)[:1].isalpha()
                and line.word(start - 1).lower() not in DEFINITE | {"a", "an"}
                and start > first - 3
            ):
                start -= 1
        person.context.append(" ".join(line.word(k) for k in range(first, last)))
        self.appositions.append((line.tokens[start].start, line.tokens[last - 1].end, person))
        for k in range(first, last):
            line.title[k] = True


def _clash(role: Role, person: Found) -> bool:
    """Tell whether a title is of the other gender than the person."""
    return role.gender is not None and person.gender is not None and role.gender != person.gender


def _age(line: Line, first: int, last: int) -> int | None:
    """Return the age told beside the name in the tokens ``[first, last)``: „(17)“, „, 17,“, „der 17-jährige …“."""
    if line.word(last) in {"(", ","} and line.word(last + 2) in {")", ",", "."} and line.word(last + 1).isdigit():
        years = int(line.word(last + 1))
        return years if years <= _OLDEST else None
    for k in range(first - 1, max(-1, first - 5), -1):
        told = _AGED.fullmatch(line.word(k))
        if told is not None:
            return int(told.group(1))
        if line.word(k) in _STOP or (line.taken[k] and not line.title[k]):
            return None
    years_before = line.word(first - 3) if line.word(first - 2) == "Jahre" and line.word(first - 1)[:3] == "alt" else ""
    return int(years_before) if years_before.isdigit() and int(years_before) <= _OLDEST else None
