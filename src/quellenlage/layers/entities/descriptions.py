"""Descriptions brought home: to a person or body of the document, to an office holder, or to an office of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from quellenlage.layers.entities.adjectives import demonym
from quellenlage.layers.entities.alliances import Alliances
from quellenlage.layers.entities.backward import choose_body, describe_body, kinds_of, land_before, of_land
from quellenlage.layers.entities.classifiers import Classifiers
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.fitting import choose
from quellenlage.layers.entities.focus import Focus
from quellenlage.layers.entities.gazetteer import gazetteer
from quellenlage.layers.entities.holders import holder_of, place_of
from quellenlage.layers.entities.lexis import common
from quellenlage.layers.entities.linking import Linker
from quellenlage.layers.entities.nominal import Description, describe
from quellenlage.layers.entities.placewords import PlaceWords
from quellenlage.layers.entities.resolve import Draft, People, Window
from quellenlage.layers.entities.roles import Role
from quellenlage.layers.entities.words import DEFINITE, UNIQUE_OFFICES

_STATE: Final = frozenset(["parliament", "government", "ministry"])
"""Classes of bodies beside which a president without more is the country's."""
_NEW: Final = ("neu", "künftig", "designiert", "kommend", "nächst", "nominiert")
_LOOKED_AT: Final = 200
_LOCAL_OFFICES: Final = frozenset(["mayor", "district-administrator"])
_QUOTES: Final = frozenset(["„", "«", "»", '"', "“"])
_COMMISSION: Final = frozenset(["kommission", "commission", "комисси"])
_UNION: Final = frozenset(["org/eu", "org/eu-kommission", "org/eu-parlament", "org/eu-rat"])
_GENITIVES: Final = frozenset(["des", "der", "eines", "einer"])
_OUTLET_NOUNS: Final = frozenset(
    ["Zeitung", "Zeitungen", "newspaper", "Redaktion", "Sender", "Senders", "Portal", "Portals", "Blatt", "Magazin"]
)
_OWN: Final = frozenset(
    ["dieser", "this", "unser", "unsere", "unserer", "unserem", "unseres", "unseren", "diesem", "our"]
)


