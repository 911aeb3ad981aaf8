"""Conditions a rule may put on its match, beyond its pattern: each is named in the grammar files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from quellenlage.layers import german
from quellenlage.layers.times import units
from quellenlage.layers.times.context import Context
from quellenlage.layers.times.scan import Hit

_MARKS_INSIDE_NUMBERS: Final = frozenset(".,-/+_:€$'")
_AFTER_AMOUNTS: Final = frozenset("%€$°")
_QUOTES: Final = frozenset("\"„“”»«‚‘'›‹")
_NOUN_REACH: Final = (
    4  # words from an adjective to its noun („zweijährige, zur Bewährung ausgesetzte Haft“ lies beyond)
)
_OPENING: Final = frozenset('.!?:"„“»')


def numeric_date(hit: Hit, context: Context) -> bool:
    """„23. 3. 1976“ is a date; with a further number behind it is a paragraph or a version."""
    after = context.after(hit.end, 2)
    return len(after) < 2 or after[0] != "." or not after[1].isdecimal()


def bare_year(hit: Hit, context: Context) -> bool:
    """A bare number of four digits is a year unless what stands around it counts, measures or numbers."""
    number = hit.words["y"].value
    words, lists = context.tokens.words, context.grammar.lists
    if not isinstance(number, int) or number > (context.published.year or 2030) + 60:
        return False
    last = words[hit.begin - 1] if hit.begin else " "
    if last[-1].isalnum():
        return False
    glued = last in _MARKS_INSIDE_NUMBERS and hit.begin > 1 and words[hit.begin - 2][-1].isalnum()
    if glued and (last not in "-/" or not words[hit.begin - 2].isalpha()):
        return False
    following = words[hit.end] if hit.end < len(words) else " "
    if following[0].isalpha() or following in _AFTER_AMOUNTS:
        return False
    if following in {",", ".", ":"} and hit.end + 1 < len(words) and words[hit.end + 1][0].isdecimal():
        return False
    after = context.after(hit.end)
    next_word = after[0] if after else ""
    if next_word in lists["counted"] or next_word in _AFTER_AMOUNTS:
        return False
    before = context.before(hit.begin, 2)
    nearest = before[-1] if before[:1] == ["."] else before[0] if before else ""
    round_number = number % 100 == 0 or number < 1400
    beside = context.after(hit.end, 3)
    if len(beside) == 3 and beside[0] in lists["to"] and beside[1].isdecimal() and beside[2] in lists["counted"]:
        return False
    if nearest in lists["beforeno"] and (round_number or next_word[:1].isupper() or not 1800 <= number <= 2100):
        return False
    if round_number and nearest not in lists["yearcues"] and next_word.isalpha() and next_word in lists["beforetime"]:
        return False
    if nearest in lists["yearcues"]:
        return True
    counting = next_word[:1].isupper() and not next_word.isupper()
    named = last.isspace() and hit.begin > 1 and words[hit.begin - 2][:1].isupper() and len(words[hit.begin - 2]) > 1
    return not round_number or (named and not counting)


def month_name(hit: Hit, context: Context) -> bool:
    """A month's name is no month beside a company form, or without a cue before a name (August Müller)."""
    if not no_title(hit, context):
        return False
    after = context.after(hit.end)
    next_word = after[0] if after else ""
    if not no_name(hit, context):
        return False
    ambiguous = units.token(hit, context, "m") in context.grammar.lists["ambiguousmonth"] and "mod" not in hit.words
    if ambiguous and not (
        context.before(hit.begin) and context.before(hit.begin)[0] in context.grammar.lists["monthcue"]
    ):
        return False
    if "mod" in hit.words or not next_word.isalpha() or not next_word[0].isupper():
        return True
    before = context.before(hit.begin)
    if before and before[0] in context.grammar.lists["weakcue"] and not german.is_noun(next_word):
        return False
    return bool(before) and before[0] in context.grammar.lists["monthcue"]


