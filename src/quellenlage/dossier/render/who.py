"""Everything a dossier holds on one person, place or organisation: spellings, statements, events by time (terminal)."""

from __future__ import annotations

from collections.abc import Collection

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from quellenlage import edtf
from quellenlage.dossier.render.dates import readable
from quellenlage.dossier.render.groups import Saying
from quellenlage.dossier.render.reading import Reading
from quellenlage.dossier.render.safe import line
from quellenlage.dossier.render.terminal import heading
from quellenlage.dossier.render.words import Language, Words, words
from quellenlage.dossier.schema import Dossier, Entity, Event


def render(dossier: Dossier, entities: Collection[str], console: Console, *, language: Language = "en") -> None:
    """Print what is known of some entities, one after the other.

    Args:
        dossier: The dossier that holds them.
        entities: Their ids; ids that the dossier does not hold are passed over.
        console: Where to.
        language: Language of headings and labels.
    """
    reading, ui = Reading(dossier), words(language)
    for entity in dossier.entities:
        if entity.id in entities:
            _entity(entity, reading, console, ui)


def _entity(entity: Entity, reading: Reading, console: Console, ui: Words) -> None:
    articles = sorted({mention.article for mention in entity.mentions}, key=lambda article: int(article[1:]))
    counts = [ui.count("n_articles", len(articles)), ui.count("n_mentions", len(entity.mentions))]
    if reading.shares_name(entity):
        counts[0] = ", ".join(dict.fromkeys(line(reading.outlet(article)) for article in articles))
    facts = [ui(f"entity.{entity.type}"), entity.country, entity.wikidata, *counts]
    console.print(Text.assemble((line(entity.name), "bold"), "  ", (" · ".join(filter(None, facts)), "dim")))
    if entity.aliases:
        console.print(
            Padding(Text(f"{ui('also')}: {', '.join(line(alias) for alias in entity.aliases)}"), (0, 0, 0, 2))
        )
    for reason in (reason for reason in entity.reasons if not _same(reason)):
        console.print(Padding(Text(line(reason), style="dim"), (0, 0, 0, 4)))
    said = [s for s in reading.dossier.statements if s.speaker.entity == entity.id]
    passed = [s for s in reading.dossier.statements if entity.id in s.via]
    for title, found in ((ui("statements"), said), (ui("passed_on"), passed)):
        if found:
            heading(console, title, len(found))
            in_time = sorted(found, key=lambda s: edtf.sort_key(reading.article[s.article].published))
            for saying in reading.sayings(in_time):
                console.print(Padding(_saying(saying, reading, ui), (0, 0, 0, 2)))
    events = [e for e in reading.dossier.events if entity.id in {p.entity for p in e.participants} | {e.place}]
    if events:
        heading(console, ui("events"), len(events))
        for event in sorted(events, key=lambda event: edtf.sort_key(event.date)):
            console.print(Padding(_event(event, ui), (0, 0, 0, 2)))
    console.print()


def _saying(saying: Saying, reading: Reading, ui: Words) -> Text:
    statement = saying.statements[0]
    article = reading.article[statement.article]
    quoted = ui.quote(line(saying.words))
    outlets = ", ".join(dict.fromkeys(line(reading.outlet(s.article)) for s in saying.statements))
    detail = [ui(f"type.{statement.type}"), outlets]
    if statement.certainty != "reported":
        detail.insert(0, ui(f"certainty.{statement.certainty}"))
    if statement.via:
        detail.insert(-1, f"{ui('via')} {' ← '.join(line(carrier) for carrier in reading.via(statement))}")
    return Text.assemble((readable(article.published, ui), "bold"), "  ", quoted, (f"  {' · '.join(detail)}", "dim"))


def _event(event: Event, ui: Words) -> Text:
    articles = ui.count("n_articles", len({mention.article for mention in event.mentions}))
    detail = " · ".join(filter(None, (ui(f"status.{event.status}"), line(ui.event(event.type)), articles)))
    return Text.assemble((readable(event.date, ui), "bold"), "  ", ui.quote(line(event.label)), (f"  {detail}", "dim"))


def _same(reason: str) -> bool:
    """Tell whether a reason joins a name with itself, which tells a reader nothing."""
    one, _, other = reason.partition(" (")[0].partition(" = ")
    return one == other
