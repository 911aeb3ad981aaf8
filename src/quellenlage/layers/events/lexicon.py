"""The event lexicon: which words of a clause tell an event, and of which PLOVER type.

Read from ``resources/events.tsv``; the verbs' forms are made once a process (some ten thousand entries, about 50 ms).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from quellenlage.layers.events.forms import Tense, forms

Kind = Literal["v", "n"]

_MIN_STEM: Final = 4


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
    """

    lemma: str
    type: str
    kind: Kind
    concept: str
    tense: Tense
    particle: str = ""
    companions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The triggers of one language: by form, and (Russian) by stem."""

    forms: dict[str, tuple[Trigger, ...]]
    stems: dict[str, tuple[Trigger, ...]]

    def look_up(self, word: str) -> tuple[Trigger, ...]:
        """Return the triggers of a word as written; German nouns are told by their capital."""
        folded = word.lower()
        found = self.forms.get(folded, ())
        if self.stems:
            for size in range(_MIN_STEM - 1, len(folded) + 1):
                found += self.stems.get(folded[:size], ())
        return found


def _english(entry: str) -> list[tuple[str, Tense]]:
    base, *irregular = entry.split(":")
    stem = base[:-1] if base.endswith("e") else base
    y = base.endswith("y") and base[-2:-1] not in "aeiou"
    doubled = (
        stem + stem[-1]
        if len(base) <= 4 and base[-1] in "tnpbg" and base[-2] in "aeiou" and base[-3] not in "aeiou"
        else stem
    )
    out: list[tuple[str, Tense]] = [(base, "infinitive"), (base[:-1] + "ies" if y else base + "s", "present")]
    out += [(base + "es", "present"), (doubled + "ing", "present")]
    past = irregular[0] if irregular else (base[:-1] + "ied" if y else doubled + "ed")
    out += [(past, "past"), (irregular[-1] if irregular else past, "participle")]
    return out


@cache
def _lexicons() -> dict[str, Lexicon]:
    tables: dict[str, dict[str, dict[Trigger, None]]] = {}
    stems: dict[str, dict[str, dict[Trigger, None]]] = {}
    text = (files("quellenlage.layers") / "resources" / "events.tsv").read_text("utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        language, kind_of_event, kind, concept, words = line.split("\t")
        for entry in words.split():
            word, _, companions = entry.partition("+")
            needed = frozenset(companions.lower().split("/")) if companions else frozenset()
            lemma = word.replace("|", "").split(":")[0].rstrip("*")
            as_kind: Kind = "n" if kind == "n" else "v"

            def add(form: str, tense: Tense, particle: str = "", *, where: dict[str, dict[Trigger, None]]) -> None:
                trigger = Trigger(lemma, kind_of_event, as_kind, concept, tense, particle, needed)  # noqa: B023
                where.setdefault(form, {})[trigger] = None

            table = tables.setdefault(language, {})
            if word.endswith("*"):
                add(word[:-1], "past" if kind == "v" else "infinitive", where=stems.setdefault(language, {}))
            elif kind == "n":
                for form in _noun_forms(word, language):
                    add(form, "infinitive", where=table)
            elif language == "de":
                for made in forms(word):
                    add(made.text, made.tense, made.particle, where=table)
            elif language == "en":
                for form, tense in _english(word):
                    add(form, tense, where=table)
            else:
                add(word, "past", where=table)
    return {
        language: Lexicon(
            {form: tuple(found) for form, found in table.items()},
            {form: tuple(found) for form, found in stems.get(language, {}).items()},
        )
        for language, table in tables.items()
    }


def _noun_forms(word: str, language: str) -> tuple[str, ...]:
    """German nouns keep their capital in the key's case folding; case endings are added where they can stand."""
    if language != "de":
        return (word.lower(),)
    base = word.lower()
    endings = ("", "s", "es") if not base.endswith(("ung", "ion", "e", "en", "eit", "s")) else ("",)
    return tuple(base + ending for ending in endings)


def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language (BCP 47; only the first part counts); an empty one for an unknown language."""
    return _lexicons().get(language.split("-", maxsplit=1)[0], Lexicon({}, {}))


@cache
def _concepts(language: str) -> dict[str, str]:
    found = lexicon(language)
    tables = (found.forms, found.stems)
    return {t.lemma: t.concept for table in tables for triggers in table.values() for t in triggers}


def concept_of(lemma: str, *, language: str) -> str:
    """Return what a lexicon entry tells, the same word in all languages; the lemma itself where it is no entry."""
    return _concepts(language.split("-", maxsplit=1)[0]).get(lemma, lemma)
