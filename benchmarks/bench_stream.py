"""Copies and stories of a long stream, one article at a time: ``make bench-stream``.

Articles of some 200 words are made from three-word pieces of the quotation corpus, seeded: eight in ten belong to
stories of about ten, whose reports share rare words and figures; three in ten of these are copies
(``copies_generator.py``). A thousand come a day. Printed: articles a second, peak memory, growth of
the cost of an article.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_copies import corpus_texts
from copies_generator import Article, copies
from quellenlage.corpus.copies import CopyFinder
from quellenlage.corpus.profiles import Profiler, raw_features
from quellenlage.corpus.shingles import words_of
from quellenlage.corpus.stories import StoryClusterer
from quellenlage.documents.document import Document
from quellenlage.layers.annotations import Annotations
from results import replace_section

FLOORS = {"articles a second": 300.0, "gigabytes": 2.0, "growth": 1.5}
A_DAY = 1_000


def stream(texts: list[tuple[str, str]], count: int, *, seed: int) -> Iterator[Article]:
    """Make articles in order of their day."""
    paragraphs = [p for _, body in texts for p in re.split(r"\n+", body) if len(p.split()) >= 20]
    rng = random.Random(f"{seed}/stream")
    active: list[tuple[list[str], list[Article]]] = []
    for number in range(count):
        day = (date(2024, 1, 1) + timedelta(days=number // A_DAY)).isoformat()
        if not active or rng.random() < 0.28:
            marks = [_invented(rng) for _ in range(10)] + [str(rng.randrange(100, 9999)) for _ in range(4)]
            active.append((marks, []))
            if len(active) > 400:
                active.pop(0)
            marks, told = active[-1]
        else:
            marks, told = rng.choice(active[-300:])
        if told and rng.random() < 0.3:
            (made,) = copies(rng.choice(told), 1, seed=number, elsewhere=paragraphs)
            yield Article(f"n{number}", made.title, made.paragraphs, day, made.outlet)
            continue
        body = tuple(_paragraph(paragraphs, marks, rng) for _ in range(4))
        article = Article(f"n{number}", " ".join(rng.sample(marks, 4)), body, day, f"Blatt {number % 500}")
        told.append(article)
        yield article


def _invented(rng: random.Random) -> str:
    return "".join(rng.choice("bdfgklmnprst") + rng.choice("aeiou") for _ in range(rng.randrange(3, 5))).capitalize()


def _paragraph(paragraphs: list[str], marks: list[str], rng: random.Random) -> str:
    pieces = []
    for _ in range(14):
        words = rng.choice(paragraphs).split()
        start = rng.randrange(max(1, len(words) - 3))
        pieces.append(" ".join(words[start : start + 3]))
        if rng.random() < 0.4:
            pieces.append(rng.choice(marks))
    return " ".join(pieces) + "."


def document(article: Article) -> Document:
    """Return the article as a document."""
    body = "\n\n".join(article.paragraphs)
    text = re.sub(r"\s*\x00\s*", " ", f"{article.title}\n\n{body}")
    import unicodedata

    text = unicodedata.normalize("NFC", text)
    title = text.partition("\n")[0]
    return Document(article.id, text, title, len(title), article.outlet, None, None, article.published, "de")


def reference() -> float:
    """Return the processor seconds of a fixed piece of work, which tells how fast the machine is at the moment."""
    began = time.process_time()
    words = re.findall(r"\w+", "Die Fähre legt am Montag um sieben Uhr im Hafen von Roga an. " * 300)
    counts: dict[str, int] = {}
    for word in words * 5:
        counts[word.lower()] = counts.get(word.lower(), 0) + 1
    return time.process_time() - began


def main() -> int:
    """Run and print the table; status 1 below a floor."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    arguments = parser.parse_args()
    finder, profiler, clusterer = CopyFinder(), Profiler(), StoryClusterer(horizon=30)
    lines = ["| articles | copies/s | stories/s | both/s | peak memory, MB |", "| --- | --- | --- | --- | --- |"]
    part = max(1, arguments.count // 10)
    rates: list[float] = []
    spent, begun, links = [0.0, 0.0], time.process_time(), 0
    paces: list[float] = []
    pace = 0.0
    for number, article in enumerate(stream(corpus_texts(arguments.data), arguments.count, seed=7), start=1):
        one = document(article)
        began = time.process_time()
        found = finder.add(words_of(one))
        middle = time.process_time()
        annotations = Annotations(one)
        raw = raw_features(annotations)
        profiler.see(raw, {})
        clusterer.add(profiler.profile(annotations, raw, {}), together_with=[link.second for link in found[:1]])
        ended = time.process_time()
        spent[0] += middle - began
        spent[1] += ended - middle
        links += bool(found)
        if number % (part // 20 or 1) == 0:
            pace += reference()
        if number % part == 0:
            paces.append(pace)
            pace = 0.0
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            rates.append(part / sum(spent))
            lines.append(f"| {number} | {part / spent[0]:.0f} | {part / spent[1]:.0f} | {rates[-1]:.0f} | {peak:.0f} |")
            print(lines[-1], flush=True)
            spent = [0.0, 0.0]
    growth = (rates[0] / rates[-1]) * (paces[0] / paces[-1])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
    lines += [
        "",
        f"{links} copies, {len(clusterer.members)} stories. Processor seconds of one core, the making of the articles "
        "not counted. Cost of an article in the last tenth to the first, by a fixed piece of work timed alongside: "
        f"{growth:.2f}.",
    ]
    table = "\n".join(lines)
    print(table, f"total {time.process_time() - begun:.0f} s", sep="\n")
    if arguments.count >= 100_000:
        replace_section("stream", table)
    return int(min(rates) < FLOORS["articles a second"] or peak > FLOORS["gigabytes"] or growth > FLOORS["growth"])


if __name__ == "__main__":
    sys.exit(main())
