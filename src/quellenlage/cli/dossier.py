"""``quellenlage dossier``: the main command."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quellenlage.cli import gather
from quellenlage.errors import InputError

if TYPE_CHECKING:
    from quellenlage.corpus.records import Story
    from quellenlage.dossier.schema import Dossier


@click.command(name="dossier")
@gather.reading_options
@click.option(
    "--format", "form", type=click.Choice(["terminal", "html", "json", "csv"]), default="terminal", show_default=True
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write instead of the screen."
)
@click.option("--story", help="Only this story (an id such as s2).")
@click.option("--since", help="Only stories with an article published on or after this date (2026-03, 2026-03-19).")
@click.option("--about", help="Only stories in which this person, place or organisation is named, in any spelling.")
@click.option("--all", "everything", is_flag=True, help="On the terminal: do not shorten long lists.")
@gather.language_option
def command(
    paths: Sequence[str],
    store: Path | None,
    jobs: int | None,
    form: str,
    output: Path | None,
    story: str | None,
    since: str | None,
    about: str | None,
    everything: bool,
    language: gather.Language,
) -> None:
    """Read articles and make a dossier of them.

    PATHS are files, folders, globs or '-' (standard input): plain text, saved HTML pages, JSONL. With --store the
    articles are kept in the file, and without PATHS the dossier is drawn from it.
    """
    from quellenlage import edtf
    from quellenlage.dossier import build

    if since is not None and edtf.bounds(since) == (None, None):
        raise click.BadParameter(f"{since!r} is no date such as 2026-03 or 2026-03-19", param_hint="--since")
    annotated, rejects, judgements = gather.annotations_from(paths, store, jobs=jobs)
    selection = build.Selection(story=story, since=since, about=about)
    dossier = build.build(annotated, rejects, selection=selection, judgements=judgements)
    if not dossier.articles:
        raise InputError(_none_fits(build.survey(annotated, judgements=judgements).stories, story, since, about))
    if form == "terminal":
        _show(dossier, output, everything=everything, language=language)
        return
    with gather.writing(output) as file:
        file.write(_text(dossier, form, language=language))
    if output is not None:
        from quellenlage.dossier.render.words import words

        found = (("n_articles", dossier.articles), ("n_claims", dossier.claims))
        click.echo(f"{output}: {', '.join(words().count(key, len(part)) for key, part in found)}", err=True)


def _none_fits(stories: Sequence[Story], story: str | None, since: str | None, about: str | None) -> str:
    """Return why nothing is left to show, and what there would be."""
    there = f"there are {len(stories)}: " if len(stories) > 1 else "there is "
    there += ", ".join(found.id for found in stories[:20]) + (" …" if len(stories) > 20 else "")
    if story is not None and all(found.id != story for found in stories):
        return f"no story {story!r}; {there}"
    asked = (("--story", story), ("--since", since), ("--about", about))
    return f"no story fits {' '.join(f'{name} {value}' for name, value in asked if value)}; {there}"


def _text(dossier: Dossier, form: str, *, language: gather.Language) -> str:
    if form == "json":
        return dossier.model_dump_json(indent=1) + "\n"
    if form == "html":
        from quellenlage.dossier.render import html

        return html.render(dossier, language=language)
    from quellenlage.dossier.export import ledger

    return ledger.csv_text(dossier)


def _show(dossier: Dossier, output: Path | None, *, everything: bool, language: gather.Language) -> None:
    from quellenlage.cli.screen import screen
    from quellenlage.dossier.render import terminal

    with gather.writing(output) as file, screen(None if output is None else file) as console:
        terminal.render(dossier, console, everything=everything, language=language)
