"""Clauses: the parts of a sentence that each tell one thing.

German sentences are cut at commas, semicolons, dashes and colons, and at *und*, *oder*, *aber* where both sides have a
finite verb. A part without a finite verb belongs to the clause before it (apposition, zu-infinitive) or, at the start,
to the one that follows; a main clause that a relative clause interrupts is put together again. English and Russian are
cut at the words that open clauses, since nothing here tells their finite verbs.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, NamedTuple

from quellenlage.layers import french, german
from quellenlage.layers.annotations import Sentence, Token
from quellenlage.layers.events import english
from quellenlage.layers.resources import word_lists

ClauseKind = Literal["main", "subordinate", "relative"]

_WORDS: Final = word_lists("clause-words.tsv") | word_lists("clause-words-french.tsv")
_EMPTY: Final[frozenset[str]] = frozenset()
AUXILIARY: Final = {code: _WORDS.get(f"{code}.auxiliary", frozenset()) for code in ("de", "en", "ru")}
"""Auxiliary and modal verbs by language."""
_NO_FINITE: Final = _WORDS["de.article"] | _WORDS["de.joining"]
"""Words that look like verb forms and are articles or conjunctions (``eine``, ``sondern``)."""
_BREAKS: Final = frozenset(",;:–—()…")
_QUOTES: Final = frozenset("„“”«»‹›\"‚‘’'()[]")
_BRACKET: Final = 6
"""Tokens up to the closing bracket of what is no clause."""
_MAX_JOINED: Final = 12
"""Clauses that *und* joins between two commas; a longer chain is a list or no text."""
_CERTAIN: Final = frozenset({"dass", "daß", "ob", "weil", "obwohl", "falls", "sodass"})
"""Openers that are nothing else, so that the verb need not be seen."""
_MODALS: Final = frozenset({"sollen", "sollten", "wollen", "wollten", "müssen", "mussten", "können", "konnten"})
_MIN_SPLIT: Final = 3
"""A part of fewer words is no clause of its own in English and Russian."""


class Clause(NamedTuple):
    """One clause.

    Attributes:
        start: First code point.
        end: One past the last; a clause that another one interrupts covers it too.
        tokens: Its own tokens, without those of clauses inside it and without quotation marks.
        kind: Main, subordinate or relative.
        opener: The word that opens a subordinate or relative clause, in lower case, or an empty string.
        finite: Index in ``tokens`` of the finite verb, or None.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    kind: ClauseKind
    opener: str
    finite: int | None


@lru_cache(maxsize=65_536)
def _finite_reading(word: str) -> bool:
    return any(r.person == 3 and r.mood in ("ind", "kj1", "kj2") for r in german.verb_readings(word))


@lru_cache(maxsize=65_536)
def _other_reading(word: str) -> bool:
    return any(r.mood in ("part", "inf") for r in german.verb_readings(word))


def finite_verb(tokens: tuple[Token, ...] | list[Token], *, language: str) -> int | None:
    """Return the index of the finite verb among the tokens of a clause, or None.

    In German an auxiliary or modal verb counts before a full verb, and a form that can also be a participle or an
    infinitive (``verletzt``, ``bleiben``) only where no other verb is finite.
    """
    auxiliary = _WORDS.get(f"{language}.auxiliary", _EMPTY) if language != "fr" else _EMPTY
    ambiguous = None
    for place, token in enumerate(tokens):
        word = token.text
        folded = word.lower()
        if place and tokens[place - 1].text == "zu" and language == "de":
            continue
        if folded in auxiliary and (place == 0 or word == folded) and folded not in ("sein",):
            if folded == "werden" and place + 1 < len(tokens) and tokens[place + 1].text.lower() in _MODALS:
                return place + 1
            bare_infinitive = folded in ("werden", "haben", "können", "müssen", "sollen", "wollen", "dürfen", "mögen")
            if not (bare_infinitive and place == len(tokens) - 1 and ambiguous is not None):
                return place
    if language == "fr":
        return french.finite_place([token.text for token in tokens])
    if language != "de":
        return None
    for place, token in enumerate(tokens):
        word = token.text
        if not word[:1].isalpha() or (word[:1].isupper() and place > 0):
            continue
        if (place == 0 and word[:1].isupper() and german.is_noun(word)) or word.lower() in _NO_FINITE:
            continue
        if _finite_reading(word) and not _attributive(tokens, place):
            if not _other_reading(word):
                return place
            before = tokens[place - 1].text if place else ""
            behind = tokens[place + 1].text if place + 1 < len(tokens) else ""
            if ambiguous is None and "zu" not in (before, behind):
                ambiguous = place
    return ambiguous


