"""Plans and what became of them: a planned event and a later report that it was held, postponed, cancelled or not held.

Inside a story and across stories (a meeting announced on Monday and a report of it on Friday are two stories), a group
of tellings that only plan an event is joined with a later group of the same kind that tells its outcome: on the planned
day, or with a word of outcome (*verschoben*, *abgesagt*), and with an actor, the place or the meaning in common. Groups
are looked up by kind and by actor, place or long noun, so that a large store costs the plans times what shares these.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

from quellenlage import edtf
from quellenlage.corpus.records import EventState, EventStep
from quellenlage.corpus.tellings import Group, Telling
from quellenlage.layers.events.dates import VERBAL

Closeness = Callable[[Group, Group], float]
"""How alike two groups are in meaning."""

_ALIKE: Final = 0.35
"""Closeness from which meaning alone, with the same day, joins a plan and its outcome inside a story."""

_ALIKE_WITH: Final = 0.2
"""The same where an actor or the place agrees too."""

_LATEST: Final = datetime.timedelta(days=60)
"""How long after the planned day a report of the outcome is still taken for one."""

_COMMON: Final = 500
"""Groups of one kind that may share an actor, a place or a noun; what more share tells nothing (*Bundesregierung*)."""

_WEEK: Final = 7
"""Days that a planned date may leave open for a report of another story to be taken for its outcome."""

_ORDER: Final[dict[EventState, int]] = {
    "planned": 0, "postponed": 1, "cancelled": 2, "alleged": 3, "denied": 4, "occurred": 5,
}  # fmt: skip


def state_of(telling: Telling) -> EventState:
    """Return what a telling says of an event: its outcome where it names one, else its status."""
    return telling.event.outcome or telling.event.status


def _states(group: Group, told: Sequence[Telling]) -> set[EventState]:
    return {state_of(told[n]) for n in group.tellings}


def _kind(group: Group, told: Sequence[Telling]) -> tuple[str, str]:
    event = told[group.tellings[0]].event
    return event.type, event.concept


def _first_told(group: Group, told: Sequence[Telling]) -> datetime.date | None:
    days = [edtf.bounds(told[n].published)[0] for n in group.tellings]
    return min((day for day in days if day is not None), default=None)


def _last_told(group: Group, told: Sequence[Telling]) -> datetime.date | None:
    days = [edtf.bounds(told[n].published)[1] for n in group.tellings]
    return max((day for day in days if day is not None), default=None)


def is_plan(group: Group, told: Sequence[Telling]) -> bool:
    """Tell whether a group only plans its event."""
    states = _states(group, told)
    return "planned" in states and states <= {"planned", "postponed"} and _kind(group, told)[0] not in VERBAL


def _later(plan: Group, other: Group, told: Sequence[Telling]) -> bool:
    """Tell whether a group is told after a plan, in another article or with a word of outcome, and not too late."""
    articles = {told[n].key for n in plan.tellings}
    named = bool(_states(other, told) & {"postponed", "cancelled"})
    if not named and {told[n].key for n in other.tellings} <= articles:
        return False
    first, last = _first_told(plan, told), _last_told(other, told)
    if first is None or last is None:
        return {told[n].story for n in plan.tellings} == {told[n].story for n in other.tellings}
    ends = max((end for date in plan.dates if (end := edtf.bounds(date)[1]) is not None), default=None)
    return last >= first and (ends is None or last <= ends + _LATEST)


def _same_time(plan: Group, other: Group, *, near: bool) -> bool:
    """Tell whether a report is of the day planned; across stories that day must be known to the week."""
    if not plan.dates or not other.dates:
        return False
    if not any(edtf.compatible(planned, date) for planned in plan.dates for date in other.dates):
        return False
    return near or any(_days(date) <= _WEEK for date in plan.dates)


def _announced(plan: Group, other: Group, told: Sequence[Telling]) -> bool:
    """Tell whether a word of outcome in another story comes in time for a plan: soon after it, about its day."""
    first, last = _first_told(plan, told), _last_told(other, told)
    if first is None or last is None:
        return False
    begins = [day for date in plan.dates if (day := edtf.bounds(date)[0]) is not None]
    return last - first <= _LATEST and (not begins or last <= min(begins) + datetime.timedelta(days=_WEEK))


def _days(value: str) -> int:
    first, last = edtf.bounds(value)
    return (last - first).days if first and last else 10**6


def _joins(plan: Group, other: Group, told: Sequence[Telling], closeness: Closeness) -> float | None:
    """Return how well a group tells what became of a plan, or None where it does not."""
    if not _later(plan, other, told):
        return None
    near = bool({told[n].story for n in plan.tellings} & {told[n].story for n in other.tellings})
    named = bool(_states(other, told) & {"postponed", "cancelled"})
    timely = (named and (near or _announced(plan, other, told))) or _same_time(plan, other, near=near)
    shared = bool(plan.actors & other.actors) or bool(plan.places & other.places)
    if not timely or not (near or shared or plan.nouns & other.nouns):
        return None
    close = closeness(plan, other)
    return close if close >= (_ALIKE_WITH if shared else _ALIKE) else None


def follow(groups: list[Group], told: Sequence[Telling], closeness: Closeness) -> list[Group]:
    """Join plans with the groups that tell what became of them; words of outcome first, then reports.

    Args:
        groups: The groups of all stories; those joined to a plan are taken out, the plan's group grows.
        told: All tellings.
        closeness: How alike two groups are.

    Returns:
        The groups that remain, in the order given.
    """
    gone: set[int] = set()
    for wanted in ({"postponed"}, {"cancelled", "denied"}, {"occurred"}):
        index = _index(groups, told, wanted, gone)
        for plan in groups:
            if id(plan) in gone or not is_plan(plan, told):
                continue
            best: tuple[float, int] | None = None
            for place in _candidates(plan, told, index):
                other = groups[place]
                if other is plan or id(other) in gone:
                    continue
                close = _joins(plan, other, told, closeness)
                if close is not None and (best is None or close > best[0]):
                    best = (close, place)
            if best is not None:
                gone.add(id(groups[best[1]]))
                for number in groups[best[1]].tellings:
                    plan.add(number, told[number])
    return [group for group in groups if id(group) not in gone]


_Index = dict[tuple[str, str, str], list[int]]


def _index(groups: Sequence[Group], told: Sequence[Telling], wanted: set[str], gone: set[int]) -> _Index:
    """Return where the groups with a wanted state stand, by kind and by each actor, place and story."""
    index: _Index = defaultdict(list)
    for place, group in enumerate(groups):
        if id(group) not in gone and _states(group, told) & wanted:
            stories = {told[n].story for n in group.tellings}
            for key in group.actors | group.places | group.nouns | stories:
                index[(*_kind(group, told), key)].append(place)
    return index


def _candidates(plan: Group, told: Sequence[Telling], index: _Index) -> list[int]:
    stories = {told[n].story for n in plan.tellings}
    kind = _kind(plan, told)
    keys = plan.actors | plan.places | plan.nouns | stories
    found = (index.get((*kind, key), ()) for key in keys)
    return sorted({place for places in found if len(places) <= _COMMON for place in places})


def history(group: Group, told: Sequence[Telling]) -> tuple[EventStep, ...]:
    """Return how the status of a planned event went on, one step a change, with the telling that first says so.

    Empty where nothing but the plan is told, or where no plan is told before the rest.
    """

    def order(number: int) -> tuple[datetime.date, int, int]:
        telling = told[number]
        state = state_of(telling)
        day = edtf.bounds(telling.published)[0]
        unknown = datetime.date.min if state == "planned" else datetime.date.max
        return day or unknown, _ORDER[state], number

    steps: list[EventStep] = []
    for number in sorted(group.tellings, key=order):
        telling = told[number]
        step = EventStep(telling.key, telling.index, state_of(telling), telling.event.date)
        if not steps or _goes_on(steps[-1], step):
            steps.append(step)
    changed = len({step.state for step in steps}) > 1
    return tuple(steps) if changed and steps[0].state in ("planned", "postponed") else ()


def _goes_on(last: EventStep, step: EventStep) -> bool:
    """Tell whether a telling adds to what is known of an event: a new state, or a new date of a postponed one."""
    if last.state in ("occurred", step.state) or step.state == "planned":
        return False
    return step.key != last.key or step.state in ("postponed", "cancelled")
