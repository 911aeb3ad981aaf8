"""Write a benchmark's table into its own section of ``benchmarks/results.md``, between markers."""

from __future__ import annotations

import platform
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "results.md"
HEAD = """# Results

Every table is the output of the command named above it; nothing here is typed by hand.
"""
COMMANDS = {
    "cases": "make bench-cases",
    "held-out": "make bench-cases",
    "speed": "make bench-speed",
    "times": "make bench-times",
    "names": "make bench-names",
    "statements": "make bench-statements",
    "claims": "make bench-claims",
    "copies": "make bench-copies",
    "stories": "make bench-stories",
    "stream": "make bench-stream",
}


def replace_section(name: str, table: str) -> None:
    """Replace the section of one benchmark.

    Args:
        name: Key of ``COMMANDS``.
        table: Markdown.
    """
    text = RESULTS.read_text("utf-8") if RESULTS.is_file() else HEAD
    begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
    machine = f"Python {platform.python_version()}, {platform.machine()}"
    section = f"{begin}\n## {name}\n`{COMMANDS[name]}` ({machine})\n\n{table}\n{end}"
    if begin in text:
        before, rest = text.split(begin, 1)
        text = before + section + rest.split(end, 1)[1]
    else:
        text = text.rstrip("\n") + "\n\n" + section + "\n"
    RESULTS.write_text(text, "utf-8")
