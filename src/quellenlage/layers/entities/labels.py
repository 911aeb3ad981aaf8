"""What places and bodies are called: genitives of countries, bodies in the nominative, names like a newspaper's."""

from __future__ import annotations

import re
from typing import Final

from quellenlage.layers.entities.adjectives import city_adjective
from quellenlage.layers.entities.words import PAPERS_ENGLISH, PAPERS_GERMAN
from quellenlage.layers.german import head_noun, noun_readings

_ADJECTIVE: Final = re.compile(r"(?:en|er|es|em|e)$")
GERMAN_NAMES: Final = {
    "country/RU": "Russlands",
    "country/US": "der USA",
    "country/UA": "der Ukraine",
    "country/CH": "der Schweiz",
    "country/TR": "der Türkei",
    "country/NL": "der Niederlande",
    "country/MD": "der Republik Moldau",
    "country/IR": "des Iran",
    "country/IQ": "des Irak",
    "country/SK": "der Slowakei",
    "country/MN": "der Mongolei",
    "country/AE": "der Emirate",
    "country/GB": "Großbritanniens",
    "org/eu": "der Europäischen Union",
    "org/un": "der Vereinten Nationen",
    "org/osze": "der OSZE",
    "org/nato": "der Nato",
    "org/au": "der Afrikanischen Union",
    "org/ovks": "der OVKS",
    "org/gus": "der GUS",
    "org/europarat": "des Europarats",
}
"""Genitives of countries and bodies that take an article or another form in German."""
_PAPERS: Final = (
    "zeitung",
    "anzeiger",
    "kurier",
    "blatt",
    "rundschau",
    "-Post",
    "-Kurier",
    "-Bote",
    "-Echo",
    "-Zeitung",
)


def paper(word: str) -> bool:
    """Tell whether a name ends like a newspaper's („Moorauer Bote“, “Harbour Dispatch”)."""
    return word in PAPERS_ENGLISH or word.removesuffix("s") in PAPERS_GERMAN or word.endswith(_PAPERS)


def nominative(words: tuple[str, ...], noun: str) -> str:
    """Return the words of an institution in the nominative: ``Zentrale Wahlkommission``, ``Föderaler Zolldienst``."""
    place = next((i for i, word in enumerate(words) if word.lower().startswith(noun.lower())), None)
    if place is None:
        return " ".join(words)
    head = head_noun(noun)
    gender = next((reading.gender for reading in noun_readings(head)), None) if head else None
    ending = {"f": "e", "m": "er", "n": "es"}[gender or "f"]
    attributes = [
        word if city_adjective(word) is not None else _ADJECTIVE.sub("", word) + ending
        for word in words[:place]
        if word[:1].isupper()
    ]
    return " ".join([*attributes, noun, *words[place + 1 :]])
