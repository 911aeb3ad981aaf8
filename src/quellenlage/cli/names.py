"""``quellenlage names``: the user's decisions on which names mean the same."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

import click

from quellenlage.cli import gather
from quellenlage.errors import InputError

SIGNS: Final = {"merge": "=", "split": "≠"}

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
    _judge(left, right, "merge", store)


@command.command(name="split")
@click.argument("left")
@click.argument("right")
@store_option
def split(left: str, right: str, store: Path) -> None:
    """Keep that LEFT and RIGHT do not mean the same."""
    _judge(left, right, "split", store)


@command.command(name="list")
@store_option
def show(store: Path) -> None:
    """Show the decisions."""
    from quellenlage.store.sqlite import Store

    gather.must_exist(store)
    with Store(store) as opened:
        rows = tuple(opened.judgements().rows())
    for first, second, decision in rows:
        click.echo(f"{first} {SIGNS[decision]} {second}")
    if not rows:
        click.echo(f"{store}: no decisions yet", err=True)


@command.command(name="forget")
@click.argument("left")
@click.argument("right")
@store_option
def forget(left: str, right: str, store: Path) -> None:
    """Take a decision on LEFT and RIGHT back; the program decides for itself again."""
    from quellenlage.store.sqlite import Store

    gather.must_exist(store)
    with Store(store) as opened:
        if not opened.forget(left, right):
            raise InputError(f"{store}: no decision on {left!r} and {right!r}; 'names list' shows those there are")
    click.echo(f"{left} · {right}: forgotten in {store}")


def _judge(left: str, right: str, decision: Literal["merge", "split"], store: Path) -> None:
    from quellenlage.store.sqlite import Store

    if not left.strip() or not right.strip():
        raise click.UsageError("a name is empty")
    if left.casefold().split() == right.casefold().split():
        raise click.UsageError("both names are the same")
    gather.must_exist(store)
    with Store(store) as opened:
        opened.judge(left, right, decision)
    click.echo(f"{left} {SIGNS[decision]} {right}: kept in {store}")
