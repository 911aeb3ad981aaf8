"""The command line as a user meets it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quellenlage.dossier.schema import Dossier

PROGRAM = [sys.executable, "-m", "quellenlage"]


def run(*arguments: object, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [*PROGRAM, *(str(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, text=True, input=stdin, check=False, encoding="utf-8")


def test_help_is_quick() -> None:
    best = 9.0
    for _ in range(3):
        begin = time.perf_counter()
        assert "dossier" in run("--help").stdout
        best = min(best, time.perf_counter() - begin)
    assert best < 0.4


def test_the_dossier_is_valid_and_every_range_lies_in_its_text(articles: Path) -> None:
    done = run("dossier", articles, "--format", "json")
    assert done.returncode == 0, done.stderr
    dossier = Dossier.model_validate_json(done.stdout)
    length = {article.id: len(article.text) for article in dossier.articles}
    ranges = [(q.article, r) for q in dossier.statements for r in (*q.content, *q.cue, *q.frame, *q.speaker.spans)]
    for part in (dossier.times, *(e.mentions for e in (*dossier.entities, *dossier.events, *dossier.claims))):
        ranges += [(item.article, item) for item in part]
    assert len(ranges) > 20
    assert all(0 <= r.start < r.end <= length[article] for article, r in ranges)


def test_the_copy_is_found_and_the_numbers_differ(articles: Path) -> None:
    dossier = Dossier.model_validate_json(run("dossier", articles, "--format", "json").stdout)
    assert [article.copy_of for article in dossier.articles] == [None, "a1", None]
    assert [len(story.articles) for story in dossier.stories] == [3]
    disputed = [claim for claim in dossier.claims if claim.verdict == "disputed"]
    assert [(claim.differs_in, claim.independent_sources) for claim in disputed] == [("number", 2)]


@pytest.mark.parametrize("form", ["terminal", "html", "csv"])
def test_every_format_shows_the_words_of_the_articles(form: str, articles: Path) -> None:
    done = run("dossier", articles, "--format", form)
    assert done.returncode == 0, done.stderr
    assert "Lindmar" in done.stdout


def test_the_order_of_the_inputs_does_not_matter(articles: Path) -> None:
    paths = sorted(articles.iterdir())
    assert run("dossier", *paths, "--format", "json").stdout == run("dossier", *paths[::-1], "--format", "json").stdout


def test_nothing_read_is_exit_status_2(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    for path in (tmp_path / "empty.txt", tmp_path / "absent.txt"):
        done = run("dossier", path)
        assert done.returncode == 2
        assert path.name in done.stderr
        assert "Traceback" not in done.stderr


def test_a_store_that_gains_nothing_says_so(articles: Path, tmp_path: Path) -> None:
    store, empty = tmp_path / "desk.sqlite", tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run("ingest", articles, "--store", store).returncode == 0
    done = run("ingest", empty, "--store", store)
    assert (done.returncode, done.stdout) == (2, "")
    assert "empty.txt: the file is empty" in done.stderr
    assert run("ingest", empty, articles, "--store", store).returncode == 0


def test_a_web_address_is_named_as_what_it_is() -> None:
    done = run("dossier", "https://zeitung.example/hafen.html")
    assert done.returncode == 2
    assert "is a web address, and nothing is fetched" in done.stderr


def test_a_bad_file_costs_nothing_else(articles: Path) -> None:
    (articles / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    done = run("dossier", articles, "--format", "json")
    assert done.returncode == 0
    assert "picture.txt" in done.stderr
    dossier = json.loads(done.stdout)
    assert len(dossier["articles"]) == 3
    assert [Path(problem["path"]).name for problem in dossier["problems"]] == ["picture.txt"]


def test_an_unreadable_date_is_named_and_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Published: gestern\n\nRat sagt Ja\n\nDer Rat tagte am Montag.\n", "utf-8")
    done = run("dossier", tmp_path / "a.txt", "--format", "json")
    assert done.returncode == 0
    assert "“gestern” cannot be read" in done.stderr
    (problem,) = json.loads(done.stdout)["problems"]
    assert (problem["code"], problem["path"]) == ("bad-date", str(tmp_path / "a.txt"))
    kept = run("ingest", tmp_path / "a.txt", "--store", tmp_path / "store.sqlite")
    assert "“gestern” cannot be read" in kept.stderr


def test_standard_input(articles: Path) -> None:
    text = (articles / "harbour-1.txt").read_text("utf-8")
    dossier = json.loads(run("dossier", "-", "--format", "json", stdin=text).stdout)
    assert [article["outlet"] for article in dossier["articles"]] == ["Küstenbote"]


def test_the_store_draws_the_same_dossier(articles: Path, tmp_path: Path) -> None:
    store = tmp_path / "desk.sqlite"
    done = run("ingest", articles, "--store", store)
    assert "3 new" in done.stdout
    assert "0 new, 3 known" in run("ingest", articles, "--store", store).stdout
    kept = run("dossier", "--store", store, "--format", "json")
    assert kept.stdout == run("dossier", articles, "--format", "json").stdout
    assert "Harmsen" in run("dossier", "--store", store, "--about", "Harmsen").stdout
    assert run("dossier", "--store", store, "--since", "2025-09").returncode == 0
    assert run("dossier", "--store", store, "--since", "2026").returncode == 2
    assert "no story 's9'; there is s1" in run("dossier", "--store", store, "--story", "s9").stderr
    assert run("dossier", "--store", store, "--since", "gestern").returncode == 2


def test_no_store_and_no_paths_is_a_usage_error(tmp_path: Path) -> None:
    assert run("dossier").returncode == 2
    assert "no such store" in run("dossier", "--store", tmp_path / "absent").stderr


def test_the_schema_describes_the_dossier() -> None:
    assert json.loads(run("schema").stdout)["properties"]["claims"]


def test_an_agency_in_the_author_line_alone_is_counted(tmp_path: Path) -> None:
    head = "Outlet: Blatt\nAuthor: dpa\nPublished: 2025-09-10\n\nBrand in Lindmar\n\n"
    text = head + "In Lindmar brannte am Dienstag ein Lagerhaus.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    dossier = Dossier.model_validate_json(run("dossier", tmp_path, "--format", "json").stdout)
    forms = {entity.id: {entity.name, *entity.aliases} for entity in dossier.entities}
    assert ["dpa" in forms[agency] for article in dossier.articles for agency in article.agencies] == [True]
