"""French statements: source phrases, cue verbs before, behind and inside what was said, told speech, hearsay.

The steps are those of German. French puts the frame behind a comma with the verb first (*…, a déclaré le maire*), also
inside the quotation marks, and marks hearsay by the conditional (*aurait été averti*).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.layers import french
from quellenlage.layers.annotations import Certainty
from quellenlage.layers.statements.drafts import Draft
from quellenlage.layers.statements.french_cues import QUE, WORDS, at, plain
from quellenlage.layers.statements.french_frames import Reader
from quellenlage.layers.statements.units import Unit

_BEING: Final = frozenset(("serait", "seraient"))
_PREDICATES: Final = frozenset(
    (
        *("un", "une", "des", "le", "la", "l'", "les", "à", "au", "en", "dans"),
        *("âgé", "âgée", "originaire", "toujours", "due"),
    )
)
"""Words behind *serait* with which it tells a state by hearsay (*serait à l'origine*), unlike *serait utile*."""


def read(units: Sequence[Unit]) -> list[Draft]:
    """Return the drafts of a document in order.

    Args:
        units: Its units, built with ``french_cues.cuts_at`` and ``french_cues.is_finite``.
    """
    out: list[Draft] = []
    floor: Draft | None = None
    last: Unit | None = None
    for unit in units:
        if unit.heading:
            continue
        near = last is not None and last.paragraph == unit.paragraph
        found = Reader(unit).read()
        if not found and floor is not None:
            found = _running(unit, floor, near=near)
        found = found or _hearsay(unit, floor if near else None)
        out += found
        speaking = [draft for draft in found if draft.speaker is not None]
        floor = speaking[-1] if speaking else floor
        last = unit
    for draft in out:
        draft.certainty = judge(draft)
    return out


def _running(unit: Unit, floor: Draft, *, near: bool) -> list[Draft]:
    """A quotation without a frame goes on with the speaker before; it belongs to a quotation right before it."""
    if not unit.whole_quote(0, len(unit.words)) or not any(unit.full(i) for i in range(len(unit.quotes))):
        return []
    spot = unit.trimmed(0, len(unit.words))
    if near and floor.type == "direct":
        floor.elsewhere.append((unit, *spot))
        return []
    return [Draft(unit, [spot], "direct", "say", floor.speaker, via=list(floor.via), running=True, reason="quotation")]


def conditional(unit: Unit, first: int, last: int) -> bool:
    """Tell whether a clause is told in the conditional of hearsay (*aurait promis*, *seraient blessés*)."""
    words = [plain(unit.words[i]) for i in range(first, last) if unit.quote[i] < 0]
    elided = "s'" in words and words[words.index("s'") + 1 : words.index("s'") + 2] in (["il"], ["ils"])
    if "si" in words or elided:
        return False
    for place, word in enumerate(words):
        if word in french.WORDS["conditional"] and any(
            french.is_participle(other) for other in words[place + 1 : place + 6]
        ):
            return True
        if word in _BEING and words[place + 1 : place + 2] and words[place + 1] in _PREDICATES:
            return True
    return False


def _hearsay(unit: Unit, floor: Draft | None) -> list[Draft]:
    spot = unit.trimmed(0, len(unit.words))
    if any(unit.quote[i] >= 0 for i in range(*spot)) and unit.whole_quote(*spot):
        return []
    if unit.words and unit.words[-1] == "?":
        return []
    words = {plain(word) for word in unit.words}
    if not conditional(unit, *spot) and not words & {"prétendument", "semblerait", "paraîtrait"}:
        return []
    heard = floor is not None and not any(cue.negated for segment in unit.segments for cue in at(unit, segment))
    speaker = floor.speaker if floor is not None and heard else None
    return [Draft(unit, [spot], "free_indirect", "say", speaker, confidence=0.5, reason="conditionnel", running=True)]


def judge(draft: Draft) -> Certainty:
    """Return the certainty of a draft: denials, the conditional of hearsay, else as told."""
    if draft.type == "free_indirect" or draft.kind == "hearsay":
        return "hedged"
    if draft.type == "direct":
        return "reported"
    unit = draft.unit
    frame = range(*draft.frame) if draft.frame else range(0)
    if draft.kind == "deny":
        negated = any(plain(unit.words[i]) in {"ne", "n'"} for i in frame) and draft.type == "indirect"
        return "hedged" if negated or "exclu" in draft.reason else "denied"
    words = {plain(unit.words[i]) for r in draft.content for i in range(*r) if unit.quote[i] < 0}
    if words & WORDS["hedges"]:
        return "hedged"
    opened = bool(draft.content) and plain(unit.words[draft.content[0][0]]) in QUE
    if not opened and any(conditional(unit, *r) for r in draft.content):
        return "hedged"
    return "reported"
