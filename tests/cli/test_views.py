"""The smaller commands: compare, sources, who, names; and interruption."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from quellenlage.store.sqlite import Store

PROGRAM = [sys.executable, "-m", "quellenlage"]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [*PROGRAM, *(str(argument) for argument in arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_compare_shows_the_values_of_both(articles: Path) -> None:
    shown = run("compare", articles / "harbour-1.txt", articles / "harbour-3.txt")
    assert shown.returncode == 0, shown.stderr
    assert "Sieben" in shown.stdout
    assert "zwölf" in shown.stdout
    missing = run("compare", articles / "harbour-1.txt", articles / "absent.txt")
    assert missing.returncode == 2
    assert "absent.txt" in missing.stderr


def test_sources_names_the_agency_and_the_copy(articles: Path) -> None:
    shown = run("sources", "s1", articles)
    assert shown.returncode == 0, shown.stderr
    assert "dpa" in shown.stdout
    assert "copied from it" in " ".join(shown.stdout.split())
    assert run("sources", "s7", articles).returncode == 2


def test_who_finds_a_surname(articles: Path) -> None:
    shown = run("who", "Petersen", articles)
    assert shown.returncode == 0, shown.stderr
    assert "Inga Petersen" in shown.stdout
    nobody = run("who", "Niemandsson", articles)
    assert nobody.returncode == 2
    assert "Niemandsson" in nobody.stderr


def test_a_decision_on_names_is_kept_and_followed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = "Outlet: {0}\nPublished: 2025-05-0{1}\n\nStadtrat tagt\n\n„Wir bleiben“, sagte Ratsherr {2} am Montag.\n"
    (folder / "a.txt").write_text(text.format("Erste Zeitung", 5, "Anton Welkamp"), "utf-8")
    (folder / "b.txt").write_text(text.format("Zweite Zeitung", 6, "Anton Welkampf"), "utf-8")
    store = tmp_path / "desk.sqlite"
    assert run("ingest", folder, "--store", store).returncode == 0
    assert run("names", "split", "Anton Welkamp", "Anton Welkampf", "--store", store).returncode == 0
    assert "≠" in run("names", "list", "--store", store).stdout
    apart = run("dossier", "--store", store, "--format", "json").stdout
    assert run("names", "merge", "Anton Welkamp", "Anton Welkampf", "--store", store).returncode == 0
    joined = run("dossier", "--store", store, "--format", "json").stdout
    assert (apart.count('"type":"person"') or apart.count('"type": "person"')) == 2
    assert (joined.count('"type":"person"') or joined.count('"type": "person"')) == 1
    assert run("names", "merge", "Same", "same", "--store", store).returncode == 2
    assert run("names", "forget", "Anton Welkampf", "Anton Welkamp", "--store", store).returncode == 0
    assert run("names", "list", "--store", store).stdout == ""
    assert "no decision on" in run("names", "forget", "Anton Welkamp", "Anton Welkampf", "--store", store).stderr


def test_a_decision_goes_into_no_store_that_is_not_there(tmp_path: Path) -> None:
    for command in (("merge", "Ada", "Eda"), ("split", "Ada", "Eda"), ("forget", "Ada", "Eda"), ("list",)):
        done = run("names", *command, "--store", tmp_path / "dekc.sqlite")
        assert done.returncode == 2
        assert "no such store" in done.stderr
    assert not (tmp_path / "dekc.sqlite").exists()


def test_lines_in_a_pipe_end_where_their_words_end(articles: Path) -> None:
    for command in (("dossier", articles), ("who", "Petersen", articles), ("sources", "s1", articles)):
        lines = run(*command).stdout.splitlines()
        assert lines
        assert all(line == line.rstrip() for line in lines)


def test_an_output_that_cannot_be_written_is_said(articles: Path, tmp_path: Path) -> None:
    done = run("dossier", articles, "--format", "json", "-o", tmp_path / "absent" / "x.json")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_control_c_leaves_the_store_whole(articles: Path, tmp_path: Path) -> None:
    text = (articles / "harbour-3.txt").read_text("utf-8")
    for number in range(600):
        (articles / f"more-{number:03}.txt").write_text(text.replace("zwölf", f"{number + 20}"), "utf-8")
    path = tmp_path / "s.sqlite"
    command = [*PROGRAM, "ingest", str(articles), "--store", str(path), "--jobs", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None and not path.exists():
        time.sleep(0.05)
    time.sleep(1.0)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode in {0, 130}
    assert "Traceback" not in errors
    with Store(path) as store:
        assert store.count() % 100 == 0 or store.count() == 603
