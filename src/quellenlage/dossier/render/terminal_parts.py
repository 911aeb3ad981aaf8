"""Timeline, actors, statements, articles and problems in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quellenlage.dossier.render.course import ARROW, course
from quellenlage.dossier.render.dates import readable
from quellenlage.dossier.render.groups import Saying
from quellenlage.dossier.render.reading import ACTING, Reading
from quellenlage.dossier.render.safe import line
from quellenlage.dossier.render.words import Words
from quellenlage.dossier.schema import Article, ArticleRange, TimelineEntry

PER_SPEAKER = 4
"""Statements of one speaker that are shown unless everything is asked for."""

QUOTED = 15
"""Articles up to which each shows the words of what it leaves out and what it alone carries."""

PER_ARTICLE = 4
"""Claims left out, or carried alone, that are quoted for one article unless everything is asked for."""


def _cut(console: Console, ui: Words, rest: int, *, indent: int = 2, short: bool = False) -> None:
    if rest > 0:
        console.print(Text(" " * indent + ui("more_line" if short else "more", n=rest), style="italic"))


def _grid(first: int) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=first, overflow="fold")
    table.add_column(ratio=1)
    return table


def timeline(reading: Reading, console: Console, ui: Words, *, limit: int | None) -> None:
    """Print dated events and claims in order of time; entries of the same date stand under it once.

    Where the list is cut, what most articles tell stays, events before claims.
    """
    entries = reading.dossier.timeline
    known = [n for n, e in enumerate(entries) if (e.event or "") in reading.event or (e.claim or "") in reading.claim]
    weight = {n: (-len(_told(entries[n], reading)), entries[n].event is None, n) for n in known}
    shown = sorted(sorted(known, key=lambda n: weight[n])[:limit])
    table, last = _grid(24 if console.width >= 72 else 14), ""
    for entry in (entries[n] for n in shown):
        date = readable(entry.date, ui)
        articles = _told(entry, reading)
        event = reading.event.get(entry.event or "")
        detail = [ui.count("n_articles", len(articles))]
        if len(reading.dossier.stories) > 1:
            stories = dict.fromkeys(reading.story_of[a].id for a in articles if a in reading.story_of)
            detail.append(" ".join(stories))
        if event is not None:
            label = event.label
            detail[:0] = [ui(f"status.{event.status}"), ui.event(event.type), *map(line, reading.involved(event))]
            detail += event.claims
        else:
            claim = reading.claim[entry.claim or ""]
            label = claim.text
            detail[:0] = [claim.id, ui(f"verdict.{claim.verdict}")]
        text = Text.assemble(ui.quote(line(label)), (f"  {' · '.join(filter(None, detail))}", "dim"))
        for shown_step in course(event, reading=reading, words=ui) if event else ():
            text.append(f"\n  {ARROW} {shown_step.label} ({shown_step.source}) ", "dim")
            text.append(ui.quote(shown_step.quote))
        table.add_row(Text("" if date == last else date, style="bold"), text)
        last = date
    console.print(table)
    _cut(console, ui, len(known) - len(shown))


def _told(entry: TimelineEntry, reading: Reading) -> tuple[str, ...]:
    """Return the ids of the articles that tell an entry."""
    event, claim = reading.event.get(entry.event or ""), reading.claim.get(entry.claim or "")
    mentions: Sequence[ArticleRange] = event.mentions if event else claim.mentions if claim else ()
    return tuple(dict.fromkeys(mention.article for mention in mentions))


def actors(reading: Reading, console: Console, ui: Words, *, limit: int | None) -> None:
    """Print persons and organisations with their counts, then places and all else on a line for each type."""
    acting = [entity for entity in reading.actors if entity.type in ACTING]
    for entity in acting[:limit]:
        articles = dict.fromkeys(m.article for m in entity.mentions)
        counts = [ui.count("n_articles", len(articles)), ui.count("n_mentions", len(entity.mentions))]
        if reading.shares_name(entity):
            counts[0] = ", ".join(dict.fromkeys(line(reading.outlet(article)) for article in articles))
        if reading.statement_counts[entity.id]:
            counts.append(ui.count("n_statements", reading.statement_counts[entity.id]))
        text = Text.assemble((line(entity.name), "bold"), (f" · {', '.join(counts)}", "dim"))
        if entity.aliases:
            text.append(f" · {ui('also')}: {', '.join(line(a) for a in entity.aliases)}", "dim")
        console.print(Padding(text, (0, 0, 0, 2)))
    if limit is not None:
        _cut(console, ui, len(acting) - limit)
    for kind in dict.fromkeys(entity.type for entity in reading.actors if entity.type not in ACTING):
        others = [entity for entity in reading.actors if entity.type == kind]
        shown = others if limit is None else others[: 2 * limit]
        names = ", ".join(f"{line(e.name)} ({len(e.mentions)})" for e in shown)
        rest = f", {ui('more_line', n=len(others) - len(shown))}" if len(others) > len(shown) else ""
        text = Text.assemble((f"{ui(f'entity.{kind}')}: ", "bold"), (names, ""), (rest, "italic"))
        console.print(Padding(text, (0, 0, 0, 2)))


def statements(reading: Reading, console: Console, ui: Words, *, limit: int | None) -> None:
    """Print statements by speaker, with kind of speech, certainty and who passed them on; the same words once."""
    for name, _, found in reading.speakers[:limit]:
        head = Text(line(name) or ui("speaker_unknown"), style="bold" if name else "bold italic")
        console.print(Padding(head.append(f" ({len(found)})", "dim"), (0, 0, 0, 2)))
        sayings = reading.sayings(found)
        shown = sayings if limit is None else sayings[:PER_SPEAKER]
        for saying in shown:
            console.print(Padding(_saying(saying, reading, ui), (0, 0, 0, 4)))
        _cut(console, ui, len(sayings) - len(shown), indent=4, short=True)
    if limit is not None:
        _cut(console, ui, len(reading.speakers) - limit)


def _saying(saying: Saying, reading: Reading, ui: Words) -> Text:
    statement = saying.statements[0]
    detail = [ui(f"type.{statement.type}")]
    if statement.certainty != "reported":
        detail.insert(0, ui(f"certainty.{statement.certainty}"))
    if statement.via:
        detail.append(f"{ui('via')} {' ← '.join(line(v) for v in reading.via(statement))}")
    detail.append(", ".join(dict.fromkeys(line(reading.outlet(s.article)) for s in saying.statements)))
    return Text.assemble(ui.quote(line(saying.words)), (f"  {' · '.join(detail)}", "dim"))


def articles(reading: Reading, console: Console, ui: Words, *, everything: bool) -> None:
    """Print each article with its place among the others: copies, agencies, what it leaves out, what it alone carries.

    Of more than ``QUOTED`` articles only the numbers of those claims are printed, unless everything is asked for.
    """
    quoted = everything or len(reading.dossier.articles) <= QUOTED
    for article in reading.dossier.articles:
        head = [line(reading.outlet(article.id)), readable(article.published, ui)]
        if article.copy_of is not None:
            head.append(ui("copy_of", name=line(reading.outlet(article.copy_of))))
        if copies := reading.copies.get(article.id):
            head.append(ui("copies_here", articles=", ".join(line(reading.outlet(a)) for a in copies)))
        if article.agencies:
            head.append(ui("rests_on", agencies=", ".join(line(reading.name(e)) for e in article.agencies)))
        numbers = [ui(f"{key}_n", n=len(ids)) for key, ids in _claims_about(article) if ids and not quoted]
        title = Text.assemble(ui.quote(line(article.title)), (f"  {' · '.join(numbers)}" if numbers else "", "dim"))
        console.print(Padding(Text.assemble((f"{article.id} ", "bold"), (" · ".join(head), "bold")), (0, 0, 0, 2)))
        console.print(Padding(title, (0, 0, 0, 5)))
        if quoted:
            _carries(article, reading, console, ui, everything=everything)


def _claims_about(article: Article) -> tuple[tuple[str, Sequence[str]], ...]:
    return ("leaves_out", article.leaves_out), ("alone", article.alone)


def _carries(article: Article, reading: Reading, console: Console, ui: Words, *, everything: bool) -> None:
    for key, ids in _claims_about(article):
        known = [reading.claim[c] for c in ids if c in reading.claim]
        shown = known if everything else known[:PER_ARTICLE]
        for position, claim in enumerate(shown):
            label = f"{ui(key)} ({len(known)})" if position == 0 else ""
            table = _grid(19)
            table.add_row(Text(label, style="dim"), Text(ui.quote(line(claim.text))))
            console.print(Padding(table, (0, 0, 0, 5)))
        _cut(console, ui, len(known) - len(shown), indent=26, short=True)


def problems(reading: Reading, console: Console, ui: Words, *, limit: int | None) -> None:
    """Print what could not be read, with its place."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_header=False)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for problem in reading.dossier.problems[:limit]:
        place = line(problem.path) + (f", {ui('offset', n=problem.offset)}" if problem.offset else "")
        table.add_row(Text(place), Text(line(problem.message)))
    console.print(Padding(table, (0, 0, 0, 2)))
    if limit is not None:
        _cut(console, ui, len(reading.dossier.problems) - limit)
