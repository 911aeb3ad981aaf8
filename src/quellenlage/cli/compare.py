"""``quellenlage compare``: two articles side by side."""

from __future__ import annotations

import click

from quellenlage.cli import gather
from quellenlage.errors import InputError


@click.command(name="compare")
@click.argument("first")
@click.argument("second")
@gather.language_option
def command(first: str, second: str, language: gather.Language) -> None:
    """Show two articles side by side: what both carry, where they differ, what only one of them carries.

    FIRST and SECOND are files with one article each.
    """
    from rich.console import Console

    from quellenlage.dossier import build
    from quellenlage.dossier.render import compare

    gathered = gather.read([first, second], jobs=1)
    gather.report(gathered.rejects)
    if len(gathered.annotated) != 2:
        paths = ", ".join(annotations.document.path for annotations in gathered.annotated)
        raise InputError(f"two articles are needed, {len(gathered.annotated)} found: {paths}")
    dossier = build.build(gathered.annotated, gathered.rejects)
    compare.render(dossier, dossier.articles[0].id, dossier.articles[1].id, Console(), language=language)
