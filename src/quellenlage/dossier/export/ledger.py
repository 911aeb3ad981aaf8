"""The claims ledger as CSV: one row for each article's words for a claim.

The columns and their order are fixed; new ones are only ever added at the end.

======================  ==============================================================================================
column                  content
======================  ==============================================================================================
claim                   id of the claim
verdict                 ``disputed``, ``corroborated``, ``copied`` or ``single_source``
differs_in              what independent origins differ in, or empty
articles                number of articles that carry the claim
independent_sources     number of origins
story                   id of the story, or empty
text                    words of the claim's clearest mention
article                 id of the article
outlet                  its outlet, or empty
published               its date (EDTF), or empty
title                   its title
copy_of                 id of the article it copies, or empty
origin                  numbers of the origins that this mention rests on (1 is the first in ``origins``), or empty
stance                  ``asserts``, ``attributes`` or ``denies``
value                   the value as the article gives it, or empty
words                   the exact words
start, end              their place in the article's text: code points, half-open
speaker                 who says it, where it stands in a statement
via                     who passed it on, nearest to the article first, separated by ``; ``
certainty               how firmly it is put forward, where it stands in a statement
url                     address of the article, or empty
path                    where the article was read from
told_as                 how firmly this article puts it: ``asserted``, ``reported``, ``hedged``, ``denied``, or empty
drift                   ``fact in A; hedged in B; reported in C`` where articles tell it as fact and as less, or empty
======================  ==============================================================================================
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from quellenlage.dossier.render.origins import rests_on
from quellenlage.dossier.render.reading import VERDICTS, Reading
from quellenlage.dossier.render.safe import encodable
from quellenlage.dossier.schema import Claim, ClaimMention, Dossier

COLUMNS: Final = (
    "claim",
    "verdict",
    "differs_in",
    "articles",
    "independent_sources",
    "story",
    "text",
    "article",
    "outlet",
    "published",
    "title",
    "copy_of",
    "origin",
    "stance",
    "value",
    "words",
    "start",
    "end",
    "speaker",
    "via",
    "certainty",
    "url",
    "path",
    "told_as",
    "drift",
)

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_text(dossier: Dossier) -> str:
    """Return the ledger as CSV (RFC 4180: commas, CRLF, quotation marks doubled), disputed claims first.

    A cell that a spreadsheet would run as a formula begins with an apostrophe instead
    (OWASP, "CSV Injection": ``=``, ``+``, ``-``, ``@``, tab, carriage return, also behind white space).
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    reading = Reading(dossier)
    for verdict in VERDICTS:
        for claim in reading.claims[verdict]:
            for row in _rows(claim, reading):
                writer.writerow(
                    [row[column] if isinstance(row[column], int) else cell(row[column]) for column in COLUMNS]
                )
    return out.getvalue()


def cell(text: str | int | None) -> str:
    """Return a cell that no spreadsheet takes for a formula: one that could be gets an apostrophe in front."""
    value = encodable(str(text or ""))
    return f"'{value}" if value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA[:4]) else value


def _rows(claim: Claim, reading: Reading) -> Iterator[dict[str, str | int | None]]:
    for mention in claim.mentions:
        yield _row(claim, mention, reading)


def _row(claim: Claim, mention: ClaimMention, reading: Reading) -> dict[str, str | int | None]:
    article = reading.article.get(mention.article)
    statement = reading.statement.get(mention.statement or "")
    places = range(len(claim.origins))
    origin = " ".join(str(place + 1) for place in places if rests_on(mention, claim, place))
    return {
        "claim": claim.id,
        "verdict": claim.verdict,
        "differs_in": claim.differs_in,
        "articles": len(reading.articles_of(claim)),
        "independent_sources": claim.independent_sources,
        "story": claim.story,
        "text": claim.text,
        "article": mention.article,
        "outlet": article.outlet if article else None,
        "published": article.published if article else None,
        "title": article.title if article else None,
        "copy_of": article.copy_of if article else None,
        "origin": origin,
        "stance": mention.stance,
        "value": mention.value,
        "words": reading.text(mention.article)[mention.start : mention.end],
        "start": mention.start,
        "end": mention.end,
        "speaker": reading.speaker(statement) if statement else None,
        "via": "; ".join(reading.via(statement)) if statement else None,
        "certainty": statement.certainty if statement else None,
        "url": article.url if article else None,
        "path": article.path if article else None,
        "told_as": mention.certainty,
        "drift": _drift(claim, reading),
    }


def _drift(claim: Claim, reading: Reading) -> str:
    if claim.drift is None:
        return ""
    sides = (("fact", claim.drift.asserted), ("hedged", claim.drift.hedged), ("reported", claim.drift.reported))
    return "; ".join(f"{name} in {', '.join(map(reading.outlet, found))}" for name, found in sides if found)
