"""Commands and options are documented, links in the docs lead somewhere, decisions have their parts, versions agree."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from quellenlage import __version__
from quellenlage.cli.main import COMMANDS, cli

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
REFERENCE = ROOT / "docs" / "reference" / "cli.md"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    text = REFERENCE.read_text("utf-8")
    assert f"## quellenlage {name}" in text
    section = text.split(f"## quellenlage {name}", 1)[1].split("\n## ", 1)[0]
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    commands = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
    options = [
        o for c in commands for p in c.params if isinstance(p, click.Option) for o in p.opts if o.startswith("--")
    ]
    assert [option for option in options if f"`{option}" not in section] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
    local = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.name)
def test_a_decision_says_why(page: Path) -> None:
    text = page.read_text("utf-8").lower()
    assert "decision" in text
    assert "consequences" in text
    assert len(text) > 300


def test_every_dependency_has_its_decision_and_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    text = "\n".join(page.read_text("utf-8") for page in DECISIONS).lower()
    names = [re.split(r"[<>=\[ ]", dependency)[0].lower() for dependency in project["dependencies"]]
    assert [name for name in names if name not in text] == []


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_readme_names_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "make demo" in text
    assert "make test" in text


def test_the_dossier_in_the_readme_is_a_real_one() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    found = re.search(r"<!-- output of: quellenlage (.+?) -->\n```text\n(.*?)```", text, re.DOTALL)
    assert found is not None
    command = [sys.executable, "-m", "quellenlage", *found[1].split()]
    environment = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, encoding="utf-8")
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    shown = [line.rstrip() for line in found[2].splitlines()]
    assert len(shown) > 20
    assert [line for line in shown if line and line != "[…]" and line not in lines] == []
