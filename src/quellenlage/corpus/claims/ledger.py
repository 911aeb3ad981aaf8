"""The claim ledger: assertions of each story aligned across its articles, with stance, value, origins and verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quellenlage.corpus.claims.anchors import anchored
from quellenlage.corpus.claims.answers import at_once
from quellenlage.corpus.claims.assertions import Assertion, assertions
from quellenlage.corpus.claims.deeds import Actors, rivals, tied
from quellenlage.corpus.claims.denials import accusation, answered_apart, denied, elaborates, told_behind
from quellenlage.corpus.claims.desk import Desk
from quellenlage.corpus.claims.ellipsis import read
from quellenlage.corpus.claims.focus import focus
from quellenlage.corpus.claims.groups import groups
from quellenlage.corpus.claims.lines import standing
from quellenlage.corpus.claims.lookback import looked_back
from quellenlage.corpus.claims.modality import Telling, drift, telling
from quellenlage.corpus.claims.opposites import marked
from quellenlage.corpus.claims.pairs import Comparer, Pair
from quellenlage.corpus.claims.retold import Line, retold, threads
from quellenlage.corpus.claims.undated import with_years
from quellenlage.corpus.claims.venues import together
from quellenlage.corpus.claims.verdicts import Judgement, Likely, Told, bearing, judge, sides
from quellenlage.corpus.origins import Origins
from quellenlage.corpus.records import Claim, ClaimMention, Copy, Difference, Names, Stance, Story
from quellenlage.layers.annotations import Annotations

Member = tuple[int, Assertion]
"""An assertion with its number in the story; a denial that points back has the number of what it denies."""


def align(
    annotated: Sequence[Annotations],
    names: Names,
    copies: Sequence[Copy],
    stories: Sequence[Story],
    origins: Origins,
) -> tuple[Claim, ...]:
    """Return the claims of all stories, in order of story, then of first mention.

    Args:
        annotated: The articles.
        names: Their entities.
        copies: Their copies: words taken over rest on what they rest on in their source.
        stories: The stories; claims are aligned inside a story only.
        origins: The roots of articles and statements.
    """
    by_key = {annotations.document.key: annotations for annotations in annotated}
    source_of = {copy.article: copy.source for copy in copies}
    actors = Actors(names, origins.voices)
    claims: dict[str, list[Claim]] = {story.id: [] for story in stories}
    story_of = {key: story.id for story in stories for key in story.articles}
    for thread in threads(stories, names):
        lines: list[Line] = []
        base = 0
        for story in thread:
            found = [a for key in story.articles if key in by_key for a in assertions(by_key[key], names)]
            lines += _story_lines(found, Desk(by_key, origins, story, source_of, actors), base)
            base += len(found)
        if len(thread) > 1:
            dates = {key: article.document.published for key, article in by_key.items()}
            lines = looked_back(retold(lines), dates)
        for line in lines:
            desk = Desk(by_key, origins, line.story, source_of, actors)
            for claim in _claims(line.members, line.likely, line.reason, desk):
                told = {story_of[mention.article] for mention in claim.mentions}
                first = line.story.id if line.story.id in told else min(told)
                claims[first].append(replace(claim, story=first))
    out = [c for story in stories for c in sorted(claims[story.id], key=lambda claim: _first(claim, story))]
    return tuple(replace(claim, id=f"c{n}") for n, claim in enumerate(out, start=1))


def _story_lines(found: Sequence[Assertion], desk: Desk, base: int) -> list[Line]:
    """Return the lines of a story's ledger; its assertions are numbered from ``base``."""
    story = desk.story
    articles = [desk.by_key[key].document for key in story.articles if key in desk.by_key]
    found = with_years(found, [document.published for document in articles])
    found = marked(found, {document.key: document.text for document in articles})
    reading = read([a for a in found if not a.back])
    own, again = reading.found, iter(reading.found)
    found = [a if a.back else next(again) for a in found]
    comparer = Comparer(own)
    pairs = anchored(reading, comparer.pairs() if len(story.articles) > 1 else comparer.other_sides())
    origins = [desk.roots(a) for a in own]
    pairs = tied(own, pairs, rivals(own, [desk.deeds(a) for a in own], origins))
    pairs = tied(own, pairs, together(own, [desk.venue(a) for a in own], origins))
    made = groups(own, pairs)
    place_of = {id(a): n for n, a in enumerate(own)}
    group_of = {number: g for g, group in enumerate(made) for number in group}
    denials: dict[int, list[Member]] = {}
    before: list[Assertion] = []
    moved: set[int] = set()

    last: tuple[Assertion, Assertion] | None = None  # the denial before, and what it denies
    for assertion in found:
        if assertion.back:
            for target in denied(assertion, before, desk.roots):
                number = place_of[id(target)]
                said = denials.setdefault(group_of[number], [])
                if not any(other is assertion for _, other in said):
                    said.append((number, assertion))
                last = (assertion, target)
            continue
        number = place_of[id(assertion)]
        answered = at_once(assertion, before, desk)
        if answered is not None and group_of[place_of[id(answered)]] == group_of[number]:
            answered = None  # the words are taken for one matter already
        elif answered is None and assertion.negative and all(own[n].negative for n in made[group_of[number]]):
            if assertion.explicit:
                answered = accusation(assertion, before, desk.roots)
                answered = answered or told_behind(assertion, own[number + 1 :], desk.roots, desk.sentence)
            elif assertion.answers:
                answered = next(iter(denied(assertion, before, desk.roots)), None)
            elif last is not None and elaborates(assertion, *last, desk.roots, desk.named(last[0])):
                answered = last[1]
        if answered is not None:
            target_number = place_of[id(answered)]
            denials.setdefault(group_of[target_number], []).append((target_number, replace(assertion, back=True)))
            moved.add(number)
            last = (assertion, answered) if assertion.explicit else last
        before.append(assertion)
    shared = {(p.first, p.second): p for p in pairs}
    first = {(a.print, a.language): n for n, a in reversed(list(enumerate(own)))}
    same = [first[a.print, a.language] for a in own]

    def likely(i: int, j: int) -> float:
        if not (0 <= i - base < len(same) and 0 <= j - base < len(same)):
            return 0.0
        a, b = sorted((same[i - base], same[j - base]))
        return 1.0 if a == b else shared[a, b].probability if (a, b) in shared else 0.0

    members = [
        line
        for g, group in enumerate(made)
        for line in answered_apart(
            [(n, own[n]) for n in group if n not in moved], denials.get(g, []), lambda i, j: likely(base + i, base + j)
        )
    ]
    lines = []
    parts = [
        side for claim in members if claim for side in _sides(claim, lambda i, j: likely(base + i, base + j), desk)
    ]
    for line in standing(parts):
        reason = _reason(sorted({number for number, _ in line}), shared)
        lines.append(Line(tuple((base + number, assertion) for number, assertion in line), reason, story, likely))
    return lines


