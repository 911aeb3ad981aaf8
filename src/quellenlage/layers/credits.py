"""Layer: wire services that an article is credited to as a whole, or cites in passing.

Whole-article credits are what the trade prints: a mark behind the last sentence (``(dpa/lnw)``, ``(afp, red)``), a
dateline (``Frankfurt (Reuters) - ``), a credit line (``Mit Material der dpa``), the author field, the outlet itself.
A citation in passing needs a reporting word in the same sentence; a service that no table knows is one where the text
calls it so (``introduced``). Names in picture credits count as neither, nor does a service whose report is rejected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from quellenlage.documents.document import Document
from quellenlage.layers.agencies import Agency, Naming, by_key, in_credit, namings, unlisted
from quellenlage.layers.annotations import Annotations, Credit, Sentence
from quellenlage.layers.introduced import introduced
from quellenlage.layers.layer import Layer

_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,80})[)\]]|(?<!\w)/([^/\n]{2,30})/(?!\w)")
_PARAGRAPH = re.compile(r"[^\n]+")
_PART = re.compile(r"[^\s/,;+&|·]+(?: (?:Nowosti|Novosti|Новости|Jones|Press|News))?")
_DESK_MARK = re.compile(
    r"[a-zäöüß]{1,8}\d{0,3}\.?|[A-ZÄÖÜ]{1,3}|[A-Za-zÄÖÜäöü]{1,3}|[A-Z][a-z]{1,3}\.|:?[\d:.-]+|[-–—]+"
)
_PARAGRAPH_END = re.compile(r"[\s.…»«“”\"']*$")
_DATELINE_END = re.compile(r"\s*(?:[-–—:.]|$)")
_RUNS_ON = re.compile(r" [A-ZÄÖÜА-ЯЁ„«]")  # „Wien (APA) Der Rat hat …“
_WRITER = re.compile(r"[/,] ?(?:[A-ZÄÖÜ][\wäöüß-]+ ?){1,3}$")  # „(dpa, Lisa Maier)“
_TRAILER = re.compile(r"[.!?…][»«“”\"']?\s+(\S[^.!?\n]{1,40})$")
_REUTERS_DESK = re.compile(r"\(?\s*(?:Additional r|R)eporting by [^\n]{2,200}?\bediting by\b", re.IGNORECASE)
# Words that may stand before the agency in a dateline: places and dates. Months are the only lower-case ones (Russian).
_DATELINE_HEAD = re.compile(
    r"[\W\d]*(?:(?:[A-ZÄÖÜА-ЯЁ][\w'’.-]*|янв\w*|фев\w*|мар\w*|апр\w*|мая|июн\w*|июл\w*|авг\w*|сен\w*|окт\w*|ноя\w*|дек\w*"
    r"|am|an|der|de|la|im)[\W\d]*){0,7}"
)
_DATELINE_CHARS = 90
_CREDIT_LINE_CHARS = 200
_CUE_BEFORE = 50
_CUE_AFTER = 40
_ITEM_BEFORE = 45
_TOLD = re.compile(r"\b(?:der|gegenüber|to|told)\s+(?:\w+\s+)?[„“\"«]?$", re.IGNORECASE)
_OPENING_PARAGRAPHS = 4
_CLOSING_PARAGRAPHS = 5


@cache
def _words() -> dict[str, re.Pattern[str]]:
    lines = (files("quellenlage.layers") / "resources" / "credit-cues.tsv").read_text("utf-8").splitlines()
    kinds: dict[str, list[str]] = {}
    for line in lines:
        if line and not line.startswith(("#", "kind\t")):
            kind, pattern = line.split("\t")
            kinds.setdefault(kind, []).append(pattern)
    compiled = {kind: re.compile(rf"(?<!\w)(?:{'|'.join(all_)})(?!\w)", re.IGNORECASE) for kind, all_ in kinds.items()}
    openers = "|".join(sorted(kinds["opener"], key=len, reverse=True))
    compiled["opener"] = re.compile(rf"\W{{0,3}}(?:{openers})(?!\w)", re.IGNORECASE)
    return compiled


def annotate(annotations: Annotations) -> Annotations:
    """Find the credits of a document, in order of their place; those of the header come first, with an empty span."""
    document = annotations.document
    credits = [*_from_header(document)]
    taken: set[int] = set()
    for credit in sorted(_whole(document), key=lambda credit: (credit.start, credit.end)):
        if credit.start not in taken:
            taken.add(credit.start)
            credits.append(credit)
    credits.extend(_passing(annotations, taken))
    return replace(annotations, credits=tuple(sorted(credits, key=lambda c: (c.start, c.end, c.agency))))


LAYER = Layer(
    name="credits",
    requires=frozenset({"sentences", "referents", "mentions"}),
    assigns=frozenset({"credits"}),
    annotate=annotate,
)


def _from_header(document: Document) -> Iterator[Credit]:
    for value, field in ((document.author, "author"), (document.outlet, "outlet")):
        found: dict[str, None] = {}
        if field == "author":
            for part in _PART.findall(value or ""):
                agency = in_credit(part)
                if agency is not None:
                    found[agency.key] = None
            for naming in namings(value or ""):
                found[naming.agency.key] = None
        elif value and (agency := in_credit(value)) is not None:
            found[agency.key] = None
        for key in found:
            yield Credit(0, 0, key, True, f"{field}: {value}")


def _whole(document: Document) -> Iterator[Credit]:
    text = document.text
    paragraphs = [p for p in _PARAGRAPH.finditer(text, document.title_end) if p[0].strip()]
    report = [p for p in paragraphs if document.debris_at(*p.span()) is None] or paragraphs
    opening = {p.start() for p in report[:_OPENING_PARAGRAPHS]}
    last = report[-3].start() if len(report) >= 3 else 0
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.span()
        debris = document.debris_at(start, end)
        if debris is not None and debris.kind != "credit":
            continue
        closing = start >= last or number >= len(paragraphs) - _CLOSING_PARAGRAPHS
        line = paragraph[0]
        if len(line) <= _CREDIT_LINE_CHARS and _is_photo_credit(line):
            continue
        for bracket in _BRACKET.finditer(text, start, end):
            yield from _from_bracket(text, start, end, bracket)
        if start in opening:
            yield from _from_dateline(text, start, end)
        if closing:
            yield from _from_trailer(text, start, end)
        if (closing or start in opening) and len(line) <= _CREDIT_LINE_CHARS:
            yield from _from_line(text, start, end)
        desk = _REUTERS_DESK.search(line)
        if desk is not None:
            yield Credit(
                start + desk.start(), start + desk.end(), "agency/reuters", True, "desk line: Reporting by … Editing by"
            )


def _is_photo_credit(line: str) -> bool:
    """Tell a picture credit: it begins with a word for picture, or has one before a colon, or a © in the middle."""
    photo = _words()["photo"]
    first = photo.match(line.lstrip(" \t(["))
    if first is not None:
        rest = line.lstrip(" \t([")[first.end() :].lstrip()
        if not rest or rest[0] in ":/|©-–—" or rest.startswith(("von ", "by ")):
            return True
    labelled = any(line[match.end() :].lstrip().startswith(":") for match in photo.finditer(line))
    return labelled or "©" in line.strip()[1:]


def _parts(words: str, offset: int) -> list[Naming] | None:
    """Read a credit of nothing but agencies and desk marks; None where anything else stands in it or no agency."""
    found: list[Naming] = []
    opener = _words()["opener"].match(words)
    begin = opener.end() if opener is not None else 0
    for part in _PART.finditer(words, begin):
        agency = _agency_of(part[0].strip(".:"))
        if agency is not None:
            found.append(Naming(offset + part.start(), offset + part.end(), agency))
        elif _DESK_MARK.fullmatch(part[0]) is None and _words()["desk"].fullmatch(part[0].strip(".:-")) is None:
            behind = words[: part.start()].rstrip(" ")[-1:] + words[part.start() :]
            return found if found and _WRITER.fullmatch(behind) else None
    return found or None


def _agency_of(part: str) -> Agency | None:
    part = part.removeprefix("l'").removeprefix("l’")  # French: ``avec l'AFP``
    agency = in_credit(part)
    if agency is None and "-" in part:
        agency = in_credit(part.partition("-")[0])
    if agency is None and ":" in part:  # dpa's own line: ``dpa:260319-930-1234/2``
        agency = in_credit(part.partition(":")[0])
    if agency is None and "." in part:  # ``INTERFAX.RU``
        agency = in_credit(part.partition(".")[0])
    return agency


def _from_bracket(text: str, start: int, end: int, bracket: re.Match[str]) -> Iterator[Credit]:
    group = 1 if bracket[1] is not None else 2
    found = _parts(bracket[group], bracket.start(group))
    if found is None:
        return
    before = text[start : bracket.start()]
    at_end = _PARAGRAPH_END.match(text[bracket.end() : end]) is not None
    parted = _DATELINE_END.match(text, bracket.end(), end) is not None
    runs_on = _RUNS_ON.match(text, bracket.end(), end) is not None and not _names_agency_at_end(before)
    dateline = len(before) <= _DATELINE_CHARS and (parted or runs_on) and _DATELINE_HEAD.fullmatch(before) is not None
    if at_end and not dateline and before.rstrip() and _names_agency_at_end(before):
        return  # an abbreviation behind the full name
    if dateline or at_end:
        place = "dateline" if dateline and before.strip() else "mark"
        for naming in found:
            yield Credit(naming.start, naming.end, naming.agency.key, True, f"{place}: {bracket[0]}")


def _names_agency_at_end(before: str) -> bool:
    tail = before.rstrip()[-60:]
    found = namings(tail)
    return bool(found) and found[-1].end >= len(tail) - 1


def _from_dateline(text: str, start: int, end: int) -> Iterator[Credit]:
    head = text[start : min(end, start + _DATELINE_CHARS)]
    for naming in namings(head):
        before, after = head[: naming.start], head[naming.end :]
        if _DATELINE_HEAD.fullmatch(before) is None:
            return
        separated = re.match(r"(?:\.RU|\.ru)?\s*[-–—:.](?:\s|$)", after) is not None
        if before.strip() and separated and re.search(r"[-–—.,/(]\s*$", before) is not None:
            yield Credit(
                start + naming.start,
                start + naming.end,
                naming.agency.key,
                True,
                f"dateline: {head[: naming.end].strip()}",
            )
            return
        if not before.strip() and re.match(r"\s+[-–—]\s", after) is not None:
            yield Credit(start + naming.start, start + naming.end, naming.agency.key, True, f"dateline: {head[:40]}")
            return
        place = re.match(r"\s+[A-ZÄÖÜ][\w/ -]{1,30}[.:–—]\s", after)
        if not before.strip() and place is not None and head[: naming.end].islower():
            yield Credit(
                start + naming.start, start + naming.end, naming.agency.key, True, f"dateline: {head[: naming.end]}"
            )
            return


def _from_trailer(text: str, start: int, end: int) -> Iterator[Credit]:
    trailer = _TRAILER.search(text[max(start, end - 60) : end].rstrip())
    if trailer is not None:
        base = max(start, end - 60)
        for naming in _parts(trailer[1], base + trailer.start(1)) or ():
            yield Credit(naming.start, naming.end, naming.agency.key, True, f"mark: {trailer[1]}")


def _from_line(text: str, start: int, end: int) -> Iterator[Credit]:
    line = text[start:end]
    found = _parts(line.strip().rstrip("."), start + len(line) - len(line.lstrip()))
    if found is None:
        opener = _words()["opener"].match(line)
        explicit = opener is not None and opener[0].strip().casefold() not in {"von", "aus", "mit", "by"}
        explicit = explicit or _words()["closer"].search(line) is not None
        found = [Naming(n.start + start, n.end + start, n.agency) for n in namings(line)] if explicit else []
    for naming in found:
        yield Credit(naming.start, naming.end, naming.agency.key, True, f"credit line: {line.strip()}")


def _passing(annotations: Annotations, taken: set[int]) -> Iterator[Credit]:
    document = annotations.document
    linked = {
        mention.start: by_key()[known]
        for mention in annotations.mentions
        if (known := annotations.referents[mention.referent].known) in by_key()
        and mention.kind == "name"
        and by_key()[known].kind == "agency"
    }
    for sentence in annotations.sentences:
        words = sentence.start, sentence.end
        if document.debris_at(*words) is not None:
            continue
        surface = document.text[sentence.start : sentence.end]
        yield from _unlisted(annotations, sentence, taken)
        found = {n.start + sentence.start: n.agency for n in namings(surface)}
        found.update({start: agency for start, agency in linked.items() if sentence.start <= start < sentence.end})
        ends = {n.start + sentence.start: n.end + sentence.start for n in namings(surface)}
        for start in sorted(set(found) - taken):
            end = ends.get(start) or next(m.end for m in annotations.mentions if m.start == start)
            cue = _cited(document.text, sentence, start, end, found[start])
            if cue is not None:
                yield Credit(start, end, found[start].key, False, f"cited: {cue}")


def _cited(text: str, sentence: Sentence, start: int, end: int, agency: Agency) -> str | None:
    """Return the words that make a naming a citation, or None."""
    before, after = text[max(sentence.start, start - 60) : start], text[end : min(sentence.end, end + 40)]
    service = _words()["service"].search(before[-40:]) or _words()["service"].search(after[:25])
    if not agency.bare and service is None:
        return None
    if _words()["staff"].match(after.lstrip("-– ")) or _words()["staff"].search(before[-28:]):
        return None
    report = _words()["report"].search(text[max(sentence.start, start - _CUE_BEFORE) : start])
    if report is None:
        report = _words()["report"].search(text[end : min(sentence.end, end + _CUE_AFTER)])
    if report is None and _TOLD.search(before) is not None:  # „…“, sagte X am Mittwoch in Y der Nachrichtenagentur Z
        report = _words()["report"].search(text[sentence.start : start])
    if report is None or _rejected(text, sentence, start):
        return None
    return f"{report[0]} … {text[start:end]}"


def _rejected(text: str, sentence: Sentence, start: int) -> bool:
    """Tell whether a sentence throws out what the service reported („nannte einen Bericht der Agentur X erfunden“)."""
    report = _words()["item"].search(text, max(sentence.start, start - _ITEM_BEFORE), start)
    return report is not None and _words()["reject"].search(text, sentence.start, sentence.end) is not None


def _unlisted(annotations: Annotations, sentence: Sentence, taken: set[int]) -> Iterator[Credit]:
    """Yield citations of services that the text calls so and no table knows."""
    text = annotations.document.text
    for one in introduced(text, sentence.start, sentence.end):
        known = next(
            (
                annotations.referents[m.referent].known
                for m in annotations.mentions
                if m.start < one.end and one.start < m.end and m.kind == "name"
            ),
            None,
        )
        if one.start in taken or known is not None or namings(one.name):
            continue
        agency = unlisted(one.name)
        cue = _cited(text, sentence, one.start, one.end, replace(agency, bare=True))
        if cue is not None:
            yield Credit(one.start, one.end, agency.key, False, f"cited: {cue}")
