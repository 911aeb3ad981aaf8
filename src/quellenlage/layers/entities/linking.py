"""Places and organisations of one document: which stretches name the same one, and what it is mostly about."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from quellenlage.layers.entities.drafts import Found
from quellenlage.layers.entities.focus import Focus, town_key
from quellenlage.layers.entities.gazetteer import Entry, gazetteer
from quellenlage.layers.entities.institutions import institution
from quellenlage.layers.entities.labels import GERMAN_NAMES, nominative, paper
from quellenlage.layers.entities.named_firms import bare_name
from quellenlage.layers.entities.resolve import MOST, Draft
from quellenlage.layers.entities.shorter import by_initials, longer_names
from quellenlage.layers.entities.words import LEGAL

_UNION: Final = frozenset(["org/eu", "org/eu-kommission"])
_FEDERATIONS: Final = frozenset(["country/DE", "country/AT", "country/CH"])
_CENTRAL: Final = frozenset(["org/ezb", "org/bundesbank", "org/snb", "org/oenb", "org/fed", "org/boe", "org/bcr"])
_CENTRAL_NOUNS: Final = frozenset(["zentralbank", "notenbank", "nationalbank"])
_GOVERNMENTS: Final = frozenset(
    [
        "kabinett",
        "staatsregierung",
        "landesregierung",
        "bundeskabinett",
        "regierung",
        "regierungskabinett",
        "regierungsamt",
        "regierungskanzlei",
        "ministerrat",
        "ministerkabinett",
    ]
)
_TOLD_AS_TOWN: Final = tuple(
    f"after {word}" for word in ("in", "In", "aus", "Aus", "bei", "Bei", "nahe", "bis", "nach", "Nach")
)
"""Reasons for which an unlisted place is a town."""


_LONG_BASE: Final = 15
"""Letters of a noun that names a state's office without „Landes-“ too."""
_SHOUTED: Final = 4
"""Letters of the longest word that may be an acronym where it stands in capitals."""
_OTHER_FORCES: Final = frozenset(["country/DE", "country/AT"])
"""Countries whose forces have a name of their own (Bundeswehr, Bundesheer), so that „die Armee“ is another's."""
_REACH: Final = 2
"""Sentences within which a government that is named by its capital („Bischkek bestreitet …“) is „die Regierung“."""


