"""Third-person pronouns of speakers: „sagte er“, „erklärte sie“, "he said".

The antecedent is the nearest person that agrees in gender, where a person that is the subject of its sentence counts as
nearer than one behind a preposition; more than three sentences back nobody is meant.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, Literal

from quellenlage.layers.annotations import Annotations, Gender, Mention
from quellenlage.layers.entities.words import DEFINITE, PREPOSITIONS

_REACH: Final = 3
"""Sentences looked back: in the quotation corpus's news an antecedent further away is rare."""
_SENTENCE: Final = 1.0
_OBLIQUE: Final = 1.2
"""Cost of a mention behind a preposition, in sentences: a subject one sentence back comes before it."""
_UNSURE: Final = 0.4
"""Cost of a person whose gender nothing tells."""
_CHARACTERS: Final = 2_000.0


def _oblique(annotations: Annotations, sentence: int, mention: Mention) -> bool:
    """Tell whether a preposition governs a mention: nothing but article, adjectives and title stands between."""
    tokens = annotations.sentences[sentence].tokens
    place = next((i for i, token in enumerate(tokens) if token.start >= mention.start), len(tokens)) - 1
    for i in range(place, max(-1, place - 5), -1):
        word = tokens[i].text
        if word.lower() in PREPOSITIONS:
            return True
        titled = word[:1].isupper() and i > 0
        if word.lower() not in DEFINITE and not titled and not word.endswith(("en", "em", "er", "es", "e")):
            return False
    return False


def resolve(
    annotations: Annotations,
    position: int,
    gender: Gender | None,
    number: Literal["sg", "pl"] = "sg",
    *,
    exclude: int | None = None,
) -> int | None:
    """Return whom a pronoun means.

    Args:
        annotations: A document with sentences, referents and mentions.
        position: Code point where the pronoun stands.
        gender: ``m`` for „er“, ``f`` for „sie“; None where the pronoun does not tell.
        number: A plural has no single antecedent, so that the answer is None.
        exclude: Index of a referent that cannot be meant.

    Returns:
        Index of the referent, or None where no person agrees within reach.
    """
    if number == "pl" or gender == "n":
        return None
    starts = [sentence.start for sentence in annotations.sentences]
    here = bisect_right(starts, position) - 1
    best: tuple[float, int] | None = None
    for mention in annotations.mentions:
        if mention.start >= position:
            break
        referent = annotations.referents[mention.referent]
        if referent.type != "person" or mention.referent == exclude:
            continue
        if gender is not None and referent.gender is not None and referent.gender != gender:
            continue
        sentence = bisect_right(starts, mention.start) - 1
        if here - sentence > _REACH:
            continue
        if mention.kind == "nominal" and annotations.sentences[sentence].heading:
            continue  # an office in the headline; the text begins anew
        price = (here - sentence) * _SENTENCE + (position - mention.end) / _CHARACTERS
        if referent.gender is None:
            price += _UNSURE
        if _oblique(annotations, sentence, mention):
            price += _OBLIQUE
        if best is None or price < best[0]:
            best = (price, mention.referent)
    return best[1] if best else None
