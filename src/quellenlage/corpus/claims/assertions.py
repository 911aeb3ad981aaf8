"""Assertions: the clauses of an article that each put one thing forward, with what can be compared of them.

Left out are headings, questions, frames of statements (``sagte die Sprecherin``) and clauses without content. What a
statement's frame says inside a clause (``nach Angaben des Landratsamts``) belongs to the attribution, not to the
assertion.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from quellenlage.corpus.claims.bounding import bounding, not_before
from quellenlage.corpus.claims.corrections import corrected, joined
from quellenlage.corpus.claims.mending import mended
from quellenlage.corpus.claims.periods import Period
from quellenlage.corpus.claims.polarity import (
    answers_denied,
    denied_beside,
    dismisses,
    forecasts,
    negative,
    reported_mood,
    tells_plainly,
)
from quellenlage.corpus.claims.quantities import Quantity, quantities
from quellenlage.corpus.claims.reader import Reader
from quellenlage.corpus.claims.roles import (
    MIN_TOKENS,
    denies_told,
    is_frame,
    leads_over,
    occasion,
    untitled,
    verbless,
    without_frame,
)
from quellenlage.corpus.claims.terms import terms, words_of
from quellenlage.corpus.claims.wordings import first
from quellenlage.corpus.records import Names
from quellenlage.layers.annotations import Annotations, Sentence, Statement, Time, Token
from quellenlage.layers.events.clauses import Clause, clauses
from quellenlage.layers.events.lexicon import lexicon
from quellenlage.layers.span import Span

_MIN_WEIGHT: Final = 2
"""Content words, names, times and negations that make an assertion; a quantity makes one alone."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """One clause that asserts something.

    Attributes:
        article: Key of the document.
        span: The words in the document's text.
        words: Its own words without frame, for comparison by meaning.
        language: First part of the BCP 47 code.
        sentence: Index of its sentence.
        paragraph: Number of its paragraph.
        statement: Index of the statement it is content of, or None.
        negative: True where it says that something is not so (negation or denial).
        back: True for a denial that names only *the figure* or *the accusation* and so points back.
        occasion: True for the occasion that opens a clause (``Nach einem Unfall …``).
        answers: True where it goes on with a denial that stands before it (``tat das ab: Man habe nie …``).
        explicit: True where a verb of denial makes it negative (``bestreitet, dass``).
        forecast: True where it is expected or predicted.
        told: True where it is told without modal verb or future.
        subjunctive: True where its verb is a Konjunktiv or *soll*.
        terms: Content words with weights.
        entities: Ids of the entities it names.
        rejected: Ids of the entities that it names only as wrong (``nicht in A, sondern in B``).
        rejected_numbers: The quantities that it names only as wrong.
        initiators: Those of them to whom it gives the start of something (``auf Initiative von X``).
        names: The words of each entity.
        quote: The words to show: with the clause on which its meaning hangs.
        place: Number of its clause in the sentence.
        head: Number of the clause that it hangs on: alone it is told in that one's line, or None.
        relative: True for a relative clause, which has the noun it belongs to among its words.
        thin: True where it only leads over to what is told next, and is no line unless another article says the same.
        cities: Those of them that the gazetteer knows as cities.
        quantities: Its numbers.
        dates: Its times of type DATE and TIME.
        bounds: How each of them bounds what is told (``until``, ``since``, ``before``, ``after``, ``on``).
        concepts: What it tells, from the event lexicon, the same word in all languages.
        print: Its words folded: equal in copies.
    """

    article: str
    span: Span
    words: str
    language: str
    sentence: int
    paragraph: int
    statement: int | None
    negative: bool
    back: bool
    occasion: bool
    forecast: bool
    told: bool
    subjunctive: bool
    terms: Mapping[str, float]
    entities: frozenset[str]
    cities: frozenset[str]
    quantities: tuple[Quantity, ...]
    dates: tuple[Time, ...]
    concepts: frozenset[str]
    print: str
    bounds: tuple[str, ...] = ()
    explicit: bool = False
    answers: bool = False
    rejected: frozenset[str] = frozenset()
    rejected_numbers: tuple[Quantity, ...] = ()
    initiators: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    quote: Span | None = None
    place: int = 0
    head: int | None = None
    relative: bool = False
    thin: bool = False

    @property
    def shown(self) -> Span:
        """The words that the ledger quotes."""
        return self.quote or self.span


def _concepts(tokens: Sequence[Token], *, language: str) -> frozenset[str]:
    found = lexicon(language)
    words = {token.text.lower() for token in tokens}
    out: set[str] = set()
    refused = False
    for token in tokens:
        for trigger in found.look_up(token.text):
            if language == "de" and (trigger.kind == "n") != token.text[:1].isupper() and token is not tokens[0]:
                continue
            if trigger.particle and trigger.particle not in words:
                continue
            if trigger.companions and not trigger.companions & words:
                continue
            out.add(trigger.concept)
            refused = refused or (trigger.type == "REJECT" and trigger.kind == "v")
    # who forbids a closure does not tell that something closes
    return frozenset({"reject"}) if refused and language == "de" else frozenset(out)


def _assertion(
    clause: Clause,
    tokens: list[Token],
    where: tuple[int, int],
    reader: Reader,
    before: tuple[bool, Clause | None],
    *,
    back: bool,
    act: bool,
    occasion: bool,
) -> Assertion | None:
    denied, outlook = before
    language = reader.language
    text = reader.document.text
    span = Span(tokens[0].start, tokens[-1].end)
    words = " ".join(token.text for token in tokens)
    print_ = words.lower()
    tokens, wrong = corrected(tokens, text, language=language)
    mentions, times = reader.mentioned(tokens), reader.timed(tokens)
    named = frozenset(
        token.start for token in tokens for m in mentions if m.start <= token.start < m.end and m.kind != "nominal"
    )
    whom = named | frozenset(token.start for token in tokens for m in mentions if m.start <= token.start < m.end)
    dated = [(t.start, t.end) for t in times]
    timed = frozenset(token.start for token in tokens for start, end in dated if start <= token.start < end)
    content = terms(tokens, language=language, names=named | timed)
    found = quantities(
        tokens,
        text,
        language=language,
        taken=[(t.start, t.end) for t in times if t.type in ("DATE", "TIME")],
        people=frozenset(m.start for m in mentions if reader.referents[m.referent].type == "nationality"),
    )
    entities = {(m, reader.names.of.get((reader.document.key, m.referent))) for m in mentions}
    ids = frozenset(entity for _, entity in entities if entity)
    index = None if act else reader.content_at(tokens)
    statement: Statement | None = reader.statements[index] if index is not None else None
    denied = denied or (statement is not None and statement.certainty == "denied")
    answers = denied and answers_denied(clause, text, language=language)
    denied = denied and not answers
    negated = negative(tokens, language=language, denied=denied) != denied or dismisses(tokens, language=language)
    right = [token for token in clause.tokens if token not in wrong]  # "nicht am 12., sondern am 26." is the 26th
    dates = tuple(t for t in reader.timed(right) if t.type in ("DATE", "TIME"))
    bounds = tuple(bounding(clause.tokens, time) for time in dates)
    if negated and not denied and (later := not_before(bounds)):
        bounds, negated = later, False
    initiative = words_of(f"{language}.initiative") & {token.text.lower() for token in tokens}
    own = terms(untitled(tokens, whom), language=language, names=whom | timed)
    leads = leads_over(own, found, language=language)
    weight = len(content) + len(found) + len(ids) + len(times) + negated
    if not (found or (content and weight >= _MIN_WEIGHT)):
        return None
    return Assertion(
        article=reader.document.key,
        span=span,
        words=words,
        language=language,
        sentence=where[0],
        statement=index,
        negative=negated,
        back=back,
        occasion=occasion,
        explicit=denied and negated,
        forecast=forecasts(clause, language=language)
        or (outlook is not None and forecasts(outlook, language=language)),
        told=tells_plainly(clause, language=language),
        subjunctive=reported_mood(clause, language=language),
        paragraph=where[1],
        terms=content,
        entities=ids,
        rejected=frozenset(
            entity
            for m in reader.mentioned(wrong)
            if (entity := reader.names.of.get((reader.document.key, m.referent)))
        )
        - ids,
        rejected_numbers=quantities(wrong, text, language=language),
        initiators=ids if initiative else frozenset(),
        names={entity: text[m.start : m.end] for m, entity in sorted(entities, key=lambda e: -e[0].start) if entity},
        cities=frozenset(
            entity
            for m, entity in entities
            if entity and (reader.referents[m.referent].known or "").startswith("city/")
        ),
        quantities=found,
        dates=dates,
        bounds=bounds,
        answers=answers,
        concepts=_concepts(tokens, language=language),
        print=print_,
        thin=not (negated or occasion) and ((not dates and verbless(clause, found, language=language)) or leads),
    )


def _toll(tokens: Sequence[Token], *, language: str) -> bool:
    """Tell whether two words are a number and a noun that tells what happened to those (``Zwei Tote, und …``)."""
    return len(tokens) == MIN_TOKENS - 1 and first("noun", language, tokens[-1].text.lower()) is not None


def _from_sentence(sentence: Sentence, number: int, reader: Reader) -> list[Assertion]:
    language = reader.language
    parts = mended(joined(clauses(sentence, language=language), language=language), language=language)
    frames = frozenset(place for place in range(len(parts)) if is_frame(parts, place, reader))
    period = Period(parts, frames, reader.document.text, language=language, trailing=reader.framed)
    out: list[Assertion] = []
    for place, clause in enumerate(parts):
        back = denies_told(parts, place, reader, sentence.start)
        if (place in frames or period.ties[place].silent) and not back:
            continue
        kept, act = without_frame(clause, reader, back=back)
        denied = denied_beside(parts, place, language=language)
        outlook = parts[place - 1] if place else None
        opening, rest = occasion(clause, kept, language=language) if not back else ([], kept)
        where = (number, sentence.paragraph)
        for tokens in (opening, rest):
            if len(tokens) >= MIN_TOKENS or (back and tokens) or _toll(tokens, language=language):
                flags = {"back": back, "act": act, "occasion": tokens is opening}
                made = _assertion(clause, tokens, where, reader, (denied, outlook), **flags)
                if made is not None:
                    thin = made.thin or period.of_frame(place)
                    out.append(replace(made, place=place, relative=clause.kind == "relative", thin=thin))
    return _with_quotes([a for a in out if not a.thin or a.relative], period, reader)


def _with_quotes(found: list[Assertion], period: Period, reader: Reader) -> list[Assertion]:
    """Return the assertions of a sentence with the words to show and with what they hang on."""
    told = {assertion.place for assertion in found}
    turned = {assertion.place for assertion in found if assertion.explicit or period.turns(assertion.place)}
    quotes = period.quotes(told, turned)
    out = []
    for assertion in found:
        head = period.ties[assertion.place].head
        if assertion.occasion:
            out.append(replace(assertion, head=assertion.place))
            continue
        quote = quotes[assertion.place]
        if any(a.occasion and a.place == assertion.place for a in found):
            # the occasion is a line of its own where others tell it; else it is put back
            quote = Span(max(quote.start, assertion.span.start), quote.end)
        out.append(replace(assertion, quote=reader.with_marks(quote), head=head if head in told else None))
    return out


def assertions(annotations: Annotations, names: Names) -> tuple[Assertion, ...]:
    """Return the assertions of an article in order.

    Args:
        annotations: The article with all layers.
        names: The entities of the corpus.
    """
    reader = Reader(annotations, names)
    text = annotations.document.text
    out: list[Assertion] = []
    for number, sentence in enumerate(annotations.sentences):
        if sentence.heading or text[sentence.start : sentence.end].rstrip('“”"»«’)').endswith("?"):
            continue
        out.extend(_from_sentence(sentence, number, reader))
    return tuple(out)
