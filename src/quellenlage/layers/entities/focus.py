"""What a document is mostly about: the country, state and city on which nouns without a place depend."""

from __future__ import annotations

from collections import Counter
from typing import Final

from quellenlage.layers.annotations import Sentence
from quellenlage.layers.entities.adjectives import adjective_of
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import Entry

_FEDERAL: Final = frozenset(["country/DE", "country/AT", "country/CH", "country/IT", "country/BE"])
"""Countries of which states or regions with a government of their own are listed."""


class Focus:
    """The country, state and city a document is mostly about; a dateline counts three times.

    Attributes:
        country: Gazetteer key or None.
        state: Key of the German or Austrian state, or None.
        city: Key of the city, or None.
        lands: All countries, states and bodies named.
        rivals: The countries named at least half as often as the first.
    """

    def __init__(
        self, found: list[Found], lines: list[Line], sentences: tuple[Sentence, ...], *, language: str
    ) -> None:
        lands: Counter[str] = Counter()
        states: Counter[str] = Counter()
        cities: Counter[str] = Counter()
        body = next((line.index for line in lines if not line.heading), 0)
        for item in found:
            if item.entry is None:
                continue
            dateline = item.sentence == body and sentences and item.start == sentences[body].start
            weight = 3 if dateline else 1
            if item.entry.country and (item.entry.type == "place" or item.entry.kind in {"parliament", "government"}):
                lands[f"country/{item.entry.country}"] += weight
            if item.entry.kind == "state":
                states[item.entry.key] += 2
            if item.entry.kind in {"city", "epithet", "district"}:
                cities[town_key(item.entry)] += weight
                if item.entry.state:
                    states[item.entry.state] += weight
        for line in lines:
            for token in line.tokens:
                key = adjective_of(token.text, language=language)
                if key is not None:
                    (states if key.startswith("state/") else lands)[key] += 1
                    if key.startswith("state/"):
                        lands[f"country/{key[6:8]}"] += 1
        self.country = _top(lands)
        least = lands[self.country] / 2 if self.country else 0
        self.rivals = frozenset(key for key, count in lands.items() if count >= least)
        code = self.country.partition("/")[2] if self.country in _FEDERAL and self.country else "-"
        self.state = _top(Counter({key: count for key, count in states.items() if key.startswith(f"state/{code}")}))
        self.city = _top(cities)
        self.lands = frozenset([*lands, *states, *(item.entry.key for item in found if item.entry is not None)])

    def place(self, scope: str) -> str | None:
        """Return the place on which an institution of a scope depends where the text names none."""
        if scope == "city":
            return self.city or self.state or self.country
        if scope == "state":
            return self.state or self.country
        return self.country


def town_key(entry: Entry) -> str:
    """Return the key of a city, for a district the key of the city that it is called after."""
    return f"city/{entry.key.partition('/')[2]}" if entry.kind == "district" else entry.key


def _top(counts: Counter[str]) -> str | None:
    return max(counts, key=lambda key: (counts[key], key)) if counts else None
