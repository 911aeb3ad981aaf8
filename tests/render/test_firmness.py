"""Who tells a claim as plain fact and who with caution: drawn in the terminal, on the page, in the CSV."""

from __future__ import annotations

import csv
import io

import pytest
import sample
from rich.console import Console

from quellenlage.dossier.export import ledger
from quellenlage.dossier.render import compare, html, terminal
from quellenlage.dossier.render.words import Language
from quellenlage.dossier.schema import Dossier


@pytest.fixture
def drifting() -> Dossier:
    """The sample with a claim that a1 hedges, a2 (its copy) tells as a fact and a3 puts on somebody."""
    data = sample.data()
    claim = next(c for c in data["claims"] if {"a1", "a2"} <= {m["article"] for m in c["mentions"]})
    for mention in claim["mentions"]:
        mention["certainty"] = {"a1": "hedged", "a2": "asserted"}.get(mention["article"], "reported")
        mention["stance"] = "asserts"
    claim["drift"] = {"asserted": ["a2"], "reported": [], "hedged": ["a1"], "dropped": ["a2"], "why": "<b> / soll"}
    return Dossier.model_validate(data)


def drawn(dossier: Dossier, language: Language = "en") -> str:
    out = io.StringIO()
    terminal.render(dossier, Console(file=out, width=160), language=language)
    return " ".join(out.getvalue().split())


def test_the_terminal_names_who_tells_it_as_fact_and_who_hedges(drifting: Dossier) -> None:
    text = drawn(drifting)
    assert "plain fact in Nordblatt (a2) · hedged in Hafenbote Norderwyk" in text
    assert "the caution of its source is missing in Nordblatt (a2)" in text
    assert "als Tatsache in Nordblatt (a2) · unter Vorbehalt in Hafenbote Norderwyk" in drawn(drifting, "de")


def test_nothing_is_said_where_all_tell_it_alike(dossier: Dossier) -> None:
    assert "plain fact in" not in drawn(dossier)
    assert 'class="drift"' not in html.render(dossier)


def test_the_page_shows_it_escaped(drifting: Dossier) -> None:
    page = html.render(drifting)
    assert '<span class="drift"><bdi>plain fact in Nordblatt (a2) · hedged in Hafenbote Norderwyk' in page
    assert "&lt;b&gt; / soll" in page and "<b> / soll" not in page


def test_the_comparison_of_two_articles_shows_it(drifting: Dossier) -> None:
    out = io.StringIO()
    compare.render(drifting, "a1", "a2", Console(file=out, width=160))
    assert "plain fact in" in " ".join(out.getvalue().split())


def test_the_csv_has_it_for_each_mention_and_for_the_claim(drifting: Dossier) -> None:
    rows = list(csv.DictReader(io.StringIO(ledger.csv_text(drifting), newline="")))
    found = [row for row in rows if row["drift"]]
    assert {row["drift"] for row in found} == {"fact in Nordblatt (a2); hedged in Hafenbote Norderwyk"}
    assert {row["told_as"] for row in found if row["article"] == "a1"} == {"hedged"}
