"""Bodies of a town that another article, which names no town, gives to the country or state: „der Rettungsdienst“."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from quellenlage.layers.entities.gazetteer import gazetteer

if TYPE_CHECKING:
    from quellenlage.corpus.names.clusters import Cluster

_SHARED: Final = 2
"""Other names that both articles must have in common."""
_MOST: Final = 100
"""Entities of one noun that are looked at, the latest."""


def _apart(known: str | None) -> tuple[str, str] | None:
    """Return noun and place of the key of an institution („inst/polizei/city/2944388“), or None."""
    parts = (known or "").split("/", 2)
    return (parts[1], parts[2]) if len(parts) == len(("inst", "noun", "place")) and parts[0] == "inst" else None


def _inside(city: str, place: str) -> bool:
    """Tell whether a town lies in a country or state; where no place is known at all, every town may be meant."""
    if not city.startswith("city/") or place.startswith("city/"):
        return False
    if place == "-":
        return True
    entry = gazetteer().by_key.get(city)
    return entry is not None and place in {f"country/{entry.country}", entry.state}


class Wider:
    """The institutions of a corpus by their noun."""

    def __init__(self) -> None:
        self._of: dict[str, list[Cluster]] = defaultdict(list)

    def add(self, known: str | None, cluster: Cluster) -> None:
        """Note an institution."""
        parts = _apart(known)
        if parts is not None and cluster not in self._of[parts[0]][-_MOST:]:
            self._of[parts[0]].append(cluster)

    def partner(self, known: str | None, near: frozenset[str]) -> Cluster | None:
        """Return the one institution of the same matter of which one has a town where the other has its country."""
        parts = _apart(known)
        if parts is None:
            return None
        noun, place = parts
        found = []
        for cluster in self._of.get(noun, ())[-_MOST:]:
            other = _apart(cluster.known)
            if other is None or len(near & cluster.near) < _SHARED:
                continue
            if _inside(place, other[1]) or _inside(other[1], place):
                found.append(cluster)
        return found[0] if len(found) == 1 else None
