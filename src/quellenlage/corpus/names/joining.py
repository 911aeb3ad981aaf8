"""The referents of all documents joined into entities, each with the best of its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quellenlage.corpus.names.clusters import GENERAL, Cluster, Index
from quellenlage.corpus.names.context import near as context
from quellenlage.corpus.names.judgements import NONE, Judgements
from quellenlage.corpus.names.parts import parse
from quellenlage.corpus.names.titles import untitled
from quellenlage.corpus.records import Entity, Names, ReferentKey
from quellenlage.layers.annotations import Annotations, Referent


def _order(annotated: Sequence[Annotations]) -> list[Annotations]:
    return sorted(annotated, key=lambda item: (item.document.path, item.document.key))


def unify(annotated: Sequence[Annotations], *, judgements: Judgements = NONE) -> Names:
    """Join the referents of all documents into entities.

    Args:
        annotated: Documents with referents and mentions, in any order.
        judgements: A user's decisions, which go before the program's.

    Returns:
        The entities, numbered in order of first appearance (path, then position), and the way from referent to entity.
    """
    index = Index(judgements=judgements)
    ordered = _order(annotated)
    full_first: list[tuple[bool, int, int, Annotations, Referent]] = []
    for place, item in enumerate(ordered):
        for referent in item.referents:
            alone = (
                referent.type == "other"
                or referent.known in GENERAL
                or (referent.type == "person" and (len(parse(referent.name).words) < 2 or bool(untitled(referent))))
            )
            full_first.append((alone, place, referent.index, item, referent))
    full_first.sort(key=lambda row: row[:3])
    near = {item.document.key: context(item) for item in ordered}
    for _, _, _, item, referent in full_first:
        key = (item.document.key, referent.index)
        if key not in index.of:
            index.add(key, referent, near=near[item.document.key])
    rank = {
        (item.document.key, referent.index): (place, referent.index)
        for place, item in enumerate(ordered)
        for referent in item.referents
    }
    clusters = sorted(index.clusters, key=lambda cluster: min(rank[member] for member in cluster.members))
    entities, of = [], {}
    for number, cluster in enumerate(clusters, 1):
        entity = _entity(f"e{number}", cluster, rank)
        entities.append(entity)
        for member in entity.members:
            of[member] = entity.id
    return Names(tuple(entities), of)


def _oblique(form: str, forms: Counter[str]) -> bool:
    """Tell whether a form is a case form of another one („Außenministeriums“ beside „Außenministerium“)."""
    return any(form == other + ending for other in forms for ending in ("s", "es", "n", "en"))


def _entity(identifier: str, cluster: Cluster, rank: dict[ReferentKey, tuple[int, int]]) -> Entity:
    def quality(form: str) -> tuple[int, int, int, str]:
        words = len(form.split())
        return (
            min(words, 2) if cluster.type == "person" else -int(_oblique(form, cluster.forms)),
            form.isascii() or form[:1] < "Ͱ",
            cluster.forms[form],
            form,
        )

    name = max(cluster.forms, key=quality)
    return Entity(
        identifier,
        cluster.type,
        name,
        tuple(sorted(set(cluster.forms) - {name})),
        cluster.wikidata,
        cluster.country,
        cluster.known,
        tuple(sorted(cluster.members, key=lambda member: rank[member])),
        tuple(cluster.reasons),
    )
