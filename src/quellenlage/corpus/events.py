"""Events across articles: the tellings of one happening in the articles of a story, joined.

Two tellings are one event where the lexicon has them tell the same thing, their dates can be the same day, one is not
the denial of the other, and people, place or meaning agree. Acts of speech (a demand, an accusation) also need the same
actor, since a story is full of them. Tellings are looked up by what they tell, so that the cost grows with the
tellings, not with their pairs. What became of a plan is joined to it afterwards, across stories too (``plans``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quellenlage import edtf
from quellenlage.corpus import plans
from quellenlage.corpus.records import EventStep, MergedEvent, Names, Story
from quellenlage.corpus.tellings import Group, Telling, gather, labels
from quellenlage.layers.annotations import Annotations, EventStatus
from quellenlage.layers.events.dates import VERBAL

if TYPE_CHECKING:
    from quellenlage.corpus.claims.meaning import Matrix

Closeness = Callable[[int, int], float]
"""How alike the labels of two tellings are, by their numbers."""

_ALIKE: Final = 0.35
"""Cosine of two labels from which meaning alone joins tellings of one kind."""

_ALIKE_PLAN: Final = 0.6
"""The same between a plan and something done, where no date ties them."""

_ALIKE_WITH: Final = 0.2
"""The same where an actor, the place or the date agrees too."""

_ALIKE_DAY: Final = 0.1
"""The same where the exact day agrees: two things of one kind on one day are mostly one, told in other words."""

_ONE_KIND: Final = {"sign": "agree", "visit": "meet"}
"""Concepts that tell one step of the same thing: who signs a treaty agrees."""

_WEEK: Final = 7
"""Days that a date may leave open between a plan and what happened."""

_DISPUTED: Final = frozenset({"alleged", "denied"})
"""States of tellings that can be one event: what one side says and the other denies."""

_COMPARED: Final = 8
"""Tellings of a group that a further one is compared with."""


def _fits(telling: Telling, group: Group, told: Sequence[Telling], close: float) -> bool:
    """Tell whether a telling belongs to an event."""
    if any(not edtf.compatible(telling.event.date, date) for date in group.dates):
        return False
    planned = {told[n].event.status == "planned" for n in group.tellings}
    if planned != {telling.event.status == "planned"} and not _same_plan(telling, group, close):
        return False
    states = {told[n].event.status for n in group.tellings} | {telling.event.status}
    if "denied" in states and not states <= _DISPUTED:
        return False
    same_actor = bool(telling.actors & group.actors)
    if telling.event.type in VERBAL:
        return (same_actor and close >= _ALIKE_WITH) or (close >= _ALIKE and not (telling.actors and group.actors))
    same_date = telling.event.date is not None and telling.event.date in group.dates
    agents = {entity for n in group.tellings for entity, role in told[n].roles if role == "source"}
    own = {entity for entity, role in telling.roles if role == "source"}
    others = bool(agents and own) and not same_actor
    if same_date and _days(telling.event.date) == 0 and not others:
        return close >= _ALIKE_DAY
    same_place = telling.place is not None and telling.place in group.places
    return close >= _ALIKE or (close >= _ALIKE_WITH and (same_actor or same_date or same_place))


def _same_plan(telling: Telling, group: Group, close: float) -> bool:
    """Tell whether a plan and something that happened can be one: known to be of the same day, or much alike."""
    if telling.event.date is not None and any(_exact(telling.event.date, date) for date in group.dates):
        return True
    return close >= _ALIKE_PLAN


def _exact(one: str, other: str) -> bool:
    """Tell whether two dates that can be the same tell the day, at least one of them, and the other the week."""
    return one == other or max(_days(one), _days(other)) <= _WEEK


def _by_words(told: Sequence[Telling]) -> Closeness:
    """Return the share of words that two labels have in common: enough inside one article, where words repeat."""
    words = [frozenset(t.event.label.lower().split()) for t in told]

    def close(i: int, j: int) -> float:
        return len(words[i] & words[j]) / max(1, min(len(words[i]), len(words[j])))

    return close


def _vectors(told: Sequence[Telling]) -> Matrix:
    """Return the vectors of the tellings' labels; the only place where the sentence encoder is asked."""
    from quellenlage.corpus.claims.meaning import vectors

    return vectors(labels(told))


def _by_meaning(told: Sequence[Telling]) -> Closeness:
    """Return the cosine of two labels."""
    matrix = _vectors(told)
    return lambda i, j: float(matrix[i] @ matrix[j])


