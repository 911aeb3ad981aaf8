"""From a document to its statements: units, drafts by language, speakers, relays, spans."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from quellenlage.layers.annotations import Annotations, Statement
from quellenlage.layers.span import Span
from quellenlage.layers.statements import (
    certainty,
    clauses,
    foreign,
    french,
    french_cues,
    lexicon,
    mode,
    neural,
    quotes,
    running,
    units,
)
from quellenlage.layers.statements.drafts import Draft, Named
from quellenlage.layers.statements.phrases import is_medium
from quellenlage.layers.statements.speakers import Resolver
from quellenlage.layers.statements.units import Unit
from quellenlage.limits import MAX_MODEL_CHARS


def statements(annotations: Annotations) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Return the statements of a document and those that lie in others of them, each in the order of their content."""
    document = annotations.document
    language = document.language.split("-")[0]
    tokens = [token for sentence in annotations.sentences for token in sentence.tokens]
    paragraphs = [sentence.paragraph for sentence in annotations.sentences for _ in sentence.tokens]
    found = quotes.find(document.text, tokens, paragraphs)
    if language == "de":
        made = units.build(document.text, annotations.sentences, found, cuts_at=clauses.cuts_at, finite=lexicon.verbal)
        drafts = running.read(made)
        for draft in drafts:
            draft.certainty = certainty.judge(draft)
    elif language in ("en", "ru"):
        found = foreign.parted(found, tokens) if language == "ru" else found
        made = units.build(
            document.text,
            annotations.sentences,
            found,
            cuts_at=partial(foreign.cuts_at, language),
            finite=partial(foreign.is_finite, language),
        )
        drafts = foreign.Reader(language).read(made)
    elif language == "fr":
        found = french_cues.parted(found, tokens)
        made = units.build(
            document.text,
            annotations.sentences,
            found,
            cuts_at=french_cues.cuts_at,
            finite=french_cues.is_finite,
        )
        drafts = french.read(made)
    else:
        return (), ()
    if mode.mode() == "model" and len(document.text) <= MAX_MODEL_CHARS:
        drafts = neural.joined(annotations, made, drafts, language=language)
    resolver = Resolver(annotations)
    out: list[Statement] = []
    paragraph = -1
    for draft in drafts:
        statement = None if draft.inner else _statement(annotations, resolver, draft)
        if statement is None:
            continue
        last = out[-1] if out else None
        same = last is not None and statement.speaker is not None and statement.speaker == last.speaker
        if last is not None and same and not statement.via and last.via and draft.unit.paragraph == paragraph:
            statement = replace(statement, via=last.via)
        out.append(statement)
        paragraph = draft.unit.paragraph
    inner = [_statement(annotations, resolver, draft) for draft in drafts if draft.inner]
    return _in_order(out), _in_order([statement for statement in inner if statement is not None])


def _in_order(found: list[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(found, key=lambda s: (s.content[0].start, s.content[-1].end, s.type)))


def _spans(unit: Unit, first: int, last: int) -> Span:
    return Span(unit.tokens[first].start, unit.tokens[last - 1].end)


def _statement(annotations: Annotations, resolver: Resolver, draft: Draft) -> Statement | None:
    unit = draft.unit
    content = [_spans(unit, *r) for r in draft.content] + [_spans(u, a, b) for u, a, b in draft.elsewhere]
    if not content:
        return None
    speaker = resolver.resolve(draft.speaker) if draft.speaker is not None else None
    if speaker is None and draft.antecedent is not None:
        draft.speaker = draft.antecedent
        speaker = resolver.resolve(draft.antecedent)
    if draft.speaker is not None:
        resolver.heard(speaker, draft.speaker)
    via = _via(annotations, resolver, draft, speaker)
    frame = draft.frame
    return Statement(
        content=tuple(sorted(content)),
        type=draft.type,
        speaker=speaker,
        speaker_spans=(resolver.span(draft.speaker),) if draft.speaker is not None else (),
        cue=tuple(Span(unit.tokens[i].start, unit.tokens[i].end) for i in sorted(set(draft.cue))),
        frame=(_spans(unit, *frame),) if frame is not None and draft.type != "reported" else (),
        addressee=(resolver.span(draft.addressee),) if draft.addressee is not None else (),
        via=via,
        certainty=draft.certainty,
        confidence=draft.confidence,
        reason=draft.reason,
    )


def _via(annotations: Annotations, resolver: Resolver, draft: Draft, speaker: int | None) -> tuple[int | str, ...]:
    out: list[int | str] = []
    relays = list(draft.via)
    if draft.addressee is not None and resolver.medium(draft.addressee) and not _own(annotations, draft.addressee):
        relays.append(draft.addressee)
    for who in relays:
        index = None
        if resolver.document_noun(who) or who.text.lower() in ("sie", "es", "er", "it"):
            index = _last_medium(annotations, resolver.span(who).start)
        if index is None:
            index = resolver.resolve(who)
        entry: int | str = _bare(who) if index is None else index
        if entry not in out and (index is None or index != speaker):
            out.append(entry)
    inner = resolver.inner_medium(draft.speaker) if draft.speaker is not None else None
    if inner is not None and inner not in out and inner != speaker:
        out.append(inner)
    return tuple(out)


def _bare(who: Named) -> str:
    """Return the words of a name without article and quotation marks."""
    unit, first, last = who.unit, who.first, who.last
    quoted = next((unit.quotes[unit.quote[i]] for i in range(first, who.core) if unit.quote[i] >= 0), None)
    if quoted is not None and quoted.last - quoted.first > 1:
        first, last = quoted.first + 1, quoted.last
    while first < last - 1 and unit.low[first] in (
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "the",
        "le",
        "la",
        "les",
        "l'",
        "l’",
    ):
        first += 1
    return unit.text[unit.tokens[first].start : unit.tokens[last - 1].end]


def _own(annotations: Annotations, who: Named) -> bool:
    """Tell whether words name the article's own outlet or the agency that it is from."""
    text = who.text.casefold()
    outlet = (annotations.document.outlet or "").casefold()
    if outlet and (outlet in text or text in outlet):
        return True
    start, end = who.unit.tokens[who.first].start, who.unit.tokens[who.last - 1].end
    whole = {credit.agency for credit in annotations.credits if credit.whole}
    return any(
        annotations.referents[m.referent].known in whole
        for m in annotations.mentions
        if m.start < end and m.end > start and annotations.referents[m.referent].known
    )


def _last_medium(annotations: Annotations, position: int) -> int | None:
    """Return the referent of the last agency or medium cited in the 600 characters before a position."""
    best: tuple[int, int] | None = None
    cited = [credit for credit in annotations.credits if not credit.whole]
    text = annotations.document.text
    for mention in annotations.mentions:
        if not position - 600 <= mention.start < position or mention.kind != "name":
            continue
        known = annotations.referents[mention.referent].known or ""
        before = text[max(0, mention.start - 30) : mention.start].split()[-2:]
        medium = (
            known.startswith("agency/")
            or any(mention.start < credit.end and mention.end > credit.start for credit in cited)
            or any(is_medium(word.strip('„“»«"')) for word in before)
        )
        if medium and (best is None or mention.start > best[0]):
            best = (mention.start, mention.referent)
    return None if best is None else best[1]
