"""Makes copies of articles as newsrooms do, with the truth: for benchmarks, fuzzing and tests.

    python benchmarks/copies_generator.py FOLDER OUT [--variants 3] [--seed 7]

reads the ``.txt`` articles of a folder and writes originals and copies as articles with header lines, and
``truth.jsonl`` (one line an article: id, ``copy_of`` or null, share of the text kept, the edits made). Everything is
decided by the seed.

Edits: cut from the end, sentences left out, paragraphs put in another order, words swapped, typing errors, quotation
marks of another house, names without their party, headline changed, a paragraph from elsewhere added, the dateline
dropped or a credit put at the end, web debris in between, another day or no day.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

SWAPS = {
    "sagte": "erklärte", "erklärte": "sagte", "teilte": "gab", "auch": "ebenfalls", "jedoch": "allerdings",
    "aber": "doch",
    "rund": "etwa", "etwa": "rund", "mehrere": "einige", "bereits": "schon", "schon": "bereits", "wegen": "aufgrund",
    "Menschen": "Personen", "Personen": "Menschen", "Polizei": "Polizeibehörde", "am": "an diesem", "heute": "nun",
    "gegenüber": "zu", "Angaben": "Aussagen", "große": "erhebliche", "neue": "weitere", "zudem": "außerdem",
    "nach": "im Anschluss an", "said": "told reporters", "also": "too", "about": "around", "however": "but",
}  # fmt: skip
PLACES = ("Berlin", "Hamburg", "München", "Wien", "Brüssel", "Washington", "Köln", "Paris", "Moskau", "Leipzig")
AGENCIES = ("dpa", "AFP", "Reuters", "AP", "epd", "KNA")
DESKS = ("lnw", "lby", "jk", "red", "mrc", "tob")
DEBRIS = (
    "Lesen Sie auch: Was heute sonst noch wichtig ist",
    "Jetzt unseren Newsletter abonnieren und nichts mehr verpassen!",
    "Foto: Archiv",
    "Mehr zum Thema – Alle Hintergründe",
)
KEPT = (1.0, 0.85, 0.7, 0.5, 0.4, 0.3)
QUOTES = (("„", "“"), ("»", "«"), ('"', '"'), ("«", "»"))


@dataclass(frozen=True)
class Article:
    """A made article.

    Attributes:
        id: Unique.
        title: Headline.
        paragraphs: The body.
        published: ISO day or None.
        outlet: Name of the paper.
        copy_of: Id of the original, or None.
        kept: Share of the original's words that it keeps.
        edits: Names of the edits made.
    """

    id: str
    title: str
    paragraphs: tuple[str, ...]
    published: str | None
    outlet: str
    copy_of: str | None = None
    kept: float = 1.0
    edits: tuple[str, ...] = ()

    def file(self) -> str:
        """Return it as an article file."""
        headers = [f"Outlet: {self.outlet}"]
        if self.published:
            headers.append(f"Published: {self.published}")
        return "\n".join(headers) + f"\n\n{self.title}\n\n" + "\n\n".join(self.paragraphs) + "\n"


def read_originals(folder: Path) -> list[tuple[str, str]]:
    """Return ``(title, body)`` of the text files of a folder; header lines are skipped."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        text = re.sub(r"\A(?:[A-Z][a-z]+: [^\n]*\n)+\n*", "", path.read_text("utf-8"))
        title, _, body = text.strip().partition("\n")
        if len(body.split()) >= 40:
            found.append((title.strip(), body.strip()))
    return found


def originals(texts: Sequence[tuple[str, str]], *, seed: int) -> Iterator[Article]:
    """Make originals from titles and bodies: two in three are agency reports with a dateline."""
    for number, (title, body) in enumerate(texts):
        rng = random.Random(f"{seed}/{number}")
        paragraphs = [p.strip() for p in re.split(r"\n+", body) if p.strip()]
        if rng.random() < 0.67:
            paragraphs[0] = f"{rng.choice(PLACES)} ({rng.choice(AGENCIES)}) - {paragraphs[0]}"
        day = date(2024, 1, 1) + timedelta(days=rng.randrange(700))
        published = day.isoformat() if rng.random() < 0.85 else None
        yield Article(f"o{number:04d}", title, tuple(paragraphs), published, f"Blatt {number:04d}")


def copies(article: Article, count: int, *, seed: int, elsewhere: Sequence[str]) -> Iterator[Article]:
    """Make copies of an article.

    Args:
        article: The original.
        count: How many.
        seed: Decides everything.
        elsewhere: Paragraphs from whose words local additions are made.
    """
    for number in range(count):
        rng = random.Random(f"{seed}/{article.id}/{number}")
        yield _copy(article, f"{article.id}v{number}", rng, elsewhere)


