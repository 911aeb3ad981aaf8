"""Tellings of events across the articles: what is compared of each, and groups of tellings of one event."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from quellenlage.corpus.records import Names, Story
from quellenlage.layers.annotations import Annotations, Event


@dataclass(frozen=True, slots=True)
class Telling:
    """A telling with what is compared of it.

    Attributes:
        key: Document key of its article.
        index: Index in ``Annotations.events``.
        event: The telling itself.
        language: Language of its article (BCP 47).
        published: Publication date of its article (EDTF) or None.
        story: Id of the story of its article.
        roles: ``(entity id, role)`` of who took part.
        actors: The entities alone.
        place: Entity id of the place or None.
        nouns: Long capitalised words of its label, without case endings: what it is about, where nobody is named.
    """

    key: str
    index: int
    event: Event
    language: str
    published: str | None
    story: str
    roles: tuple[tuple[str, str], ...]
    actors: frozenset[str]
    place: str | None
    nouns: frozenset[str] = frozenset()


@dataclass(slots=True)
class Group:
    """Tellings of one event while they are gathered; ``tellings`` are numbers in the list of all."""

    tellings: list[int] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)

    def add(self, number: int, telling: Telling) -> None:
        """Take a telling in."""
        self.tellings.append(number)
        if telling.event.date is not None:
            self.dates.append(telling.event.date)
        self.actors |= telling.actors
        self.nouns |= telling.nouns
        if telling.place is not None:
            self.places.add(telling.place)


_NOUN: Final = re.compile(r"(?<!\w)[A-ZÄÖÜА-Я]\w{8,}")
_ENDING: Final = re.compile(r"(?:es|s|en|n|er|e)$")
_CALENDAR: Final = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "sonnabend")


def _nouns(label: str) -> frozenset[str]:
    words = {_ENDING.sub("", word.lower()).rstrip("s") for word in _NOUN.findall(label)}
    return frozenset(word for word in words if not word.startswith(_CALENDAR))


def gather(story: Story, by_key: Mapping[str, Annotations], names: Names) -> list[Telling]:
    """Return the tellings of a story's articles in order."""
    out: list[Telling] = []
    for key in story.articles:
        annotations = by_key.get(key)
        if annotations is None:
            continue
        document = annotations.document
        for index, event in enumerate(annotations.events):
            roles = tuple(
                (entity, person.role)
                for person in event.participants
                if (entity := names.of.get((key, person.referent))) is not None
            )
            place = names.of.get((key, event.place)) if event.place is not None else None
            actors = frozenset(entity for entity, _ in roles)
            where = (document.language, document.published, story.id)
            out.append(Telling(key, index, event, *where, roles, actors, place, _nouns(event.label)))
    return out


def labels(told: Sequence[Telling]) -> list[tuple[str, str]]:
    """Return words and language of each telling, as the sentence encoder takes them."""
    return [(telling.event.label, telling.language) for telling in told]
