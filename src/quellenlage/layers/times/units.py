"""Conditions on the units of a match: is it one year, several weeks, a century?"""

from __future__ import annotations

from quellenlage.layers.times.context import Context
from quellenlage.layers.times.scan import Hit


def token(hit: Hit, context: Context, name: str) -> str:
    """Return a captured word as the text writes it, or an empty string."""
    word = hit.words.get(name)
    return context.tokens.words[word.token] if word else ""


def is_plural(hit: Hit, context: Context, name: str) -> bool:
    """Tell whether a captured unit is in the plural."""
    return token(hit, context, name) in context.grammar.lists["plurals"]


def plural(hit: Hit, context: Context) -> bool:
    """The unit is in the plural."""
    return is_plural(hit, context, "unit") or is_plural(hit, context, "u")


def singular(hit: Hit, context: Context) -> bool:
    """The unit is in the singular, and is one that a date has."""
    return not is_plural(hit, context, "unit") and hit.words["unit"].value not in {"H", "MIN", "S"}


def period_unit(hit: Hit, context: Context) -> bool:
    """The unit is a period of the calendar, in the singular."""
    return hit.words["unit"].value in {"Y", "M", "W", "DE", "CE", "Q"} and not is_plural(hit, context, "unit")


def quarter_unit(hit: Hit, context: Context) -> bool:
    """The unit is a quarter or half of a year."""
    return hit.words["q"].value in {"Q", "SEM"} and not is_plural(hit, context, "q")


def century_unit(hit: Hit, context: Context) -> bool:
    """The unit is a century or a millennium."""
    return hit.words["c"].value in {"CE", "ML"}


def day_unit(hit: Hit, context: Context) -> bool:
    """The unit is a day."""
    return hit.words["u"].value == "D"


def unit_year(hit: Hit, context: Context) -> bool:
    """„Jahr 1910“: the unit is one year."""
    return hit.words["unit"].value == "Y" and token(hit, context, "unit") != "Jahren"


def years_unit(hit: Hit, context: Context) -> bool:
    """„fünfziger Jahre“: the unit is years."""
    return hit.words["j"].value == "Y" and is_plural(hit, context, "j")


def decade_number(hit: Hit, context: Context) -> bool:
    """„1990er“, „90er Jahre“: a full ten; of two digits only with the word for years."""
    digits = token(hit, context, "dn")
    if not digits.endswith("0") or len(digits) not in {2, 4}:
        return False
    return years_unit(hit, context) if "j" in hit.words else len(digits) == 4


def consecutive(hit: Hit, context: Context) -> bool:
    """„2024/25“: the second year follows the first."""
    first = hit.words["y"].value
    return isinstance(first, int) and (first + 1) % 100 == hit.words["y2"].value


def ascending(hit: Hit, context: Context) -> bool:
    """„1925-27“: the second year lies after the first, in the same century."""
    first, second = hit.words["y"].value, hit.words["y2"].value
    return isinstance(first, int) and isinstance(second, int) and first % 100 < second


def calendar_unit(hit: Hit, context: Context) -> bool:
    """The unit is a day, week, month or year, in the singular."""
    return hit.words["folgejahr"].value in {"D", "W", "M", "Y"} and not is_plural(hit, context, "folgejahr")


def period_or_day(hit: Hit, context: Context) -> bool:
    """The unit is a day, week, month or year, in the singular."""
    return hit.words["unit"].value in {"D", "W", "M", "Y"} and not is_plural(hit, context, "unit")


def nth_unit(hit: Hit, context: Context) -> bool:
    """„der dritten Woche“, „am zweiten Tag“: one of several days, weeks, months or years."""
    return hit.words["u"].value in {"D", "W", "M", "Y"} and not is_plural(hit, context, "u")


def same_unit(hit: Hit, context: Context) -> bool:
    """„Tag für Tag“: the same word twice."""
    return token(hit, context, "unit").lower() == token(hit, context, "u2").lower()


def year_compound(hit: Hit, context: Context) -> bool:
    """„im laufenden Geschäftsjahr“: the compound is one year."""
    return hit.words["unit"].value == "Y" and not token(hit, context, "unit").endswith(("jahre", "jahren"))


def two_digit_decade(hit: Hit, context: Context) -> bool:
    """„Mitte der 90er“: a full ten of two digits."""
    digits = token(hit, context, "dn")
    return len(digits) == 2 and digits[1] == "0"
