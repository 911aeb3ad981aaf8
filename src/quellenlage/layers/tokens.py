"""Tokens: words, numbers and punctuation marks of a stretch of text, with what the sentence layer knows of full stops.

A token is never empty, tokens do not overlap, and everything between them is white space. A full stop belongs to its
abbreviation (``Dr.``, ``z.B.``) or stands alone; possessive and contracted ``'s`` is a token of its own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Final

from quellenlage import limits
from quellenlage.layers.annotations import Token

OPENING: Final = frozenset("„«»‹›\"“”‚‘’'(\u201f[")
CLOSING: Final = frozenset("“”«»‹›\"’‘')]")
QUOTES: Final = frozenset("„“”«»‹›\"‚‘’'\u201f")

_TOKEN: Final = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”„«»)]{0,400}[^\s<>\"“”„«».,;:!?)]"
    r"|[@#]?[^\W_][\w.+-]{0,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}"
    r"|[^\W_][\w-]{0,60}(?:\.[\w-]{1,60}){0,3}\.(?:de|at|ch|com|org|net|info|eu|uk|fr|ru|tv|io|kz|ua|by|md|pl)(?![\w-]|\.\w)"
    r"|(?:[^\W\d_]\.){2,8}(?=\W|$)"
    r"|[@#][^\W_]\w*"
    r"|\d+(?:[.,:/]\d+)*(?:[^\W\d_]+)?(?:[-‐‑][^\W_]+)*[-‐‑]?(?![^\W\d_])"
    r"|[^\W_]+(?:['’][^\W\d_]+|(?:[-‐‑&_/]|(?<=[^\W\d_])\*|(?<=[^\W\d_]):(?=in))[^\W_]+)*(?:[-‐‑](?=[\s,]|$))?"
    r"|\.{2,}|…|,,|``|''|<<|>>|--+"
    r"|\S"
)

_FRENCH: Final = re.compile(
    r"(?P<elided>(?:[ldjmtsnc]|(?:jusqu|lorsqu|puisqu|quoiqu|qu))['’])(?=[^\W\d_])"
    r"|(?P<inverted>[^\W\d_]{1,40}-(?:t-)?)(?=(?:il|elle|on|ils|elles|ce)$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _table() -> dict[tuple[str, str], str]:
    lines = (files("quellenlage.layers") / "resources" / "abbreviations.tsv").read_text("utf-8").splitlines()
    return {(row[0], row[1]): row[2] for row in (line.split("\t") for line in lines[2:])}


def abbreviation(word: str, *, language: str) -> str | None:
    """Tell whether a word is an abbreviation that ``never`` or ``maybe`` ends a sentence, or none (None)."""
    table = _table()
    bare = word.rstrip(".")
    kind = table.get((language, bare))
    return kind if kind or language in ("de", "en", "fr", "ru") else table.get(("en", bare))


def tokenise(text: str, start: int, end: int, *, language: str) -> list[Token]:
    """Return the tokens of ``text[start:end]``.

    Args:
        text: The document's text.
        start: First code point.
        end: One past the last.
        language: BCP 47 code; German, English, French and Russian have abbreviations of their own.
    """
    out: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        word = match.group()
        if last - first > limits.MAX_TOKEN_CHARS:
            out.extend(
                Token(i, min(last, i + limits.MAX_TOKEN_CHARS), text[i : min(last, i + limits.MAX_TOKEN_CHARS)])
                for i in range(first, last, limits.MAX_TOKEN_CHARS)
            )
            continue
        if len(word) > 2 and word[-1] == "s" and word[-2] in "'’":
            out.append(Token(first, last - 2, word[:-2]))
            out.append(Token(last - 2, last, word[-2:]))
            continue
        if language == "fr" and (parted := _FRENCH.match(word)):
            out.extend(_parted(word, first, parted))
            continue
        if word == "." and out and out[-1].end == first and abbreviation(out[-1].text, language=language):
            before = out[-1]
            out[-1] = Token(before.start, last, before.text + ".")
            continue
        out.append(Token(first, last, word))
    return out


def _parted(word: str, first: int, match: re.Match[str]) -> list[Token]:
    """Return the tokens of a French word that begins with elided words or ends in an inverted pronoun."""
    out: list[Token] = []
    pos = 0
    while match is not None:
        out.append(Token(first + pos, first + match.end(), word[pos : match.end()]))
        pos = match.end()
        again = _FRENCH.match(word, pos)
        if again is None:
            break
        match = again
    out.append(Token(first + pos, first + len(word), word[pos:]))
    return out
