"""Time the program: articles a second at 10, 100 and 1,000 articles, peak memory, start-up.

``python benchmarks/speed.py [--write] [--sizes 10,100,1000]``. The articles are varied from those in ``examples/``:
names, numbers and days are replaced by a seeded generator and sentences drawn anew. Each size is one run of
``quellenlage dossier … --format json`` in a process of its own.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from results import replace_section

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Print the table; return 1 where a floor of ``[speed]`` is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,100,1000")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    rows, figures = [], {}
    figures["help_seconds"] = min(timed([sys.executable, "-m", "quellenlage", "--help"])[0] for _ in range(5))
    for size in (int(part) for part in arguments.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            write_articles(Path(folder), size, seed=arguments.seed)
            output = Path(folder) / "dossier.out"
            command = [sys.executable, "-m", "quellenlage", "dossier", folder + "/articles", "--format", "json"]
            seconds, peak = timed([*command, "-o", str(output)])
        figures[f"seconds_per_article_{size}"] = seconds / size
        figures[f"megabytes_{size}"] = peak
        rows.append(f"| {size} | {seconds:.2f} | {size / seconds:.1f} | {1000 * seconds / size:.1f} | {peak:.0f} |")
    table = "\n".join(
        [
            f"`quellenlage --help`: {figures['help_seconds']:.2f} s (best of five); {os.cpu_count()} cores",
            "",
            "| articles | seconds | articles/s | ms an article | peak MB (largest process) |",
            "| --- | --- | --- | --- | --- |",
            *rows,
        ]
    )
    if {"seconds_per_article_100", "seconds_per_article_1000"} <= set(figures):
        figures["growth_100_to_1000"] = figures["seconds_per_article_1000"] / figures["seconds_per_article_100"]
        table += f"\n\nCost an article at 1,000 against 100: {figures['growth_100_to_1000']:.2f}"
    print(table)
    if arguments.write:
        replace_section("speed", table)
    ceilings = tomllib.loads((ROOT / "benchmarks/floors.toml").read_text("utf-8"))["speed"]
    missed = [
        f"{name} = {figures[name]:.3f}, at most {most}"
        for name, most in ceilings.items()
        if figures.get(name, 0) > most
    ]
    for line in missed:
        print("missed:", line)
    return int(bool(missed))


def timed(command: list[str]) -> tuple[float, float]:
    """Run a command; return wall seconds and the peak resident memory of its largest process in megabytes."""
    code = (
        "import resource, subprocess, sys, time; begin = time.perf_counter(); "
        "done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
        "print(time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024); "
        "sys.exit(done.returncode)"
    )
    result = subprocess.run([sys.executable, "-c", code, *command], check=True, capture_output=True, text=True)
    seconds, peak = result.stdout.split()[-2:]
    return float(seconds), float(peak)


def write_articles(folder: Path, number: int, *, seed: int) -> None:
    """Write ``number`` articles varied from the examples."""
    random_ = random.Random(seed)
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "examples").rglob("*.txt"))]
    sentences = [
        s
        for text in texts
        for s in re.split(r"(?<=[.!?“»])\s+(?=[A-ZÄÖÜ„«])", text.split("\n\n", 2)[-1])
        if len(s) > 40
    ]
    names = sorted({name for text in texts for name in re.findall(r"\b[A-ZÄÖÜ][a-zäöüß]{4,}\b", text)})
    target = folder / "articles"
    target.mkdir()
    for index in range(number):
        head, title, body = [*random_.choice(texts).split("\n\n", 2), "", ""][:3]
        body = " ".join([*random_.sample(sentences, min(6, len(sentences))), body])
        swap = {name: random_.choice(names) for name in random_.sample(names, min(40, len(names)))}
        body = re.sub(r"\b[A-ZÄÖÜ][a-zäöüß]{4,}\b", lambda found, swap=swap: swap.get(found[0], found[0]), body)
        body = re.sub(r"\b\d+\b", lambda found: str(random_.randint(2, 4000)), body)
        day = f"2025-{random_.randint(1, 12):02}-{random_.randint(1, 28):02}"
        head = re.sub(r"Published: .*", f"Published: {day}", head)
        (target / f"{index:05}.txt").write_text(f"{head}\n\n{title}\n\n{body}\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
