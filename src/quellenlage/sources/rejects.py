"""Rejects: inputs that could not become an article, each with file, place and reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that ended here. Shown to the user and kept in the dossier's ``problems``.

    Attributes:
        path: The file as given (``-`` for standard input).
        offset: Byte offset in the file where the trouble begins, or None for the file as a whole.
        code: Stable identifier (``empty``, ``binary``, ``too-large``, ``bad-json``, ``no-text``, ``not-found`` …).
        message: The cause, in one sentence.
    """

    path: str
    offset: int | None
    code: str
    message: str
