"""What is known of an article beside its text, brought to one form whatever it came in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from quellenlage.documents.normalise import normalise_line

_MAX_VALUE_CHARS: Final = 300
_MAX_URL_CHARS: Final = 2_000
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]*)?", re.I)
_LANGUAGE_NAMES: Final = {
    "deutsch": "de", "german": "de", "ger": "de", "deu": "de",
    "english": "en", "englisch": "en", "eng": "en",
    "russian": "ru", "russisch": "ru", "русский": "ru", "rus": "ru",
    "french": "fr", "französisch": "fr", "français": "fr", "fra": "fr", "fre": "fr",
    "ukrainian": "uk", "ukrainisch": "uk", "українська": "uk", "ukr": "uk",
    "spanish": "es", "spa": "es", "italian": "it", "ita": "it", "polish": "pl", "pol": "pl",
    "dutch": "nl", "nld": "nl", "dut": "nl", "turkish": "tr", "tur": "tr", "portuguese": "pt", "por": "pt",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """An article taken apart, before its text has its stored form. Strings may hold anything.

    Attributes:
        title: The title, or an empty string.
        body: The text without the title; paragraphs parted by an empty line or a line end.
        outlet: The publication.
        url: The canonical address.
        author: The author line.
        published: EDTF, already checked.
        unread_date: What stands for a date and cannot be read as one.
        language: A language as stated by the article's own header.
        markup_language: A language as stated by a page's template, which is wrong more often.
    """

    title: str
    body: str
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    unread_date: str | None = None
    language: str | None = None
    markup_language: str | None = None


def clean_value(value: object, *, max_chars: int = _MAX_VALUE_CHARS) -> str | None:
    """Return a metadata value on one line in its stored form, or None where there is none or it is far too long."""
    if not isinstance(value, str) or len(value) > 4 * max_chars:
        return None
    line = normalise_line(value)
    return line if line and len(line) <= max_chars else None


def clean_url(value: object) -> str | None:
    """Return an absolute http or https address, or None."""
    line = clean_value(value, max_chars=_MAX_URL_CHARS)
    if line is None:
        return None
    try:
        parts = urlsplit(line)
    except ValueError:
        return None
    return line if parts.scheme.lower() in {"http", "https"} and parts.netloc and " " not in line else None


def host_of(url: str | None) -> str | None:
    """Return the host of an address without ``www.``: the outlet's name where nothing better is known."""
    if url is None:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def language_code(value: object) -> str | None:
    """Return the primary BCP 47 subtag of a language tag, or of a language's name, or None."""
    line = clean_value(value)
    if line is None:
        return None
    if line.lower() in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[line.lower()]
    match = _LANGUAGE.fullmatch(line)
    return match[1].lower() if match else None
