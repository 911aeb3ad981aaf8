"""How firmly a German statement is put forward: by the cue's class, *soll*, *angeblich*, the paper's own word."""

from __future__ import annotations

from quellenlage.layers.annotations import Certainty
from quellenlage.layers.statements import running
from quellenlage.layers.statements.drafts import Draft
from quellenlage.layers.statements.lexicon import WORDS

_ADVERBS = frozenset(
    {"angeblich", "mutmaßlich", "mutmasslich", "vermeintlich", "anscheinend", "möglicherweise", "demnach"}
)
_OWN = frozenset({"unserer", "unsere", "dieser"})


def judge(draft: Draft) -> Certainty:
    """Return the certainty of a draft."""
    unit = draft.unit
    frame = range(*draft.frame) if draft.frame else range(0)
    if draft.kind == "deny" and draft.type != "direct":
        negated = any(unit.low[i] in ("nicht", "nie") for i in frame)
        return "hedged" if negated and draft.type == "indirect" else "denied"
    if draft.type == "direct":
        return "reported"
    if draft.type == "free_indirect":
        return "hedged"
    if draft.speaker is not None and any(
        draft.speaker.unit.low[i] in _OWN
        and draft.speaker.unit.low[i + 1 : i + 2] in (["redaktion"], ["zeitung"], ["recherchen"])
        for i in range(draft.speaker.first, draft.speaker.last)
    ):
        return "asserted"
    if any(unit.low[i] == "vernehmen" for i in frame):
        return "hedged"
    for first, last in draft.content:
        if any(unit.low[i] in _ADVERBS and unit.quote[i] < 0 for i in range(first, last)):
            return "hedged"
        for segment in unit.segments:
            if segment.last > first and segment.first < last and running.hearsay(unit, segment):
                return "hedged"
            vague = draft.speaker is not None and draft.speaker.text.lower().endswith("kreisen")
            if (
                vague
                and first <= segment.first < last
                and {"soll", "sollen"} & set(unit.low[segment.first : segment.last])
            ):
                return "hedged"
    return "reported"


def hedge_words(words: list[str]) -> bool:
    """Tell whether words hold an adverb of hearsay."""
    return bool(WORDS["hedges"] & {word.lower() for word in words})
