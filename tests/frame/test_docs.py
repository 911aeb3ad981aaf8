"""Commands and options are documented, links in the docs lead somewhere, decisions have their parts, versions agree."""

from __future__ import annotations

import re
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
