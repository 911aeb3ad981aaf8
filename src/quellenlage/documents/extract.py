"""Saved pages: the article and what the page says of it, within bounds of time, nodes and depth.

Small pages are extracted in this process, under a timer; large or deep ones in a process of their own, which is ended
when it takes too long or too much memory, so that no page can cost the run.
"""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Final

from quellenlage import limits
from quellenlage.documents.metadata import Parts
from quellenlage.sources.encoding import decode
from quellenlage.sources.record import Record
from quellenlage.sources.rejects import Reject

IN_PROCESS_CHARS: Final = 1_000_000
IN_PROCESS_NODES: Final = 20_000
IN_PROCESS_DEPTH: Final = 200
"""Above any of these a page is extracted in a process of its own. Ordinary pages have under 5,000 elements, under 60
deep; starting a process takes about half a second."""

_CHARSET = re.compile(rb"<meta\b[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^<>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})", re.I)
_CHARSET_BYTES: Final = 4096

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea|title)\b.*?(?:</(?P=raw)|\Z)|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,40})",
    re.I | re.S,
)
_NO_NESTING: Final = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
        *("p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot"),
    )
)
"""Elements that are empty or that the next of their kind closes."""

_NESTING: Final = {"table": 4, "ul": 2, "ol": 2, "dl": 2, "select": 2}


def extract(record: Record) -> Parts | Reject:
    """Extract the article of a page; a page beyond the bounds of ``limits`` is a reject."""
    if not record.content.strip(b" \t\r\n\x00"):
        return Reject(record.path, None, "empty", "the page is empty")
    page = decode(record.content, declared=_declared(record.content)).replace("\x00", "")
    nodes, depth = measure(page)
    if nodes > limits.MAX_HTML_NODES:
        return Reject(record.path, 0, "too-many-elements", f"the page has more than {limits.MAX_HTML_NODES} elements")
    if depth > limits.MAX_HTML_DEPTH:
        return Reject(record.path, 0, "too-deep", f"the page nests its elements deeper than {limits.MAX_HTML_DEPTH}")
    if len(page) > IN_PROCESS_CHARS or nodes > IN_PROCESS_NODES or depth > IN_PROCESS_DEPTH:
        return _extract_apart(page, record)
    from quellenlage.documents import page as pages

    try:
        with time_limit(limits.EXTRACTION_SECONDS):
            return _result(pages.read_page(page), record)
    except _TimeIsUp:
        return _timed_out(record)


def text_of_fragment(markup: str) -> str:
    """Return the text of a piece of HTML, paragraphs parted by empty lines; beyond the bounds it is left as it is."""
    nodes, depth = measure(markup)
    if nodes > limits.MAX_HTML_NODES or depth > limits.MAX_HTML_DEPTH:
        return markup
    from quellenlage.documents.page import text_of_markup

    return text_of_markup(markup)


def measure(page: str) -> tuple[int, int]:
    """Return how many elements a page opens and how deep they nest, at most, without parsing it. Linear."""
    nodes = depth = deepest = 0
    for match in _TAG.finditer(page):
        if match["raw"] is not None:
            nodes += 1
        elif match["name"] is not None:
            name = match["name"].lower()
            if match["end"]:
                depth = max(0, depth - _levels(name))
            else:
                nodes += 1
                depth += _levels(name)
                deepest = max(deepest, depth)
    return nodes, deepest


def _levels(name: str) -> int:
    """Return how many levels an element opens: a table its row and cell too, which close without an end tag."""
    return 0 if name in _NO_NESTING else _NESTING.get(name, 1)


def _declared(content: bytes) -> str | None:
    for pattern in (_XML_ENCODING, _CHARSET):
        if match := pattern.search(content[:_CHARSET_BYTES]):
            return match[1].decode("ascii")
    return None


def _result(parts: Parts | str, record: Record) -> Parts | Reject:
    return Reject(record.path, 0, "no-text", parts) if isinstance(parts, str) else parts


def _timed_out(record: Record) -> Reject:
    message = f"extracting the page took longer than {limits.EXTRACTION_SECONDS:g} seconds"
    return Reject(record.path, 0, "extraction-timeout", message)


class _TimeIsUp(BaseException):
    """Raised inside an extraction; no `except Exception` of a library swallows it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """End the block after so many seconds, where the system has interval timers and this is the main thread.

    A timer that was set before is set again afterwards, less the time that passed. Only Python code is interrupted.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: object) -> None:
        raise _TimeIsUp

    began = time.monotonic()
    handler = signal.signal(signal.SIGALRM, stop)
    before, interval = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if before:
            signal.setitimer(signal.ITIMER_REAL, max(0.001, before - (time.monotonic() - began)), interval)


def _extract_apart(page: str, record: Record) -> Parts | Reject:
    """Extract in a child process, which gets the page on its standard input and answers in JSON."""
    command = [sys.executable, "-P", "-m", "quellenlage.documents.page"]
    try:
        done = subprocess.run(
            command,
            input=page.encode("utf-8", "replace"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.EXTRACTION_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _timed_out(record)
    except OSError as error:
        return Reject(record.path, 0, "extraction-failed", f"no process for the extraction: {error.strerror}")
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        message = f"the extraction of the page broke off (exit status {done.returncode})"
        return Reject(record.path, 0, "extraction-failed", message)
    return _result(answer if isinstance(answer, str) else Parts(**answer), record)


def to_answer(parts: Parts | str) -> str:
    """Return what the child process prints."""
    return json.dumps(parts if isinstance(parts, str) else asdict(parts))
