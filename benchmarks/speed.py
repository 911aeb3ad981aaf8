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
import time
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
            "| articles | seconds | articles/s | ms an article | peak MB (all processes) |",
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
    """Run a command; return wall seconds and the peak memory of all its processes together in megabytes.

    Memory is the proportional set size (shared pages counted once), summed over the process and its descendants and
    sampled every 50 ms from ``/proc``; 0 where the system has none.
    """
    begin = time.perf_counter()
    peak = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, sum(megabytes(pid) for pid in family(process.pid)))
            time.sleep(0.05)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - begin, peak


def family(pid: int) -> list[int]:
    """Return a process and its descendants."""
    found = [pid]
    for parent in found:
        for listing in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += [int(child) for child in listing.read_text("ascii").split()]
            except OSError:  # the process has just ended
                continue
    return found


def megabytes(pid: int) -> float:
    """Return the proportional set size of a process in megabytes."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:  # the process has just ended, or the system has no such file
        return 0.0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


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
