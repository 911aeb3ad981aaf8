"""What a file holds, told from its name and its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Content = Literal["text", "html", "jsonl", "json"]

HEAD_BYTES = 8192
"""Bytes that are looked at: a page's root element stands behind comments and marks, never behind an article."""

_SUFFIXES: dict[str, Content] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonlines": "jsonl",
    ".json": "json",
}

_TEXTS = frozenset({".txt", ".text"})

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"SQLite format 3\x00", "an SQLite file"),
    (b"{\\rtf", "an RTF document"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio file"),
    (b"\x00\x00\x01\x00", "an icon"),
)

_UTF_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.I | re.S)
_OBJECT = re.compile(rb"\s*\{\s*[\"}]")
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})


def binary_kind(head: bytes) -> str | None:
    """Return what kind of binary file begins like this, or None for text.

    A known signature decides; else more than one byte in twenty that no text has (control characters). UTF-16 and
    UTF-32 are text: with their byte order mark, or with zeros in every other place of plain letters.
    """
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head[4:8] == b"ftyp":
        return "a video file"
    if head.startswith(_UTF_MARKS) or utf16_without_mark(head):
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if head and controls / len(head) > 0.05:
        return "binary data"
    return None


def utf16_without_mark(head: bytes) -> str | None:
    """Return ``utf-16-le`` or ``utf-16-be`` where zeros in every other place give it away, else None."""
    sample = head[: len(head) // 2 * 2]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.02:
        return "utf-16-le"
    if even > 0.4 and odd < 0.02:
        return "utf-16-be"
    return None


def content_of(name: str, head: bytes) -> Content:
    """Return what a file of this name that begins like this holds.

    Args:
        name: The file's name, or ``-``; its suffix decides where it is a known one.
        head: The first ``HEAD_BYTES`` of it.
    """
    start = head.removeprefix(b"\xef\xbb\xbf")
    by_suffix = _SUFFIXES.get(PurePath(name).suffix.lower())
    if by_suffix is not None:
        return by_suffix
    if _PAGE.match(start) or _PAGE.match(
        start.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    ):
        return "html"
    if _OBJECT.match(start) and PurePath(name).suffix.lower() not in _TEXTS:
        return "jsonl"
    return "text"
