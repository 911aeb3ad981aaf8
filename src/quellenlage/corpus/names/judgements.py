"""A user's decisions on names, kept apart from what the program thinks and never overwritten by it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: two names mean the same, or they do not.

    Attributes:
        left: A name as it is written in an article or dossier.
        right: The other name.
        same: True to join them, False to keep them apart.
    """

    left: str
    right: str
    same: bool


@dataclass(frozen=True, slots=True)
class Judgements:
    """All decisions in the order in which they were made; of two on the same pair the later counts."""

    decisions: tuple[Judgement, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.decisions)

    def on(self, left: str, right: str) -> bool | None:
        """Return the decision on two names, letters' case ignored, or None where there is none."""
        wanted = {left.casefold(), right.casefold()}
        for judgement in reversed(self.decisions):
            if {judgement.left.casefold(), judgement.right.casefold()} == wanted:
                return judgement.same
        return None
