"""Further places where a name stands that was found by its surroundings elsewhere in the document."""

from __future__ import annotations

from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.given import given_name
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.lexis import common, kind
from quellenlage.layers.entities.shapes import Shapes
from quellenlage.layers.german import verb_readings


class Repeated:
    """Finds such places in one document.

    Args:
        shapes: Tells names from common nouns.
    """

    def __init__(self, shapes: Shapes) -> None:
        self.shapes = shapes

    def _inside(self, line: Line, i: int, known: dict[tuple[str, ...], Found]) -> list[Found]:
        """Return the organisation that a compound begins with („Solarex-Chef“, „Pro-Arena-Sprecher“)."""
        parts = line.word(i).split("-")
        for length in range(min(3, len(parts) - 1), 0, -1):
            words = tuple(parts[:length])
            first = known.get(words)
            told = (
                first is not None and first.type == "organization" and not first.reason.startswith(("shape", "model"))
            )
            if first is None or not told or (length == 1 and common(words[0], language=self.shapes.language)):
                continue
            found = self.shapes.make(line, i, i + 1, first.type, f"first part of {line.word(i)}")
            found.end, found.words, found.context = found.start + len("-".join(words)), first.words, list(first.context)
            return [found]
        return []

    def _alone(self, line: Line, i: int, known: dict[tuple[str, ...], Found]) -> bool:
        """Tell whether one word may stand for a longer name that it begins: no place, a noun only as a bare subject."""
        first = known.get((line.word(i),)) or known.get((line.word(i).removesuffix("s"),))
        if first is None or len(first.words) == 1:
            return True
        word, following = line.word(i), line.word(i + 1)
        if word in gazetteer().words or word in gazetteer().cities or given_name(word) or institution(word):
            return False
        if self.shapes.language != "de" or kind(word) in {"unknown", "odd"}:
            return self.shapes.is_unknown(line, i)
        bare = not self.shapes.articled_by(line.word(i - 1))
        return bare and following.islower() and any(reading.person == 3 for reading in verb_readings(following))

    def again(self, line: Line, *, known: dict[tuple[str, ...], Found], firsts: frozenset[str]) -> list[Found]:
        """Return further places where a name stands that was found by its surroundings elsewhere in the document.

        Args:
            line: The sentence.
            known: The names by their words.
            firsts: Their first words, with and without a genitive ending.
        """
        out = []
        for i, token in enumerate(line.tokens):
            if "-" in token.text and not line.taken[i]:
                out += self._inside(line, i, known)
            if token.text not in firsts or line.taken[i]:
                continue
            for length in (3, 2, 1):
                if i + length > len(line.tokens) or any(line.taken[i : i + length]):
                    continue
                words = tuple(line.word(k) for k in range(i, i + length))
                if length == 1 and not self._alone(line, i, known):
                    continue
                first = known.get(words) or known.get((*words[:-1], words[-1].removesuffix("s")))
                if first is not None:
                    found = self.shapes.make(line, i, i + length, first.type, "named before")
                    found.words, found.context = first.words, list(first.context)
                    out.append(found)
                    line.take(i, i + length)
                    break
        return out
