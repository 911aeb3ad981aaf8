"""The dossier as one HTML file: everything in it, nothing fetched, readable without its script.

Text of articles reaches the page only through Jinja2's autoescape or ``markupsafe.escape``. The content security policy
names the hashes of the one style sheet and the one script: nothing else can run or load, even if something slipped.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import Final

import jinja2
from markupsafe import Markup

from quellenlage import __version__
from quellenlage.dossier.render.html_look import Look
from quellenlage.dossier.render.reading import VERDICTS
from quellenlage.dossier.render.safe import encodable, line
from quellenlage.dossier.render.stories import narrow
from quellenlage.dossier.render.words import Language, words
from quellenlage.dossier.schema import Dossier
from quellenlage.errors import ResourceError

LAYERS: Final = (
    ("statements", "s"),
    ("claims", "k"),
    ("names", "n"),
    ("times", "t"),
    ("shared", "x"),
    ("debris", "d"),
)
"""What can be switched on and off in a text, with the class of its segments."""

FOLDED: Final = 20
"""Claims of a single source above which they are folded away by story: they are the bulk of any large dossier."""


def render(dossier: Dossier, *, story: str | None = None, language: Language = "en") -> str:
    """Return the dossier as a self-contained HTML document.

    Args:
        dossier: What to show.
        story: Id of a story to keep to, or None for all.
        language: Language of headings and labels; words of articles stay as they are.

    Raises:
        InputError: The dossier has no such story.
        ResourceError: A file that the package ships is missing.
    """
    shown = dossier if story is None else narrow(dossier, story)
    ui, look = words(language), Look(shown, words(language))
    css, js = asset("dossier.css"), asset("dossier.js")
    reading = look.reading
    counts = {
        "claims": len(shown.claims),
        "stories": len(shown.stories) if len(shown.stories) > 1 else 0,
        "timeline": len(look.timeline),
        "actors": len(shown.entities),
        "statements": len(shown.statements),
        "articles": len(shown.articles),
        "problems": len(shown.problems),
    }
    page = _template().render(
        dossier=shown,
        reading=reading,
        look=look,
        ui=ui,
        verdicts=VERDICTS,
        layers=LAYERS,
        folded=FOLDED,
        contents=[(key, n) for key, n in counts.items() if n or key in {"claims", "articles"}],
        agencies=[
            (line(reading.name(e)), sum(e in a.agencies for a in shown.articles))
            for e in sorted(reading.agency_ids, key=lambda e: (reading.name(e), e))
        ],
        policy=policy(css, js),
        css=Markup(css),  # css and js are files of the package
        js=Markup(js),
        version=__version__,
    )
    return encodable(page)


def policy(css: str, js: str) -> str:
    """Return the content security policy that allows one style sheet and one script, by hash, and nothing else."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(css)}'; script-src 'sha256-{_digest(js)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def asset(name: str) -> str:
    """Return a file of the page as text.

    Raises:
        ResourceError: The package does not hold it.
    """
    try:
        return resources.files(__package__).joinpath("assets", name).read_text("utf-8")
    except OSError as error:
        raise ResourceError(f"the package lacks its file assets/{name}: {error}") from error


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=jinja2.FunctionLoader(asset),
    )
    return environment.get_template("dossier.html")
