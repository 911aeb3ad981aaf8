"""The timeline: dated events, and dated claims that no event covers, in order of time."""

from __future__ import annotations

from collections.abc import Sequence

from quellenlage import edtf
from quellenlage.dossier.numbering import Numbering
from quellenlage.dossier.schema import Claim, Event, TimelineEntry
from quellenlage.layers.annotations import Annotations


def timeline(
    events: Sequence[Event], claims: Sequence[Claim], annotated: Sequence[Annotations], numbering: Numbering
) -> tuple[TimelineEntry, ...]:
    """Return the entries sorted by date (EDTF, uncertain dates by their first day), events before claims.

    Of events that the same words tell of the same day (*bei dem Unfall wurden zwei verletzt*) one enters. A claim
    enters with the first date named inside one of its mentions, unless an event is told in the same words.
    """
    dated = [event for event in events if event.date]
    covered = {claim for event in dated for claim in event.claims}
    dates: dict[str, list[tuple[int, int, str]]] = {}
    for annotations in annotated:
        dates[numbering.article[annotations.document.key]] = [
            (time.start, time.end, time.edtf)
            for time in annotations.times
            if time.edtf is not None and time.type in {"DATE", "TIME"}
        ]
    entries = [TimelineEntry(date=event.date or "", event=event.id) for event in _once(dated)]
    for claim in claims:
        if claim.id in covered:
            continue
        inside = [
            value
            for mention in claim.mentions
            for start, end, value in dates.get(mention.article, ())
            if mention.start <= start and end <= mention.end
        ]
        if inside:
            entries.append(TimelineEntry(date=inside[0], claim=claim.id))
    return tuple(sorted(entries, key=lambda entry: (edtf.sort_key(entry.date), entry.event is None)))


def _once(events: Sequence[Event]) -> list[Event]:
    """Keep of events that the same words tell of the same day the one that most articles tell, or that has a type."""
    best: dict[tuple[str | None, str], Event] = {}
    for event in events:
        key = (event.date, event.label)
        if key not in best or _weight(event) > _weight(best[key]):
            best[key] = event
    kept = {event.id for event in best.values()}
    return [event for event in events if event.id in kept]


def _weight(event: Event) -> tuple[int, int, bool]:
    return len(event.history), len({mention.article for mention in event.mentions}), event.type != "OTHER"
