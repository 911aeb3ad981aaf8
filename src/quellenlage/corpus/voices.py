"""Whose voice a speaker is: a spokeswoman and the head of a body speak for the body, a nameless speaker for nobody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from quellenlage.corpus.records import Names
from quellenlage.layers.annotations import Annotations, Mention, Statement

_WORD = re.compile(r"\w[\w’'-]*")
_BEFORE_CHARS = 60
_AFTER_CHARS = 90
_BACK_CHARS = 250
_STEM = 5


@cache
def _roles() -> Mapping[str, re.Pattern[str]]:
    kinds: dict[str, list[str]] = {}
    for line in (files("quellenlage.layers") / "resources" / "origin-roles.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "kind\t")):
            kind, pattern = line.split("\t")
            kinds.setdefault(kind, []).append(pattern)
    compound = {"voice", "document"}
    return {
        kind: re.compile(
            rf"(?P<body>\w[\w-]*?)??-?(?P<role>{'|'.join(patterns)})" if kind in compound else "|".join(patterns),
            re.IGNORECASE,
        )
        for kind, patterns in kinds.items()
    }


@cache
def _links() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand between a role and the body behind it, and between a body and the role behind it."""
    behind = rf"\s+(?:{_roles()['link'].pattern})\s+(?:[\w-]+\s+){{0,2}}"
    return re.compile(behind, re.IGNORECASE), re.compile(r"(?:['’]s?)?\s+(?:[\w-]+\s+)?")


