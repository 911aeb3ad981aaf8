from __future__ import annotations

from collections.abc import Callable

import pytest

from quellenlage.documents.document import Document
from quellenlage.layers import entities, sentences
from quellenlage.layers.annotations import Annotations


@pytest.fixture
def annotated() -> Callable[..., Annotations]:
    def make(
        text: str, *, title: str = "", language: str = "de", published: str | None = None, outlet: str | None = None
    ) -> Annotations:
        whole = f"{title}\n\n{text}" if title else text
        document = Document("article.txt", whole, title, len(title), outlet, None, None, published, language)
        return entities.LAYER.annotate(sentences.LAYER.annotate(Annotations(document)))

    return make
