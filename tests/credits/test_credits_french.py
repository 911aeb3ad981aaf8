"""French credits: marks, datelines, credit lines, and citations in passing."""

from __future__ import annotations

import pytest

from quellenlage.documents.document import Document
from quellenlage.layers import credits, sentences
from quellenlage.layers.annotations import Annotations

BODY = "Le conseil de Vauclair a adopté le budget. Les travaux débuteront en automne."


def read(text: str) -> list[tuple[str, bool]]:
    made = sentences.annotate(Annotations(Document("a.txt", text, "", 0, None, None, None, None, "fr")))
    return [(credit.agency, credit.whole) for credit in credits.annotate(made).credits]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"{BODY} (ATS)", "agency/sda"),
        (f"{BODY} (avec AFP)", "agency/afp"),
        (f"{BODY}\n\n(avec l'AFP)", "agency/afp"),
        (f"{BODY}\n\nAvec AFP", "agency/afp"),
        (f"Berne (ats) - {BODY}", "agency/sda"),
        (f"{BODY} (AFP, réd)", "agency/afp"),
    ],
)
def test_credits_of_the_whole_article(text: str, agency: str) -> None:
    assert read(text) == [(agency, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Le pont est fermé, rapporte l'AFP. Il pleut beaucoup sur la vallée.",
        "Selon l'agence AFP, le pont est fermé. Il pleut beaucoup sur la vallée.",
        "« Nous partons », a dit Paul Roche à l'AFP. Il pleut beaucoup sur la vallée.",
    ],
)
def test_citations_in_passing(text: str) -> None:
    assert read(text) == [("agency/afp", False)]


@pytest.mark.parametrize("text", [f"{BODY}\n\nL'AFP recrute.", f"{BODY} (avec agences)"])
def test_no_credits(text: str) -> None:
    assert read(text) == []
