"""The tests of this folder are about the rules: they run without the model."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quellenlage.layers.statements import mode


@pytest.fixture(autouse=True)
def rules_alone() -> Iterator[None]:
    before = mode.mode()
    mode.set_mode("rules")
    yield
    mode.set_mode(before)
