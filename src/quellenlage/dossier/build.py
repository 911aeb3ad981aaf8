"""From annotated articles to the dossier: the corpus stages in order, then everything put into the contract's shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from quellenlage import edtf
from quellenlage.corpus.citations import cited_entity
from quellenlage.corpus.names.judgements import Judgements
from quellenlage.corpus.origins import Origins
from quellenlage.corpus.records import Claim, Copy, Entity, MergedEvent, Names, Story
from quellenlage.dossier import articles as article_part
from quellenlage.dossier import ledger as ledger_part
from quellenlage.dossier import speech as speech_part
from quellenlage.dossier.numbering import Numbering
from quellenlage.dossier.schema import Dossier, Problem
from quellenlage.dossier.timeline import timeline
from quellenlage.layers.agencies import Agency, by_key, of_key
from quellenlage.layers.annotations import Annotations
from quellenlage.sources.rejects import Reject


@dataclass(frozen=True, slots=True)
class Selection:
    """Which stories the dossier shows; a story is shown whole, so that its origins stay counted right.

    Attributes:
        story: Id of one story, or None for all.
        since: EDTF date; stories without an article published on or after its first day are left out. Articles without
            a date count as recent, since nothing shows that they are not.
        about: A name; stories in which nobody of that name is mentioned are left out.
    """

    story: str | None = None
    since: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents with what the corpus stages found in them, before it takes the contract's shape."""

    annotated: tuple[Annotations, ...]
    names: Names
    copies: tuple[Copy, ...]
    stories: tuple[Story, ...]
    origins: Origins


def survey(annotated: Sequence[Annotations], *, judgements: Judgements | None = None) -> Corpus:
    """Unify names, find copies, cluster stories and trace origins.

    Args:
        annotated: The annotated documents in any order; the result does not depend on it.
        judgements: The user's decisions on names.
    """
    from quellenlage.corpus import copies, names, origins, stories

    ordered = names.carry(
        sorted(annotated, key=lambda annotations: (annotations.document.path, annotations.document.key))
    )
    unified = with_credited(names.unify(ordered, judgements=judgements), ordered)
    found = copies.find_copies(ordered)
    clustered = stories.cluster(ordered, unified, found)
    return Corpus(ordered, unified, found, clustered, origins.trace(ordered, unified, found))


def with_credited(names: Names, annotated: Sequence[Annotations]) -> Names:
    """Give each credited wire service its entity: the one named where the credit stands, else one of its own.

    A service of the table that the names do not know as one („агентство «Ховар»“) gets the table's name, its own among
    the aliases. One that is credited outside the text (author line) and named nowhere in it is added.
    """
    known = {entity.known: entity.id for entity in names.entities if entity.known}
    entities = {entity.id: entity for entity in names.entities}
    authors = {annotations.document.author or "" for annotations in annotated}
    number = max((int(id_[1:]) for id_ in entities), default=0)
    for annotations in annotated:
        for credit in annotations.credits:
            agency = of_key(credit.agency)
            if agency is None or credit.agency in known:
                continue
            found = cited_entity(credit, annotations, names, known)
            if found is None:
                number += 1
                seen = tuple(form for form in agency.forms[1:] if any(form in author for author in authors))
                found = f"e{number}"
                entities[found] = Entity(
                    found, "organization", agency.name, seen, None, agency.country or None, agency.key, ()
                )
            elif agency.key in by_key() and entities[found].known is None:
                entities[found] = _as_listed(entities[found], agency)
            known[credit.agency] = found
    return replace(names, entities=tuple(entities.values()))


def _as_listed(entity: Entity, agency: Agency) -> Entity:
    """Return an entity under the name and key that the table of wire services has for it."""
    aliases = tuple(sorted({entity.name, *entity.aliases} - {agency.name}))
    country = entity.country or agency.country or None
    return replace(entity, type="organization", name=agency.name, aliases=aliases, country=country, known=agency.key)