class Descriptions:
    """Resolves what stands alone in one document.

    Args:
        people: Its persons.
        linker: Its places and organisations.
        focus: What it is mostly about.
        date: Its EDTF date or None.
        outlet: The publication or None.
        language: ``de``, ``en`` or ``ru``.
    """

    def __init__(
        self, people: People, linker: Linker, focus: Focus, *, date: str | None, outlet: str | None, language: str
    ) -> None:
        self.people = people
        self.linker = linker
        self.focus = focus
        self.date = date
        self.outlet = outlet
        self.language = language
        self._near, self._near_things = Window(), Window()
        self._classifiers: Classifiers | None = None
        self._of_union = False
        self._places = PlaceWords(linker, focus, people, language=language)
        self._alliances = Alliances(linker, focus, language=language)

    def appositions(self, found: list[tuple[int, int, Found]]) -> None:
        """Add the descriptions that stand in apposition to a name."""
        by_start = {mention[0]: draft for draft in self.people.drafts for mention in draft.mentions}
        for start, end, person in found:
            draft = by_start.get(person.start)
            if draft is not None:
                draft.mentions.append((start, end, "nominal", "apposition"))

    def run(self, lines: list[Line]) -> None:
        """Resolve the body of the text in reading order, then its headings, which speak of what the body explains."""
        self._of_union = bool(_UNION & self.focus.lands) or any(
            token.text.startswith(("EU-", "еврокомисс", "Еврокомисс")) for line in lines for token in line.tokens
        )
        if self.language == "de":
            self._classifiers = Classifiers(lines, self.linker.drafts)
        for heading in (False, True):
            for line in lines:
                if line.heading is heading:
                    self._line(line)
        self._place_offices()

    def _place_offices(self) -> None:
        """Give the offices of state told without a place that of the one country or state spoken of."""
        if len(self.focus.rivals) != 1:
            return
        for draft in self.people.drafts:
            if draft.country is None and draft.holds is None:
                draft.roles = [(role, where or self._placed(role)) for role, where in draft.roles]

    def _placed(self, role: Role) -> str | None:
        if role.office not in UNIQUE_OFFICES or role.modifier:
            return None
        return place_of(role, country=None, main=self.focus.country, state=self.focus.state)

    def _line(self, line: Line) -> None:
        for i in range(len(line.tokens)):
            if line.title[i] or not line.word(i)[:1].isalnum():
                continue
            if (
                self._outlet(line, i)
                or self._classified(line, i)
                or self._places.resolve(line, i)
                or self._alliances.resolve(line, i)
                or self._firm_of(line, i)
                or self._nation(line, i)
                or self._body(line, i)
            ):
                continue
            description = describe(line, i, language=self.language)
            if description is not None:
                self._person(description)

    def _person(self, description: Description) -> None:
        drafts = self._near.of(self.people.drafts, description.start)
        if description.possessive and drafts:
            owner = description.owner
            owners = [draft for draft in drafts if owner is None or draft.gender in {None, owner}]
            last = max(
                owners or drafts,
                key=lambda draft: draft.mentions.last_before(description.start),
            )
            drafts = [draft for draft in drafts if draft is not last]
        role = description.role
        chosen = choose(description, drafts)
        if chosen is not None:
            draft, reason = chosen
            draft.mentions.append((description.start, description.end, "nominal", reason))
            draft.gender = draft.gender or description.gender
            if role is not None and not draft.roles:
                draft.roles.append((role, description.country))
            return
        role = role if role is None else self._of_state(role, description)
        if role is None or role.office not in UNIQUE_OFFICES | _LOCAL_OFFICES | {"chief"}:
            return
        if any(word.startswith(_NEW) for word in description.words[:-1]):
            return  # „den neuen Gesundheitsminister“: who that is, the text goes on to say
        if description.possessive and not role.office.endswith("-minister"):
            return  # „sein Chef“ is anybody's, „ihr Verkehrsminister“ one man
        self._office(description, role)

    def _of_state(self, role: Role, description: Description) -> Role:
        """Return a president as head of state, where a text about a country's bodies names nobody who is one."""
        if role.office != "president" or role.modifier or description.body is not None or description.former:
            return role
        if description.owned and description.country is None:
            return role  # „der Präsident des Vereins“
        if description.country is None and not (self.focus.country and self._bodies_of_state()):
            return role
        return replace(role, office="head-of-state")

    def _bodies_of_state(self) -> bool:
        return any(_STATE & kinds_of(draft) for draft in self.linker.drafts[:_LOOKED_AT])

    def _office(self, description: Description, role: Role) -> None:
        """Make a referent of an office that is the only name of its holder; the table may tell who that was."""
        place = place_of(role, country=description.country, main=self.focus.country, state=self.focus.state)
        holder = holder_of(role, place=place, date=self.date, gender=description.gender)
        if holder is not None:
            reason = f"{role.office} of {place} on {self.date}: {holder.name}"
            for draft in self._near.of(self.people.drafts, description.start):
                if draft.known == holder.key:
                    draft.mentions.append((description.start, description.end, "nominal", reason))
                    return
        if role.office == "chief" and holder is None:
            return
        words = " ".join(description.words)
        draft = Draft("person", gender=description.gender, label=words[:1].upper() + words[1:])
        if holder is not None:
            draft.known, draft.label, draft.holds = holder.key, holder.name, (holder.office, holder.place)
        draft.country = place if place and not place.startswith("org/") else None
        draft.roles.append((role, draft.country))
        if role.office in _LOCAL_OFFICES and self.focus.city is not None:
            draft.context.append(f"@{self.focus.city}")
        draft.mentions.append((description.start, description.end, "nominal", f"office: {role.office}"))
        self.people.drafts.append(draft)

    def _body(self, line: Line, i: int) -> bool:
        body = describe_body(line, i, language=self.language)
        k = i + 2 if line.word(i + 1) in _QUOTES else i + 1
        named = k < len(line.tokens) and line.taken[k] and line.word(k)[:1].isupper()
        if body is None or named:
            return False
        drafts = self._near_things.of(self.linker.drafts, line.tokens[i].start)
        land = land_before(line, i, language=self.language)
        if land is not None and body.kind in {"company", "bank", "paper", "utility"}:
            drafts = of_land(drafts, land)
        target = self._apposed(line, i) or choose_body(body, line.tokens[i].start, drafts, line.word(i))
        if target is None:
            return body.noun in _COMMISSION and self._commission(line, i)
        target.mentions.append((line.tokens[i].start, line.tokens[i].end, "nominal", f"description „{line.word(i)}“"))
        return True

    def _commission(self, line: Line, i: int) -> bool:
        """Resolve „die Kommission“ to the European Commission where the text speaks of the EU and of no other."""
        if not self._of_union or line.word(i + 1) in _GENITIVES | {"für", "for", "of", "zur"}:
            return False
        token, entry = line.tokens[i], gazetteer().by_key["org/eu-kommission"]
        reason = "the commission of the EU, which the text speaks of"
        self.linker.add_all(
            [Found(token.start, token.end, entry.type, (entry.name,), reason, line.index, entry=entry, kind="nominal")]
        )
        return True

    def _firm_of(self, line: Line, i: int) -> bool:
        """Resolve „die Kanadier“ to the last firm that the text calls Canadian, where it does so of one at all."""
        token = line.tokens[i]
        if self.language != "de" or line.taken[i] or line.title[i] or line.word(i + 1)[:1].isupper():
            return False
        people = demonym(token.text)
        opens = line.heading and i == 0
        if people is None or people[1] == "f" or not (opens or line.word(i - 1).lower() in {"die", "den", "der"}):
            return False
        if not people[2] and (line.word(i - 1).lower() != "die" and not opens):
            return False  # „der Kanadier“ is a man
        firms = [
            (draft.mentions.last_before(token.start), draft)
            for draft in self._near_things.of(self.linker.drafts, token.start)
            if draft.type == "organization" and draft.entry is None and draft.institution is None
            if draft.country == f"country/{people[0]}"
        ]
        last = max(firms, key=lambda item: item[0], default=None)
        if last is None:
            return False
        last[1].mentions.append((token.start, token.end, "nominal", f"the firm from there: „{token.text}“"))
        return True

    def _nation(self, line: Line, i: int) -> bool:
        """Resolve „die Amerikaner“ to their country, where the text names it."""
        token, word = line.tokens[i], line.word(i)
        people = demonym(word) if self.language == "de" and not line.taken[i] and not line.title[i] else None
        if people is None or people[1] == "f" or line.word(i + 1)[:1].isupper():
            return False
        article, before = line.word(i - 1).lower(), line.word(i - 2)
        many = article == "die" or (article == "den" and people[2]) or (article == "der" and _noun_before(before))
        many = many and (people[2] or article != "den")
        draft = next(
            (draft for draft in self.linker.drafts[:_LOOKED_AT] if draft.known == f"country/{people[0]}"), None
        )
        if not many or draft is None or (article == "die" and word.endswith("e") and word != "Deutsche"):
            return False
        draft.mentions.append((token.start, token.end, "nominal", f"the people of the country: „{word}“"))
        return True

    def _classified(self, line: Line, i: int) -> bool:
        """Bring a noun home that stood with a name before („die Reederei Nordstern“, later „die Reederei“)."""
        draft = self._classifiers.meant(line, i) if self._classifiers is not None else None
        if draft is None:
            return False
        token = line.tokens[i]
        draft.mentions.append((token.start, token.end, "nominal", f"description „{token.text}“"))
        return True

    def _apposed(self, line: Line, i: int) -> Draft | None:
        """Return the organisation named in apposition behind a description („die Betreiberin, die Nordlift AG, …“)."""
        comma = i + 1
        if line.word(comma) in _GENITIVES:  # die Betreiberin des Stausees, die …
            comma = next((k for k in range(i + 2, i + 5) if line.word(k) == ","), comma)
        k = comma + 1 if line.word(comma + 1).lower() not in DEFINITE else comma + 2
        if line.word(comma) != "," or k >= len(line.tokens):
            return None
        start = line.tokens[k].start
        drafts = self._near_things.of(self.linker.drafts, start)
        return next(
            (
                draft
                for draft in drafts
                if draft.type == "organization" and any(m[0] == start and m[2] == "name" for m in draft.mentions)
            ),
            None,
        )

    def _outlet(self, line: Line, i: int) -> bool:
        """Resolve „dieser Zeitung“, "this newspaper" to the publication itself."""
        word, before = line.word(i), line.word(i - 1).lower()
        if self.outlet is None or line.taken[i] or word not in _OUTLET_NOUNS or before not in _OWN:
            return False
        found = Found(
            line.tokens[i - 1].start,
            line.tokens[i].end,
            "organization",
            tuple(self.outlet.split()),
            "the publication itself",
            line.index,
            kind="nominal",
        )
        found.context.append("paper")
        self.linker.add_all([found])
        draft = self.linker.drafts[-1]
        if not draft.names:
            draft.label = self.outlet
        return True


def _noun_before(word: str) -> bool:
    """Tell whether a genitive may follow: a noun right before „der“ („die Pläne der Schweden“)."""
    return word[:1].isupper() and common(word, language="de")
