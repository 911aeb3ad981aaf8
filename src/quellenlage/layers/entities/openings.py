"""Unknown words that open a German sentence: the name of who does something, or an adverb."""

from __future__ import annotations

import re
from typing import Final

from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.lexis import kind
from quellenlage.layers.entities.words import SPEECH
from quellenlage.layers.german import verb_readings

ADVERBIAL: Final = re.compile(
    r"(?:lich|ig|isch|bar|sam|los|haft|weise|ens|end|ell|iv|ings|wärts|maßen|hin|her|falls|mal|mals)$"
)
_PRONOMINAL: Final = re.compile(
    r"^(?:Da|Dar|Wo|Wor|Hier|Hin|Her)(?:für|mit|bei|zu|von|durch|gegen|nach|neben|unter|über|an|auf|aus|in|um|vor|hinter|"
    r"zwischen)\w{0,3}$|(?:halb|weit|gleich|wegen|lei|dem|dessen|seits|orts|zeit)$"
)
"""Formation of adverbs."""
_SUBJECTS: Final = frozenset(
    [
        *(
            "er",
            "sie",
            "es",
            "man",
            "ich",
            "wir",
            "ihr",
            "der",
            "die",
            "das",
            "ein",
            "eine",
            "den",
            "dem",
            "einen",
            "einem",
        ),
        *(
            "sich",
            "mich",
            "uns",
            "dieser",
            "diese",
            "dieses",
            "sein",
            "seine",
            "ihre",
            "kein",
            "keine",
            "alle",
            "viele",
        ),
        *("jeder", "niemand", "jemand", "nur"),
    ]
)
"""Words that stand behind the verb of a sentence that opens with an adverb."""
_SHORTEST_NAME: Final = 4
_ASIDE: Final = 14
"""Words of the longest insertion between a name and its verb."""


def acts(line: Line, i: int, last: int) -> bool:
    """Tell whether an unknown word opens a sentence as the bare subject of a verb („Kaltmoor übernimmt …“).

    Of such words in 14,000 sentences of GermEval 2014's training part 37 of 39 are names; adverbs are told by their
    formation or by the subject behind the verb, adjectives by a form of *sein* or *werden*.
    """
    word, behind = line.word(i), line.word(last + 1).lower()
    if line.heading or i or kind(word) != "unknown" or len(word) < _SHORTEST_NAME:
        return False
    if ADVERBIAL.search(word) or _PRONOMINAL.search(word) or word.isupper() or behind in _SUBJECTS:
        return False
    lemmas = {
        reading.lemma
        for reading in verb_readings(line.word(last))
        if reading.person == 3 and reading.number == "sg" and line.word(last).islower()
    }
    return bool(lemmas) and not lemmas & {"sein", "werden", "gelten", "kommen"}


def speaks(line: Line, comma: int) -> bool:
    """Tell whether a verb of speech follows an insertion („Kessler, für die Aufsicht zuständig, verlangte …“)."""
    if kind(line.word(0)) != "unknown":
        return False
    second = next((k for k in range(comma + 1, min(comma + _ASIDE, len(line.tokens))) if line.word(k) == ","), -1)
    return second > 0 and line.word(second + 1) in SPEECH
