"""What is said about several documents together: entities, copies, stories, origins, claims, merged events.

Documents are referred to by ``Document.key``; referents by ``(document key, referent index)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from quellenlage.layers.annotations import Certainty, EntityType, EventOutcome, EventStatus
from quellenlage.layers.span import Span

ReferentKey = tuple[str, int]
Stance = Literal["asserts", "attributes", "denies"]
Verdict = Literal["corroborated", "single_source", "copied", "disputed"]
Difference = Literal["number", "date", "place", "actor", "polarity"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place or thing across all documents.

    Attributes:
        id: ``e1``, ``e2`` … in order of first appearance.
        type: The kind of thing.
        name: The best full form seen.
        aliases: All other name forms, sorted.
        wikidata: QID or None.
        country: ISO 3166-1 alpha-2 code or None.
        known: Gazetteer key or None.
        members: The referents joined in it.
        reasons: Why each was joined, one line a merge.
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    wikidata: str | None
    country: str | None
    known: str | None
    members: tuple[ReferentKey, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """The entities of a corpus and the way from a referent to its entity."""

    entities: tuple[Entity, ...]
    of: Mapping[ReferentKey, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """The same words in two documents."""

    first: Span
    second: Span


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents of which one is a copy of the other, or both are of a third.

    Attributes:
        article: Key of the document taken for the copy.
        source: Key of the document it was copied from.
        directed: False where nothing tells the direction (then ``source`` is only the first by path).
        share: Share of the shorter body's words that stand in shared passages, 0 to 1.
        passages: The shared passages; ``first`` is in ``article``, ``second`` in ``source``.
        reason: What told copy and direction.
    """

    article: str
    source: str
    directed: bool
    share: float
    passages: tuple[SharedPassage, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about the same happening.

    Attributes:
        id: ``s1``, ``s2`` … by date of the first article, then by path.
        label: The title of its most central article: quoted, not written.
        articles: Keys of the documents, by date, then by path.
        reason: Words and entities that hold it together.
    """

    id: str
    label: str
    articles: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimMention:
    """One article's words for a claim.

    Attributes:
        article: Key of the document.
        span: The words.
        stance: Told as fact, put into somebody's mouth, or denied.
        value: The value as the article gives it (``rund 2000``) or None.
        statement: Index of the statement it stands in, or None.
        origins: Positions in ``Claim.origins`` of the origins that this mention rests on.
        certainty: How firmly it is put: plain fact, somebody's word, hearsay, or denied; None where unknown.
    """

    article: str
    span: Span
    stance: Stance
    value: str | None
    statement: int | None = None
    origins: tuple[int, ...] = ()
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Drift:
    """One claim told as plain fact by some articles and with more caution by others; all are document keys.

    Attributes:
        asserted: Those that tell it as a fact.
        reported: Those that put it on somebody.
        hedged: Those that tell it as hearsay (``soll``, ``angeblich``).
        dropped: Those of ``asserted`` that were copied from one of the others, so that the caution was lost on the way.
        why: The words of a plain mention and of the most cautious one that says the same.
    """

    asserted: tuple[str, ...]
    reported: tuple[str, ...]
    hedged: tuple[str, ...]
    dropped: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion across articles.

    Attributes:
        id: ``c1`` …
        text: The words of its clearest mention: quoted, not written.
        mentions: All mentions in order of article date and place.
        origins: Each origin: keys of documents, and ids of entities (``e12``), that count as one source.
        verdict: Corroborated, copied, single-source or disputed.
        differs_in: What independent origins differ in, for a dispute.
        why: The compared words that decided alignment and verdict.
        story: Id of its story.
        drift: Which articles tell it as a fact and which with more caution; None where all are alike.
    """

    id: str
    text: str
    mentions: tuple[ClaimMention, ...]
    origins: tuple[tuple[str, ...], ...]
    verdict: Verdict
    differs_in: Difference | None
    why: str
    story: str
    drift: Drift | None = None


EventState = EventStatus | EventOutcome
"""A status, or the outcome that a telling names."""


class EventStep(NamedTuple):
    """One step of what became of a plan.

    Attributes:
        key: Document key of the article that first says so.
        telling: Index of its telling in ``Annotations.events``.
        state: Status or outcome.
        date: EDTF date that it gives, or None.
    """

    key: str
    telling: int
    state: EventState
    date: str | None


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """One event across articles.

    Attributes:
        id: ``v1`` …
        type: PLOVER type or ``OTHER``.
        label: Words of the clearest telling.
        date: EDTF or None.
        place: Entity id or None.
        participants: ``(entity id, role)``.
        status: Fact, plan, allegation or denial.
        tellings: ``(document key, index in Annotations.events)``.
        story: Id of its story.
        history: Of a plan: how its status went on; empty where nothing became known.
    """

    id: str
    type: str
    label: str
    date: str | None
    place: str | None
    participants: tuple[tuple[str, str], ...]
    status: EventStatus
    tellings: tuple[tuple[str, int], ...]
    story: str
    history: tuple[EventStep, ...] = ()
