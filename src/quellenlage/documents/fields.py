"""Articles that come as named fields (JSONL): the names that crawlers, APIs and corpora use, mapped to ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from quellenlage import limits
from quellenlage.documents.dates import edtf
from quellenlage.documents.metadata import Parts
from quellenlage.documents.normalise import unescaped
from quellenlage.sources.record import Record
from quellenlage.sources.rejects import Reject

# In order of preference; compared in lower case without `_`, `-`, `.` and spaces.
TITLE: Final = ("title", "headline", "head", "heading", "ueberschrift", "titel", "name")
BODY: Final = (
    "text", "body", "content", "maintext", "articlebody", "bodytext", "articletext", "fulltext", "contenttext",
    "rawtext", "article", "plaintext", "bodyhtml", "contenthtml", "contentencoded",
)  # fmt: skip
LEAD: Final = ("description", "summary", "lead", "teaser", "abstract", "snippet")
PUBLISHED: Final = (
    "published", "date", "datepublish", "datepublished", "publishdate", "publisheddate", "publishedat", "publishedon",
    "pubdate", "publicationdate", "publishtime", "publishedtime", "versioncreated", "firstcreated", "datum", "created",
    "createdat", "timestamp",
)  # fmt: skip
URL: Final = ("url", "link", "canonicalurl", "canonical", "permalink", "uri", "sourceurl")
OUTLET: Final = (
    "outlet", "source", "publisher", "sourcename", "sitename", "site", "newspaper", "publication", "medium", "provider",
    "sourcedomain", "domain", "hostname",
)  # fmt: skip
AUTHOR: Final = ("author", "authors", "byline", "creator", "writer", "autor")
LANGUAGE: Final = ("language", "lang", "inlanguage", "locale")
PAGE: Final = ("html", "rawhtml", "pagehtml")

_SQUEEZE = str.maketrans("", "", "_-. :")
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|article|span|strong|em|a)\b[^<>]{0,500}>", re.I)
_MAX_NESTING: Final = 4


def from_fields(record: Record) -> Parts | Reject:
    """Map the fields of a JSONL article; a field that holds a whole page is extracted like one."""
    fields = _squeezed(record.fields)
    body = _text(fields, BODY) or _text(fields, LEAD)
    title = _text(fields, TITLE)
    parts: Parts | None = None
    if not body.strip() and (page := _text(fields, PAGE)):
        from quellenlage.documents.extract import extract

        encoded = page.encode("utf-8", "replace")
        extracted = extract(Record(path=record.path, kind="html", content=encoded, offset=record.offset))
        if isinstance(extracted, Reject):
            return extracted
        parts = extracted
    elif not body.strip() and not title.strip():
        message = "no field holds a text (looked for text, body, content, maintext and the like)"
        return Reject(record.path, record.offset, "no-text", message)
    if len(body) > 4 * limits.MAX_TEXT_CHARS:
        return Reject(
            record.path, record.offset, "too-long", f"the text is longer than {limits.MAX_TEXT_CHARS} characters"
        )
    if _MARKUP.search(body):
        from quellenlage.documents.extract import text_of_fragment

        body = text_of_fragment(body)
    found = Parts(
        title=unescaped(title),
        body=unescaped(body),
        outlet=_name(fields, OUTLET),
        url=_name(fields, URL),
        author=_name(fields, AUTHOR),
        published=(published := _first_date(fields)),
        unread_date=_name(fields, PUBLISHED) if published is None else None,
        language=_name(fields, LANGUAGE),
    )
    if parts is None:
        return found
    return Parts(
        title=found.title or parts.title,
        body=parts.body,
        outlet=found.outlet or parts.outlet,
        url=found.url or parts.url,
        author=found.author or parts.author,
        published=found.published or parts.published,
        unread_date=None if parts.published else found.unread_date,
        language=found.language or parts.language,
        markup_language=parts.markup_language,
    )


def _squeezed(fields: Mapping[str, object]) -> dict[str, object]:
    squeezed: dict[str, object] = {}
    for key, value in fields.items():
        squeezed.setdefault(key.lower().translate(_SQUEEZE), value)
    return squeezed


def _text(fields: Mapping[str, object], names: Iterable[str]) -> str:
    """Return the first field with text in it; a list of paragraphs is joined by empty lines."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            return "\n\n".join(value)
    return ""


def _name(fields: Mapping[str, object], names: Iterable[str]) -> str | None:
    for name in names:
        if found := ", ".join(dict.fromkeys(_names(fields.get(name)))):
            return found
    return None


def _names(value: object, *, depth: int = 0) -> list[str]:
    """Return the names in a value: a text, an object with a name, or a list of these."""
    if depth > _MAX_NESTING:
        return []
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, dict):
        for key in ("name", "title", "uri", "url", "@id"):
            if found := _names(value.get(key), depth=depth + 1):
                return found
        return []
    if isinstance(value, list):
        return [name for item in value[:20] for name in _names(item, depth=depth + 1)]
    return []


def _first_date(fields: Mapping[str, object]) -> str | None:
    for name in PUBLISHED:
        value = fields.get(name)
        if isinstance(value, dict):  # MongoDB exports write {"$date": …}
            value = value.get("$date")
        if found := edtf(value):
            return found
    return None
