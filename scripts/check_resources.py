"""Run every build script of this folder that can check its result against its source in the repository.

A script takes part by accepting ``--check``; it exits with 1 and a message where the compiled file is out of date.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent


def main() -> int:
    """Run the checks; return 1 where one fails."""
    status = 0
    for script in sorted(SCRIPTS.glob("build_*.py")):
        if "--check" not in script.read_text("utf-8"):
            continue
        done = subprocess.run([sys.executable, str(script), "--check"], check=False)
        print(f"{script.name}: {'in step' if done.returncode == 0 else 'OUT OF STEP'}")
        status |= int(done.returncode != 0)
    return status


if __name__ == "__main__":
    sys.exit(main())
