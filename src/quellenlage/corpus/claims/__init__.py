"""Claims: assertions aligned across the articles of a story, with values, origins and a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quellenlage.corpus.origins import Origins
    from quellenlage.corpus.records import Claim, Copy, Names, Story
    from quellenlage.layers.annotations import Annotations


def align(
    annotated: Sequence[Annotations],
    names: Names,
    copies: Sequence[Copy],
    stories: Sequence[Story],
    origins: Origins,
) -> tuple[Claim, ...]:
    """Return the claims of all stories; see ``quellenlage.corpus.claims.ledger``."""
    from quellenlage.corpus.claims.ledger import align as run

    return run(annotated, names, copies, stories, origins)
