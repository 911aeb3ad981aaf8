"""Claims in a terminal: values side by side, the exact words of each article, origins counted."""

from __future__ import annotations

from collections.abc import Mapping

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quellenlage.dossier.render.dates import readable
from quellenlage.dossier.render.firmness import drift_of, told_as
from quellenlage.dossier.render.groups import Wording
from quellenlage.dossier.render.origins import counted, given, marks, named_among, origins_of, teller, value_of
from quellenlage.dossier.render.reading import Reading
from quellenlage.dossier.render.safe import line
from quellenlage.dossier.render.values import folded
from quellenlage.dossier.render.words import Words
from quellenlage.dossier.schema import Claim, ClaimMention

NARROW = 66
"""Columns below which values stand above the words instead of beside them."""

PER_CLAIM = 4
"""Wordings of a claim that is not disputed, shown unless everything is asked for."""


def claim_full(claim: Claim, reading: Reading, ui: Words, *, width: int, everything: bool = False) -> RenderableType:
    """Draw a claim with every article's words; a disputed one with its values in a column of their own."""
    found = origins_of(claim, reading=reading, words=ui)
    about = counted(claim, reading=reading, words=ui)
    if len(found) == 1 and not found[0].plain:
        about = f"{about}: {line(found[0].label)}"
    if claim.differs_in is not None:
        about = f"{ui('differs_in')}: {ui(f'difference.{claim.differs_in}')} · {about}"
    parts: list[RenderableType] = [
        Text(),
        Text.assemble((f"{claim.id} ", "bold"), (ui.quote(line(claim.text)), "bold")),
        Padding(Text(about), (0, 0, 0, 3)),
    ]
    if firmness := drift_of(claim, reading=reading, words=ui):
        parts.append(Padding(Text(firmness, style="italic"), (0, 0, 0, 3)))
    numbers: Mapping[ClaimMention, str] = {}
    if len(found) > 1:
        numbers = marks(claim, found)
        parts += [
            Padding(Text(f"[{number}] {line(label)}", style="dim"), (0, 0, 0, 3))
            for number, label in named_among(found, claim, reading=reading, words=ui)
        ]
    if claim.verdict == "disputed":
        body = _side_by_side(claim, reading, ui, numbers, narrow=width < NARROW, everything=everything)
    else:
        wordings = reading.wordings(claim.mentions)
        told = claim.text if len({folded(w.words) for w in wordings} | {folded(claim.text)}) == 1 else ""
        shown = wordings if everything else wordings[:PER_CLAIM]
        rows = _wordings(shown, claim, reading, ui, numbers, value=True, told=told)
        if len(wordings) > len(shown):
            rows.append(Text(ui("more_line", n=len(wordings) - len(shown)), style="italic"))
        body = Group(*rows)
    parts.append(Padding(body, (0, 0, 0, 3)))
    return Group(*parts)


def _side_by_side(
    claim: Claim,
    reading: Reading,
    ui: Words,
    numbers: Mapping[ClaimMention, str],
    *,
    narrow: bool,
    everything: bool,
) -> RenderableType:
    rows: list[tuple[Text, Group]] = []
    for group in reading.values_of(claim):
        wordings = reading.wordings(group.mentions)
        shown = wordings if everything else _each_article_once(wordings)
        drawn = _wordings(shown, claim, reading, ui, numbers, value=False)
        if len(wordings) > len(shown):
            drawn.append(Text(ui("more_line", n=len(wordings) - len(shown)), style="italic"))
        rows.append((Text(value_of(group, claim, reading=reading, words=ui), style="bold"), Group(*drawn)))
    if narrow:
        return Group(*(part for value, drawn in rows for part in (value, Padding(drawn, (0, 0, 0, 2)))))
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column(ui("value"), max_width=18, overflow="fold")
    table.add_column(ui("words_of_article"), ratio=1)
    for value, drawn_words in rows:
        table.add_row(value, drawn_words)
    return table


def _each_article_once(wordings: tuple[Wording, ...]) -> tuple[Wording, ...]:
    """Leave out wordings whose articles have all been heard with others before."""
    heard: set[str] = set()
    kept = []
    for wording in wordings:
        articles = {mention.article for mention in wording.mentions}
        if not articles <= heard:
            kept.append(wording)
        heard |= articles
    return tuple(kept)


def _wordings(
    shown: tuple[Wording, ...],
    claim: Claim,
    reading: Reading,
    ui: Words,
    numbers: Mapping[ClaimMention, str],
    *,
    value: bool,
    told: str = "",
) -> list[RenderableType]:
    """Draw several wordings; words that two speakers share stand once, and not again where ``told`` has them above."""
    drawn: list[RenderableType] = []
    above = told
    for wording in shown:
        same = folded(wording.words) == folded(above)
        about = _about(wording, claim, reading, ui, numbers)
        own = f"{given(wording.mentions[0].value, words=ui)}" if value and wording.mentions[0].value else ""
        if not same:
            drawn.append(Text.assemble(ui.quote(line(wording.words)), (f" = {own}" if own else "", "bold")))
            above = wording.words
        elif own and told:
            about.append(f" · {ui('value')}: {own}")
        drawn.append(Padding(about, (0, 0, 0, 0 if told else 2)))
    return drawn


def _about(wording: Wording, claim: Claim, reading: Reading, ui: Words, numbers: Mapping[ClaimMention, str]) -> Text:
    """Return who tells it and how: ``[1] Küstenfunk (14 May 2025) · attributed: Tjark Onken``."""
    where: dict[tuple[str, str], list[str]] = {}
    for mention in wording.mentions:
        article = reading.article.get(mention.article)
        date = readable(article.published if article else None, ui)
        outlet = line(reading.outlet(mention.article))
        outlets = where.setdefault((numbers.get(mention, ""), date), [])
        if outlet not in outlets:
            outlets.append(outlet)
    places, last = [], ""
    for (mark, date), outlets in where.items():
        places.append(f"{mark if mark != last else ''} {', '.join(outlets)} ({date})".lstrip())
        last = mark
    stance = told_as(wording.mentions[0], words=ui)
    if who := teller(wording.mentions[0], claim, reading=reading):
        stance = f"{stance}: {line(who)}"
    return Text(f"{'; '.join(places)} · {stance}", style="dim")


def claim_short(claim: Claim, reading: Reading, ui: Words) -> RenderableType:
    """Draw a claim that one origin tells on as few lines as its words need."""
    mention = claim.mentions[0] if claim.mentions else None
    words = reading.text(mention.article)[mention.start : mention.end] if mention else ""
    about = [line(reading.outlet(a)) for a in reading.articles_of(claim)]
    if mention is not None:
        who = line(teller(mention, claim, reading=reading))
        stance = told_as(mention, words=ui)
        about.append(f"{stance}: {who}" if who else stance)
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=max(4, len(claim.id)), style="bold")
    table.add_column(ratio=1)
    table.add_row(claim.id, Text.assemble(ui.quote(line(words or claim.text)), (f" · {' · '.join(about)}", "dim")))
    return table
