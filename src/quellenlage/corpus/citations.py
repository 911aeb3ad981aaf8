"""The graph of a corpus: article, copied from, agency, cites, outlet, ministry, person, document; and its circles."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quellenlage.corpus.records import Copy, Names
from quellenlage.layers.agencies import of_key
from quellenlage.layers.annotations import Annotations, Credit

NodeKind = Literal["article", "agency", "outlet", "organization", "person", "place", "anonymous", "other"]
EdgeKind = Literal["copied from", "shares text with", "credited to", "cites", "published"]

_MEDIA = frozenset({"article", "agency", "outlet"})


@dataclass(frozen=True, slots=True)
class Node:
    """An article or a source.

    Attributes:
        id: Document key, entity id, or the id of a nameless speaker.
        kind: What it is.
        label: How to show it.
    """

    id: str
    kind: NodeKind
    label: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One step from a telling towards its source.

    Attributes:
        source: The node that relies.
        target: The node that it relies on.
        kind: How.
        articles: Keys of the articles in which the step is seen, sorted by path.
        count: How often it is seen.
    """

    source: str
    target: str
    kind: EdgeKind
    articles: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Citations:
    """Nodes, edges and circular chains."""

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    cycles: tuple[tuple[str, ...], ...]


def cited_entity(credit: Credit, annotations: Annotations, names: Names, known: Mapping[str, str]) -> str | None:
    """Return the entity of a credited wire service: by its key, else the one that is named where the credit stands.

    Args:
        credit: The credit.
        annotations: The article that it stands in.
        names: The entities of all articles.
        known: Entity id by gazetteer key.
    """
    if credit.agency in known:
        return known[credit.agency]
    key = annotations.document.key
    return next(
        (
            names.of[key, mention.referent]
            for mention in annotations.mentions
            if mention.start < credit.end and credit.start < mention.end and (key, mention.referent) in names.of
        ),
        None,
    )


def cite(
    ordered: Sequence[Annotations],
    names: Names,
    copies: Sequence[Copy],
    speakers: Mapping[tuple[str, int], str],
    labels: Mapping[str, str],
) -> Citations:
    """Draw the graph.

    Args:
        ordered: The articles, by path.
        names: Their entities.
        copies: Their copies.
        speakers: For each statement, the entity id or the id of the nameless speaker that it rests on.
        labels: How to show nameless speakers, by id.
    """
    entity = {e.id: e for e in names.entities}
    known = {e.known: e.id for e in names.entities if e.known}
    outlets = {a.document.outlet.casefold() for a in ordered if a.document.outlet}
    nodes: dict[str, Node] = {}
    seen: dict[tuple[str, str, EdgeKind], list[str]] = defaultdict(list)

    def node(id_: str) -> str:
        if id_ in entity and id_ not in nodes:
            one = entity[id_]
            medium = of_key(one.known or "")
            kind: NodeKind = "other"
            if medium is not None:
                kind = "agency" if medium.kind == "agency" else "outlet"
            elif {name.casefold() for name in (one.name, *one.aliases)} & outlets:
                kind = "outlet"
            elif one.type in {"organization", "person", "place"}:
                kind = one.type
            nodes[id_] = Node(id_, kind, one.name)
        elif id_ not in nodes:
            agency = of_key(id_)
            nodes[id_] = Node(id_, "agency", agency.name) if agency else Node(id_, "anonymous", labels.get(id_, id_))
        return id_

    for annotations in ordered:
        document = annotations.document
        label = document.title or document.path
        nodes[document.key] = Node(document.key, "article", f"{document.outlet}: {label}" if document.outlet else label)
    for copy in copies:
        if copy.article in nodes and copy.source in nodes:
            seen[copy.article, copy.source, "copied from" if copy.directed else "shares text with"].append(copy.article)
    for annotations in ordered:
        key = annotations.document.key
        for credit in annotations.credits:
            agency = node(cited_entity(credit, annotations, names, known) or credit.agency)
            seen[key, agency, "credited to" if credit.whole else "cites"].append(key)
        for index, statement in enumerate(annotations.statements):
            chain = [names.of[key, v] for v in statement.via if isinstance(v, int) and (key, v) in names.of]
            if (key, index) in speakers:
                # A spokeswoman stands before the body that she speaks for.
                person = names.of.get((key, statement.speaker)) if statement.speaker is not None else None
                if person is not None and "#" not in speakers[key, index]:
                    chain.append(person)
                chain.append(speakers[key, index])
            at = key
            for step in dict.fromkeys(chain):
                seen[at, node(step), "cites"].append(key)
                at = step
    for id_ in [n.id for n in nodes.values() if n.kind == "outlet" and n.id in entity]:
        own = {name.casefold() for name in (entity[id_].name, *entity[id_].aliases)}
        for annotations in ordered:
            if annotations.document.outlet and annotations.document.outlet.casefold() in own:
                seen[id_, annotations.document.key, "published"].append(annotations.document.key)
    edges = tuple(
        Edge(source, target, kind, tuple(dict.fromkeys(articles)), len(articles))
        for (source, target, kind), articles in seen.items()
    )
    return Citations(nodes, edges, circles(edges, {n.id for n in nodes.values() if n.kind in _MEDIA}))


def circles(edges: Iterable[Edge], among: set[str]) -> tuple[tuple[str, ...], ...]:
    """Find circular chains of citation: one shortest circle for each group of nodes that all lead to each other.

    Args:
        edges: The graph; ``shares text with`` has no direction and is left out.
        among: Nodes that count (media cite each other in circles; two politicians who answer each other do not).

    Returns:
        Node ids in order of citation, beginning with the smallest; sorted.
    """
    follows: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.kind != "shares text with" and edge.source in among and edge.target in among:
            follows[edge.source].append(edge.target)
    for targets in follows.values():
        targets.sort()
    found: list[tuple[str, ...]] = []
    covered: set[str] = set()
    for start in sorted(follows):
        if start in covered:
            continue
        circle = _shortest(follows, start)
        if circle is not None:
            covered.update(circle)
            least = circle.index(min(circle))
            found.append(tuple(circle[least:] + circle[:least]))
    return tuple(sorted(set(found)))


def _shortest(follows: Mapping[str, Sequence[str]], start: str) -> list[str] | None:
    came: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        for target in follows.get(at, ()):
            if target == start:
                chain = [at]
                while chain[-1] != start:
                    chain.append(came[chain[-1]])
                return chain[::-1]
            if target not in came:
                came[target] = at
                waiting.append(target)
    return None
