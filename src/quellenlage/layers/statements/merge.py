"""Joins the drafts of the rules with those of the model; where both found one, each gives what it does better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quellenlage.layers.annotations import StatementType
from quellenlage.layers.statements import foreign_cues, lexicon, running
from quellenlage.layers.statements.drafts import Draft, Named
from quellenlage.layers.statements.speakers import PRONOUNS
from quellenlage.layers.statements.units import Unit

_DANGLING: Final = frozenset(
    {
        "der",
        "die",
        "das",
        "dem",
        "den",
        "am",
        "im",
        "in",
        "auf",
        "bei",
        "an",
        "von",
        "vom",
        "mit",
        "who",
        "of",
        "at",
        ",",
    }
)
"""Words that no name ends in: a speaker's extent that ends so was cut too late."""
_LEADING: Final = frozenset({"to", "by", "в", "во", "на", "laut"})
"""Words that open no speaker where the rules begin behind them."""
_RELATIVES: Final = frozenset({"der", "die", "das", "dem", "den", "who", "который", "которая", "которые"})
_NAMELESS: Final = frozenset(
    {"namen", "namentlich", "anonym", "ungenannt", "genannt", "unerkannt", "name", "named", "anonymity", "anonymous"}
)

_DOUBTS: Final = (
    lexicon.WORDS["hedges"]
    | foreign_cues.WORDS["en-hedges"]
    | foreign_cues.WORDS["ru-hedges"]
    | {"will", "wollen", "dürfte", "dürften", "said", "believed", "danach", "demzufolge"}
)

_OPENERS: Final = frozenset({"dass", "daß", "ob", "zu", "that", "to", "whether", "что", "чтобы"})

SAME: Final = 0.5
"""Overlap (F1 over tokens) from which two drafts are one statement, as the cases' score counts it."""

ENOUGH: Final = 0.7
"""Confidence from which a draft of the model alone is kept. Lower, the corpus's recall rises (quote F1 0.747 at 0.5,
0.741 at 0.7, 0.734 at 0.8), higher, the precision on articles of other papers (0.934, 0.953, 0.956 on the cases)."""


CLEAR: Final = 0.9
"""Confidence of the rules in content that its form shows: *dass*, an infinitive, the Konjunktiv behind a cue."""

INSIDE: Final = 0.8
"""Share of a draft of the model alone that may lie in another draft. The corpus marks quoted words inside a told
clause as quotations of their own; a dossier has them in the clause's statement (most wrong additions on the cases
were these)."""


def tokens(draft: Draft) -> frozenset[int]:
    """Return the document's token numbers of a draft's content, marks left out."""
    parts = [(draft.unit, first, last) for first, last in draft.content] + draft.elsewhere
    return frozenset(
        unit.offset + place
        for unit, first, last in parts
        for place in range(first, last)
        if unit.words[place][0].isalnum()
    )


def _frame_tokens(draft: Draft) -> frozenset[int]:
    first, last = draft.frame or (0, 0)
    return frozenset(draft.unit.offset + place for place in range(first, last))


def overlap(left: frozenset[int], right: frozenset[int]) -> float:
    """Return the F1 of two token sets."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


def join(rules: Sequence[Draft], model: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of both sources as one list.

    Args:
        rules: Drafts of the rules, certainty judged.
        model: Drafts of the model.
    """
    rule_tokens = [tokens(draft) for draft in rules]
    result: list[Draft] = []
    left = list(range(len(rules)))
    model_tokens = [tokens(draft) for draft in model]
    framing = [_frame_tokens(draft) for draft in rules if draft.frame is not None]
    others = [[larger for larger in model_tokens if len(larger) > len(own)] for own in model_tokens]
    for number, draft in enumerate(model):
        own = model_tokens[number]
        best = max(left, key=lambda index: overlap(own, rule_tokens[index]), default=-1)
        if best >= 0 and overlap(own, rule_tokens[best]) >= SAME:
            left.remove(best)
            result.append(both(rules[best], draft))
        elif draft.confidence >= ENOUGH and _kept(draft, rule_tokens) and not _empty(draft):
            draft.inner = _inside(own, rule_tokens) or _inside(own, others[number]) or _inside(own, framing)
            result.append(draft)
    result += [rules[index] for index in left]
    return sorted(result, key=lambda draft: min(tokens(draft), default=0))


def _empty(draft: Draft) -> bool:
    """Tell whether a draft of the model says nothing: no name, *So sagt es X*, *nach* of time."""
    if draft.type == "direct" or not draft.content:
        return False
    if len(tokens(draft)) < 3 and not any(draft.unit.quote[i] >= 0 for r in draft.content for i in range(*r)):
        return True
    unit, (first, last) = draft.unit, draft.content[0]
    low = unit.low[first:last]
    if low[:1] == ["so"] and "es" in low[1:4]:
        return True
    if draft.type == "free_indirect" and not _doubted(draft):
        return True
    if [unit.low[i] for i in draft.cue] == ["nach"] and (draft.speaker is None or _counts(draft.speaker)):
        return True
    return low[0] in _RELATIVES and bool(_NAMELESS & set(low))


