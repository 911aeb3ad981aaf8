"""What the articles of a story rest on, drawn: origin, articles, their copies, whom they cite; circles are shown.

The terminal and the page draw the same outline. Labels come from articles and are shown escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from quellenlage.corpus.origins import Origins
from quellenlage.corpus.records import Story
from quellenlage.dossier.render.html import asset, policy
from quellenlage.dossier.render.safe import encodable, line
from quellenlage.dossier.render.words import Language, Words, words

_ARROW = "→"


@dataclass(frozen=True, slots=True)
class Telling:
    """One article in the outline.

    Attributes:
        key: Document key.
        label: Outlet and title.
        how: Key of the interface word for its step to the article above, or None at the top.
        cited: Labels of those that it cites, each with the chain in between (``TASS → an official``).
        copies: The articles that took their text from it.
    """

    key: str
    label: str
    how: str | None
    cited: tuple[str, ...]
    copies: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A story's origins.

    Attributes:
        label: The story's label.
        roots: Label, kind and articles of each origin, the one with most articles first.
        shared: Sources that articles of more than one origin cite, with the labels of those articles.
        circles: Circular chains as labels in order of citation.
    """

    label: str
    roots: tuple[tuple[str, str, tuple[Telling, ...]], ...]
    shared: tuple[tuple[str, tuple[str, ...]], ...]
    circles: tuple[tuple[str, ...], ...]


def outline(story: Story, origins: Origins) -> Outline:
    """Put a story's part of the graph in order.

    Args:
        story: The story.
        origins: The graph of the corpus.
    """
    inside = set(story.articles)
    above: dict[str, tuple[str, str]] = {}
    for edge in origins.edges:
        if edge.kind in {"copied from", "shares text with"} and edge.source in inside and edge.target in inside:
            above[edge.source] = edge.target, "sources.copied" if edge.kind == "copied from" else "sources.shared"

    def telling(key: str, seen: frozenset[str]) -> Telling:
        below = [k for k in story.articles if above.get(k, ("", ""))[0] == key and k not in seen]
        return Telling(
            key,
            origins.nodes[key].label,
            above[key][1] if key in above and seen else None,
            _cited(key, origins),
            tuple(telling(k, seen | {key, k}) for k in below),
        )

    groups: dict[str, list[Telling]] = {}
    for key in story.articles:
        if key not in above or _in_circle(key, above):
            (root,) = origins.roots(key)
            groups.setdefault(root, []).append(telling(key, frozenset((key,)) if key not in above else frozenset()))
    order = sorted(groups, key=lambda root: (-sum(map(_size, groups[root])), origins.root(root).label))
    return Outline(
        label=story.label,
        roots=tuple((origins.root(r).label, origins.root(r).kind, tuple(groups[r])) for r in order),
        shared=_shared(story, origins),
        circles=tuple(
            tuple(origins.nodes[id_].label for id_ in circle) for circle in origins.cycles if inside & set(circle)
        ),
    )


def _in_circle(key: str, above: dict[str, tuple[str, str]]) -> bool:
    seen, at = {key}, key
    while at in above:
        at = above[at][0]
        if at in seen:
            return at == key and key == min(seen)
        seen.add(at)
    return False


def _size(telling: Telling) -> int:
    return 1 + sum(map(_size, telling.copies))


def _cited(key: str, origins: Origins) -> tuple[str, ...]:
    """Whom an article cites, each chain to its end; what an article says of its own agency stands at the origin."""
    own = {edge.target for edge in origins.edges if edge.source == key and edge.kind == "credited to"}
    steps: dict[str, list[str]] = {}
    for edge in origins.edges:
        if edge.kind == "cites" and key in edge.articles:
            steps.setdefault(edge.source, []).append(edge.target)
    chains: list[str] = []
    inner = {target for source, targets in steps.items() if source != key for target in targets}
    for first in steps.get(key, []):
        if first in own or (first in inner and first not in steps):
            continue
        chain, seen = [first], {key, first}
        while (following := [t for t in steps.get(chain[-1], []) if t not in seen]) and len(chain) < 6:
            chain.append(following[0])
            seen.add(following[0])
        chains.append(f" {_ARROW} ".join(origins.nodes[id_].label for id_ in chain))
    return tuple(dict.fromkeys(chains))


