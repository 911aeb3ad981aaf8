"""Claims in a terminal: values side by side, the exact words of each article, origins counted."""

from __future__ import annotations

from collections.abc import Mapping

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from quellenlage.dossier.render.dates import readable
from quellenlage.dossier.render.origins import counted, given, marks, origins_of, value_of
from quellenlage.dossier.render.reading import Reading, ValueGroup, Wording
from quellenlage.dossier.render.safe import line
from quellenlage.dossier.render.words import Words
from quellenlage.dossier.schema import Claim, ClaimMention

NARROW = 66
"""Columns below which values stand above the words instead of beside them."""


def claim_full(claim: Claim, reading: Reading, ui: Words, *, width: int) -> RenderableType:
    """Draw a claim with every article's words; a disputed one with its values in a column of their own."""
    head = Text.assemble((f"{claim.id} ", "bold"), (ui.quote(line(claim.text)), "bold"))
    about = [counted(claim, reading=reading, words=ui)]
    if claim.differs_in is not None:
        about.insert(0, f"{ui('differs_in')}: {ui(f'difference.{claim.differs_in}')}")
    found = origins_of(claim, reading=reading, words=ui)
    parts: list[RenderableType] = [Text(), head, Padding(Text(" · ".join(about)), (0, 0, 0, 3))]
    parts += [
        Padding(Text(f"[{number}] {line(origin.label)}", style="dim"), (0, 0, 0, 3))
        for number, origin in enumerate(found, 1)
        if not origin.plain
    ]
    numbers = marks(claim, found)
    groups = reading.values_of(claim)
    if claim.verdict == "disputed":
        body = _side_by_side(groups, reading, ui, numbers, narrow=width < NARROW)
    else:
        wordings = reading.wordings(claim.mentions)
        body = Group(*(_wording(w, reading, ui, numbers, value=True) for w in wordings))
    parts.append(Padding(body, (0, 0, 0, 3)))
    return Group(*parts)


def _side_by_side(
    groups: tuple[ValueGroup, ...], reading: Reading, ui: Words, numbers: Mapping[ClaimMention, str], *, narrow: bool
) -> RenderableType:
    if narrow:
        rows: list[RenderableType] = []
        for group in groups:
            rows.append(Text(value_of(group, words=ui), style="bold"))
            rows += [
                Padding(_wording(w, reading, ui, numbers, value=False), (0, 0, 0, 2))
                for w in reading.wordings(group.mentions)
            ]
        return Group(*rows)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    table.add_column(ui("value"), max_width=18, overflow="fold", style="bold")
    table.add_column(ui("words_of_article"), ratio=1)
    for group in groups:
        for position, wording in enumerate(reading.wordings(group.mentions)):
            value = Text(value_of(group, words=ui) if position == 0 else "")
            table.add_row(value, _wording(wording, reading, ui, numbers, value=False))
    return table


def _wording(
    wording: Wording, reading: Reading, ui: Words, numbers: Mapping[ClaimMention, str], *, value: bool
) -> Group:
    """Draw ``[1] Küstenfunk (14 May 2025) · attributed: Tjark Onken`` and the words below it."""
    where = []
    for mention in wording.mentions:
        article = reading.article.get(mention.article)
        date = readable(article.published if article else None, ui)
        where.append(f"{numbers.get(mention, '')} {line(reading.outlet(mention.article))} ({date})".lstrip())
    stance = ui(f"stance.{wording.mentions[0].stance}")
    if wording.speaker and wording.mentions[0].stance != "asserts":
        stance = f"{stance}: {line(wording.speaker)}"
    own = wording.mentions[0].value if value else None
    shown = f" = {given(own, words=ui)}" if own else ""
    about = Text(f"{', '.join(where)} · {stance}", style="dim")
    return Group(Text.assemble(ui.quote(line(wording.words)), (shown, "bold")), Padding(about, (0, 0, 0, 2)))


def claim_short(claim: Claim, reading: Reading, ui: Words) -> RenderableType:
    """Draw a claim that one origin tells on as few lines as its words need."""
    mention = claim.mentions[0] if claim.mentions else None
    words = reading.text(mention.article)[mention.start : mention.end] if mention else ""
    about = [line(reading.outlet(a)) for a in reading.articles_of(claim)]
    if mention is not None:
        speaker = line(reading.speaker_of(mention))
        stance = ui(f"stance.{mention.stance}")
        about.append(f"{stance}: {speaker}" if speaker else stance)
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=max(4, len(claim.id)), style="bold")
    table.add_column(ratio=1)
    table.add_row(claim.id, Text.assemble(ui.quote(line(words or claim.text)), (f" · {' · '.join(about)}", "dim")))
    return table
