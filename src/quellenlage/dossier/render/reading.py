"""A dossier prepared for reading: looked up by id, ordered by what needs attention, counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from pathlib import PurePath
from typing import Final

from quellenlage.corpus.records import Difference, Verdict
from quellenlage.dossier.render.groups import Saying, ValueGroup, Wording
from quellenlage.dossier.render.quotes import joined
from quellenlage.dossier.render.values import Key, folded, key_of
from quellenlage.dossier.schema import (
    Article,
    ArticleRange,
    Claim,
    ClaimMention,
    Dossier,
    Entity,
    EntityMention,
    Event,
    Statement,
    Story,
    Time,
)
from quellenlage.layers.annotations import EntityType

VERDICTS: Final[tuple[Verdict, ...]] = ("disputed", "corroborated", "copied", "single_source")
"""In order of attention: what differs comes first, what a single article tells last."""

ACTING: Final = frozenset({"person", "organization"})
"""Types of entities that act and speak; the others are where and about what."""


class Reading:
    """Look-ups and orders over one dossier.

    Args:
        dossier: The dossier to be shown.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier: Final = dossier
        self.article: Final[dict[str, Article]] = {a.id: a for a in dossier.articles}
        self.entity: Final[dict[str, Entity]] = {e.id: e for e in dossier.entities}
        self.statement: Final[dict[str, Statement]] = {s.id: s for s in dossier.statements}
        self.event: Final[dict[str, Event]] = {e.id: e for e in dossier.events}
        self.claim: Final[dict[str, Claim]] = {c.id: c for c in dossier.claims}
        self.story_of: Final[dict[str, Story]] = {a: s for s in dossier.stories for a in s.articles}
        self.agency_ids: Final[frozenset[str]] = frozenset(e for a in dossier.articles for e in a.agencies)

    def text(self, article: str) -> str:
        """Return an article's text; empty for an id that the dossier does not hold."""
        return self.article[article].text if article in self.article else ""

    @cached_property
    def _outlets(self) -> dict[str, str]:
        plain = {a.id: a.outlet or PurePath(a.path).stem or a.path or a.id for a in self.dossier.articles}
        uses = Counter(plain.values())
        return {key: name if uses[name] == 1 else f"{name} ({key})" for key, name in plain.items()}

    def outlet(self, article: str) -> str:
        """Return the article's outlet, or its file's name; with the article's id where two would read the same."""
        return self._outlets.get(article, article)

    def name(self, entity: str) -> str:
        """Return an entity's name, or its id where the dossier does not hold it."""
        return self.entity[entity].name if entity in self.entity else entity

    def involved(self, event: Event) -> tuple[str, ...]:
        """Return the names of an event's participants and of its place, each once."""
        ids = [participant.entity for participant in event.participants] + ([event.place] if event.place else [])
        return tuple(dict.fromkeys(self.name(entity) for entity in ids))

    @cached_property
    def claims(self) -> dict[Verdict, tuple[Claim, ...]]:
        """Claims by verdict, in order of attention; within one by story, and those in most articles first."""
        groups: dict[Verdict, list[Claim]] = {verdict: [] for verdict in VERDICTS}
        for claim in self.dossier.claims:
            groups[claim.verdict].append(claim)
        place = {story.id: position for position, story in enumerate(self.dossier.stories)}

        def order(claim: Claim) -> tuple[int, int]:
            return place.get(claim.story or "", len(place)), -len(self.articles_of(claim))

        return {verdict: tuple(sorted(groups[verdict], key=order)) for verdict in VERDICTS}

    def by_story(self, claims: Sequence[Claim]) -> tuple[tuple[Story | None, tuple[Claim, ...]], ...]:
        """Split claims, which are in order of stories, into those of each story."""
        stories = {story.id: story for story in self.dossier.stories}
        groups: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            groups[claim.story if claim.story in stories else ""].append(claim)
        return tuple((stories.get(key), tuple(group)) for key, group in groups.items())

    def articles_of(self, claim: Claim) -> tuple[str, ...]:
        """Return the ids of the articles that carry a claim, each once, in the order of its mentions."""
        return tuple(dict.fromkeys(mention.article for mention in claim.mentions))

    def values_of(self, claim: Claim) -> tuple[ValueGroup, ...]:
        """Group a claim's mentions by value (spelling aside) and by denial; most mentions first.

        Where a mention has no value of its own, the words in it that the dispute is about stand for it: its dates,
        places or actors.
        """
        groups: dict[tuple[Key | None, bool], list[ClaimMention]] = defaultdict(list)
        shown: dict[tuple[Key | None, bool], str | None] = {}
        for mention in claim.mentions:
            value = mention.value or self._slot(mention, claim.differs_in)
            key = (self._key(mention, value, claim.differs_in), mention.stance == "denies")
            groups[key].append(mention)
            shown.setdefault(key, value)
        found = (ValueGroup(shown[key], key[1], tuple(group)) for key, group in groups.items())
        return tuple(sorted(found, key=lambda group: (group.denied, -len(group.mentions))))

    def _key(self, mention: ClaimMention, value: str | None, differs_in: Difference | None) -> Key | None:
        """Return what a value is grouped by: days by the calendar, names by their letters, all else by number."""
        if value is None:
            return None
        if differs_in == "date":
            return self.day_of(mention, value) or folded(value)
        if differs_in in {"place", "actor"}:
            return folded(value)
        article = self.article.get(mention.article)
        return key_of(value, article.language[:2] if article is not None else "")

    def day_of(self, mention: ClaimMention, value: str) -> str | None:
        """Return the date (EDTF) that a time expression means which stands in a mention and is its whole value."""
        for time in self.times_of[mention.article]:
            inside = mention.start <= time.start and time.end <= mention.end and time.type in {"DATE", "TIME"}
            if inside and folded(self.text(time.article)[time.start : time.end]) == folded(value):
                return time.edtf
        return None

    def _slot(self, mention: ClaimMention, differs_in: Difference | None) -> str | None:
        places: Sequence[ArticleRange] = ()
        if differs_in == "date":
            places = [t for t in self.times_of[mention.article] if t.type in {"DATE", "TIME"}]
        elif differs_in in {"place", "actor"}:
            kinds = {"place"} if differs_in == "place" else ACTING
            places = [m for kind, m in self._named[mention.article] if kind in kinds]
        inside = sorted({(p.start, p.end) for p in places if mention.start <= p.start and p.end <= mention.end})
        return ", ".join(self.text(mention.article)[start:end] for start, end in inside) or None

    @cached_property
    def times_of(self) -> defaultdict[str, list[Time]]:
        """For each article its time expressions, in the order of the dossier."""
        found: defaultdict[str, list[Time]] = defaultdict(list)
        for time in self.dossier.times:
            found[time.article].append(time)
        return found

    @cached_property
    def _named(self) -> defaultdict[str, list[tuple[EntityType, EntityMention]]]:
        found: defaultdict[str, list[tuple[EntityType, EntityMention]]] = defaultdict(list)
        for entity in self.dossier.entities:
            for mention in entity.mentions:
                found[mention.article].append((entity.type, mention))
        return found

    def wordings(self, mentions: tuple[ClaimMention, ...]) -> tuple[Wording, ...]:
        """Group mentions by their words, stance and speaker, in order of first appearance."""
        groups: dict[tuple[str, str, str], list[ClaimMention]] = defaultdict(list)
        for mention in mentions:
            words = self.text(mention.article)[mention.start : mention.end]
            groups[folded(words), mention.stance, self.speaker_of(mention)].append(mention)
        return tuple(
            Wording(self.text(found[0].article)[found[0].start : found[0].end], speaker, tuple(found))
            for (_, _, speaker), found in groups.items()
        )

    def speaker_of(self, mention: ClaimMention) -> str:
        """Return who says what a mention tells, or an empty string where it stands in no statement."""
        statement = self.statement.get(mention.statement or "")
        return self.speaker(statement) if statement is not None else ""

    @cached_property
    def roots(self) -> dict[str, str]:
        """For each article the article at the end of its chain of copies (itself where it copies none)."""
        roots: dict[str, str] = {}
        for article in self.dossier.articles:
            current, seen = article.id, {article.id}
            while (
                (source := self.article[current].copy_of) in self.article and source is not None and source not in seen
            ):
                seen.add(source)
                current = source
            roots[article.id] = current
        return roots

    @cached_property
    def copies(self) -> dict[str, tuple[str, ...]]:
        """For each article the articles that copy it."""
        found: dict[str, list[str]] = defaultdict(list)
        for article in self.dossier.articles:
            if article.copy_of is not None:
                found[article.copy_of].append(article.id)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def statements_of(self) -> dict[str, tuple[Statement, ...]]:
        """For each article its statements in the order of the text."""
        found: dict[str, list[Statement]] = {a.id: [] for a in self.dossier.articles}
        for statement in self.dossier.statements:
            found.setdefault(statement.article, []).append(statement)
        return {key: tuple(sorted(v, key=lambda s: s.content[0].start if s.content else 0)) for key, v in found.items()}

    @cached_property
    def speakers(self) -> tuple[tuple[str, str | None, tuple[Statement, ...]], ...]:
        """Statements by speaker: shown name, entity id or None, statements; those who say most come first.

        A speaker who is no entity goes by the words of the text; statements without any speaker come last, with an
        empty name.
        """
        groups: dict[tuple[str, str | None], list[Statement]] = defaultdict(list)
        for statement in self.dossier.statements:
            entity = statement.speaker.entity
            groups[self.speaker(statement), entity if entity in self.entity else None].append(statement)
        order = sorted(groups.items(), key=lambda item: (not item[0][0], -len(item[1])))
        return tuple((name, entity, tuple(found)) for (name, entity), found in order)

    def sayings(self, found: Sequence[Statement]) -> tuple[Saying, ...]:
        """Group statements by their words, certainty and carriers, in order of first appearance."""
        groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
        for statement in found:
            groups[folded(self.words_of(statement)), statement.certainty, statement.type, self.via(statement)].append(
                statement
            )
        return tuple(Saying(self.words_of(group[0]), tuple(group)) for group in groups.values())

    def words_of(self, statement: Statement) -> str:
        """Return what a statement says, with an ellipsis between its parts."""
        return joined(self.text(statement.article), statement.content)

    def speaker(self, statement: Statement) -> str:
        """Return who said it: the entity's name, else the words of the text, else an empty string."""
        if statement.speaker.entity in self.entity:
            return self.name(statement.speaker.entity or "")
        text = self.text(statement.article)
        return " … ".join(text[span.start : span.end] for span in statement.speaker.spans)

    def via(self, statement: Statement) -> tuple[str, ...]:
        """Return the names of those who passed a statement on, nearest to the article first."""
        return tuple(self.name(item) if isinstance(item, str) else item.text for item in statement.via)

    @cached_property
    def actors(self) -> tuple[Entity, ...]:
        """Entities: persons and organisations before all others, those in most articles first, then by mentions."""

        def order(entity: Entity) -> tuple[bool, int, int]:
            return entity.type not in ACTING, -len({m.article for m in entity.mentions}), -len(entity.mentions)

        return tuple(sorted(self.dossier.entities, key=order))

    def shares_name(self, entity: Entity) -> bool:
        """Tell whether another entity of the same type goes by the same name (the police of two towns)."""
        return self._names[entity.type, folded(entity.name)] > 1

    @cached_property
    def _names(self) -> Counter[tuple[EntityType, str]]:
        return Counter((entity.type, folded(entity.name)) for entity in self.dossier.entities)

    @cached_property
    def statement_counts(self) -> Counter[str]:
        """How many statements each entity makes."""
        return Counter(s.speaker.entity for s in self.dossier.statements if s.speaker.entity is not None)
