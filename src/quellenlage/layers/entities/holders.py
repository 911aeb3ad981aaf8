"""Holders of offices by date: who „der Kremlchef“ was on the day of the article, and whether a name is one of them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final

from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.gazetteer import gazetteer, rows
from quellenlage.layers.entities.roles import Role, fits
from quellenlage.layers.entities.sounds import likeness, skeletons

KNOWN_UNTIL: Final = "2025-10-31"
"""Last day that the table knows of: an office without a last day may have changed hands since."""
_PLACES: Final = {
    "Bundeskanzler": ("country/DE", "country/AT"),
    "Bundespräsident": ("country/DE", "country/AT"),
    "Bundesrat": ("country/CH",),
}
_OF_STATE: Final = re.compile(r"^(?!Bundes|Außen|Verteidigungs|Aussen)")
_BODIES: Final = {
    "kommission": "org/eu-kommission",
    "notenbank": None,
    "parlament": "org/eu-parlament",
    "un": "org/un",
    "uno": "org/un",
}


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in an office.

    Attributes:
        office: Canonical office.
        place: Gazetteer key of the country, state or organisation.
        name: Full name, German spelling.
        gender: ``m`` or ``f``.
        since: First day, ISO 8601.
        until: Last day, ISO 8601; empty where none was known.
    """

    office: str
    place: str
    name: str
    gender: Gender
    since: str
    until: str

    @property
    def key(self) -> str:
        """Gazetteer key of the person (``person/wladimir-putin``)."""
        plain = unicodedata.normalize("NFD", self.name.lower())
        return "person/" + re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if c.isascii())).strip("-")

    def at(self, date: str | None) -> bool:
        """Tell whether an EDTF date may lie in the term; a year or month counts where any of its days does."""
        if date is None:
            return False
        day = re.match(r"\d{4}(?:-\d\d)?(?:-\d\d)?", date)
        if day is None:
            return False
        text = day.group()
        return self.since[: len(text)] <= text <= (self.until or KNOWN_UNTIL)[: len(text)]

    def perhaps(self, date: str | None) -> bool:
        """Tell whether somebody whom a text names may hold the office at a date, also after the table's last day."""
        return self.at(date) or (not self.until and date is not None and date[:10] > KNOWN_UNTIL[: len(date[:10])])


@cache
def holders() -> tuple[Holder, ...]:
    """Return all rows of the table."""
    return tuple(
        Holder(office, place, name, "m" if gender == "m" else "f", since, until)
        for office, place, name, gender, since, until in rows("holders.tsv", columns=6)[1:]
    )


@cache
def _by_sound() -> dict[str, list[Holder]]:
    out: dict[str, list[Holder]] = {}
    for holder in holders():
        for key in skeletons(holder.name.split()[-1]):
            out.setdefault(key, []).append(holder)
    return out


def named(words: tuple[str, ...], *, country: str | None) -> Holder | None:
    """Return the office holder whose full name this is in some spelling, or None.

    Args:
        words: The words of the name, at least two.
        country: Gazetteer key of the country that the text gives the person; another one rules a holder out.
    """
    if len(words) < 2:
        return None
    for holder in (holder for key in skeletons(words[-1]) for holder in _by_sound().get(key, ())):
        own = holder.name.split()
        if (
            country
            and holder.place.startswith("country/")
            and country.startswith("country/")
            and country != holder.place
        ):
            continue
        if likeness(own[-1], words[-1]) >= 0.9 and likeness(own[0], words[0]) >= 0.85:
            return holder
    return None


def by_surname(surname: str, *, date: str | None, places: frozenset[str]) -> Holder | None:
    """Return the one holder of a surname in office at a date whose country or body the document names, or None."""
    found = {
        holder.name: holder
        for key in skeletons(surname)
        for holder in _by_sound().get(key, ())
        if likeness(holder.name.split()[-1], surname) >= 0.95 and holder.perhaps(date) and holder.place in places
    }
    return next(iter(found.values())) if len(found) == 1 else None


def place_of(role: Role, *, country: str | None, main: str | None, state: str | None) -> str | None:
    """Return the country, state or body whose office a title names."""
    if role.lemma.startswith("Kreml") or role.modifier.startswith("kreml"):
        return "country/RU"
    if role.modifier in _BODIES:
        return _BODIES[role.modifier]
    if role.modifier:
        places = gazetteer().words
        entry = places.get(role.modifier.upper()) or places.get(role.modifier.capitalize())
        if entry is not None:
            return entry.key
    if role.lemma in {"Kommissionschef", "Kommissionspräsident"}:
        return "org/eu-kommission"
    if role.lemma.startswith("Bundesbank"):
        return "org/bundesbank"
    if country is not None:
        return country
    allowed = _PLACES.get(role.lemma)
    if allowed is not None:
        return main if main in allowed else allowed[0]
    if (
        role.lemma in {"Ministerpräsident", "Landeschef", "Landesvater", "Landesmutter", "Regierungschef"}
        and main == "country/DE"
    ):
        return state
    if (
        role.office.endswith("-minister")
        and main == "country/DE"
        and state is not None
        and _OF_STATE.search(role.lemma)
    ):
        return state  # ministers of a text about a state are the state's; foreign and defence ministers it has none
    return main


def holder_of(role: Role, *, place: str | None, date: str | None, gender: Gender | None) -> Holder | None:
    """Return who held the office at the date, where the table knows exactly one."""
    if place is None:
        return None
    found = {
        holder.name: holder
        for holder in holders()
        if holder.place == place
        and holder.at(date)
        and fits(role.office, holder.office)
        and (gender is None or gender == holder.gender)
    }
    exact = {name: holder for name, holder in found.items() if holder.office == role.office}
    chosen = exact or found
    return next(iter(chosen.values())) if len(chosen) == 1 else None
