"""The exceptions of the package: one tree, each with a stable code.

Every message names what was being read, where, and why it failed, so that it can be shown to a user as it stands.
"""

from __future__ import annotations


class QuellenlageError(Exception):
    """Base of all errors raised on purpose by this package.

    Args:
        message: What happened, where, and why, in one sentence.
        code: A stable identifier, lower case with hyphens.
    """

    code: str = "error"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code


class InputError(QuellenlageError):
    """Something given by the user cannot be read at all (exit status 2)."""

    code = "input"


class SpanError(QuellenlageError):
    """A span does not lie inside its text, or its surface is not the text at its place."""

    code = "span"


class PlanError(QuellenlageError):
    """The layers cannot be ordered: one requires what none before it assigns."""

    code = "plan"


class ResourceError(QuellenlageError):
    """A file that the package ships is missing or damaged."""

    code = "resource"


class StoreError(QuellenlageError):
    """The store cannot be opened, read or written."""

    code = "store"