def _counts(who: Named) -> bool:
    """Tell whether words are an amount or a count, no speaker (*nach Auszählung von 90 Prozent der Stimmen*)."""
    words = who.unit.words[who.first : who.last]
    return any(word[0].isdigit() or word in lexicon.WORDS["results"] for word in words)


def _doubted(draft: Draft) -> bool:
    """Tell whether a word in a draft's sentence puts it in doubt; *soll* alone may be a plan (*soll im Mai öffnen*)."""
    unit = draft.unit
    if any(running.hearsay(unit, segment) for segment in unit.segments):
        return True
    return bool(_DOUBTS & {unit.low[i] for i in range(*draft.content[0])})


def _kept(draft: Draft, rules: Sequence[frozenset[int]]) -> bool:
    """Leave out parts of a draft in several that are the rules' content of another; tell whether something is left."""
    if len(_parts(draft)) > 1:
        spare = [part for part in _parts(draft) if not _inside(_range_tokens(*part), rules)]
        draft.content = [(first, last) for unit, first, last in spare if unit is draft.unit]
        draft.elsewhere = [part for part in spare if part[0] is not draft.unit]
    return bool(tokens(draft))


def _range_tokens(unit: Unit, first: int, last: int) -> frozenset[int]:
    return frozenset(unit.offset + place for place in range(first, last) if unit.words[place][0].isalnum())


def _inside(own: frozenset[int], others: Sequence[frozenset[int]]) -> bool:
    return any(len(own & other) > INSIDE * len(own) for other in others)


def both(rule: Draft, model: Draft) -> Draft:
    """Return one draft of two for the same statement.

    The model, which has weighed the rule's finding, gives type, cue, frame and the extent of the speaker; the rule
    gives content, relays, certainty, and the head of the speaker's words, by which the entity is found.
    """
    rule.type = typed(rule, model)
    if not rule.via:
        rule.speaker = widened(rule.speaker, model.speaker) or model.speaker
    rule.addressee = rule.addressee or model.addressee
    if rule.unit is model.unit:
        rule.cue = model.cue or rule.cue
        rule.frame = model.frame or rule.frame
    rule.confidence = max(rule.confidence, model.confidence)
    rule.reason = f"{rule.reason}; {model.reason}"
    return rule


def typed(rule: Draft, model: Draft) -> StatementType:
    """Return the type of a statement that both found: the model's, but where the words themselves tell it.

    Without quotation marks nothing is direct; an infinitive or *dass* clause is what was said, no act told; and what
    only *soll* puts in doubt, without a frame, stays free indirect.
    """
    marked = any(unit.quote[i] >= 0 for unit, first, last in _parts(rule) for i in range(first, last))
    if model.type == "direct" and (not marked or rule.type == "reported"):
        return rule.type
    if rule.type == "reported" and model.type == "indirect" and not _clausal(rule):
        return rule.type
    if rule.type == "indirect" and model.type == "reported" and rule.content and rule.confidence >= CLEAR:
        return rule.type
    if rule.type == "free_indirect" and rule.frame is None and rule.reason in ("soll", "demnach", "hearsay"):
        return rule.type
    return model.type


def _clausal(draft: Draft) -> bool:
    """Tell whether told speech holds a clause of what was said (*dass …*, *to …*, an infinitive with *zu*)."""
    return bool(_OPENERS & {unit.low[i] for unit, first, last in _parts(draft) for i in range(first, last)})


def _parts(draft: Draft) -> list[tuple[Unit, int, int]]:
    return [(draft.unit, first, last) for first, last in draft.content] + draft.elsewhere


def widened(rule: Named | None, model: Named | None) -> Named | None:
    """Return the rule's words in the model's extent, where the model's words hold their head; a pronoun stays alone."""
    if rule is not None and rule.last - rule.first == 1 and rule.unit.low[rule.first] in PRONOUNS:
        return rule
    if rule is None or model is None or rule.unit is not model.unit or not model.first < rule.core <= model.last:
        return rule
    if "qui" in rule.unit.low[model.first : rule.first]:  # French: l'AFP, qui cite X
        return rule
    last = model.last
    while last > max(rule.core, rule.last) and rule.unit.low[last - 1] in _DANGLING:
        last -= 1
    first = model.first
    while first < rule.first and rule.unit.low[first] in _LEADING:
        first += 1
    return Named(rule.unit, first, last, rule.core)
