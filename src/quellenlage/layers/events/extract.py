"""The event layer: every clause with a trigger becomes a telling of an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from quellenlage.layers.annotations import Annotations, Event, EventOutcome, Sentence, Statement
from quellenlage.layers.events.actors import by_pronoun, inside, names_of
from quellenlage.layers.events.cast import Cast
from quellenlage.layers.events.clauses import Clause, clauses
from quellenlage.layers.events.dates import VERBAL
from quellenlage.layers.events.dating import Dating
from quellenlage.layers.events.happenings import Happenings
from quellenlage.layers.events.lexicon import lexicon
from quellenlage.layers.events.nouns import nouns
from quellenlage.layers.events.senses import Surroundings
from quellenlage.layers.events.status import Setting, status
from quellenlage.layers.events.tense import hypothetical
from quellenlage.layers.events.triggers import triggers
from quellenlage.layers.events.words import EMPTY, OUTCOME, WORDS, Found, companion_words
from quellenlage.layers.span import Span

_OUTCOMES: dict[str, EventOutcome] = {"postponed": "postponed", "cancelled": "cancelled"}


class _Telling(NamedTuple):
    sentence: int
    clause: Clause
    found: Found


def statement_at(statements: Sequence[Statement], start: int, end: int) -> int | None:
    """Return the index of the statement whose content covers more than half of ``[start, end)``, the shortest first."""
    best: tuple[int, int] | None = None
    for index, statement in enumerate(statements):
        size = sum(span.end - span.start for span in statement.content)
        shared = sum(max(0, min(end, span.end) - max(start, span.start)) for span in statement.content)
        if 2 * shared > end - start and (best is None or (size, index) < best):
            best = (size, index)
    return best[1] if best else None


def statement_around(statements: Sequence[Statement], place: int) -> Statement | None:
    """Return the statement in whose content a place lies, the shortest first."""
    inside = [s for s in statements if any(span.start <= place < span.end for span in s.content)]
    return min(inside, key=lambda s: sum(span.end - span.start for span in s.content), default=None)


Cut = tuple[tuple[Clause, ...], ...]
"""The clauses of each sentence of an article."""


def _tellings(annotations: Annotations, cut: Cut) -> list[_Telling]:
    """Return all triggers of the article in their clauses, with the types that their surroundings give them."""
    language = annotations.document.language.split("-")[0]
    words = lexicon(language)
    text = annotations.document.text
    tokens = [(token.start, token.end) for sentence in annotations.sentences for token in sentence.tokens]
    names = names_of(annotations.mentions, annotations.referents, tokens)
    names |= inside([(time.start, time.end) for time in annotations.times], tokens)
    happenings = Happenings(annotations)
    around = Surroundings(paragraphs=[sentence.paragraph for sentence in annotations.sentences])
    out: list[_Telling] = []
    for number, sentence in enumerate(annotations.sentences):
        asked = text[sentence.start : sentence.end].rstrip("”“\"»«’)' ").endswith("?")
        for clause in cut[number]:
            named = nouns(clause, words, companion_words(clause, language=language), language=language, names=names)
            found = triggers(clause, words, language=language, names=names, known=named)
            around.note(number, clause, [*found, *(n for n in named if n.place not in {f.place for f in found})])
            if not found and not sentence.heading and not asked:
                last = happenings.of(clause)
                found = () if last is None else (last,)
            if not asked:
                out.extend(_Telling(number, clause, f) for f in found if not hypothetical(clause, f, language=language))
    settled = [t._replace(found=around.settle(t.sentence, t.clause, t.found)) for t in out]
    out = _supported([t for t in settled if t.found.trigger.type != OUTCOME], annotations, happenings)
    return _without_repeats(out, annotations)


def _supported(tellings: list[_Telling], annotations: Annotations, happenings: Happenings) -> list[_Telling]:
    """Drop doubtful entries that no other of their type supports; what a clause of them tells happens all the same."""
    sure = {t.found.trigger.type for t in tellings if not t.found.trigger.doubtful}
    protesters = WORDS.get(f"{annotations.document.language.split('-')[0]}.protesters", EMPTY)
    if any(token.text.lower() in protesters for sentence in annotations.sentences for token in sentence.tokens):
        sure.add("PROTEST")
    out: list[_Telling] = []
    for telling in tellings:
        if telling.found.trigger.doubtful and telling.found.trigger.type not in sure:
            other = happenings.of(telling.clause) if telling.found.trigger.kind == "v" else None
            out += [telling._replace(found=other)] if other is not None else []
        else:
            out.append(telling)
    return out


def _without_repeats(tellings: list[_Telling], annotations: Annotations) -> list[_Telling]:
    """Drop what a heading repeats of the body."""
    heading = [annotations.sentences[t.sentence].heading for t in tellings]
    body = {
        (t.found.trigger.type, t.found.trigger.concept) for t, head in zip(tellings, heading, strict=True) if not head
    }
    return [
        t
        for t, head in zip(tellings, heading, strict=True)
        if not head or (t.found.trigger.type, t.found.trigger.concept) not in body
    ]


def _words_before(clause: Clause, sentence: Sentence) -> frozenset[str]:
    """Return the words of a sentence before a clause without a finite verb or with *dass*, in lower case."""
    if clause.finite is not None and clause.opener != "dass":
        return frozenset()
    return frozenset(token.text.lower() for token in sentence.tokens if token.end <= clause.start)


def _label(clause: Clause, beside: Sequence[Clause], text: str, *, heading: bool, language: str) -> str:
    """Return the words of a clause; an infinitive clause is understood only with what stands before it."""
    start = clause.start
    if language == "de" and clause.finite is None and not heading:
        start = max((c.start for c in beside if c.end <= clause.start), default=start)
    return " ".join(text[start : clause.end].split())


def _date(dating: Dating, telling: _Telling, actor: int | None, *, quoted: bool) -> str | None:
    """Return the date of a telling; an act of speech without one can have that of what was said right before."""
    number, clause, found = telling
    date = dating.date_of(number, clause, found, quoted=quoted)
    if date is None and actor is not None and found.trigger.type in VERBAL and by_pronoun(clause):
        date = dating.said_before(number, actor)
    if date is None and found.trigger.type == "REJECT" and dating.answers(clause, found):
        date = dating.said_before(number)
    return date


def annotate(annotations: Annotations) -> Annotations:
    """Fill ``events``; a heading tells an event only where the body has none of its kind."""
    document = annotations.document
    language = document.language.split("-")[0]
    cut = tuple(clauses(sentence, language=language) for sentence in annotations.sentences)
    dating, cast = Dating(annotations, cut), Cast(annotations, cut)
    events: list[Event] = []
    for telling in _tellings(annotations, cut):
        sentence, clause, found = annotations.sentences[telling.sentence], telling.clause, telling.found
        trigger = clause.tokens[found.place]
        cast.hear(clause.start)
        index = statement_at(annotations.statements, clause.start, clause.end)
        statement = annotations.statements[index] if index is not None else None
        told = statement or statement_around(annotations.statements, trigger.start)
        if language == "en" and told is not None and told.type == "indirect":
            statement = told  # frame and that clause are one clause here
        actor = cast.actor(clause, sentence.paragraph, (trigger.start, trigger.end), told)
        date = _date(dating, telling, actor, quoted=statement is not None and statement.type == "direct")
        if found.aim and date is None:
            continue  # a strike threatened some day is talk of a strike
        act = any(s.start <= trigger.start < s.end for one in annotations.statements for s in one.cue)
        if act and found.trigger.type in VERBAL:
            statement = None  # the act of speech itself is told, whatever its content
        setting = Setting(date, document.published, dating.day_named(clause), _words_before(clause, sentence))
        state, why = status(clause, found, statement, setting, language=language)
        people, place = cast.people(sentence, clause, found, actor=actor, told=told, state=state)
        events.append(
            Event(
                start=clause.start,
                end=clause.end,
                trigger=Span(trigger.start, trigger.end),
                type=found.trigger.type,
                label=_label(clause, cut[telling.sentence], document.text, heading=sentence.heading, language=language),
                date=date,
                place=place,
                participants=people,
                status=state,
                reason=f"{found.trigger.lemma} → {found.trigger.type}; {why}",
                concept=found.trigger.concept,
                outcome=_OUTCOMES.get(found.outcome),
            )
        )
    return replace(annotations, events=tuple(events))
