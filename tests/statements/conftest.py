"""The tests of this folder are about the rules: they run without the model."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def without_the_model(rules_alone: None) -> None:
    """Every test here asks for the rules."""
