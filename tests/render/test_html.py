"""The page as text: policy, escaping, self-containment, size. What it does in a browser is in tests/browser."""

from __future__ import annotations

import base64
import hashlib
import io
import itertools
import re
import time
from pathlib import Path

import pytest
import sample
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from quellenlage.dossier import render
from quellenlage.dossier.export import ledger
from quellenlage.dossier.render import html, terminal
from quellenlage.dossier.render.html import asset
from quellenlage.dossier.render.words import words
from quellenlage.dossier.schema import Dossier

SOURCES = [*Path(render.__path__[0]).rglob("*.py"), *Path(render.__path__[0]).rglob("*.html")]


def test_the_policy_names_the_hashes_of_what_stands_in_the_page(dossier: Dossier) -> None:
    page = html.render(dossier)
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in page.replace("&#39;", "'")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]


def test_nothing_is_fetched_and_nothing_is_inline(dossier: Dossier) -> None:
    page = html.render(dossier)
    markup = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    assert set(re.findall(r'\ssrc="', markup)) == set()
    assert set(re.findall(r'<link[^>]*href="([^"]*)"', markup)) == {"data:,"}
    assert not re.search(r'<[^>]*\s(on\w+|style)="', markup)
    assert "url(" not in asset("dossier.css")
    assert "@import" not in asset("dossier.css")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|fetch\(", asset("dossier.js"))
    assert "</" not in asset("dossier.js")
    assert "</" not in asset("dossier.css")


def test_outside_links_are_web_addresses_without_referrer(dossier: Dossier) -> None:
    page = html.render(dossier)
    outside = re.findall(r'<a href="([^#"][^"]*)"([^>]*)>', page)
    assert {href.split(":")[0] for href, _ in outside} == {"https"}
    assert all('rel="noopener noreferrer"' in rest for _, rest in outside)
    assert 'href="javascript' not in page
    assert "address given: <bdi>javascript:alert(1)</bdi>" in page


def test_the_heading_names_the_story_that_most_articles_tell(dossier: Dossier) -> None:
    page = html.render(dossier)
    assert f"“{dossier.stories[0].label}” <small>and 1 more story</small></h1>" in page
    half = [s.model_copy(update={"articles": s.articles[:2]}) for s in dossier.stories]
    assert "<h1>7 articles, 2 stories</h1>" in html.render(dossier.model_copy(update={"stories": tuple(half)}))


def test_a_wikidata_id_is_a_link_and_nothing_else_is(dossier: Dossier) -> None:
    def page(wikidata: str) -> str:
        first, *rest = dossier.entities
        changed = first.model_copy(update={"wikidata": wikidata})
        return html.render(dossier.model_copy(update={"entities": (changed, *rest)}))

    assert 'href="https://www.wikidata.org/wiki/Q36"' in page("Q36")
    assert "wiki/Q36" not in page("Q36/../evil")


def test_every_claim_quotes_its_exact_words(dossier: Dossier) -> None:
    page = html.render(dossier)
    for claim in dossier.claims:
        for mention in claim.mentions:
            words_ = sample.text_of(mention.article)[mention.start : mention.end]
            assert f"<mark>{words_}</mark>" in page


def test_the_page_is_the_same_twice(dossier: Dossier) -> None:
    assert html.render(dossier, language="de") == html.render(sample.dossier(), language="de")


def test_one_story_alone(dossier: Dossier) -> None:
    page = html.render(dossier, story="s2")
    assert "Kornspeicher" not in page
    assert "Radweg" in page


def test_lone_surrogates_and_control_characters_can_be_written() -> None:
    data = sample.data()
    data["articles"][0]["title"] = "\ud83d\x00\x1b"
    data["articles"][4]["text"] = data["articles"][4]["text"][:-1] + "\udfff"
    page = html.render(Dossier.model_validate(data))
    page.encode("utf-8")
    assert "\x00" not in page


def test_an_empty_dossier_is_a_page() -> None:
    parts = ("articles", "entities", "statements", "times", "events", "claims", "stories", "timeline", "problems")
    assert "No claims found." in html.render(Dossier.model_validate(dict.fromkeys(parts, ())))


def test_ids_that_lead_nowhere_break_nothing() -> None:
    data = sample.data()
    data["claims"][0]["mentions"][0]["article"] = "gone"
    data["claims"][1]["mentions"][0]["statement"] = "gone"
    data["claims"][2]["origins"] = [["gone"], ["e99"], []]
    data["articles"][0] |= {"copy_of": "gone", "agencies": ("e77",), "leaves_out": ("c77",)}
    data["statements"][0]["article"] = "gone"
    data["statements"][1]["speaker"]["entity"] = "e66"
    data["events"][0]["place"] = "e55"
    data["timeline"].append({"date": "2025", "event": "v99"})
    data["stories"][0]["articles"] = ("a1", "gone")
    dossier = Dossier.model_validate(data)
    assert "<h2" in html.render(dossier)


SPAN = st.integers(0, 700)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(SPAN, SPAN), min_size=1, max_size=6))
def test_spans_anywhere_break_nothing(spans: list[tuple[int, int]]) -> None:
    data = sample.data()
    places = itertools.cycle({"start": start, "end": end} for start, end in spans)
    for statement in data["statements"]:
        statement |= {"content": [next(places), next(places)], "cue": [next(places)], "frame": []}
        statement["speaker"] = {"entity": None, "spans": [next(places)]}
    for item in (*data["claims"], *data["events"], *data["entities"]):
        for mention in item["mentions"]:
            mention.update(next(places))
    for item in data["times"]:
        item.update(next(places))
    for article in data["articles"]:
        article["shared"] = [next(places), next(places)]
    dossier = Dossier.model_validate(data)
    assert "</html>" in html.render(dossier)
    terminal.render(dossier, Console(file=io.StringIO(), width=80))
    assert ledger.csv_text(dossier).count("\r\n") > len(dossier.claims)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_interface_word_exists(path: Path) -> None:
    used = set(re.findall(r'(?:ui|words)\("([a-z_.]+)"', path.read_text("utf-8")))
    counted = set(re.findall(r'(?:ui|words)\.count\("([a-z_]+)"', path.read_text("utf-8")))
    table = words("en").table
    assert {key for key in used if key not in table and not key.endswith((".", "_"))} == {
        key for key in used if key in {"en", "de"}
    }
    assert {key for key in counted if f"{key}.one" not in table or f"{key}.other" not in table} == set()


def test_no_interface_word_is_left_over() -> None:
    text = "".join(path.read_text("utf-8") for path in SOURCES)
    used = set(re.findall(r'(?:ui|words|self|get)(?:\.count)?\(f?"([a-z_.]+)', text))
    used |= set(re.findall(r'"([a-z_]+[a-z_.]*[a-z_])"', text))
    for key in words("en").table:
        stem = re.sub(r"\.(one|other)$", "", key)
        found = {key, stem} & used or [u for u in used if u.endswith((".", "_")) and key.startswith(u)]
        assert found, key


def test_a_hundred_articles_stay_small_and_quick() -> None:
    data = sample.data()
    many = {key: list(value) for key, value in data.items() if isinstance(value, list)}
    for n in range(1, 15):
        again = sample.renumbered(data, n)
        for key, value in many.items():
            value.extend(again[key])
    dossier = Dossier.model_validate({**many, "version": "1"})
    assert len(dossier.articles) == 105
    start = time.perf_counter()
    page = html.render(dossier)
    assert time.perf_counter() - start < 10
    assert len(page.encode()) < 4_000_000
