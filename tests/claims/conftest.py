from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.corpus import claims, copies, names, origins
from quellenlage.corpus.records import Claim, Story
from quellenlage.documents.document import Document
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations

Ledger = tuple[tuple[Claim, ...], tuple[Annotations, ...]]


def article(name: str, text: str, *, published: str | None = "2025-05-14", language: str = "de") -> Annotations:
    title, _, _ = text.partition("\n\n") if "\n\n" in text else ("", "", "")
    return catalogue.annotate(
        Document(f"{name}.txt", text, title, len(title), f"Blatt {name}", None, None, published, language)
    )


@pytest.fixture(scope="session")
def ledger() -> Callable[..., Ledger]:
    def make(*texts: str, published: tuple[str, ...] = (), language: str = "de") -> Ledger:
        dates = published or ("2025-05-14",) * len(texts)
        annotated = tuple(
            article(f"p{number}", text, published=date, language=language)
            for number, (text, date) in enumerate(zip(texts, dates, strict=True), start=1)
        )
        unified = names.unify(annotated)
        found = copies.find_copies(annotated)
        story = Story("s1", "", tuple(a.document.key for a in annotated), "")
        traced = origins.trace(annotated, unified, found)
        return claims.align(annotated, unified, found, (story,), traced), annotated

    return make


@pytest.fixture(scope="session")
def annotate() -> Callable[..., Annotations]:
    """The way from a text to an article with all layers."""
    return article


@pytest.fixture(scope="session")
def write() -> Callable[..., Annotations]:
    """Return what annotates one article."""
    return article


@pytest.fixture(scope="session")
def verdicts() -> Callable[..., set[tuple[str, str | None]]]:
    """Return what tells verdict and difference of the claims that hold mentions with all the given words."""

    def of(made: Ledger, *words: str) -> set[tuple[str, str | None]]:
        claims, annotated = made
        text = {a.document.key: a.document.text for a in annotated}
        out = set()
        for claim in claims:
            told = [text[m.article][m.span.start : m.span.end] for m in claim.mentions]
            if all(any(word in words_ for words_ in told) for word in words):
                out.add((claim.verdict, claim.differs_in))
        return out

    return of
