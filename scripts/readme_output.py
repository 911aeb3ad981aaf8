"""Put a dossier as it looks now into README.md: the head, and the first disputed and corroborated claims.

``python scripts/readme_output.py [--lines N]`` runs the command named in the README at 100 columns and keeps its
first N lines; a test holds every line of it against the program.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"(<!-- output of: quellenlage (.+?) -->\n```text\n)(.*?)```", re.DOTALL)


def main() -> None:
    """Rewrite the block."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", type=int, default=48)
    arguments = parser.parse_args()
    path = ROOT / "README.md"
    text = path.read_text("utf-8")
    found = BLOCK.search(text)
    if found is None:
        sys.exit("README.md has no block '<!-- output of: quellenlage … -->'")
    command = [sys.executable, "-m", "quellenlage", *found[2].split()]
    environment = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, encoding="utf-8")
    lines = [line.rstrip() for line in done.stdout.splitlines()][: arguments.lines]
    shown = re.sub(r"\n{3,}", "\n\n", "\n".join([*lines, "[…]", ""]))
    path.write_text(BLOCK.sub(lambda match: match[1] + shown + "```", text, count=1), "utf-8")


if __name__ == "__main__":
    main()
