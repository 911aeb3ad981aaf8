"""The event layer: every clause with a trigger becomes a telling of an event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from quellenlage.layers.annotations import Annotations, Event, Mention, Sentence, Statement
from quellenlage.layers.events.clauses import Clause, clauses
from quellenlage.layers.events.dates import VERBAL, date_of, nearest
from quellenlage.layers.events.lexicon import lexicon
from quellenlage.layers.events.participants import take_part
from quellenlage.layers.events.status import status
from quellenlage.layers.events.triggers import Found, triggers
from quellenlage.layers.span import Span


class _Telling(NamedTuple):
    sentence: int
    clause: Clause
    found: Found


def _inside(mentions: Sequence[Mention], starts: Sequence[int], clause: Clause) -> list[Mention]:
    """Return the mentions that stand on the clause's own words."""
    out: list[Mention] = []
    for mention in mentions[bisect_left(starts, clause.start) : bisect_left(starts, clause.end)]:
        if any(token.start <= mention.start < token.end for token in clause.tokens):
            out.append(mention)
    return out


def _attributed(mention: Mention, frames: Sequence[tuple[int, int]], trigger: int) -> bool:
    """Tell whether a mention only names the source (``nach Angaben der Feuerwehr``), in a frame without the trigger."""
    return any(start <= mention.start < end and not start <= trigger < end for start, end in frames)


def statement_at(statements: Sequence[Statement], start: int, end: int) -> int | None:
    """Return the index of the statement whose content covers more than half of ``[start, end)``, the shortest first."""
    best: tuple[int, int] | None = None
    for index, statement in enumerate(statements):
        size = sum(span.end - span.start for span in statement.content)
        shared = sum(max(0, min(end, span.end) - max(start, span.start)) for span in statement.content)
        if 2 * shared > end - start and (best is None or (size, index) < best):
            best = (size, index)
    return best[1] if best else None


def _neighbour_date(
    sentences: Sequence[Sentence], number: int, telling: _Telling, annotations: Annotations
) -> str | None:
    """Take a date from the sentence before in the paragraph; for the first sentence of the body from the next one."""
    if telling.found.trigger.type in VERBAL or telling.found.occasion:
        return None
    sentence = sentences[number]
    near = telling.clause.start
    body = [i for i, s in enumerate(sentences) if not s.heading and len(s.tokens) > 5]
    others: list[int] = []
    if number and sentences[number - 1].paragraph == sentence.paragraph:
        others.append(number - 1)
    if body and number == body[0] and number + 1 < len(sentences):
        others.append(number + 1)
    for other in others:
        beside = sentences[other]
        date = nearest(annotations.times, beside.start, beside.end, near)
        if date is not None:
            return date
    return None


def _tellings(annotations: Annotations) -> list[_Telling]:
    language = annotations.document.language.split("-")[0]
    words = lexicon(language)
    out: list[_Telling] = []
    for number, sentence in enumerate(annotations.sentences):
        for clause in clauses(sentence, language=language):
            out.extend(_Telling(number, clause, found) for found in triggers(clause, words, language=language))
    body = {
        (t.found.trigger.type, t.found.trigger.concept) for t in out if not annotations.sentences[t.sentence].heading
    }
    return [
        t
        for t in out
        if not annotations.sentences[t.sentence].heading or (t.found.trigger.type, t.found.trigger.concept) not in body
    ]


def annotate(annotations: Annotations) -> Annotations:
    """Fill ``events``; a heading tells an event only where the body has none of its kind."""
    document = annotations.document
    language = document.language.split("-")[0]
    mentions = sorted(annotations.mentions, key=lambda mention: (mention.start, mention.end))
    starts = [mention.start for mention in mentions]
    frames = sorted(
        (span.start, span.end) for statement in annotations.statements for span in (*statement.frame, *statement.cue)
    )
    events: list[Event] = []
    for telling in _tellings(annotations):
        sentence, clause, found = annotations.sentences[telling.sentence], telling.clause, telling.found
        trigger = clause.tokens[found.place]
        index = statement_at(annotations.statements, clause.start, clause.end)
        statement = annotations.statements[index] if index is not None else None
        date = date_of(clause, (sentence.start, sentence.end), trigger.start, annotations.times)
        date = date or _neighbour_date(annotations.sentences, telling.sentence, telling, annotations)
        act = statement is not None and any(s.start <= trigger.start < s.end for s in statement.cue)
        if act and found.trigger.type in VERBAL:
            statement = None  # the act of speech itself is told, whatever its content
        state, why = status(clause, found, statement, date=date, published=document.published, language=language)
        people, place = take_part(
            clause,
            found,
            [m for m in _inside(mentions, starts, clause) if act or not _attributed(m, frames, trigger.start)],
            annotations.referents,
            language=language,
        )
        events.append(
            Event(
                start=clause.start,
                end=clause.end,
                trigger=Span(trigger.start, trigger.end),
                type=found.trigger.type,
                label=" ".join(document.text[clause.start : clause.end].split()),
                date=date,
                place=place,
                participants=people,
                status=state,
                reason=f"{found.trigger.lemma} → {found.trigger.type}; {why}",
            )
        )
    return replace(annotations, events=tuple(events))