def _first(claim: Claim, story: Story) -> tuple[int, int]:
    """Return where a claim is first told in its story."""
    return min((story.articles.index(m.article), m.span.start) for m in claim.mentions if m.article in story.articles)


def _reason(group: Sequence[int], pairs: dict[tuple[int, int], Pair]) -> str:
    """Return the words that hold a group together, from its likeliest pair."""
    inside = [pairs[key] for i, a in enumerate(group) for b in group[i + 1 :] if (key := (a, b)) in pairs]
    if not inside:
        return ""
    best = max(inside, key=lambda pair: (pair.probability, -pair.first, -pair.second))
    if best.shared:
        return "same words: " + ", ".join(best.shared)
    return f"close in meaning ({best.features[1]:.2f})" if best.features[1] else "another figure in the same article"


def _stance(assertion: Assertion, *, denies: bool) -> Stance:
    if denies:
        return "denies"
    return "attributes" if assertion.statement is not None else "asserts"


def _roots(assertion: Assertion, members: Sequence[Member], desk: Desk) -> frozenset[str]:
    """Return the origins of a mention; words that a copy took over rest on what they rest on in their source."""
    seen = {assertion.article}
    while (source := desk.source_of.get(assertion.article)) is not None and source not in seen:
        twin = _twin(assertion, [a for _, a in members if a.article == source])
        if twin is None:
            break
        seen.add(source)
        assertion = twin
    return desk.roots(assertion)


def _twin(assertion: Assertion, theirs: Sequence[Assertion]) -> Assertion | None:
    """Return the mention of a copy's source with the same words, or the only denial there of a denial."""
    same = next((a for a in theirs if a.print == assertion.print), None)
    denials = [a for a in theirs if a.back] if assertion.back and same is None else []
    return denials[0] if len(denials) == 1 else same


def _denier(assertion: Assertion, members: Sequence[Member], desk: Desk) -> frozenset[str]:
    """Return the origin of a denial without words of its own, of a copied one as its source names it."""
    source = desk.source_of.get(assertion.article)
    twin = _twin(assertion, [a for _, a in members if a.article == source]) if assertion.back and source else None
    return desk.denier(twin or assertion)


