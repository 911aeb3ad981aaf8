"""The drawing of a story's origins: outline, tree, page."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from quellenlage.corpus.citations import Edge, Node
from quellenlage.corpus.origins import Origins, Root
from quellenlage.corpus.records import Story
from quellenlage.dossier.render import sources

STORY = Story("s1", "Feuer <b>im</b> Hafen", ("k1", "k2", "k3"), "")


@pytest.fixture
def origins() -> Origins:
    nodes = {
        "k1": Node("k1", "article", "Küstenbote: Feuer"),
        "k2": Node("k2", "article", "Nordblatt: <script>alert(1)</script>"),
        "k3": Node("k3", "article", "Tageblatt: Rauch\x1b[31m"),
        "e1": Node("e1", "agency", "dpa"),
        "e2": Node("e2", "organization", "Feuerwehr"),
        "e3": Node("e3", "outlet", "Südfunk"),
        "e3#helfer": Node("e3#helfer", "anonymous", "helfer"),
    }
    edges = (
        Edge("k2", "k1", "copied from", ("k2",), 1),
        Edge("k1", "e1", "credited to", ("k1",), 1),
        Edge("k1", "e2", "cites", ("k1",), 1),
        Edge("k3", "e2", "cites", ("k3",), 1),
        Edge("k3", "e3", "cites", ("k3",), 1),
        Edge("e3", "e3#helfer", "cites", ("k3",), 1),
    )
    table = {"e1": Root("e1", "agency", "dpa", ("e1",)), "outlet:t": Root("outlet:t", "outlet", "Tageblatt", ("k3",))}
    telling = {"k1": "e1", "k2": "e1", "k3": "outlet:t"}
    return Origins(table, telling, {}, {}, nodes, edges, (("k3", "e3"),))


def test_copies_stand_under_what_they_were_copied_from(origins: Origins) -> None:
    shown = sources.outline(STORY, origins)
    (agency, kind, (first,)), (own, _, (third,)) = shown.roots
    assert (agency, kind, own) == ("dpa", "agency", "Tageblatt")
    assert first.how is None and [copy.how for copy in first.copies] == ["sources.copied"]
    assert first.cited == ("Feuerwehr",)
    assert third.cited == ("Feuerwehr", "Südfunk → helfer")


def test_what_several_origins_cite_and_circles_are_told(origins: Origins) -> None:
    shown = sources.outline(STORY, origins)
    assert [label for label, _ in shown.shared] == ["Feuerwehr"]
    assert shown.circles == (("Tageblatt: Rauch\x1b[31m", "Südfunk"),)


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_tree_shows_everything_and_no_control_character(origins: Origins, language: str) -> None:
    target = io.StringIO()
    sources.render(STORY, origins, Console(file=target, width=100), language=language)  # type: ignore[arg-type]
    text = target.getvalue()
    assert "\x1b" not in text
    for word in ("dpa", "Küstenbote", "Nordblatt", "Südfunk → helfer", "Feuer <b>im</b> Hafen"):
        assert word in text


def test_the_page_escapes_and_allows_no_script(origins: Origins) -> None:
    page = sources.page(STORY, origins, language="de")
    assert "<script" not in page
    assert "&lt;script&gt;" in page and "&lt;b&gt;im&lt;/b&gt;" in page
    assert "default-src" in page and "Content-Security-Policy" in page
    assert page.count("<ul>") == page.count("</ul>") and page.count("<li>") == page.count("</li>")
    assert not re.search(r"\son\w+=", page)


def test_copies_that_point_at_each_other_are_drawn_once(origins: Origins) -> None:
    edges = (Edge("k1", "k2", "copied from", ("k1",), 1), Edge("k2", "k1", "copied from", ("k2",), 1))
    looped = Origins(origins.table, origins.telling, {}, {}, origins.nodes, edges, ())
    shown = sources.outline(STORY, looped)
    target = io.StringIO()
    sources.render(STORY, looped, Console(file=target, width=100))
    assert target.getvalue().count("Küstenbote: Feuer") == 1
    assert len(shown.roots) == 2
