"""Helpers of the statement tests: read a short text and show statements as plain tuples."""

from __future__ import annotations

from dataclasses import replace

from quellenlage.documents.document import Document
from quellenlage.layers import sentences, statements
from quellenlage.layers.annotations import Annotations, Credit, Gender, Mention, Referent, Statement


def annotated(text: str, *, language: str = "de", outlet: str | None = None) -> Annotations:
    document = Document("a.txt", text, "", 0, outlet, None, None, None, language)
    return sentences.annotate(Annotations(document))


def read(text: str, *, language: str = "de") -> tuple[Statement, ...]:
    return statements.annotate(annotated(text, language=language)).statements


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " / ".join(text[start:end] for start, end in spans)


def shown(text: str, *, language: str = "de") -> list[tuple[str, str, str, str]]:
    """Return type, speaker words, certainty and content of each statement."""
    return [
        (s.type, words(text, s.speaker_spans), s.certainty, words(text, s.content))
        for s in read(text, language=language)
    ]


def with_people(
    text: str, people: dict[str, Gender | None], *, agencies: tuple[str, ...] = (), outlet: str | None = None
) -> Annotations:
    """Return annotations in which every occurrence of a name is a mention; agencies are cited ones."""
    made = annotated(text, outlet=outlet)
    referents, mentions, credits = [], [], []
    for name, gender in people.items():
        index = len(referents)
        agency = name in agencies
        known = f"agency/{name.lower()}" if agency else None
        referents.append(Referent(index, "organization" if agency else "person", name, gender=gender, known=known))
        start = text.find(name)
        while start >= 0:
            mentions.append(Mention(start, start + len(name), index, "name", "test"))
            if agency:
                credits.append(Credit(start, start + len(name), str(known), False, "test"))
            start = text.find(name, start + 1)
    mentions.sort(key=lambda m: m.start)
    return statements.annotate(
        replace(made, referents=tuple(referents), mentions=tuple(mentions), credits=tuple(credits))
    )
