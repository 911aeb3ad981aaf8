"""Names that stand for longer ones of the same document: their first word, their initials."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from quellenlage.layers.entities.drafts import Found
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.given import given_name
from quellenlage.layers.entities.lexis import kind
from quellenlage.layers.entities.named_firms import bare_name

_SHORTEST_ACRONYM: Final = 3
"""Letters of the shortest acronym that is compared with the initials of names."""
_KNOWN_TOWN: Final = 50_000
"""People of a town abroad whose name is not taken for the beginning of a firm's."""


def longer_names(found: list[Found]) -> dict[str, str]:
    """Return the one longer unlisted name that each lone unlisted word begins („Tarvenko“: ``Tarvenko Systems``).

    A word that is a place, a given name or a common noun may begin many names and stands for none of them.
    """
    unlisted = [item for item in found if item.entry is None and item.institution is None and item.type != "place"]
    longer: dict[str, set[str]] = defaultdict(set)
    for item in unlisted:
        if len(item.words) > 1:
            longer[item.words[0]].add(" ".join(item.words))
    places, out = gazetteer(), dict[str, str]()
    for word in {item.words[0] for item in unlisted if len(item.words) == 1}:
        for form in (word, word.removesuffix("s")):
            names = longer.get(form, set())
            town = places.cities.get(form)
            placed = town is not None and (town.population > _KNOWN_TOWN or town.country in {"DE", "AT", "CH"})
            plain = form in places.words or placed or given_name(form) is not None
            if len(names) == 1 and not plain and kind(form) in {"unknown", "odd"} and len(form) > 2:
                out.setdefault(word, next(iter(names)))
    return out


def by_initials(found: list[Found]) -> dict[str, str]:
    """Return the one name of several words that each unlisted acronym has the initials of („VNF“)."""
    names_of: dict[str, set[str]] = defaultdict(set)
    for item in found:
        if item.type in {"organization", "other"} and len(item.words) > 1 and item.entry is None:
            words = bare_name(item.words)
            letters = "".join(part[:1] for word in words for part in word.split("-") if part[:1].isupper())
            if len(letters) > _SHORTEST_ACRONYM - 1:
                names_of[letters].add(" ".join(item.words))
    out: dict[str, str] = {}
    for item in found:
        short = item.words[0] if len(item.words) == 1 and item.entry is None and item.institution is None else ""
        names = names_of.get(short, set())
        if len(names) == 1 and len(short) >= _SHORTEST_ACRONYM:
            out.setdefault(short, next(iter(names)))
    return out
