"""The last step: parts in their stored form, put together, dated, with a language and marked debris."""

from __future__ import annotations

import re

from quellenlage import limits
from quellenlage.documents.debris import find_debris
from quellenlage.documents.document import Document
from quellenlage.documents.language import language_of
from quellenlage.documents.metadata import Parts, clean_url, clean_value, host_of, language_code
from quellenlage.documents.normalise import normalise, normalise_line
from quellenlage.sources.record import Record
from quellenlage.sources.rejects import Reject

_WORD = re.compile(r"[^\W\d_]{2}")


def assemble(parts: Parts, record: Record) -> Document | Reject:
    """Return the document of an article's parts, or the reject where there is no text or too much."""
    if len(parts.body) + len(parts.title) > 4 * limits.MAX_TEXT_CHARS:
        return _too_long(record)
    title, body = normalise_line(parts.title), normalise(parts.body)
    first, _, rest = body.partition("\n")
    if record.kind != "text" and title and first == title and rest:  # crawlers often repeat the title in the text
        body = rest.lstrip()
    if len(title) > limits.MAX_TITLE_CHARS:
        title, body = "", f"{title}\n\n{body}".strip()
    if not body or not _WORD.search(body):
        if not title or not _WORD.search(title) or record.kind == "html":
            return Reject(record.path, record.offset, "no-text", "no article text in it")
        text = title
    else:
        text = f"{title}\n\n{body}" if title else body
    if len(text) > limits.MAX_TEXT_CHARS:
        return _too_long(record)
    url = clean_url(parts.url)
    language = language_of(text, stated=language_code(parts.language), markup=language_code(parts.markup_language))
    return Document(
        path=record.path,
        text=text,
        title=title,
        title_end=len(title),
        outlet=clean_value(parts.outlet) or host_of(url),
        url=url,
        author=clean_value(parts.author),
        published=parts.published,
        language=language,
        debris=find_debris(text, title_end=len(title), language=language),
        unread_date=clean_value(parts.unread_date),
    )


def _too_long(record: Record) -> Reject:
    message = f"the text is longer than {limits.MAX_TEXT_CHARS} characters; it is not cut, since cut text misleads"
    return Reject(record.path, record.offset, "too-long", message)