def _attributive(tokens: tuple[Token, ...] | list[Token], place: int) -> bool:
    """Tell whether a form like a preterite is an adjective between article and noun (``den diskutierten Themen``)."""
    if place + 1 >= len(tokens) or not tokens[place + 1].text[:1].isupper():
        return False
    if tokens[place].text in german.NO_VERBS:
        return True  # die 970 Kilometer lange Grenze
    if not tokens[place].text.endswith("ten"):
        return False
    for token in reversed(tokens[max(0, place - 3) : place]):
        if token.text[:1].isupper() or not token.text.isalpha():
            return False
        if token.text in _WORDS["de.relative"] or token.text in _WORDS["de.article"]:
            return True
    return False


def _segments(tokens: tuple[Token, ...]) -> list[tuple[str, list[Token]]]:
    """Cut at punctuation; each segment comes with the mark before it."""
    out: list[tuple[str, list[Token]]] = []
    mark = ""
    held: list[Token] = []
    inside = _bracketed(tokens)
    for place, token in enumerate(tokens):
        text = token.text
        if place in inside:
            continue
        dash = text == "-" and 0 < place < len(tokens) - 1 and token.start > tokens[place - 1].end
        if text in _BREAKS or dash:
            if held:
                out.append((mark, held))
                mark, held = text, []
            else:
                mark = text if text != "," else mark or text
            continue
        if text in _QUOTES or not any(c.isalnum() or c in "%€$£" for c in text):
            continue
        held.append(token)
    if held:
        out.append((mark, held))
    return out


def _bracketed(tokens: tuple[Token, ...]) -> frozenset[int]:
    """Return the places of short brackets, which hold a party, an age or an abbreviation and cut nothing."""
    out: set[int] = set()
    opened = None
    for place, token in enumerate(tokens):
        if token.text == "(":
            opened = place
        elif token.text == ")" and opened is not None:
            if place - opened <= _BRACKET:
                out.update(range(opened, place + 1))
            opened = None
    return frozenset(out)


def _joined(segment: list[Token], *, language: str) -> list[list[Token]]:
    """Cut a segment at a joining word where both sides have a finite verb; in English also before *after* and the like.

    English puts no comma there (``a day after the two had signed``).
    """
    joining = _WORDS.get(f"{language}.joining", _EMPTY)
    out: list[list[Token]] = []
    if language == "en":
        inner = next((n for n in range(1, len(segment) - _MIN_SPLIT) if english.inner_clause(segment, n)), None)
        if inner is not None and english.measure(segment[:inner]):
            return _joined(segment[inner:], language=language)
        if inner is not None:
            return [*_joined(segment[:inner], language=language), *_joined(segment[inner:], language=language)]
    left: list[Token] = []
    pending = segment
    while pending:
        place = next((n for n in range(2, len(pending) - 1) if pending[n].text.lower() in joining), len(pending))
        left, pending = left + pending[:place], pending[place:]
        if not pending or len(out) >= _MAX_JOINED:
            break
        verb = finite_verb(left, language=language)
        if verb is None and language == "en":
            own = (finite_verb(pending, language=language) or 0) > 1  # and Ms Berg will travel: a subject of its own
            verb = next((n for n, token in enumerate(left) if own and n and english.past(token.text)), None)
        if verb is not None and _opens_clause(pending, left[verb].text, language=language):
            out.append(left)
            left = []
    return [*out, left + pending] if left or pending else out


