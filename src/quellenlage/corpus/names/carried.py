"""Names that one article explains and another takes for granted: „so Moosbrugger“, where others say who that is.

An article is read by itself first. Here a lone surname, or a firm's name, that nothing in its own article gives away is
found by the other articles that introduce it, if both speak of the same things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from quellenlage.corpus.names.context import near
from quellenlage.corpus.names.shortened import telling
from quellenlage.layers.annotations import Annotations, EntityType, Gender, Mention, Referent, Statement, Token
from quellenlage.layers.entities.lexis import kind
from quellenlage.layers.entities.named_firms import bare_name
from quellenlage.layers.entities.resolve import core
from quellenlage.layers.entities.words import DEFINITE, FUNCTION_WORDS, INDEFINITE, LEGAL, POSSESSIVE, TIME_WORDS

_SHORTEST: Final = 4
"""Letters of the shortest surname that is looked for."""
_SHARED: Final = 2
"""Other names that both articles must have in common."""
_SHARED_DOUBTFUL: Final = 3
"""The same for a word that is also formed like a common noun."""
_MOST: Final = 40
"""Articles that are looked at for one name."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A name as one article has it."""

    document: str
    words: tuple[str, ...]
    type: EntityType
    gender: Gender | None


def carry(annotated: Sequence[Annotations]) -> tuple[Annotations, ...]:
    """Return the articles with the names added that only other articles of the same matter give away.

    Args:
        annotated: The articles with referents and mentions.

    Returns:
        The same articles in the same order; those to which nothing is added are the same objects. A statement without a
        speaker whose speaker's words are such a name gets its referent.
    """
    persons: dict[str, list[_Source]] = defaultdict(list)
    things: dict[str, list[_Source]] = defaultdict(list)
    for item in annotated:
        for source in _sources(item):
            table = persons if source.type == "person" else things
            found = table[source.words[-1] if source.type == "person" else source.words[0]]
            if len(found) < _MOST:
                found.append(source)
    if len(annotated) < 2 or not (persons or things):
        return tuple(annotated)
    context = {item.document.key: near(item) for item in annotated}
    return tuple(_Carrier(item, persons, things, context).run() for item in annotated)


def _sources(item: Annotations) -> Iterator[_Source]:
    """Yield the full names of persons and the unlisted names of organisations of an article."""
    for referent in item.referents:
        for form in (referent.name, *referent.aliases):
            words = bare_name(tuple(form.split()))
            if referent.type == "person" and len(core(words)) > 1 and len(words[-1]) >= _SHORTEST:
                yield _Source(item.document.key, words, "person", referent.gender)
            elif referent.type == "organization" and not referent.known and _telling(words, _told(referent, words)):
                yield _Source(item.document.key, words, "organization", None)


def _told(referent: Referent, words: tuple[str, ...]) -> bool:
    """Tell whether an article explains a name: by a noun, or an abbreviation by the full name beside it."""
    return bool(referent.context) or (_short(words) and any(" " in form for form in (referent.name, *referent.aliases)))


def _short(words: tuple[str, ...]) -> bool:
    """Tell whether a name is an abbreviation („DGzRS“)."""
    return len(words) == 1 and sum(letter.isupper() for letter in words[0]) > 1 and "-" not in words[0]


def _telling(words: tuple[str, ...], told: bool) -> bool:
    """Tell whether an organisation's name is found by its words: several, or one that is no noun and was explained."""
    if not words or not words[0][:1].isupper():
        return False
    return len(words) > 1 or (told and kind(words[0]) != "noun" and len(words[0]) >= _SHORTEST)


