"""Events across articles: the tellings of one happening in the articles of a story, joined.

Two tellings are one event where the lexicon has them tell the same thing, their dates can be the same day, one is not
the denial of the other, and people, place or meaning agree. Acts of speech (a demand, an accusation) also need the same
actor, since a story is full of them. Tellings are looked up by what they tell, so that the cost grows with the
tellings, not with their pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from quellenlage import edtf
from quellenlage.corpus.records import MergedEvent, Names, Story
from quellenlage.layers.annotations import Annotations, Event, EventStatus
from quellenlage.layers.events.dates import VERBAL

Closeness = Callable[[int, int], float]
"""How alike the labels of two tellings are, by their numbers."""

_ALIKE: Final = 0.4
"""Cosine of two labels from which meaning alone joins tellings of one kind."""

_ALIKE_PLAN: Final = 0.6
"""The same between a plan and something done, where no date ties them."""

_ALIKE_WITH: Final = 0.2
"""The same where an actor, the place or the exact day agrees too."""


@dataclass(slots=True)
class _Merged:
    """An event while its tellings are gathered."""

    tellings: list[int] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A telling with what is compared of it."""

    key: str
    index: int
    event: Event
    concept: str
    roles: tuple[tuple[str, str], ...]
    actors: frozenset[str]
    place: str | None


def _gather(story: Story, by_key: dict[str, Annotations], names: Names) -> list[_Telling]:
    out: list[_Telling] = []
    for key in story.articles:
        annotations = by_key.get(key)
        if annotations is None:
            continue
        for index, event in enumerate(annotations.events):
            roles = tuple(
                (entity, person.role)
                for person in event.participants
                if (entity := names.of.get((key, person.referent))) is not None
            )
            place = names.of.get((key, event.place)) if event.place is not None else None
            out.append(_Telling(key, index, event, event.concept, roles, frozenset(e for e, _ in roles), place))
    return out


def _fits(telling: _Telling, merged: _Merged, told: Sequence[_Telling], close: float) -> bool:
    """Tell whether a telling belongs to an event."""
    if any(not edtf.compatible(telling.event.date, date) for date in merged.dates):
        return False
    planned = {told[n].event.status == "planned" for n in merged.tellings}
    if planned != {telling.event.status == "planned"} and not _same_plan(telling, merged, close):
        return False
    denied = {told[n].event.status == "denied" for n in merged.tellings}
    if denied != {telling.event.status == "denied"}:
        return False
    same_actor = bool(telling.actors & merged.actors)
    if telling.event.type in VERBAL:
        return (same_actor and close >= _ALIKE_WITH) or (close >= _ALIKE and not (telling.actors and merged.actors))
    same_day = telling.event.date is not None and telling.event.date in merged.dates
    same_place = telling.place is not None and telling.place in merged.places
    return close >= _ALIKE or (close >= _ALIKE_WITH and (same_actor or same_day or same_place))


def _same_plan(telling: _Telling, merged: _Merged, close: float) -> bool:
    """Tell whether a plan and something that happened can be one: known to be of the same day, or much alike."""
    if telling.event.date is not None and merged.dates:
        return True
    return close >= _ALIKE_PLAN


def _by_words(told: Sequence[_Telling]) -> Closeness:
    """Return the share of words that two labels have in common: enough inside one article, where words repeat."""
    words = [frozenset(t.event.label.lower().split()) for t in told]

    def close(i: int, j: int) -> float:
        return len(words[i] & words[j]) / max(1, min(len(words[i]), len(words[j])))

    return close


def _by_meaning(told: Sequence[_Telling], language_of: Mapping[str, str]) -> Closeness:
    """Return the cosine of two labels."""
    from quellenlage.corpus.claims.meaning import vectors

    matrix = vectors([(t.event.label, language_of[t.key]) for t in told])
    return lambda i, j: float(matrix[i] @ matrix[j])


def _join(told: Sequence[_Telling], closeness: Closeness) -> list[_Merged]:
    found: dict[tuple[str, str], list[_Merged]] = {}
    out: list[_Merged] = []
    for number, telling in enumerate(told):
        kind = (telling.event.type, telling.concept)
        best: tuple[float, _Merged] | None = None
        for merged in found.get(kind, ()):
            close = max(closeness(number, n) for n in merged.tellings[:8])
            if _fits(telling, merged, told, close) and (best is None or close > best[0]):
                best = (close, merged)
        if best is None:
            merged = _Merged()
            found.setdefault(kind, []).append(merged)
            out.append(merged)
        else:
            merged = best[1]
        merged.tellings.append(number)
        if telling.event.date is not None:
            merged.dates.append(telling.event.date)
        merged.actors |= telling.actors
        if telling.place is not None:
            merged.places.add(telling.place)
    return out


def _date(dates: Sequence[str]) -> str | None:
    """Return the date most tellings give; of equally frequent ones the more exact, then the earlier."""
    if not dates:
        return None
    counts = Counter(dates)
    return min(counts, key=lambda value: (-counts[value], "X" in value, _days(value), value))


def _days(value: str) -> int:
    """Return how many days a value admits; an open or unknown one counts as more than any."""
    first, last = edtf.bounds(value)
    return (last - first).days if first and last else 10**6


def _status(found: Sequence[EventStatus]) -> EventStatus:
    """A plan that another telling tells as done is done; what one tells as fact and others as hearsay is fact."""
    for status in ("occurred", "planned", "alleged"):
        if status in found:
            return status
    return "denied"


def _record(merged: _Merged, told: Sequence[_Telling], story: Story) -> MergedEvent:
    tellings = [told[n] for n in merged.tellings]
    status = _status([t.event.status for t in tellings])
    people: dict[str, str] = {}
    for telling in tellings:
        for actor, role in telling.roles:
            people.setdefault(actor, role)
    places = Counter(t.place for t in tellings if t.place is not None)
    clearest = min(
        (t for t in tellings if t.event.status == status),
        key=lambda t: (t.event.date is None, abs(len(t.event.label) - 90), t.key, t.event.start),
    )
    return MergedEvent(
        id="",
        type=tellings[0].event.type,
        label=clearest.event.label,
        date=_date(merged.dates),
        place=min(places, key=lambda place: (-places[place], place)) if places else None,
        participants=tuple(people.items()),
        status=status,
        tellings=tuple((t.key, t.index) for t in tellings),
        story=story.id,
    )


def merge(annotated: Sequence[Annotations], names: Names, stories: Sequence[Story]) -> tuple[MergedEvent, ...]:
    """Return the events of all stories, in order of story, then of date, undated ones last.

    Args:
        annotated: The articles.
        names: Their entities.
        stories: The stories; events are joined inside a story only.
    """
    by_key = {annotations.document.key: annotations for annotations in annotated}
    language_of = {key: annotations.document.language for key, annotations in by_key.items()}
    out: list[MergedEvent] = []
    for story in stories:
        told = _gather(story, by_key, names)
        closeness = _by_meaning(told, language_of) if len(story.articles) > 1 else _by_words(told)
        made = [_record(m, told, story) for m in _join(told, closeness)]
        out.extend(sorted(made, key=lambda event: edtf.sort_key(event.date)))
    return tuple(replace(event, id=f"v{n}") for n, event in enumerate(out, start=1))
