"""2,000 mutated inputs: no crash, no hang, and articles + rejects = inputs."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quellenlage import sources
from quellenlage.documents import Document, build
from quellenlage.sources import Reject

PAGES = Path(__file__).parents[1] / "documents" / "pages"
SECONDS = 5.0
PARAGRAPH = (
    "Der Rat von Grünau hat am 3. März 2025 „einstimmig“ den Bau beschlossen, sagte Bürgermeister Öztürk. "
    "Mehr zum Thema – So baut man"
)
TEXTS = [
    f"Outlet: Grünauer Bote\nPublished: 2025-03\nUrl: https://x.de/1\n\nRat sagt Ja\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n",
    f" date 2025-03 Rat sagt Ja: Neubau kommt\n\n{PARAGRAPH}\n\nFoto: Müller/dpa\n\n{PARAGRAPH}",
    f"Rat sagt Ja\n{PARAGRAPH}\nKritik am Bau\n{PARAGRAPH}\n",
    "Мост открыли\n\nВ городе открыли мост, сообщил мэр. Читайте также: Как строят мосты\n",
]
FIELDS = [
    {
        "title": "Rat sagt Ja",
        "text": PARAGRAPH,
        "date": "2025-03-03T10:00:00Z",
        "url": "https://x.example/1",
        "source": {"name": "Bote"},
    },
    {"headline": "Rat", "content": f"<p>{PARAGRAPH}</p><p>Ende</p>", "publishedAt": 1741000000, "authors": ["A", "B"]},
]
Mutation = Callable[[random.Random, bytes], bytes]


def cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def splice(chance: random.Random, content: bytes) -> bytes:
    at, start = chance.randrange(len(content) + 1), chance.randrange(len(content) + 1)
    return content[:at] + content[start : start + chance.randrange(500)] + content[at + chance.randrange(200) :]


def flip(chance: random.Random, content: bytes) -> bytes:
    flipped = bytearray(content)
    for _ in range(chance.randrange(1, 30)):
        if flipped:
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
    return bytes(flipped)


def recode(chance: random.Random, content: bytes) -> bytes:
    text = content.decode("utf-8", "replace")
    encoding = chance.choice(
        ["cp1252", "cp1251", "koi8-r", "utf-16", "utf-16-le", "utf-32", "utf-7", "cp500", "shift-jis"]
    )
    return text.encode(encoding, "replace")


def insert(chance: random.Random, content: bytes) -> bytes:
    piece = chance.choice(
        [b"\x00", b"\x00" * 50, b"\xed\xa0\x80", b"\\ud800", b"&#xD800;&#0;", b"\xff\xfe", b"\r", b"\x1a", b"1e999",
         "\u202e\u0301".encode() * 40, b"<td colspan=9007199254740992>", b"<table>", b"<!--", b"<script>", b"]]>",
         b"<![CDATA[", b"'\"", b"{", b'{"a":' * 20]
    )  # fmt: skip
    at = chance.randrange(len(content) + 1)
    return content[:at] + piece + content[at:]


def nest(chance: random.Random, content: bytes) -> bytes:
    opening = chance.choice(
        [b"<div>", b"<b>", b"<table><tr><td>", b"<ul><li>", b"[", b'{"text":', b"<p>", b"<svg>", b"(", b"\xe2\x80\x9e"]
    )
    times = chance.choice([20, 300, 10_000])
    at = chance.choice([0, len(content) // 2, len(content)])
    return content[:at] + opening * times + content[at:]


MUTATIONS: list[Mutation] = [cut, splice, flip, recode, insert, nest]


def mutated(chance: random.Random, content: bytes) -> bytes:
    for _ in range(chance.choice([1, 1, 2, 3])):
        content = chance.choice(MUTATIONS)(chance, content)
    return content


def seeds(kind: str) -> list[bytes]:
    if kind == "txt":
        return [text.encode() for text in TEXTS]
    if kind == "html":
        return [path.read_bytes() for path in sorted(PAGES.glob("*.html"))]
    return [json.dumps(fields, ensure_ascii=number % 2 == 0).encode() for number, fields in enumerate(FIELDS)]


@pytest.mark.parametrize(("kind", "number"), [("txt", 800), ("html", 500)])
def test_mutated_files(tmp_path: Path, kind: str, number: int) -> None:
    chance = random.Random(f"quellenlage {kind}")
    originals = seeds(kind)
    for index in range(number):
        (tmp_path / f"{index:04}.{kind}").write_bytes(mutated(chance, chance.choice(originals)))
    outcome = _outcome(tmp_path)
    assert len(outcome) == number
    assert sum(isinstance(item, Document) for item in outcome) > number / 3


def test_mutated_lines(tmp_path: Path) -> None:
    chance = random.Random("quellenlage jsonl")
    originals = seeds("jsonl")
    lines = [mutated(chance, chance.choice(originals)).replace(b"\n", b" ") or b"x" for _ in range(700)]
    lines = [line if line.strip(b" \t\r\x00\xef\xbb\xbf") else b"x" for line in lines]
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "Der Anfang steht hier."}\n' + b"\n".join(lines))
    outcome = _outcome(tmp_path)
    assert len(outcome) == 701
    assert sum(isinstance(item, Document) for item in outcome) > 100


def _outcome(folder: Path) -> list[Document | Reject]:
    """Read everything below a folder; each input must end within the time, as an article or a reject with a reason."""
    outcome: list[Document | Reject] = []
    began = time.perf_counter()
    for item in sources.read([str(folder)]):
        built = item if isinstance(item, Reject) else build(item)
        took = time.perf_counter() - began
        assert took < SECONDS, f"{item.path} took {took:.1f} s"
        if isinstance(built, Document):
            built.text.encode("utf-8")
            assert built.text.strip()
            assert all(0 <= debris.start < debris.end <= len(built.text) for debris in built.debris)
        else:
            assert built.path
            assert built.code
            assert built.message
        outcome.append(built)
        began = time.perf_counter()
    return outcome
