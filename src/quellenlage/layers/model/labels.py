"""The labels of the model's heads, in the order of their outputs."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

TYPES: Final = ("direct", "indirect", "reported", "free_indirect", "indirect_free_indirect")
"""Kinds of quotation (Petersen-Frey & Biemann, LREC-COLING 2024)."""

MEDIA: Final = ("Speech", "Writing", "Thought", "ST", "SW", "TW", "none")
"""Media of the same scheme; two letters stand for two that the text does not tell apart."""

ROLES: Final = ("speaker", "cue", "frame", "addressee")
"""Roles that words may have for a quotation."""

PLACES: Final = ("before", "inside", "gap", "after")
"""Where a word stands to a quotation; ``gap`` is between two of its parts."""

QUOTE_LABELS: Final = ("O", *(f"{kind}-{name}" for name in TYPES for kind in "BIC"))
"""``B`` begins a quotation, ``I`` is inside of a part, ``C`` begins a further part of the quotation before."""

WIKINEURAL_TYPES: Final = ("PER", "LOC", "ORG", "MISC")
WIKINEURAL_LABELS: Final = ("O", *(f"{kind}-{name}" for name in WIKINEURAL_TYPES for kind in "BI"))

GERMEVAL_TYPES: Final = tuple(
    f"{name}{suffix}" for name in ("PER", "LOC", "ORG", "OTH") for suffix in ("", "deriv", "part")
)
GERMEVAL_LABELS: Final = ("O", *(f"{kind}-{name}" for name in GERMEVAL_TYPES for kind in "BI"))


def allowed_moves(labels: tuple[str, ...] = QUOTE_LABELS) -> NDArray[np.bool_]:
    """Return ``[from, to]``: ``I`` follows only a label of its own type."""
    moves = np.ones((len(labels), len(labels)), dtype=bool)
    for column, label in enumerate(labels):
        if label.startswith("I-"):
            moves[:, column] = [source != "O" and source[2:] == label[2:] for source in labels]
    return moves