def _copy(article: Article, id_: str, rng: random.Random, elsewhere: Sequence[str]) -> Article:
    edits: list[str] = []
    body = list(article.paragraphs)
    match = re.match(r"[\w /]{2,30} \((\w+)\) - ", body[0])
    agency = match[1] if match else None
    if match and rng.random() < 0.8:
        body[0] = body[0][match.end() :]
        edits.append("dateline dropped")
    sentences = [re.findall(r"\S.*?(?:[.!?][“”\"«»]?(?=\s)|$)", paragraph) for paragraph in body]
    words = sum(len(sentence.split()) for paragraph in sentences for sentence in paragraph)
    kept = rng.choice(KEPT)
    sentences, left = _cut(sentences, max(35, round(words * kept)), rng, edits)
    if len(sentences) > 2 and rng.random() < 0.35:
        tail = sentences[1:]
        rng.shuffle(tail)
        sentences = [sentences[0], *tail]
        edits.append("paragraphs reordered")
    rate = rng.choice((0.0, 0.0, 0.02, 0.05))
    text = [" ".join(_reword(sentence, rate, rng) for sentence in paragraph) for paragraph in sentences]
    if rate:
        edits.append(f"words changed: {rate}")
    if rng.random() < 0.5:
        opening, closing = rng.choice(QUOTES)
        text = [re.sub(r"[„“\"»]([^„“”\"»«]{2,400})[“”\"«]", rf"{opening}\1{closing}", p) for p in text]
        edits.append("quotation marks")
    if rng.random() < 0.3:
        text = [re.sub(r" \((?:[A-ZÄÖÜ]{2,4}|Grüne|Linke|Freie Wähler)\)", "", p) for p in text]
    added = rng.random() < 0.4 and bool(elsewhere)
    if added:
        text.insert(rng.randrange(1, len(text) + 1), _local(elsewhere, rng))
        edits.append("paragraph added")
    if rng.random() < 0.3:
        text.insert(rng.randrange(1, len(text) + 1), rng.choice(DEBRIS))
        edits.append("debris")
    if agency and rng.random() < 0.6:
        mark = rng.choice((f"({agency.lower()})", f"({agency}/{rng.choice(DESKS)})", f"(Mit Material von {agency})"))
        text[-1] = f"{text[-1]} {mark}"
        edits.append("credit at the end")
    later = rng.choice((0, 0, 0, 1, 1, 2, None))
    published = None
    if article.published and later is not None:
        published = (date.fromisoformat(article.published) + timedelta(days=later)).isoformat()
    title = " ".join(rng.sample(article.title.split(), k=len(article.title.split())))
    outlet = f"Bote {rng.randrange(10_000):04d}"
    return replace(
        article,
        id=id_,
        title=title,
        paragraphs=tuple(text),
        published=published,
        outlet=outlet,
        copy_of=article.id,
        kept=round(left / words, 3),
        edits=tuple(edits),
    )


def _cut(sentences: list[list[str]], target: int, rng: random.Random, edits: list[str]) -> tuple[list[list[str]], int]:
    """Cut to about ``target`` words: mostly from the end, else single sentences anywhere but the first."""
    words = sum(len(s.split()) for p in sentences for s in p)
    from_end = rng.random() < 0.65
    if words > target:
        edits.append("cut from the end" if from_end else "sentences left out")
    places = [(i, j) for i, p in enumerate(sentences) for j in range(len(p))][1:]
    places = places[::-1] if from_end else rng.sample(places, k=len(places))
    gone: set[tuple[int, int]] = set()
    for i, j in places:
        size = len(sentences[i][j].split())
        if words - size < target:
            if from_end:
                break
            continue
        gone.add((i, j))
        words -= size
    left = [[s for j, s in enumerate(p) if (i, j) not in gone] for i, p in enumerate(sentences)]
    return [p for p in left if p], words


def _local(elsewhere: Sequence[str], rng: random.Random) -> str:
    """Make a paragraph that nobody else has: pieces of three words from all over, so that no passage is shared."""
    pieces = []
    for _ in range(rng.randrange(6, 24)):
        words = rng.choice(elsewhere).split()
        start = rng.randrange(max(1, len(words) - 3))
        pieces.append(" ".join(words[start : start + 3]))
    return " ".join(pieces).strip(" ,;:") + "."


def _reword(sentence: str, rate: float, rng: random.Random) -> str:
    if not rate:
        return sentence
    result = []
    for word in sentence.split(" "):
        dice = rng.random()
        if word in SWAPS and dice < rate * 8:
            result.append(SWAPS[word])
        elif dice < rate / 4 and len(word) > 5:
            place = rng.randrange(1, len(word) - 2)
            result.append(word[:place] + word[place + 1] + word[place] + word[place + 2 :])
        elif dice > 1 - rate / 3:
            continue
        else:
            result.append(word)
    return " ".join(result)


def main() -> None:
    """Write originals, copies and truth."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--variants", type=int, default=3)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    made = list(originals(read_originals(arguments.folder), seed=arguments.seed))
    elsewhere = [p for article in made for p in article.paragraphs[1:] if 20 <= len(p.split()) <= 80]
    everything = list(made)
    for article in made:
        everything.extend(copies(article, arguments.variants, seed=arguments.seed, elsewhere=elsewhere))
    arguments.out.mkdir(parents=True, exist_ok=True)
    for article in everything:
        (arguments.out / f"{article.id}.txt").write_text(article.file(), "utf-8")
    with (arguments.out / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for article in everything:
            row = {"id": article.id, "copy_of": article.copy_of, "kept": article.kept, "edits": article.edits}
            truth.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{len(made)} originals, {len(everything) - len(made)} copies in {arguments.out}")


if __name__ == "__main__":
    main()
