"""Copies and stories of a long stream, one article at a time: ``make bench-stream``.

Articles of some 200 words are made from three-word pieces of the quotation corpus, seeded: eight in ten belong to
stories of about ten, whose reports share rare words and figures; three in ten of these are copies
(``copies_generator.py``). A thousand come a day. Printed: articles a second by processor time and by the clock, peak
memory, growth of the cost of an article; then the same for fewer articles with sentence vectors.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_copies import corpus_texts
from copies_generator import Article, copies
from quellenlage.corpus.clusters import StoryClusterer
from quellenlage.corpus.copies import CopyFinder
from quellenlage.corpus.encoder import encoder
from quellenlage.corpus.profiles import Profiler, gist, raw_features
from quellenlage.corpus.shingles import words_of
from quellenlage.documents.document import Document
from quellenlage.layers.annotations import Annotations
from results import replace_section

FLOORS = {"articles a second": 300.0, "articles a second with vectors": 60.0, "gigabytes": 2.0, "growth": 1.5}
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


class Stream:
    """Copies and stories of a stream, with the processor seconds that each takes."""

    def __init__(self, *, vectors: bool = False) -> None:
        self._finder, self._profiler, self.clusterer = CopyFinder(), Profiler(), StoryClusterer(horizon=30)
        self._encode = encoder().encode if vectors else None
        self.copies = 0
        self.spent = {"copies": 0.0, "stories": 0.0, "vectors": 0.0, "wall": 0.0}

    def add(self, one: Document) -> None:
        """Take an article."""
        wall, began = time.perf_counter(), time.process_time()
        found = self._finder.add(words_of(one))
        copied = time.process_time()
        annotations = Annotations(one)
        vector = self._encode([gist(annotations)], [one.language])[0] if self._encode else None
        encoded = time.process_time()
        profile = self._profiler.profile(annotations, self._profiler.see(raw_features(annotations), {}), vector)
        self.clusterer.add(profile, together_with=[link.second for link in found[:1]])
        self.copies += bool(found)
        self.spent["copies"] += copied - began
        self.spent["vectors"] += encoded - copied
        self.spent["stories"] += time.process_time() - encoded
        self.spent["wall"] += time.perf_counter() - wall

    def rates(self, count: int) -> dict[str, float]:
        """Return articles a second since the last call: each stage, both by processor and by the clock."""
        spent, self.spent = self.spent, dict.fromkeys(self.spent, 0.0)
        spent["both"] = spent["copies"] + spent["stories"] + spent["vectors"]
        return {stage: count / seconds for stage, seconds in spent.items() if seconds}


def measure(articles: Iterator[Article], count: int) -> tuple[list[str], dict[str, float]]:
    """Run the stream without vectors; return the table and the figures that have floors."""
    lines = [
        "| articles | copies/s | stories/s | both/s | both/s by the clock | peak memory, MB |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    running, part = Stream(), max(20, count // 10)
    rates: list[float] = []
    paces = [0.0]
    for number, article in enumerate(articles, start=1):
        running.add(document(article))
        if number % (part // 20) == 0:
            paces[-1] += reference()
        if number % part == 0:
            rate = running.rates(part)
            rates.append(rate["both"])
            paces.append(0.0)
            shown = " | ".join(f"{rate[stage]:.0f}" for stage in ("copies", "stories", "both", "wall"))
            lines.append(f"| {number} | {shown} | {peak():.0f} |")
            print(lines[-1], flush=True)
    growth = (rates[0] / rates[-1]) * (paces[0] / paces[len(rates) - 1])
    lines += [
        "",
        f"{running.copies} copies, {len(running.clusterer.members)} stories. One process on one core; the making of "
        "the articles is not counted. Cost of an article in the last tenth to the first, in processor seconds, by a "
        f"fixed piece of work timed alongside: {growth:.2f}.",
    ]
    return lines, {"articles a second": min(rates), "gigabytes": peak() / 1024, "growth": growth}


def measure_vectors(articles: Iterator[Article], count: int) -> tuple[str, float]:
    """Run the stream with sentence vectors; return a line and the rate of its second half, when the search is full."""
    running = Stream(vectors=True)
    for number, article in enumerate(articles, start=1):
        running.add(document(article))
        if number == count // 2:
            running.rates(number)
    rate = running.rates(count - count // 2)
    return (
        f"With sentence vectors, articles {count // 2} to {count}: {rate['both']:.0f} articles a second by processor "
        f"time, {rate['wall']:.0f} by the clock; encoding {1000 / rate['vectors']:.1f} ms an article.",
        rate["both"],
    )


def peak() -> float:
    """Return the most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Run and print the table; status 1 below a floor."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--vectors", type=int, default=8_000, help="articles with sentence vectors, 0 for none")
    arguments = parser.parse_args()
    texts = corpus_texts(arguments.data)
    lines, figures = [], {"articles a second": FLOORS["articles a second"], "gigabytes": 0.0, "growth": 1.0}
    if arguments.count:
        lines, figures = measure(stream(texts, arguments.count, seed=7), arguments.count)
    below = figures["articles a second"] < FLOORS["articles a second"]
    below |= figures["gigabytes"] > FLOORS["gigabytes"] or figures["growth"] > FLOORS["growth"]
    if arguments.vectors:
        line, rate = measure_vectors(stream(texts, arguments.vectors, seed=7), arguments.vectors)
        lines += ["", line]
        below |= rate < FLOORS["articles a second with vectors"]
    table = "\n".join(lines)
    print(table)
    if arguments.count >= 100_000 and arguments.vectors:
        replace_section("stream", table)
    return int(below)


if __name__ == "__main__":
    sys.exit(main())
