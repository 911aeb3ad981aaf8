"""What a user has decided about names, kept apart from what the program computes and never overwritten by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Decision = Literal["merge", "split"]
MERGE: Final = "merge"
SPLIT: Final = "split"


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())


def pair(first: str, second: str) -> tuple[str, str]:
    """Return two names as an unordered pair: folded, the smaller first."""
    one, two = _fold(first), _fold(second)
    return (one, two) if one <= two else (two, one)


@dataclass(frozen=True, slots=True)
class Judgements:
    """Decisions on pairs of names; immutable.

    Attributes:
        decisions: ``merge`` or ``split`` for each unordered pair of folded names.
    """

    decisions: Mapping[tuple[str, str], Decision] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, Decision]]) -> Judgements:
        """Make judgements from rows of two names and a decision; a later row replaces an earlier one."""
        return cls({pair(first, second): decision for first, second, decision in rows})

    def decided(self, first: str, second: str) -> Decision | None:
        """Return what was decided of two names, or None."""
        return self.decisions.get(pair(first, second))

    def partners(self, name: str) -> tuple[str, ...]:
        """Return the folded names that a user has merged with a name, sorted."""
        folded = _fold(name)
        return tuple(
            sorted(
                second if first == folded else first
                for (first, second), decision in self.decisions.items()
                if decision == MERGE and folded in (first, second)
            )
        )

    def merged(self, first: str, second: str) -> Judgements:
        """Return judgements with these two names as one."""
        return Judgements({**self.decisions, pair(first, second): MERGE})

    def split(self, first: str, second: str) -> Judgements:
        """Return judgements with these two names kept apart."""
        return Judgements({**self.decisions, pair(first, second): SPLIT})

    def rows(self) -> Iterator[tuple[str, str, Decision]]:
        """Yield the decisions as rows, sorted."""
        for (first, second), decision in sorted(self.decisions.items()):
            yield first, second, decision


NONE: Final = Judgements()
