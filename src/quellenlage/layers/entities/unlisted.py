"""Names that no list has, and every further place where they stand."""

from __future__ import annotations

from typing import Final

from quellenlage.layers.annotations import Annotations
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.focus import Focus
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.holders import Holder, by_surname
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.lexis import kind
from quellenlage.layers.entities.neural import proposals
from quellenlage.layers.entities.repeated import Repeated
from quellenlage.layers.entities.resolve import People, core
from quellenlage.layers.entities.shapes import Shapes
from quellenlage.layers.entities.sounds import likeness
from quellenlage.layers.entities.surnames import Surnames
from quellenlage.layers.entities.words import DEFINITE, MEDIA_TAILS

_TOLD: Final = ("in quotation", "after ", "legal form", "name of")
"""Beginnings of the reasons that tell what a thing is and not only that it has a name."""
_GUESSED: Final = ("shape", "model")
_SAME_GIVEN: Final = 0.8
_SHORTEST: Final = 5
"""Letters of the shortest word by which a publication with a longer name is called."""


class Unlisted:
    """Finds the unlisted names of one document.

    Args:
        annotations: The document with its sentences.
        people: The persons found so far; more are added.
        shapes: Tells names from common nouns.
        language: ``de``, ``en`` or ``ru``.
    """

    def __init__(self, annotations: Annotations, people: People, shapes: Shapes, *, language: str) -> None:
        self.annotations = annotations
        self.people = people
        self.shapes = shapes
        self.language = language
        self.outlet = tuple((annotations.document.outlet or "").split())

    def find(self, lines: list[Line], surnames: Surnames, focus: Focus, named: list[Found]) -> list[Found]:
        """Return the unlisted places, organisations and works; unlisted persons join the others."""
        people, things = self._holders(lines, focus), list[Found]()
        spread = self.shapes.spread(lines)
        found = [item for line in lines for item in self.shapes.scan(line, spread=spread)]
        found += proposals(self.annotations, lines, self.shapes)
        _agree(found)
        for item in found:
            (people if item.type == "person" else things).append(item)
        if people:
            self.people.add_all(people)
            surnames.scan(lines)
            things = self._without_surnames(things, surnames)
        own = Found(0, 0, "organization", self.outlet, "the publication itself", 0, context=["paper"])
        known = {self.outlet: own} if self.outlet else {}
        for item in [*named, *things]:
            if item.reason.startswith(("in quotation", "after ", "model")) or item.type != "other":
                known[item.words] = item
                if item.type == "organization" and item.reason.startswith(_TOLD) and len(item.words) > 1:
                    known.setdefault(item.words[:1], item)  # „Nordlicht“ for the „Reederei Nordlicht Line“
        firsts = frozenset(form for words in known for form in (words[0], words[0] + "s"))
        repeated = Repeated(self.shapes)
        for line in lines:
            things += repeated.again(line, known=known, firsts=firsts)
        return things

    def _without_surnames(self, things: list[Found], surnames: Surnames) -> list[Found]:
        """Give the lone words that are a known surname, in any case, to the person; return the rest."""
        last = {core(words)[-1]: draft for draft in self.people.drafts for words in draft.names}
        rest = []
        for item in things:
            plain = len(item.words) == 1 and item.reason.startswith(_GUESSED)
            form = surnames.inflected(item.words[0], frozenset(last)) if plain else None
            if form is None:
                rest.append(item)
                continue
            item.type, item.surname_only, item.reason = "person", True, "surname after full name"
            item.words = (form,)
            last[form].add(item)
        return rest

    def outlet_shortened(self, line: Line) -> list[Found]:
        """Find the publication by part of its name („des Abendblatts“, ``the Review``) or in „TAGBLITZ-Reporter“."""
        out = []
        for i, token in enumerate(line.tokens):
            first, _, rest = token.text.rpartition("-")
            inside = len(self.outlet) == 1 and first == self.outlet[0] and rest in MEDIA_TAILS
            if not line.free(i) or not (inside or self._short(line, i)):
                continue
            end = token.start + len(first) if inside else token.end
            reason = "the publication itself"
            out.append(Found(token.start, end, "organization", self.outlet, reason, line.index, context=["paper"]))
            line.take(i, i + 1)
        return out

    def _short(self, line: Line, i: int) -> bool:
        """Tell whether a word is the telling part of the publication's name behind an article."""
        word, before = line.word(i), line.word(i - 1).lower()
        if before not in DEFINITE or line.word(i + 1)[:1].isupper():
            return False
        if self.language != "de":
            return len(self.outlet) > 1 and word == self.outlet[-1] and before == "the"
        for part in self.outlet:
            if word in {part, part + "s", part + "es"} and len(part) >= _SHORTEST:
                body, places = institution(part), gazetteer()
                return (
                    part not in places.words
                    and part not in places.cities
                    and (kind(part) != "noun" or (body is not None and not body.whole))
                )
        return False

    def _holders(self, lines: list[Line], focus: Focus) -> list[Found]:
        """Find lone surnames of office holders of the countries and bodies that the document names."""
        date, out = self.annotations.document.published, []
        for line in lines:
            for i, token in enumerate(line.tokens):
                if not self.shapes.is_unknown(line, i):
                    continue
                holder = by_surname(token.text, date=date, places=focus.lands)
                if holder is None:
                    continue
                reason = f"surname of an office holder: {holder.name}"
                first = i - 1 if _given(line, i - 1, holder) else i
                words = tuple(line.word(k) for k in range(first, i + 1))
                found = Found(line.tokens[first].start, token.end, "person", words, reason, line.index)
                found.gender, found.surname_only = holder.gender, first == i
                out.append(found)
                line.take(first, i + 1)
        return out


def _given(line: Line, i: int, holder: Holder) -> bool:
    """Tell whether a token is a spelling of an office holder's given name („Emanuel“ for ``Emmanuel``)."""
    word = line.word(i)
    return line.free(i) and word[:1].isupper() and likeness(word, holder.name.split()[0]) >= _SAME_GIVEN


def _agree(things: list[Found]) -> None:
    """Give what is told of a name in one place to the others („bei Rhenex“ beside „des Unternehmens Rhenex“)."""
    told = {item.words: item for item in things if item.reason.startswith(_TOLD) and item.type == "organization"}
    for item in things:
        other = told.get(item.words)
        if other is not None and item.reason.startswith(_GUESSED):
            item.type, item.context = other.type, list(other.context)
