"""The content words of an assertion, as terms that can be compared across articles.

Nouns are reduced to their nominative singular, verbs to their infinitive (with a separated particle); a compound also
gives its last part (``Konzernsitz`` → ``sitz``) at half weight, so that it meets the bare noun. Numbers, names that are
mentions, and words without content are left out, since they are compared as what they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

from quellenlage.layers import german
from quellenlage.layers.annotations import Token

PART: Final = 0.5
"""Weight of a compound's last part beside the whole word."""

_MIN_STEM: Final = 4
_ENDINGS: Final = ("ern", "en", "er", "es", "em", "e", "n", "s")
_RUSSIAN: Final = [
    "иями",
    "ями",
    "ами",
    "ого",
    "его",
    "ому",
    "ему",
    "ыми",
    "ими",
    "ала",
    "ила",
    "ало",
    "или",
    "али",
    "ать",
    "ить",
    "ает",
    "ует",
    "ие",
    "ия",
    "ий",
    "ый",
    "ой",
    "ая",
    "яя",
    "ое",
    "ее",
    "ые",
    "ую",
    "юю",
    "ом",
    "ем",
    "ам",
    "ям",
    "ах",
    "ях",
    "ов",
    "ев",
    "ей",
    "ы",
    "и",
    "а",
    "я",
    "о",
    "е",
    "у",
    "ю",
    "ь",
]


@lru_cache(maxsize=1)
def word_lists() -> dict[str, frozenset[str]]:
    """Return the word lists of ``resources/words.tsv`` by name (``de.stop``)."""
    out: dict[str, set[str]] = {}
    folder = files("quellenlage.corpus.claims") / "resources"
    names = ("words.tsv", "words-french.tsv")
    for line in [line for name in names for line in (folder / name).read_text("utf-8").splitlines()]:
        if line and not line.startswith("#"):
            key, _, words = line.partition("\t")
            out.setdefault(key, set()).update(word.replace("_", " ") for word in words.split())
    return {key: frozenset(words) for key, words in out.items()}


def words_of(name: str) -> frozenset[str]:
    """Return one word list; an unknown one is empty."""
    return word_lists().get(name, frozenset())


@lru_cache(maxsize=65_536)
def negated_participle(word: str) -> str | None:
    """Return the verb whose past participle *un-* negates (``unverletzt`` → ``verletzen``), or None.

    Adverbs that only look so (``unbedingt``) are none.
    """
    if not word.startswith("un") or not word.islower() or word in words_of("de.un_adverb"):
        return None
    return next((r.lemma for r in german.verb_readings(word[2:]) if r.mood == "part" and r.tense == "past"), None)


def _strip(word: str, endings: Sequence[str]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _MIN_STEM:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=65_536)
def _german(word: str, first: bool) -> tuple[tuple[str, float], ...]:
    """Return the terms of a German word; ``first`` marks a word whose capital may be the sentence's."""
    if word[:1].isupper():
        if first and german.verb_readings(word.lower()) and not german.is_noun(word):
            return ((german.verb_readings(word.lower())[0].lemma, 1.0),)
        lemma = german.noun_lemma(word)
        if lemma is None:
            parts = [part for part in word.split("-") if len(part) >= 3]
            terms = [(_strip(word.lower(), _ENDINGS), 1.0)]
            terms += [(_strip(part.lower(), _ENDINGS), PART) for part in parts if len(parts) > 1]
            return tuple(terms)
        terms = [(lemma.lower(), 1.0)]
        if "-" in word:
            terms += [(german.noun_lemma(p) or p, PART) for p in word.split("-") if len(p) >= 3]
        elif len(word) >= 8:
            head = german.head_noun(word)
            short = next((word[cut:].capitalize() for cut in range(len(word) - 4, 3, -1) if _is_part(word, cut)), None)
            for part in dict.fromkeys(p for p in (head, short) if p and p != word):
                terms.append(((german.noun_lemma(part) or part), PART))
                front = word[: len(word) - len(part)].rstrip("s-")
                if len(front) >= 3:
                    terms.append(((german.noun_lemma(front) or front), PART))
        return tuple(dict.fromkeys((term.lower(), weight) for term, weight in terms))
    if (verb := negated_participle(word)) is not None:
        return ((verb, 1.0),)
    readings = german.verb_readings(word)
    if readings:
        return ((readings[0].lemma, 1.0),)
    return ((_strip(word.lower(), _ENDINGS), 1.0),)


def _is_part(word: str, cut: int) -> bool:
    """Tell whether the word can be cut there: both sides are nouns of the table."""
    head = word[cut:].capitalize()
    front = word[:cut]
    if not german.noun_readings(head):
        return False
    return any(german.noun_readings(candidate) for candidate in (front, front.rstrip("s"), front + "e", front + "en"))


def stemmed(word: str, *, language: str) -> str:
    """Return a word as ``terms`` has it where the language has no tables of forms; a German one in lower case."""
    folded = word.lower()
    if language == "ru":
        return _strip(folded, _RUSSIAN)
    return folded if language == "de" else _strip(_strip(folded, ("ing", "ed", "es", "s")), ("e",))


def _particle(tokens: Sequence[Token]) -> str:
    """Return the particle of a separated verb: the last word of the clause where it can be one."""
    last = tokens[-1].text if tokens else ""
    return last if last in german.SEPARABLE else ""


def terms(tokens: Sequence[Token], *, language: str, names: frozenset[int] = frozenset()) -> dict[str, float]:
    """Return the terms of a clause with their weights.

    Args:
        tokens: The clause's tokens.
        language: First part of the BCP 47 code.
        names: Starts of the tokens that belong to a mention and are compared as entities.
    """
    stop = words_of(f"{language}.stop")
    out: dict[str, float] = {}
    particle = _particle(tokens) if language == "de" else ""
    for place, token in enumerate(tokens):
        word = token.text
        folded = word.lower()
        if token.start in names or len(word) < 3 or not word[:1].isalpha() or folded in stop:
            continue
        found: Sequence[tuple[str, float]]
        if language == "de":
            joined = german.separable(word, particle) if particle and place < len(tokens) - 1 and word.islower() else ()
            found = ((joined[0].lemma, 1.0),) if joined else _german(word, place == 0)
        else:
            found = ((stemmed(word, language=language), 1.0),)
        for term, weight in found:
            if term not in stop and out.get(term, 0.0) < weight:
                out[term] = weight
    if particle and particle in out:
        del out[particle]
    return out
