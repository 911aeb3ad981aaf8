"""The entity layer: names first, then what stands for them, as referents and mentions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from quellenlage.layers.annotations import Annotations, Mention, MentionKind, Referent
from quellenlage.layers.entities.bodies import Bodies
from quellenlage.layers.entities.descriptions import Descriptions
from quellenlage.layers.entities.drafts import Line
from quellenlage.layers.entities.facilities import Facilities
from quellenlage.layers.entities.focus import Focus
from quellenlage.layers.entities.french import French
from quellenlage.layers.entities.holders import by_surname, named
from quellenlage.layers.entities.linking import Linker
from quellenlage.layers.entities.listed import Listed
from quellenlage.layers.entities.named_firms import NamedFirms
from quellenlage.layers.entities.persons import Persons
from quellenlage.layers.entities.resolve import Draft, People, core
from quellenlage.layers.entities.shapes import Shapes
from quellenlage.layers.entities.surnames import Surnames
from quellenlage.layers.entities.surroundings import Surroundings
from quellenlage.layers.entities.unlisted import Unlisted

_ELIDED: Final = re.compile(r"\b([dDlL]['’]) (?=\w)")
"""A French article or preposition that is a token of its own (*Conseil d'Etat*)."""


class Recogniser:
    """Annotates one document; made anew for each.

    Args:
        annotations: The document with its sentences.
    """

    def __init__(self, annotations: Annotations) -> None:
        language = annotations.document.language.partition("-")[0]
        self.language = language if language in {"de", "ru"} else "en"
        self.french = language == "fr"
        self.annotations = annotations
        self.lines = [
            Line(
                index, sentence.tokens, [False] * len(sentence.tokens), [False] * len(sentence.tokens), sentence.heading
            )
            for index, sentence in enumerate(annotations.sentences)
        ]
        self.people = People()

    def run(self) -> Annotations:
        """Return the annotations with referents and mentions."""
        surroundings = Surroundings(language=self.language)
        listed, shapes = Listed(language=self.language), Shapes(language=self.language)
        unlisted = Unlisted(self.annotations, self.people, shapes, language=self.language)
        found = [item for line in self.lines for item in unlisted.outlet_shortened(line)]
        named = NamedFirms(language=self.language, behind=shapes.behind).find(self.lines)
        found += named
        french = French(listed) if self.french else None
        if french is not None:
            for line in self.lines:
                french.hide(line)
                found += french.names(line)
        found += [item for line in self.lines for item in listed.phrases(line)]
        self._persons(surroundings)
        surnames = Surnames(self.people, language=self.language)
        surnames.scan(self.lines)
        found += surnames.firms
        known = frozenset(draft.surname for draft in self.people.drafts)
        facilities = Facilities(language=self.language)
        for line in self.lines:
            found += french.unlisted(line) if french else ()
            found += facilities.scan(line)
            found += listed.words(line, surnames=known)
        focus = Focus(found, self.lines, self.annotations.sentences, language=self.language)
        bodies = Bodies(language=self.language, towns=shapes.towns(self.lines))
        for line in self.lines:
            found += french.bodies(line) if french else ()
            found += bodies.scan(line)
        found += unlisted.find(self.lines, surnames, focus, named)
        linker = Linker(focus)
        linker.add_all(found)
        self._known(focus)
        date, outlet = self.annotations.document.published, self.annotations.document.outlet
        descriptions = Descriptions(self.people, linker, focus, date=date, outlet=outlet, language=self.language)
        descriptions.appositions(surroundings.appositions)
        descriptions.run(self.lines)
        return self._finish([*self.people.drafts, *linker.drafts])

    def _persons(self, surroundings: Surroundings) -> None:
        persons = Persons(language=self.language)
        found = []
        for line in self.lines:
            for person in persons.scan(line):
                surroundings.read(line, person)
                found.append(person)
        self.people.add_all(found)

    def _known(self, focus: Focus) -> None:
        """Recognise office holders among the persons."""
        date = self.annotations.document.published
        for draft in self.people.drafts:
            words = core(draft.full)
            holder = named(words, country=draft.country)
            if holder is None and len(words) == 1:
                holder = by_surname(words[0], date=date, places=focus.lands)
            if holder is not None and (draft.gender is None or draft.gender == holder.gender):
                draft.known, draft.gender = holder.key, holder.gender
                if holder.perhaps(date):
                    draft.holds = (holder.office, holder.place)
                    if not draft.country and not holder.place.startswith("org/"):
                        draft.country = holder.place

    def _finish(self, drafts: list[Draft]) -> Annotations:
        drafts = [draft for draft in drafts if draft.mentions]
        for draft in drafts:
            draft.mentions.sort()
        drafts.sort(key=lambda draft: draft.mentions[0])
        referents, mentions = [], []
        for index, draft in enumerate(drafts):
            referents.append(_referent(index, draft))
            last = -1
            for start, end, kind, reason in draft.mentions:
                if start >= last:
                    mention_kind: MentionKind = "name" if kind == "name" else "nominal"
                    mentions.append(Mention(start, end, index, mention_kind, reason))
                    last = end
        mentions.sort(key=lambda mention: (mention.start, -mention.end, mention.referent))
        return replace(self.annotations, referents=tuple(referents), mentions=tuple(mentions))


def _referent(index: int, draft: Draft) -> Referent:
    if draft.type == "person":
        name = " ".join(draft.full)
    elif draft.entry is not None or draft.institution is not None:
        name = draft.label
    else:
        name = " ".join(draft.full)
    country = draft.country or (f"country/{draft.entry.country}" if draft.entry and draft.entry.country else None)
    offices: dict[str, None] = {}
    context: dict[str, None] = dict.fromkeys(draft.context)
    for role, where in draft.roles:
        if role.office == "person":
            continue
        place = where or country
        offices[f"{role.office}/{place.partition('/')[2]}" if place else role.office] = None
        context[f"{role.modifier} {role.lemma}".strip()] = None
        if role.modifier:
            context[role.modifier] = None
    if draft.holds is not None:
        offices[f"{draft.holds[0]}/{draft.holds[1].partition('/')[2]}"] = None
    code = (
        country.partition("/")[2][:2].upper()
        if country and country.startswith(("country/", "state/", "region/"))
        else None
    )
    name = _ELIDED.sub(r"\1", name)
    forms = sorted({_ELIDED.sub(r"\1", " ".join(words)) for words in draft.names} - {name})
    return Referent(
        index,
        draft.type,
        name,
        tuple(forms),
        draft.gender,
        code if code and code.isalpha() else None,
        tuple(offices),
        draft.known,
        draft.entry.wikidata if draft.entry else None,
        tuple(context),
    )


def recognise(annotations: Annotations) -> Annotations:
    """Fill in referents and mentions of a document whose sentences are known."""
    return Recogniser(annotations).run()
