"""The dossier's entities, statements and times: the layers' records with entity ids in place of referents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quellenlage.corpus.records import Names
from quellenlage.dossier.numbering import Numbering
from quellenlage.dossier.schema import Entity, EntityMention, Range, Speaker, Statement, Time, ViaText
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.span import Span


def ranges(spans: Iterable[Span]) -> tuple[Range, ...]:
    """Return spans as ranges of the contract."""
    return tuple(Range(start=span.start, end=span.end) for span in spans)


def entities(annotated: Sequence[Annotations], names: Names, numbering: Numbering) -> tuple[Entity, ...]:
    """Return the entities that the articles mention or are credited to, by id; mentions by article and place."""
    credited = {credit.agency for annotations in annotated for credit in annotations.credits}
    mentions: dict[str, list[EntityMention]] = {entity.id: [] for entity in names.entities if entity.known in credited}
    for annotations in annotated:
        key = annotations.document.key
        for mention in annotations.mentions:
            entity = names.of.get((key, mention.referent))
            if entity is not None:
                mentions.setdefault(entity, []).append(
                    EntityMention(
                        article=numbering.article[key], start=mention.start, end=mention.end, kind=mention.kind
                    )
                )
    return tuple(
        Entity(
            id=entity.id,
            type=entity.type,
            name=entity.name,
            aliases=entity.aliases,
            wikidata=entity.wikidata,
            country=entity.country,
            mentions=tuple(
                sorted(mentions[entity.id], key=lambda mention: (int(mention.article[1:]), mention.start, mention.end))
            ),
            reasons=entity.reasons,
        )
        for entity in names.entities
        if entity.id in mentions
    )


def statements(annotated: Sequence[Annotations], names: Names, numbering: Numbering) -> tuple[Statement, ...]:
    """Return all statements in the order of their ids."""
    result = []
    for annotations in annotated:
        key = annotations.document.key
        for index, statement in enumerate(annotations.statements):
            speaker = None if statement.speaker is None else names.of.get((key, statement.speaker))
            via: list[str | ViaText] = []
            for carrier in statement.via:
                entity = carrier if isinstance(carrier, str) else names.of.get((key, carrier))
                if isinstance(carrier, str):
                    via.append(ViaText(text=carrier))
                elif entity is not None:
                    via.append(str(entity))
            result.append(
                Statement(
                    id=numbering.statement[key, index],
                    article=numbering.article[key],
                    content=ranges(statement.content),
                    type=statement.type,
                    speaker=Speaker(entity=speaker, spans=ranges(statement.speaker_spans)),
                    cue=ranges(statement.cue),
                    frame=ranges(statement.frame),
                    addressee=ranges(statement.addressee),
                    via=tuple(via),
                    certainty=statement.certainty,
                    confidence=statement.confidence,
                    reason=statement.reason,
                )
            )
    return tuple(sorted(result, key=lambda statement: int(statement.id[1:])))


def times(annotated: Sequence[Annotations], numbering: Numbering) -> tuple[Time, ...]:
    """Return all time expressions by article and place."""
    result = [
        Time(
            article=numbering.article[annotations.document.key],
            start=time.start,
            end=time.end,
            type=time.type,
            timex=time.timex,
            edtf=time.edtf,
            anchor=time.anchor,
            mod=time.mod,
            why=time.why,
            interval=time.interval,
        )
        for annotations in annotated
        for time in annotations.times
    ]
    return tuple(sorted(result, key=lambda time: (int(time.article[1:]), time.start, time.end)))
