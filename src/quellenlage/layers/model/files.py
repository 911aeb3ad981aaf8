"""The model's files: where they lie, and that they are whole."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from quellenlage.errors import ResourceError

FOLDER: Final = Path(__file__).parent.parent / "resources" / "model"
SUMS: Final = "sha256.txt"
NAMES: Final = ("encoder.onnx", "labels.json", "reader.onnx", "tokenizer.json")


def checked(folder: Path = FOLDER) -> dict[str, Path]:
    """Return the paths of the model's files, after comparing each with its checksum.

    Hashing 45 MB takes about 50 ms, once a process.

    Raises:
        ResourceError: A file is missing, unreadable or damaged; the message names it.
    """
    sums = _sums(folder / SUMS)
    paths: dict[str, Path] = {}
    for name in NAMES:
        path = folder / name
        try:
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise ResourceError(f"{path}: the model file cannot be read ({error.strerror}); install again") from error
        if found != sums.get(name):
            raise ResourceError(f"{path}: the model file is damaged (SHA-256 {found[:12]}…, not as in {SUMS})")
        paths[name] = path
    return paths


def _sums(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"{path}: the list of the model's checksums cannot be read; install again") from error
    return {name: digest for digest, name in (line.split() for line in lines if len(line.split()) == 2)}
