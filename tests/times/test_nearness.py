"""Dates and weekdays whose clause looks the other way than they lie."""

from __future__ import annotations

import pytest

from quellenlage.documents.document import Document
from quellenlage.layers import catalogue


def values(text: str, *, published: str, language: str) -> list[str]:
    document = Document("a.txt", "T\n\n" + text, "T", 1, None, None, None, published, language)
    return [time.edtf or "" for time in catalogue.annotate(document).times]


@pytest.mark.parametrize(
    ("text", "language", "published", "value"),
    [
        ("The union called for a walkout on 23 September.", "en", "2026-09-18", "2026-09-23"),
        ("Die Gewerkschaft rief zu einem Ausstand am 23. September auf.", "de", "2026-09-18", "2026-09-23"),
        ("Das Werk brannte am 23. September nieder.", "de", "2027-03-18", "2026-09-23"),
        ("„So geht das nicht“, sagt die Wirtin am Mittwochabend.", "de", "2026-09-17", "2026-09-16"),
        ("Die Wirtin schließt am Mittwoch das Haus.", "de", "2026-09-17", "2026-09-23"),
        ("Die Wirtin will am Mittwoch sagen, wer kommt.", "de", "2026-09-17", "2026-09-23"),
    ],
)
def test_a_day_is_found_on_its_side_of_publication(text: str, language: str, published: str, value: str) -> None:
    assert [found[:10] for found in values(text, published=published, language=language)] == [value]
