"""A stage imports only earlier stages and errors, limits, config, edtf."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "quellenlage"
STAGES = ["sources", "documents", "layers", "corpus", "dossier"]
EVERYWHERE = {"errors", "limits", "config", "edtf", "resources"}
ALLOWED = {
    **{stage: set(STAGES[: place + 1]) for place, stage in enumerate(STAGES)},
    "engine": {"sources", "documents", "layers", "engine"},
    "store": {"sources", "documents", "layers", "corpus", "store"},
    "cli": {*STAGES, "engine", "store", "cli"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Return the first part below ``quellenlage`` of everything that a module imports, wherever in the module."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names]
                if node.module == "quellenlage"
                else [node.module]
            )
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path}: relative import"
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("quellenlage.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_stage_imports_only_earlier_stages(path: Path) -> None:
    stage = path.relative_to(PACKAGE).parts[0]
    if stage.endswith(".py"):
        allowed = EVERYWHERE | ({"cli", "__version__"} if stage in {"__main__.py", "__init__.py"} else set())
    else:
        allowed = ALLOWED[stage] | EVERYWHERE | {"__version__"}
    assert imported(path) <= allowed


def test_every_package_has_its_place() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders - EVERYWHERE == set(ALLOWED)


def test_the_rule_would_notice(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("def f() -> None:\n    from quellenlage.corpus import copies\n", "utf-8")
    assert imported(bad) == {"corpus"}


def test_modules_stay_short() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert [path for path, length in lengths.items() if length > 600] == []
    assert sum(length > 300 for length in lengths.values()) <= len(lengths) // 10
