"""One page, parsed: body by trafilatura, the rest by what the page states in JSON-LD, meta elements and its markup.

Run as a module it is the child process of ``extract``: the page in UTF-8 on standard input, JSON on standard output.
"""

from __future__ import annotations

import logging
import re
import sys
from collections import Counter
from typing import Final

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from quellenlage import limits
from quellenlage.documents.dates import edtf
from quellenlage.documents.metadata import Parts, host_of
from quellenlage.documents.statedmeta import read_stated

_ERRORS: Final = (
    etree.LxmlError, ValueError, TypeError, AttributeError, KeyError, IndexError, AssertionError, RecursionError,
    MemoryError,
)  # fmt: skip
"""What trafilatura, justext and lxml raise on broken pages (seen in their trackers)."""

_BLOCKS: Final = frozenset({"p", "head", "item", "cell", "quote", "code", "ab"})
_MIN_FALLBACK_CHARS: Final = 250
_BREAK: Final = "\x1f"  # no page holds it: U+001F is no character of HTML
_FRAGMENT_BREAKS = re.compile(
    r"<br\s*/?>\s*<br\s*/?>|</?(?:p|div|h[1-6]|li|ul|ol|blockquote|table|tr|figure|section|article)\b[^<>]{0,500}>",
    re.I,
)
_FRAGMENT_DROPPED = re.compile(
    r"<(script|style|figure|iframe|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S
)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_page(page: str) -> Parts | str:
    """Return the parts of the page's article, or the reason why there is none."""
    try:
        tree = document_fromstring(page.encode("utf-8", "replace"), parser=HTMLParser(huge_tree=True, encoding="utf-8"))
    except _ERRORS:
        return "the page cannot be parsed"
    _tame(tree)
    stated = read_stated(tree)
    published = stated.published or _date_in_markup(tree, url=stated.url)
    paragraphs = _paragraphs(tree)
    title = stated.title
    while paragraphs and _is_head(paragraphs[0], title=title, author=stated.author):
        paragraphs.pop(0)
    body = "\n\n".join(paragraphs)
    if len(stated.body) > 2 * len(body) or _squeezed(stated.body) == _squeezed(body):
        body = stated.body  # the page shows the beginning of what it states, or has lost its paragraphs
    if not body.strip():
        return "no article text found in the page"
    return Parts(
        title=title,
        body=body,
        outlet=stated.outlet or host_of(stated.url),
        url=stated.url,
        author=stated.author,
        published=published,
        markup_language=stated.language,
    )


def text_of_markup(markup: str) -> str:
    """Return the text of a fragment of HTML, blocks parted by empty lines."""
    parted = _FRAGMENT_BREAKS.sub(lambda match: "\n\n" + match.group(), _FRAGMENT_DROPPED.sub(" ", markup))
    try:
        tree = document_fromstring(
            f"<div>{parted}</div>".encode("utf-8", "replace"), parser=HTMLParser(huge_tree=True, encoding="utf-8")
        )
    except _ERRORS:
        return markup
    return "\n\n".join(
        " ".join(block.split()) for block in "".join(map(str, tree.itertext())).split("\n\n") if block.strip()
    )


def _tame(tree: HtmlElement) -> None:
    """Change what extractors stumble over, in place.

    Attributes by whose value they allocate (colspan; trafilatura #657) go where they have more than two digits, and
    tables that only lay out the page become plain blocks: a cell with a heading or two paragraphs in it is no datum.
    """
    for element in tree.xpath("//*[@colspan or @rowspan]"):
        for name in ("colspan", "rowspan"):
            value = element.get(name)
            if value is not None and not re.fullmatch(r"\d{1,2}", value):
                del element.attrib[name]
    paragraphs: Counter[HtmlElement] = Counter()
    for block in tree.xpath("//td/p | //td/h1 | //td/div/p | //td/div/h1"):
        cell = next(block.iterancestors("td"))
        paragraphs[cell] += 2 if block.tag == "h1" else 1
    for cell in [cell for cell, count in paragraphs.items() if count >= 2]:
        for element in (cell, *cell.iterancestors("tr", "tbody", "table", "td")):
            if element.tag == "div":
                break
            element.tag = "div"


def _paragraphs(tree: HtmlElement) -> list[str]:
    """Return the article's blocks, each on one line, by trafilatura with its fallbacks."""
    from trafilatura import bare_extraction

    before = _marked_paragraphs(tree)  # the extraction changes the tree
    try:
        found = bare_extraction(
            tree, include_comments=False, include_tables=True, include_formatting=False, with_metadata=False
        )
    except _ERRORS:
        return before
    body = getattr(found, "body", None)
    if body is None:
        return before
    blocks: list[str] = []
    for element in body.iter():
        if element.tag in _BLOCKS and not any(above.tag in _BLOCKS for above in element.iterancestors()):
            blocks.extend(_lines(element))
    return blocks or [line for line in (getattr(found, "text", None) or "").split("\n") if line.strip()]


def _marked_paragraphs(tree: HtmlElement) -> list[str]:
    """Return the long ``p`` elements, for pages in which trafilatura sees no article; none where they say little."""
    texts = (" ".join("".join(map(str, element.itertext())).split()) for element in tree.iter("p"))
    paragraphs = list(dict.fromkeys(text for text in texts if len(text) >= 60))
    return paragraphs if sum(map(len, paragraphs)) >= _MIN_FALLBACK_CHARS else []


def _lines(element: etree._Element) -> list[str]:
    """Return the paragraphs of a block: one, or more where two line breaks in a row part them."""
    parts = re.split(rf"{_BREAK}\s*(?:{_BREAK}\s*)+", "".join(_texts(element)))
    lines = (" ".join(part.replace(_BREAK, " ").split()) for part in parts)
    return [line for line in lines if line]


def _texts(element: etree._Element) -> list[str]:
    """Return the texts below an element, line breaks as ``_BREAK``."""
    texts = [element.text or ""]
    for child in element:
        texts.append(_BREAK if child.tag in {"lb", "br", "item", "p"} else "")
        texts.extend(_texts(child))
        texts.append(child.tail or "")
    return texts


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _is_head(line: str, *, title: str, author: str | None) -> bool:
    """Tell whether a first block repeats the title, the date or the author line."""
    if _squeezed(line) == _squeezed(title) or edtf(line) is not None:
        return True
    by = re.fullmatch(r"(?:Von|By|Автор:?) (.{3,100})", line)
    return by is not None and author is not None and by[1].split(" und ")[0].split(",")[0].strip() in author


def _date_in_markup(tree: HtmlElement, *, url: str | None) -> str | None:
    """Return the date that htmldate finds in markup and address, not in the text, where any date may stand."""
    from htmldate import find_date

    try:
        return edtf(find_date(tree, extensive_search=False, original_date=True, url=url))
    except _ERRORS:
        return None


def _main() -> int:
    from quellenlage.documents.extract import to_answer

    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.EXTRACTION_BYTES, limits.EXTRACTION_BYTES))
    except (ImportError, ValueError, OSError):  # not on this system: the time limit still holds
        pass
    sys.setrecursionlimit(10_000)
    page = sys.stdin.buffer.read().decode("utf-8", "replace")
    sys.stdout.write(to_answer(read_page(page)))
    return 0


if __name__ == "__main__":
    sys.exit(_main())
