"""Names across documents: who is the same as whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quellenlage.corpus.names.judgements import Judgements
    from quellenlage.corpus.records import Names
    from quellenlage.layers.annotations import Annotations


def unify(annotated: Sequence[Annotations], *, judgements: Judgements | None = None) -> Names:
    """Join the referents of all documents into entities (see ``joining.unify``)."""
    from quellenlage.corpus.names import joining as module
    from quellenlage.corpus.names.judgements import NONE

    return module.unify(annotated, judgements=judgements if judgements is not None else NONE)


def carry(annotated: Sequence[Annotations]) -> tuple[Annotations, ...]:
    """Add the names that only other articles of the same matter give away, and part namesakes by what they tell.

    See ``carried.carry`` and ``namesakes.part_namesakes``.
    """
    from quellenlage.corpus.names.carried import carry as added
    from quellenlage.corpus.names.namesakes import part_namesakes

    return part_namesakes(added(annotated))


def same_name(left: str, right: str) -> bool:
    """Tell whether two full names are spellings of one, at the product's one threshold (see ``compare.compare``)."""
    from quellenlage.corpus.names.compare import THRESHOLD, compare

    return compare(left, right).score >= THRESHOLD
