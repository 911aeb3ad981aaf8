"""Two articles against each other in a terminal: what they differ in, what both carry, what only one carries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quellenlage.dossier.render.dates import readable
from quellenlage.dossier.render.firmness import drift_of, told_as
from quellenlage.dossier.render.origins import teller
from quellenlage.dossier.render.reading import Reading
from quellenlage.dossier.render.safe import line
from quellenlage.dossier.render.terminal import cut, heading
from quellenlage.dossier.render.words import Language, Words, words
from quellenlage.dossier.schema import Article, Claim, ClaimMention, Dossier
from quellenlage.errors import InputError

SHORT = 15
"""Claims that only one article carries, shown unless everything is asked for."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The claims of two articles.

    Attributes:
        differ: Claims that both carry with different values, or that one denies.
        both: Claims that both carry alike.
        first: Claims that only the first of the two carries.
        second: Claims that only the second of the two carries.
    """

    differ: tuple[Claim, ...]
    both: tuple[Claim, ...]
    first: tuple[Claim, ...]
    second: tuple[Claim, ...]


def find_article(dossier: Dossier, name: str) -> Article:
    """Return the article of that id, path, file name, file name without its ending, or outlet.

    Raises:
        InputError: No article goes by that name, or several do.
    """
    tests: tuple[Callable[[Article], bool], ...] = (
        lambda a: a.id == name,
        lambda a: a.path == name,
        lambda a: PurePath(a.path).name == name,
        lambda a: PurePath(a.path).stem == name,
        lambda a: (a.outlet or "").casefold() == name.casefold(),
    )
    for test in tests:
        found = [article for article in dossier.articles if test(article)]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(article.id for article in found)
            raise InputError(f"{name!r} names several articles: {ids}; give the id", code="article-ambiguous")
    raise InputError(f"no article {name!r} in this dossier", code="article-unknown")


def compare(dossier: Dossier, first: str, second: str) -> Comparison:
    """Sort the claims of two articles (given by id) by whether both carry them and whether they differ."""
    reading = Reading(dossier)
    differ: list[Claim] = []
    both: list[Claim] = []
    only_first: list[Claim] = []
    only_second: list[Claim] = []
    for claim in dossier.claims:
        carriers = reading.articles_of(claim)
        if first in carriers and second in carriers:
            (differ if _differs(claim, reading, first, second) else both).append(claim)
        elif first in carriers:
            only_first.append(claim)
        elif second in carriers:
            only_second.append(claim)
    return Comparison(tuple(differ), tuple(both), tuple(only_first), tuple(only_second))


def _differs(claim: Claim, reading: Reading, first: str, second: str) -> bool:
    """Tell whether a disputed claim is disputed between these two: one denies it, or gives a value the other has not.

    An article that gives no value differs from none; values that the verdict took for the same are no difference.
    """
    if claim.verdict != "disputed":
        return False
    values: dict[str, set[int]] = {first: set(), second: set()}
    denies: dict[str, set[bool]] = {first: set(), second: set()}
    for number, group in enumerate(reading.values_of(claim)):
        for article in {mention.article for mention in group.mentions} & values.keys():
            denies[article].add(group.denied)
            if group.value is not None:
                values[article].add(number)
    if denies[first] != denies[second]:
        return True
    return bool(values[first]) and bool(values[second]) and values[first] != values[second]


def render(
    dossier: Dossier,
    first: str,
    second: str,
    console: Console,
    *,
    everything: bool = False,
    language: Language = "en",
) -> None:
    """Print two articles of a dossier against each other.

    Args:
        dossier: The dossier that holds both.
        first: Id, path, file name or outlet of the one.
        second: Id, path, file name or outlet of the other.
        console: Where to.
        everything: Whether long lists are printed whole.
        language: Language of headings and labels.

    Raises:
        InputError: One of the two is not in the dossier, or both are the same.
    """
    ui, reading = words(language), Reading(dossier)
    a, b = find_article(dossier, first), find_article(dossier, second)
    if a.id == b.id:
        raise InputError(f"{first!r} and {second!r} are the same article ({a.id})", code="article-same")
    found = compare(dossier, a.id, b.id)
    _heads(a, b, reading, console, ui)
    for title, claims in (("they_differ", found.differ), ("both_carry", found.both)):
        heading(console, ui(title), len(claims))
        if claims:
            console.print(_table(claims, a, b, reading, ui))
        else:
            console.print(Text(f"  {ui('none')}", style="dim"))
    for article, claims in ((a, found.first), (b, found.second)):
        heading(console, ui("only_in", name=line(reading.outlet(article.id))), len(claims))
        limit = len(claims) if everything else SHORT
        for claim in claims[:limit]:
            text = Text.assemble((f"{claim.id} ", "bold"), ui.quote(_words(claim, article, reading)))
            console.print(Padding(text, (0, 0, 0, 2)))
        cut(console, ui, len(claims) - limit)


def _heads(a: Article, b: Article, reading: Reading, console: Console, ui: Words) -> None:
    table = Table(box=None, show_header=False, expand=True, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    cells = []
    for article in (a, b):
        about = [readable(article.published, ui)]
        if article.copy_of is not None:
            about.append(ui("copy_of", name=line(reading.outlet(article.copy_of))))
        if article.agencies:
            about.append(ui("rests_on", agencies=", ".join(line(reading.name(e)) for e in article.agencies)))
        name = line(reading.outlet(article.id))
        cells.append(Text.assemble((name, "bold"), f" · {' · '.join(about)}\n", ui.quote(line(article.title))))
    table.add_row(*cells)
    console.print(table)


def _table(claims: tuple[Claim, ...], a: Article, b: Article, reading: Reading, ui: Words) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 2, 0, 0), show_lines=False)
    table.add_column("", width=4, style="bold")
    table.add_column(line(reading.outlet(a.id)), ratio=1)
    table.add_column(line(reading.outlet(b.id)), ratio=1)
    for claim in claims:
        table.add_row(claim.id, _told(claim, a, reading, ui), _told(claim, b, reading, ui))
        if claim.drift is not None and {a.id, b.id} & set(claim.drift.asserted):
            table.add_row("", Text(drift_of(claim, reading=reading, words=ui), style="italic"), "")
    return table


def _mentions(claim: Claim, article: Article) -> tuple[ClaimMention, ...]:
    return tuple(mention for mention in claim.mentions if mention.article == article.id)


def _words(claim: Claim, article: Article, reading: Reading) -> str:
    mention = _mentions(claim, article)[0]
    return line(reading.text(article.id)[mention.start : mention.end]) or line(claim.text)


def _told(claim: Claim, article: Article, reading: Reading, ui: Words) -> Text:
    """Draw an article's words for a claim; where they give several values, the first words for each."""
    own = _mentions(claim, article)
    groups = [[m for m in group.mentions if m in own] for group in reading.values_of(claim)]
    each = [mentions[0] for mentions in groups if mentions]
    shown = [m for m in own if m in each] if claim.verdict == "disputed" else own[:1]
    told = Text()
    for mention in shown:
        stance = told_as(mention, words=ui)
        who = line(teller(mention, claim, reading=reading))
        words = line(reading.text(article.id)[mention.start : mention.end]) or line(claim.text)
        told.append("\n" if told else "").append(f"{line(mention.value)}\n" if mention.value else "", "bold")
        told.append(ui.quote(words)).append(f"\n{stance}: {who}" if who else f"\n{stance}", "dim")
    return told
