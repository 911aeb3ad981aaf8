"""Statements as the model reads them, as drafts beside those of the rules."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from quellenlage.layers.annotations import Annotations, Certainty
from quellenlage.layers.model.article import Quotation, quotations
from quellenlage.layers.model.decode import Hint
from quellenlage.layers.model.labels import TYPES
from quellenlage.layers.statements import certainty, cues, foreign, french, french_cues, merge
from quellenlage.layers.statements.drafts import Draft, Named, Range
from quellenlage.layers.statements.phrases import noun_phrase
from quellenlage.layers.statements.units import Unit

GAP: Final = 3
"""Words between two parts of a role that still count as one phrase (``der Sprecher , Müller ,``)."""


def drafts(annotations: Annotations, units: Sequence[Unit], rules: Sequence[Draft], *, language: str) -> list[Draft]:
    """Return what the model finds with the rules' drafts as hints, in the order of the text.

    Args:
        annotations: A document with sentences.
        units: Its units, in order, which together hold all tokens.
        rules: What the rules found.
        language: Language code without region.
    """
    places = Places(units)
    found = []
    for quotation in quotations(annotations, hints=[hint(draft) for draft in rules]):
        draft = _draft(quotation, places, language=language)
        if draft is not None:
            found.append(draft)
    return found


def hint(draft: Draft) -> Hint:
    """Return a draft in the document's token numbers."""
    parts = [(draft.unit, first, last) for first, last in draft.content] + draft.elsewhere
    offset = draft.unit.offset
    framed = draft.frame if draft.type != "reported" else None
    return Hint(
        words=tuple(sorted({unit.offset + at for unit, first, last in parts for at in range(first, last)})),
        type=TYPES.index(draft.type),
        roles={
            "speaker": _numbers(draft.speaker),
            "cue": frozenset(offset + at for at in draft.cue),
            "frame": frozenset(range(offset + framed[0], offset + framed[1])) if framed else frozenset(),
            "addressee": _numbers(draft.addressee),
        },
    )


def _numbers(who: Named | None) -> frozenset[int]:
    if who is None:
        return frozenset()
    return frozenset(range(who.unit.offset + who.first, who.unit.offset + who.last))


def joined(annotations: Annotations, units: Sequence[Unit], rules: Sequence[Draft], *, language: str) -> list[Draft]:
    """Return the drafts of rules and model as one list in the order of the text.

    Args:
        annotations: A document with sentences.
        units: Its units.
        rules: What the rules found, certainty judged.
        language: Language code without region.
    """
    found = drafts(annotations, units, rules, language=language)
    for draft in found:
        draft.certainty = _certainty(draft, language)
    return merge.join(rules, found)


def _certainty(draft: Draft, language: str) -> Certainty:
    if language == "de":
        return certainty.judge(draft)
    return french.judge(draft) if language == "fr" else foreign.judge(language, draft)


class Places:
    """Finds the unit of a token of the document."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.offsets = [unit.offset for unit in units]

    def ranges(self, words: Sequence[int]) -> list[tuple[Unit, int, int]]:
        """Return ascending token numbers of the document as ranges of units."""
        result: list[tuple[Unit, int, int]] = []
        for word in words:
            unit = self.units[bisect_right(self.offsets, word) - 1]
            place = word - unit.offset
            if result and result[-1][0] is unit and result[-1][2] == place:
                result[-1] = (unit, result[-1][1], place + 1)
            else:
                result.append((unit, place, place + 1))
        return result


def _draft(quotation: Quotation, places: Places, *, language: str) -> Draft | None:
    content = [(unit, *unit.trimmed(first, last)) for unit, first, last in places.ranges(quotation.words)]
    content = [
        (unit, first, last)
        for unit, first, last in content
        if any(word[0].isalnum() for word in unit.words[first:last])
    ]
    if not content:
        return None
    frame = places.ranges(quotation.role_words["frame"])
    cue = places.ranges(quotation.role_words["cue"])
    home = _home(content, cue or frame)
    if home.heading:
        return None
    own: list[Range] = [(first, last) for unit, first, last in content if unit is home]
    elsewhere = [part for part in content if part[0] is not home]
    cue_places = tuple(place for unit, first, last in cue if unit is home for place in range(first, last))
    frames = [(first, last) for unit, first, last in frame if unit is home]
    return Draft(
        unit=home,
        content=own,
        type=quotation.type,
        kind=_kind(home, cue_places, language=language),
        speaker=_named(places.ranges(quotation.role_words["speaker"])),
        cue=cue_places,
        frame=(min(first for first, _ in frames), max(last for _, last in frames)) if frames else None,
        addressee=_named(places.ranges(quotation.role_words["addressee"])),
        confidence=quotation.confidence,
        reason="model" + (": " + " ".join(home.words[place] for place in cue_places) if cue_places else ""),
        running=not frames and not cue_places,
        elsewhere=elsewhere,
    )


def _home(content: Sequence[tuple[Unit, int, int]], marks: Sequence[tuple[Unit, int, int]]) -> Unit:
    """Return the unit of the cue, or else that of the longest part of the content."""
    units = [unit for unit, _, _ in content]
    for unit, _, _ in marks:
        if any(unit is own for own in units):
            return unit
    return max(content, key=lambda part: part[2] - part[1])[0]


def _kind(unit: Unit, cue: Sequence[int], *, language: str) -> str:
    """Return the class of the cue in the lexicon of the rules, or ``say``."""
    if not cue:
        return "say"
    if language == "de":
        for segment in unit.segments:
            if any(segment.first <= place < segment.last for place in cue):
                for hit in cues.find(unit, segment):
                    if set(hit.places) & set(cue):
                        return hit.entry.kind
        return "say"
    if language == "fr":
        return french_cues.kind_of([unit.words[place] for place in cue])
    return foreign.kind_of(language, [unit.low[place] for place in cue])


def _named(ranges: Sequence[tuple[Unit, int, int]]) -> Named | None:
    """Return the longest run of a role's words, small gaps closed, as words that name somebody."""
    runs: list[tuple[Unit, int, int]] = []
    for unit, first, last in ranges:
        if runs and runs[-1][0] is unit and first - runs[-1][2] <= GAP:
            runs[-1] = (unit, runs[-1][1], last)
        else:
            runs.append((unit, first, last))
    if not runs:
        return None
    unit, first, last = max(runs, key=lambda run: run[2] - run[1])
    while first < last and not unit.words[first][0].isalnum() and unit.words[first] not in '„“"»«':
        first += 1
    while last > first and not unit.words[last - 1][0].isalnum() and unit.words[last - 1] not in '“”"»«)':
        last -= 1
    if first >= last:
        return None
    phrase = noun_phrase(unit, first, last)
    return Named(unit, first, last, phrase.core if phrase is not None and phrase.first == first else last)
