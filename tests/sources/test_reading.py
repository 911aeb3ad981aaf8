from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from quellenlage import limits, sources
from quellenlage.sources import Record, Reject


def read(*paths: object) -> list[Record | Reject]:
    return list(sources.read([str(path) for path in paths]))


def codes(items: list[Record | Reject]) -> list[str]:
    return [item.code if isinstance(item, Reject) else item.kind for item in items]


def test_folder_is_walked_sorted_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/z.txt", "b/a.html", "c.txt", "a.txt", ".hidden.txt", ".git/x.txt", "README.md", "b/LICENSE"):
        (tmp_path / name).write_text("<html><p>Text</p></html>" if name.endswith("html") else "Ein Text.")
    items = read(tmp_path)
    assert [item.path for item in items] == [str(tmp_path / name) for name in ("a.txt", "b/a.html", "b/z.txt", "c.txt")]
    assert codes(items) == ["text", "html", "text", "text"]


def test_unknown_type_in_a_folder_is_a_reject_and_is_tried_when_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.log"
    path.write_text("Der Hafen ist gesperrt.")
    assert codes(read(tmp_path)) == ["unsupported-type"]
    assert codes(read(path)) == ["text"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (bytes(range(256)) * 8, "binary"),
        (b"PK\x03\x04" + b"a" * 100, "binary"),
    ],
)
def test_files_without_text_are_rejects(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    (reject,) = read(path)
    assert isinstance(reject, Reject)
    assert (reject.code, reject.path) == (code, str(path))
    assert reject.message


def test_utf16_is_text(tmp_path: Path) -> None:
    text = "Die Brücke über die Lau ist gesperrt."
    for name, content in (("mark.txt", text.encode("utf-16")), ("bare.txt", text.encode("utf-16-le"))):
        (tmp_path / name).write_bytes(content)
        assert codes(read(tmp_path / name)) == ["text"]


def test_missing_and_unreadable_paths_are_rejects(tmp_path: Path) -> None:
    items = read(tmp_path / "none.txt", tmp_path / "*.none", "a\x00b", tmp_path / ("x" * 300))
    assert codes(items) == ["not-found", "not-found", "unreadable", "unreadable"]
    (tmp_path / "empty").mkdir()
    assert codes(read(tmp_path / "empty")) == ["empty"]


def test_globs_are_sorted_and_a_file_counts_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text steht hier.")
    items = read(tmp_path / "*.txt", tmp_path / "a.txt", tmp_path / "**" / "*.txt", tmp_path)
    assert [Path(item.path).name for item in items] == ["a.txt", "b.txt", "c.txt"]


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern(tmp_path: Path) -> None:
    path = tmp_path / "bericht[1].txt"
    path.write_text("Text steht hier.")
    assert [item.path for item in read(path)] == [str(path)]


def test_loops_of_links_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text steht hier.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert codes(read(tmp_path)) == ["text", "folder-loop"]


def test_file_names_that_are_no_utf8_are_shown_without_surrogates(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/gr\xfcn.txt"
    try:
        with open(path, "wb") as stream:  # noqa: PTH123 (a name in bytes)
            stream.write(b"Text steht hier.")
    except OSError:
        pytest.skip("this file system has no such names")
    (item,) = read(tmp_path)
    assert isinstance(item, Record)
    assert item.path.endswith("gr\ufffdn.txt")


@pytest.mark.parametrize(("size", "code"), [(99, "text"), (100, "text"), (101, "too-large")])
def test_size_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, code: str) -> None:
    monkeypatch.setattr(limits, "MAX_RECORD_BYTES", 100)
    (tmp_path / "a.txt").write_bytes(b"a" * size)
    assert codes(read(tmp_path / "a.txt")) == [code]


@pytest.mark.parametrize(
    ("count", "expected"), [(2, ["text"] * 2), (3, ["text"] * 3), (4, ["text"] * 3 + ["too-many-files"])]
)
def test_file_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, expected: list[str]) -> None:
    monkeypatch.setattr(limits, "MAX_FILES", 3)
    for number in range(count):
        (tmp_path / f"{number}.txt").write_text("Text steht hier.")
    assert codes(read(tmp_path)) == expected


@pytest.mark.parametrize(("depth", "code"), [(1, "text"), (2, "text"), (3, "too-deep")])
def test_folder_depth_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, depth: int, code: str) -> None:
    monkeypatch.setattr(limits, "MAX_FOLDER_DEPTH", 2)
    folder = tmp_path / Path(*["f"] * depth)
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("Text steht hier.")
    assert codes(read(tmp_path)) == [code]


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        (b"Titel\n\nDer Text.", ["text"]),
        (b"<!-- saved -->\n<!DOCTYPE html><html><p>Text</p></html>", ["html"]),
        (b'{"title": "A"}\n{"title": "B"}\n', ["fields", "fields"]),
        (b"", ["empty"]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes, kinds: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    items = read("-")
    assert codes(items) == kinds
    assert all(item.path.startswith("-") for item in items)


def test_broken_lines_are_rejects_with_line_and_offset_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"text": "eins"}\n\n{"text": \n[1, 2]\n"x"\n' + b"[" * 50_000 + b'\n{"text": "zwei"}'
    )
    items = read(path)
    assert codes(items) == ["fields", "bad-json", "bad-json", "bad-json", "bad-json", "fields"]
    assert [item.path for item in items] == [f"{path}:{line}" for line in (1, 3, 4, 5, 6, 7)]
    content = path.read_bytes()
    assert [content[item.offset or 0 :][:1] for item in items[1:]] == [b"{", b"[", b'"', b"[", b"{"]
    assert isinstance(items[-1], Record)
    assert items[-1].fields == {"text": "zwei"}


@pytest.mark.parametrize(("size", "code"), [(199, "fields"), (200, "fields"), (201, "too-large")])
def test_line_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, code: str) -> None:
    monkeypatch.setattr(limits, "MAX_LINE_BYTES", 200)
    frame = len(b'{"text": ""}')
    path = tmp_path / "a.jsonl"
    line = b'{"text": "' + b"a" * (size - frame) + b'"}'
    path.write_bytes(b'{"text": "eins"}\n' + line + b'\n{"text": "zwei"}\n')
    items = read(path)
    assert codes(items) == ["fields", code, "fields"]
    assert [item.offset for item in items] == [0, 17, 18 + size]


def test_long_lines_are_passed_over_without_being_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_LINE_BYTES", 100_000)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"a" * 700_000 + b'"}\n{"text": "zwei"}')
    assert codes(read(path)) == ["too-large", "fields"]


def test_json_documents(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('{"text": "eins"}')
    (tmp_path / "many.json").write_text('[{"text": "eins"}, 2]')
    (tmp_path / "lines.json").write_text('{"text": "eins"}\n{"text": "zwei"}\n')
    (tmp_path / "none.json").write_text("[]")
    assert codes(read(tmp_path / "one.json")) == ["fields"]
    assert codes(read(tmp_path / "many.json")) == ["fields", "no-text"]
    assert codes(read(tmp_path / "lines.json")) == ["fields", "fields"]
    assert codes(read(tmp_path / "none.json")) == ["empty"]