class Linker:
    """Brings the places and organisations of one document together.

    Args:
        focus: What the document is mostly about.

    Attributes:
        drafts: The referents in the order of their making.
    """

    def __init__(self, focus: Focus) -> None:
        self.focus = focus
        self.drafts: list[Draft] = []
        self._by_key: dict[str, Draft] = {}
        self._first_of: dict[str, str] = {}
        self._cities: list[Found] = []
        self._towns: list[Found] = []
        self._lands: list[Found] = []
        self._longer: dict[str, str] = {}
        self._listed: dict[str, Entry] = {}
        self._capitals: dict[str, str] = {}

    def add_all(self, found: list[Found]) -> None:
        """Place all stretches: listed and explicit ones first, then nouns that depend on what is around them."""
        places = sorted((item for item in found if item.entry is not None), key=lambda item: item.start)
        self._cities += [
            item
            for item in places
            if item.entry is not None
            and item.entry.kind in {"city", "district"}
            and not item.metonym
            and "place/origin" not in item.context
        ]
        self._towns += [item for item in found if item.entry is None and item.reason.startswith(_TOLD_AS_TOWN)]
        self._towns.sort(key=lambda item: item.start)
        self._lands += [
            item for item in places if item.entry is not None and (item.entry.kind == "country" or item.metonym)
        ]
        self._longer = {**by_initials(found), **longer_names(found)}
        self._listed |= {" ".join(item.words): item.entry for item in self._cities if item.entry is not None}
        spelled = {" ".join(item.words) for item in found if item.entry is None and item.institution is None}
        self._capitals = {name.upper(): name for name in sorted(spelled) if not name.isupper() and len(name) > _SHOUTED}
        ordered = sorted(found, key=lambda item: (self._vague(item), self._open(item), item.start))
        for item in ordered:
            self._add(item)
        self._acronyms(found)

    def _acronyms(self, found: list[Found]) -> None:
        """Join a name with the acronym in brackets right behind it („Deutscher Alpenverein (DAV)“)."""
        by_end = {item.end: item for item in found if item.type in {"organization", "other"}}
        if len(by_end) < 2:
            return
        by_start = {mention[0]: draft for draft in self.drafts for mention in draft.mentions}
        joined: dict[int, Draft] = {}
        for item in found:
            full = by_end.get(item.start - 2) or by_end.get(item.start - len(", kurz "))
            short = (
                len(item.words) == 1
                and sum(letter.isupper() for letter in item.words[0]) > 1
                and len(item.words[0]) < 9
            )
            if (
                full is None
                or not short
                or item.entry is not None
                or (full.institution is None and full.entry is None and len(full.words) < 2)
            ):
                continue
            keep, drop = by_start.get(full.start), by_start.get(item.start)
            if keep is None or drop is None or keep is drop:
                continue
            keep.mentions.join(drop.mentions)
            keep.names.update(drop.names)
            joined[id(drop)] = keep
            by_start.update({mention[0]: keep for mention in drop.mentions})
        if joined:
            self.drafts = [draft for draft in self.drafts if id(draft) not in joined]
            self._by_key = {key: joined.get(id(draft), draft) for key, draft in self._by_key.items()}

    def _bank(self, base: str, where: str | None) -> str | None:
        """Return the key of a listed bank whose name ends in the noun („die Nationalbank“), or of the central bank."""
        for draft in self.drafts[:MOST]:
            central = base in _CENTRAL_NOUNS and draft.known in _CENTRAL and draft.entry is not None
            if central and draft.entry is not None and where in {None, f"country/{draft.entry.country}"}:
                return draft.known
            if where is not None:
                continue
            if draft.entry is not None and draft.type == "organization" and draft.entry.name.casefold().endswith(base):
                return draft.entry.key
        return None

    @staticmethod
    def _vague(item: Found) -> bool:
        return item.institution is not None and item.country is None and not item.context

    def _open(self, item: Found) -> bool:
        """Tell whether a name leaves open what others tell: „die Regierung“ whose it is, capitals how it is spelled."""
        government = item.institution is not None and item.institution[0] == "regierung" and item.country is None
        return government or (item.entry is None and " ".join(item.words) in self._capitals)

    def _add(self, found: Found) -> None:
        key, label = self._identity(found)
        draft = self._by_key.get(key)
        if draft is None:
            known = None if key.startswith(("name/", "firm/")) else key
            draft = Draft(found.type, entry=found.entry, known=known, institution=found.institution, label=label)
            self._by_key[key] = draft
            self.drafts.append(draft)
            if key.startswith("inst/") and not key.endswith("/local"):
                self._first_of.setdefault(key.split("/")[1], key)
        if draft.type == "other" and not found.reason.startswith(("shape", "model")):
            draft.type = found.type
        if found.reason.startswith("after ") and not draft.context:
            body = institution(found.reason.removeprefix("after "))
            if body is not None:
                draft.context.append(body.kind)
        found.context = [noun for noun in found.context if "/" not in noun]
        if found.type == "organization" and found.entry is None and not found.context and paper(found.words[-1]):
            found.context = ["paper"]
        draft.add(found)

    def _identity(self, found: Found) -> tuple[str, str]:
        """Return the key under which the thing is one in this document, and its label."""
        if found.metonym and found.entry is not None:
            government = self._government(found, found.entry)
            if government is not None:
                return government
        if found.entry is not None:
            entry = found.entry
            abroad = (
                self.focus.country in {"country/AT", "country/CH"} and entry.country == "DE" and " " not in entry.name
            )
            if abroad and entry.kind in {"parliament", "government"}:
                found.entry, found.country = None, None  # the Swiss Bundesrat is not the German one
                return f"inst/{entry.name.lower()}/{self.focus.country}", entry.name
            return entry.key, entry.name
        if found.institution is not None:
            return self._institution(found)
        name = " ".join(found.words)
        town = self._listed.get(name) if found.type == "place" else None
        if town is not None and town.kind == "city":
            return town.key, town.name
        if name in self._capitals:
            found.words, name = tuple(self._capitals[name].split()), self._capitals[name]
        if found.type != "place" and len(found.words) > 1:
            bare = " ".join(bare_name(found.words))
            known = next((key for key in (f"firm/{bare}", f"name/{bare}") if key in self._by_key), None)
            if known is not None or found.words[-1] in LEGAL:
                return known or f"firm/{bare}", name
        elif f"firm/{name}" in self._by_key:
            return f"firm/{name}", name
        name = self._longer.get(name, name) if found.type != "place" else name
        for form in (name, name.removesuffix("s"), name.removesuffix("n"), name.replace("-", " ")):
            if f"name/{form}" in self._by_key:
                return f"name/{form}", form
        return f"name/{name}", name

    def _government(self, found: Found, city: Entry) -> tuple[str, str] | None:
        """Return the government that a seat of government stands for: the state's where the document is about it."""
        if city.seat is not None and city.seat == self.focus.state:
            found.kind, found.type, found.entry = "nominal", "organization", None
            found.institution = ("regierung", "government", "state")
            return f"inst/regierung/{city.seat}", "Regierung"
        if city.capital is None:
            return None
        found.kind = "nominal"
        union = self.focus.country != "country/BE" or bool(self.focus.lands & _UNION)
        if city.name in {"Brüssel", "Brussels"} and union:
            found.entry, found.type = gazetteer().by_key[self._union(found.start)], "organization"
            return found.entry.key, found.entry.name
        found.entry = gazetteer().by_key[f"country/{city.capital}"]
        return found.entry.key, found.entry.name

    def _union(self, position: int) -> str:
        """Return whom „Brüssel“ means: the union or its commission, as the text named one of them last or at all."""
        named = set(self.focus.lands & _UNION)
        if len(named) != 1:
            last = {key: self._by_key[key].mentions.last_before(position) for key in named if key in self._by_key}
            return max(last, key=lambda key: last[key]) if last else "org/eu-kommission"
        return named.pop()

    @staticmethod
    def _town(found: Found) -> str:
        """Return the key of a listed city, or of an unlisted town as institutions beside its name have it."""
        return town_key(found.entry) if found.entry is not None else f"city/{' '.join(found.words).lower()}"

    def _before(self, place: int) -> list[Found]:
        """Return the city last named before, one of the country spoken of where it has any („flew to Brussels“)."""
        last = self._cities[max(0, place - 1) : place]
        if last and self._abroad(last[0]):
            return next(([item] for item in reversed(self._cities[:place]) if not self._abroad(item)), last)
        return last

    def _abroad(self, city: Found) -> bool:
        return city.entry is not None and f"country/{city.entry.country}" != self.focus.country

    def _german(self, base: str) -> str | None:
        """Return the German or Austrian state or country of a „Landes-“ or „Bundes-“ body in a text about another."""
        if self.focus.country in _FEDERATIONS:
            return None
        home = [item.entry for item in self._cities if item.entry and f"country/{item.entry.country}" in _FEDERATIONS]
        if not home:
            return None
        state = home[0].state if base.startswith("landes") else None
        return state or f"country/{home[0].country}"

    def _around(self, found: Found, scope: str) -> str | None:
        """Return the city last named before an institution, or the country named before it in its sentence."""
        if scope == "city":
            place = bisect_left(self._cities, found.start, key=lambda item: item.start)
            if self.focus.country and self._cities and not self._towns and all(map(self._abroad, self._cities)):
                return self.focus.country  # the only towns named lie abroad
            order = (self._before(place), self._towns[:1], self._cities[:1])
            return next((self._town(items[0]) for items in order if items), None)
        if scope == "country":
            place = bisect_left(self._lands, found.start, key=lambda item: item.start)
            last = self._lands[place - 1] if place else None
            key = f"country/{last.entry.country}" if last is not None and last.entry is not None else None
            if last is not None and key is not None:
                reach = _REACH if last.metonym and key in self.focus.rivals else 0
                return key if last.sentence >= found.sentence - reach else None
        return None

    def _foreign_land(self, found: Found) -> str | None:
        """Return the country last named before a place of which an army may be that is called so."""
        place = bisect_left(self._lands, found.start, key=lambda item: item.start)
        keys = (f"country/{item.entry.country}" for item in reversed(self._lands[:place]) if item.entry is not None)
        return next((key for key in keys if key not in _OTHER_FORCES), None)

    def _institution(self, found: Found) -> tuple[str, str]:
        base, kind, scope = found.institution or ("", "", "")
        noun = " ".join(part.capitalize() for part in base.split())
        if base in _GOVERNMENTS:
            state = base in {"staatsregierung", "landesregierung"} or (
                base == "kabinett" and self.focus.state is not None
            )
            base, scope = "regierung", "state" if state else "country"
        city = next((place for place in found.context if place.startswith("city/")), None)
        entry = gazetteer().by_key.get(city) if city else None
        if entry is not None and scope != "city":
            city = entry.state if scope == "state" and entry.state else f"country/{entry.country}"
        if kind == "authority" and base.startswith("landes") and scope == "state" and len(base) > _LONG_BASE:
            base = base.removeprefix("landes")  # „die Landeswarnzentrale“, later „die Warnzentrale“
        local = "/local" if "adjective/local" in found.context else ""
        explicit = found.country or city
        if explicit is None and not local:
            for key in (self._first_of.get(base), self._bank(base, None) if kind == "bank" else None):
                if key is not None:
                    return key, self._by_key[key].label
        if explicit is None and kind == "ministry" and self.focus.state and self.focus.country == "country/DE":
            explicit = self.focus.state
        if explicit is not None and kind == "bank" and (key := self._bank(base, explicit)) is not None:
            return key, self._by_key[key].label
        if explicit is None and base.startswith(("landes", "bundes")):
            explicit = self._german(base)
        where = explicit or self._around(found, scope) or self.focus.place(scope) or "-"
        if base == "armee" and explicit is None and where in _OTHER_FORCES:
            where = self._foreign_land(found) or where
        if kind == "ministry" and where == "country/DE" and not local:
            federal = gazetteer().words.get(f"Bundes{base}")
            if federal is not None:
                return federal.key, federal.name
        if base == "nationalversammlung" and (where, base) not in gazetteer().parliaments:
            base = "parlament"  # most countries' only chamber
        chamber = gazetteer().parliaments.get((where, base)) if kind == "parliament" else None
        if chamber is not None and not local:
            return chamber.key, chamber.name
        label = noun
        attributed = any(noun.startswith("adjective/") and noun != "adjective/local" for noun in found.context)
        if found.country is not None and not attributed:
            entry = gazetteer().by_key.get(found.country)
            name = GERMAN_NAMES.get(found.country) or (
                entry.name + ("s" if entry.name[-1] not in "sxzß" else "") if entry else ""
            )
            label = f"{noun} {name}".strip()
        else:
            label = nominative(found.words, noun)
        tail = (
            "-".join(word.lower() for word in found.words[found.words.index("für") + 1 :])
            if "für" in found.words
            else ""
        )
        return f"inst/{base}{'-' + tail if tail else ''}/{where}{local}", label
