"""Surnames of persons named in full: standing alone, in the genitive, in compounds, mistyped."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import OSA

from quellenlage.layers.entities.cyrillic import nominatives
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.given import given_name
from quellenlage.layers.entities.institutions import firm
from quellenlage.layers.entities.lexis import kind
from quellenlage.layers.entities.resolve import MOST, Draft, People, bare, core
from quellenlage.layers.entities.sounds import likeness
from quellenlage.layers.entities.words import LEGAL_FORMS, NAME_PARTICLES

_MIN_TYPED = 6
"""Shorter surnames differ by one letter too often to be the same name mistyped."""


_SHORTEST_RUSSIAN = 5
_HEIR = re.compile(r"gründer|erbe[n]?$|erbin$|enkel|spross$|patriarch|inhaber|eigentümer|unternehmer")
"""Nouns for those who own a firm or whose family founded it."""
_CHILDREN = frozenset(["sohn", "tochter", "son", "daughter", "сын", "дочь"])


class Surnames:
    """Finds further mentions of the persons of one document.

    Args:
        people: The persons found so far; mentions are added to them.
        language: ``de``, ``en`` or ``ru``.
    """

    def __init__(self, people: People, *, language: str) -> None:
        self.people = people
        self.language = language
        self._alike: dict[str, list[str]] = {}
        self.firms: list[Found] = []
        """Firms called like one of their founding family."""

    def scan(self, lines: list[Line]) -> None:
        """Add every free token that is the surname of a known person."""
        by_name: dict[str, list[Draft]] = {}
        for draft in self.people.drafts:
            for words in draft.names:
                drafts = by_name.setdefault(core(words)[-1], [])
                if not drafts or drafts[-1] is not draft:
                    drafts.append(draft)
        names = frozenset(by_name)
        self._alike = {}
        for name in sorted(names):
            self._alike.setdefault(name[0], []).append(name)
        firms = self._firms(lines, names)
        self._of_heirs(lines, names)
        for line in lines:
            for i, token in enumerate(line.tokens):
                word = token.text
                if firms and bare(word.partition("-")[0], firms) in firms:
                    continue  # „Siemens will verkaufen“ beside Carla Siemens
                if line.taken[i] or not word[:1].isupper() or (line.title[i] and "-" not in word):
                    continue
                if any(line.word(k) in LEGAL_FORMS for k in range(i + 1, _capitals(line, i))):
                    continue  # a company's name
                if self.language == "de" and firm(line.word(i - 1)):
                    continue  # „die Farbenfabrik Lindner“ beside Anna Lindner
                if self._relative(line, i, names):
                    continue
                form, reason = self._form(line, i, word, names)
                if form is None:
                    if "-" in word:
                        self._compound(token.start, word, by_name)
                    continue
                width = len(form) if word.startswith(form) else len(word)
                person = self._generation(line, i, by_name[form]) or _nearest(by_name[form], token.start)
                first = _with_particles(line, i, person.full)
                found = Found(
                    line.tokens[first].start,
                    token.start + width,
                    "person",
                    (word[:width],),
                    reason,
                    line.index,
                    surname_only=True,
                )
                person.add(found)
                line.take(first, i + 1)
        self._given(lines)

    def _of_heirs(self, lines: list[Line], names: frozenset[str]) -> None:
        """Take „bei Feldmann“ for the firm where somebody of that name is called its founder or heir."""
        if self.language != "de":
            return
        at = {token.start: (line, i) for line in lines for i, token in enumerate(line.tokens)}
        heirs = set()
        for draft in self.people.drafts:
            for start, _, _, _ in draft.mentions:
                line, i = at.get(start, (None, 0))
                if line is not None and _HEIR.search(line.word(i - 1).lower()):
                    heirs.add(draft.surname)
        for line in lines if heirs & names else ():
            for i, token in enumerate(line.tokens):
                if token.text in heirs and line.word(i - 1).lower() == "bei" and line.free(i) and not line.title[i]:
                    why = "firm called like its founder's family"
                    found = Found(token.start, token.end, "organization", (token.text,), why, line.index)
                    found.context.append("company")
                    self.firms.append(found)
                    line.take(i, i + 1)

    @staticmethod
    def _firms(lines: list[Line], names: frozenset[str]) -> frozenset[str]:
        """Return the surnames that are a listed firm's name too, where the text speaks of the firm."""
        words = gazetteer().words
        both = frozenset(name for name in names if name in words and words[name].type == "organization")
        if not both:
            return both
        return frozenset(
            name
            for line in lines
            for i, token in enumerate(line.tokens)
            if (name := token.text.partition("-")[0]) in both
            and ("-" in token.text or firm(line.word(i - 1)) or line.word(i + 1) in LEGAL_FORMS)
        )

    @staticmethod
    def _generation(line: Line, i: int, drafts: list[Draft]) -> Draft | None:
        """Return whom „Brinkmann junior“ means where one of two of a surname is called son or daughter, or None."""
        following = line.word(i + 1).rstrip(".").lower()
        if len(drafts) != 2 or following not in {"senior", "junior", "sen", "jun", "sr", "jr", "старший", "младший"}:
            return None
        young = [any(role.lemma.lower() in _CHILDREN for role, _ in draft.roles) for draft in drafts]
        if sum(young) != 1:
            return None
        return drafts[young.index(following in {"junior", "jun", "jr", "младший"})]

    def _relative(self, line: Line, i: int, names: frozenset[str]) -> bool:
        """Bring a surname behind another given name than its nearest bearer's to its own bearer, who may be new."""
        word, before = bare(line.word(i), names), line.word(i - 1)
        known = given_name(before) if word in names and line.free(i - 1) and before[:1].isupper() else None
        if known is None or known.gender is None or line.title[i - 1] or not before[-1].isalpha():
            return False
        why = f"given name {before} before a known surname"
        start, end = line.tokens[i - 1].start, line.tokens[i].end
        person = Found(start, end, "person", (before, word), why, line.index, gender=known.gender)
        line.take(i - 1, i + 1)
        self.people.add_all([person])
        return True

    def _given(self, lines: list[Line]) -> None:
        """Add the given names that tell apart those who share a surname, where they stand alone («Anna war gut»)."""
        families: dict[str, list[Draft]] = {}
        for draft in self.people.drafts:
            if len(core(draft.full)) > 1:
                families.setdefault(core(draft.full)[-1], []).append(draft)
        by_given: dict[str, list[Draft]] = {}
        for draft in (draft for family in families.values() if len(family) > 1 for draft in family):
            by_given.setdefault(draft.full[0], []).append(draft)
        alone = {given: drafts[0] for given, drafts in by_given.items() if len(drafts) == 1}
        known = frozenset(alone)
        for line in lines if alone else ():
            for i, token in enumerate(line.tokens):
                word = bare(token.text, known)
                if word not in alone or not line.free(i) or line.title[i] or line.word(i + 1)[:1].isupper():
                    continue
                end = token.start + len(word)
                found = Found(token.start, end, "person", (word,), "given name of one of the family", line.index)
                alone[word].add(found)
                line.take(i, i + 1)

    def inflected(self, word: str, names: frozenset[str]) -> str | None:
        """Return the known surname that a word is, or whose Russian case form it is; or None."""
        if word in names:
            return word
        return _russian(word, names) if self.language == "ru" and len(word) >= _SHORTEST_RUSSIAN else None

    def _form(self, line: Line, i: int, word: str, names: frozenset[str]) -> tuple[str | None, str]:
        """Return the known surname that a word is a form of, and why."""
        if word in names:
            return word, "surname after full name"
        shorter = bare(word, names)
        if shorter in names:
            return shorter, "genitive of the surname"
        if word.isupper() and word.title() in names:
            return word.title(), "surname in capitals"
        known = self.inflected(word, names)
        if known is not None:
            return known, "case form of the surname"
        if len(word) < _MIN_TYPED or word in gazetteer().words or word in gazetteer().cities:
            return None, ""
        form = kind(word) if self.language == "de" else "unknown"
        if form == "noun":
            return None, ""
        for name in self._alike.get(word[0], ())[:MOST]:
            if len(name) >= _MIN_TYPED:
                near = (
                    OSA.distance(name, word, score_cutoff=1) <= 1
                    or OSA.distance(name, word.removesuffix("s"), score_cutoff=1) <= 1
                )
                if near or unaccented(name) == unaccented(word) or (form != "compound" and likeness(word, name) >= 0.9):
                    return name, f"surname, spelled otherwise: {word} for {name}"
        return None, ""

    def _compound(self, start: int, word: str, by_name: dict[str, list[Draft]]) -> None:
        place = 0
        for part in word.split("-"):
            if part in by_name and len(part) > 2:
                at = start + place
                _nearest(by_name[part], at).mentions.append((at, at + len(part), "name", f"in the compound {word}"))
            place += len(part) + 1


