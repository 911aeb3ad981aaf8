"""Variants of the mood in reported clauses: what German papers may write for the same words of somebody.

A paper that reports may choose between the first and the second Konjunktiv (*er habe*, *er hätte*) and, behind *dass*,
the indicative as well (*dass er krank sei*, *ist*); the type of the quotation stays what it was. Where no frame and no
*dass* stands, the Konjunktiv alone tells that it is a report, so that the indicative is never put there (Duden, Die
Grammatik, on indirect speech).
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from quellenlage.layers.model.labels import TYPES

FIRST_SECOND = {
    "sei": "wäre",
    "seien": "wären",
    "habe": "hätte",
    "werde": "würde",
    "könne": "könnte",
    "müsse": "müsste",
    "dürfe": "dürfte",
    "wolle": "wollte",
    "solle": "sollte",
    "gebe": "gäbe",
    "gehe": "ginge",
    "komme": "käme",
    "bleibe": "bliebe",
    "stehe": "stünde",
    "lasse": "ließe",
    "nehme": "nähme",
    "halte": "hielte",
    "wisse": "wüsste",
    "liege": "läge",
    "finde": "fände",
    "bringe": "brächte",
    "brauche": "bräuchte",
}
FIRST_INDICATIVE = {
    "sei": "ist",
    "seien": "sind",
    "habe": "hat",
    "werde": "wird",
    "könne": "kann",
    "müsse": "muss",
    "dürfe": "darf",
    "wolle": "will",
    "solle": "soll",
    "gebe": "gibt",
    "gehe": "geht",
    "komme": "kommt",
    "bleibe": "bleibt",
    "stehe": "steht",
    "lasse": "lässt",
    "nehme": "nimmt",
    "halte": "hält",
    "wisse": "weiß",
    "liege": "liegt",
    "finde": "findet",
    "bringe": "bringt",
    "brauche": "braucht",
}
SECOND_FIRST = {second: first for first, second in FIRST_SECOND.items()}
INDICATIVE_FIRST = {indicative: first for first, indicative in FIRST_INDICATIVE.items()}

DIRECT, INDIRECT, FREE = (TYPES.index(name) for name in ("direct", "indirect", "indirect_free_indirect"))


def remooded(words: Sequence[str], quotations: Sequence[tuple[Sequence[int], int]], dice: random.Random) -> list[str]:
    """Return the words with other moods in reported clauses.

    Args:
        words: Words of an article.
        quotations: Word indices and type of each quotation.
        dice: Where chance comes from; each quotation is changed or left as a whole, behind *dass* up to the
            end of the sentence.
    """
    result = list(words)
    spoken = {at for indices, type_ in quotations if type_ == DIRECT for at in indices}
    for indices, type_ in quotations:
        if type_ not in (INDIRECT, FREE) or dice.random() < 0.5:
            continue
        joined = type_ == INDIRECT and any(words[at].lower() == "dass" for at in _start(indices))
        tables = [FIRST_SECOND, SECOND_FIRST]
        if joined:
            tables = [*tables, FIRST_INDICATIVE, INDICATIVE_FIRST]
        table = dice.choice(tables)
        for at in indices:
            if joined and words[at] in {".", "!", "?"}:
                break
            if at not in spoken:
                result[at] = table.get(words[at], result[at])
    return result


def _start(indices: Sequence[int]) -> range:
    return range(max(0, indices[0] - 1), indices[0] + 1)