class Voices:
    """The bodies behind the speakers of a corpus.

    Args:
        ordered: The articles.
        names: Their entities.
    """

    def __init__(self, ordered: Sequence[Annotations], names: Names) -> None:
        self._names = names
        self._by_key = {a.document.key: a for a in ordered}
        self._entity = {entity.id: entity for entity in names.entities}
        self._named: set[str] = set()
        self._by_name: dict[str, str] = {}
        self._known = {entity.known: entity.id for entity in names.entities if entity.known}
        for entity in names.entities:
            if entity.type in {"organization", "place"}:
                for name in (entity.name, *entity.aliases):
                    self._by_name.setdefault(name.casefold(), entity.id)
        self._bodies: dict[str, str] = {}
        for annotations in ordered:
            self._read(annotations)

    def of(self, key: str, statement: Statement) -> str | None:
        """Return the entity that a statement rests on: the speaker, or the body that it speaks for.

        None where the speaker has no name and stands for no body that has one.
        """
        if statement.speaker is None:
            annotations = self._by_key[key]
            return self._document_body(annotations, statement) or self._nameless_body(annotations, statement)
        id_ = self._names.of.get((key, statement.speaker))
        if id_ is None:
            return None
        body = self._bodies.get(id_)
        if body is not None:
            return body
        return id_ if id_ in self._named else None

    def body(self, entity: str) -> str:
        """Return the body that an entity speaks for, or the entity itself."""
        return self._bodies.get(entity, entity)

    def words(self, annotations: Annotations, statement: Statement) -> str | None:
        """Return the words for a nameless speaker, articles left out; None for a mere pronoun."""
        text = annotations.document.text
        surface = " ".join(span.of(text) for span in statement.speaker_spans)
        if not surface and statement.speaker is not None:
            surface = annotations.referents[statement.speaker].name
        words = _WORD.findall(surface)
        if all(_roles()["pronoun"].fullmatch(word) for word in words):
            if statement.speaker is None:
                return None
            words = _WORD.findall(annotations.referents[statement.speaker].name)
        kept = [word for word in words if _roles()["skip"].fullmatch(word) is None]
        return " ".join(kept or words) or None

    def label(self, annotations: Annotations, statement: Statement) -> str | None:
        """Return how to show a nameless speaker: its words as they stand, without the article in front."""
        words = self.words(annotations, statement)
        surface = " ".join(span.of(annotations.document.text) for span in statement.speaker_spans).split()
        while len(surface) > 1 and _roles()["skip"].fullmatch(surface[0]):
            surface = surface[1:]
        told = " ".join(surface)
        return told if words and all(word in told for word in words.split()) else words

    def _organizations(self, annotations: Annotations) -> list[Mention]:
        """Mentions of organizations by name, in order; what one article leaves open, another may tell.

        A wire service is left out: beside a person stands who passed it on, not whom the person speaks for.
        """
        key = annotations.document.key
        return sorted(
            (
                mention
                for mention in annotations.mentions
                if mention.kind == "name"
                and (entity := self._entity.get(self._names.of.get((key, mention.referent), ""))) is not None
                and entity.type == "organization"
                and not (entity.known or "").startswith("agency/")
            ),
            key=lambda mention: (mention.start, mention.end),
        )

    def _read(self, annotations: Annotations) -> None:
        key = annotations.document.key
        bodies = self._organizations(annotations)
        for referent in annotations.referents:
            # The entity layer knows some heads of bodies by their office: ``chief/ezb`` speaks for ``org/ezb``.
            for office in referent.offices:
                body = self._known.get(f"org/{office.partition('/')[2]}")
                id_ = self._names.of.get((key, referent.index))
                if body and id_ and body != id_ and office.startswith(("chief/", "spokesperson/")):
                    self._bodies.setdefault(id_, body)
        for mention in sorted(annotations.mentions, key=lambda m: (m.start, m.end)):
            id_ = self._names.of.get((key, mention.referent))
            if id_ is None:
                continue
            if mention.kind == "name":
                self._named.add(id_)
            if annotations.referents[mention.referent].type == "person" and mention.kind != "pronoun":
                body = self._body_near(annotations, mention, bodies)
                if body is not None and body != id_:
                    self._bodies.setdefault(id_, body)

    def _body_near(self, annotations: Annotations, mention: Mention, bodies: Sequence[Mention]) -> str | None:
        text = annotations.document.text
        begin = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _BEFORE_CHARS)
        before = re.split(r"[.!?;:„“”\"»«]\s", text[begin : mention.start])[-1]
        after = re.split(r"[.!?;:„“”\"»«\n]", text[mention.end : mention.end + _AFTER_CHARS])[0]
        near = mention.start - len(before), mention.end + len(after)
        words = [*self._role_words(before[-40:], mention.start - len(before[-40:]), last=True)]
        if after.lstrip().startswith(","):
            words.extend(self._role_words(after, mention.end, last=False))
        if mention.kind == "nominal":
            words.extend(self._role_words(text[mention.start : mention.end], mention.start, last=True))
        return self._body_of_role(annotations, words, near, bodies)

    def _nameless_body(self, annotations: Annotations, statement: Statement) -> str | None:
        """``Eine EZB-Sprecherin``, ``ein Sprecher des Ministeriums``: no person of the entity layer, but a voice."""
        text = annotations.document.text
        for span in statement.speaker_spans:
            words = [
                (match, start)
                for match, start in self._role_words(span.of(text), span.start, last=False)
                if _roles()["spokes"].fullmatch(match[0])
            ]
            body = self._body_of_role(
                annotations, words, (span.start, span.end + _AFTER_CHARS), self._organizations(annotations)
            )
            body = body or self._body_by_noun(annotations, words, span.end)
            if body is not None:
                return body
        return None

    def _body_by_noun(
        self, annotations: Annotations, words: Sequence[tuple[re.Match[str], int]], end: int
    ) -> str | None:
        """``eine Sprecherin des Ministeriums``: the one body of the article whose name has that noun."""
        text = annotations.document.text
        for match, start in words:
            link = _links()[0].match(text, start + len(match[0]), end)
            noun = _WORD.match(text, link.end()) if link is not None else None
            if noun is None or not noun[0][:1].isupper():
                continue
            stem = re.sub(r"(?:es|s)$", "", noun[0].casefold())
            key = annotations.document.key
            found = {
                id_
                for mention in annotations.mentions
                if mention.kind == "name"
                and stem in text[mention.start : mention.end].casefold()
                and (id_ := self._names.of.get((key, mention.referent))) is not None
                and self._entity[id_].type == "organization"
            }
            if len(stem) >= _STEM and len(found) == 1:
                return found.pop()
        return None

    def _body_of_role(
        self,
        annotations: Annotations,
        words: Sequence[tuple[re.Match[str], int]],
        near: tuple[int, int],
        bodies: Sequence[Mention],
    ) -> str | None:
        for match, start in words:
            prefix = (match["body"] or "").strip("-").casefold()
            if len(prefix) >= 2:
                found = self._by_prefix(annotations, prefix, match[0], start, bodies)
            else:
                found = self._beside(annotations, start, start + len(match[0]), near, bodies)
                if found is None and _roles()["spokes"].fullmatch(match[0]):
                    found = self._last_named(annotations, start, bodies)
            if found is not None:
                return found
        return None

    def _last_named(self, annotations: Annotations, start: int, bodies: Sequence[Mention]) -> str | None:
        """The body that the paragraph named last before a spokesperson of none (``so Sprecherin Meier``)."""
        place = bisect_right([body.start for body in bodies], start)
        if not place:
            return None
        between = annotations.document.text[bodies[place - 1].end : start]
        if len(between) > _BACK_CHARS or "\n" in between:
            return None
        return self._names.of.get((annotations.document.key, bodies[place - 1].referent))

    @staticmethod
    def _role_words(surface: str, offset: int, *, last: bool) -> Iterator[tuple[re.Match[str], int]]:
        words = list(_WORD.finditer(surface))
        for word in words[-3:] if last else words[:6]:
            match = _roles()["voice"].fullmatch(word[0])
            if match is not None:
                yield match, offset + word.start()

    def _by_prefix(
        self, annotations: Annotations, prefix: str, word: str, start: int, bodies: Sequence[Mention]
    ) -> str | None:
        key = annotations.document.key
        stem = prefix[:-1] if prefix.endswith("s") and len(prefix) > 4 else prefix
        for form in (prefix, stem):
            if form in self._by_name:
                return self._by_name[form]
        for body in bodies:
            surface = annotations.document.text[body.start : body.end].casefold()
            if len(stem) >= 3 and any(part.startswith(stem) or part.endswith(stem) for part in _WORD.findall(surface)):
                return self._names.of.get((key, body.referent))
        if _roles()["generic"].fullmatch(prefix) and _roles()["spokes"].fullmatch(word):
            place = bisect_right([body.start for body in bodies], start)
            if place:
                return self._names.of.get((key, bodies[place - 1].referent))
        return None

    def _beside(
        self, annotations: Annotations, start: int, end: int, near: tuple[int, int], bodies: Sequence[Mention]
    ) -> str | None:
        """``Sprecher des Ministeriums``, ``spokeswoman for the ECB``, ``the ministry's spokesman``."""
        text = annotations.document.text
        for body in bodies:
            behind = body.start >= end
            if not near[0] <= body.start <= near[1] or (not behind and body.end > start):
                continue
            between = text[end : body.start] if behind else text[body.end : start]
            link = _links()[0 if behind else 1].fullmatch(between)
            if link is not None:
                return self._names.of.get((annotations.document.key, body.referent))
        return None

    def _document_body(self, annotations: Annotations, statement: Statement) -> str | None:
        """The body that issued a document or figures: ``einer Studie der Technischen Universität`` speaks for it."""
        key, text = annotations.document.key, annotations.document.text
        for span in statement.speaker_spans:
            words = _WORD.findall(span.of(text))
            if not any(_roles()["document"].fullmatch(word) or _roles()["spokes"].fullmatch(word) for word in words):
                continue
            for mention in annotations.mentions:
                inside = span.start <= mention.start and mention.end <= span.end
                behind = mention.start >= span.end and _links()[0].fullmatch(text, span.end, mention.start) is not None
                issuer = mention.kind == "name" and annotations.referents[mention.referent].type == "organization"
                if issuer and (inside or behind):
                    return self._names.of.get((key, mention.referent))
        return None