def unaccented(word: str) -> str:
    """Return a word without diacritics („Novák“: ``Novak``)."""
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def _russian(word: str, names: frozenset[str]) -> str | None:
    """Return the known surname whose case form a Russian word is, or None: both may stand in any case."""
    for form in nominatives(word):
        if form in names:
            return form
    for cut in (1, 2, 3):
        base = word[:-cut]
        found = next((base + ending for ending in ("", "а", "я", "и", "ы") if base + ending in names), None)
        if found is not None:
            return found
    return None


def _with_particles(line: Line, i: int, full: tuple[str, ...]) -> int:
    """Return the first of the particles before a surname that its full name has too („Van de Put“), else ``i``."""
    name = [word.casefold() for word in full]
    first = i
    while (
        line.free(first - 1)
        and line.word(first - 1).casefold() in name[:-1]
        and (line.word(first - 1) in NAME_PARTICLES or line.word(first - 1).casefold() in NAME_PARTICLES)
    ):
        first -= 1
    return first


def _capitals(line: Line, i: int) -> int:
    """Return the end of the capitalised words that begin at a token, five at most."""
    last = i + 1
    while last < i + 5 and line.word(last)[:1].isupper():
        last += 1
    return last


def _nearest(drafts: list[Draft], position: int) -> Draft:
    """Return the person of a shared surname who was named last before a position, else the first named after it."""

    def rank(draft: Draft) -> tuple[int, int]:
        last = draft.mentions.last_before(position)
        return (0, position - last) if last >= 0 else (1, draft.mentions.first())

    return min(drafts[-MOST:], key=rank)
