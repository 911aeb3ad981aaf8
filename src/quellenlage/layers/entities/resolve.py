"""One document's names brought together: which stretches name the same person, place or organisation."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter
from dataclasses import dataclass, field

from quellenlage.layers.annotations import EntityType, Gender
from quellenlage.layers.entities.drafts import Found
from quellenlage.layers.entities.gazetteer import Entry
from quellenlage.layers.entities.roles import Role
from quellenlage.layers.entities.sounds import likeness, skeletons
from quellenlage.layers.entities.words import NAME_PARTICLES, SUFFIXES, SURNAMES_FIRST

SAME_SURNAME = 0.86
"""Likeness from which a surname repeats one of the same document (``Merz`` and ``Merkel``: .49)."""


MOST = 64
"""Referents before a place that a description or surname is compared with: only dumps of names have more."""
_Mention = tuple[int, int, str, str]


class Mentions(list[_Mention]):
    """Mentions as ``(start, end, kind, reason)``; their ends are kept in order to find the last at once."""

    def __init__(self) -> None:
        super().__init__()
        self._ends: list[int] = []

    def append(self, item: _Mention) -> None:
        """Add one mention."""
        super().append(item)
        insort(self._ends, item[1])

    def join(self, others: Mentions) -> None:
        """Add all mentions of another referent."""
        for item in others:
            self.append(item)

    def last_before(self, position: int) -> int:
        """Return the end of the last mention that ends at or before a position, or -1."""
        place = bisect_right(self._ends, position)
        return self._ends[place - 1] if place else -1

    def first(self) -> int:
        """Return the end of the first mention."""
        return self._ends[0]


@dataclass(slots=True)
class Draft:
    """A referent in the making.

    Attributes:
        type: Kind of thing.
        names: Each name form with its count, in the order seen.
        gender: Where known.
        country: Gazetteer key of country or state.
        roles: Titles and functions, each with the country it was said with.
        entry: What a gazetteer knows.
        known: Gazetteer key, where one holds.
        context: Nouns in apposition.
        institution: Class of an organisation, for „die Behörde“.
        mentions: ``(start, end, kind, reason)``.
        label: What to call it where no name form says.
        holds: Office and place that the table of holders gives.
        age: Years, where the text tells them.
    """

    type: EntityType
    names: Counter[tuple[str, ...]] = field(default_factory=Counter)
    gender: Gender | None = None
    country: str | None = None
    roles: list[tuple[Role, str | None]] = field(default_factory=list)
    entry: Entry | None = None
    known: str | None = None
    context: list[str] = field(default_factory=list)
    institution: tuple[str, str, str] | None = None
    mentions: Mentions = field(default_factory=Mentions)
    label: str = ""
    holds: tuple[str, str] | None = None
    age: int | None = None

    def add(self, found: Found, reason: str | None = None) -> None:
        """Count a found stretch as a mention of this referent."""
        self.mentions.append((found.start, found.end, found.kind, reason or found.reason))
        if found.kind == "name":
            self.names[found.words] += 1
        self.gender = self.gender or found.gender
        self.country = self.country or found.country
        self.age = self.age or found.age
        for role in found.roles:
            self.roles.append((role, found.country))
        for noun in found.context:
            if noun not in self.context:
                self.context.append(noun)

    @property
    def full(self) -> tuple[str, ...]:
        """The longest, then most frequent, then first name form."""
        return (
            max(self.names, key=lambda words: (min(len(words), 3), self.names[words])) if self.names else (self.label,)
        )

    @property
    def surname(self) -> str:
        """The last word of the full name that is no suffix."""
        solid = [word for word in self.full if word not in SUFFIXES]
        return solid[-1] if solid else self.full[-1]


def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without particles and suffixes."""
    return tuple(word for word in words if word not in NAME_PARTICLES and word not in SUFFIXES) or words


def bare(word: str, known: set[str] | frozenset[str]) -> str:
    """Return a surname without its genitive ending where the form without it is known."""
    for ending in ("s", "’", "'", "'s", "’s"):
        if word.endswith(ending) and word[: -len(ending)] in known:
            return word[: -len(ending)]
    return word


