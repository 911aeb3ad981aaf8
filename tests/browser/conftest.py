"""One headless Chromium for all browser tests; pages are files, watched for requests, errors and violations."""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))

import sample

from quellenlage.dossier.render import html
from quellenlage.dossier.schema import Dossier

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def chromium() -> str:
    """Return the path of Chromium; a missing one fails the tests: they are never skipped."""
    names = (os.environ.get("QUELLENLAGE_CHROMIUM"), "chromium", "chromium-browser", "google-chrome", "chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(
            "The browser tests need Chromium: run `make browser` (Debian: apt-get install chromium) "
            "or point QUELLENLAGE_CHROMIUM at its program file.",
            pytrace=False,
        )
    return found


@pytest.fixture
def finder() -> Callable[[], str]:
    return chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield running
        running.close()


@dataclass
class Watched:
    """A page with everything that it did and should not have done."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)

    def expect_clean(self) -> None:
        assert self.complaints == []


Opener = Callable[..., Watched]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open a dossier's page; at the end of the test it must have asked for nothing and complained about nothing."""
    contexts: list[BrowserContext] = []
    watched: list[Watched] = []
    numbers = itertools.count()

    def opener(dossier: Dossier, *, language: str = "en", fragment: str = "", **options: Any) -> Watched:
        path = tmp_path / f"dossier{next(numbers)}.html"
        path.write_text(html.render(dossier, language="de" if language == "de" else "en"), "utf-8")
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        seen = Watched(page, path.as_uri())
        page.on("console", lambda m: seen.complaints.append(f"console {m.type}: {m.text}"))
        page.on("pageerror", lambda e: seen.complaints.append(f"error: {e}"))
        page.on("dialog", lambda d: (seen.complaints.append(f"dialog: {d.message}"), d.dismiss()))
        page.on("popup", lambda p: seen.complaints.append(f"popup: {p.url}"))
        page.on(
            "request",
            lambda r: None if r.url.split("#")[0] == seen.url else seen.complaints.append(f"request: {r.url}"),
        )
        page.add_init_script(
            "document.addEventListener('securitypolicyviolation', e => console.error('csp ' + e.violatedDirective))"
        )
        page.goto(seen.url + fragment)
        watched.append(seen)
        return seen

    yield opener
    for seen in watched:
        seen.expect_clean()
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return sample.dossier()
