"""Where a headline ends and text begins although nothing parts them.

Web extraction and corpus dumps run headlines into the text. In German a function word such as "Der" or "Nach" has a
capital only where a sentence begins, so one that follows a word without punctuation marks the seam.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from quellenlage.documents.document import Debris

MIN_TITLE_CHARS: Final = 15

_SENTENCE_START = re.compile(r"[.!?…][\"“”»«’)\]]* (?=[^\s\w]*[^\W_a-zäöüßа-яё])")
_SHORT_TOKEN = re.compile(r"(?:^|[ („])(?:\w|\d{1,4}|([^\W\d_]{2,5}))$")
_TOPIC = re.compile(r"[A-ZÄÖÜ][^\s:]*(?: [A-ZÄÖÜ0-9][^\s:]*){0,2}: \S")
_CAPITAL_WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß-]{3,}")
_LOWER_WORD = re.compile(r"(?<![\w-])[a-zäöüß]+(?![\w-])")
_WORD = re.compile(r"[^\W\d_]{4,}")
_MAX_RUN_CHARS: Final = 200
_OPENED = re.compile('[„«»"“”]')
_ADJECTIVE = re.compile(r"[a-zäöüß]{2,}(?:e|en|em|er|es)(?= (?:[a-zäöüß]+(?:e|en|em|er|es) )*[A-ZÄÖÜ0-9])")


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of ``resources/<name>.txt``: openers, article-names, small-words or abbreviations."""
    text = files("quellenlage.documents").joinpath(f"resources/{name}.txt").read_text("utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


_ARTICLES: Final = frozenset({"Der", "Die", "Das", "Den", "Ein", "Im", "In"})
_FOLLOWING = re.compile(r" ([\w-]+)(?= )")
_SEAM = re.compile(r"(?<=[^\W_]) (?=([A-ZÄÖÜ][a-zäöüß]+) )")


def seams(text: str, *, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the places where a sentence begins after a word without punctuation, as offsets of the new sentence."""
    for match in _SEAM.finditer(text, start, len(text) if end is None else end):
        if match[1] in words("openers") and not (match[1] in _ARTICLES and _is_name(text, match.end(1))):
            yield match.end()


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Return where sentences begin in ``[start, end)``, by punctuation; abbreviations and ordinals do not count."""
    starts = [start]
    for match in _SENTENCE_START.finditer(text, start, end):
        if text[match.start()] == "." and _is_abbreviation(text, max(start, match.start() - 12), match.start()):
            continue
        starts.append(match.end())
    return starts


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Tell whether a full stop at ``end`` follows a single letter, a number or a listed abbreviation."""
    match = _SHORT_TOKEN.search(text, start, end)
    return match is not None and (match[1] is None or match[1] in words("abbreviations"))


def run_in_headlines(text: str, *, start: int = 0) -> Iterator[Debris]:
    """Yield headlines of other articles that were run into a paragraph, by their shape alone (German).

    Such a run begins where a sentence would, has no punctuation at its end, and the next word opens a sentence. It is
    marked where it has the shape "topic: news" or no finite verb, and where what it names comes up nowhere else in the
    article: a subheading of the article itself is taken up by the text below it.
    """
    known: Counter[str] = Counter()
    for line in re.finditer(r"[^\n]+", text):
        if line.start() < start or line.end() - line.start() < 60:
            continue
        starts: list[int] | None = None
        for seam in seams(text, start=line.start(), end=line.end()):
            if starts is None:
                starts = sentence_starts(text, line.start(), line.end())
            begin = starts[bisect_right(starts, seam - 1) - 1]
            if begin == line.start() or not _has_headline_shape(text[begin : min(seam - 1, begin + _MAX_RUN_CHARS)]):
                continue
            known = known or Counter(_stem(word) for word in _WORD.findall(text))
            if _is_foreign(text[begin : seam - 1], known):
                yield Debris(begin, seam - 1, "heading", f"headline run into the text: {text[begin : seam - 1][:40]}")


def _split_topic(run: str) -> tuple[bool, list[str]]:
    """Return whether a run has the shape "topic: news", and the words with a capital in its news."""
    has_topic = _TOPIC.match(run) is not None
    news = run.partition(": ")[2] if has_topic else run
    return has_topic, [word for word in _CAPITAL_WORD.findall(news) if word not in words("openers")]


def _has_headline_shape(run: str) -> bool:
    if not 3 <= len(run.split()) <= 16 or not MIN_TITLE_CHARS <= len(run) < _MAX_RUN_CHARS or _OPENED.search(run):
        return False
    has_topic, names = _split_topic(run)
    return bool(names) if has_topic else len(names) >= 3 and _is_verbless(run)


def _is_foreign(run: str, known: Counter[str]) -> bool:
    """Tell whether what a headline names comes up nowhere else: ``known`` counts the stems of the whole text."""
    own = Counter(_stem(word) for word in _WORD.findall(run))
    has_topic, names = _split_topic(run)
    recurring = sum(1 for name in names if known[_stem(name)] > own[_stem(name)])
    return 3 * recurring <= len(names) if has_topic else recurring == 0


def _stem(word: str) -> str:
    """Return the beginning by which words are compared: it leaves out endings and the later parts of compounds."""
    return word[:5].lower()


def _is_verbless(run: str) -> bool:
    """Tell whether every word in lower case is a function word or an adjective before its noun."""
    if run.split(" ", 1)[0] in words("openers"):
        return False
    adjectives = {match.group() for match in _ADJECTIVE.finditer(run) if not match.group().endswith(("te", "ten"))}
    return all(word in words("small-words") or word in adjectives for word in _LOWER_WORD.findall(run))


def _is_name(text: str, start: int) -> bool:
    """Tell whether what follows an article with a capital makes it part of a name ("Die Linke", "Den Haag")."""
    match = _FOLLOWING.match(text, start)
    return match is None or match[1] in words("article-names")


def split_title(line: str, *, max_chars: int = 200) -> tuple[str, str]:
    """Return title and teaser that stand on one line; the title is empty where no seam or sentence end parts them."""
    for seam in seams(line, end=min(len(line), max_chars)):
        title = line[: seam - 1]
        if seam >= MIN_TITLE_CHARS and not re.search(r"[^\W\d_]{3}[.!?] ", title):
            return title, line[seam:]
        break
    match = re.match(r"([^.!?]{15,160}[!?]) (?=\W?[^\W\d_])", line)
    return (match[1], line[match.end() :]) if match else ("", line)
