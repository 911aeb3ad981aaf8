"""What the recogniser finds before anything is resolved: named stretches with what the text says of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from quellenlage.layers.annotations import EntityType, Gender, MentionKind, Token
from quellenlage.layers.entities.gazetteer import Entry
from quellenlage.layers.entities.roles import Role


@dataclass(slots=True)
class Found:
    """A stretch that names something.

    Attributes:
        start: First code point.
        end: One past the last.
        type: Kind of thing.
        words: Its words, without genitive ending where that is certain.
        reason: Why it was taken for a name.
        sentence: Index of its sentence.
        entry: What a gazetteer knows of it.
        roles: Titles and functions beside it.
        country: Gazetteer key of the country or state that the text gives it.
        gender: From a title or form of address.
        context: Further nouns in apposition.
        kind: By name or by description.
        institution: For an organisation named by a common noun: its class and scope.
        surname_only: For a person: one word that is a surname.
        metonym: A capital that stands for its government.
        age: Years of a person, where the text tells them beside the name.
    """

    start: int
    end: int
    type: EntityType
    words: tuple[str, ...]
    reason: str
    sentence: int
    entry: Entry | None = None
    roles: list[Role] = field(default_factory=list)
    country: str | None = None
    gender: Gender | None = None
    context: list[str] = field(default_factory=list)
    kind: MentionKind = "name"
    institution: tuple[str, str, str] | None = None
    surname_only: bool = False
    metonym: bool = False
    age: int | None = None


@dataclass(slots=True)
class Line:
    """A sentence as the recogniser works on it.

    Attributes:
        index: Index of the sentence.
        tokens: Its tokens.
        taken: For each token, whether a name has claimed it.
        title: For each token, whether it is a title before a name.
        heading: Whether the sentence is a heading.
        words: The words of its tokens.
        entries: What a gazetteer knows of the tokens that a listed name has claimed.
    """

    index: int
    tokens: tuple[Token, ...]
    taken: list[bool]
    title: list[bool]
    heading: bool
    words: list[str] = field(init=False)
    entries: dict[int, Entry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = [token.text for token in self.tokens]

    def word(self, i: int) -> str:
        """Return the word at a place, or an empty string beyond the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def free(self, i: int) -> bool:
        """Tell whether a token exists and nothing has claimed it."""
        return 0 <= i < len(self.tokens) and not self.taken[i]

    def take(self, first: int, last: int) -> None:
        """Claim the tokens ``[first, last)``."""
        for i in range(first, last):
            self.taken[i] = True
