"""What a page states about its article: JSON-LD (schema.org), Open Graph and other meta elements, links, headings."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from quellenlage import limits
from quellenlage.documents.dates import edtf
from quellenlage.documents.metadata import clean_url, clean_value

_MAX_JSON_OBJECTS: Final = 2_000
_ARTICLE = re.compile(r"Article|NewsArticle|ReportageNewsArticle|BlogPosting|LiveBlogPosting|Report|.*Article")
_TITLE_META: Final = ("og:title", "twitter:title", "dc.title", "headline", "title")
_OUTLET_META: Final = ("og:site_name", "publisher", "dc.publisher", "application-name", "article:publisher")
_AUTHOR_META: Final = ("author", "article:author", "dc.creator", "parsely-author", "byl")
_DATE_META: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.date", "dcterms.created", "publishdate", "pubdate", "publish-date",
    "parsely-pub-date", "sailthru.date",
)  # fmt: skip
_LANGUAGE_META: Final = ("og:locale", "content-language", "dc.language", "language")
_TITLE_TAIL = re.compile(r"\s+[|\-–—•·»:]\s+([^|–—•·»]{2,60})$")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states; every field in a clean form, or empty."""

    title: str = ""
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    body: str = ""


def read_stated(tree: HtmlElement) -> Stated:
    """Read the statements of a page; JSON-LD goes before meta elements, these before the markup."""
    article = next(_articles(tree), {})
    meta = _metas(tree)
    outlet = _name(article.get("publisher")) or _first(meta, _OUTLET_META)
    if outlet is None or outlet.startswith("http"):
        outlet = _outlet_in_title(tree)
    author = _name(article.get("author")) or _first(meta, _AUTHOR_META)
    if author is None or author.startswith("http"):
        author = _byline(tree)
    body = article.get("articleBody")
    return Stated(
        title=_title(tree, article, meta, outlet),
        outlet=outlet,
        url=_canonical(tree, article, meta),
        author=author,
        published=edtf(article.get("datePublished")) or _date(tree, meta),
        language=_language(tree, article, meta),
        body=html.unescape(body) if isinstance(body, str) else "",
    )


def _articles(tree: HtmlElement) -> Iterator[dict[str, object]]:
    """Yield the JSON-LD objects that describe an article, in order of the page."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip()
        if not text or len(text) > limits.MAX_JSON_LD_CHARS:
            continue
        text = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", text)
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        queue: list[object] = [value]
        for _ in range(_MAX_JSON_OBJECTS):
            if not queue:
                break
            item = queue.pop(0)
            if isinstance(item, list):
                queue.extend(item[:100])
            elif isinstance(item, dict):
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in kinds):
                    yield item
                else:
                    queue.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item)


def _metas(tree: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = clean_value(element.get("content"), max_chars=2_000)
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((found for name in names if (found := clean_value(html.unescape(meta.get(name, ""))))), None)


def _one(tree: HtmlElement, path: str) -> str | None:
    for element in tree.xpath(path)[:5]:
        if found := clean_value(element.text_content()):
            return found
    return None


def _name(value: object) -> str | None:
    """Return the names in a JSON-LD value: a text, an object with a name, or a list of these."""
    values = value[:20] if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in values]
    cleaned = [clean_value(html.unescape(name)) for name in names if isinstance(name, str)]
    return ", ".join(dict.fromkeys(name for name in cleaned if name)) or None


def _title(tree: HtmlElement, article: dict[str, object], meta: dict[str, str], outlet: str | None) -> str:
    headline = article.get("headline")
    stated = clean_value(html.unescape(headline), max_chars=1_000) if isinstance(headline, str) else None
    if stated is None:
        headings = [
            text for element in tree.iter("h1") if (text := clean_value(element.text_content(), max_chars=1_000))
        ]
        stated = headings[0] if len(headings) == 1 else None
    stated = stated or _first(meta, _TITLE_META) or _one(tree, "//head/title") or ""
    tail = _TITLE_TAIL.search(stated)
    if tail and outlet and re.sub(r"\W+", "", tail[1]).lower() in re.sub(r"\W+", "", outlet).lower():
        stated = stated[: tail.start()]
    return stated


def _byline(tree: HtmlElement) -> str | None:
    """Return the author named in the markup, or by a short line such as "Von Ina Vogt" marked as one."""
    stated = _one(tree, "//a[@rel='author']|//*[@itemprop='author']")
    marked = stated or _one(tree, "//*[contains(@class,'author') or contains(@class,'byline')]")
    by = re.fullmatch(r"(?:Von|By|Автор:?)\s+(.{3,80})", marked or "")
    return by[1] if by else stated


def _outlet_in_title(tree: HtmlElement) -> str | None:
    """Return what stands behind the article's heading in the page's title: ``<title>Heading | Outlet</title>``."""
    whole, heading = _one(tree, "//head/title"), _one(tree, "//h1")
    if not whole or not heading or not whole.startswith(heading):
        return None
    tail = re.fullmatch(r"\s*(?:[|–—•·»-]|::)\s*([^|–—•·»:]{2,60})", whole[len(heading) :])
    return tail[1].strip() if tail else None


def _canonical(tree: HtmlElement, article: dict[str, object], meta: dict[str, str]) -> str | None:
    links = [
        element.get("href")
        for element in tree.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    page = article.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    for candidate in (*links, meta.get("og:url"), page, article.get("url")):
        if found := clean_url(candidate):
            return found
    return None


def _date(tree: HtmlElement, meta: dict[str, str]) -> str | None:
    for name in _DATE_META:
        if found := edtf(meta.get(name)):
            return found
    for path in (
        "//time[@pubdate]",
        "//*[@itemprop='datePublished']",
        "//article//time[@datetime]",
        "//header//time[@datetime]",
    ):
        for element in tree.xpath(path)[:3]:
            if found := edtf(element.get("datetime") or element.get("content") or element.text_content()):
                return found
    return None


def _language(tree: HtmlElement, article: dict[str, object], meta: dict[str, str]) -> str | None:
    stated = article.get("inLanguage")
    root = tree.getroottree().getroot()
    for candidate in (
        stated,
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
    ):
        if found := clean_value(candidate):
            return found
    return _first(meta, _LANGUAGE_META)
