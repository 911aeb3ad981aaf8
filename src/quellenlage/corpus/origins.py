"""Origins: on what each article and each statement rests, once copies, agencies and carriers are looked through.

How origins are counted is told for readers in docs/reference/origins.md. In short: a copy rests on what it was copied
from, an article credited to an agency on the agency, articles of one outlet on that outlet, a statement on who made it,
whoever passed it on. A body and its spokespeople and heads are one voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from quellenlage.corpus.citations import Edge, Node, cite
from quellenlage.corpus.functions import function_of
from quellenlage.corpus.own_words import content_words, own_stretches
from quellenlage.corpus.records import Copy, Names
from quellenlage.corpus.voices import Voices
from quellenlage.layers.annotations import Annotations, Statement
from quellenlage.layers.span import Span

FUNCTION = "function/"
"""What the ids of roots begin with that stand for a body by its function; those may have no members."""

_SAME_STATEMENT = 0.5
"""Share of common content words from which a statement of a copy is the statement of its source."""

RootKind = Literal["article", "outlet", "agency", "entity", "anonymous"]


@dataclass(frozen=True, slots=True)
class Root:
    """One origin.

    Attributes:
        id: Stable: a document key, ``outlet:NAME``, an entity id, an agency key (``agency/dpa``) where the agency is no
            entity of the corpus, ``function/police`` for a body called by what it does, ``CARRIER#words`` for another
            speaker without a name.
        kind: What it is.
        label: How to show it.
        members: Document keys and entity ids that stand for it in ``Claim.origins``.
    """

    id: str
    kind: RootKind
    label: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """The graph of a corpus, and the roots that everything in it rests on.

    ``roots(key)`` answers for what an article tells in its own words, ``roots(key, statement)`` for a statement by its
    index in ``Annotations.statements``. Independent sources of a claim are the distinct roots of its mentions::

        roots = frozenset().union(*(origins.roots(m.article, m.statement, at=m.span) for m in mentions))
        independent = len(roots)
        members = tuple(origins.root(root).members for root in sorted(roots))   # for Claim.origins

    Attributes:
        table: All roots by id.
        telling: Root of each article's own telling, by document key.
        speaking: Root of each statement, by document key and index.
        own: Stretches of a copy that its source has nothing of, with the root of the copying outlet.
        nodes: Nodes of the graph by id.
        edges: Edges of the graph.
        cycles: Circular chains of citation: node ids, each cycle once, beginning with the smallest id.
        voices: Root of each person and body as a speaker, by document key and index of the referent.
    """

    table: Mapping[str, Root] = field(default_factory=dict)
    telling: Mapping[str, str] = field(default_factory=dict)
    speaking: Mapping[tuple[str, int], frozenset[str]] = field(default_factory=dict)
    own: Mapping[str, tuple[tuple[Span, str], ...]] = field(default_factory=dict)
    nodes: Mapping[str, Node] = field(default_factory=dict)
    edges: tuple[Edge, ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()
    voices: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def roots(self, key: str, statement: int | None = None, *, at: Span | None = None) -> frozenset[str]:
        """Return the ids of the roots that a telling or a statement rests on; more than one only for joint speakers.

        Args:
            key: Key of the document.
            statement: Index of the statement, or None for what the article tells itself.
            at: Where the words stand: a paragraph that a copy added on its own rests on the copying outlet.

        Raises:
            KeyError: The document is not in the corpus.
        """
        if statement is not None:
            found = self.speaking.get((key, statement))
            if found is not None:
                return found
        if at is not None:
            for stretch, root in self.own.get(key, ()):
                if 2 * stretch.overlap(at) > at.end - at.start:
                    return frozenset((root,))
        return frozenset((self.telling[key],))

    def root(self, root: str) -> Root:
        """Return what is known of a root.

        Raises:
            KeyError: There is no such root.
        """
        return self.table[root]


def trace(annotated: Sequence[Annotations], names: Names, copies: Sequence[Copy]) -> Origins:
    """Trace every article and statement to its origins.

    Args:
        annotated: The articles.
        names: Their entities.
        copies: Their copies, as from ``find_copies``.
    """
    ordered = sorted(annotated, key=lambda a: (a.document.path, a.document.key))
    tracer = _Tracer(ordered, names, copies)
    tracer.trace_articles()
    for annotations in sorted(ordered, key=lambda a: tracer.depth(a.document.key)):
        tracer.trace_statements(annotations)
    labels = {id_: root.label for id_, root in tracer.table.items()}
    citations = cite(ordered, names, copies, tracer.speakers, labels)
    return Origins(
        table=tracer.table,
        telling=tracer.telling,
        speaking=tracer.speaking,
        own=tracer.own,
        voices=tracer.all_voices(),
        nodes=citations.nodes,
        edges=citations.edges,
        cycles=citations.cycles,
    )


class _Tracer:
    def __init__(self, ordered: Sequence[Annotations], names: Names, copies: Sequence[Copy]) -> None:
        self.ordered = ordered
        self.names = names
        self.by_key = {a.document.key: a for a in ordered}
        self.copy_of = {copy.article: copy for copy in copies if copy.source in self.by_key}
        self.entity = {entity.id: entity for entity in names.entities}
        self.known = {entity.known: entity.id for entity in names.entities if entity.known}
        self.voices = Voices(ordered, names)
        self.table: dict[str, Root] = {}
        self.telling: dict[str, str] = {}
        self.speaking: dict[tuple[str, int], frozenset[str]] = {}
        self.own: dict[str, tuple[tuple[Span, str], ...]] = {}
        self.speakers: dict[tuple[str, int], str] = {}
        self._outlets: dict[str, list[str]] = defaultdict(list)
        for annotations in ordered:
            self._outlets[_outlet_key(annotations)].append(annotations.document.key)

    def trace_articles(self) -> None:
        for annotations in self.ordered:
            key = annotations.document.key
            top = self._top(key)
            agency = self._agency(self.by_key[top]) or self._agency(annotations)
            self.telling[key] = self._agency_root(agency) if agency else self._outlet_root(self.by_key[top])
            copy = self.copy_of.get(key)
            if copy is not None:
                stretches = own_stretches(annotations, self.by_key[copy.source], copy)
                root = self._outlet_root(annotations)
                self.own[key] = tuple((stretch, root) for stretch in stretches)

    def _chain(self, key: str) -> list[str]:
        chain = [key]
        while chain[-1] in self.copy_of and self.copy_of[chain[-1]].source not in chain:
            chain.append(self.copy_of[chain[-1]].source)
        return chain

    def _top(self, key: str) -> str:
        return self._chain(key)[-1]

    def depth(self, key: str) -> int:
        """Return how many copyings lie between an article and the root of its family."""
        return len(self._chain(key)) - 1

    @staticmethod
    def _agency(annotations: Annotations) -> str | None:
        return next((credit.agency for credit in annotations.credits if credit.whole), None)

    def _agency_root(self, agency: str) -> str:
        id_ = self.known.get(agency, agency)
        label = self.entity[id_].name if id_ in self.entity else agency.partition("/")[2]
        self.table.setdefault(id_, Root(id_, "agency", label, (id_,)))
        return id_

    def _outlet_root(self, annotations: Annotations) -> str:
        outlet = _outlet_key(annotations)
        keys = tuple(self._outlets[outlet])
        if outlet == annotations.document.key:
            label = annotations.document.title or annotations.document.path
            self.table.setdefault(outlet, Root(outlet, "article", label, (outlet,)))
            return outlet
        label = annotations.document.outlet or outlet.partition(":")[2]
        self.table.setdefault(outlet, Root(outlet, "outlet", label, keys))
        return outlet

    def trace_statements(self, annotations: Annotations) -> None:
        key = annotations.document.key
        for index, statement in enumerate(annotations.statements):
            if self._inherits(annotations, index):
                continue
            if _unowned(statement):
                continue
            voice = self.voices.of(key, statement)
            if voice is not None:
                self.speaking[key, index] = frozenset((self._voice_root(voice),))
                self.speakers[key, index] = voice
                continue
            words = self.voices.words(annotations, statement)
            if words is None:
                continue  # a rumour without a speaker rests on the article that tells it
            carrier = self._carrier(key, statement.via) or self.telling[key]
            label = self.voices.label(annotations, statement) or words
            id_ = f"{carrier}#{words.casefold()}"
            members = self.table[carrier].members if carrier in self.table else (carrier,)
            self.table.setdefault(id_, Root(id_, "anonymous", label, members))
            self.speakers[key, index] = id_
            function = function_of(words)
            root = self._function_root(function, label) if function is not None else id_
            self.speaking[key, index] = frozenset((root,))

    def _function_root(self, function: str, label: str, *members: str) -> str:
        """The root of a body that is called by what it does, the same in all articles."""
        id_ = f"{FUNCTION}{function}"
        known = self.table.get(id_)
        kind: RootKind = "entity" if members or (known and known.members) else "anonymous"
        together = tuple(dict.fromkeys((*(known.members if known else ()), *members)))
        self.table[id_] = Root(id_, kind, known.label if known else label, together)
        return id_

    def _inherits(self, annotations: Annotations, index: int) -> bool:
        """Give a statement that a copy took over the roots that it has in the source, whatever it calls the speaker."""
        key = annotations.document.key
        copy = self.copy_of.get(key)
        if copy is None:
            return False
        source = self.by_key[copy.source]
        words = _content(annotations, index)
        best, twin = 0.0, -1
        for place in range(len(source.statements)):
            theirs = _content(source, place)
            alike = len(words & theirs) / max(1, len(words | theirs))
            if alike > best and (copy.source, place) in self.speaking:
                best, twin = alike, place
        if best < _SAME_STATEMENT:
            return False
        self.speaking[key, index] = self.speaking[copy.source, twin]
        self.speakers[key, index] = self.speakers[copy.source, twin]
        return True

    def all_voices(self) -> dict[tuple[str, int], str]:
        """Return the root of each person and body as a speaker, whether a statement of it was found or not."""
        return {
            member: self._voice_root(self.voices.body(entity.id))
            for entity in self.names.entities
            if entity.type in {"person", "organization"}
            for member in entity.members
        }

    def _voice_root(self, voice: str) -> str:
        """The root of an entity that speaks; an outlet of the corpus speaks with the root of its own articles."""
        entity = self.entity[voice]
        for name in (entity.name, *entity.aliases):
            keys = self._outlets.get(f"outlet:{_fold(name)}")
            if keys:
                return self.telling[keys[0]]
        function = function_of(entity.name) if entity.type == "organization" else None
        if function is not None:
            return self._function_root(function, entity.name, voice)
        self.table.setdefault(voice, Root(voice, "entity", entity.name, (voice,)))
        return voice

    def _carrier(self, key: str, via: tuple[int | str, ...]) -> str | None:
        for carrier in reversed(via):
            if isinstance(carrier, int):
                id_ = self.names.of.get((key, carrier))
                if id_ is not None:
                    return self._voice_root(id_)
        return None


def _unowned(statement: Statement) -> bool:
    """Tell whether a rumour (``angeblich``) was given to whoever speaks behind it; it is the article's word alone."""
    behind = max(span.end for span in statement.content)
    spoken = [span.start for span in statement.speaker_spans]
    return statement.certainty == "hedged" and not statement.frame and bool(spoken) and min(spoken) >= behind


def _content(annotations: Annotations, index: int) -> frozenset[str]:
    return frozenset().union(
        *(content_words(span.of(annotations.document.text)) for span in annotations.statements[index].content)
    )


def _outlet_key(annotations: Annotations) -> str:
    """Return what articles of one outlet have in common: its name, else its address, else nothing but the article."""
    document = annotations.document
    if document.outlet:
        return f"outlet:{_fold(document.outlet)}"
    if document.url and "//" in document.url:
        return f"outlet:{document.url.split('/')[2].removeprefix('www.').casefold()}"
    return document.key


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
