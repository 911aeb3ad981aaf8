"""Forms of the French triggers: what the words of the event lexicon look like in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from quellenlage.layers import french
from quellenlage.layers.events.forms import Tense

_TENSES: Final[dict[str, Tense]] = {
    "present": "present",
    "imperfect": "past",
    "past": "past",
    "future": "present",
    "conditional": "conjunctive",
    "infinitive": "infinitive",
    "participle": "participle",
}


def conjugated(verb: str) -> Iterator[tuple[str, Tense]]:
    """Yield the forms of a verb with the tense that the event layer knows."""
    for form, reading in french.forms(verb):
        if reading.tense in _TENSES:
            yield form, _TENSES[reading.tense]


def noun_forms(noun: str) -> tuple[str, ...]:
    """Return a noun and its plural."""
    if noun.endswith(("s", "x")):
        return (noun,)
    return (noun, noun[:-2] + "aux") if noun.endswith("al") else (noun, noun + "s")
