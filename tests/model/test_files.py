"""The model's files: whole, or a clear error that names the file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from quellenlage.errors import ResourceError
from quellenlage.layers.model.files import FOLDER, NAMES, SUMS, checked
from quellenlage.layers.model.network import Network

LIMIT = 50 * 1024 * 1024


def copy(folder: Path) -> Path:
    """Link all files of the model into a folder, so that one of them can be replaced."""
    for name in (*NAMES, SUMS):
        (folder / name).symlink_to(FOLDER / name)
    return folder


def test_shipped_files_are_whole_and_small_enough() -> None:
    paths = checked()
    assert set(paths) == set(NAMES)
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= LIMIT


def test_the_model_card_names_the_licences() -> None:
    card = (FOLDER / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "CC BY-NC-SA 4.0" in card
    assert "MIT" in card


@pytest.mark.parametrize("name", [*NAMES, SUMS])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = copy(tmp_path)
    (folder / name).unlink()
    with pytest.raises(ResourceError, match=name):
        Network(folder)


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_file_is_named(tmp_path: Path, name: str) -> None:
    folder = copy(tmp_path)
    (folder / name).unlink()
    content = bytearray((FOLDER / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(ResourceError, match=f"{name}.*damaged"):
        Network(folder)


def test_an_empty_list_of_sums_makes_every_file_damaged(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / SUMS).unlink()
    shutil.copyfile(FOLDER / "labels.json", folder / SUMS)
    with pytest.raises(ResourceError, match="damaged"):
        Network(folder)
