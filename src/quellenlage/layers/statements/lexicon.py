"""The German cue lexicon: which verbs and phrases report speech, of what kind, and with which objects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from quellenlage.layers import german
from quellenlage.layers.resources import word_lists

WORDS: Final = {
    name: words | {word.replace("ß", "ss") for word in words}
    for name, words in word_lists("statement-words-de.tsv").items()
}
"""The word lists, with every word that has an ß in its Swiss spelling too."""
_AMBIGUOUS: Final = frozenset(
    {"meinen", "meine", "seinen", "seine", "laut", "weiter", "sein", "einen", "statt", "würde"}
)
_CACHE: Final = 32_768


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon says of a verb or phrase.

    Attributes:
        kind: Its class (say, write, think, deny, demand, announce, assess, confirm, doubt, quote).
        clause: It takes a clause or a quotation.
        bare: An object alone makes it told speech (reported).
        prepositions: So does an object with one of these; ``NP`` stands for a second noun (nannte X einen Y),
            ``ADJ`` for an adjective (zeigte sich zufrieden).
    """

    kind: str
    clause: bool = False
    bare: bool = False
    prepositions: frozenset[str] = frozenset()

    def joined(self, other: Entry) -> Entry:
        """Return both entries as one; the first one's class stays."""
        return Entry(
            self.kind,
            self.clause or other.clause,
            self.bare or other.bare,
            self.prepositions | other.prepositions,
        )


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Entry], dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]]:
    verbs: dict[str, Entry] = {}
    phrases: dict[str, dict[tuple[str, ...], Entry]] = {}
    source = files("quellenlage.layers") / "resources" / "statement-cues-de.tsv"
    for line in source.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, uses, words = line.split("\t")
        if uses in ("c", "z", "o", "co", "-"):
            entry = Entry(kind, "c" in uses or "z" in uses, "o" in uses)
        else:
            entry = Entry(kind, prepositions=frozenset({uses.removeprefix("sich+")}))
        for word in words.split():
            before, _, lemma = word.rpartition("+")
            if before:
                rows = phrases.setdefault(lemma, {})
                key = tuple(before.split("_"))
                rows[key] = rows[key].joined(entry) if key in rows else entry
            else:
                verbs[word] = verbs[word].joined(entry) if word in verbs else entry
    return verbs, {
        lemma: tuple(sorted(rows.items(), key=lambda row: (-len(row[0]), row[0]))) for lemma, rows in phrases.items()
    }


def verb(lemma: str) -> Entry | None:
    """Return the entry of a verb."""
    return _tables()[0].get(lemma)


def phrases(lemma: str) -> tuple[tuple[tuple[str, ...], Entry], ...]:
    """Return the phrases of a verb: the words that must stand in its clause, and the entry."""
    return _tables()[1].get(lemma, ())


@lru_cache(maxsize=_CACHE)
def finite(word: str) -> frozenset[str]:
    """Return the verbs of which a word as written can be a finite form of the third person."""
    if word in _AMBIGUOUS or word in german.NO_VERBS or not word[:1].islower():
        return frozenset()
    if word in ("soll", "sollen", "sollte", "sollten"):
        return frozenset({"sollen"})
    return frozenset(r.lemma for r in german.verb_readings(word) if r.person == 3)


@lru_cache(maxsize=_CACHE)
def is_finite(word: str) -> bool:
    """Tell whether a word can be a finite verb and is not also an infinitive or participle."""
    lower = word[:1].lower() + word[1:]
    if lower in WORDS["determiners"] or lower in WORDS["adverbs"] or not word[:1].islower():
        return False
    readings = german.verb_readings(word)
    return bool(finite(word)) and not any(r.mood in ("inf", "part") for r in readings)


@lru_cache(maxsize=_CACHE)
def verbal(word: str) -> bool:
    """Tell whether a word can be a finite verb at all, also one that looks like an infinitive (*zählen*)."""
    lower = word.lower()
    return lower not in WORDS["determiners"] and lower not in WORDS["adverbs"] and bool(finite(word))


@lru_cache(maxsize=_CACHE)
def participles(word: str) -> frozenset[str]:
    """Return the verbs of which a word can be the past participle."""
    return frozenset(r.lemma for r in german.verb_readings(word) if r.mood == "part" and r.tense == "past")


@lru_cache(maxsize=_CACHE)
def infinitives(word: str) -> frozenset[str]:
    """Return the verbs of which a word can be the infinitive (with or without an inner *zu*)."""
    return frozenset(r.lemma for r in german.verb_readings(word) if r.mood == "inf")


@lru_cache(maxsize=_CACHE)
def reported_mood(word: str) -> int:
    """Return 1 for a clear Konjunktiv I, 2 for a clear Konjunktiv II, else 0."""
    if word in WORDS["determiners"] or word in WORDS["adverbs"] or not word[:1].islower():
        return 0
    if german.is_subjunctive1(word):
        return 1
    if word in ("möchte", "möchten"):
        return 0
    return 2 if german.is_subjunctive2(word) or word in {"würden", "würde"} else 0
