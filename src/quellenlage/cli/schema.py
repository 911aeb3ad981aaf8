"""``quellenlage schema``: the JSON Schema of the dossier."""

from __future__ import annotations

import json

import click


@click.command(name="schema")
def command() -> None:
    """Print the JSON Schema (draft 2020-12) of the dossier."""
    from quellenlage.dossier.schema import Dossier

    click.echo(json.dumps(Dossier.model_json_schema(), indent=2, ensure_ascii=False))
