"""The event lexicon: which words of a clause tell an event, and of which PLOVER type.

Read from ``resources/events.tsv``; the verbs' forms are made once a process (some ten thousand entries, about 50 ms).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, Literal

from quellenlage.layers import german
from quellenlage.layers.events import french_forms as french
from quellenlage.layers.events.forms import Tense, forms

Kind = Literal["v", "n"]

_MIN_STEM: Final = 4
_FILES: Final = ("events.tsv", "events-french.tsv")


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way in which a word tells an event.

    Attributes:
        lemma: The entry (``zurückweisen``).
        type: PLOVER type or ``OTHER``.
        kind: Verb or noun.
        concept: What is done, the same word in all languages (``sign``).
        tense: Form of the verb; ``infinitive`` for nouns.
        particle: German: particle that must stand in the clause, or an empty string.
        companions: Words of which one must stand in the clause (lower case), or nothing.
        excluded: Words of which none may stand there.
        doubtful: True where it counts only beside another trigger of its type in the article.
    """

    lemma: str
    type: str
    kind: Kind
    concept: str
    tense: Tense
    particle: str = ""
    companions: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The triggers of one language: by form, and (Russian) by stem; idioms are phrases that tell no event, by form."""

    forms: dict[str, tuple[Trigger, ...]]
    stems: dict[str, tuple[Trigger, ...]]
    idioms: dict[str, tuple[Trigger, ...]]

    def look_up(self, word: str) -> tuple[Trigger, ...]:
        """Return the triggers of a word as written; nouns stand for all their forms (``Streiks``, ``Anschläge``)."""
        folded = word.lower()
        found = self.forms.get(folded, ())
        if not found and word[:1].isupper():
            found = tuple(t for lemma in _lemmas(word) for t in self.forms.get(lemma, ()) if t.kind == "n")
        if self.stems:
            for size in range(_MIN_STEM - 1, len(folded) + 1):
                found += self.stems.get(folded[:size], ())
        return found


@lru_cache(maxsize=65_536)
def _lemmas(word: str) -> tuple[str, ...]:
    """Return the nominative singulars that a German noun form can have, in lower case."""
    return tuple(dict.fromkeys(reading.lemma.lower() for reading in german.noun_readings(word)))


def _english(entry: str) -> list[tuple[str, Tense]]:
    base, *irregular = entry.split(":")
    stem = base[:-1] if base.endswith("e") else base
    y = base.endswith("y") and base[-2:-1] not in "aeiou"
    # whether the last consonant is doubled (expelled, opened) hangs on the stress, which no list here has: both forms
    sounds = base.replace("qu", "q")
    doubles = len(sounds) > 2 and base[-1] in "tnpbglrmd" and base[-2] in "aeiou" and sounds[-3] not in "aeiou"
    out: list[tuple[str, Tense]] = [(base, "infinitive"), (base[:-1] + "ies" if y else base + "s", "present")]
    out += [(base + "es", "present"), (stem + "ing", "present")]
    pasts = [irregular[0]] if irregular else [base[:-1] + "ied" if y else stem + "ed"]
    if doubles:
        out.append((stem + stem[-1] + "ing", "present"))
        pasts += [] if irregular else [stem + stem[-1] + "ed"]
    for past in pasts:
        out += [(past, "past"), (irregular[-1] if irregular else past, "participle")]
    return out


Table = dict[str, dict[Trigger, None]]


def _entry(entry: str, type_: str, kind: str, concept: str) -> tuple[str, Trigger]:
    """Read ``word+companion/companion!excluded/excluded?``; return the word and its trigger in the infinitive."""
    bare, _, excluded = entry.rstrip("?").partition("!")
    word, _, companions = bare.partition("+")
    trigger = Trigger(
        lemma=word.replace("|", "").split(":")[0].rstrip("*"),
        type=type_,
        kind="n" if kind == "n" else "v",
        concept=concept,
        tense="infinitive",
        companions=frozenset(companions.lower().split("/")) if companions else frozenset(),
        excluded=frozenset(excluded.lower().split("/")) if excluded else frozenset(),
        doubtful=entry.endswith("?"),
    )
    return word, trigger


def _made(word: str, trigger: Trigger, language: str) -> Iterator[tuple[str, Trigger]]:
    """Yield the forms of an entry, each with its trigger."""
    if trigger.kind == "n":
        for form in _noun_forms(word, language):
            yield form, trigger
    elif language == "de":
        for made in forms(word):
            yield made.text, replace(trigger, tense=made.tense, particle=made.particle)
    elif language == "en":
        for form, tense in _english(word):
            yield form, replace(trigger, tense=tense)
    elif language == "fr":
        for form, tense in french.conjugated(word):
            yield form, replace(trigger, tense=tense)
    else:
        yield word.rstrip("*"), replace(trigger, tense="past")


@cache
def _lexicons() -> dict[str, Lexicon]:
    tables: dict[str, tuple[Table, Table, Table]] = {}
    folder = files("quellenlage.layers") / "resources"
    lines = [line for name in _FILES for line in (folder / name).read_text("utf-8").splitlines()]
    for line in lines:
        if not line or line.startswith("#"):
            continue
        language, type_, kind, concept, words = line.split("\t")
        whole, stems, idioms = tables.setdefault(language, ({}, {}, {}))
        for entry in words.split():
            word, trigger = _entry(entry, type_, kind, concept)
            table = idioms if type_ == "NONE" else stems if word.endswith("*") else whole
            for form, made in _made(word.rstrip("*"), trigger, language):
                table.setdefault(form, {})[made] = None
    return {
        language: Lexicon(*({form: tuple(found) for form, found in table.items()} for table in three))
        for language, three in tables.items()
    }


def _noun_forms(word: str, language: str) -> tuple[str, ...]:
    """German nouns keep their capital in the key's case folding; case endings are added where they can stand."""
    if language == "fr":
        return french.noun_forms(word)
    if language != "de":
        return (word.lower(),)
    base = word.lower()
    endings = ("", "s", "es") if not base.endswith(("ung", "ion", "e", "en", "eit", "s")) else ("",)
    return tuple(base + ending for ending in endings)


def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language (BCP 47; only the first part counts); an empty one for an unknown language."""
    return _lexicons().get(language.split("-", maxsplit=1)[0], Lexicon({}, {}, {}))


@cache
def _concepts(language: str) -> dict[str, str]:
    found = lexicon(language)
    tables = (found.forms, found.stems)
    return {t.lemma: t.concept for table in tables for triggers in table.values() for t in triggers}


def concept_of(lemma: str, *, language: str) -> str:
    """Return what a lexicon entry tells, the same word in all languages; the lemma itself where it is no entry."""
    return _concepts(language.split("-", maxsplit=1)[0]).get(lemma, lemma)
