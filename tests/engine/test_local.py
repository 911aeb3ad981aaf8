"""The engine: one outcome for every input, in their order, whatever the number of processes."""

from __future__ import annotations

from pathlib import Path

from quellenlage.engine import local
from quellenlage.layers.annotations import Annotations
from quellenlage.sources import read
from quellenlage.sources.rejects import Reject


def test_processes_do_not_change_the_result(articles: Path) -> None:
    text = (articles / "harbour-1.txt").read_text("utf-8")
    for number in range(40):
        (articles / f"more-{number:02}.txt").write_text(text.replace("Sieben", str(number + 8)), "utf-8")
    (articles / "more-20.txt").write_bytes(b"")
    counted: list[int] = []
    one = list(local.process(read([str(articles)]), jobs=1))
    two = list(local.process(read([str(articles)]), jobs=2, advance=counted.append))
    assert one == two
    assert len(one) == sum(counted) == 43
    assert sum(isinstance(outcome, Reject) for outcome in one) == 1


def test_known_articles_cost_nothing(articles: Path) -> None:
    first = list(local.process(read([str(articles)]), jobs=1))
    keys = {outcome.document.key for outcome in first if isinstance(outcome, Annotations)}
    again = list(local.process(read([str(articles)]), jobs=1, known=keys))
    assert [type(outcome) for outcome in again] == [local.Known] * 3
