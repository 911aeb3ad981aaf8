"""The shape of a clause: whether its verb comes first, whether it has a subject, whether it is only an infinitive."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from quellenlage.corpus.claims.terms import words_of
from quellenlage.layers import german
from quellenlage.layers.events.clauses import Clause
from quellenlage.layers.resources import word_lists

GRAMMAR: Final = word_lists("clause-words.tsv")
"""Closed classes by language (``de.joining``)."""


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    folder = files("quellenlage.corpus.claims") / "resources"
    names = ("lines.tsv", "lines-french.tsv")
    for line in [line for name in names for line in (folder / name).read_text("utf-8").splitlines()]:
        if line and not line.startswith("#"):
            key, _, words = line.partition("\t")
            out.setdefault(key, set()).update(words.split())
    return {key: frozenset(words) for key, words in out.items()}


def line_words(name: str) -> frozenset[str]:
    """Return one list of ``resources/lines.tsv`` (``de.glued``); an unknown one is empty."""
    return _lists().get(name, frozenset())


def joins(clause: Clause, *, language: str) -> bool:
    """Tell whether *und*, *aber*, *but* opens a clause."""
    return clause.tokens[0].text.lower() in GRAMMAR.get(f"{language}.joining", frozenset())


def verb_first(clause: Clause, *, language: str) -> bool:
    """Tell whether the finite verb opens a German main clause, so that what stands before it belongs to it."""
    return (
        language == "de"
        and clause.kind == "main"
        and clause.finite is not None
        and clause.finite == (1 if joins(clause, language=language) and len(clause.tokens) > 1 else 0)
    )


def infinitive_group(clause: Clause, *, language: str) -> bool:
    """Tell whether a German main clause is a group with *zu* and an infinitive, which has no subject (``zu sagen``)."""
    if language != "de" or clause.kind != "main" or len(clause.tokens) < 2:
        return False
    words = [token.text for token in clause.tokens]
    if clause.finite is not None and clause.finite < len(words) - 1 and not _infinite(words[clause.finite]):
        return False
    return words[-2] == "zu" or _with_zu(words[-1])


def _with_zu(word: str) -> bool:
    """Tell whether *zu* stands inside an infinitive (``beizulegen``)."""
    front, zu, verb = word.partition("zu")
    return bool(zu) and front in german.SEPARABLE and any(r.mood == "inf" for r in german.verb_readings(verb))


def _infinite(word: str) -> bool:
    """Tell whether a verb form can be an infinitive or a participle (``entstehen zu lassen``)."""
    return any(r.mood in ("inf", "part") for r in german.verb_readings(word))


def infinite(clause: Clause) -> bool:
    """Tell whether the verb of a clause can be none that is finite (``und im Hof warten lassen``)."""
    return clause.finite is not None and _infinite(clause.tokens[clause.finite].text)


def verb_last(clause: Clause) -> bool:
    """Tell whether a German clause ends with its finite verb, as only subordinate clauses of some length do."""
    if clause.finite is None or len(clause.tokens) < 3:
        return False
    last = len(clause.tokens) - 1
    if clause.finite == last:
        return True
    word = clause.tokens[last].text
    plain = any(reading.mood in ("ind", "kj1", "kj2") for reading in german.verb_readings(word)) and not _infinite(word)
    return plain and clause.finite > 1 and clause.tokens[clause.finite].text.lower() not in GRAMMAR["de.auxiliary"]


def hidden_relative(clause: Clause) -> bool:
    """Tell whether a German clause taken for a main clause is a relative one: its noun stands in a subordinate clause.

    ``…, dass Gruppen helfen, die einen Staat gründen wollen``.
    """
    words = [token.text.lower() for token in clause.tokens[:3]]
    if len(words) < 3 or not (verb_last(clause) or words[1] == "zufolge"):
        return False
    relative = GRAMMAR["de.relative"] | {"was", "wo", "wobei", "womit", "wodurch", "woran", "worin"}
    return words[0] in relative or (words[0] in GRAMMAR["de.preposition"] and words[1] in GRAMMAR["de.relative"])


def reporting(clause: Clause) -> bool:
    """Tell whether the verb of a German clause tells of speech (``sagte der Minister am Rande der Sitzung``)."""
    said = words_of("de.reporting")
    return any(r.lemma in said for t in clause.tokens if t.text.islower() for r in german.verb_readings(t.text))


def own_subject(clause: Clause, *, language: str) -> bool:
    """Tell whether an English clause opens with a subject; Russian needs none."""
    if language != "en":
        return True
    first = clause.tokens[1 if joins(clause, language=language) and len(clause.tokens) > 1 else 0].text
    return not first[:1].islower() or first in line_words("en.subject")


def says_so(clause: Clause, *, language: str) -> bool:
    """Tell whether a German clause only says that something is said (``So heißt es aus Kreisen der Werft``)."""
    words = [token.text.lower() for token in clause.tokens]
    if language != "de" or "so" not in words[:1]:
        return False
    return any(a in ("heißt", "heisst", "hieß") and b == "es" for a, b in pairwise(words))


def reports(parts: Sequence[Clause], place: int) -> bool:
    """Tell whether a German clause is a frame that opens with its verb (``…, meldet die Agentur``)."""
    clause = parts[place]
    before = parts[place - 1] if place else None
    if before is None or not (before.kind == "main" or before.opener in line_words("de.content")):
        return False
    if not verb_first(clause, language="de") or clause.finite != 0:
        return False
    return any(r.lemma in words_of("de.reporting") for r in german.verb_readings(clause.tokens[0].text.lower()))
