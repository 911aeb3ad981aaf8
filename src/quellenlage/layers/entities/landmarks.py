"""Landmarks of German texts: „die L95“, „am Starnberger See“, „die Zugspitzbahn“, „die Illwerke“."""

from __future__ import annotations

import re
from typing import Final

from quellenlage.layers.entities.adjectives import city_adjective
from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.lexis import kind
from quellenlage.layers.entities.words import DEFINITE

_ROAD: Final = re.compile(r"[ABLKE]\d{1,4}")
_ROADS: Final = frozenset("ABLKE")
_ROAD_DIGITS: Final = 5
_LANDS: Final = frozenset(
    [
        *(
            "See",
            "Sees",
            "Bucht",
            "Heide",
            "Alpen",
            "Moor",
            "Forst",
            "Becken",
            "Haff",
            "Förde",
            "Berge",
            "Börde",
            "Alb",
        ),
        *("Neustadt", "Altstadt", "Südstadt", "Nordstadt", "Weststadt", "Oststadt"),
        *("Straße", "Strasse", "Platz", "Platzes", "Allee", "Ring", "Chaussee", "Landstraße", "Damm", "Ufer", "Brücke"),
    ]
)
_SHORT: Final = 2
_STREETS: Final = frozenset(
    [
        *(
            "Prospekt",
            "Prospekts",
            "Platz",
            "Platzes",
            "Straße",
            "Strasse",
            "Allee",
            "Boulevard",
            "Boulevards",
            "Gasse",
        ),
        *("Ring", "Ufer", "Ufers", "Brücke", "Damm", "Weg", "Park", "Parks", "Tunnel", "Tunnels", "Promenade"),
        *("Stadion", "Stadions", "Arena", "Halle", "Kaserne", "Kirche", "Moschee", "Denkmal", "Denkmals", "Friedhof"),
    ]
)
_STRUCTURES: Final = (
    "bahn",
    "pass",
    "passes",
    "tunnel",
    "tunnels",
    "brücke",
    "stausee",
    "stausees",
    "gletscher",
    "kanal",
)
_WORKS: Final = ("werke", "werken", "bahnen", "kraftwerke", "kraftwerken")


def road(line: Line, i: int) -> int:
    """Return the end of a road's number behind an article („die L95“, „auf der A 7“), or ``i``."""
    if line.word(i - 1).lower() not in {"die", "der"}:
        return i
    if _ROAD.fullmatch(line.word(i)):
        return i + 1
    apart = line.word(i) in _ROADS and line.word(i + 1).isdigit() and len(line.word(i + 1)) < _ROAD_DIGITS
    return i + 2 if apart and line.free(i + 1) else i


def spa(line: Line, i: int) -> bool:
    """Tell whether „Bad“ and a capitalised word name a town („Bad Rehmoor“)."""
    word = line.word(i + 1)
    return (
        line.word(i) == "Bad" and line.free(i + 1) and word[:1].isupper() and word[1:].islower() and len(word) > _SHORT
    )


def street(line: Line, i: int) -> bool:
    """Tell whether a compound of a name and a noun for a street or square is a name („der Molnar-Prospekt“)."""
    first, hyphen, noun = line.word(i).rpartition("-")
    return bool(hyphen) and noun in _STREETS and first[:1].isupper() and not first.isupper()


def waters(line: Line, i: int) -> bool:
    """Tell whether an adjective of a town and a noun for land or water are a name („am Starnberger See“)."""
    return line.word(i + 1) in _LANDS and line.free(i + 1) and city_adjective(line.word(i)) is not None


def built(line: Line, i: int) -> bool:
    """Tell whether a word with its article names a railway, pass or dam by an unknown word („die Zugspitzbahn“)."""
    word = line.word(i)
    articled = line.word(i - 1).lower() in DEFINITE
    return articled and word.endswith(_STRUCTURES) and kind(word) == "odd" and institution(word) is None


def works(line: Line, i: int) -> bool:
    """Tell whether a plural names works or railways by an unknown word („die Illwerke“, „den Jurabahnen“)."""
    word = line.word(i)
    ending = next((ending for ending in _WORKS if word.endswith(ending)), None)
    return (
        ending is not None
        and line.word(i - 1).lower() in {"die", "der", "den"}
        and kind(word) == "odd"
        and institution(word) is None
    )
