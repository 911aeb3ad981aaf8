"""French verb forms: infinitives of the news and a small table of irregular endings make a dictionary of forms.

Only what newspapers write is made: third persons, participles and the infinitive. What the tables lack is no verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, Literal, NamedTuple

from quellenlage.layers.resources import word_lists

Tense = Literal["present", "imperfect", "past", "future", "conditional", "infinitive", "participle", "gerund"]

WORDS: Final = word_lists("french-words.tsv")
_PAST_PARTICIPLE: Final = ("", "e", "s", "es")


class Reading(NamedTuple):
    """One reading of a form: infinitive, tense or mood, and whether it is plural."""

    verb: str
    tense: Tense
    plural: bool = False


class _Pattern(NamedTuple):
    sg: str
    pl: str
    imperfect: str
    future: str
    participle: str
    past: str
    pasts: str


@cache
def _irregular() -> dict[str, _Pattern]:
    lines = (files("quellenlage.layers") / "resources" / "french-verbs.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: _Pattern(*row[1:]) for row in rows[1:]}


def _pattern(verb: str) -> tuple[str, _Pattern]:
    """Return what stands before the ending of an infinitive, and its forms behind that."""
    table = _irregular()
    if f"={verb}" in table:
        return "", table[f"={verb}"]
    for cut in range(len(verb)):
        found = table.get(verb[cut:])
        if found is not None:
            return verb[:cut], found
    stem = verb[:-2]
    if verb.endswith("er"):
        return "", _first_group(stem)
    if verb.endswith("ir"):
        return stem, _Pattern("it", "issent", "iss", "ir", "i", "it", "irent")
    return stem, _Pattern("", "ent", "", "r", "u", "it", "irent")


def _first_group(stem: str) -> _Pattern:
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    strong = stem
    future = f"{stem}er"
    if stem[-1] == "y" and stem[-2:-1] in "ou":
        strong = stem[:-1] + "i"
        future = f"{strong}er"
    elif len(stem) > 2 and stem[-2] == "e" and stem[-1] in "lt" and stem.endswith(("pel", "jet", "vel")):
        strong = stem + stem[-1]
        future = f"{strong}er"
    elif (len(stem) > 2 and stem[-2] == "e" and stem[-1] in "tvnmlcspr" and not stem.endswith(("ven", "men"))) or (
        stem in {"men", "amen", "emmen", "ramen", "malmen"}
    ):
        strong = f"{stem[:-2]}è{stem[-1]}"
        future = f"{strong}er"
    else:
        place = next((i for i in range(len(stem) - 1, max(0, len(stem) - 4), -1) if stem[i] in "aeiouéèy"), -1)
        if place >= 0 and stem[place] == "é" and place < len(stem) - 1:
            strong = f"{stem[:place]}è{stem[place + 1 :]}"
    return _Pattern(f"{strong}e", f"{strong}ent", soft, future, f"{stem}é", f"{soft}a", f"{stem}èrent")


def _participles(participle: str) -> Iterator[str]:
    """Yield a past participle with its endings."""
    base = "du" if participle == "dû" else participle
    if base.endswith("s"):
        yield from (base, base + "e", base + "es")
        return
    for ending in _PAST_PARTICIPLE:
        yield participle if not ending else base + ending


def forms(verb: str) -> Iterator[tuple[str, Reading]]:
    """Yield the forms of an infinitive that newspapers write, each with its reading."""
    head, pattern = _pattern(verb)
    yield verb, Reading(verb, "infinitive")
    made: list[tuple[str, Tense, bool]] = [
        (pattern.sg, "present", False),
        (pattern.pl, "present", True),
        (pattern.imperfect + "ait", "imperfect", False),
        (pattern.imperfect + "aient", "imperfect", True),
        (pattern.future + "a", "future", False),
        (pattern.future + "ont", "future", True),
        (pattern.future + "ait", "conditional", False),
        (pattern.future + "aient", "conditional", True),
        (pattern.past, "past", False),
        (pattern.pasts, "past", True),
        (pattern.imperfect + "ant", "gerund", False),
    ]
    for form, tense, plural in made:
        if form != "-":
            yield head + form, Reading(verb, tense, plural)
    for form in _participles(pattern.participle):
        yield head + form, Reading(verb, "participle", form.endswith("s"))


@cache
def _dictionary() -> dict[str, tuple[Reading, ...]]:
    out: dict[str, dict[Reading, None]] = {}
    for verb in sorted(WORDS["verbs"]):
        for form, reading in forms(verb):
            out.setdefault(form, {})[reading] = None
    return {form: tuple(found) for form, found in out.items()}


@cache
def _others() -> frozenset[str]:
    """Return the forms of the first and second persons that quotations have (*nous partons*, *vous verrez*)."""
    out: set[str] = set()
    for verb in WORDS["verbs"]:
        head, pattern = _pattern(verb)
        stem = pattern.imperfect
        out.update(
            head + form for form in (stem + "ons", stem.removesuffix("e") + "ez" if stem[-2:] == "ge" else stem + "ez")
        )
        out.update(head + pattern.future + ending for ending in ("ai", "ons", "ez"))
        if pattern.sg.endswith(("t", "d")):
            out.add(head + (pattern.sg[:-1] + "s" if pattern.sg.endswith("t") else pattern.sg + "s"))
    return frozenset(out) - WORDS["verb-nots"] - WORDS["first-nots"]


def bare(word: str) -> str:
    """Return a word in lower case without what ties an inverted pronoun to it (``affirme-t-`` : ``affirme``)."""
    low = word.lower()
    return low[:-1].removesuffix("-t") if low.endswith("-") else low


def readings(word: str) -> tuple[Reading, ...]:
    """Return what verb forms a word can be; nothing for a word that is none or that no table has."""
    return _dictionary().get(bare(word), ())


def tenses(word: str) -> frozenset[Tense]:
    """Return the tenses and moods that a word can be."""
    return frozenset(reading.tense for reading in readings(word))


def is_finite(word: str) -> bool:
    """Tell whether a word can be a finite verb of the third person or a common one of the first."""
    low = bare(word)
    if low in WORDS["verb-nots"] and low not in WORDS["aux"]:
        return low in {"fait", "mis"}
    if low in WORDS["first"] or low in WORDS["subjunctive"]:
        return True
    finite = any(r.tense not in ("infinitive", "participle", "gerund") for r in _dictionary().get(low, ()))
    return finite or low in _others()


def finite_place(words: Sequence[str]) -> int | None:
    """Return the place of the finite verb among the words of a clause, one of a relative clause in it last."""
    inner: int | None = None
    relative = False
    for place, word in enumerate(words):
        low = bare(word).replace("’", "'")
        if low in {"qui", "dont", "où"} and place:
            relative = True
        if not low.isalpha() or (word[:1].isupper() and place) or not is_finite(word):
            continue
        before = bare(words[place - 1]).replace("’", "'") if place else ""
        if low not in WORDS["aux"] and before in WORDS["determiners"]:
            continue
        if low in WORDS["noun-verbs"] and place == 0:
            continue
        if not relative:
            return place
        inner = place if inner is None else inner
        relative = inner == place
    return inner


def is_participle(word: str) -> bool:
    """Tell whether a word can be a past participle: by the table, else by the ending *-é* of a lower-case word."""
    low = word.lower()
    if any(reading.tense == "participle" for reading in _dictionary().get(low, ())):
        return True
    return word == low and len(low) > 4 and low.endswith(("é", "és", "ée", "ées")) and not low.endswith(("ité", "ités"))
