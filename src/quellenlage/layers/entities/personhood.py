"""Why a row of capitalised words is a person's name, or that it is none."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.entities.adjectives import adjective_of
from quellenlage.layers.entities.behind import foreign_noun
from quellenlage.layers.entities.cyrillic import nominatives
from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.given import given_name
from quellenlage.layers.entities.institutions import firm, firm_or_person, institution
from quellenlage.layers.entities.lexis import common, kind
from quellenlage.layers.entities.roles import Role, german_role
from quellenlage.layers.entities.words import (
    DEFINITE,
    DIRECTIONS,
    LEGAL,
    NAME_PARTICLES,
    ORGANISATION_HEADS,
    PREPOSITIONS,
    SURNAME_ENDINGS,
    SURNAMES_FIRST,
)
from quellenlage.layers.german import verb_readings

_SON_OF: Final = frozenset(["bin", "ibn", "bint", "бин", "ибн"])


def _finite(word: str) -> bool:
    return word.islower() and any(reading.person == 3 for reading in verb_readings(word))


class Personhood:
    """Judges the names of one language.

    Args:
        language: ``de``, ``en`` or ``ru``.
    """

    def __init__(self, *, language: str) -> None:
        self.language = language
        self.places = gazetteer()

    def land(self, word: str) -> bool:
        """Tell whether a Russian word is a case form of a country's, region's or city's name."""
        for form in nominatives(word):
            entry = self.places.words.get(form)
            if entry is not None and entry.kind in {"country", "region"}:
                return True
            if form in self.places.cities and given_name(word) is None:
                return True
        return False

    def reason(
        self, line: Line, first: int, last: int, words: list[str], titled: bool, roles: list[Role]
    ) -> str | None:
        """Return why the words are a person's name, or None where they are not."""
        solid = [word for word in words if word not in NAME_PARTICLES]
        if not solid:
            return None
        head = solid[0]
        known = given_name(head)
        if self.language == "en" and (head in DIRECTIONS or solid[-1] in ORGANISATION_HEADS) and not titled:
            return None
        if self.language == "de" and known is None and len(solid) > 1 and solid[-1] in ORGANISATION_HEADS:
            return None  # „Investor Blackwell Partners“
        if (
            titled
            and self.language == "en"
            and (known is None or known.gender is None)
            and self._operator(line.word(first - (2 if line.word(first - 1) == "," else 1)))
        ):
            return None
        if titled:
            return self._titled(line, first, last, solid, roles, known is not None)
        if len(solid) < 2 or (known is None and (head in self.places.words or self.land(head.removesuffix("s")))):
            return None
        if any(institution(word) is not None and common(word, language=self.language) for word in solid):
            return None
        if self.language == "de" and (firm(line.word(first - 1)) or head in {"Sankt", "St.", "St"}):
            return None
        if known is not None:
            if (
                self.language == "de"
                and kind(head) == "noun"
                and (len(words) > len(solid) or solid[1] in self.places.cities or common(solid[-1], language="de"))
                and not self._bare(line, first, last)
            ):
                return None
            unsure = (common(head, language=self.language) or len(head) < 3) and common(
                solid[-1], language=self.language
            )
            unsure = unsure and not self._bare(line, first, last)
            twofold = head in self.places.cities and common(solid[-1], language=self.language)
            start_only = first == 0 and adjective_of(head, language=self.language) is not None
            return (
                None
                if unsure or start_only or (twofold and not self._bare(line, first, last))
                else f"given name {head}"
            )
        if len(solid) == 2 and head in SURNAMES_FIRST and self._eastern(solid[1]):
            return "East Asian surname first"
        if self._patronymic(words) and not common(head, language=self.language):
            return "patronymic"
        if (
            len(solid) <= 4
            and not any(common(word, language=self.language) for word in solid)
            and self._surname_shape(solid[-1])
            and first + 1 < last
        ):
            if any(word.isupper() or word in LEGAL or word in self.places.words for word in solid):
                return None
            if self.language == "de" and any(german_role(word) is not None for word in solid[:-1]):
                return None
            return "shape of the surname"
        return None

    @staticmethod
    def _operator(title: str) -> bool:
        """Tell whether an English noun before a name is said of firms as well (“the ferry operator Calder Line”)."""
        found = foreign_noun(title, language="en")
        return found is not None and found[1].type == "organization"

    def _bare(self, line: Line, first: int, last: int) -> bool:
        """Tell whether a given name that is a noun too („Anna“, „Ernst“) stands where no noun would."""
        before, known = line.word(first - 1), given_name(line.word(first))
        if self.language != "de" or known is None or known.gender is None or last != first + 2:
            return False
        inflected = before[:1].islower() and before.endswith(("e", "en", "er", "es", "em"))
        attribute = inflected and before not in PREPOSITIONS and not _finite(before)
        if before.lower() in DEFINITE or before[:1].isdigit() or attribute:
            return False
        following = line.word(last)
        return _finite(following) or following in {",", "(", "und", ".", "“"}

    def _eastern(self, word: str) -> bool:
        """Tell whether a word may be a given name behind an East Asian surname: no listed place, no common noun."""
        placed = word in self.places.words or word in self.places.cities
        return kind(word) == "unknown" and not word.isupper() and not placed and word not in ORGANISATION_HEADS

    @staticmethod
    def _patronymic(words: list[str]) -> bool:
        """Tell whether a name has an Arabic patronymic inside („Saeed bin Harib“)."""
        return any(word in _SON_OF for word in words[1:-1])

    def _titled(
        self, line: Line, first: int, last: int, solid: list[str], roles: list[Role], known: bool
    ) -> str | None:
        head = solid[0]
        title = line.word(first - 1)
        if len(solid) == 1:
            if self.language == "ru" and self.land(head):
                return None
            entry = self.places.words.get(head) or self.places.words.get(head.removesuffix("s"))
            if entry is not None and (roles or entry.type == "place"):
                return None
            if head.endswith("s") and head[:-1] in self.places.cities:
                return None
            if roles and roles[0].number == "pl":
                return None
            if self.language == "de" and firm_or_person(title):
                return None  # „Investor Norrvik“: a firm, unless the full name stands elsewhere
            if self.language == "de" and institution(head) is not None and common(head, language="de"):
                return None
            if self.language == "de" and kind(head) in {"compound", "odd"}:
                city = self.places.cities.get(head)
                if city is not None and city.population > 100_000:
                    return None
            if self.language == "de" and german_role(head) is not None and not known and kind(head) == "noun":
                return None
            city = self.places.cities.get(head)
            if city is not None and city.population > 300_000 and not known and last - first == 1:
                return None
        return f"title {title}"

    def _surname_shape(self, word: str) -> bool:
        low = word.casefold()
        return len(low) > 4 and low.endswith(SURNAME_ENDINGS)
