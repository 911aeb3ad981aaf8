"""The dossier in a terminal: what is disputed first, long lists cut with a count of what was cut.

Nothing depends on colour alone: verdicts, stances and statuses are words. Text from articles is never read as markup;
its control characters are made visible.
"""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from quellenlage.dossier.render.reading import VERDICTS, Reading
from quellenlage.dossier.render.safe import line
from quellenlage.dossier.render.stories import narrow
from quellenlage.dossier.render.terminal_claims import NARROW, claim_full, claim_short
from quellenlage.dossier.render.terminal_parts import actors, articles, problems, statements, timeline
from quellenlage.dossier.render.words import Language, Words, words
from quellenlage.dossier.schema import Claim, Dossier, Story

STYLES = {"disputed": "bold red", "corroborated": "bold green", "copied": "bold yellow", "single_source": "bold"}

SHORT = {"disputed": 12, "corroborated": 10, "copied": 10, "single_source": 12, "timeline": 20, "actors": 12}
"""Entries of a list shown unless everything is asked for: forty articles then still fit some ten screens."""

PER_STORY = {"disputed": 3, "corroborated": 2, "copied": 1, "single_source": 2}
"""Claims of one verdict shown for each story at the least, however many stories there are."""


def render(
    dossier: Dossier,
    console: Console,
    *,
    story: str | None = None,
    everything: bool = False,
    language: Language = "en",
) -> None:
    """Print a dossier.

    Args:
        dossier: What to print.
        console: Where to; its width decides the layout.
        story: Id of a story to keep to, or None for all.
        everything: Whether long lists are printed whole.
        language: Language of headings and labels; words of articles stay as they are.

    Raises:
        InputError: The dossier has no such story.
    """
    shown = dossier if story is None else narrow(dossier, story)
    reading, ui = Reading(shown), words(language)
    _summary(reading, console, ui)
    _claims(reading, console, ui, everything)
    limit = None if everything else SHORT["timeline"]
    heading(console, ui("timeline"), len(shown.timeline))
    timeline(reading, console, ui, limit=limit)
    heading(console, ui("actors"), len(shown.entities))
    actors(reading, console, ui, limit=None if everything else SHORT["actors"])
    heading(console, ui("statements"), len(shown.statements))
    statements(reading, console, ui, limit=None if everything else SHORT["actors"])
    heading(console, ui("articles"), len(shown.articles))
    articles(reading, console, ui, everything=everything)
    if shown.problems:
        heading(console, ui("problems"), len(shown.problems))
        problems(reading, console, ui, limit=None if everything else SHORT["actors"])


def heading(console: Console, title: str, count: int) -> None:
    """Print the heading of a part, with the number of its entries."""
    console.print()
    console.print(Rule(Text(f"{title} ({count})", style="bold"), align="left", characters="═", style="dim"))


def _summary(reading: Reading, console: Console, ui: Words) -> None:
    dossier = reading.dossier
    copies = sum(a.copy_of is not None for a in dossier.articles)
    parts = [
        ui.count("n_articles", len(dossier.articles)),
        ui.count("n_stories", len(dossier.stories)),
        ui.count("n_origins", len(set(reading.roots.values()))),
    ]
    if copies:
        parts.append(ui.count("n_copies", copies))
    if dossier.problems:
        parts.append(ui.count("n_problems", len(dossier.problems)))
    console.print(Text.assemble((ui("dossier"), "bold"), "  ", " · ".join(parts)))
    verdicts = Text("  ").join(
        Text(f"{len(reading.claims[v])} {ui(f'verdict.{v}')}", style=STYLES[v] if reading.claims[v] else "dim")
        for v in VERDICTS
    )
    console.print(Text.assemble((ui("claims"), "bold"), "  ", verdicts))
    if reading.agency_ids:
        names = ", ".join(
            f"{line(reading.name(e))} ({sum(e in a.agencies for a in dossier.articles)})"
            for e in sorted(reading.agency_ids, key=reading.name)
        )
        console.print(Text.assemble((ui("agencies"), "bold"), "  ", names))
    if len(dossier.stories) > 1:
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(min_width=4, justify="right", style="bold")
        table.add_column(justify="right", no_wrap=console.width >= NARROW)
        table.add_column()
        for story in dossier.stories:
            label = ui.quote(line(story.label))
            table.add_row(story.id, ui.count("n_articles", len(story.articles)), Text(label))
        console.print(table)


def _claims(reading: Reading, console: Console, ui: Words, everything: bool) -> None:
    heading(console, ui("claims"), len(reading.dossier.claims))
    if not reading.dossier.claims:
        console.print(ui("no_claims"))
        return
    for verdict in VERDICTS:
        claims = reading.claims[verdict]
        if not claims:
            continue
        console.print()
        console.print(
            Text.assemble(
                (f"{ui(f'verdict.{verdict}.head')} ({len(claims)})", STYLES[verdict]),
                (f"  {ui(f'verdict.{verdict}.means')}", "dim"),
            )
        )
        groups = reading.by_story(claims)
        limit = len(claims) if everything else max(SHORT[verdict] // len(groups), PER_STORY[verdict])
        for story, found in groups:
            if len(reading.dossier.stories) > 1:
                _story(story, console, ui)
            for claim in found[:limit]:
                _claim(claim, reading, console, ui, everything)
            if story is not None and len(groups) > 1:
                rest = ui("more_story", n=len(found) - limit, story=story.id)
                cut(console, ui, len(found) - limit, says=rest)
            else:
                cut(console, ui, len(found) - limit)


def _story(story: Story | None, console: Console, ui: Words) -> None:
    console.print()
    label = Text(ui("no_story"), style="italic")
    if story is not None:
        label = Text.assemble((f"{story.id} ", "bold"), (ui.quote(line(story.label)), "italic"))
    console.print(label)


def _claim(claim: Claim, reading: Reading, console: Console, ui: Words, everything: bool) -> None:
    if claim.verdict == "single_source":
        drawn = claim_short(claim, reading, ui)
    else:
        drawn = claim_full(claim, reading, ui, width=console.width - 2, everything=everything)
    console.print(Padding(drawn, (0, 0, 0, 2)))


def cut(console: Console, ui: Words, rest: int, *, says: str | None = None) -> None:
    """Say how many entries a cut list has left out, if any; ``says`` replaces the usual words."""
    if rest > 0:
        console.print(Text(f"  {says or ui('more', n=rest)}", style="italic"))
