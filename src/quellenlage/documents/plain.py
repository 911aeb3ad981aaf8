"""Plain texts: the header block, the prefix of corpus dumps, the title, the body."""

from __future__ import annotations

import re
from typing import Final

from quellenlage import limits
from quellenlage.documents.dates import edtf
from quellenlage.documents.headlines import split_title
from quellenlage.documents.metadata import Parts
from quellenlage.documents.normalise import normalise, unescaped
from quellenlage.sources.encoding import decode
from quellenlage.sources.record import Record
from quellenlage.sources.rejects import Reject

HEADER_KEYS: Final = {
    **{key: key.lower() for key in ("Outlet", "Url", "Published", "Language", "Author", "Title")},
    **{
        "URL": "url",
        "Date": "published",
        "Datum": "published",
        "Titel": "title",
        "Autor": "author",
        "Sprache": "language",
    },
}
"""Keys of the header block, as written, and the field each one fills."""

_HEADER = re.compile(rf"({'|'.join(HEADER_KEYS)}):(.*)")
_FOREIGN_HEADER = re.compile(rf"[A-Z][\w-]{{1,30}}: [^\n]*\n(?={'|'.join(HEADER_KEYS)}:)")
"""A line of a header block that is none of ours (``Section: Politik``): known by the header of ours behind it."""

_DUMP_DATE = re.compile(
    r"(?:date|Date|datum|Datum|published)\s*[:=]?\s+(\d{4}(?:-\d{2}){0,2})(?=\s)\s+(?:title\s*[:=]?\s)?"
)
_LEADING_DAY = re.compile(
    r"(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})(?:,? \d{1,2}[:.]\d{2}(?: Uhr)?)?[,:|–-]? +(?=\W?[^\W\d])"
)
_DATE_LINE = re.compile(r"(?:(?:Stand|Veröffentlicht|Erstellt|Published|Опубликовано)(?: am| on)?:? )?([^\n]{6,60})")
_DATELINE = re.compile(r"[^\n.(]{2,40}(?:\.|\((?:[A-Za-z]{2,8}[/,]? ?){1,3}\) ?[-–—.]) ")
_SENTENCE_END = re.compile(r"[.!?…][\"'“”«»‘’)\]]*$")
_MAX_WRAP_COLUMNS: Final = 100


def split(record: Record) -> Parts | Reject:
    """Take a plain text apart.

    A first paragraph that stands alone is the title, and so is a first line that is followed by text without an empty
    line, if it is short and reads like a title (no full stop at its end, the next line does not go on with it).
    """
    if not record.content.strip(b" \t\r\n\x00"):
        return Reject(record.path, None, "empty", "the text is empty")
    text = normalise(unescaped(decode(record.content)))
    headers, text = _headers(text)
    stated = headers.get("published")
    published = edtf(stated)
    if (match := _DUMP_DATE.match(text) or _LEADING_DAY.match(text)) and edtf(match[1]):
        text = text[match.end() :].lstrip()
        published = published or edtf(match[1])
    title, body = (headers["title"], text) if headers.get("title") else _title(text, has_headers=bool(headers))
    if published is None and title and (match := _DATE_LINE.fullmatch(body.partition("\n")[0])):
        published = edtf(match[1])
    return Parts(
        title=title,
        body=_unwrapped(body),
        outlet=headers.get("outlet"),
        url=headers.get("url"),
        author=headers.get("author"),
        published=published,
        unread_date=stated if published is None else None,
        language=headers.get("language"),
    )


def _headers(text: str) -> tuple[dict[str, str], str]:
    headers: dict[str, str] = {}
    rest = text
    while match := _HEADER.match(rest) or _FOREIGN_HEADER.match(rest):
        if match.lastindex:
            headers.setdefault(HEADER_KEYS[match[1]], match[2].strip())
        rest = rest[match.end() :].removeprefix("\n")
    return headers, rest.lstrip("\n")


def _title(text: str, *, has_headers: bool) -> tuple[str, str]:
    """Return title and body of a text without its headers."""
    first, _, rest = text.partition("\n")
    if not rest:
        return split_title(first) if len(first) > limits.MAX_TITLE_CHARS or not has_headers else (first, "")
    stands_alone = rest.startswith("\n")
    body = rest.lstrip("\n")
    if len(first) <= limits.MAX_TITLE_CHARS and (
        (stands_alone and (has_headers or not _is_prose(first)))
        or (has_headers and not body[:1].islower())
        or (not first.endswith((".", "…", ":", ",")) and not body[:1].islower() and not _is_prose(first))
    ):
        return first, body
    title, teaser = split_title(first)
    return (title, f"{teaser}\n\n{body}") if title else ("", text)


def _is_prose(line: str) -> bool:
    """Tell a first paragraph of the report from a title: it has a dateline, is long, or holds several sentences."""
    ends = _SENTENCE_END.search(line) is not None
    several = re.search(r"[^\W\d_]{3}[.!?] [^\W\d_]", line) is not None
    words = len(line.split())
    return (
        (ends and words >= 8 and _DATELINE.match(line) is not None)
        or (words >= 20 and (ends or several))
        or (several and line.endswith(".") and words >= 10)
    )


def _unwrapped(body: str) -> str:
    """Join the lines of a text that was broken at a fixed width, as in mail; other line ends mean paragraphs."""
    paragraphs = body.split("\n\n")
    lines = [line for paragraph in paragraphs for line in paragraph.split("\n")[:-1]]
    if len(lines) < 4 or max(map(len, lines)) > _MAX_WRAP_COLUMNS:
        return body
    if sum(1 for line in lines if _SENTENCE_END.search(line) is None and len(line) >= 40) < 0.7 * len(lines):
        return body
    return "\n\n".join(paragraph.replace("\n", " ") for paragraph in paragraphs)
