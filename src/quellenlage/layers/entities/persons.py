"""Persons by title, given name and shape."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.adjectives import adjective_of
from quellenlage.layers.entities.cyrillic import nominatives
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.edges import capital, child, noun_first, possessor, trade_first
from quellenlage.layers.entities.families import shares_surname, sibling
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.given import given_name, nominative
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.lexis import common
from quellenlage.layers.entities.personhood import Personhood
from quellenlage.layers.entities.roles import Role, foreign_role, german_role
from quellenlage.layers.entities.words import (
    ADDRESS,
    FUNCTION_WORDS,
    HONORIFICS,
    LEGAL,
    NAME_PARTICLES,
    PLACE_NOUNS,
    PREPOSITIONS,
    SUFFIXES,
    TIME_WORDS,
)

_MAX_NAME: Final = 6
_FULL: Final = 2
"""Words of a full name."""
_PATRONYMIC: Final = ("вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной")
_PAST: Final = ("ал", "ила", "ил", "ала", "ыл", "ыла", "ел", "ела", "ёл", "ли", "ет", "ит", "ют", "ят")
"""Endings of Russian finite verbs: a title before one has no name behind it."""
_GERMAN: Final = frozenset(["von", "vom"])


_MONTHS: Final = frozenset(["Mai", "März", "August", "Jänner", "Sommer", "Herbst", "Winter"])
_OFFICE_TOWN: Final = 10_000
"""People of a town behind „von“ that a title before it is said of."""
_INNER: Final = frozenset(["der", "den", "zu", "zur", "vom"])


class Persons:
    """Finds the persons of one document.

    Args:
        language: BCP 47 code of the text.
    """

    def __init__(self, *, language: str) -> None:
        self.language = language if language in {"de", "en", "ru"} else "de" if language == "" else "en"
        self.places = gazetteer()
        self.hood = Personhood(language=self.language)

    def role_at(self, line: Line, i: int) -> tuple[Role, int] | None:
        """Return the title that begins at a token and how many tokens it takes."""
        word = line.word(i)
        if self.language == "de":
            role = german_role(word)
            if role is not None:
                return role, 1
            return None
        words = tuple(line.word(k) for k in range(i, min(i + 4, len(line.tokens))))
        return foreign_role(words, language=self.language)

    def _opens(self, line: Line, i: int) -> bool:
        word = line.word(i)
        return (
            line.free(i)
            and capital(word)
            and word not in FUNCTION_WORDS
            and word not in TIME_WORDS
            and word not in LEGAL
            and word not in PLACE_NOUNS
            and adjective_of(word, language=self.language) is None
        )

    def _behind_genitives(self, line: Line, k: int) -> int:
        """Return where the name begins behind a Russian title: after what it governs („президента России …“)."""
        for step in range(k, min(k + 6, len(line.tokens))):
            word = line.word(step)
            if not word[:1].isalpha() or word.lower() in PREPOSITIONS or word.endswith(_PAST):
                break
            listed = (self.places.words.get(form) for form in (word, *nominatives(word)))
            if any(entry is not None and entry.type == "organization" for entry in listed):
                continue
            if capital(word) and not self.hood.land(word) and not (word.isupper() and len(word) < 6):
                return step
        return k

    def _initial(self, line: Line, i: int) -> int:
        """Return the number of tokens of an initial („P.“, „W.“) at a place, or 0."""
        word = line.word(i)
        if len(word) == 2 and word[1] == "." and word[0].isupper():
            return 1
        if (
            len(word) == 1
            and word.isupper()
            and line.word(i + 1) == "."
            and line.tokens[i + 1].start == line.tokens[i].end
        ):
            return 2
        return 0

    def run(self, line: Line, i: int, *, titled: bool) -> int:
        """Return the end of the name that begins at token ``i`` (``i`` itself where none does)."""
        k, count = i, 0
        while k < len(line.tokens) and k - i < _MAX_NAME:
            word = line.word(k)
            initial = self._initial(line, k)
            if initial and line.free(k):
                k, count = k + initial, count + 1
                continue
            if word in SUFFIXES and count:
                return k + 1
            if word in NAME_PARTICLES:
                step = self._particles(line, k, count=count, titled=titled)
                if step == k:
                    break
                k, count = step, count + 1
                continue
            if titled and count == 1 and self._like_a_noun(line, k):
                return k + 1
            if not self._opens(line, k) or (count and self._stops(line, k, count)):
                break
            k, count = k + 1, count + 1
        return k if count else i

    def _like_a_noun(self, line: Line, k: int) -> bool:
        """Tell whether a month or noun for places is the surname behind title and given name („Analyst Tom Weiler“)."""
        known = given_name(line.word(k - 1))
        surname = line.word(k) in _MONTHS or line.word(k) in PLACE_NOUNS
        return (
            self.language == "de"
            and surname
            and line.free(k)
            and known is not None
            and known.gender is not None
            and not line.word(k + 1)[:1].isupper()
            and not line.word(k + 1)[:1].isdigit()
        )

    def _particles(self, line: Line, k: int, *, count: int, titled: bool) -> int:
        """Return the end of particles and the name behind them (``von der Leyen``), or ``k`` where they are none.

        German ``von`` opens a surname only right behind a given name or title; ``der`` and ``den`` only behind
        ``von`` or ``van``.
        """
        word = line.word(k)
        if not (count or titled) or word in _INNER or (word in _GERMAN and count > 1):
            return k
        step = k + 1
        while step < min(k + 3, len(line.tokens)) and line.word(step) in NAME_PARTICLES:
            step += 1
        opens = self._opens(line, step) or (line.free(step) and line.word(step) in PLACE_NOUNS and word not in _GERMAN)
        if not opens or self._place_follows(line, k, step, count=count):
            return k
        if (
            word in _GERMAN
            and (institution(line.word(step)) is not None or common(line.word(step), language=self.language))
            and not count
        ):
            return k
        return step + 1

    def _place_follows(self, line: Line, particle: int, name: int, *, count: int) -> bool:
        """Tell whether „von X“ gives an origin (country, large city) rather than a nobiliary name."""
        word = line.word(name)
        if line.word(particle) == "von" and not count and word in self.places.cities:
            role = german_role(line.word(particle - 1)) if self.language == "de" else None
            if role is not None and self.places.cities[word].population > _OFFICE_TOWN:
                return True  # „die Bürgermeisterin von Goslar“
        return line.word(particle) == "von" and (
            word in self.places.words or (word in self.places.cities and self.places.cities[word].population > 500_000)
        )

    def _two_names(self, line: Line, k: int) -> bool:
        """Tell whether two more words that may be a name follow a full Russian name: the next person's."""
        words = [line.word(x) for x in range(k - _FULL, k + _FULL)]
        return all(self._opens(line, x) for x in (k, k + 1)) and not any(word.endswith(_PATRONYMIC) for word in words)

    def _stops(self, line: Line, k: int, count: int) -> bool:
        word = line.word(k)
        if self.language == "ru" and count == _FULL and self._two_names(line, k):
            return True
        if self.language == "ru" and count > 1 and given_name(word) is not None and not word.endswith(_PATRONYMIC):
            return True  # «Ивана Мельника Мария Орлова»: the next person's name
        if german_role(word) and self.language == "de" and count >= 1 and german_role(word).lemma == word:  # type: ignore[union-attr]
            return count >= 2 or given_name(line.word(k - 1)) is None
        if count >= 2 and self.language == "de":
            return common(word, language="de") or institution(word) is not None or word in self.places.words
        entry = self.places.words.get(word)
        return entry is not None and entry.kind in {"country", "agency", "party"} and len(word) > 3

    def scan(self, line: Line) -> list[Found]:
        """Return the persons of a sentence that a title, a given name or the shape of both words gives away."""
        out: list[Found] = []
        i = 0
        while i < len(line.tokens):
            found = None if line.taken[i] else self._at(line, i)
            if found is None:
                i += 1
                continue
            person, last = found
            other = sibling(line, person, i)
            if other is not None:
                out.append(other)
            elif out and shares_surname(line, out[-1], person):
                out[-1].words = (*out[-1].words, *person.words[1:])
                out[-1].roles = []  # „Vater und Sohn Tom und Jan Reuter“: whose title it is stays open
            out.append(person)
            i = last
        return out

    def _apposed(self, line: Line, k: int) -> bool:
        """Tell whether a name stands between commas behind an English title (``the minister, Ada Brix, said``)."""
        if self.language != "en" or line.word(k) != ",":
            return False
        last = self.run(line, k + 1, titled=False)
        return last - k > 2 and line.word(last) == ","

    def _at(self, line: Line, i: int) -> tuple[Found, int] | None:
        word = line.word(i)
        if self.language == "de" and not word[:1].isupper():
            return None
        titled = ADDRESS.get(word)
        roles: list[Role] = []
        k = i
        gender: Gender | None = None
        if titled is not None and (word not in {"Don", "Dame", "Sir"} or self.language != "de"):
            gender = "m" if titled == "m" else "f"
            k = i + (2 if line.word(i + 1) == "." else 1)
        else:
            role = self.role_at(line, i)
            if role is not None:
                roles.append(role[0])
                gender, k = role[0].gender, i + role[1]
                if self._apposed(line, k):
                    k += 1
                if self.language == "en" and adjective_of(line.word(k), language="en") and line.word(k).islower():
                    k += 1  # French: „son homologue algérien“
                address = ADDRESS.get(line.word(k)) if k < len(line.tokens) and self.language == "en" else None
                if address is not None:
                    gender, k = "m" if address == "m" else "f", k + 1
                if self.language == "en" and not capital(line.word(k)):
                    return None
        if self.language == "de" and child(line, i):
            known = given_name(word)
            line.take(i, i + 1)
            token = line.tokens[i]
            why = f"given name behind „{line.word(i - 1)}“"
            sex: Gender | None = known.gender if known else None
            return Found(token.start, token.end, "person", (word,), why, line.index, gender=sex), i + 1
        while line.word(k) in HONORIFICS or (line.word(k) == "." and k > i and line.word(k - 1) in HONORIFICS):
            k += 1
        if self.language == "ru" and k > i:
            k = self._behind_genitives(line, k)
        has_title = k > i
        if not (self._opens(line, k) or self._initial(line, k) or (has_title and line.word(k) in NAME_PARTICLES)):
            return None
        if self.language == "ru" and line.word(k - 1) == "«":
            return None  # a firm, a paper, a ship
        if not has_title and (noun_first(line, k) or (self.language == "de" and trade_first(line, k))):
            return None
        last = self.run(line, k, titled=has_title)
        if last == k:
            return None
        words = [
            word + "." if len(word) == 1 and word.isupper() else word
            for word in (line.word(x) for x in range(k, last))
            if word != "."
        ]
        if line.word(last) in LEGAL and not has_title:
            return None
        reason = self.hood.reason(line, k, last, words, has_title, roles)
        if reason is None:
            return None
        if roles and roles[0].number == "pl":
            roles = []
        for x in range(i, k):
            line.title[x] = self.language != "ru" or line.word(x)[:1].islower() or x == i
        line.take(k, last)
        if gender is None:
            for part in words[:2]:
                known = given_name(part)
                if known is not None:
                    gender = known.gender
                    break
        names = tuple(nominative(part) for part in words) if self.language == "ru" else tuple(words)
        if len(words) > 1 and self.language == "de" and possessor(line, last):
            names = (*names[:-1], names[-1][:-1])
        person = Found(
            line.tokens[k].start,
            line.tokens[last - 1].end,
            "person",
            names,
            reason,
            line.index,
            roles=roles,
            gender=gender,
        )
        person.surname_only = len([part for part in words if part not in NAME_PARTICLES]) == 1
        return person, last
