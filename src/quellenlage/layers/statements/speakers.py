"""From words that name a speaker to the document's referent."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from quellenlage.layers import german
from quellenlage.layers.annotations import Annotations, Gender, Mention
from quellenlage.layers.entities import pronouns
from quellenlage.layers.span import Span
from quellenlage.layers.statements.drafts import Named
from quellenlage.layers.statements.foreign_cues import WORDS as FOREIGN
from quellenlage.layers.statements.lexicon import WORDS
from quellenlage.layers.statements.phrases import is_medium

_MALE = "er ihn ihm dieser der sein seine seinen seinem seiner dessen he his он его ему"
_FEMALE = "sie diese die ihr ihre ihren ihrem ihrer deren she her она её ее elle celle-ci"
_MANY = "they their они их ils elles eux ceux-ci celles-ci"
PRONOUNS: dict[str, tuple[Gender | None, Literal["sg", "pl"]]] = {
    **dict.fromkeys((*_MALE.split(), "il", "lui", "celui-ci"), ("m", "sg")),
    **dict.fromkeys(_FEMALE.split(), ("f", "sg")),
    **dict.fromkeys(_MANY.split(), (None, "pl")),
}
_DEFINITE = frozenset({"der", "die", "das", "dem", "den", "the", "le", "la", "l'", "l’"})
_SOURCES = frozenset({"собеседник", "источник", "source", "sources", "informant", "gewährsmann", "quelle", "insider"})


_ITS_WORDS = ("angaben", "informationen", "berichten", "kreisen", "meldungen", "recherchen", "zählung")
_ITS_PEOPLE = ("opposition", "fraktion", "führung", "spitze", "regierung", "zentrale", "konzern", "gruppe", "vorstand")
"""Second parts of compounds whose first part is who speaks."""


class Resolver:
    """Finds the referent of words in one document and remembers who has spoken."""

    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.mentions = sorted(annotations.mentions, key=lambda m: (m.start, -m.end))
        self.starts = [m.start for m in self.mentions]
        self.spoken: list[tuple[int, Named]] = []
        self.russian = annotations.document.language.split("-")[0] == "ru"
        self.known: dict[tuple[int, int, int], int | None] = {}
        self.sentence_starts = [sentence.start for sentence in annotations.sentences]

    def span(self, who: Named) -> Span:
        """Return the characters of the words."""
        return Span(who.unit.tokens[who.first].start, who.unit.tokens[who.last - 1].end)

    def resolve(self, who: Named) -> int | None:
        """Return the referent's index, or None where the words name nobody known."""
        key = (who.unit.offset, who.first, who.last)
        if key not in self.known:
            self.known[key] = self._resolve(who)
        return self.known[key]

    def heard(self, index: int | None, who: Named) -> None:
        """Remember who has spoken."""
        if index is not None:
            self.spoken.append((index, who))

    def _inside(self, start: int, end: int) -> list[Mention]:
        place = max(0, bisect_right(self.starts, start) - 3)
        out = []
        while place < len(self.mentions) and self.mentions[place].start < end:
            mention = self.mentions[place]
            if mention.end > start:
                out.append(mention)
            place += 1
        return out

    def _resolve(self, who: Named) -> int | None:
        unit = who.unit
        head = unit.tokens[who.core - 1]
        while not head.text[0].isalnum() and head.start > unit.tokens[who.first].start:
            head = unit.tokens[unit.tokens.index(head) - 1]
        start = unit.tokens[who.first].start
        found = self._inside(start, unit.tokens[who.core - 1].end)
        on_head = [m for m in found if m.start < head.end and m.end >= head.end and m.kind != "pronoun"]
        if self.russian:
            found = self._inside(start, unit.tokens[who.last - 1].end)
            on_head = self._russian_head(who, found)
        low = unit.low[who.first]
        if on_head:
            referents = self.annotations.referents
            best = max(
                on_head, key=lambda m: (referents[m.referent].type == "person", m.kind == "name", m.end - m.start)
            )
            return best.referent
        if who.core - who.first == 1 and low in PRONOUNS:
            return self._pronoun(who, found)
        if unit.words[who.core - 1] in WORDS["source-nouns"] and found:
            return found[0].referent
        people = [m for m in found if self.annotations.referents[m.referent].type == "person" and m.kind == "name"]
        if people:
            return people[-1].referent
        body = self._english_body(who, found)
        compound = self._compound(who) if body is None else body
        return self._described(who) if compound is None else compound

    def _russian_head(self, who: Named, found: list[Mention]) -> list[Mention]:
        """Return the mentions on the first word of a Russian name, or the name behind a noun for a body.

        ``агентство «Вести»``, ``по данным Минздрава``: the noun names nobody, what follows it does.
        """
        unit = who.unit
        place = who.first
        while place < who.last - 1 and (
            not unit.words[place][0].isalnum() or unit.low[place] in ("в", "во", "на", "со")
        ):
            place += 1
        first = unit.tokens[place]
        on_head = [m for m in found if m.start <= first.start < m.end and m.kind != "pronoun"]
        generic = unit.low[place] in FOREIGN["ru-bodies"] | FOREIGN["ru-sources"]
        named = [m for m in found if m.kind == "name" and m.start > first.start]
        return on_head or (named[:1] if generic else [])

    def _english_body(self, who: Named, found: list[Mention]) -> int | None:
        """Return the name before a noun for a body (*the Dockers union*), where the noun names nobody itself."""
        if who.unit.low[who.core - 1] not in FOREIGN["en-bodies"]:
            return None
        named = [m for m in found if m.kind == "name" and self.annotations.referents[m.referent].type == "organization"]
        return named[-1].referent if named else None

    def _compound(self, who: Named) -> int | None:
        """Return whom the first part of a compound names: *Polizeiangaben*, *dpa-Informationen*, *CDU-Fraktion*."""
        word = who.unit.words[who.core - 1]
        first, dash, tail = word.rpartition("-")
        if not (dash and tail.lower().endswith(_ITS_WORDS + _ITS_PEOPLE)):
            tail = next((t for t in _ITS_WORDS if word.lower().endswith(t)), "")
            first = word[: -len(tail)].rstrip("-") if tail else ""
        wanted = {first.casefold(), first.casefold().removesuffix("s")} - {""}
        for referent in self.annotations.referents:
            names = {name.casefold() for name in (referent.name, *referent.aliases)}
            if wanted & names or any(name.partition(" ")[0] in wanted for name in names if referent.type != "person"):
                return referent.index
        return None

    def _pronoun(self, who: Named, found: list[Mention]) -> int | None:
        if found:
            return found[-1].referent
        gender, number = PRONOUNS[who.unit.low[who.first]]
        position = who.unit.tokens[who.first].start
        index = pronouns.resolve(self.annotations, position, gender, number)
        if index is not None:
            return index
        return self._antecedent(position, gender)

    def _antecedent(self, position: int, gender: Gender | None) -> int | None:
        """Return the nearest fitting person, the first of the sentence before first; then a body of that gender."""
        referents = self.annotations.referents
        here = bisect_right(self.sentence_starts, position) - 1
        bodies: list[int] = []
        for number in [here - 1, here - 2, here - 3, here]:
            if number < 0:
                continue
            end = self.sentence_starts[number + 1] if number + 1 < len(self.sentence_starts) else position
            found = [m for m in self._inside(self.sentence_starts[number], min(end, position)) if m.kind != "pronoun"]
            for mention in found:
                referent = referents[mention.referent]
                fits = gender is None or referent.gender in (gender, None)
                if referent.type == "person" and fits:
                    return mention.referent
                if referent.type == "organization" and (
                    referent.gender == gender or (gender == "f" and referent.gender is None)
                ):
                    bodies.append(mention.referent)
        if bodies:
            return bodies[0]
        for index, _ in reversed(self.spoken):
            if gender is None or referents[index].gender == gender:
                return index
        return None

    def _described(self, who: Named) -> int | None:
        """A definite description goes to the last speaker whose words end in the same noun (*der Sprecher*)."""
        unit = who.unit
        noun = unit.low[who.core - 1]
        if unit.low[who.first] not in _DEFINITE or len(noun) < 4:
            return None
        lemma = (german.noun_lemma(unit.words[who.core - 1]) or noun).lower()
        for index, earlier in reversed(self.spoken):
            words = earlier.unit.low[earlier.first : earlier.core]
            if any(word.endswith(noun) or word.endswith(lemma) for word in words):
                return index
        return None

    def medium(self, who: Named) -> bool:
        """Tell whether words name a news medium that is not the paper itself."""
        unit = who.unit
        low = unit.low[who.first : who.last]
        if low and low[0] in ("dieser", "unserer", "diesem", "unserem", "this", "our", "нашей", "этой"):
            return False
        referent = next(
            (
                self.annotations.referents[m.referent]
                for m in self._inside(unit.tokens[who.first].start, unit.tokens[who.last - 1].end)
                if m.kind == "name"
            ),
            None,
        )
        words = unit.words[who.first : who.core]
        if (
            referent is not None
            and referent.known
            and referent.known.split("/")[0] in ("agency", "media", "medium", "outlet")
        ):
            return True
        capital = sum(1 for word in words if word[0].isupper())
        return (any(is_medium(word) for word in words) and capital > 1) or _quoted_name(who)

    def inner_medium(self, who: Named) -> int | None:
        """Return the agency whose source speaks (*собеседник ТАСС*, *ein Informant der AFP*), or None."""
        unit = who.unit
        if unit.low[who.first] not in _SOURCES and (
            who.last - who.first < 2 or unit.low[who.first + 1] not in _SOURCES
        ):
            return None
        for mention in self._inside(unit.tokens[who.first].start, unit.tokens[who.last - 1].end):
            referent = self.annotations.referents[mention.referent]
            if mention.kind == "name" and (referent.known or "").startswith("agency/"):
                return mention.referent
        return None

    def document_noun(self, who: Named) -> bool:
        """Tell whether words name a report of somebody (*dem Bericht*), not its author."""
        unit = who.unit
        return unit.words[who.core - 1] in WORDS["document-nouns"]


def _quoted_name(who: Named) -> bool:
    return any(who.unit.quote[i] >= 0 for i in range(who.first, who.core))
