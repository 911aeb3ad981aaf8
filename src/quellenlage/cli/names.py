"""``quellenlage names``: the user's decisions on which names mean the same."""

from __future__ import annotations

from pathlib import Path

import click

from quellenlage.corpus.names.judgements import Judgement
from quellenlage.errors import InputError

store_option = click.option(
    "--store",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="SQLite file that keeps the decisions.",
)


@click.group(name="names")
def command() -> None:
    """Decide that two names mean the same or not; kept in the store, never overwritten."""


@command.command(name="merge")
@click.argument("left")
@click.argument("right")
@store_option
def merge(left: str, right: str, store: Path) -> None:
    """Keep that LEFT and RIGHT mean the same person, place or thing."""
    _judge(Judgement(left, right, same=True), store)


@command.command(name="split")
@click.argument("left")
@click.argument("right")
@store_option
def split(left: str, right: str, store: Path) -> None:
    """Keep that LEFT and RIGHT do not mean the same."""
    _judge(Judgement(left, right, same=False), store)


@command.command(name="list")
@store_option
def show(store: Path) -> None:
    """Show the decisions in the order in which they were made."""
    from quellenlage.store.sqlite import Store

    if not store.exists():
        raise InputError(f"{store}: there is no such store")
    with Store(store) as opened:
        for judgement in opened.judgements().decisions:
            click.echo(f"{judgement.left} {'=' if judgement.same else '≠'} {judgement.right}")


def _judge(judgement: Judgement, store: Path) -> None:
    from quellenlage.store.sqlite import Store

    if not judgement.left.strip() or not judgement.right.strip():
        raise click.UsageError("a name is empty")
    if judgement.left.casefold() == judgement.right.casefold():
        raise click.UsageError("both names are the same")
    with Store(store) as opened:
        opened.judge(judgement)
    click.echo(f"{judgement.left} {'=' if judgement.same else '≠'} {judgement.right}: kept in {store}")
