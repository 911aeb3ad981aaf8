"""What the layers say about one document: plain immutable records with exact spans.

All offsets are code points in ``Annotations.document.text``, half-open. Inside one document things refer to each other
by index: a mention to its referent (``Referent.index``), a statement's speaker likewise. The corpus stage joins the
referents of all documents into entities.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from quellenlage.documents.document import Document
from quellenlage.layers.span import Span

EntityType = Literal["person", "organization", "place", "nationality", "event", "work", "other"]
MentionKind = Literal["name", "nominal", "pronoun"]
Gender = Literal["m", "f", "n"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["published", "text", "none"]
StatementType = Literal["direct", "indirect", "reported", "free_indirect", "indirect_free_indirect"]
Certainty = Literal["asserted", "reported", "hedged", "denied"]
EventStatus = Literal["occurred", "planned", "alleged", "denied"]
EventOutcome = Literal["postponed", "cancelled"]


class Token(NamedTuple):
    """A word, number or punctuation mark."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or heading outside the debris; sentences do not overlap and are in order.

    Attributes:
        start: First code point.
        end: One past the last (closing quotation marks included).
        tokens: Its tokens in order.
        paragraph: Number of its paragraph, from 0 (the title, where there is one, is 0).
        heading: True for the title and for headings between paragraphs.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    paragraph: int
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Referent:
    """One person, place or thing as far as this document tells: the target of its mentions.

    Attributes:
        index: Its position in ``Annotations.referents``.
        type: The kind of thing.
        name: The best full form in this document, in the nominative (``Wladimir Putin``); for a referent known only
            by description, the description (``Der Ministerpräsident``).
        aliases: All other name forms seen here.
        gender: Grammatical or natural gender where the text or a list tells it.
        country: ISO 3166-1 alpha-2 code of the country it belongs to, where known (upper case).
        offices: Offices and functions the text gives it, as canonical keys with country where known
            (``president/RU``, ``foreign-minister/DE``, ``spokesperson``).
        known: Key in a gazetteer (``country/KZ``, ``city/1526273``, ``agency/reuters``), the same in all documents.
        wikidata: QID where an open source gives it.
        context: Nouns that stand in apposition (``Werft-Chef``, ``SPD``), for matching across articles.
    """

    index: int
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    gender: Gender | None = None
    country: str | None = None
    offices: tuple[str, ...] = ()
    known: str | None = None
    wikidata: str | None = None
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the text names a referent: the naming words alone, without article, title or genitive ending words.

    Attributes:
        start: First code point.
        end: One past the last.
        referent: Index of the referent.
        kind: By name, by description (``der Kremlchef``) or by pronoun.
        reason: Why it was taken for this referent (``surname after full name``, ``office: president/RU``).
    """

    start: int
    end: int
    referent: int
    kind: MentionKind
    reason: str


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression (TIMEX3).

    Attributes:
        start: First code point.
        end: One past the last.
        type: TIMEX3 type.
        timex: TIMEX3 value, underspecified where the document pins nothing (``XXXX-WXX-4``).
        edtf: EDTF value or None.
        anchor: What the value was computed from.
        mod: TIMEX3 ``mod`` (``APPROX``, ``START``, …) or None.
        quant: TIMEX3 ``quant`` of a SET or None.
        freq: TIMEX3 ``freq`` of a SET or None.
        why: From what the value was computed, for the reader (``weekday before the publication date 2026-03-19``).
        interval: EDTF interval that the words around it make of the date (``2019/..`` of „seit 2019“) or None.
    """

    start: int
    end: int
    type: TimexType
    timex: str
    edtf: str | None
    anchor: Anchor
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    why: str = ""
    interval: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A wire service or medium named as the source of the whole article or cited in passing.

    Attributes:
        start: First code point of the name.
        end: One past the last.
        agency: Gazetteer key (``agency/reuters``).
        whole: True for a credit line, dateline or marker (``(dpa/lnw)``); False for a citation.
        reason: The pattern that told it.
    """

    start: int
    end: int
    agency: str
    whole: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that the article puts into somebody's mouth.

    Attributes:
        content: Spans of what was said; more than one where the frame splits it.
        type: Kind of speech, after the German news quotation corpus (Petersen-Frey & Biemann, 2024).
        speaker: Index of the referent, or None where the speaker is no entity or unknown.
        speaker_spans: Words of the text that name the speaker of this statement (may stand in an earlier sentence).
        cue: Words that mark the speech act (``sagte``, ``laut``, ``soll``).
        frame: The clause that holds cue and speaker.
        addressee: Words that name who was spoken to.
        via: Who passed it on, nearest to the article first: indices of referents, or the words of the text.
        certainty: How firmly it is put forward.
        confidence: 0 to 1.
        reason: The rule and the words that decided.
    """

    content: tuple[Span, ...]
    type: StatementType
    speaker: int | None
    speaker_spans: tuple[Span, ...]
    cue: tuple[Span, ...]
    frame: tuple[Span, ...]
    addressee: tuple[Span, ...]
    via: tuple[int | str, ...]
    certainty: Certainty
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Participant:
    """A referent in an event, with its role (``source``, ``target``, ``participant``)."""

    referent: int
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """One telling of an event in one document.

    Attributes:
        start: First code point of the clause that tells it.
        end: One past the last.
        trigger: Span of the word that told the type.
        type: PLOVER type or ``OTHER``.
        label: The trigger and its object, as words of the text.
        date: EDTF date or None.
        place: Index of the referent of the place, or None.
        participants: Who took part.
        status: Whether it is told as fact, plan, allegation or denial.
        reason: The lexicon entry and the words that decided.
        concept: What is done, from the lexicon, the same word in all languages.
        outcome: What the telling says became of a plan, where it says so.
    """

    start: int
    end: int
    trigger: Span
    type: str
    label: str
    date: str | None
    place: int | None
    participants: tuple[Participant, ...]
    status: EventStatus
    reason: str
    concept: str = ""
    outcome: EventOutcome | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """A document with the layers made so far; each layer returns a copy with its own fields filled.

    ``inner_statements`` are quotations that lie in a statement (quoted words of a told clause); only the model finds
    them, and a dossier has them in the statement around them.
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    referents: tuple[Referent, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    credits: tuple[Credit, ...] = ()
    statements: tuple[Statement, ...] = ()
    inner_statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