class _Carrier:
    def __init__(
        self,
        item: Annotations,
        persons: dict[str, list[_Source]],
        things: dict[str, list[_Source]],
        context: dict[str, frozenset[str]],
    ) -> None:
        self.item = item
        self.persons = persons
        self.things = things
        self.context = context
        self.referents = list(item.referents)
        self.mentions: list[Mention] = []
        self._made: dict[tuple[str, ...], int] = {}

    def run(self) -> Annotations:
        for sentence in self.item.sentences:
            tokens = sentence.tokens
            skip = -1
            for i, token in enumerate(tokens):
                if i < skip or not token.text[:1].isupper():
                    continue
                skip = max(skip, self._thing(tokens, i) or self._person(tokens, i))
        if not self.mentions:
            return self.item
        mentions = sorted(
            (*self.item.mentions, *self.mentions), key=lambda mention: (mention.start, -mention.end, mention.referent)
        )
        statements = tuple(self._spoken(statement) for statement in self.item.statements)
        return replace(self.item, referents=tuple(self.referents), mentions=tuple(mentions), statements=statements)

    def _free(self, start: int, end: int) -> bool:
        return not any(mention.start < end and start < mention.end for mention in self.item.mentions)

    def _shares(self, source: _Source, least: int) -> bool:
        own = self.item.document.key
        return source.document != own and len(self.context[own] & self.context[source.document]) >= least

    def _person(self, tokens: Sequence[Token], i: int) -> int:
        """Add a lone surname at a token; return the token behind it, or 0."""
        word = tokens[i].text
        first, hyphen, _ = word.partition("-")
        forms = (word, word.removesuffix("s"), *((first,) if hyphen else ()))
        form = next((form for form in forms if form in self.persons and len(form) >= _SHORTEST), None)
        if (
            form is None
            or form in FUNCTION_WORDS
            or form in TIME_WORDS
            or not _bare(tokens, i, inside=form == first != word)
        ):
            return 0
        shape = kind(form)
        least = _SHARED if shape == "unknown" else _SHARED_DOUBTFUL
        if shape == "noun" or not self._free(tokens[i].start, tokens[i].start + len(form)):
            return 0
        sources = [source for source in self.persons[form] if self._shares(source, least)]
        if not sources or len({core(source.words)[0] for source in sources}) > 1:
            return 0
        start = tokens[i].start
        words: tuple[str, ...] = (form,)
        if i and tokens[i - 1].text == sources[0].words[0] and self._free(tokens[i - 1].start, tokens[i - 1].end):
            start, words = tokens[i - 1].start, (tokens[i - 1].text, form)
        self._add(start, tokens[i].start + len(form), words, sources[0])
        return i + 1

    def _thing(self, tokens: Sequence[Token], i: int) -> int:
        """Add an organisation's name that begins at a token; return the token behind it, or 0."""
        word = tokens[i].text
        parts = word.split("-")
        for source in self.things.get(word, self.things.get(parts[0], ())):
            size = len(source.words)
            if _short(source.words) and len(parts) > 1 and parts[0] == source.words[0]:
                return self._first_part(tokens, i, source)
            if size > 1 and tuple(parts) == source.words:
                last = i + 1
            elif tuple(token.text for token in tokens[i : i + size]) == source.words:
                last = i + size
            elif word == source.words[0] and self._first_word(tokens, i, source):
                self._add(tokens[i].start, tokens[i].end, (word,), source)
                return i + 1
            else:
                continue
            if size == 1 and not _bare(tokens, i, inside=False):
                continue
            start, end = tokens[i].start, tokens[last - 1].end
            if self._free(start, end) and self._shares(source, _SHARED if size > 1 else _SHARED_DOUBTFUL):
                self._add(start, end, source.words, source)
                return last
        return 0

    def _first_part(self, tokens: Sequence[Token], i: int, source: _Source) -> int:
        """Add the abbreviation that a compound begins with („DGzRS-Sprecher“); return the token behind it, or 0."""
        start = tokens[i].start
        end = start + len(source.words[0])
        if not self._free(start, end) or not self._shares(source, _SHARED):
            return 0
        self._add(start, end, source.words, source)
        return i + 1

    def _first_word(self, tokens: Sequence[Token], i: int, source: _Source) -> bool:
        """Tell whether a firm is called by the first word of its name („Tarvenko rechnet“ for „Tarvenko Systems“)."""
        word = tokens[i].text
        bare = kind(word) == "unknown" and word not in self.persons and telling(word) and _bare(tokens, i, inside=False)
        following = tokens[i + 1].text if i + 1 < len(tokens) else ""
        alone = bare and not following[:1].isupper() and self._free(tokens[i].start, tokens[i].end)
        return alone and self._shares(source, _SHARED_DOUBTFUL)

    def _add(self, start: int, end: int, words: tuple[str, ...], source: _Source) -> None:
        index = self._made.get(words[-1:] if source.type == "person" else words)
        if index is None:
            index = next((referent.index for referent in self.referents if _called(referent, words, source)), None)
        if index is None:
            index = len(self.referents)
            self.referents.append(Referent(index, source.type, " ".join(words), gender=source.gender))
        self._made[words[-1:] if source.type == "person" else words] = index
        reason = f"{' '.join(source.words)} in another article of the same matter"
        self.mentions.append(Mention(start, end, index, "name", reason))

    def _spoken(self, statement: Statement) -> Statement:
        """Return a statement with its speaker, where the words that name it are one of the added names."""
        if statement.speaker is not None or not statement.speaker_spans:
            return statement
        for span in statement.speaker_spans:
            for mention in self.mentions:
                if mention.start < span.end and span.start < mention.end:
                    return replace(statement, speaker=mention.referent)
        return statement


def _called(referent: Referent, words: tuple[str, ...], source: _Source) -> bool:
    """Tell whether a referent of the article has the name already."""
    forms = {
        form.split()[-1] if source.type == "person" else form for form in (referent.name, *referent.aliases) if form
    }
    return referent.type == source.type and (words[-1] if source.type == "person" else " ".join(words)) in forms


def _bare(tokens: Sequence[Token], i: int, *, inside: bool) -> bool:
    """Tell whether a word stands as names do: without article or adjective before it and no legal form behind it."""
    if i + 1 < len(tokens) and tokens[i + 1].text in LEGAL:
        return False
    if inside or not i:
        return True
    before = tokens[i - 1].text
    low = before.lower()
    if low in DEFINITE or low in INDEFINITE or low in POSSESSIVE:
        return False
    return not (
        before.islower() and before.endswith(("e", "en", "er", "es", "em")) and kind(tokens[i].text) != "unknown"
    )
