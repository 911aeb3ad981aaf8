"""The dossier's articles: what is known of each, what it copies, rests on, leaves out and carries alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from quellenlage import edtf
from quellenlage.corpus.citations import cited_entity
from quellenlage.corpus.claims.omissions import omissions
from quellenlage.corpus.records import Claim, Copy, Names, Story
from quellenlage.dossier.numbering import Numbering
from quellenlage.dossier.schema import Article, DebrisRange, Range
from quellenlage.layers.annotations import Annotations


def articles(
    annotated: Sequence[Annotations],
    names: Names,
    copies: Sequence[Copy],
    stories: Sequence[Story],
    claims: Sequence[Claim],
    numbering: Numbering,
) -> tuple[Article, ...]:
    """Return the articles in the order of their ids."""
    source_of = {copy.article: copy for copy in copies}
    agencies = wires(annotated, names)
    missing = omissions(claims, stories)
    known = _known(claims, annotated)
    result = []
    for annotations in sorted(annotated, key=lambda a: int(numbering.article[a.document.key][1:])):
        document = annotations.document
        copy = source_of.get(document.key)
        inside = copy is not None and copy.source in numbering.article
        result.append(
            Article(
                id=numbering.article[document.key],
                path=document.path,
                title=document.title,
                outlet=document.outlet,
                url=document.url,
                author=document.author,
                published=document.published,
                language=document.language,
                text=document.text,
                sha256=document.sha256,
                copy_of=numbering.article[copy.source] if copy and inside else None,
                copy_reason=copy.reason if copy and inside else None,
                shared=tuple(Range(start=passage.first.start, end=passage.first.end) for passage in copy.passages)
                if copy and inside
                else (),
                agencies=agencies[document.key],
                debris=tuple(
                    DebrisRange(start=debris.start, end=debris.end, kind=debris.kind, reason=debris.reason)
                    for debris in document.debris
                ),
                leaves_out=tuple(c for c in missing[document.key].leaves_out if known(c, document.published)),
                alone=missing[document.key].alone,
            )
        )
    return tuple(result)


def _known(claims: Sequence[Claim], annotated: Sequence[Annotations]) -> Callable[[str, str | None], bool]:
    """Return a test of whether an article of some date could have carried a claim.

    What only later articles tell, nobody has left out before. Articles whose dates overlap, or that have none, could
    have known of each other.
    """
    first = {a.document.key: edtf.bounds(a.document.published)[0] for a in annotated}
    carriers = {claim.id: {mention.article for mention in claim.mentions} for claim in claims}

    def known(claim: str, published: str | None) -> bool:
        last = edtf.bounds(published)[1]
        return last is None or any((day := first[key]) is None or day <= last for key in carriers[claim])

    return known


def wires(annotated: Sequence[Annotations], names: Names) -> Mapping[str, tuple[str, ...]]:
    """Return, for each document key, the entity ids of the wire services it rests on, in order of appearance."""
    by_known = {entity.known: entity.id for entity in names.entities if entity.known}
    result: dict[str, tuple[str, ...]] = {}
    for annotations in annotated:
        found = (cited_entity(credit, annotations, names, by_known) for credit in annotations.credits)
        ids = [entity for entity in found if entity is not None]
        result[annotations.document.key] = tuple(dict.fromkeys(ids))
    return result
