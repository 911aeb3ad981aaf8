"""Quotation marks: where quotations begin and end, in every style, across sentences and nested.

A mark's side comes from what stands around it (``sentences.opens``) and from the marks already open, so that the German
„…“ and »…«, the Swiss «…», the English “…” and the typewriter's "…" are read by one rule. Only outermost quotations are
returned; marks inside them belong to them. An unclosed mark is closed by the end of its paragraph where the next
paragraph opens with a mark again (a quotation over several paragraphs), and ignored otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from quellenlage import limits
from quellenlage.layers.annotations import Token
from quellenlage.layers.sentences import opens

_CLOSERS: Final[dict[str, frozenset[str]]] = {
    "„": frozenset('“”"‟'),
    "‟": frozenset('“”"'),
    "“": frozenset('”"“'),
    "”": frozenset('”"'),
    '"': frozenset('"”“'),
    "»": frozenset("«»"),
    "«": frozenset("»"),
    "<<": frozenset((">>",)),
    "››": frozenset(("‹‹",)),
    "›": frozenset("‹"),
    "‹": frozenset("›"),
    "‚": frozenset("‘’'"),
    "‘": frozenset("’'‘"),
    "'": frozenset("'’"),
    "``": frozenset(("''", '"')),
    ",,": frozenset(("''", '"', "“", "”")),
    "''": frozenset(("''",)),
}
_SINGLE: Final = frozenset("‚‘'’›‹")


@dataclass(frozen=True, slots=True)
class Quote:
    """An outermost quotation: tokens ``first`` to ``last`` (both the marks themselves) of the document's tokens."""

    first: int
    last: int
    closed: bool = True


def _side(text: str, token: Token, opener: str | None) -> str:
    """Tell ``open``, ``close`` or nothing for a mark, given the mark that is open."""
    mark = token.text
    if mark not in _CLOSERS and mark not in {"’", ">>"}:
        return ""
    closes = opener is not None and mark in _CLOSERS.get(opener, ())
    if mark in _SINGLE and not closes:
        before, behind = text[token.start - 1 : token.start], text[token.end : token.end + 1]
        if before.isalnum() or not (behind.isalnum() or behind in '„"«»'):
            return ""
    if closes:
        again = (
            opens(text, token) and mark in '"»“' and mark == opener and text[token.start - 1 : token.start].isspace()
        )
        return "" if again else "close"
    return "open" if mark in _CLOSERS and (opens(text, token) or mark in ",,„``") else ""


def find(text: str, tokens: Sequence[Token], paragraphs: Sequence[int]) -> list[Quote]:
    """Return the outermost quotations of a document in order.

    Args:
        text: The document's text.
        tokens: All tokens of its sentences, in order.
        paragraphs: The paragraph number of each token.
    """
    out: list[Quote] = []
    opener: str | None = None
    start = 0
    for place, token in enumerate(tokens):
        if opener is not None and (
            paragraphs[place] != paragraphs[place - 1] or place - start > limits.MAX_QUOTE_TOKENS
        ):
            going_on = paragraphs[place] != paragraphs[place - 1] and token.text == opener and place - start > 3
            if going_on:
                out.append(Quote(start, place - 1, closed=False))
            opener = None
        if token.text[0].isalnum():
            continue
        side = _side(text, token, opener)
        if side == "open" and opener is None:
            opener, start = token.text, place
        elif side == "close":
            out.append(Quote(start, place))
            opener = None
    if (
        opener is not None
        and tokens
        and len(tokens) - start <= limits.MAX_QUOTE_TOKENS
        and start == 0
        and len(tokens) > 3
    ):
        out.append(Quote(start, len(tokens) - 1, closed=False))
    return out
