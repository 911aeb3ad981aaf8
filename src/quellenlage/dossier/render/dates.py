"""Dates for readers: EDTF with its uncertainty in words."""

from __future__ import annotations

from quellenlage import edtf
from quellenlage.dossier.render.safe import line
from quellenlage.dossier.render.words import Words


def readable(value: str | None, words: Words) -> str:
    """Return an EDTF value in words (``about 13 May 2025``, ``undated``); what is not understood stands as it is."""
    return line(edtf.display(value, language=words.language))
