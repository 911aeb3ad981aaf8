"""Reading and annotating many articles on one machine, in worker processes.

The order of the results is that of the inputs, whatever the number of processes.
"""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass

from quellenlage.documents.document import Document
from quellenlage.layers.annotations import Annotations
from quellenlage.layers.statements.mode import mode, set_mode
from quellenlage.limits import CHUNK_RECORDS, MIN_PARALLEL_RECORDS
from quellenlage.sources.record import Record
from quellenlage.sources.rejects import Reject

_known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the store holds already; it is not annotated again."""

    path: str
    key: str


Outcome = Annotations | Reject | Known


def annotate_record(record: Record, known: Collection[str] = ()) -> Outcome:
    """Turn one record into an annotated document, a reject, or the note that it is known.

    Args:
        record: The record.
        known: Keys of articles that need no work.
    """
    from quellenlage import documents
    from quellenlage.layers import catalogue

    built: Document | Reject = documents.build(record)
    if isinstance(built, Reject):
        return built
    if built.key in known:
        return Known(built.path, built.key)
    return catalogue.annotate(built)


def process(
    inputs: Iterable[Record | Reject],
    *,
    jobs: int | None = None,
    known: Collection[str] = (),
    advance: Callable[[int], None] = lambda count: None,
) -> Iterator[Outcome]:
    """Annotate records; yields one outcome for every input, in the order of the inputs.

    Args:
        inputs: Records and rejects, read lazily: no more than a few chunks a worker are in memory at a time.
        jobs: Number of processes; by default one a core, and none beside this one for a handful of articles, whose
            work is done before workers have started.
        known: Keys of articles that need no work.
        advance: Called with the number of inputs finished, for progress display.
    """
    stream = iter(inputs)
    head = list(itertools.islice(stream, MIN_PARALLEL_RECORDS))
    jobs = jobs or available_cores()
    if jobs == 1 or len(head) < MIN_PARALLEL_RECORDS:
        for item in itertools.chain(head, stream):
            yield item if isinstance(item, Reject) else annotate_record(item, known)
            advance(1)
        return
    yield from _in_processes(itertools.chain(head, stream), jobs, frozenset(known), advance)


def available_cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_processes(
    stream: Iterator[Record | Reject], jobs: int, known: frozenset[str], advance: Callable[[int], None]
) -> Iterator[Outcome]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=(known, mode()))
    running: dict[Future[list[Outcome]], int] = {}
    finished: dict[int, list[Outcome]] = {}
    submitted = yielded = 0
    try:
        while True:
            while len(running) + len(finished) < 3 * jobs:
                chunk = list(itertools.islice(stream, CHUNK_RECORDS))
                if not chunk:
                    break
                running[pool.submit(_annotate_chunk, chunk)] = submitted
                submitted += 1
            if not running:
                break
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                finished[running.pop(future)] = future.result()
            while yielded in finished:
                outcomes = finished.pop(yielded)
                yielded += 1
                yield from outcomes
                advance(len(outcomes))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start_worker(known: frozenset[str], statements: str) -> None:
    """Leave Ctrl-C to the parent, which ends the pool, read statements as the parent does, load the layers once."""
    global _known  # noqa: PLW0603 - one set a worker, handed over once instead of with every chunk
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _known = known
    set_mode(statements)
    from quellenlage.layers import catalogue

    catalogue.layers()


def _annotate_chunk(chunk: list[Record | Reject]) -> list[Outcome]:
    return [item if isinstance(item, Reject) else annotate_record(item, _known) for item in chunk]
