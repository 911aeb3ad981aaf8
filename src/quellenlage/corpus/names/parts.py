"""Names taken apart: words, particles, suffix, initials, gender, given-name ids."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from quellenlage.corpus.names.chinese import pinyin
from quellenlage.layers.annotations import Gender
from quellenlage.layers.entities.gazetteer import rows
from quellenlage.layers.entities.given import equivalent, given_name

_SPLIT: Final = re.compile(r"[\s.,]+")
_ARTICLES: Final = ("al-", "as-", "el-", "an-", "ash-", "asch-", "ad-", "ar-", "аль-", "эль-", "ас-", "аш-", "ال")


@cache
def name_words() -> dict[str, dict[str, str]]:
    """Return particles, titles and suffixes of names with what each stands for."""
    out: dict[str, dict[str, str]] = {"particle": {}, "title": {}, "suffix": {}, "alias": {}}
    for kind, word, meaning in rows("name-words.tsv", columns=3)[1:]:
        out[kind][word] = meaning
    return out


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    Attributes:
        words: Its words in lower case, without particles, titles and suffix.
        surface: The same words as written.
        suffix: ``jr``, ``sr`` or a number, or an empty string.
        initials: For each word, whether it is an initial.
        gender: Of the first given name that tells it.
        given: For each word, rigour's ids of it as a given name.
        groups: For each word, its group of spellings and nicknames, or None.
        particles: The particles left out.
    """

    words: tuple[str, ...]
    surface: tuple[str, ...]
    suffix: str
    initials: tuple[bool, ...]
    gender: Gender | None
    given: tuple[frozenset[str], ...]
    groups: tuple[str | None, ...]
    particles: int


@lru_cache(maxsize=65_536)
def glued(name: str) -> str | None:
    """Return a name with its particles written together with what follows („Van de Put“: ``Vandeput``), or None."""
    particles, out, open_ = name_words()["particle"], [], ""
    for place, word in enumerate(name.split()):
        if place and word.casefold() in particles:
            open_ += word if not open_ else word.casefold()
        else:
            out.append((open_ + word.lower()).capitalize() if open_ else word)
            open_ = ""
    return " ".join(out) if len(out) < len(name.split()) and not open_ else None


def _strip_article(word: str) -> str:
    low = word.casefold()
    for article in _ARTICLES:
        if low.startswith(article) and len(low) > len(article) + 2:
            return word[len(article) :]
    return word


@lru_cache(maxsize=131_072)
def parse(name: str) -> Name:
    """Take a name apart."""
    lists = name_words()
    raw = [
        word
        for word in _SPLIT.split(unicodedata.normalize("NFC", pinyin(name) or name).replace("- ", "-"))
        if word.strip("-–'’")
    ]
    for ending, meaning in lists["suffix"].items():
        if raw and "-" in raw[-1] and raw[-1].casefold().endswith("-" + ending):
            raw[-1:] = [raw[-1][: -len(ending) - 1], meaning]
    surface: list[str] = []
    suffix, particles = "", 0
    for place, word in enumerate(raw):
        low = word.casefold()
        if low in lists["suffix"] and place > 0:
            suffix = lists["suffix"][low]
        elif low in lists["title"] and len(raw) > 1 and place == 0:
            continue
        elif (
            low in lists["particle"]
            and len(raw) > 1
            and not (len(raw) == 2 and word in {"Al", "Ал", "Ben", "Бен", "Ali"})
        ):
            particles += 1
        else:
            surface.append(_strip_article(word))
    words = tuple(word.casefold() for word in surface)
    known = [given_name(word[:1].upper() + word[1:].lower() if "-" not in word else word) for word in surface]
    gender: Gender | None = next(
        (entry.gender for entry in (known[:-1] or known) if entry is not None and entry.gender), None
    )
    return Name(
        words,
        tuple(surface),
        suffix,
        tuple(len(word.strip("-'’")) == 1 for word in words),
        gender,
        tuple(entry.ids if entry else frozenset() for entry in known),
        tuple(equivalent(word) for word in words),
        particles,
    )
