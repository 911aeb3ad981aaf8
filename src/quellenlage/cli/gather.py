"""What the commands share: options, reading articles into annotations, and drawing from a store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TextIO, TypeVar

import click

from quellenlage.documents import Document
from quellenlage.errors import InputError
from quellenlage.layers.annotations import Annotations
from quellenlage.sources.rejects import Reject

Function = TypeVar("Function", bound=Callable[..., Any])
Language = Literal["en", "de"]

language_option = click.option(
    "--language", type=click.Choice(["en", "de"]), default="en", show_default=True, help="Language of labels."
)


@dataclass(slots=True)
class Gathered:
    """What was read in one run.

    Attributes:
        annotated: Articles, where they are not kept in a store.
        rejects: What could not be read.
        known: Number of articles that a store held already.
        read: Number of articles read into a store, those that it held from older layers among them.
    """

    annotated: list[Annotations] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    known: int = 0
    read: int = 0


def _choose_reading(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    """Set the way of reading statements for this run."""
    if value is not None:
        from quellenlage.layers.statements.mode import set_mode

        set_mode(value)


def reading_options(function: Function) -> Function:
    """Add the options that every reading command has: ``PATHS``, ``--store``, ``--jobs``."""
    for option in (
        click.option(
            "--statements",
            type=click.Choice(["model", "rules"]),
            expose_value=False,
            callback=_choose_reading,
            help="Read statements by rules and the trained model (default), or by rules alone.",
        ),
        click.option("--jobs", type=click.IntRange(min=1), help="Processes to use; by default one a core."),
        click.option(
            "--store", type=click.Path(path_type=Path, dir_okay=False), help="SQLite file to keep articles in."
        ),
        click.argument("paths", nargs=-1),
    ):
        function = option(function)
    return function


def read(paths: Sequence[str], *, jobs: int | None) -> Gathered:
    """Read and annotate articles in memory.

    Raises:
        InputError: Nothing at all could be read; the message says why, input by input.
    """
    from quellenlage import sources
    from quellenlage.engine import local
    from quellenlage.engine.progress import progress

    gathered = Gathered()
    seen: set[str] = set()
    with progress("Reading articles") as advance:
        for outcome in local.process(sources.read(paths), jobs=jobs, advance=advance):
            if isinstance(outcome, Reject):
                gathered.rejects.append(outcome)
            elif isinstance(outcome, Annotations):
                if outcome.document.key in seen:
                    gathered.rejects.append(
                        Reject(outcome.document.path, None, "twice", "the same article was given before; read once")
                    )
                    continue
                seen.add(outcome.document.key)
                gathered.annotated.append(outcome)
                gathered.rejects += doubts(outcome.document)
    if not gathered.annotated:
        raise InputError(nothing_read(paths, gathered.rejects))
    return gathered


def ingest(paths: Sequence[str], store_path: Path, *, jobs: int | None) -> tuple[Gathered, int]:
    """Read articles into a store in transactions of ``limits.COMMIT_ARTICLES``; Ctrl-C costs the last one at the most.

    Returns:
        What was read (without the annotations, which are in the store) and how many articles are new.
    """
    from quellenlage import sources
    from quellenlage.engine import local
    from quellenlage.engine.progress import progress
    from quellenlage.limits import COMMIT_ARTICLES
    from quellenlage.store.sqlite import Store

    gathered, added = Gathered(), 0
    with Store(store_path) as store, progress("Reading articles") as advance:
        waiting: list[Annotations] = []
        rejects: list[Reject] = []
        known = store.current_keys()
        for outcome in local.process(sources.read(paths), jobs=jobs, known=known, advance=advance):
            if isinstance(outcome, Annotations):
                waiting.append(outcome)
                rejects += doubts(outcome.document)
                gathered.read += 1
            elif isinstance(outcome, Reject):
                rejects.append(outcome)
            else:
                gathered.known += 1
            if len(waiting) + len(rejects) >= COMMIT_ARTICLES:
                added += store.add(waiting, rejects)
                gathered.rejects += rejects
                waiting, rejects = [], []
        added += store.add(waiting, rejects)
        gathered.rejects += rejects
        if not store.count() and not added:
            raise InputError(nothing_read(paths, gathered.rejects))
    return gathered, added


def doubts(document: Document) -> list[Reject]:
    """Return what of an article could not be read, though the article itself could."""
    if document.unread_date is None:
        return []
    message = (
        f"its date “{document.unread_date}” cannot be read (write YYYY-MM-DD or YYYY-MM); the article counts as "
        "undated, so that its weekdays have no date"
    )
    return [Reject(document.path, None, "bad-date", message)]


def nothing_read(paths: Sequence[str], rejects: Sequence[Reject]) -> str:
    """Return the message for a run that read no article."""
    if not rejects:
        return f"no article found in {', '.join(paths) or 'no paths given'}"
    lines = [f"  {describe(reject)}" for reject in rejects[:10]]
    more = [f"  … and {len(rejects) - 10} more"] if len(rejects) > 10 else []
    return "\n".join(["nothing could be read:", *lines, *more])


def describe(reject: Reject) -> str:
    """Return one line that names file, place and cause."""
    if reject.code == "not-found" and reject.path.lower().startswith(("http://", "https://")):
        return f"{reject.path}: is a web address, and nothing is fetched; save the page and give the file"
    place = "" if reject.offset is None else f" (byte {reject.offset})"
    return f"{reject.path}{place}: {reject.message}"


def report(rejects: Sequence[Reject]) -> None:
    """Say on standard error what could not be read; the rest went on."""
    for reject in rejects[:10]:
        click.echo(f"quellenlage: {describe(reject)}", err=True)
    if len(rejects) > 10:
        click.echo(f"quellenlage: … and {len(rejects) - 10} more problems, listed in the dossier", err=True)


def must_exist(store: Path) -> None:
    """Stop where a store is to be drawn from that is not there, instead of making an empty one.

    Raises:
        InputError: There is no such file.
    """
    if not store.exists():
        raise InputError(f"{store}: there is no such store; make one with 'quellenlage ingest PATH... --store {store}'")


@contextmanager
def writing(output: Path | None) -> Iterator[TextIO]:
    """Open the file to write to, or standard output where none is named.

    Raises:
        InputError: The file cannot be written.
    """
    if output is None:
        yield sys.stdout
        return
    try:
        with output.open("w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror}") from error


def annotations_from(
    paths: Sequence[str], store: Path | None, *, jobs: int | None
) -> tuple[Sequence[Annotations], Sequence[Reject], Any]:
    """Return articles, rejects and name judgements, from the paths alone or through the store.

    Raises:
        InputError: Neither paths nor a store were given, or nothing could be read.
    """
    from quellenlage.store.sqlite import Store

    if store is None:
        if not paths:
            raise click.UsageError("give files, folders or '-', or a --store to draw from")
        gathered = read(paths, jobs=jobs)
        report(gathered.rejects)
        return gathered.annotated, gathered.rejects, None
    if paths:
        gathered, _ = ingest(paths, store, jobs=jobs)
        report(gathered.rejects)
    else:
        must_exist(store)
    with Store(store) as opened:
        return list(opened.articles()), opened.problems(), opened.judgements()
