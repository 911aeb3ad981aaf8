"""The entity layer: names, then what stands for them, as referents and mentions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from quellenlage.layers.annotations import Annotations, Mention, MentionKind, Referent
from quellenlage.layers.entities.adjectives import adjective_of
from quellenlage.layers.entities.bodies import Bodies
from quellenlage.layers.entities.drafts import Found, Line
from quellenlage.layers.entities.gazetteer import Entry, gazetteer
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.nominal import UNIQUE, choose, choose_body, describe, describe_body
from quellenlage.layers.entities.persons import Persons
from quellenlage.layers.entities.resolve import Draft, People, bare, core
from quellenlage.layers.entities.roles import Role
from quellenlage.layers.entities.things import Things
from quellenlage.layers.entities.words import DEFINITE


class Recogniser:
    """Annotates one document; made anew for each.

    Args:
        annotations: The document with its sentences.
    """

    def __init__(self, annotations: Annotations) -> None:
        language = annotations.document.language.partition("-")[0]
        self.language = language if language in {"de", "en", "ru"} else "en"
        self.annotations = annotations
        self.lines = [
            Line(
                index, sentence.tokens, [False] * len(sentence.tokens), [False] * len(sentence.tokens), sentence.heading
            )
            for index, sentence in enumerate(annotations.sentences)
        ]
        self.people = People()
        self.things: list[Draft] = []
        self.by_key: dict[str, Draft] = {}
        self.main_country: str | None = None
        self.main_state: str | None = None
        self.main_city: str | None = None

    def run(self) -> Annotations:
        """Return the annotations with referents and mentions."""
        things, persons, bodies = (
            Things(language=self.language),
            Persons(language=self.language),
            Bodies(language=self.language),
        )
        found: list[Found] = []
        people: list[Found] = []
        for line in self.lines:
            found += things.phrases(line)
        for line in self.lines:
            people += persons.scan(line)
        for line in self.lines:
            for person in people:
                if person.sentence == line.index:
                    self._around(line, person)
        self.people.add_all(people)
        people_again = self._surnames()
        surnames = frozenset(draft.surname for draft in self.people.drafts)
        for line in self.lines:
            found += things.words(line, main=frozenset(), surnames=surnames)
        self._main(found)
        for line in self.lines:
            found += bodies.scan(line)
        spread = self._spread(things)
        for line in self.lines:
            found += things.shapes(line, spread=spread)
        found.sort(key=lambda item: item.start)
        for item in found:
            self._thing(item)
        del people_again
        self._descriptions()
        return self._finish()

    def _around(self, line: Line, person: Found) -> None:
        """Read what stands beside a name: country before the title, apposition behind, party in brackets."""
        first = next(i for i, token in enumerate(line.tokens) if token.start == person.start)
        last = next(i for i, token in enumerate(line.tokens) if token.end == person.end) + 1
        k = first - 1
        while k >= 0 and line.title[k]:
            k -= 1
        for step in range(k, max(-1, k - 4), -1):
            word = line.word(step)
            key = adjective_of(word, language=self.language)
            entry = None if key else self._place(word)
            if key or entry:
                person.country = person.country or key or (entry.key if entry else None)
                break
            if not word[:1].islower() and word not in {"'s", "’s"}:
                break
        if line.word(last) == "(":
            party = line.word(last + 1)
            if party[:1].isupper() and len(party) > 1:
                person.context.append(party)
        if line.word(last) == ",":
            self._apposition(line, last + 1, person)
        if line.word(first - 1) == "," and not any(line.title[first - 1 : first]):
            self._apposition_before(line, first - 2, person)

    def _place(self, word: str) -> Entry | None:
        places = gazetteer()
        for form in (word, word.removesuffix("s")):
            entry = places.words.get(form)
            if entry is not None and entry.kind in {"country", "state", "region"}:
                return entry
        return None

    def _apposition(self, line: Line, start: int, person: Found) -> None:
        persons = Persons(language=self.language)
        for i in range(start, min(start + 6, len(line.tokens))):
            word = line.word(i)
            if word in {",", ".", ";", "–", "-", ":"} or (line.word(i) in {"sagte", "der", "die"} and i > start):
                return
            role = persons.role_at(line, i)
            if role is not None and role[0].number != "pl":
                person.roles.append(role[0])
                end = i + role[1]
                person.country = person.country or next(
                    (
                        place.key
                        for step in range(end, min(end + 3, len(line.tokens)))
                        if (place := self._place(line.word(step)))
                    ),
                    None,
                )
                self._note(line, i, end, person)
                return

    def _apposition_before(self, line: Line, start: int, person: Found) -> None:
        persons = Persons(language=self.language)
        for i in range(start, max(-1, start - 9), -1):
            word = line.word(i)
            if word in {",", ".", ";", ":"}:
                return
            role = persons.role_at(line, i)
            if role is not None and role[0].number != "pl" and not line.title[i]:
                before = [line.word(x).lower() for x in range(max(0, i - 3), i)]
                if (
                    any(word in DEFINITE for word in before)
                    or "'s" in before
                    or "’s" in before
                    or self.language == "ru"
                ):
                    person.roles.append(role[0])
                    self._note(line, i, i + role[1], person)
                return

    def _note(self, line: Line, first: int, last: int, person: Found) -> None:
        person.context.append(" ".join(line.word(x) for x in range(first, last)))
        self._appositions.append((line.tokens[first].start, line.tokens[last - 1].end, person))
        for x in range(first, last):
            line.title[x] = True

    @property
    def _appositions(self) -> list[tuple[int, int, Found]]:
        if not hasattr(self, "_apposition_list"):
            self._apposition_list: list[tuple[int, int, Found]] = []
        return self._apposition_list

    def _surnames(self) -> int:
        """Find the surnames of known persons where they stand alone, in genitives and in compounds."""
        by_name: dict[str, list[Draft]] = {}
        for draft in self.people.drafts:
            for words in draft.names:
                by_name.setdefault(core(words)[-1], []).append(draft)
        count = 0
        for line in self.lines:
            for i, token in enumerate(line.tokens):
                word = token.text
                if line.taken[i] or (line.title[i] and "-" not in word) or not word[:1].isupper():
                    continue
                name = bare(word, set(by_name)) if word not in by_name else word
                width = len(name)
                reason = "surname after full name"
                if name not in by_name and "-" in word:
                    for part in word.split("-"):
                        if part in by_name and len(part) > 2:
                            at = token.start + word.index(part)
                            self._nearest(by_name[part], at).mentions.append(
                                (at, at + len(part), "name", f"in the compound {word}")
                            )
                    continue
                if name not in by_name and word.isupper() and word.title() in by_name:
                    name = word.title()
                if name not in by_name:
                    close = self._close(name, by_name, i)
                    if close is None:
                        continue
                    name, width, reason = close, len(word), f"surname, spelled otherwise: {word} for {close}"
                draft = self._nearest(by_name[name], token.start)
                found = Found(
                    token.start, token.start + width, "person", (word[:width],), reason, line.index, surname_only=True
                )
                draft.add(found)
                line.take(i, i + 1)
                count += 1
        return count

    def _close(self, word: str, names: dict[str, list[Draft]], i: int) -> str | None:
        from quellenlage.layers.entities.persons import common
        from quellenlage.layers.entities.sounds import likeness

        if (
            len(word) < 6
            or (i == 0
            and self.language == "de"
            and common(word, language="de"))
            or common(word, language=self.language)
        ):
            return None
        if word in gazetteer().words:
            return None
        for name in names:
            if len(name) >= 6 and abs(len(name) - len(word)) <= 2 and likeness(word, name) >= 0.88:
                return name
        return None

    def _nearest(self, drafts: list[Draft], position: int) -> Draft:
        def rank(draft: Draft) -> tuple[int, int]:
            before = [position - mention[0] for mention in draft.mentions if mention[0] <= position]
            return (0, min(before)) if before else (1, min(mention[0] for mention in draft.mentions))

        return min(drafts, key=rank)

    def _main(self, found: list[Found]) -> None:
        """Tell the country, state and city that a document is mostly about."""
        lands: Counter[str] = Counter()
        states: Counter[str] = Counter()
        cities: Counter[str] = Counter()
        body = next((line.index for line in self.lines if not line.heading), 0)
        for item in found:
            weight = 3 if item.sentence == body and item.start == self.annotations.sentences[body].start else 1
            if item.entry is not None and item.entry.country:
                if item.entry.type == "place":
                    lands[f"country/{item.entry.country}"] += weight
                if item.entry.kind == "state":
                    states[item.entry.key] += 1
                if item.entry.kind in {"city", "epithet"}:
                    cities[item.entry.key] += weight
        for line in self.lines:
            for token in line.tokens:
                key = adjective_of(token.text, language=self.language)
                if key is not None:
                    (states if key.startswith("state/") else lands)[key] += 1
        self.main_country = max(lands, key=lambda key: (lands[key], key)) if lands else None
        self.main_state = max(states, key=lambda key: (states[key], key)) if states else None
        self.main_city = max(cities, key=lambda key: (cities[key], key)) if cities else None

    def _spread(self, things: Things) -> Counter[str]:
        """Count the unknown names of a document away from sentence starts."""
        spread: Counter[str] = Counter()
        for line in self.lines:
            for i, token in enumerate(line.tokens):
                if things.is_unknown(line, i):
                    spread[token.text] += 1
        return spread

    def _thing(self, found: Found) -> None:
        key, label = self._identity(found)
        draft = self.by_key.get(key)
        if draft is None:
            draft = Draft(
                found.type,
                entry=found.entry,
                known=key if "/" in key and not key.startswith("name/") else None,
                institution=found.institution,
                label=label,
            )
            self.by_key[key] = draft
            self.things.append(draft)
            if found.reason.startswith("after "):
                body = institution(found.reason.removeprefix("after "))
                if body is not None:
                    draft.context.append(body.kind)
        draft.add(found)

    def _identity(self, found: Found) -> tuple[str, str]:
        """Return the key under which a place or organisation of the document is one, and its label."""
        if found.metonym and found.entry is not None and found.entry.capital:
            if found.entry.name in {"Brüssel", "Brussels"}:
                return "org/eu-kommission", "Europäische Kommission"
            entry = gazetteer().by_key.get(f"country/{found.entry.capital}")
            found.entry, found.kind = entry, "nominal"
            return (
                f"country/{found.entry.country if entry else ''}"
                if entry and found.entry
                else f"name/{found.words[0]}",
                entry.name if entry else found.words[0],
            )
        if found.entry is not None:
            return found.entry.key, found.entry.name
        if found.institution is not None:
            base, kind, scope = found.institution
            adjectives = [noun for noun in found.context if noun.startswith("adjective/")]
            city = next((noun for noun in found.context if noun.startswith("city/")), None)
            found.context = [noun for noun in found.context if not noun.startswith(("adjective/", "city/"))]
            if base.startswith("bundes") and kind != "authority":
                base = base
            where = found.country or city
            if where is None:
                where = {
                    "country": self.main_country,
                    "state": self.main_state or self.main_country,
                    "city": self.main_city or self.main_state,
                }.get(scope)
            for key in self.by_key:
                if key.startswith(f"inst/{base}/") and not found.country and not city:
                    return key, " ".join(found.words)
            return f"inst/{base}/{where or '-'}", " ".join(found.words)
        words = found.words
        name = " ".join(words)
        for form in (name, name.removesuffix("s"), name.removesuffix("n")):
            if f"name/{form}" in self.by_key:
                return f"name/{form}", form
        return f"name/{name}", name

    def _descriptions(self) -> None:
        """Resolve what stands alone, in the order of the text."""
        for start, end, person in self._appositions:
            draft = next((d for d in self.people.drafts if any(m[0] == person.start for m in d.mentions)), None)
            if draft is not None:
                draft.mentions.append((start, end, "nominal", "apposition"))
        for line in self.lines:
            for i in range(len(line.tokens)):
                body = describe_body(line, i, language=self.language)
                if body is not None:
                    target = choose_body(body[0], line.tokens[i].start, self.things)
                    if target is not None:
                        target.mentions.append(
                            (line.tokens[i].start, line.tokens[i].end, "nominal", f"description „{line.word(i)}“")
                        )
                        continue
                if self._capital(line, i):
                    continue
                description = describe(line, i, language=self.language)
                if description is None:
                    continue
                chosen = choose(description, self.people.drafts)
                if chosen is not None:
                    chosen[0].mentions.append((description.start, description.end, "nominal", chosen[1]))
                    if description.role is not None and not chosen[0].roles:
                        chosen[0].roles.append((description.role, description.country))
                elif description.role is not None and description.role.office in UNIQUE and not description.possessive:
                    self._holder(
                        description.start,
                        description.end,
                        description.role,
                        description.country,
                        " ".join(description.words),
                    )

    def _capital(self, line: Line, i: int) -> bool:
        """Resolve „die Hauptstadt“ and „der Freistaat“ standing alone."""
        word = line.word(i)
        if (
            word not in {"Hauptstadt", "Freistaat", "Freistaats", "Freistaates"}
            or line.taken[i]
            or line.word(i - 1).lower() not in DEFINITE | {"im", "vom"}
        ):
            return False
        if i + 1 < len(line.tokens) and line.taken[i + 1]:
            return False
        for draft in self.things:
            if (
                word == "Hauptstadt"
                and draft.entry is not None
                and draft.entry.kind == "city"
                and draft.entry.capital
                and f"country/{draft.entry.capital}" == self.main_country
            ):
                draft.mentions.append(
                    (line.tokens[i].start, line.tokens[i].end, "nominal", "the capital of the country spoken of")
                )
                return True
            if word != "Hauptstadt" and draft.known in {"state/DE-BY", "state/DE-SN", "state/DE-TH"}:
                draft.mentions.append((line.tokens[i].start, line.tokens[i].end, "nominal", "the state spoken of"))
                return True
        return False

    def _holder(self, start: int, end: int, role: Role, country: str | None, words: str) -> None:
        """Make a referent of an office that is the only name of its holder."""
        where = (
            country
            or (self.main_state if role.lemma == "Ministerpräsident" and self.main_country == "country/DE" else None)
            or self.main_country
        )
        draft = Draft("person", country=where, gender=role.gender, label=words[:1].upper() + words[1:])
        draft.roles.append((role, where))
        draft.mentions.append((start, end, "nominal", f"office: {role.office}"))
        self.people.drafts.append(draft)

    def _finish(self) -> Annotations:
        drafts = [draft for draft in (*self.people.drafts, *self.things) if draft.mentions]
        for draft in drafts:
            draft.mentions.sort()
        drafts.sort(key=lambda draft: draft.mentions[0])
        referents, mentions = [], []
        for index, draft in enumerate(drafts):
            referents.append(self._referent(index, draft))
            last = -1
            for start, end, kind, reason in draft.mentions:
                if start >= last:
                    mention_kind: MentionKind = "name" if kind == "name" else "nominal"
                    mentions.append(Mention(start, end, index, mention_kind, reason))
                    last = end
        mentions.sort(key=lambda mention: (mention.start, -mention.end, mention.referent))
        return replace(self.annotations, referents=tuple(referents), mentions=tuple(mentions))

    def _referent(self, index: int, draft: Draft) -> Referent:
        if draft.type == "person" or draft.entry is None:
            name = " ".join(draft.full) if draft.names else draft.label
            if draft.institution is not None:
                name = draft.label
        elif draft.names and draft.entry.kind in {"city", "epithet"}:
            name = draft.entry.name
        else:
            name = draft.entry.name
        forms = {" ".join(words) for words in draft.names} - {name}
        offices = []
        for role, country in draft.roles:
            if role.office == "person":
                continue
            where = country or draft.country
            label = f"{role.office}/{where.partition('/')[2]}" if where else role.office
            if label not in offices:
                offices.append(label)
        country = draft.country or (f"country/{draft.entry.country}" if draft.entry and draft.entry.country else None)
        code = country.partition("/")[2][:2].upper() if country and country.startswith(("country/", "state/")) else None
        context = list(
            dict.fromkeys(
                [
                    *draft.context,
                    *(f"{role.modifier} {role.lemma}".strip() for role, _ in draft.roles if role.office != "person"),
                ]
            )
        )
        return Referent(index, draft.type, name, tuple(sorted(forms)), draft.gender, code, tuple(offices), draft.known,
                        draft.entry.wikidata if draft.entry else None, tuple(context))  # fmt: skip


def recognise(annotations: Annotations) -> Annotations:
    """Fill in referents and mentions of a document whose sentences are known."""
    return Recogniser(annotations).run()
