"""German morphology by table: nouns with lemma and gender, verb forms with mood, tense, person and number.

The tables (see ``resources/german/README.md``, CC BY-SA 4.0) stay one block of bytes each and are searched by halving,
so that loading costs a few milliseconds and memory is the size of the files (3.9 MB). Answers are cached.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final, Literal, NamedTuple

from quellenlage.layers.annotations import Gender
from quellenlage.layers.resources import word_lists

Mood = Literal["ind", "kj1", "kj2", "imp", "inf", "part"]
Tense = Literal["pres", "past"]
Number = Literal["sg", "pl"]

_CACHE: Final = 65_536
"""Forms kept per function: a newspaper's vocabulary; about 10 MB when full."""


class VerbReading(NamedTuple):
    """One reading of a verb form; ``tense``, ``person`` and ``number`` are None where the mood has none.

    ``tense`` of a participle tells the present (``sagend``) from the past one (``gesagt``). For the Konjunktiv it is
    ``pres`` (I) or ``past`` (II).
    """

    lemma: str
    mood: Mood
    tense: Tense | None = None
    person: Literal[1, 2, 3] | None = None
    number: Number | None = None


class NounReading(NamedTuple):
    """One reading of a noun form: its nominative singular, gender, and the numbers it can be."""

    lemma: str
    gender: Gender | None
    numbers: tuple[Number, ...]


_FINITE: Final[tuple[tuple[Mood, Tense], ...]] = (("ind", "pres"), ("ind", "past"), ("kj1", "pres"), ("kj2", "past"))
_GENDER: Final[dict[str, Gender]] = {"M": "m", "F": "f", "N": "n"}
_WORDS: Final = word_lists("german-words.tsv")
_OTHER: Final = _WORDS["other-words"]
_WEAK: Final = _WORDS["weak"]
_INSEPARABLE: Final = ("be", "emp", "ent", "er", "ge", "ver", "zer", "miss", "über", "unter", "wider", "hinter")
NO_VERBS: Final = _OTHER
"""Words that look like verb forms and are adjectives or pronouns."""
_PREFIXES: Final = tuple(sorted(_WORDS["separable"], key=lambda word: (-len(word), word)))
SEPARABLE: Final = frozenset(_PREFIXES)
"""Separable verb prefixes (``mit`` in *teilte … mit*)."""


@lru_cache(maxsize=2)
def _table(name: str) -> bytes:
    return b"\n" + (files("quellenlage.layers") / "resources" / "german" / name).read_bytes()


