"""The dossier: the one result that every view is drawn from. Its JSON Schema is printed by ``quellenlage schema``.

Every ``start``/``end`` is a half-open range of Unicode code points in the ``text`` of the article named. Dates are EDTF
(ISO 8601-2), level 1, level 2 where needed.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from quellenlage.corpus.records import Difference, EventState, Stance, Verdict
from quellenlage.layers.annotations import (
    Anchor,
    Certainty,
    EntityType,
    EventStatus,
    MentionKind,
    StatementType,
    TimexType,
)

Offset = Annotated[int, Field(ge=0)]


class Model(BaseModel):
    """Common settings: immutable, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Range(Model):
    """A half-open range of code points in one article's text."""

    start: Offset
    end: Offset


class ArticleRange(Range):
    """A range in the article named."""

    article: str


class DebrisRange(Range):
    """Web debris in an article, shown but not read: teasers, credits, advertisements."""

    kind: str
    reason: str


class Article(Model):
    """One article."""

    id: str
    path: str
    title: str
    outlet: str | None
    url: str | None
    author: str | None = None
    published: str | None
    language: str
    text: str
    sha256: str
    copy_of: str | None
    copy_reason: str | None = None
    shared: tuple[Range, ...] = Field(default=(), description="passages it shares with the article it copies")
    agencies: tuple[str, ...]
    debris: tuple[DebrisRange, ...] = ()
    leaves_out: tuple[str, ...] = Field(default=(), description="claims that at least two others of its story carry")
    alone: tuple[str, ...] = Field(default=(), description="claims that only this article of its story carries")


class EntityMention(ArticleRange):
    """A place where the entity is named."""

    kind: MentionKind


class Entity(Model):
    """One person, place or thing across all articles."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    wikidata: str | None
    country: str | None = None
    mentions: tuple[EntityMention, ...]
    reasons: tuple[str, ...] = Field(default=(), description="why its spellings were joined")


class Speaker(Model):
    """Who said it: the entity where it is one, and the words of the text."""

    entity: str | None
    spans: tuple[Range, ...]


class ViaText(Model):
    """A carrier that is no entity, in the words of the text."""

    text: str


class Statement(Model):
    """Something that an article puts into somebody's mouth."""

    id: str
    article: str
    content: tuple[Range, ...]
    type: StatementType
    speaker: Speaker
    cue: tuple[Range, ...]
    frame: tuple[Range, ...]
    addressee: tuple[Range, ...]
    via: tuple[str | ViaText, ...]
    certainty: Certainty
    confidence: float = Field(ge=0, le=1)
    reason: str = ""


class Time(ArticleRange):
    """A time expression."""

    type: TimexType
    timex: str
    edtf: str | None
    anchor: Anchor
    mod: str | None = None
    why: str = ""
    interval: str | None = None


class EventParticipant(Model):
    """An entity in an event."""

    entity: str
    role: str


class EventStep(ArticleRange):
    """One step of what became of a plan: the article that first says so, in its words."""

    state: EventState = Field(description="a status, or `postponed`, `cancelled`")
    date: str | None = Field(description="the date that this article gives")


class Event(Model):
    """One event across articles."""

    id: str
    type: str
    label: str
    date: str | None
    place: str | None
    participants: tuple[EventParticipant, ...]
    status: EventStatus
    mentions: tuple[ArticleRange, ...]
    claims: tuple[str, ...] = Field(default=(), description="claims told in the same words")
    history: tuple[EventStep, ...] = Field(default=(), description="what became of a plan, in order of publication")


class ClaimMention(ArticleRange):
    """One article's words for a claim."""

    stance: Stance
    value: str | None
    statement: str | None = None
    origins: tuple[Offset, ...] = Field(default=(), description="positions in the claim's origins that it rests on")
    certainty: Certainty | None = Field(default=None, description="how firmly this article puts it")


class Drift(Model):
    """A claim that some articles tell as plain fact and others with more caution; no dispute. Ids of articles."""

    asserted: tuple[str, ...] = Field(description="told as a fact")
    reported: tuple[str, ...] = Field(description="put on somebody")
    hedged: tuple[str, ...] = Field(description="told as hearsay")
    dropped: tuple[str, ...] = Field(default=(), description="told as a fact, copied from one that does not")
    why: str = Field(default="", description="the words of a plain and of the most cautious mention")


class Claim(Model):
    """One assertion across articles, with its origins and its verdict."""

    id: str
    text: str
    mentions: tuple[ClaimMention, ...]
    origins: tuple[tuple[str, ...], ...]
    independent_sources: int = Field(ge=0)
    verdict: Verdict
    differs_in: Difference | None
    why: str = ""
    story: str | None = None
    drift: Drift | None = Field(default=None, description="fact in one article, somebody's word or hearsay in another")


class Story(Model):
    """Articles about the same happening."""

    id: str
    label: str
    articles: tuple[str, ...]
    reason: str = ""


class TimelineEntry(Model):
    """A dated event or claim; exactly one of the two ids is set."""

    date: str
    event: str | None = None
    claim: str | None = None


class Problem(Model):
    """What could not be read or decided."""

    path: str
    offset: int | None
    message: str
    code: str = ""


class Dossier(Model):
    """The whole result."""

    version: Literal["1"] = "1"
    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    times: tuple[Time, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    stories: tuple[Story, ...]
    timeline: tuple[TimelineEntry, ...]
    problems: tuple[Problem, ...]
