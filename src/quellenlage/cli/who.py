"""``quellenlage who``: everything known of one person, place or organisation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from quellenlage.cli import gather
from quellenlage.errors import InputError


@click.command(name="who")
@click.argument("name")
@gather.reading_options
@gather.language_option
def command(name: str, paths: Sequence[str], store: Path | None, jobs: int | None, language: gather.Language) -> None:
    """Show everything known of NAME, in any spelling: aliases, statements, events by time.

    PATHS are read as 'dossier' reads them; without PATHS everything is drawn from --store.
    """
    from quellenlage.cli.screen import screen
    from quellenlage.dossier import build
    from quellenlage.dossier.render import who

    annotated, rejects, judgements = gather.annotations_from(paths, store, jobs=jobs)
    dossier = build.build(annotated, rejects, selection=build.Selection(about=name), judgements=judgements)
    meant = build.meant(dossier.entities, name)
    if not meant:
        raise InputError(f"nobody and nothing named {name!r} in {len(annotated)} articles")
    with screen() as console:
        who.render(dossier, {entity.id for entity in meant}, console, language=language)