def _row(name: str, form: str) -> str | None:
    """Return what stands behind a form in a table, found by halving."""
    data, key = _table(name), form.encode("utf-8", "surrogatepass") + b"\t"
    low, high = 0, len(data) - 1
    while low < high:
        line = data.rfind(b"\n", 0, (low + high) // 2 + 1) + 1
        stop = data.find(b"\n", line)
        if data.startswith(key, line):
            return data[line + len(key) : stop].decode("utf-8")
        if data[line:stop] < key:
            low = stop
        else:
            high = line - 1
    return None


def _lemmas(form: str, row: str) -> list[tuple[str, str]]:
    out = []
    for reading in row.split(" "):
        rule, _, codes = reading.partition(":")
        digits = 2 if rule[1:2].isdigit() else 1
        out.append((form[: len(form) - int(rule[:digits])] + rule[digits:], codes))
    return out


def _decode(lemma: str, code: str) -> VerbReading:
    place = ord(code) - 65
    if 0 <= place < 24:
        mood, tense = _FINITE[place // 6]
        return VerbReading(lemma, mood, tense, (1, 2, 3)[place % 3], "sg" if place % 6 < 3 else "pl")
    if code in "YZ":
        return VerbReading(lemma, "imp", None, 2, "sg" if code == "Y" else "pl")
    if code in "ab":
        return VerbReading(lemma, "inf")
    return VerbReading(lemma, "part", "pres" if code == "c" else "past")


_WEAK_ENDINGS: Final[tuple[tuple[str, tuple[tuple[Mood, Tense, int, Number], ...]], ...]] = (
    ("ten", (("ind", "past", 3, "pl"), ("ind", "past", 1, "pl"))),
    ("te", (("ind", "past", 3, "sg"), ("ind", "past", 1, "sg"))),
    ("t", (("ind", "pres", 3, "sg"), ("ind", "pres", 2, "pl"))),
    ("en", (("ind", "pres", 3, "pl"), ("ind", "pres", 1, "pl"))),
    ("e", (("kj1", "pres", 3, "sg"), ("ind", "pres", 1, "sg"))),
)


def _spellings(form: str) -> tuple[str, ...]:
    """Return a form and its other spellings: the table has *mußte* and *handle*, newspapers *musste* and *handele*."""
    out = [form]
    if "ss" in form:
        head, _, tail = form.rpartition("ss")
        out.append(head + "ß" + tail)
    elif "ß" in form:
        out.append(form.replace("ß", "ss"))
    if form.endswith("ele"):
        out.append(form[:-3] + "le")
    return tuple(out)


def _weak(form: str) -> tuple[VerbReading, ...]:
    """Read a regular form of a verb that the table lacks: one in -ieren, or one of our own list."""
    for ending, moods in _WEAK_ENDINGS:
        stem = form.removesuffix(ending)
        if stem == form or not (stem + "en" in _WEAK or (stem.endswith("ier") and len(stem) > 5)):
            continue
        lemma = stem + "en"
        out = [VerbReading(lemma, mood, tense, person, number) for mood, tense, person, number in moods]  # type: ignore[arg-type]
        if ending == "t" and (stem.endswith("ier") or stem.startswith(_INSEPARABLE)):
            out.append(VerbReading(lemma, "part", "past"))
        if ending == "en":
            out.append(VerbReading(lemma, "inf"))
        return tuple(out)
    if form.startswith("ge") and form.endswith("t") and form[2:-1] + "en" in _WEAK:
        return (VerbReading(form[2:-1] + "en", "part", "past"),)
    return ()


@lru_cache(maxsize=_CACHE)
def _plain_readings(form: str) -> tuple[VerbReading, ...]:
    for spelling in _spellings(form):
        row = _row("verbs.txt", spelling)
        if row:
            return tuple(_decode(lemma, code) for lemma, codes in _lemmas(spelling, row) for code in codes)
    return _weak(form)


@lru_cache(maxsize=_CACHE)
def verb_readings(form: str) -> tuple[VerbReading, ...]:
    """Return all readings of a verb form as written in lower case or at a sentence start.

    A separable verb written as one word (``ankündigte``) is read through its prefix where the whole is a known verb.
    A finite form that stands apart from its prefix (``kündigte … an``) gives the bare verb (``kündigen``); join it
    with ``separable``.
    """
    form = form[:1].lower() + form[1:]
    found = _plain_readings(form)
    if any(r.person is not None for r in found):
        return found
    for prefix in _PREFIXES:
        if form.startswith(prefix) and len(form) > len(prefix) + 2:
            rest = _plain_readings(form[len(prefix) :])
            joined = tuple(r._replace(lemma=prefix + r.lemma) for r in rest if r.mood in ("ind", "kj1", "kj2"))
            if joined and any(is_verb(r.lemma) for r in joined):
                return found + joined
    return found


@lru_cache(maxsize=_CACHE)
def is_verb(lemma: str) -> bool:
    """Tell whether a word is the infinitive of a known verb."""
    return any(r.mood == "inf" and r.lemma == lemma for r in _plain_readings(lemma))


def separable(form: str, prefix: str) -> tuple[VerbReading, ...]:
    """Return the readings of ``form … prefix`` as a separable verb (``teilte``, ``mit``: ``mitteilen``), or none."""
    if prefix not in SEPARABLE:
        return ()
    rest = _plain_readings(form[:1].lower() + form[1:])
    return tuple(
        r._replace(lemma=prefix + r.lemma)
        for r in rest
        if r.mood in ("ind", "kj1", "kj2") and is_verb(prefix + r.lemma)
    )


@lru_cache(maxsize=_CACHE)
def is_subjunctive1(form: str) -> bool:
    """Tell whether a form is Konjunktiv I wherever its subject is a third person (``habe``; not ``würden``).

    Adjectives and pronouns of the same form (``lange``, ``eine``) are left out.
    """
    if form in _OTHER:
        return False
    third = [r for r in verb_readings(form) if r.person == 3]
    return bool(third) and all(r.mood == "kj1" for r in third)


@lru_cache(maxsize=_CACHE)
def is_subjunctive2(form: str) -> bool:
    """Tell whether a form is Konjunktiv II and nothing else in the third person (``hätten``, not ``sagte``)."""
    third = [r for r in verb_readings(form) if r.person == 3]
    return bool(third) and all(r.mood == "kj2" for r in third)


def subjunctive1_at(words: Sequence[str], place: int) -> bool:
    """Tell whether ``words[place]`` is a Konjunktiv I in its sentence.

    The form must have no other third-person reading, no ``ich`` may stand within four words, and it may not begin the
    sentence (an imperative, ``Rufe an``) unless it is a form of ``sein``. Measured on UD German: GSD dev
    precision 0.84, recall 0.90; PUD 0.81 and 1.00 (without a tagger).
    """
    form = words[place]
    inner = place > 0 and words[place - 1] not in _OPENERS
    if not is_subjunctive1(form) or (form[:1].isupper() and inner):
        return False
    near = words[max(0, place - 4) : place + 5]
    if "ich" in near or "Ich" in near:
        return form in _NEVER_FIRST_PERSON and words[place - 1 : place] not in (["ich"], ["Ich"])
    return place > 0 or form in ("Seien", "Sei")


_OPENERS: Final = frozenset('„«»"‚‘“:.!?')
_NEVER_FIRST_PERSON: Final = frozenset({"sei", "solle", "könne", "wolle", "müsse", "dürfe"})


@lru_cache(maxsize=_CACHE)
def noun_readings(word: str) -> tuple[NounReading, ...]:
    """Return the readings of a noun form as the table has it; no compounds."""
    row = _row("nouns.txt", word)
    if not row:
        return ()
    out = []
    for lemma, codes in _lemmas(word, row):
        gender = next((_GENDER[c] for c in codes if c in _GENDER), None)
        numbers: tuple[Number, ...] = tuple(n for c, n in (("S", "sg"), ("P", "pl")) if c in codes)  # type: ignore[misc]
        out.append(NounReading(lemma, gender, numbers))
    return tuple(out)


def is_noun(word: str) -> bool:
    """Tell whether a word is a form of a noun in the table (names and most compounds are not in it)."""
    return bool(noun_readings(word))


@lru_cache(maxsize=_CACHE)
def head_noun(word: str) -> str | None:
    """Return the last part of a compound as a form in the table (``Bundespolizeisprecher`` → ``Sprecher``).

    A hyphenated word is judged by its last part; a word in the table is its own head. Names may look like compounds
    (``Wiegelmann``), so the caller must know that the word is no name.
    """
    if noun_readings(word):
        return word
    last = word.rpartition("-")[2]
    if last != word:
        return head_noun(last) if last else None
    for cut in range(3, len(word) - 3):
        part = word[cut:].capitalize()
        if word[cut:].islower() and noun_readings(part):
            return part
    return None


def noun_lemma(word: str) -> str | None:
    """Return the nominative singular of a noun form, of a compound by its last part, or None."""
    head = head_noun(word)
    if head is None:
        return None
    lemma = noun_readings(head)[0].lemma
    if head == word:
        return lemma
    return word[: len(word) - len(head)] + (lemma if word[-len(head)].isupper() else lemma.lower())


def _masculine(word: str) -> str | None:
    """Return the masculine form of a feminine one that the table lacks (``Landrätin`` → ``Landrat``)."""
    for ending in ("innen", "in"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word[: -len(ending)]
            plain = stem.translate(_UMLAUTS)
            for base in (stem, plain, stem + "e", plain + "e"):
                head = head_noun(base)
                if head is not None and any(r.gender == "m" for r in noun_readings(head)):
                    return base
    return None


_UMLAUTS: Final = str.maketrans("äöüÄÖÜ", "aouAOU")


@lru_cache(maxsize=_CACHE)
def noun_gender(word: str) -> Gender | None:
    """Return the gender of a noun form (of a compound: of its last part), or None where it has none or several."""
    head = head_noun(word)
    genders = {r.gender for r in noun_readings(head)} if head else set()
    if genders:
        return genders.pop() if len(genders) == 1 else None
    return "f" if _masculine(word) else None
