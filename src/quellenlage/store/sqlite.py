"""The store: one SQLite file with articles, annotations, what could not be read, and the user's decisions on names.

It is opened in WAL mode with ``synchronous=FULL``: what a transaction has committed survives a killed process and a
power cut. Annotations are kept as compressed JSON together with the text they belong to; they are made again when a
layer has changed.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

from quellenlage.corpus.names.judgements import Decision, Judgements, pair
from quellenlage.errors import StoreError
from quellenlage.layers import catalogue
from quellenlage.layers.annotations import Annotations
from quellenlage.sources.rejects import Reject

SCHEMA_VERSION = 1

_TABLES = """
CREATE TABLE IF NOT EXISTS article (
    key TEXT PRIMARY KEY, path TEXT NOT NULL, title TEXT NOT NULL, outlet TEXT, published TEXT, language TEXT NOT NULL,
    fingerprint TEXT NOT NULL, annotations BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS problem (
    path TEXT NOT NULL, place INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
    PRIMARY KEY (path, place, code)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS judgement (
    first TEXT NOT NULL, second TEXT NOT NULL, decision TEXT NOT NULL CHECK (decision IN ('merge', 'split')),
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
"""


@cache
def _annotations_type() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Annotations)


class Store:
    """An open store. Use it as a context manager.

    Args:
        path: The file; it is made where it does not exist.

    Raises:
        StoreError: The file cannot be opened, is no store of this program, or was written by a newer version.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = str(path)
        try:
            self._connection = sqlite3.connect(self.path, isolation_level=None)
            self._open()
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: cannot be used as a store: {error}") from error

    def _open(self) -> None:
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("PRAGMA busy_timeout=10000")
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if version > SCHEMA_VERSION:
            raise StoreError(
                f"{self.path}: was written by a newer version of quellenlage (store version {version}, "
                f"this program knows {SCHEMA_VERSION})"
            )
        (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if version == 0 and tables:
            raise StoreError(f"{self.path}: is an SQLite file of another program")
        if version == 0:
            self._connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version={SCHEMA_VERSION}; COMMIT;")

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def current_keys(self) -> frozenset[str]:
        """Return the keys of the articles whose annotations were made by the layers as they are now."""
        rows = self._connection.execute("SELECT key FROM article WHERE fingerprint = ?", (catalogue.fingerprint(),))
        return frozenset(key for (key,) in rows)

    def add(self, annotated: Iterable[Annotations], rejects: Iterable[Reject] = ()) -> int:
        """Store articles and rejects in one transaction; an article that is there already is replaced, not doubled.

        Returns:
            The number of articles that were not in the store before.

        Raises:
            StoreError: Nothing of the transaction was stored (disk full, file locked or read-only).
        """
        articles = [
            (
                annotations.document.key,
                annotations.document.path,
                annotations.document.title,
                annotations.document.outlet,
                annotations.document.published,
                annotations.document.language,
                catalogue.fingerprint(),
                zlib.compress(_annotations_type().dump_json(annotations), 6),
            )
            for annotations in annotated
        ]
        problems = [(r.path, -1 if r.offset is None else r.offset, r.code, r.message) for r in rejects]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            before = self.count()
            self._connection.executemany("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)", articles)
            self._connection.executemany("INSERT OR REPLACE INTO problem VALUES (?, ?, ?, ?)", problems)
            added = self.count() - before
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise StoreError(f"{self.path}: could not be written: {error}") from error
        return added

    def count(self) -> int:
        """Return the number of articles."""
        (number,) = self._connection.execute("SELECT count(*) FROM article").fetchone()
        return int(number)

    def articles(self) -> Iterator[Annotations]:
        """Yield all articles in the order of their paths; outdated annotations are made again and kept.

        Raises:
            StoreError: A row is damaged; names the article.
        """
        rows = self._connection.execute("SELECT key, path, fingerprint FROM article ORDER BY path, key").fetchall()
        renewed: list[Annotations] = []
        for key, path, fingerprint in rows:
            annotations = self._load(key, path)
            if fingerprint != catalogue.fingerprint():
                annotations = catalogue.annotate(annotations.document)
                renewed.append(annotations)
            yield annotations
        if renewed:
            self.add(renewed)

    def _load(self, key: str, path: str) -> Annotations:
        (blob,) = self._connection.execute("SELECT annotations FROM article WHERE key = ?", (key,)).fetchone()
        try:
            loaded: Annotations = _annotations_type().validate_json(zlib.decompress(blob))
        except (ValueError, zlib.error) as error:
            raise StoreError(f"{self.path}: the annotations of {path} ({key}) are damaged: {error}") from error
        return loaded

    def problems(self) -> tuple[Reject, ...]:
        """Return what could not be read, by path and place."""
        rows = self._connection.execute("SELECT path, place, code, message FROM problem ORDER BY path, place, code")
        return tuple(Reject(path, None if place < 0 else place, code, message) for path, place, code, message in rows)

    def judge(self, first: str, second: str, decision: Decision) -> None:
        """Keep a user's decision on two names; a later decision on the same two replaces the earlier.

        Raises:
            StoreError: It could not be written.
        """
        try:
            with self._connection:
                self._connection.execute(
                    "INSERT INTO judgement (first, second, decision) VALUES (?, ?, ?) "
                    "ON CONFLICT (first, second) DO UPDATE SET decision = excluded.decision",
                    (*pair(first, second), decision),
                )
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: could not be written: {error}") from error

    def forget(self, first: str, second: str) -> bool:
        """Take a user's decision on two names back.

        Returns:
            Whether there was one.

        Raises:
            StoreError: It could not be written.
        """
        try:
            with self._connection:
                done = self._connection.execute(
                    "DELETE FROM judgement WHERE first = ? AND second = ?", pair(first, second)
                )
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: could not be written: {error}") from error
        return done.rowcount > 0

    def judgements(self) -> Judgements:
        """Return the user's decisions."""
        rows = self._connection.execute("SELECT first, second, decision FROM judgement ORDER BY first, second")
        return Judgements.of(rows.fetchall())
