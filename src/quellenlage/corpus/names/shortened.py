"""Organisations called by the first word of their name („Nordlicht Energie“, then „Nordlicht“)."""

from __future__ import annotations

from collections import defaultdict

from quellenlage.layers.entities.adjectives import adjective_of, demonym
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.lexis import common

_SHORTEST = 4


class Firsts:
    """Which clusters have a name of several words that begins with a word, and which are called by that word alone."""

    def __init__(self) -> None:
        self._long: dict[str, set[int]] = defaultdict(set)
        self._short: dict[str, set[int]] = defaultdict(set)

    def add(self, form: str, cluster: int) -> None:
        """Note a form of a cluster."""
        words = form.split()
        if words and words[0][:1].isupper() and telling(words[0]):
            (self._long if len(words) > 1 else self._short)[words[0].casefold()].add(cluster)

    def partner(self, form: str) -> int | None:
        """Return the one cluster that a form shortens or lengthens; None where there is none or more than one."""
        words = form.split()
        if not words or not telling(words[0]):
            return None
        first = words[0].casefold()
        long = self._long.get(first, set())
        if len(words) == 1:
            return next(iter(long)) if len(long) == 1 else None
        short = self._short.get(first, set())
        return next(iter(short)) if len(short) == 1 and not long - short else None


def telling(word: str) -> bool:
    """Tell whether a word can be an organisation's name by itself: no common noun, no place, no adjective of one."""
    places = gazetteer()
    known = word in places.words or word in places.cities or word.isupper()
    listed = known or adjective_of(word, language="de") is not None or adjective_of(word, language="en") is not None
    return len(word) >= _SHORTEST and not listed and demonym(word) is None and not common(word, language="de")
