"""The command line: ``quellenlage COMMAND``. Commands are loaded when they are called, so that ``--help`` is quick."""

from __future__ import annotations

import gc
import importlib
import io
import sys
from typing import Final

import click

from quellenlage import __version__
from quellenlage.errors import QuellenlageError

COMMANDS: Final = {
    "dossier": "Read articles and show who said what, what happened, and how well each claim is sourced.",
    "ingest": "Add articles to a store; what is there already is left as it is.",
    "compare": "Show two articles side by side: what both carry, where they differ, what one alone carries.",
    "sources": "Draw what the articles of a story rest on: copies, agencies, people and papers cited.",
    "who": "Show everything known of one person, place or organisation.",
    "names": "Decide that two names mean the same or not; kept in the store, never overwritten.",
    "schema": "Print the JSON Schema of the dossier.",
}


class LazyGroup(click.Group):
    """A group whose commands live in modules of their own (``cli/NAME.py``, object ``command``)."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order in which a reader needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"quellenlage.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quellenlage")
def cli() -> None:
    """Quellenlage: how well a matter is sourced.

    Reads news articles and makes a dossier: who said what according to whom, what happened when, which articles are
    copies of one report, and each claim with its origins. It quotes, counts and compares; it never rules on truth.
    """


GARBAGE: Final = (100_000, 20, 20)
"""Thresholds of the collector of cycles: at Python's own (700) it walks the tables again and again while they are
loaded, a tenth of the time to the first result."""


def main() -> None:
    """Run the command line; errors of the program end with one line on standard error and exit status 2."""
    gc.set_threshold(*GARBAGE)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = cli.main(prog_name="quellenlage", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("quellenlage: interrupted", err=True)
        sys.exit(130)
    except KeyboardInterrupt:
        click.echo("quellenlage: interrupted", err=True)
        sys.exit(130)
    except QuellenlageError as error:
        click.echo(f"quellenlage: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
    sys.exit(status if isinstance(status, int) else 0)
