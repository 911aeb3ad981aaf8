"""Speakers that can be none, and who stands there instead: an adverb, a stretch of time, a sum, what is denied.

``Anfangs hatte Oslo … gesprochen``, ``Gut zwei Jahre nach … fordert Chile``, ``zahlte nach eigenen Angaben drei
Millionen Euro``: the subject is sought behind the verb, for *own account* at the beginning of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quellenlage.layers import german
from quellenlage.layers.annotations import Annotations, Mention, Sentence, Statement, Token
from quellenlage.layers.resources import word_lists
from quellenlage.layers.span import Span

_LISTS: Final = word_lists("speaker-words.tsv")
_WORD: Final = re.compile(r"\w[\w’'-]*")
_OWN: Final = re.compile(r"\b(?:eigene[nr]?|eigner)\s+(?:Angaben?|Worten?|Aussagen?|Darstellung|Bekunden|Auskunft)\b")
_TAIL: Final = re.compile(r",\s*(?:der|die|das|den|dem|deren|dessen|who|whom|which|whose)\s+[a-zäöü].*$", re.DOTALL)
_FRONT: Final = re.compile(
    r"(?:(?:[Ss]ie|[Ee]r|[Ee]s)\s+(?:\w+\s+)??(?=(?:eine?[mnrs]?|de[mnrs]|das|die)\b)|(?:to|by|from)\s+(?=\w))"
)
_BACK: Final = re.compile(r"\s+(?:on|of|in|at|with|from|do|does|did|have|has|had|is|are|was|were)$")
_PRONOUN_TAIL: Final = re.compile(r",\s*(?=(?:he|she|they|er|sie)$)")
_PRONOUNS: Final = frozenset({"er", "sie", "he", "she", "они", "он", "она"})
_BEHIND: Final = 30
"""Code points behind the verb in which its subject begins."""


def checked(annotations: Annotations, found: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return statements with the speakers that can be none replaced by who stands there, or by nobody.

    Args:
        annotations: The document with sentences, mentions and times.
        found: Its statements in order.
    """
    out: list[Statement] = []
    changed: dict[tuple[Span, ...], tuple[int | None, tuple[Span, ...]]] = {}
    for statement in found:
        if statement.speaker_spans in changed:
            speaker, spans = changed[statement.speaker_spans]
            out.append(replace(statement, speaker=speaker, speaker_spans=spans))
            continue
        new = _judged(annotations, statement, out[-1] if out else None)
        if new is not statement and statement.speaker_spans:
            changed[statement.speaker_spans] = new.speaker, new.speaker_spans
        out.append(new)
    return tuple(out)


def _judged(annotations: Annotations, statement: Statement, before: Statement | None) -> Statement:
    text = annotations.document.text
    unclear = not statement.speaker_spans or any(_OWN.search(span.of(text)) for span in statement.speaker_spans)
    unclear = unclear or _impossible(annotations, statement)
    if unclear and any(_OWN.search(span.of(text)) for span in (*statement.frame, *statement.speaker_spans)):
        return _with(annotations, statement, _opening_subject(annotations, statement))
    if not statement.speaker_spans:
        return statement
    span = statement.speaker_spans[0]
    if statement.speaker is not None and (annotations.referents[statement.speaker].known or "").startswith("agency/"):
        return _beside_agency(annotations, statement)
    if statement.speaker is None:
        shorter = _trimmed(span, text)
        if shorter != span:
            who = next((m for m in annotations.mentions if (m.start, m.end) == shorter), None)
            return replace(statement, speaker=None if who is None else who.referent, speaker_spans=(shorter,))
    if not _impossible(annotations, statement):
        return statement
    if statement.speaker is not None and before is not None and span.of(text).lower() in _PRONOUNS:
        return replace(statement, speaker=before.speaker)
    if statement.certainty == "denied" and _words(span.of(text))[-1] in _LISTS["denied"]:
        return _with(annotations, statement, _opening_subject(annotations, statement))
    return _with(annotations, statement, _behind_verb(annotations, statement))