def _told(members: Sequence[Member], desk: Desk) -> list[Told]:
    """Return the mentions of a claim in the order of the story's articles, each with its origins and its side."""
    # where both are told, the claim is that it is so, and so too where all that is told is somebody's denial of it
    negative = all(a.negative and not a.explicit for _, a in members if not a.back)
    place = {key: number for number, key in enumerate(desk.story.articles)}
    denied_roots = frozenset[str]().union(*(_roots(a, members, desk) for _, a in members if not a.back))
    told = [
        Told(
            a,
            # a body that denies what it is said to have said itself does not thereby agree with it
            (_denier(a, members, desk) - denied_roots) or _roots(a, members, desk),
            desk.by_key[a.article].document.published,
            a.back or a.negative != negative,
            n,
            desk.deeds(a),
            desk.venue(a),
        )
        for n, a in members
    ]
    return sorted(told, key=lambda t: (place[t.assertion.article], t.assertion.span.start))


def _sides(members: Sequence[Member], likely: Likely, desk: Desk) -> list[list[Member]]:
    """Return a group whole, or, where it holds sides that are no dispute, each side for itself."""
    told = _told(members, desk)
    judgement = judge(told, likely)
    if judgement.verdict == "disputed":
        core = bearing(told, judgement, likely)
        rest = [(t.number, t.assertion) for n, t in enumerate(told) if n not in core]
        if not rest:
            return [list(members)]
        return [[(told[n].number, told[n].assertion) for n in sorted(core)], *_sides(rest, likely, desk)]
    return [[(t.number, t.assertion) for t in side] for side in sides(told)]


def _claims(
    members: Sequence[Member],
    likely: Likely,
    reason: str,
    desk: Desk,
) -> list[Claim]:
    """Return a group as one claim, or, where it holds sides that are no dispute, each side as a claim of its own."""
    told = _told(members, desk)
    judgement = judge(told, likely)
    parts = [told] if judgement.verdict == "disputed" else sides(told)
    if len(parts) == 1:
        return [_claim(told, judgement, reason, likely, desk)]
    out = []
    for part in parts:
        again = _told([(t.number, t.assertion) for t in part], desk)
        out.append(_claim(again, judge(again, likely), reason, likely, desk))
    return out


def _value(told: Told, difference: Difference | None, desk: Desk) -> str | None:
    """Return the words for the day, place or actor of a mention where the claim is disputed in that."""
    assertion = told.assertion
    if difference == "date":
        text = desk.by_key[assertion.article].document.text
        return ", ".join(text[time.start : time.end] for time in assertion.dates if time.edtf) or None
    if difference == "place":
        cities = ", ".join(assertion.names[city] for city in sorted(assertion.cities))
        return (told.venue.words if told.venue else cities) or None
    if difference == "actor":
        named = ", ".join(assertion.names[actor] for actor in sorted(assertion.initiators))
        return next((deed.words for deed in told.deeds), named) or None
    return None


def _claim(
    told: Sequence[Told],
    judgement: Judgement,
    reason: str,
    likely: Likely,
    desk: Desk,
) -> Claim:
    firm = [_telling(t, desk) for t in told]
    values = focus([t.assertion for t in told])
    roots = sorted(frozenset().union(*(t.roots for t in told)))
    mentions = tuple(
        ClaimMention(
            article=t.assertion.article,
            span=t.assertion.shown,
            stance=_stance(t.assertion, denies=t.denies),
            value=_value(t, judgement.differs_in, desk) or (values[n].words if n in values else None),
            statement=t.assertion.statement,
            origins=tuple(place for place, root in enumerate(roots) if root in t.roots),
            certainty=firm[n].certainty,
        )
        for n, t in enumerate(told)
    )
    clearest = min(
        (t for t in told if not t.denies or t.assertion.explicit),
        key=lambda t: (
            t.denies,
            t.assertion.language != "de",
            -min(len(t.assertion.words), 120),
            t.assertion.span.start,
        ),
        default=told[0],
    )
    document = desk.by_key[clearest.assertion.article].document
    return Claim(
        id="",
        text=(clearest.assertion.span if clearest.denies else clearest.assertion.shown).of(document.text),
        mentions=mentions,
        origins=tuple(desk.members(root, told) for root in roots),
        verdict=judgement.verdict,
        differs_in=judgement.differs_in,
        why="; ".join(part for part in (reason, judgement.why) if part),
        story=desk.story.id,
        drift=drift([t for t in firm if t.certainty != "denied"], likely, desk.source_of),
    )


def _telling(told: Told, desk: Desk) -> Telling:
    text = desk.by_key[told.assertion.article].document.text
    return telling(told.assertion, desk.statement(told.assertion), told.number, denies=told.denies, text=text)
