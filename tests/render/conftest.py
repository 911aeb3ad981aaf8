from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import sample

from quellenlage.dossier.schema import Dossier


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return sample.dossier()
