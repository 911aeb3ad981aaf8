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

    A claim enters with the first date named inside one of its mentions, unless an event is told in the same words.
    """
    covered = {claim for event in events if event.date for claim in event.claims}
    dates: dict[str, list[tuple[int, int, str]]] = {}
    for annotations in annotated:
        dates[numbering.article[annotations.document.key]] = [
            (time.start, time.end, time.edtf)
            for time in annotations.times
            if time.edtf is not None and time.type in {"DATE", "TIME"}
        ]
    entries = [TimelineEntry(date=event.date, event=event.id) for event in events if event.date]
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
