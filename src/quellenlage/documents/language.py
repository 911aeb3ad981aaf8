"""The language of an article: as stated, else by its function words, else by py3langid.

Function words settle almost every article of more than a few sentences; py3langid takes half a second to load its
model, so it is loaded only for the rest.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES: Final = (
    "de",
    "en",
    "ru",
    "fr",
    "uk",
    "es",
    "it",
    "nl",
    "pl",
    "pt",
    "tr",
    "ro",
    "cs",
    "da",
    "sv",
    "be",
    "bg",
    "kk",
    "uz",
    "ar",
    "fa",
    "he",
    "zh",
)
"""What py3langid may answer: the languages of the press that German newsrooms quote most, so that a short text is not
taken for a rare language."""

_SAMPLE_CHARS: Final = 4_000
_WORD = re.compile(r"[^\W\d_]+")
_MIN_HITS: Final = 6
_MARGIN: Final = 2.0  # hits of the best language over those of the second
_MIN_CONTRADICTION: Final = 20  # hits that outweigh the language of a page's template


@cache
def function_words() -> dict[str, tuple[str, ...]]:
    """Return the languages of each function word in ``resources/function-words.tsv``."""
    table = files("quellenlage.documents").joinpath("resources/function-words.tsv").read_text("utf-8")
    found: dict[str, list[str]] = {}
    for line in table.splitlines():
        language, _, words = line.partition("\t")
        if not line.startswith("#"):
            for word in words.split():
                found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


def language_of(text: str, *, stated: str | None = None, markup: str | None = None) -> str:
    """Return the BCP 47 code of a text's language, ``und`` where nothing tells.

    Args:
        text: The text; its first 4,000 characters are looked at.
        stated: The code of the article's own header, which is believed.
        markup: The code of a page's template, which is believed unless the words plainly contradict it.
    """
    if stated is not None:
        return stated
    found, hits = by_function_words(text)
    if markup is not None:
        return found if found is not None and hits >= _MIN_CONTRADICTION else markup
    return found or _by_model(text)


def by_function_words(text: str) -> tuple[str | None, int]:
    """Return the language whose function words prevail, None where none does clearly, and how many were found."""
    known = function_words()
    hits: Counter[str] = Counter()
    for word in _WORD.findall(text[:_SAMPLE_CHARS].lower()):
        for language in known.get(word, ()):
            hits[language] += 1
    ranked = hits.most_common(2)
    if not ranked or ranked[0][1] < _MIN_HITS:
        return None, 0
    if len(ranked) > 1 and ranked[0][1] < _MARGIN * ranked[1][1]:
        return None, ranked[0][1]
    return ranked[0]


def _by_model(text: str) -> str:
    sample = text[:_SAMPLE_CHARS]
    if len(_WORD.findall(sample)) < 2:
        return "und"
    return str(_identifier().classify(sample)[0])


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(LANGUAGES)
    return identifier
