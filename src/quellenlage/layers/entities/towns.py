"""Towns of one name, told apart by river or region: „Hamm (Sieg)“, „Frankfurt an der Oder“."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.gazetteer import Entry, gazetteer

_APART: Final = re.compile(r" (?:an der|am|in der|im|bei) ([A-ZÄÖÜ]\w+)$| \(([A-ZÄÖÜ]\w+)\)$")
_LINKS: Final = (("(",), ("an", "der"), ("am",), ("in", "der"), ("im",))


@cache
def _told_by() -> frozenset[str]:
    """Return the rivers and regions that stand in the names of towns, and those listed themselves."""
    places = gazetteer()
    found = (match.group(1) or match.group(2) for name in places.cities.numbers() if (match := _APART.search(name)))
    listed = (word for word, entry in places.words.items() if entry.kind in {"river", "region", "state"})
    return frozenset([*found, *listed])


def twin_town(line: Line, i: int, form: str) -> tuple[Entry, int] | None:
    """Return the town meant where river or region behind its name tell it from a larger one, and the end of both.

    A town that the gazetteer has under that name keeps its key; another one gets a key of its own.
    """
    for link in _LINKS:
        k = i + 1 + len(link)
        if tuple(line.words[i + 1 : k]) != link or line.word(k) not in _told_by():
            continue
        last = k + 1
        if link == ("(",):
            if line.word(last) != ")":
                return None
            last += 1
        region = line.word(k)
        names = (f"{form} ({region})", f"{form} an der {region}", f"{form} am {region}", f"{form} in der {region}")
        known = next((gazetteer().cities[name] for name in names if name in gazetteer().cities), None)
        own = gazetteer().cities.get(form)
        country = own.country if own is not None else None
        return known or Entry(f"city/{form.lower()}-{region.lower()}", "place", "city", names[0], country), last
    return None
