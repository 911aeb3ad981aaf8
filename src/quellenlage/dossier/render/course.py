"""What became of a plan, step by step, in the words of each article: ``planned (A, 3 May) → cancelled (B, 5 May)``."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.dossier.render.dates import readable
from quellenlage.dossier.render.reading import Reading
from quellenlage.dossier.render.safe import line
from quellenlage.dossier.render.words import Words
from quellenlage.dossier.schema import Event, EventStep

ARROW = "→"


@dataclass(frozen=True, slots=True)
class Shown:
    """A step as the reader sees it.

    Attributes:
        label: What was said of the event, with the date given (``planned: 7 May 2025``).
        source: Outlet and publication date.
        quote: The article's words, on one line.
        step: The step.
    """

    label: str
    source: str
    quote: str
    step: EventStep


def course(event: Event, *, reading: Reading, words: Words) -> tuple[Shown, ...]:
    """Return the steps of an event's history whose articles the dossier holds; none where that leaves no change."""
    steps = [step for step in event.history if step.article in reading.article]
    if len(steps) < 2:
        return ()
    return tuple(_shown(step, reading=reading, words=words) for step in steps)


def _shown(step: EventStep, *, reading: Reading, words: Words) -> Shown:
    label = words(f"state.{step.state}")
    if step.date:
        label = f"{label}: {readable(step.date, words)}"
    published = reading.article[step.article].published
    source = [line(reading.outlet(step.article)), readable(published, words) if published else ""]
    quote = line(reading.text(step.article)[step.start : step.end])
    return Shown(label, ", ".join(filter(None, source)), quote, step)
