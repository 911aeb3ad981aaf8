"""One document's names brought together: which stretches name the same person, place or organisation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from quellenlage.layers.annotations import EntityType, Gender
from quellenlage.layers.entities.drafts import Found
from quellenlage.layers.entities.gazetteer import Entry
from quellenlage.layers.entities.roles import Role
from quellenlage.layers.entities.sounds import likeness
from quellenlage.layers.entities.words import NAME_PARTICLES, SUFFIXES

SAME_SURNAME = 0.86
"""Likeness from which a surname repeats one of the same document (``Merz`` and ``Merkel``: .49)."""


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
    mentions: list[tuple[int, int, str, str]] = field(default_factory=list)
    label: str = ""
    holds: tuple[str, str] | None = None

    def add(self, found: Found, reason: str | None = None) -> None:
        """Count a found stretch as a mention of this referent."""
        self.mentions.append((found.start, found.end, found.kind, reason or found.reason))
        if found.kind == "name":
            self.names[found.words] += 1
        self.gender = self.gender or found.gender
        self.country = self.country or found.country
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
    if len(a) == 1 or len(b) == 1:
        short, long = (a, b) if len(a) == 1 else (b, a)
        for word in (
            long[-1],
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


class People:
    """The persons of one document."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []

    def add_all(self, found: list[Found]) -> None:
        """Bring the person names of a document together: full names first, then what stands for them."""
        surnames = {core(person.words)[-1] for person in found}
        for person in found:
            last = person.words[-1]
            shorter = bare(last, surnames - {last})
            if shorter != last:
                person.words = (*person.words[:-1], shorter)
        order = sorted(range(len(found)), key=lambda i: (len(core(found[i].words)) < 2, i))
        for i in order:
            person = found[i]
            best: tuple[int, Draft, str] | None = None
            for draft in self.drafts:
                if person.gender and draft.gender and person.gender != draft.gender and not person.surname_only:
                    continue
                for words in draft.names:
                    reason = same_person(words, person.words)
                    if reason is None:
                        continue
                    if person.surname_only and person.gender and draft.gender and person.gender != draft.gender:
                        continue
                    distance = min(abs(person.start - mention[0]) for mention in draft.mentions)
                    before = any(mention[0] < person.start for mention in draft.mentions)
                    rank = distance if before else distance + 10_000
                    exact = 0 if reason in {"same name", "surname after full name"} else 100_000
                    if best is None or rank + exact < best[0]:
                        best = (rank + exact, draft, reason)
                    break
            if best is None:
                draft = Draft("person")
                draft.add(person)
                self.drafts.append(draft)
            else:
                best[1].add(person, best[2] if person.surname_only or best[2] != "same name" else None)
