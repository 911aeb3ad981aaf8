"""What the page's template asks about a dossier: numbers for ids, links into texts, words made safe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from quellenlage.dossier.render import firmness, quotes, safe
from quellenlage.dossier.render import origins as rests
from quellenlage.dossier.render.course import Shown, course
from quellenlage.dossier.render.dates import readable
from quellenlage.dossier.render.groups import ValueGroup
from quellenlage.dossier.render.reading import Reading
from quellenlage.dossier.render.segments import anchor, marked_text, marks_of
from quellenlage.dossier.render.words import Words
from quellenlage.dossier.schema import ArticleRange, Claim, ClaimMention, Dossier, Event, Range, Statement, Time

_ITEM = re.compile(r"Q[1-9]\d{0,11}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a link into an article leads.

    Attributes:
        article: Position of the article in the dossier, as text; empty where it is unknown.
        ranges: ``START-END`` for each range, separated by spaces, in code points.
        href: Id of the first marked segment.
    """

    article: str
    ranges: str
    href: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the timeline: its date in words, its stories by position and by id, and the event or the claim."""

    date: str
    stories: str
    story_ids: str
    event: Event | None
    claim: Claim | None


class Look:
    """The template's view of a dossier.

    Ids of the dossier never become ids of the page: those are made of a letter and a position, so that no id, however
    odd, can break a link or meet another.

    Args:
        dossier: What is shown.
        words: Interface words.
    """

    def __init__(self, dossier: Dossier, words: Words) -> None:
        self.dossier, self.ui = dossier, words
        self.reading = Reading(dossier)
        self._article = {a.id: i for i, a in enumerate(dossier.articles)}
        self._claim = {c.id: i for i, c in enumerate(dossier.claims)}
        self._entity = {e.id: i for i, e in enumerate(dossier.entities)}
        self._statement = {s.id: i for i, s in enumerate(dossier.statements)}
        self._story = {s.id: i for i, s in enumerate(dossier.stories)}
        self._marks = marks_of(dossier)
        self.roots = len(set(self.reading.roots.values()))
        self.copies = sum(a.copy_of is not None for a in dossier.articles)

    def plain(self, text: str) -> str:
        """Return text on one line without control characters; the template escapes it."""
        return safe.line(text)

    def link(self, url: str) -> str | None:
        """Return an address that may be a link, or None."""
        return safe.link(url)

    def item(self, wikidata: str | None) -> str | None:
        """Return the address of a Wikidata item, or None for what is no item's id."""
        return f"https://www.wikidata.org/wiki/{wikidata}" if wikidata and _ITEM.fullmatch(wikidata) else None

    @cached_property
    def subject(self) -> str:
        """What the dossier is about: the label of the story that holds more than half of the articles, if one does."""
        half = len(self.dossier.articles) / 2
        return next((safe.line(story.label) for story in self.dossier.stories if len(story.articles) > half), "")

    def date(self, value: str | None) -> str:
        """Return a date in words."""
        return readable(value, self.ui)

    def position(self, article: str) -> int | str:
        """Return an article's position in the dossier, or an empty string."""
        return self._article.get(article, "")

    def claim_number(self, claim: str) -> int | str:
        """Return a claim's position in the dossier, or an empty string."""
        return self._claim.get(claim, "")

    def entity_number(self, entity: str) -> int | str:
        """Return an entity's position in the dossier, or an empty string."""
        return self._entity.get(entity, "")

    def statement_number(self, statement: str) -> int | str:
        """Return a statement's position in the dossier, or an empty string."""
        return self._statement.get(statement, "")

    def story_number(self, story: str | None) -> int | str:
        """Return a story's position in the dossier, or an empty string."""
        return self._story.get(story or "", "")

    def story_of_article(self, article: str) -> int | str:
        """Return the position of the story that an article belongs to, or an empty string."""
        story = self.reading.story_of.get(article)
        return "" if story is None else self._story[story.id]

    def stories_of(self, places: Iterable[ArticleRange | Statement]) -> str:
        """Return the positions of the stories that hold these places, separated by spaces."""
        found = dict.fromkeys(str(self.story_of_article(place.article)) for place in places)
        return " ".join(number for number in found if number)

    def claim_text(self, claim: str) -> str:
        """Return a claim's words, or its id where the dossier does not hold it."""
        return safe.line(self.reading.claim[claim].text) if claim in self.reading.claim else claim

    def name(self, entity: str) -> str:
        """Return an entity's name."""
        return safe.line(self.reading.name(entity))

    def names(self, entities: Sequence[str]) -> str:
        """Return the names of several entities."""
        return ", ".join(self.name(entity) for entity in entities)

    def outlet(self, article: str) -> str:
        """Return an article's outlet."""
        return safe.line(self.reading.outlet(article))

    def course(self, event: Event) -> tuple[Shown, ...]:
        """Return what became of a plan, step by step."""
        return course(event, reading=self.reading, words=self.ui)

    def involved(self, event: Event) -> tuple[str, ...]:
        """Return the names of an event's participants and its place, each once."""
        return tuple(safe.line(name) for name in self.reading.involved(event))

    def outlets(self, articles: Sequence[str]) -> str:
        """Return the outlets of several articles."""
        return ", ".join(self.outlet(article) for article in articles)

    def language(self, article: str) -> str:
        """Return the language tag of an article; empty (unknown) for an article that the dossier does not hold."""
        known = self.reading.article.get(article)
        return known.language if known is not None else ""

    def published(self, article: str) -> str:
        """Return an article's date in words."""
        known = self.reading.article.get(article)
        return self.date(known.published if known is not None else None)

    def teller(self, mention: ClaimMention, claim: Claim) -> str:
        """Return whose word a claim's mention is, where it is somebody's."""
        return safe.line(rests.teller(mention, claim, reading=self.reading))

    def words(self, article: str, place: Range) -> str:
        """Return an article's words at a place, on one line."""
        return safe.line(self.reading.text(article)[place.start : place.end])

    def joined(self, statement: Statement) -> str:
        """Return what a statement says, on one line."""
        return safe.line(self.reading.words_of(statement))

    def quote(self, article: str, place: Range) -> quotes.Quote:
        """Return an article's words at a place with what stands around them."""
        return quotes.quote(self.reading.text(article), place)

    def at(self, article: str, ranges: Sequence[Range]) -> Place:
        """Return the link to places in an article."""
        number = self._article.get(article)
        if number is None or not ranges:
            return Place("", "", "articles")
        first = min(place.start for place in ranges)
        return Place(str(number), " ".join(f"{r.start}-{r.end}" for r in ranges), anchor(number, first))

    def origins(self, claim: Claim) -> tuple[rests.Origin, ...]:
        """Return a claim's origins."""
        return rests.origins_of(claim, reading=self.reading, words=self.ui)

    def marks(self, claim: Claim, found: tuple[rests.Origin, ...]) -> dict[ClaimMention, str]:
        """Return for each mention the numbers of its origins; nothing for one origin alone."""
        return rests.marks(claim, found) if len(found) > 1 else dict.fromkeys(claim.mentions, "")

    def named_among(self, claim: Claim, found: tuple[rests.Origin, ...]) -> tuple[tuple[int, str], ...]:
        """Return number and label of each origin, where any of them is more than an article."""
        return rests.named_among(found, claim, reading=self.reading, words=self.ui)

    def counted(self, claim: Claim) -> str:
        """Return ``3 articles, 1 origin``."""
        return rests.counted(claim, reading=self.reading, words=self.ui)

    def value(self, group: ValueGroup, claim: Claim) -> str:
        """Return the value of a group of mentions of a claim."""
        return rests.value_of(group, claim, reading=self.reading, words=self.ui)

    def carriers(
        self, group: ValueGroup, claim: Claim, marks: dict[ClaimMention, str]
    ) -> tuple[tuple[str, str, str], ...]:
        """Return who gives a value: number of the origin, outlets, and whose word it is, each origin's together."""
        found: dict[tuple[str, str], dict[str, str]] = {}
        for mention in group.mentions:
            about = (marks[mention], self.teller(mention, claim))
            if not any(mention.article in outlets for outlets in found.values()):
                found.setdefault(about, {})[mention.article] = self.outlet(mention.article)
        return tuple((mark, ", ".join(outlets.values()), who) for (mark, who), outlets in found.items())

    def told_as(self, mention: ClaimMention) -> str:
        """Return a mention's stance in words, with its caution."""
        return firmness.told_as(mention, words=self.ui)

    def drift(self, claim: Claim) -> str:
        """Return who tells a claim as plain fact and who does not, or an empty string."""
        return firmness.drift_of(claim, reading=self.reading, words=self.ui)

    def given(self, value: str) -> str:
        """Return the value of one mention, a date in words."""
        return rests.given(value, words=self.ui)

    def pair(self, claim: Claim) -> tuple[Place, Place] | None:
        """Return two places to be read side by side: of different values where there are any, else of two articles."""
        mentions = [group.mentions[0] for group in self.reading.values_of(claim)] + list(claim.mentions)
        first = next((m for m in mentions if m.article in self._article), None)
        if first is None:
            return None
        second = next((m for m in mentions if m.article != first.article and m.article in self._article), None)
        if second is None:
            return None
        return self.at(first.article, [first]), self.at(second.article, [second])

    def companion(self, article: str) -> int | str:
        """Return the article to be read beside one: its source, else its first copy, else the next of its story."""
        source = self.reading.article[article].copy_of
        story = self.reading.story_of.get(article)
        others = [source or "", *self.reading.copies.get(article, ()), *(story.articles if story else ())]
        return next((self._article[other] for other in others if other in self._article and other != article), "")

    @cached_property
    def timeline(self) -> tuple[Entry, ...]:
        """The timeline's entries that name a known event or claim."""
        entries = []
        for entry in self.dossier.timeline:
            event, claim = self.reading.event.get(entry.event or ""), self.reading.claim.get(entry.claim or "")
            told: Sequence[ArticleRange] = event.mentions if event else claim.mentions if claim else ()
            if event is not None or claim is not None:
                stories = self.stories_of(told)
                ids = " ".join(self.dossier.stories[int(number)].id for number in stories.split())
                entries.append(Entry(self.date(entry.date), stories, ids, event, claim))
        return tuple(entries)

    @cached_property
    def times_of(self) -> dict[str, list[tuple[int, Time]]]:
        """For each article its time expressions in the order of the text, each with its position in the dossier."""
        found: dict[str, list[tuple[int, Time]]] = {a.id: [] for a in self.dossier.articles}
        for number, time in enumerate(self.dossier.times):
            found.setdefault(time.article, []).append((number, time))
        return {key: sorted(value, key=lambda item: (item[1].start, item[0])) for key, value in found.items()}

    def marked(self, article: str) -> Markup:
        """Return an article's text with all its layers marked."""
        return marked_text(
            self.reading.text(article), self._marks.get(article, []), article=self._article[article]
        )  # fmt: skip
