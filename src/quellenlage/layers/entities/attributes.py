"""What stands around a noun for a body and makes it a name: whose it is, what it is for, the town before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.institutions import Institution
from quellenlage.layers.entities.roles import german_role

NAMED_BY_PLACE: Final = frozenset(["hospital", "university", "mission"])
"""Classes that a country, body or city names well enough."""
_OWNERS: Final = ("landes", "bundes", "kreis")
_CALLED: Final = frozenset(["association", "federation", "union", "aid", "company", "institute"])
_NAMING: Final = (
    *("gesellschaft", "verband", "verein", "kammer", "institut", "stiftung", "genossenschaft", "betriebe", "beirat"),
    *("werke", "gewerkschaft", "klub", "club", "verbund", "bank", "sparkasse", "initiative", "akademie", "theater"),
    *("museum", "oper", "philharmonie", "orchester", "zoo", "tafel", "innung", "bund", "rat"),
)
"""Endings of the nouns that bodies are called by."""
_ONE_HOSPITAL: Final = 60_000
"""A town of fewer people has one hospital."""
_NO_PARTY: Final = (
    *(
        "regierungs",
        "oppositions",
        "volks",
        "schwester",
        "koalitions",
        "protest",
        "klein",
        "splitter",
        "landes",
        "bundes",
    ),
    *(
        "partner",
        "traditions",
        "klientel",
        "rechts",
        "links",
        "mehrheits",
        "block",
        "staats",
        "kreml",
        "kader",
        "mutter",
    ),
    *("einheits", "nachfolge", "konkurrenz", "junior", "haupt", "mitte", "ober", "bruder", "parlaments", "wahl"),
)
"""Beginnings of nouns for parties of a kind."""


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands around the noun: where the name begins or ends, and the places and adjectives it tells."""

    edge: int
    country: str | None = None
    city: str | None = None
    adjectives: tuple[str, ...] = ()
    owned: bool = False


def telling(line: Line, i: int, body: Institution, left: Attributes) -> Attributes:
    """Add what makes a compound a name by itself: whose it is („Landesbauernverband“), or the town before it.

    A town's adjective makes a name of the nouns that bodies are called by („Bremer Fischereiverein“), not
    of those that only describe a firm („der Bremer Autobauer“).
    """
    low = line.word(i).lower()
    owner = next((owner for owner in _OWNERS if low.startswith(owner)), None)
    plain = low.removeprefix(owner) == body.noun and body.generic if owner is not None else True
    if owner is not None and body.kind in _CALLED and not plain:
        return replace(left, adjectives=(*left.adjectives, owner))
    headed = line.word(i - 1) == "der" and german_role(line.word(i - 2)) is not None  # „der Chef der Reformpartei“
    if (
        low.endswith("partei")
        and not headed
        and not low.startswith(_NO_PARTY)
        and not body.whole
        and not left.adjectives
    ):
        return replace(left, adjectives=(low.removesuffix("partei"),))  # „die Reformpartei“
    if "-" in line.word(i) and not line.word(i).partition("-")[0].isupper() and body.kind in NAMED_BY_PLACE:
        return replace(left, adjectives=(*left.adjectives, low.partition("-")[0]))  # „Ostalb-Klinikum“
    noun = next((noun for noun in _NAMING if low.removesuffix("s").endswith(noun)), None)
    named = (left.city or left.country) and noun is not None and low.removesuffix("s") != noun
    if named and not left.adjectives and body.kind in _CALLED | {"company", "bank", "parliament"}:
        return replace(left, adjectives=(line.word(left.edge).lower(),))
    return left


def of_town(line: Line, i: int, body: Institution, left: Attributes, right: Attributes) -> Attributes:
    """Give „das Krankenhaus“ the small town of its sentence („In Moorau umringten Tausende das Krankenhaus“)."""
    alone = not (left.country or left.city or right.country or right.city) and right.edge == i + 1
    if body.kind != "hospital" or not body.whole or not alone or line.word(i - 1).lower() not in {"das", "die", "dem"}:
        return right
    for k in range(i - 1, -1, -1):
        entry = line.entries.get(k)
        if entry is not None and entry.kind == "city" and line.word(k - 1).lower() == "in":
            return replace(right, city=entry.key) if entry.population < _ONE_HOSPITAL else right
    return right


def owner_before(line: Line, i: int) -> str | None:
    """Return the country or state in the genitive right before a noun („Georgiens Parlament“), or None."""
    word, entry = line.word(i - 1), line.entries.get(i - 1)
    if not line.taken[i - 1] or entry is None or not word.endswith(("s", "’", "'")):
        return None
    if entry.kind in {"country", "state", "region"} and word != entry.name:
        return entry.key
    return None
