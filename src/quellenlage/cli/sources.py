"""``quellenlage sources``: what the articles of a story rest on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from quellenlage.cli import gather
from quellenlage.errors import InputError


@click.command(name="sources")
@click.argument("story")
@gather.reading_options
@click.option("--format", "form", type=click.Choice(["terminal", "html"]), default="terminal", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File to write instead.")
@gather.language_option
def command(
    story: str,
    paths: Sequence[str],
    store: Path | None,
    jobs: int | None,
    form: str,
    output: Path | None,
    language: gather.Language,
) -> None:
    """Draw what the articles of STORY (an id such as s1) rest on: copies, agencies, people and papers cited.

    PATHS are read as 'dossier' reads them; without PATHS everything is drawn from --store.
    """
    from quellenlage.cli.screen import screen
    from quellenlage.dossier import build
    from quellenlage.dossier.render import sources

    annotated, _, judgements = gather.annotations_from(paths, store, jobs=jobs)
    corpus = build.survey(annotated, judgements=judgements)
    chosen = build.select(corpus, build.Selection(story=story))
    if not chosen:
        raise InputError(f"no story {story!r}; there are {', '.join(found.id for found in corpus.stories)}")
    with gather.writing(output) as file:
        if form == "html":
            file.write(sources.page(chosen[0], corpus.origins, language=language))
            return
        with screen(None if output is None else file) as console:
            sources.render(chosen[0], corpus.origins, console, language=language)
