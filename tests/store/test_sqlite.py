"""The store: twice is once, damage is said, a killed writer leaves it whole."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quellenlage.engine import local
from quellenlage.errors import StoreError
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations
from quellenlage.sources import read
from quellenlage.sources.rejects import Reject
from quellenlage.store.sqlite import Store


def annotated(folder: Path) -> list[Annotations]:
    outcomes = list(local.process(read([str(folder)]), jobs=1))
    assert all(isinstance(outcome, Annotations) for outcome in outcomes)
    return [outcome for outcome in outcomes if isinstance(outcome, Annotations)]


def test_what_goes_in_comes_out_equal(articles: Path, tmp_path: Path) -> None:
    given = annotated(articles)
    with Store(tmp_path / "s.sqlite") as store:
        assert store.add(given, [Reject("x.txt", None, "empty", "no text"), Reject("x.txt", 7, "cut", "cut")]) == 3
        assert list(store.articles()) == sorted(given, key=lambda a: a.document.path)
        assert [reject.offset for reject in store.problems()] == [None, 7]


def test_twice_is_once(articles: Path, tmp_path: Path) -> None:
    given = annotated(articles)
    with Store(tmp_path / "s.sqlite") as store:
        assert store.add(given) == 3
        assert store.add(given) == 0
        assert store.count() == 3
        assert store.current_keys() == {a.document.key for a in given}


def test_annotations_of_other_layers_are_made_again(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = annotated(articles)
    monkeypatch.setattr(catalogue, "fingerprint", lambda: "older")
    with Store(tmp_path / "s.sqlite") as store:
        store.add([Annotations(a.document) for a in given])
    monkeypatch.undo()
    with Store(tmp_path / "s.sqlite") as store:
        assert not store.current_keys()
        assert list(store.articles()) == sorted(given, key=lambda a: a.document.path)
        assert len(store.current_keys()) == 3


def test_a_damaged_row_names_the_article(articles: Path, tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with Store(path) as store:
        store.add(annotated(articles))
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE article SET annotations = x'00ff' WHERE path LIKE '%harbour-2%'")
    with Store(path) as store, pytest.raises(StoreError, match="harbour-2"):
        list(store.articles())


@pytest.mark.parametrize("content", [b"no database at all, just words" * 40, b"SQLite format 3\x00" + b"\x00" * 600])
def test_another_file_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="other"):
        Store(path)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "db") as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(StoreError, match="another program"):
        Store(tmp_path / "db")


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    Store(tmp_path / "db")
    with sqlite3.connect(tmp_path / "db") as raw:
        raw.execute("PRAGMA user_version=99")
    with pytest.raises(StoreError, match="newer version"):
        Store(tmp_path / "db")


def test_judgements_are_kept_and_replaced(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store:
        store.judge("Tokajew", "Toqajew", "merge")
        store.judge("A", "B", "merge")
        store.judge("Toqajew", "Tokajew", "split")
    with Store(tmp_path / "s.sqlite") as store:
        judgements = store.judgements()
    assert judgements.decided("tokajew", "Toqajew") == "split"
    assert judgements.decided("B", "A") == "merge"
    assert judgements.decided("A", "C") is None


def test_a_killed_ingest_leaves_the_store_whole(articles: Path, tmp_path: Path) -> None:
    text = (articles / "harbour-3.txt").read_text("utf-8")
    for number in range(400):
        (articles / f"more-{number:03}.txt").write_text(text.replace("zwölf", f"{number + 20}"), "utf-8")
    path = tmp_path / "s.sqlite"
    command = [sys.executable, "-m", "quellenlage", "ingest", str(articles), "--store", str(path), "--jobs", "1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if path.exists() and _count(path) >= 100:
            break
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Store(path) as store:
        assert store.count() % 100 == 0 or store.count() == 403
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "known already" in done.stdout
    with Store(path) as store:
        assert store.count() == 403


def _count(path: Path) -> int:
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as raw:
            return int(raw.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.Error:
        return 0
