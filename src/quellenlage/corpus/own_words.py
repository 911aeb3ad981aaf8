"""What a copy has of its own: sentences of which its source has nothing."""

from __future__ import annotations

import re

from quellenlage.corpus.records import Copy
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.span import Span

_CONTENT = re.compile(r"\w{4,}|\d+")

_KNOWN_SHARE = 0.5
"""A sentence of which less than half the content words occur anywhere in the source was not written from it."""

_COPIED_SHARE = 0.3
"""Share of a sentence in copied passages from which it counts as copied whatever else it holds."""


def content_words(text: str) -> frozenset[str]:
    """Return the words of four letters or more and the numbers of a text, in lower case."""
    return frozenset(_CONTENT.findall(text.lower()))


def own_stretches(annotations: Annotations, source: Annotations, copy: Copy) -> tuple[Span, ...]:
    """Find the sentences that a copy added on its own; neighbours are joined.

    Args:
        annotations: The copy.
        source: What it was copied from.
        copy: Their shared passages.
    """
    text = annotations.document.text
    known = content_words(source.document.text)
    stretches: list[Span] = []
    for sentence in annotations.sentences:
        if sentence.heading:
            continue
        span = Span(sentence.start, sentence.end)
        copied = sum(span.overlap(passage.first) for passage in copy.passages)
        words = content_words(span.of(text))
        if copied > _COPIED_SHARE * (span.end - span.start) or len(words) < 3:
            continue
        if len(words & known) >= _KNOWN_SHARE * len(words):
            continue
        if stretches and not text[stretches[-1].end : span.start].strip():
            stretches[-1] = Span(stretches[-1].start, span.end)
        else:
            stretches.append(span)
    return tuple(stretches)
