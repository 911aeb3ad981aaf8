"""Score the dossiers of the gold cases and hold the figures against the floors.

``python benchmarks/score_cases.py --cases ../shared/cases [--floors benchmarks/floors.toml] [--write]`` makes the
dossier of every case with the command line, as a user would, and compares it with the gold by the ``score.py`` there.
``--held-out`` scores the cases in ``benchmarks/cases`` instead. ``--write`` puts the table into
``benchmarks/results.md``. Exit status 1 where a figure is below its floor, 2 where a case cannot be scored.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from results import replace_section

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Score all cases; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=ROOT / "../shared/cases")
    parser.add_argument("--floors", type=Path, default=ROOT / "benchmarks/floors.toml")
    parser.add_argument("--held-out", action="store_true", help="score benchmarks/cases with the same program instead")
    parser.add_argument("--write", action="store_true", help="write the table into benchmarks/results.md")
    parser.add_argument("--verbose", action="store_true", help="print every case's figures too")
    arguments = parser.parse_args()
    if not (arguments.cases / "score.py").is_file():
        print(f"score_cases: no score.py in {arguments.cases}; the gold cases are not part of this repository")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        pairs = make_dossiers(ROOT / "benchmarks/cases" if arguments.held_out else arguments.cases, Path(folder))
        agencies = agency_share(pairs)
        command = [sys.executable, str(arguments.cases / "score.py"), *(str(path) for pair in pairs for path in pair)]
        scored = subprocess.run(command, capture_output=True, text=True, check=False)
    if scored.returncode:
        print(scored.stderr, file=sys.stderr)
        return 2
    if arguments.verbose:
        print(scored.stdout)
    figures = read_figures(scored.stdout.split("# all cases", 1)[-1])
    figures["agencies"] = {"share": agencies}
    table = as_table(figures)
    print(table)
    if arguments.write:
        replace_section("held-out" if arguments.held_out else "cases", table)
    return 0 if arguments.held_out else below_floors(figures, arguments.floors)


def make_dossiers(cases: Path, folder: Path) -> list[tuple[Path, Path]]:
    """Make one dossier a case with the command line; return pairs of case folder and dossier."""
    pairs = []
    for case in sorted(path.parent for path in cases.glob("*/gold.json")):
        output = folder / f"{case.name}.json"
        articles = sorted(str(path) for path in case.glob("*.txt"))
        command = [sys.executable, "-m", "quellenlage", "dossier", *articles, "--format", "json", "-o", str(output)]
        subprocess.run(command, check=True, capture_output=True)
        pairs.append((case, output))
    return pairs


def agency_share(pairs: list[tuple[Path, Path]]) -> float:
    """Return the share of articles whose set of agencies is the gold's, compared by name and aliases."""
    right = total = 0
    for case, path in pairs:
        gold = json.loads((case / "gold.json").read_text("utf-8"))["articles"]
        dossier = json.loads(path.read_text("utf-8"))
        forms = {entity["id"]: {entity["name"], *entity["aliases"]} for entity in dossier["entities"]}
        for article in dossier["articles"]:
            want = gold[Path(article["path"]).stem]["agencies"]
            have = [forms[entity] for entity in article["agencies"]]
            total += 1
            right += len(want) == len(have) and all(any(name in names for names in have) for name in want)
    return round(right / max(1, total), 4)


def read_figures(text: str) -> dict[str, dict[str, float]]:
    """Read the closing table of ``score.py``: ``name  key value  key value``."""
    figures: dict[str, dict[str, float]] = {}
    for line in text.splitlines():
        name = line.split(maxsplit=1)[0] if line.strip() else ""
        found = re.findall(r"(\w+) (-?\d+(?:\.\d+)?)", line[len(name) :])
        if found and not name.startswith("("):
            figures[name] = {key: float(value) for key, value in found}
    return figures


def as_table(figures: dict[str, dict[str, float]]) -> str:
    """Return a Markdown table of the figures."""
    keys = ("p", "r", "f1", "share", "count", "n")
    lines = ["| layer | P | R | F1 | share | count | n |", "| --- | --- | --- | --- | --- | --- | --- |"]
    for name, row in figures.items():
        cells = [f"{row[key]:g}" if key in row else "" for key in keys]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def below_floors(figures: dict[str, dict[str, float]], path: Path) -> int:
    """Compare with ``[cases]`` of the floors file; return 1 where a figure is worse, else 0."""
    floors = tomllib.loads(path.read_text("utf-8"))["cases"]
    status = 0
    for name, floor in floors.items():
        layer, _, key = name.rpartition(".")
        value = figures.get(layer, {}).get(key)
        worse = value is None or (value > floor if key == "count" else value < floor)
        if worse:
            print(f"below its floor: {name} = {value}, floor {floor}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
