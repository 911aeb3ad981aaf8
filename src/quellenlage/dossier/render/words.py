"""The words of the interface, from one table: English and German. Nothing here speaks about the matter itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal

from quellenlage.errors import ResourceError

Language = Literal["en", "de"]

_OPENING: Final = "„“«»‚‘›‹\"'”"
_PAIRED: Final = frozenset('„“”«»"')
_CLOSING: Final = "“”»«‘’‹›\"'"


@dataclass(frozen=True, slots=True)
class Words:
    """The interface words of one language.

    Attributes:
        language: BCP 47 tag.
        table: Key to text; ``{…}`` marks what is filled in.
    """

    language: Language
    table: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for ``key``.

        Raises:
            ResourceError: The table has no such key.
        """
        try:
            text = self.table[key]
        except KeyError:
            raise ResourceError(f"words.tsv has no key {key!r}") from None
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def count(self, key: str, number: int) -> str:
        """Return number and noun (``3 articles``), singular or plural by the number."""
        return self(f"{key}.{'one' if number == 1 else 'other'}", n=number)

    def event(self, kind: str) -> str:
        """Return the word for a PLOVER type; nothing for ``OTHER``, and a type outside PLOVER as it is."""
        return "" if kind == "OTHER" else self.table.get(f"event.{kind}", kind)

    def quote(self, text: str) -> str:
        """Return the text in the language's quotation marks, unless it stands in quotation marks itself.

        A mark that opens in the text and closes behind it, or the other way round, is left out.
        """
        if len(text) > 1 and text[0] in _OPENING and text[-1] in _CLOSING:
            return text
        if text[:1] in _PAIRED and not _PAIRED & set(text[1:]):
            text = text[1:]
        elif text[-1:] in _PAIRED and not _PAIRED & set(text[:-1]):
            text = text[:-1]
        return f"„{text}“" if self.language == "de" else f"“{text}”"


@cache
def words(language: Language = "en") -> Words:
    """Load the interface words of a language.

    Raises:
        ResourceError: The table is missing, damaged or lacks the language.
    """
    table = resources.files(__package__).joinpath("resources/words.tsv").read_text("utf-8").splitlines()
    header = table[0].split("\t")
    if language not in header:
        raise ResourceError(f"words.tsv has no language {language!r}, only {', '.join(header[1:])}")
    column = header.index(language)
    rows = [line.split("\t") for line in table[1:]]
    broken = [row[0] for row in rows if len(row) != len(header)]
    if broken:
        raise ResourceError(f"words.tsv: wrong number of columns at {', '.join(broken)}")
    return Words(language, {row[0]: row[column] for row in rows})
