"""Text from articles made safe to show: control and direction characters made visible, addresses checked."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\x9f<>\"'`\\{}|^]+\Z", re.IGNORECASE | re.ASCII)


def encodable(text: str) -> str:
    """Replace what no file or page can hold (lone surrogates, U+0000) by U+FFFD; the length stays the same."""
    return _UNWRITABLE.sub("\ufffd", text)


def visible(text: str) -> str:
    """Return the text with control and direction characters replaced by U+FFFD, so that no text can steer a terminal.

    Line feeds and tabs stay; the length in code points stays the same.
    """
    return _CONTROL.sub("\ufffd", text)


def line(text: str) -> str:
    """Return the text on one line, white space folded, control characters made visible."""
    return visible(_SPACE.sub(" ", text.replace("\n", " ")).strip())


def link(url: str | None) -> str | None:
    """Return the address where it may be a link: http or https, a host, plain characters; else None.

    Addresses with user names are refused: ``https://dpa.com@evil.example`` reads like another host.
    """
    if not url or not _ADDRESS.match(url) or _CONTROL.search(url):
        return None
    try:
        parts = urlsplit(url)
        valid = bool(parts.hostname) and parts.username is None and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    return url if valid else None