def tomorrow(hit: Hit, context: Context) -> bool:
    """„morgen“ in lower case is the next day; with a capital only where a sentence begins."""
    before = context.before(hit.begin)
    return units.token(hit, context, "deictic").islower() or not before or before[0] in _OPENING


def duration(hit: Hit, context: Context) -> bool:
    """A count of units is a length of time, not an age."""
    after = context.after(hit.end)
    before = context.before(hit.begin, 2)
    if units.token(hit, context, "n").lower() in context.grammar.lists["once"]:
        return False
    if before and before[0] in context.grammar.lists["agebefore"] and hit.words["u"].value == "Y":
        return False
    if len(before) > 1 and context.grammar.lists["ageof"].issuperset(before[:2]):
        return False
    ended = not after or not after[0].isalnum()
    if ended and before and before[0] in context.grammar.lists["agecopula"] and hit.words["u"].value == "Y":
        return False
    return not after or after[0] not in context.grammar.lists["ages"]


def every(hit: Hit, context: Context) -> bool:
    """„jedes Jahr“, but not „alle Jahre“ without a count."""
    return hit.words["quantor"].value != "ALL" or not units.is_plural(hit, context, "unit")


def not_of(hit: Hit, context: Context) -> bool:
    """„zur Zeit“ is the present unless it is the time of something."""
    after = context.after(hit.end)
    return not after or after[0] not in context.grammar.lists["genitive"]


def rate(hit: Hit, context: Context) -> bool:
    """„im Jahr“, „im Monat“ alone is a rate; with a number, a genitive or an order behind it, a date or part of one."""
    after = context.after(hit.end)
    word = hit.words["unit"]
    if word.value not in {"Y", "M"} or units.is_plural(hit, context, "unit"):
        return False
    return not after or not (after[0][0].isdecimal() or after[0] in context.grammar.lists["norate"])


def no_name(hit: Hit, context: Context) -> bool:
    """A weekday behind a title is somebody's name (Frau Sonntag); behind a hyphen it is part of another word."""
    if not no_title(hit, context) or _company(hit, context) or _newspaper(hit, context):
        return False
    before = context.before(hit.begin)
    words = context.tokens.words
    if hit.begin > 1 and words[hit.begin - 1] == "-" and words[hit.begin - 2].isalpha():
        return "weekday" in context.grammar.features(words[hit.begin - 2])
    if _first_name(hit, context):
        return False
    return not before or before[0] not in context.grammar.lists["nametitle"]


def _first_name(hit: Hit, context: Context) -> bool:
    """Tell whether a first name stands before a bare weekday („Peter Sonntag“)."""
    words, begin, grammar = context.tokens.words, hit.begin, context.grammar
    if hit.rule.id != "wd" or grammar.language != "de" or begin < 2 or words[begin - 1] != " ":
        return False
    name = words[begin - 2]
    if not name.isalpha() or not name.istitle() or german.is_noun(name) or german.is_noun(name[:-1]):
        return False
    if grammar.features(name) or german.verb_readings(name.lower()):
        return False
    before = context.before(begin, 2)[1:]
    return bool(before) and before[0].isalpha() and before[0] not in grammar.lists["beforeplace"]


def bare_decade(hit: Hit, context: Context) -> bool:
    """„Die 90er waren wild“: a full ten of two digits, with no noun behind it."""
    after = context.after(hit.end)
    return units.two_digit_decade(hit, context) and not (after and (after[0] == "-" or after[0][:1].isupper()))


def _company(hit: Hit, context: Context) -> bool:
    """Tell whether a company form follows („Montag AG“, „Freitag e. V.“)."""
    after = context.after(hit.end, 3)
    return bool(after) and after[0] in context.grammar.lists["company"] and (after[0] != "e" or "V" in after)


