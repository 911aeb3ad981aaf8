"""People whom an article calls by their office alone („der Finanzminister“, «премьер»)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from quellenlage.layers.annotations import Referent
from quellenlage.layers.entities.roles import foreign_role, german_role
from quellenlage.layers.entities.words import UNIQUE_OFFICES

if TYPE_CHECKING:
    from quellenlage.corpus.names.clusters import Cluster

_MOST: Final = 100
"""Entities of one office that are looked at, the latest."""


def untitled(referent: Referent) -> frozenset[str]:
    """Return the offices, each with its place, by which alone a person is called; none where there is a name."""
    if referent.type != "person" or referent.known or referent.aliases:
        return frozenset()
    offices = frozenset(
        office for office in referent.offices if "/" in office and office.partition("/")[0] in UNIQUE_OFFICES
    )
    words = referent.name.split()
    last = words[-1][:1].upper() + words[-1][1:] if words else ""
    title = bool(offices) and (
        german_role(last) is not None
        or any(
            foreign_role(tuple(word.lower() for word in words), language=language) is not None
            for language in ("en", "ru")
        )
    )
    return offices if title else frozenset()


class Offices:
    """The entities that hold an office, by office."""

    def __init__(self) -> None:
        self._of: dict[str, list[Cluster]] = defaultdict(list)

    def add(self, offices: tuple[str, ...], cluster: Cluster) -> None:
        """Note an entity under its offices."""
        for office in offices:
            found = self._of[office.partition("/")[0]]
            if cluster not in found[-_MOST:]:
                found.append(cluster)

    def holder(self, referent: Referent, offices: frozenset[str], near: frozenset[str]) -> tuple[Cluster, str] | None:
        """Return the one entity of the same matter that holds an office, one with a name before others; or None."""
        found: dict[int, tuple[Cluster, str]] = {}
        for office in sorted(offices):
            for cluster in self._of.get(office.partition("/")[0], ())[-_MOST:]:
                other = bool(referent.gender and cluster.gender and referent.gender != cluster.gender)
                if near & cluster.near and _held(office, cluster.offices) and not other:
                    found[cluster.number] = (cluster, office)
        named = [item for item in found.values() if any(_name(form) for form in item[0].forms)]
        chosen = named if named else list(found.values())
        return chosen[0] if len(chosen) == 1 else None


def _held(office: str, offices: set[str]) -> bool:
    """Tell whether offices hold one: of the same place, or of none that is told."""
    base = office.partition("/")[0]
    return office in offices or (base in offices and not any(held.startswith(f"{base}/") for held in offices))


def _name(form: str) -> bool:
    return german_role(form.rsplit(maxsplit=1)[-1]) is None
