"""``quellenlage ingest``: add articles to a store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from quellenlage.cli import gather
from quellenlage.errors import InputError


@click.command(name="ingest")
@gather.reading_options
def command(paths: Sequence[str], store: Path | None, jobs: int | None) -> None:
    """Read articles into a store (a single SQLite file). Adding the same article twice adds it once."""
    if store is None:
        raise click.UsageError("name the store with --store FILE")
    if not paths:
        raise click.UsageError("give files, folders, globs or '-'")
    gathered, added = gather.ingest(paths, store, jobs=jobs)
    if not added and not gathered.known and not gathered.read:
        raise InputError(gather.nothing_read(paths, gathered.rejects))
    gather.report(gathered.rejects)
    click.echo(f"{store}: {added} new, {gathered.known} known already, {len(gathered.rejects)} with problems")
