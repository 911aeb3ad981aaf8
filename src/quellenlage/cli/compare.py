"""``quellenlage compare``: two articles side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from quellenlage.cli import gather


@click.command(name="compare")
@click.argument("first")
@click.argument("second")
@gather.reading_options
@click.option("--all", "everything", is_flag=True, help="Do not shorten long lists.")
@gather.language_option
def command(
    first: str,
    second: str,
    paths: Sequence[str],
    store: Path | None,
    jobs: int | None,
    everything: bool,
    language: gather.Language,
) -> None:
    """Show two articles side by side: what both carry, where they differ, what only one of them carries.

    FIRST and SECOND are files; with --store or PATHS they may be ids (a3), file names or outlets of articles there,
    and the claims are those of all articles taken together.
    """
    from quellenlage.cli.screen import screen
    from quellenlage.dossier import build
    from quellenlage.dossier.render import compare

    alone = store is None and not paths
    annotated, rejects, judgements = gather.annotations_from([first, second] if alone else paths, store, jobs=jobs)
    dossier = build.build(annotated, rejects, judgements=judgements)
    with screen() as console:
        compare.render(dossier, first, second, console, everything=everything, language=language)
