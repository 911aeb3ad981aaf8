"""The dossier's claims, events and stories, with the ids of the contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quellenlage.corpus.records import Claim, Drift, EventStep, MergedEvent, Story
from quellenlage.dossier import schema
from quellenlage.dossier.numbering import Numbering
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.span import Span


def claims(
    found: Sequence[Claim], annotated: Mapping[str, Annotations], numbering: Numbering
) -> tuple[schema.Claim, ...]:
    """Return the claims in the order given, document keys replaced by article ids."""
    return tuple(
        schema.Claim(
            id=claim.id,
            text=_headline(claim, annotated),
            mentions=tuple(
                schema.ClaimMention(
                    article=numbering.article[mention.article],
                    start=mention.span.start,
                    end=mention.span.end,
                    stance=mention.stance,
                    value=mention.value,
                    statement=None
                    if mention.statement is None
                    else numbering.statement[mention.article, mention.statement],
                    origins=mention.origins,
                    certainty=mention.certainty,
                )
                for mention in claim.mentions
            ),
            origins=tuple(
                tuple(numbering.article.get(member, member) for member in origin) for origin in claim.origins
            ),
            independent_sources=len(claim.origins),
            verdict=claim.verdict,
            differs_in=claim.differs_in,
            why=claim.why,
            story=claim.story,
            drift=None if claim.drift is None else _drift(claim.drift, numbering),
        )
        for claim in found
    )


def _headline(claim: Claim, annotated: Mapping[str, Annotations]) -> str:
    """Return the claim's words; of what all articles deny, the words that carry the denial.

    ``dass es Sabotage war`` under *corroborated* would say the opposite of ``Die Polizei schloss aus, dass es Sabotage
    war``.
    """
    if any(mention.stance != "denies" for mention in claim.mentions):
        return claim.text
    told = (mention.span.of(annotated[mention.article].document.text) for mention in claim.mentions)
    return next((words for words in told if claim.text in words), claim.text)


def _drift(drift: Drift, numbering: Numbering) -> schema.Drift:
    def ids(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(numbering.article[key] for key in keys)

    return schema.Drift(
        asserted=ids(drift.asserted),
        reported=ids(drift.reported),
        hedged=ids(drift.hedged),
        dropped=ids(drift.dropped),
        why=drift.why,
    )


def events(
    found: Sequence[MergedEvent],
    annotated: Mapping[str, Annotations],
    numbering: Numbering,
    claims: Sequence[Claim],
) -> tuple[schema.Event, ...]:
    """Return the events in the order given, each with the claims whose words overlap its own."""
    claims_in: dict[str, list[tuple[Span, str]]] = {}
    for claim in claims:
        for mention in claim.mentions:
            claims_in.setdefault(mention.article, []).append((mention.span, claim.id))
    result = []
    for event in found:
        mentions, about = [], []
        for key, index in event.tellings:
            telling = annotated[key].events[index]
            span = Span(telling.start, telling.end)
            mentions.append(schema.ArticleRange(article=numbering.article[key], start=span.start, end=span.end))
            about += [
                claim for other, claim in claims_in.get(key, []) if 2 * span.overlap(other) >= other.end - other.start
            ]
        result.append(
            schema.Event(
                id=event.id,
                type=event.type,
                label=event.label,
                date=event.date,
                place=event.place,
                participants=tuple(
                    schema.EventParticipant(entity=entity, role=role) for entity, role in event.participants
                ),
                status=event.status,
                mentions=tuple(mentions),
                claims=tuple(dict.fromkeys(about)),
                history=tuple(_step(step, annotated[step.key], numbering) for step in event.history),
            )
        )
    return tuple(result)


def _step(step: EventStep, annotations: Annotations, numbering: Numbering) -> schema.EventStep:
    telling = annotations.events[step.telling]
    article = numbering.article[step.key]
    return schema.EventStep(article=article, start=telling.start, end=telling.end, state=step.state, date=step.date)


def story(found: Story, numbering: Numbering) -> schema.Story:
    """Return one story with article ids."""
    return schema.Story(
        id=found.id,
        label=found.label,
        articles=tuple(numbering.article[key] for key in found.articles),
        reason=found.reason,
    )
