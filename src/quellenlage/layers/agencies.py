"""The table of wire services, and where a text names one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from quellenlage.errors import ResourceError

_FIRST_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Agency:
    """A wire service, broadcaster or paper.

    Attributes:
        key: Gazetteer key (``agency/reuters``).
        name: Its name.
        forms: All spellings, the name among them; case counts.
        country: ISO 3166-1 alpha-2 code.
        kind: ``agency``, ``broadcaster`` or ``paper``.
        bare: Whether the name alone may be taken for the medium in running text.
    """

    key: str
    name: str
    forms: tuple[str, ...]
    country: str
    kind: str
    bare: bool


class Naming(NamedTuple):
    """A place where a text names an agency."""

    start: int
    end: int
    agency: Agency


@cache
def table() -> tuple[Agency, ...]:
    """Read the table that the package ships.

    Raises:
        ResourceError: The file is missing or a line has not its seven columns.
    """
    resource = files("quellenlage.layers") / "resources" / "agencies.tsv"
    try:
        lines = resource.read_text("utf-8").splitlines()
    except OSError as error:
        raise ResourceError(f"{resource}: {error}") from error
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    if any(len(row) != len(rows[0]) for row in rows):
        raise ResourceError(f"{resource}: a row has not the columns of the heading")
    return tuple(
        Agency(f"agency/{key}", name, (name, *filter(None, forms.split("|"))), country, kind, bare == "1")
        for key, name, forms, country, kind, _qid, bare in rows[1:]
    )


@cache
def by_key() -> dict[str, Agency]:
    """Return the table by gazetteer key."""
    return {agency.key: agency for agency in table()}


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, Agency], ...]]:
    index: dict[str, list[tuple[str, Agency]]] = {}
    for agency in table():
        if agency.kind == "agency":
            for form in agency.forms:
                first = _FIRST_WORD.search(form)
                if first is not None:
                    index.setdefault(first[0], []).append((form[first.start() :], agency))
    return {word: tuple(sorted(forms, key=lambda f: (-len(f[0]), f[0]))) for word, forms in index.items()}


@cache
def _by_folded_form() -> dict[str, Agency]:
    index: dict[str, Agency] = {}
    for agency in table():
        if agency.kind == "agency":
            for form in agency.forms:
                # Upper-case short forms of small agencies are ordinary words in lower case (``map``, ``tap``, ``mia``).
                index.setdefault(form, agency)
                if agency.bare:
                    index.setdefault(form.casefold(), agency)
    return index


def unlisted(name: str) -> Agency:
    """Return a wire service that no table knows, under the name that a text gives it; its country is not known."""
    return Agency(f"agency/{name}", name, (name,), "", "agency", bare=False)


def of_key(key: str) -> Agency | None:
    """Return the wire service, broadcaster or paper of a gazetteer key, one that only a text knows included."""
    kind, _, name = key.partition("/")
    return by_key().get(key) or (unlisted(name) if kind == "agency" and name else None)


def in_credit(word: str) -> Agency | None:
    """Return the agency that a word of a credit line stands for (``dpa``, ``AFP``, ``Reuters``), case ignored.

    Small agencies whose name is a common word must be written as in the table.
    """
    word = word.strip()
    return _by_folded_form().get(word) or _by_folded_form().get(word.casefold())


def namings(text: str) -> list[Naming]:
    """Find all places where a text names an agency, longest form first, in order, without overlap.

    A genitive ending (``der Reuters``, ``Interfax'``, ``Bloombergs``) or a hyphen compound (``dpa-Bericht``) is allowed
    behind the name; the span is the name alone. Linear in the length of the text.
    """
    index = _by_first_word()
    result: list[Naming] = []
    done = 0
    for word in _FIRST_WORD.finditer(text):
        start = word.start()
        if start < done:
            continue
        surface = word[0]
        candidates = index.get(surface)
        if candidates is None and surface.endswith("s"):
            candidates = index.get(surface[:-1])
        for form, agency in candidates or ():
            end = start + len(form)
            if text.startswith(form, start) and _ends(text, end):
                result.append(Naming(start, end, agency))
                done = end
                break
    return result


def _ends(text: str, end: int) -> bool:
    if end >= len(text) or not text[end].isalnum():
        return True
    return text[end] == "s" and (end + 1 >= len(text) or not text[end + 1].isalnum())