def same_person(first: tuple[str, ...], second: tuple[str, ...]) -> str | None:
    """Tell why two name forms of one document name the same person, or None.

    Both full: surnames alike and given names alike or one an initial. One a surname alone: alike to any surname part.
    """
    a, b = core(first), core(second)
    if a == b:
        return "same name"
    if len(first) != len(second) and "".join(first).casefold() == "".join(second).casefold():
        return f"written together and apart: {' '.join(first)}, {' '.join(second)}"
    if len(a) == 1 or len(b) == 1:
        short, long = (a, b) if len(a) == 1 else (b, a)
        eastern = len(long) == 2 and len(short) == 1 and long[0] in SURNAMES_FIRST and long[1] not in SURNAMES_FIRST
        for word in (
            long[-1],
            *((long[0],) if eastern else ()),
            *((long[0],) if len(long) == 2 and len(short) == 1 and len(long[0]) > 2 and len(long[1]) < 5 else ()),
        ):
            if word == short[0]:
                return "surname after full name" if len(long) > 1 else "same name"
        if min(len(short[0]), len(long[-1])) >= 5 and likeness(short[0], long[-1]) >= SAME_SURNAME:
            return f"surname, spelled otherwise: {short[0]} for {long[-1]}"
        return None
    if sorted(word.lower() for word in a) == sorted(word.lower() for word in b):
        return "same words in another order"
    if likeness(a[-1], b[-1]) < SAME_SURNAME:
        return None
    one, two = a[0].rstrip("."), b[0].rstrip(".")
    if len(one) == 1 or len(two) == 1:
        return "initial and full given name" if one[:1].lower() == two[:1].lower() else None
    if likeness(one, two) >= 0.8:
        return f"spellings of one name: {' '.join(a)}, {' '.join(b)}"
    return None


class Window:
    """The referents first mentioned before a place, as far as they are looked at."""

    def __init__(self) -> None:
        self._seen = 0
        self._order: list[tuple[int, int]] = []

    def of(self, drafts: list[Draft], position: int) -> list[Draft]:
        """Return all referents of a document, or of a document with very many those around a position."""
        if len(drafts) <= MOST:
            return drafts
        for i in range(self._seen, len(drafts)):
            insort(self._order, (drafts[i].mentions.first(), i))
        self._seen = len(drafts)
        place = bisect_right(self._order, (position, len(drafts)))
        return [drafts[i] for _, i in self._order[max(0, place - MOST) : place + 4]]


class People:
    """The persons of one document."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._blocks: dict[str, list[Draft]] = {}
        self._exact: dict[tuple[str, ...], list[Draft]] = {}

    def add_all(self, found: list[Found]) -> None:
        """Bring the person names of a document together: full names first, then what stands for them."""
        surnames = {core(person.words)[-1] for person in found}
        for person in found:
            shorter = bare(person.words[-1], surnames)
            if shorter != person.words[-1]:
                person.words = (*person.words[:-1], shorter)
        for person in sorted(found, key=lambda item: (len(core(item.words)) < 2, item.start)):
            same = self._exact.get(person.words, [])
            if len(same) == 1 and not (person.gender and same[0].gender and person.gender != same[0].gender):
                same[0].add(person)
                continue
            best = self._best(person)
            if best is None:
                draft, reason = Draft("person"), None
                self.drafts.append(draft)
            else:
                draft, reason = best
                reason = reason if person.surname_only or reason != "same name" else None
            self._enter(draft, person.words)
            draft.add(person, reason)

    def _enter(self, draft: Draft, words: tuple[str, ...]) -> None:
        if words in draft.names:
            return
        self._exact.setdefault(words, []).append(draft)
        for key in self._keys(words):
            block = self._blocks.setdefault(key, [])
            if not block or block[-1] is not draft:
                block.append(draft)

    @staticmethod
    def _keys(words: tuple[str, ...]) -> list[str]:
        solid = core(words)
        keys = [*skeletons(solid[-1]), " ".join(sorted(word.lower() for word in solid))]
        if len(solid) == 2 and ("-" in solid[-1] or len(solid[-1]) < 5 or solid[0] in SURNAMES_FIRST):
            keys += skeletons(solid[0])  # the surname may stand first: „Chen Wei-lun“
        return keys

    def _candidates(self, words: tuple[str, ...]) -> list[Draft]:
        if len(self.drafts) <= MOST:
            return self.drafts
        found = {id(draft): draft for key in self._keys(words) for draft in self._blocks.get(key, ())[-MOST:]}
        return list(found.values())

    def _best(self, person: Found) -> tuple[Draft, str] | None:
        """Return the person a name form names: an exact repetition before a likeness, the nearer before the farther."""
        best: tuple[int, Draft, str] | None = None
        for draft in self._candidates(person.words):
            if person.gender and draft.gender and person.gender != draft.gender:
                continue
            reason = next((why for words in draft.names if (why := same_person(words, person.words)) is not None), None)
            if reason is None:
                continue
            last = draft.mentions.last_before(person.start)
            rank = person.start - last if last >= 0 else draft.mentions.first() - person.start + 10_000
            if reason not in {"same name", "surname after full name"}:
                rank += 100_000
            if best is None or rank < best[0]:
                best = (rank, draft, reason)
        return (best[1], best[2]) if best else None