def _newspaper(hit: Hit, context: Context) -> bool:
    """Tell whether a match is a part of the name of a newspaper („Welt am Sonntag“)."""
    before = context.before(hit.spans[0][0], 2)
    return len(before) > 1 and before[0] == "am" and before[1] in context.grammar.lists["papers"]


def no_title(hit: Hit, context: Context) -> bool:
    """A word alone between quotation marks is a name or a title („Ostern“), not a time."""
    before, after = context.before(hit.begin), context.after(hit.end)
    return not (before and after and before[0] in _QUOTES and after[0] in _QUOTES)


def before_noun(hit: Hit, context: Context) -> bool:
    """„Ex-Minister“: a noun or a name follows."""
    return "".join(context.after(hit.end))[:1].isupper()


def eve(hit: Hit, context: Context) -> bool:
    """«накануне» is the day before, unless an event follows whose eve it is («накануне выборов»)."""
    after = context.after(hit.end)
    word = after[0].lower() if after else ""
    if not word.isalpha() or word in context.grammar.lists["eveafter"] or word in context.grammar.tense["past"]:
        return True
    return word.endswith(context.grammar.endings["past"])


def lasts(hit: Hit, context: Context) -> bool:
    """„zweijährige Haft“ is a length of time, „zweijährige Tochter“ an age: the noun behind the adjective tells."""
    unit = str(hit.words["u"].value if "u" in hit.words else hit.words["lasting"].value).rpartition(":")[2]
    if unit != "Y":
        return True
    if not context.tokens.words[hit.end - 1].islower():
        return False
    noun = next((word for word in context.after(hit.end, _NOUN_REACH) if not word.islower()), "")
    return noun.isalpha() and noun.lower().endswith(context.grammar.endings["lasting"])


def no_noun(hit: Hit, context: Context) -> bool:
    """„die Siebziger“ are years only where no noun follows („die siebziger Auflage“) and the word has a capital."""
    after = context.after(hit.end)
    token = units.token(hit, context, "decadew")
    return token[:1].isupper() and not (after and after[0][:1].isupper() and after[0].isalpha())


def no_feast_day(hit: Hit, context: Context) -> bool:
    """„14-Tage-Frist“ has a length of time in it, „50-Jahr-Feier“ has not."""
    return hit.words["n"].value == 1 or units.is_plural(hit, context, "u") or context.after(hit.end)[:1] != ["-"]


def no_once(hit: Hit, context: Context) -> bool:
    """„abends“, but not „eines Abends“."""
    return context.grammar.lists["once"].isdisjoint(context.before(hit.begin))


def alone(hit: Hit, context: Context) -> bool:
    """„früher“, „bald“: not in „früher oder später“, „so bald“, „so früh“."""
    after = context.after(hit.end)
    before = context.before(hit.begin)
    return not (after and after[0] in context.grammar.lists["refafter"]) and not (
        before and before[0] in context.grammar.lists["refbefore"]
    )


def after_count(hit: Hit, context: Context) -> bool:
    """„a year“ is a rate only behind an amount („1,000 dollars a year“)."""
    before = context.before(hit.begin)
    return bool(before) and before[0] in context.grammar.lists["counted"]


GUARDS: Final[dict[str, Callable[[Hit, Context], bool]]] = {
    guard.__name__: guard
    for guard in (
        units.plural, units.singular, units.period_unit, units.quarter_unit, units.century_unit, units.day_unit,
        units.unit_year, units.years_unit, units.decade_number, units.consecutive, units.ascending, numeric_date,
        bare_year, month_name, tomorrow, duration, every, after_count, not_of, rate, units.calendar_unit,
        units.period_or_day, units.same_unit, no_feast_day, no_once, no_name, no_noun, units.two_digit_decade,
        units.year_compound, alone, no_title, units.nth_unit, lasts, bare_decade, before_noun, eve,
    )
}  # fmt: skip
"""What the grammar files may name behind ``guard``."""
