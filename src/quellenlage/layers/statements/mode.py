"""Which way statements are read: by rules alone, or by rules and the model together."""

from __future__ import annotations

from typing import Final, Literal

from quellenlage.errors import InputError

Mode = Literal["model", "rules"]
MODES: Final[tuple[Mode, ...]] = ("model", "rules")

_current: Mode = "model"


def set_mode(mode: str) -> None:
    """Choose how all later documents of this process are read; worker processes have to be told, too.

    Raises:
        InputError: There is no such way.
    """
    global _current  # noqa: PLW0603 - one setting a process, as the layers are
    for known in MODES:
        if mode == known:
            _current = known
            return
    raise InputError(f"statements are read by {' or '.join(MODES)}, not by {mode!r}")


def mode() -> Mode:
    """Return how statements are read in this process."""
    return _current
