"""How firmly a German statement is put forward: by the cue's class, *soll*, *angeblich*, the paper's own word."""

from __future__ import annotations

from quellenlage.layers.annotations import Certainty
from quellenlage.layers.statements import running
from quellenlage.layers.statements.drafts import Draft, Named
from quellenlage.layers.statements.lexicon import WORDS
from quellenlage.layers.statements.phrases import is_medium

_ADVERBS = frozenset(
    {"angeblich", "mutmaßlich", "mutmasslich", "vermeintlich", "anscheinend", "möglicherweise", "demnach"}
)
_GOSSIP = frozenset({"gemunkelt", "erzählt", "spekuliert", "getuschelt", "kolportiert", "geraunt", "geflüstert"})
_PASSIVE = frozenset({"wird", "wurde", "werde", "worden"})
_OWN = frozenset({"unserer", "unsere", "dieser"})


def judge(draft: Draft) -> Certainty:
    """Return the certainty of a draft."""
    unit = draft.unit
    frame = range(*draft.frame) if draft.frame else range(0)
    if draft.kind == "deny" and draft.type != "direct":
        if _instead(draft):
            return "reported"
        negated = any(unit.low[i] in ("nicht", "nie") for i in frame)
        excluded = draft.reason.startswith("ausschließen")
        return ("hedged" if excluded else "reported") if negated else "denied"
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
    if any(unit.low[i] == "vernehmen" for i in frame) or _learnt(draft, frame):
        return "hedged"
    if _claimed(draft):
        return "hedged"
    for first, last in draft.content:
        if any(unit.low[i] in _ADVERBS and unit.quote[i] < 0 for i in range(first, last)):
            return "hedged"
        for segment in unit.segments:
            if segment.last > first and segment.first < last and running.hearsay(unit, segment):
                return "hedged"
            vague = draft.speaker is not None and _second_hand(draft.speaker)
            if (
                vague
                and first <= segment.first < last
                and {"soll", "sollen"} & set(unit.low[segment.first : segment.last])
            ):
                return "hedged"
    return "reported"


def _instead(draft: Draft) -> bool:
    """Tell whether content is what a denier says in its place: a main clause behind a colon (*widersprach: Er …*)."""
    unit = draft.unit
    if not draft.content or draft.frame is None or draft.frame[0] > draft.content[0][0]:
        return False
    begin = draft.content[0][0]
    return ":" in unit.words[draft.frame[1] - 1 : begin] and unit.low[begin] not in ("dass", "daß", "ob")


def _learnt(draft: Draft, frame: range) -> bool:
    """Tell whether a paper only claims to know (*erfahren haben will*) or people only talk (*wird gemunkelt*)."""
    low = {draft.unit.low[i] for i in frame}
    return bool(low & _GOSSIP and low & _PASSIVE) or ("haben" in low and bool(low & {"will", "wollen"}))


def _claimed(draft: Draft) -> bool:
    """Tell whether content is what somebody claims of himself: *will … gewarnt worden sein*, *will … gesehen haben*."""
    low = [draft.unit.low[i] for r in draft.content for i in range(*r) if draft.unit.quote[i] < 0]
    perfect = low[-1:] == ["haben"] or low[-2:] == ["worden", "sein"]
    return perfect and len(low) > 2 and bool({"will", "wollen"} & set(low))


def _second_hand(who: Named) -> bool:
    """Tell whether a source is circles without a name or a medium: its *soll* is hearsay."""
    words = who.unit.words[who.first : who.core]
    return who.text.lower().endswith("kreisen") or any(is_medium(word) for word in words)


def hedge_words(words: list[str]) -> bool:
    """Tell whether words hold an adverb of hearsay."""
    return bool(WORDS["hedges"] & {word.lower() for word in words})
