"""One entity for all spellings in all documents: blocking by sound, comparison, context; each merge with its reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from quellenlage.corpus.names.blocks import keys, lookups, loose
from quellenlage.corpus.names.compare import THRESHOLD, compare, may_match
from quellenlage.corpus.names.context import others, shown
from quellenlage.corpus.names.judgements import NONE, Judgements
from quellenlage.corpus.names.parts import parse
from quellenlage.corpus.names.shortened import Firsts
from quellenlage.corpus.names.things import plain, respelled, transliterated
from quellenlage.corpus.names.titles import Offices, untitled
from quellenlage.corpus.names.wider import Wider
from quellenlage.corpus.records import ReferentKey
from quellenlage.layers.annotations import EntityType, Referent
from quellenlage.layers.entities.sounds import likeness

_MAX_BLOCK = 200
"""Entities of one sound key that a new name is compared with, the latest: a common surname must not cost a second."""

_SHARED = 2

GENERAL = {"org/rotes-kreuz": ("org/ikrk", "org/drk", "org/oerk", "org/srk")}
"""Organisations that a name leaves open, and those of whose family it may be."""

_MAX_LOOSE = 2_000
"""Entries of one loose block whose consonants are looked at (a fraction of a microsecond each)."""


@dataclass(slots=True)
class Cluster:
    """An entity in the making."""

    number: int
    type: EntityType
    forms: Counter[str] = field(default_factory=Counter)
    members: list[ReferentKey] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    known: str | None = None
    wikidata: str | None = None
    country: str | None = None
    gender: str | None = None
    offices: set[str] = field(default_factory=set)
    context: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)


class Index:
    """Clusters found by gazetteer key or by the sound keys of their words.

    Args:
        judgements: What a user decided; it goes before every comparison.
    """

    def __init__(self, *, judgements: Judgements = NONE) -> None:
        self.judgements = judgements
        self.clusters: list[Cluster] = []
        self.of: dict[ReferentKey, int] = {}
        self._known: dict[str, Cluster] = {}
        self._firsts = Firsts()
        self._offices = Offices()
        self._wider = Wider()
        self._blocks: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        self._loose: dict[tuple[str, str], list[tuple[str, Cluster]]] = defaultdict(list)
        self._forms: dict[tuple[str, str], list[Cluster]] = defaultdict(list)

    def add(self, key: ReferentKey, referent: Referent, *, near: frozenset[str]) -> Cluster:
        """Place a referent: in the cluster it belongs to, or in a new one.

        Args:
            key: Document key and index of the referent.
            referent: The referent.
            near: Full names of the other referents of its document, as context.
        """
        near = others(near, referent)
        cluster, reason = self._find(referent, near)
        if cluster is None:
            cluster = Cluster(len(self.clusters), referent.type)
            self.clusters.append(cluster)
        elif reason:
            cluster.reasons.append(reason)
        self._join(cluster, key, referent, near)
        return cluster

    def _join(self, cluster: Cluster, key: ReferentKey, referent: Referent, near: frozenset[str]) -> None:
        new = [form for form in (referent.name, *referent.aliases) if form not in cluster.forms]
        for form in (referent.name, *referent.aliases):
            cluster.forms[form] += 1
        cluster.members.append(key)
        cluster.known = cluster.known or referent.known
        cluster.wikidata = cluster.wikidata or referent.wikidata
        cluster.country = cluster.country or referent.country
        cluster.gender = cluster.gender or referent.gender
        cluster.offices.update(referent.offices)
        cluster.context.update(referent.context)
        cluster.near.update(near)
        self.of[key] = cluster.number
        self._offices.add(referent.offices, cluster)
        self._wider.add(referent.known, cluster)
        if referent.known and (referent.known == cluster.known or referent.known not in GENERAL):
            self._known.setdefault(referent.known, cluster)
        kind = self._kind(referent.type)
        for form in new:
            if kind == "thing" and not referent.known:
                self._firsts.add(form, cluster.number)
            forms = self._forms[kind, plain(form)]
            if cluster not in forms:
                forms.append(cluster)
            for block in keys(form):
                entries = self._blocks[kind, block]
                if not entries or entries[-1] is not cluster:
                    entries.append(cluster)
            near_keys, own = loose(form)
            for block in near_keys:
                self._loose[kind, block].append((own, cluster))

    @staticmethod
    def _kind(kind: str) -> str:
        return "person" if kind == "person" else "place" if kind == "place" else "thing"

    def _find(self, referent: Referent, near: frozenset[str]) -> tuple[Cluster | None, str]:
        kind = self._kind(referent.type)
        if referent.known in GENERAL:
            special = self._special(GENERAL[referent.known], near)
            if special is not None:
                return special, f"{referent.name}: the one of its family in the same matter"
        if referent.known and referent.known in self._known:
            return self._known[referent.known], f"same gazetteer entry: {referent.known}"
        wider = self._wider.partner(referent.known, near)
        if wider is not None:
            return wider, f"{referent.name}: the one of this name in the same matter"
        offices = untitled(referent)
        holder = self._offices.holder(referent, offices, near) if offices else None
        if holder is not None:
            return holder[0], f"{referent.name}: the one {holder[1]} of the same matter"
        local = [noun[1:] for noun in referent.context if noun.startswith("@")]
        if local:
            return self._office(referent, local[0])
        best: tuple[float, Cluster, str] | None = None
        for cluster in self._candidates(referent, kind):
            score, reason = self._score(referent, cluster, near, kind)
            if score > 0 and (best is None or score > best[0]):
                best = (score, cluster, reason)
        if best is None and referent.type == "other" and " " not in referent.name:
            place = self._forms.get(("place", plain(referent.name)), [])
            if len(place) == 1:
                return place[0], "the one place of this name"
            for cluster in self._candidates(referent, "place"):
                if any(transliterated(referent.name, form) for form in cluster.forms):
                    return cluster, f"{referent.name} = {next(iter(cluster.forms))} (spellings of one place)"
            person = self._person_unmarked(referent, near)
            if person[0] is not None:
                return person
        if best is None and kind != "thing" and not referent.known and " " not in referent.name:
            return self._mistaken(referent, near)
        if best is None and kind == "thing" and not referent.known:
            return self._shortened(referent, near)
        return (best[1], best[2]) if best else (None, "")

    def _mistaken(self, referent: Referent, near: frozenset[str]) -> tuple[Cluster | None, str]:
        """Find the one organisation of which an article says so little that it was read as a place or a surname."""
        if referent.gender or referent.offices or referent.country or referent.context:
            return None, ""
        found = [cluster for cluster in self._forms.get(("thing", plain(referent.name)), ()) if not cluster.known]
        least = _SHARED if referent.type == "person" else 1
        if len(found) != 1 or len(near & found[0].near) < least:
            return None, ""
        return found[0], f"{referent.name}: the one organisation of this name in the same matter"

    def _special(self, family: tuple[str, ...], near: frozenset[str]) -> Cluster | None:
        """Return the one member of a family that is named beside two of the same things as its general name."""
        found = [self._known[key] for key in family if key in self._known]
        found = [cluster for cluster in found if len(near & cluster.near) >= _SHARED]
        return found[0] if len(found) == 1 else None

    def _shortened(self, referent: Referent, near: frozenset[str]) -> tuple[Cluster | None, str]:
        """Find the organisation of which a name is the first word, or the other way round, told of in one context."""
        number = self._firsts.partner(referent.name)
        cluster = None if number is None else self.clusters[number]
        if cluster is None or cluster.known or not near & cluster.near:
            return None, ""
        if any(self.judgements.decided(referent.name, form) == "split" for form in cluster.forms):
            return None, ""
        return cluster, f"{referent.name} = {next(iter(cluster.forms))} (first word of the name)"

    def _candidates(self, referent: Referent, kind: str) -> list[Cluster]:
        found: dict[int, Cluster] = {}
        for cluster in self._forms.get((kind, plain(referent.name)), ()):
            found[cluster.number] = cluster
        for form in (referent.name, *referent.aliases):
            for block in lookups(form):
                for cluster in self._blocks.get((kind, block), ())[-_MAX_BLOCK:]:
                    found[cluster.number] = cluster
            near, own = loose(form)
            for block in near:
                for other, cluster in self._loose.get((kind, block), ())[-_MAX_LOOSE:]:
                    if cluster.number not in found and OSA.distance(own, other, score_cutoff=2) <= 2:
                        found[cluster.number] = cluster
            for partner in self.judgements.partners(form) if self.judgements.decisions else ():
                for cluster in self._forms.get((kind, plain(partner)), ()):
                    found[cluster.number] = cluster
        return [found[number] for number in sorted(found)]

    def _office(self, referent: Referent, place: str) -> tuple[Cluster | None, str]:
        """Find the one person who holds a local office in the city spoken of („die Landrätin“ without a name)."""
        offices = {office.partition("/")[0] for office in referent.offices}
        fitting = [
            cluster
            for cluster in self.clusters
            if cluster.type == "person"
            and place in cluster.near
            and offices & {office.partition("/")[0] for office in cluster.offices}
            and not (referent.gender and cluster.gender and referent.gender != cluster.gender)
        ]
        return (
            (fitting[0], f"{referent.name}: the one {min(offices)} named with {place}")
            if len(fitting) == 1
            else (None, "")
        )

    def _person_unmarked(self, referent: Referent, near: frozenset[str]) -> tuple[Cluster | None, str]:
        """Find the person whose surname a name of unknown kind is, where at least two others are named beside both."""
        for cluster in self._candidates(referent, "person"):
            surnames = {parse(form).words[-1:] for form in cluster.forms}
            shared = sorted(near & cluster.near)
            if (referent.name.casefold(),) in surnames and len(shared) >= 2:
                return cluster, f"{referent.name}: surname; named beside {', '.join(map(shown, shared[:2]))} in both"
        return None, ""

    def _score(self, referent: Referent, cluster: Cluster, near: frozenset[str], kind: str) -> tuple[float, str]:
        for form in cluster.forms:
            decision = self.judgements.decided(referent.name, form)
            if decision == "merge":
                return 2.0, f"decided by the user: {referent.name} = {form}"
            if decision == "split":
                return 0.0, ""
        if referent.known and cluster.known and referent.known != cluster.known:
            return 0.0, ""
        if kind != "person":
            return self._thing(referent, cluster, kind)
        if referent.gender and cluster.gender and referent.gender != cluster.gender:
            return 0.0, ""
        best, why, pair = 0.0, "", ("", "")
        full = [form for form in cluster.forms if len(parse(form).words) > 1]
        own = [form for form in (referent.name, *referent.aliases) if len(parse(form).words) > 1]
        if own and full:
            for mine in own:
                for theirs in full:
                    if not may_match(mine, theirs):
                        continue
                    found = compare(mine, theirs)
                    if found.score == 0.0 and found.reason.startswith(("suffix", "middle")):
                        return 0.0, ""
                    if found.score > best:
                        best, why, pair = found.score, found.reason, (mine, theirs)
            return (best, f"{pair[0]} = {pair[1]} ({why})") if best >= THRESHOLD else (0.0, "")
        return self._surname(referent, cluster, near, own, full)

    def _surname(
        self, referent: Referent, cluster: Cluster, near: frozenset[str], own: list[str], full: list[str]
    ) -> tuple[float, str]:
        """Compare a surname alone with a full name or another surname: context must support the merge."""
        mine, theirs = (own or [referent.name])[0], (full or list(cluster.forms))[0]
        if (
            not (own or full)
            and referent.name.casefold() != theirs.casefold()
            and referent.name.istitle()
            and " " in referent.name
        ):
            return 0.0, ""
        a, b = parse(mine).words, parse(theirs).words
        if not a or not b:
            return 0.0, ""
        value = likeness(a[-1], b[-1])
        if value < 0.85:
            return 0.0, ""
        support = self._support(referent, cluster, near)
        if support is None:
            return 0.0, ""
        weight = 0.65 if support.startswith("same ") else 0.6  # of two namesakes the one with the title
        return weight * value, f"{mine} = {theirs} (surname; {support})"

    def _support(self, referent: Referent, cluster: Cluster, near: frozenset[str]) -> str | None:
        offices = set(referent.offices) & cluster.offices
        if offices:
            return f"same office: {min(offices)}"
        bases = {office.partition("/")[0] for office in referent.offices} & {
            office.partition("/")[0] for office in cluster.offices
        }
        if bases and not (referent.country and cluster.country and referent.country != cluster.country):
            return f"same office: {min(bases)}"
        context = {noun for noun in referent.context if noun in cluster.context}
        if context:
            return f"same context: {min(context)}"
        shared = near & cluster.near
        if len(shared) >= 2:
            return f"named beside {', '.join(map(shown, sorted(shared)[:2]))} in both"
        return None

    def _thing(self, referent: Referent, cluster: Cluster, kind: str) -> tuple[float, str]:
        if referent.country and cluster.country and referent.country != cluster.country:
            return 0.0, ""
        for mine in (referent.name, *referent.aliases):
            for theirs in cluster.forms:
                if plain(mine) == plain(theirs):
                    return 1.0, f"same name: {theirs}" if mine != theirs else ""
                if min(len(mine), len(theirs)) > 5 and (
                    mine.casefold() + "n" == theirs.casefold() or mine.casefold() == theirs.casefold() + "n"
                ):
                    return 0.9, f"{mine} = {theirs} (case ending)"
                if kind == "place" and transliterated(mine, theirs):
                    return 0.85, f"{mine} = {theirs} (spellings of one place)"
                if kind == "thing" and respelled(mine, theirs):
                    return 0.85, f"{mine} = {theirs} (spellings of one name)"
        return 0.0, ""