def build(
    annotated: Sequence[Annotations],
    rejects: Sequence[Reject] = (),
    *,
    selection: Selection | None = None,
    judgements: Judgements | None = None,
    stage: Callable[[str], None] = lambda name: None,
) -> Dossier:
    """Make the dossier.

    Args:
        annotated: The annotated documents, in any order.
        rejects: Inputs that became no article.
        selection: Which stories to show; all by default.
        judgements: The user's decisions on names.
        stage: Called with a stage's name when it begins, for progress display.
    """
    from quellenlage.corpus import claims, events

    stage("names, copies, stories")
    corpus = survey(annotated, judgements=judgements)
    stories = select(corpus, selection or Selection())
    keys = {key for story in stories for key in story.articles}
    chosen = tuple(annotations for annotations in corpus.annotated if annotations.document.key in keys)
    stage("claims")
    ledger = claims.align(chosen, corpus.names, corpus.copies, stories, corpus.origins)
    stage("events")
    merged = events.merge(chosen, corpus.names, stories)
    stage("dossier")
    return assemble(chosen, corpus.names, corpus.copies, stories, ledger, merged, rejects)


def select(corpus: Corpus, selection: Selection) -> tuple[Story, ...]:
    """Return the stories that the selection keeps, in order."""
    published = {a.document.key: a.document.published for a in corpus.annotated}
    stories = corpus.stories
    if selection.story is not None:
        stories = tuple(story for story in stories if story.id == selection.story)
    if selection.since is not None:
        first = edtf.bounds(selection.since)[0]

        def recent(key: str) -> bool:
            value = published[key]
            last = edtf.bounds(value)[1] if value else None
            return last is None or first is None or last >= first

        stories = tuple(story for story in stories if any(recent(key) for key in story.articles))
    if selection.about is not None:
        keys = {key for entity in meant(corpus.names.entities, selection.about) for key, _ in entity.members}
        stories = tuple(story for story in stories if keys & set(story.articles))
    return stories


class Named(Protocol):
    """Anything with a name and other forms of it."""

    @property
    def name(self) -> str:
        """The best form."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other forms."""


AnyNamed = TypeVar("AnyNamed", bound=Named)


def meant(entities: Iterable[AnyNamed], wanted: str) -> tuple[AnyNamed, ...]:
    """Return the entities that a reader means by a name: any spelling of it, or one word of it such as a surname."""
    from quellenlage.corpus.names import same_name

    fold = wanted.casefold().strip()

    def fits(form: str) -> bool:
        return fold == form.casefold() or fold in form.casefold().split() or same_name(wanted, form)

    return tuple(entity for entity in entities if any(fits(form) for form in (entity.name, *entity.aliases)))


def assemble(
    annotated: Sequence[Annotations],
    names: Names,
    copies: Sequence[Copy],
    stories: Sequence[Story],
    claims: Sequence[Claim],
    events: Sequence[MergedEvent],
    rejects: Sequence[Reject],
) -> Dossier:
    """Put everything into the contract's shape; articles are numbered ``a1``, ``a2`` … by path."""
    numbering = Numbering.of(annotated)
    by_key: Mapping[str, Annotations] = {annotations.document.key: annotations for annotations in annotated}
    claim_part = ledger_part.claims(claims, by_key, numbering)
    event_part = ledger_part.events(events, by_key, numbering, claims)
    return Dossier(
        articles=article_part.articles(annotated, names, copies, stories, claims, numbering),
        entities=speech_part.entities(annotated, names, numbering),
        statements=speech_part.statements(annotated, names, numbering),
        times=speech_part.times(annotated, numbering),
        events=event_part,
        claims=claim_part,
        stories=tuple(ledger_part.story(story, numbering) for story in stories),
        timeline=timeline(event_part, claim_part, annotated, numbering),
        problems=tuple(
            Problem(path=reject.path, offset=reject.offset, message=reject.message, code=reject.code)
            for reject in rejects
        ),
    )
