"""Airports, harbours and stations called after their town: „Flughafen Köln/Bonn“, „der Kölner Airport“."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.entities.adjectives import city_adjective
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import Entry, gazetteer
from quellenlage.layers.entities.words import DEFINITE

_GERMAN: Final = {
    **dict.fromkeys(("Flughafen", "Flughafens", "Airport", "Airports", "Regionalflughafen"), "Flughafen"),
    **dict.fromkeys(("Hafen", "Hafens", "Seehafen", "Containerhafen"), "Hafen"),
    **dict.fromkeys(("Hauptbahnhof", "Hauptbahnhofs"), "Hauptbahnhof"),
}
_ENGLISH: Final = {"airport": "Flughafen", "Airport": "Flughafen", "harbour": "Hafen", "harbor": "Hafen"}
_COMPANY: Final = frozenset(
    ["Flughafengesellschaft", "Flughafenbetreiber", "Flughafenbetreiberin", "Flughafenverwaltung", "Hafengesellschaft"]
)
"""Who runs a facility, and is called like it."""
_LEAST: Final = 15_000
"""People of a town that may have one."""


def sort_of(word: str, *, language: str) -> str | None:
    """Return the facility that a noun names in the nominative, or None."""
    if language == "de":
        return _GERMAN.get(word) or (f"{word.partition('hafen')[0]}hafen" if word in _COMPANY else None)
    return _ENGLISH.get(word) if language == "en" else None


def _town(word: str) -> Entry | None:
    """Return the town of a name or of the first part of a double one („Köln/Bonn“)."""
    cities = gazetteer().cities
    first = word.partition("/")[0]
    city = cities.get(first) or cities.get(first.removesuffix("s"))
    return city if city is not None and city.population >= _LEAST else None


class Facilities:
    """Finds them in one document, before the town alone is taken.

    Args:
        language: ``de``, ``en`` or ``ru``.
    """

    def __init__(self, *, language: str) -> None:
        self.language = language

    def scan(self, line: Line) -> list[Found]:
        """Return the facilities of a sentence."""
        out = []
        for i in range(len(line.tokens)):
            sort = sort_of(line.word(i), language=self.language)
            if sort is None or line.taken[i] or line.word(i) in _COMPANY:
                continue
            found = self._german(line, i, sort) if self.language == "de" else self._english(line, i, sort)
            if found is not None:
                out.append(found)
        return out

    def _german(self, line: Line, i: int, sort: str) -> Found | None:
        before = city_adjective(line.word(i - 1))
        if before is not None and line.free(i - 1):
            stem = line.word(i - 1).removesuffix("er")
            return self._make(line, i - 1, i + 1, before, sort, stem if stem in gazetteer().cities else before.name)
        town = _town(line.word(i + 1)) if line.word(i + 1)[:1].isupper() and line.free(i + 1) else None
        if town is None or sort not in {"Flughafen", "Hauptbahnhof"}:
            return None
        last = i + 2
        if line.word(last) == "/" and line.word(last + 1)[:1].isupper():
            last += 2
        name = "".join(line.word(k) for k in range(i + 1, last))
        return self._make(line, i, last, town, sort, name)

    def _english(self, line: Line, i: int, sort: str) -> Found | None:
        k = i - 1
        if line.word(k) in {"international", "International"}:
            k -= 1
        town = _town(line.word(k))
        if town is None or not line.free(k) or not line.word(k)[:1].isupper():
            return None
        first = k
        if line.word(k - 1)[:1].isupper() and (other := _town(line.word(k - 1))) is not None and line.free(k - 1):
            first, town = k - 1, other  # Cologne Bonn airport
        return self._make(line, first, i + 1, town, sort, town.name)

    @staticmethod
    def _make(line: Line, first: int, last: int, town: Entry, sort: str, of: str) -> Found:
        name = f"{sort} {of}"
        key = f"facility/{sort.lower()}/{town.key.partition('/')[2]}"
        entry = Entry(key, "place", "facility", name, town.country, state=town.state)
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        words = tuple(token.text for token in line.tokens[first:last])
        line.entries.update(dict.fromkeys(range(first, last), entry))
        line.take(first, last)
        return Found(start, end, "place", words, f"{sort} of {of}", line.index, entry=entry)


def definite(line: Line, i: int) -> bool:
    """Tell whether an article stands before a noun and no name behind it."""
    return line.word(i - 1).lower() in DEFINITE and not line.word(i + 1)[:1].isupper()