def _opens_clause(segment: list[Token], before: str, *, language: str) -> bool:
    """Tell whether what follows *und* has a finite verb of its own, and not the participle of the auxiliary before."""
    finite = finite_verb(segment, language=language)
    if finite is None or len(segment) < _MIN_SPLIT:
        return False
    shared = before.lower() in _WORDS.get(f"{language}.auxiliary", _EMPTY)
    return not (language == "de" and shared and _other_reading(segment[finite].text))


def _opener(
    segment: list[Token], mark: str, finite: int | None, *, language: str, after_noun: bool, more: bool
) -> tuple[ClauseKind, str]:
    """Tell what kind of clause a segment is by its first words and the place of its verb."""
    joining = _WORDS.get(f"{language}.joining", _EMPTY)
    first = 1 if segment[0].text.lower() in joining and len(segment) > 1 else 0
    word = segment[first].text.lower()
    late = finite is not None and finite >= len(segment) - 3 and finite > first + 1
    last = finite is not None and finite == len(segment) - 1 and after_noun
    if language != "de":
        mark = mark or ("," if more else "")
        if language == "fr" and finite is None:
            return "main", ""  # dont deux grièvement
        if word in _WORDS.get(f"{language}.relative", _EMPTY) and mark:
            return "relative", word
        return ("subordinate", word) if word in _WORDS.get(f"{language}.subordinate", _EMPTY) and mark else ("main", "")
    if word in _WORDS["de.subordinate"] and (late or word in _CERTAIN):
        return "subordinate", word
    if mark and last and word in _WORDS["de.relative"]:
        return "relative", word
    if mark and last and word in _WORDS["de.preposition"] and len(segment) > first + 1:
        second = segment[first + 1].text.lower()
        if second in _WORDS["de.relative"] and not segment[first + 2].text[:1].isupper():
            return "relative", second
    return "main", ""


def _made(tokens: list[Token], kind: ClauseKind, opener: str, *, language: str) -> Clause:
    own = tuple(tokens)
    return Clause(own[0].start, own[-1].end, own, kind, opener, finite_verb(own, language=language))


def clauses(sentence: Sentence, *, language: str) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in order of their start; a sentence of words has at least one.

    Args:
        sentence: A sentence with its tokens.
        language: ``de``, ``en`` or ``ru``; other languages are cut at semicolons only.
    """
    language = language.split("-", maxsplit=1)[0]
    done: list[Clause] = []
    main: list[Token] = []
    has_finite = False
    parts = _segments(sentence.tokens)
    for mark, whole in parts:
        for number, segment in enumerate(_joined(whole, language=language)):
            before = mark if number == 0 else "und"
            finite = finite_verb(segment, language=language)
            after_noun = bool(main) and (main[-1].text[:1].isupper() or main[-1].text == "zufolge")
            more = len(parts) > 1
            kind, opener = _opener(segment, before, finite, language=language, after_noun=after_noun, more=more)
            if kind != "main" and len(segment) >= _MIN_SPLIT:
                antecedent = _antecedent(main, language=language) if kind == "relative" else []
                done.append(_made(antecedent + segment, kind, opener, language=language))
                continue
            goes_on = segment[0].text.lower() == "sondern" and finite == len(segment) - 1
            new = (
                main
                and not goes_on
                and (
                    before in (";", ":")
                    or (finite is not None and has_finite)
                    or (language != "de" and number > 0 and len(segment) >= _MIN_SPLIT)
                    or (language == "en" and english.second(main, segment, finite))
                )
            )
            if new:
                done.append(_made(main, "main", "", language=language))
                main, has_finite = [], False
            main.extend(segment)
            has_finite = has_finite or finite is not None
    if main:
        done.append(_made(main, "main", "", language=language))
    return tuple(sorted(done, key=lambda clause: (clause.start, clause.end)))


def _antecedent(main: list[Token], *, language: str) -> list[Token]:
    """Return the noun phrase before a relative clause: from its article on, at most six words."""
    articles = _WORDS["de.relative"] | _WORDS["de.article"] | _WORDS["en.article"]
    for size in range(1, min(6, len(main)) + 1):
        word = main[-size].text
        if word.lower() in (_WORDS["fr.article"] if language == "fr" else articles):
            return main[-size:]
    return main[-1:] if main and main[-1].text[:1].isupper() else []
