"""Whatever the text: spans lie in it, layers are deterministic, and the dossier points at what it quotes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quellenlage import documents
from quellenlage.documents.document import Document
from quellenlage.dossier.build import build
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations
from quellenlage.sources.record import Record

# ruff: noqa: E501 - a table of pieces
PIECES = [
    "Ministerin Änne Große", "sagte", "„Wir gehen“", "«ja»", "\"nein\"", "laut dpa", "soll", "habe", "sei", "der Kremlchef",
    "am Donnerstag", "2024/25", "rund 2000 Menschen", "(dpa/lnw)", "Mehr zum Thema –", "Кремль заявил", "said", "e\u0301",
    "\u00ad", "\u200d", "👩\u200d🚒", "שלום", "\u00a0", "z. B.", "3. bis 5. Mai", ".", "?", "!", ",", ":", "–", "„", "“", "»",
    "\n", "\n\n", "1.", "Dr.", "EU-Kommissionschefin", "‚so‘", "dementierte, dass", "teilte mit", "zufolge", "𝔘𝔫",
]  # fmt: skip
TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map(" ".join)


def annotate(text: str) -> Annotations | None:
    built = documents.build(Record("test.txt", "text", text.encode("utf-8", "surrogatepass")))
    return catalogue.annotate(built) if isinstance(built, Document) else None


def spans(annotations: Annotations) -> list[tuple[int, int]]:
    """Return every span of every layer."""
    found = [(item.start, item.end) for layer in ("sentences", "mentions", "times", "credits", "events")
             for item in getattr(annotations, layer)]  # fmt: skip
    found += [(token.start, token.end) for sentence in annotations.sentences for token in sentence.tokens]
    found += [tuple(event.trigger) for event in annotations.events]
    for statement in annotations.statements:
        parts = (statement.content, statement.speaker_spans, statement.cue, statement.frame, statement.addressee)
        found += [tuple(span) for part in parts for span in part]
    return found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
def test_every_span_lies_in_its_text(text: str) -> None:
    annotations = annotate(text)
    if annotations is None:
        return
    length = len(annotations.document.text)
    assert all(0 <= start < end <= length for start, end in spans(annotations))
    assert annotations == annotate(text)
    sentences = annotations.sentences
    assert all(first.end <= second.start for first, second in pairwise(sentences))
    for sentence in sentences:
        assert all(token.text == annotations.document.text[token.start : token.end] for token in sentence.tokens)
    assert all(0 <= mention.referent < len(annotations.referents) for mention in annotations.mentions)
    assert [referent.index for referent in annotations.referents] == list(range(len(annotations.referents)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXT, min_size=1, max_size=4))
def test_a_dossier_comes_of_anything(texts: list[str]) -> None:
    annotated = [found for text in texts if (found := annotate(text)) is not None]
    unique = list({found.document.key: found for found in annotated}.values())
    dossier = build(unique)
    assert len(dossier.articles) == len(unique)
    assert sorted(article for story in dossier.stories for article in story.articles) == sorted(
        article.id for article in dossier.articles
    )
    text_of = {article.id: article.text for article in dossier.articles}
    for claim in dossier.claims:
        assert any(claim.text in text_of[mention.article] for mention in claim.mentions)
        assert claim.independent_sources == len(claim.origins)
    assert dossier == build(unique[::-1])


def test_a_claim_over_a_line_break_is_quoted_as_it_stands() -> None:
    annotated = annotate("Ministerin Änne Große " * 8 + "\ra")
    assert annotated is not None
    assert all(claim.text in annotated.document.text for claim in build([annotated]).claims)
