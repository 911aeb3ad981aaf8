"""What belongs together when a dossier is read: mentions of one value, mentions and statements in the same words."""

from __future__ import annotations

from dataclasses import dataclass

from quellenlage.dossier.schema import ClaimMention, Statement


@dataclass(frozen=True, slots=True)
class ValueGroup:
    """Mentions of a claim that give the same value.

    Attributes:
        value: The value in the words of the first mention, or None.
        denied: Whether these mentions deny the claim.
        mentions: The mentions, in the order of the claim.
    """

    value: str | None
    denied: bool
    mentions: tuple[ClaimMention, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Mentions of a claim in the same words, with the same stance and speaker: what copies have in common.

    Attributes:
        words: The exact words of the first mention; the others differ in white space, case and quotation marks at most.
        speaker: Who says them, by name or in the words of the text, or an empty string.
        mentions: The mentions, in the order of the claim.
    """

    words: str
    speaker: str
    mentions: tuple[ClaimMention, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """Statements of one speaker in the same words, passed on by the same: what copies have in common.

    Attributes:
        words: The exact words of the first, its parts joined.
        statements: The statements, in the order of the dossier.
    """

    words: str
    statements: tuple[Statement, ...]