def _beside_agency(annotations: Annotations, statement: Statement) -> Statement:
    """Return a statement with the person who spoke to a wire service (``sagte Ina Wolf der dpa``), if there is one."""
    span = statement.speaker_spans[0]
    people = [
        m
        for m in annotations.mentions
        if span.start <= m.start and m.end <= span.end and annotations.referents[m.referent].type == "person"
    ]
    if not people:
        return statement
    last = max(people, key=lambda m: m.end)
    return replace(statement, speaker=last.referent, speaker_spans=(Span(span.start, last.end),))


def _trimmed(span: Span, text: str) -> Span:
    """Return the words that name the speaker, without a verb or preposition in front or a clause behind."""
    surface = span.of(text)
    pronoun = _PRONOUN_TAIL.search(surface)
    if pronoun is not None:
        return Span(span.start + pronoun.end(), span.end)
    start, end = span
    tail, back, front = _TAIL.search(surface), _BACK.search(surface), _FRONT.match(surface)
    if tail is not None and tail.start():
        end = span.start + tail.start()
    elif back is not None and back.start():
        end = span.start + back.start()
    if front is not None and span.start + front.end() < end:
        start = span.start + front.end()
    return Span(start, end)


def _words(surface: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(surface)] or [""]


def _impossible(annotations: Annotations, statement: Statement) -> bool:
    text = annotations.document.text
    span = statement.speaker_spans[0]
    words = _words(span.of(text))
    if statement.speaker is not None:
        known = _words(annotations.referents[statement.speaker].name)
        return len(known) == 1 and known[0] in _LISTS["adverb"]
    if all(word in _LISTS["adverb"] for word in words) or words[-1] in _LISTS["measure"]:
        return True
    if statement.certainty == "denied" and words[-1] in _LISTS["denied"]:
        return True
    return any(time.end == span.end and time.start < span.end for time in annotations.times) and len(words) <= 3


def _with(annotations: Annotations, statement: Statement, found: Mention | Span | None) -> Statement:
    if found is None:
        return replace(statement, speaker=None, speaker_spans=())
    if isinstance(found, Span):
        return replace(statement, speaker=None, speaker_spans=(found,))
    return replace(statement, speaker=found.referent, speaker_spans=(Span(found.start, found.end),))


def _sentence(annotations: Annotations, place: int) -> Sentence | None:
    return next((s for s in annotations.sentences if s.start <= place < s.end), None)


def _acting(annotations: Annotations, first: int, last: int) -> list[Mention]:
    """Return the mentions in a range of whom or what can speak, in order."""
    kinds = {"person", "organization", "place", "nationality"}
    found = (m for m in annotations.mentions if first <= m.start and m.end <= last)
    acting = (m for m in found if annotations.referents[m.referent].type in kinds)
    return sorted(acting, key=lambda m: (m.start, m.end))


def _behind_verb(annotations: Annotations, statement: Statement) -> Mention | None:
    """Return who stands behind the verb of a sentence that something else opens (``Anfangs hatte Wien …``)."""
    first = statement.cue[0].of(annotations.document.text) if statement.cue else ""
    if not first[:1].islower() or not german.verb_readings(first):
        return None
    verb = statement.cue[0]
    sentence = _sentence(annotations, verb.start)
    if sentence is None:
        return None
    near = [m for m in _acting(annotations, verb.end, sentence.end) if m.start <= verb.end + _BEHIND]
    near.sort(key=lambda m: (annotations.referents[m.referent].type in ("place", "nationality"), m.start))
    return near[0] if near else None


def _opening_subject(annotations: Annotations, statement: Statement) -> Mention | Span | None:
    """Return the noun phrase that opens the sentence, as a mention where it is one; else who stands behind its verb."""
    place = statement.cue[0].start if statement.cue else statement.content[0].start
    sentence = _sentence(annotations, place)
    if sentence is None:
        return None
    taken: list[Token] = []
    for token in sentence.tokens:
        word = token.text
        if not word[:1].isalpha() or (taken and word[:1].islower()) or token.start >= place:
            break
        if not taken and word.lower() in _LISTS["opening"]:
            break
        taken.append(token)
    if taken and (len(taken) > 1 or german.is_noun(taken[0].text) or not german.verb_readings(taken[0].text.lower())):
        whole = Span(taken[0].start, taken[-1].end)
        inside = _acting(annotations, whole.start, whole.end)
        return inside[-1] if inside else whole
    near = _acting(annotations, sentence.start, place)
    return near[0] if near else None
