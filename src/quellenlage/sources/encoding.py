"""Bytes to text: byte order mark, UTF-8, the declared encoding, and last a guess among what the press has used."""

from __future__ import annotations

import codecs
import re
from typing import Final

from quellenlage.sources.sniff import utf16_without_mark

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The names that pages use for what is in truth the Windows superset (WHATWG Encoding Standard, section 4.2).
_WINDOWS: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874"}

_CYRILLIC: Final = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic")
_SAMPLE_BYTES: Final = 64 * 1024
_MULTI_BYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LETTERS = bytes([*range(65, 91), *range(97, 123)])
_HIGH = bytes(range(128, 256))
_FREQUENT = frozenset("оеаинтсрвлкмдпуяОЕАИНТСРВ")
_PRINTED = "„“”‚‘’‹›«»–—…€§°©®·\xa0\xad"
_LATIN: Final = {
    "cp1252": frozenset("¿¡ªºäöüßÄÖÜéèêëàâáãçîïíìôóòõùúûñåøæœÑÍÉÈÀÇÂÊÎÔÁÓÚÅØÆŒ" + _PRINTED),
    "cp1250": frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽäöüőűôľĺŕÄÖÜßşţăâîđ" + _PRINTED),
    "cp1254": frozenset("äöüßÄÖÜéèêçâîûñığşİĞŞÇ" + _PRINTED),
}
"""Letters and marks that texts in an encoding's languages are printed with; the earlier encoding wins a tie."""


def decode(content: bytes, *, declared: str | None = None) -> str:
    """Decode an article. Bytes that fit nothing become U+FFFD; nothing is raised.

    UTF-8 that is whole goes before a declared encoding, since saved pages often keep the declaration of the page they
    were saved from, and text in another encoding is UTF-8 by chance only where it is very short.

    Args:
        content: All bytes of the article.
        declared: The encoding that a page states, if any.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    try:
        if not utf16_without_mark(content[:_SAMPLE_BYTES]):
            return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for encoding in (utf16_without_mark(content[:_SAMPLE_BYTES]), _known(declared)):
        if encoding is not None and encoding != "utf-8":
            try:
                return content.decode(encoding)
            except (UnicodeDecodeError, ValueError):
                continue
    if _is_damaged_utf8(content):
        return content.decode("utf-8", "replace")
    return content.decode(_guess(content), "replace")


def _known(declared: str | None) -> str | None:
    """Return Python's name of a text encoding, the Windows superset where that is meant, or None."""
    if not declared:
        return None
    try:
        info = codecs.lookup(declared.strip())
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True):  # base64, rot13 and the like are no encodings of text
        return None
    return _WINDOWS.get(info.name, info.name)


def _is_damaged_utf8(content: bytes) -> bool:
    """Tell whether most bytes above 127 form UTF-8, so that the rest is damage (a cut, a splice)."""
    whole = sum(len(match) for match in _MULTI_BYTE.findall(content))
    high = len(content) - len(content.translate(None, _HIGH))
    return whole > 0 and whole >= 0.8 * high


def _guess(content: bytes) -> str:
    """Return the likeliest of the encodings in which press texts of Europe were stored.

    Where most letters are above 127 the text is Cyrillic, and of its encodings the one that gives most of the fifteen
    most frequent letters in lower case. Else it is the Latin one in which most characters above 127 are ones that its
    languages are printed with.
    """
    sample = content[:_SAMPLE_BYTES]
    letters = len(sample) - len(sample.translate(None, _LETTERS))
    high = sample.translate(None, bytes(range(128)))
    if len(high) > 0.6 * (letters + len(high)) and len(high) >= 4:
        return max(_CYRILLIC, key=lambda name: sum(letter in _FREQUENT for letter in high.decode(name, "replace")))
    return max(_LATIN, key=lambda name: sum(letter in _LATIN[name] for letter in high.decode(name, "replace")))