def _join(told: Sequence[Telling], closeness: Closeness) -> list[Group]:
    found: dict[tuple[str, str], list[Group]] = {}
    out: list[Group] = []
    for number, telling in enumerate(told):
        concept = telling.event.concept
        kind = (telling.event.type, _ONE_KIND.get(concept, concept))
        best: tuple[float, Group] | None = None
        for group in found.get(kind, ()):
            close = max(closeness(number, n) for n in group.tellings[:_COMPARED])
            if _fits(telling, group, told, close) and (best is None or close > best[0]):
                best = (close, group)
        if best is None:
            group = Group()
            found.setdefault(kind, []).append(group)
            out.append(group)
        else:
            group = best[1]
        group.add(number, telling)
    return out


def _between(told: Sequence[Telling]) -> plans.Closeness:
    """Return the closeness of two groups by their first tellings; only those that are asked for are encoded, once."""
    known: dict[int, Matrix] = {}

    def vector(number: int) -> Matrix:
        if number not in known:
            known[number] = _vectors([told[number]])[0]
        return known[number]

    return lambda one, other: float(vector(one.tellings[0]) @ vector(other.tellings[0]))


def _date(dates: Sequence[str]) -> str | None:
    """Return the date that most tellings can mean; of equally supported ones the more exact, then the one given most.

    *Ende August* supports *27 August*, and gives no other date of its own.
    """
    if not dates:
        return None
    counts = Counter(dates)
    support = {value: sum(n for other, n in counts.items() if _inside(value, other)) for value in counts}
    return min(counts, key=lambda value: (-support[value], "X" in value, _days(value), -counts[value], value))


def _inside(value: str, other: str) -> bool:
    """Tell whether a date lies in the time that another one admits."""
    first, last = edtf.bounds(value)
    begins, ends = edtf.bounds(other)
    if value == other or first is None or last is None or begins is None or ends is None:
        return value == other
    return begins <= first and last <= ends


def _days(value: str | None) -> int:
    """Return how many days after its first a value admits; an open or unknown one counts as more than any."""
    first, last = edtf.bounds(value)
    return (last - first).days if first and last else 10**6


def _status(found: Sequence[EventStatus]) -> EventStatus:
    """A plan that another telling tells as done is done; what one tells as fact and others as hearsay is fact."""
    for status in ("occurred", "planned", "denied"):
        if status in found:
            return status
    return "alleged"


def _ended(history: Sequence[EventStep], tellings: Sequence[Telling]) -> tuple[EventStatus, str | None]:
    """Return status and date of a plan whose further course is told: those of its last step."""
    states: dict[str, EventStatus] = {"postponed": "planned", "cancelled": "denied"}
    last = history[-1].state
    given = [t.event.date for t in tellings if plans.state_of(t) == last and t.event.date is not None]
    known = [step.date for step in history if step.date is not None]
    status = states.get(last) or _status([t.event.status for t in tellings if plans.state_of(t) == last])
    return status, _date(given) or (known[-1] if known else None)


def _record(group: Group, told: Sequence[Telling]) -> MergedEvent:
    tellings = [told[n] for n in group.tellings]
    history = plans.history(group, told)
    status, date = _status([t.event.status for t in tellings]), _date(group.dates)
    if history:
        status, date = _ended(history, tellings)
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
        date=date,
        place=min(places, key=lambda place: (-places[place], place)) if places else None,
        participants=tuple(people.items()),
        status=status,
        tellings=tuple((t.key, t.index) for t in tellings),
        story=tellings[0].story,
        history=history,
    )


def merge(annotated: Sequence[Annotations], names: Names, stories: Sequence[Story]) -> tuple[MergedEvent, ...]:
    """Return the events of all stories, in order of story, then of date, undated ones last.

    Args:
        annotated: The articles.
        names: Their entities.
        stories: The stories; events are joined inside a story, plans with what became of them also across stories.
    """
    by_key = {annotations.document.key: annotations for annotations in annotated}
    told: list[Telling] = []
    groups: list[Group] = []
    for story in stories:
        here = gather(story, by_key, names)
        closeness = _by_meaning(here) if len(story.articles) > 1 else _by_words(here)
        for group in _join(here, closeness):
            group.tellings = [len(told) + number for number in group.tellings]
            groups.append(group)
        told.extend(here)
    order = {story.id: place for place, story in enumerate(stories)}
    made = [_record(group, told) for group in plans.follow(groups, told, _between(told))]
    made.sort(key=lambda event: (order[event.story], edtf.sort_key(event.date)))
    return tuple(replace(event, id=f"v{n}") for n, event in enumerate(made, start=1))