def _shared(story: Story, origins: Origins) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Sources that articles of more than one origin cite: for what these said, the articles count once."""
    by: dict[str, dict[str, None]] = {}
    for edge in origins.edges:
        if edge.kind == "cites" and origins.nodes[edge.target].kind != "anonymous":
            for key in edge.articles:
                if key in story.articles:
                    by.setdefault(edge.target, {})[key] = None
    rows = [
        (origins.nodes[id_].label, tuple(origins.nodes[key].label for key in keys))
        for id_, keys in by.items()
        if len({root for key in keys for root in origins.roots(key)}) > 1
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row[1]), row[0])))


def render(story: Story, origins: Origins, console: Console, *, language: Language = "en") -> None:
    """Print a story's origins as a tree.

    Args:
        story: The story.
        origins: The graph of the corpus.
        console: Where to.
        language: Language of labels; words of articles stay as they are.
    """
    shown, ui = outline(story, origins), words(language)
    top = Text(line(shown.label), style="bold")
    top.append(f" · {ui.count('sources.roots', len(shown.roots))}", style="dim")
    tree = Tree(top)
    for label, kind, tellings in shown.roots:
        head = Text(line(label), style="bold")
        head.append(f" ({_kind(kind, ui)})", style="dim")
        branch = tree.add(head)
        for telling in tellings:
            _grow(branch, telling, ui)
    for name, rows in (("shared_sources", shown.shared), ("circles", [(" → ".join(c), ()) for c in shown.circles])):
        if rows:
            branch = tree.add(Text(ui(f"sources.{name}"), style="bold"))
            for label, articles in rows:
                leaf = branch.add(Text(line(label)))
                for article in articles:
                    leaf.add(Text(f"{ui('sources.by')} {line(article)}", style="dim"))
    console.print(tree)


def _grow(branch: Tree, telling: Telling, ui: Words) -> None:
    label = Text(line(telling.label))
    if telling.how is not None:
        label.append(f" ({ui(telling.how)})", style="dim")
    node = branch.add(label)
    for cited in telling.cited:
        node.add(Text(f"{ui('sources.cites')} {line(cited)}", style="dim"))
    for copy in telling.copies:
        _grow(node, copy, ui)


def _kind(kind: str, ui: Words) -> str:
    return ui(f"sources.{kind}" if kind in {"agency", "outlet", "article"} else "sources.outlet")


def page(story: Story, origins: Origins, *, language: Language = "en") -> str:
    """Return a story's origins as one HTML page without script; everything from articles is escaped.

    Args:
        story: The story.
        origins: The graph of the corpus.
        language: Language of labels.
    """
    shown, ui, css = outline(story, origins), words(language), asset("dossier.css")
    parts = [
        _item(f"<b>{_plain(label)}</b> <small>{escape(_kind(kind, ui))}</small>", (_nested(t, ui) for t in tellings))
        for label, kind, tellings in shown.roots
    ]
    shared = [_item(_plain(label), (_item(_plain(a), ()) for a in articles)) for label, articles in shown.shared]
    circles = [_item(_plain(f" {_ARROW} ".join(circle)), ()) for circle in shown.circles]
    body = [f"<h1>{_plain(shown.label)}</h1>", f"<p>{escape(ui.count('sources.roots', len(parts)))}</p>", _list(parts)]
    for name, rows in (("shared_sources", shared), ("circles", circles)):
        if rows:
            body += [f"<h2>{escape(ui(f'sources.{name}'))}</h2>", _list(rows)]
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(css, ""))}">'
        f"<title>{escape(ui('sources.title'))}</title><style>{css}</style></head>\n<body>{''.join(body)}</body></html>\n"
    )


def _plain(text: str) -> Markup:
    return escape(encodable(line(text)))


def _nested(telling: Telling, ui: Words) -> str:
    how = f" <small>{escape(ui(telling.how))}</small>" if telling.how is not None else ""
    cited = [_item(f"<small>{escape(ui('sources.cites'))}</small> {_plain(name)}", ()) for name in telling.cited]
    return _item(f"{_plain(telling.label)}{how}", (*cited, *(_nested(copy, ui) for copy in telling.copies)))


def _item(label: str, below: Iterable[str]) -> str:
    inner = list(below)
    return f"<li>{label}{_list(inner) if inner else ''}</li>"


def _list(items: Sequence[str]) -> str:
    return f"<ul>{''.join(items)}</ul>"
