"""German phrases of known value, made by counting: each value is worked out here without the code under test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

DAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
MONTHS = [
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
]
ONES = [
    *("", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    *("dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"),
]
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
PARTS = {"morgen": "MO", "vormittag": "MO", "mittag": "MI", "nachmittag": "AF", "abend": "EV"}
UNITS = {"Jahre": "P{}Y", "Monate": "P{}M", "Wochen": "P{}W", "Tage": "P{}D", "Stunden": "PT{}H", "Minuten": "PT{}M"}


class Phrase(NamedTuple):
    """A sentence with one expression in it, and what must come out."""

    text: str
    surface: str
    published: str | None
    type: str
    timex: str
    edtf: str | None


def in_words(number: int) -> str:
    """Spell a number from 2 to 99."""
    if number < 20:
        return ONES[number]
    return (ONES[number % 10] + "und" if number % 10 else "") + TENS[number // 10]


def publications() -> Iterator[date]:
    """Seventy days, ten on each weekday, across years, leap days and year ends."""
    day = date(2019, 12, 28)
    for _ in range(70):
        yield day
        day += timedelta(days=36)


def _back(day: date, number: int, first: int) -> date:
    found = day - timedelta(days=first)
    while found.isoweekday() != number:
        found -= timedelta(days=1)
    return found


def _on(day: date, number: int, first: int) -> date:
    found = day + timedelta(days=first)
    while found.isoweekday() != number:
        found += timedelta(days=1)
    return found


def weekdays() -> Iterator[Phrase]:
    """All weekdays, tenses and adjectives, on seventy publication dates; 8,820 phrases."""
    frames = [
        ("Der Rat tagte am {}.", lambda p, n: _back(p, n, 0)),
        ("Der Rat hat am {} in Bonn getagt.", lambda p, n: _back(p, n, 0)),
        ("Die Brücke wurde am {} gesperrt.", lambda p, n: _back(p, n, 0)),
        ("Der Rat war am {} in Bonn zusammengekommen.", lambda p, n: _back(p, n, 0)),
        ("Am {} sei der Rat in Bonn eingetroffen, hieß es.", lambda p, n: _back(p, n, 0)),
        ("Wie die Polizei mitteilte, brach das Feuer am {} aus.", lambda p, n: _back(p, n, 0)),
        ("Der Rat soll am {} heimlich getagt haben.", lambda p, n: _back(p, n, 0)),
        ("Das Stück, das am {} beginnt, dauert lange.", lambda p, n: _on(p, n, 0)),
        ("Die Sitzung findet am {} in Bonn statt.", lambda p, n: _on(p, n, 0)),
        ("Der Rat werde am {} entscheiden, sagte sie.", lambda p, n: _on(p, n, 0)),
        ("Die Abstimmung ist für {} vorgesehen.", lambda p, n: _on(p, n, 0)),
        ("Der Rat wird am {} tagen.", lambda p, n: _on(p, n, 0)),
        ("Am {} soll der Rat darüber beraten.", lambda p, n: _on(p, n, 0)),
        ("Der Rat will am {} entscheiden.", lambda p, n: _on(p, n, 0)),
        ("Das Werk bleibt bis {} geschlossen.", lambda p, n: _on(p, n, 0)),
        ("Der Rat tagt am kommenden {}.", lambda p, n: _on(p, n, 1)),
        ("Der Rat beriet am vergangenen {}.", lambda p, n: _back(p, n, 1)),
    ]
    for published in publications():
        for number, name in enumerate(DAYS, 1):
            for frame, rule in frames:
                day = rule(published, number).isoformat()
                surface = (
                    frame.partition("{}")[0].split()[-1] + " " + name
                    if "kommenden" in frame or "vergangenen" in frame
                    else name
                )
                yield Phrase(frame.format(name), surface, published.isoformat(), "DATE", day, day)
            part = list(PARTS)[number % len(PARTS)]
            day = _back(published, number, 0).isoformat()
            text = f"Das teilte die Polizei am {name}{part} mit."
            yield Phrase(text, name + part, published.isoformat(), "TIME", f"{day}T{PARTS[part]}", day)


def calendar_days() -> Iterator[Phrase]:
    """Every day of a leap year, written out, in figures and without its year; 2,562 phrases."""
    day = date(2020, 1, 1)
    published = date(2020, 12, 31)
    early = date(2020, 1, 1)
    while day.year == 2020:
        iso, name = day.isoformat(), MONTHS[day.month - 1]
        full = f"{day.day}. {name} {day.year}"
        yield Phrase(f"Er starb am {full} in Rom.", full, None, "DATE", iso, iso)
        figures = f"{day.day:02d}.{day.month:02d}.{day.year}"
        yield Phrase(f"Stand: {figures}, ohne Gewähr.", figures, None, "DATE", iso, iso)
        yield Phrase(f"Der Bericht trägt das Datum {iso} und eine Nummer.", iso, None, "DATE", iso, iso)
        short = f"{day.day}. {name}"
        yield Phrase(f"Der Verein wurde am {short} gegründet.", short, published.isoformat(), "DATE", iso, iso)
        yield Phrase(f"Am {short} soll gewählt werden.", short, early.isoformat(), "DATE", iso, iso)
        unknown = f"XXXX-{day.month:02d}-{day.day:02d}"
        yield Phrase(f"Am {short} wird gewählt.", short, None, "DATE", unknown, None)
        weekday = f"{DAYS[day.weekday()]}, {short}"
        yield Phrase(f"Das Fest beginnt am {weekday}, um acht.", weekday, published.isoformat(), "DATE", iso, iso)
        day += timedelta(days=1)


def durations() -> Iterator[Phrase]:
    """Two to ninety-nine of six units, in figures and in words; 1,176 phrases."""
    for number in range(2, 100):
        for unit, form in UNITS.items():
            value = form.format(number)
            yield Phrase(f"Das dauerte {number} {unit}.", f"{number} {unit}", "2024-05-01", "DURATION", value, None)
            words = in_words(number)
            yield Phrase(f"Der Streit hielt {words} {unit} an.", f"{words} {unit}", None, "DURATION", value, None)


def clocks() -> Iterator[Phrase]:
    """Every fifth minute of a day; 288 phrases."""
    for minutes in range(0, 24 * 60, 5):
        hour, minute = divmod(minutes, 60)
        surface = f"{hour}.{minute:02d} Uhr"
        value = f"2024-05-02T{hour:02d}:{minute:02d}"
        timex = f"2024-05-02T{hour}:{minute:02d}"  # the hour as it is written
        yield Phrase(f"Der Zug fuhr um {surface} ab.", surface, "2024-05-02", "TIME", timex, value)


def years_and_longer() -> Iterator[Phrase]:
    """Years, months of years, seasons, quarters, decades, centuries, school years; 1,806 phrases."""
    seasons = [("Frühjahr", "SP", 21), ("Sommer", "SU", 22), ("Herbst", "FA", 23), ("Winter", "WI", 24)]
    for year in range(1950, 2036):
        yield Phrase(f"Seit {year} steht das Haus leer.", str(year), "2040-01-01", "DATE", str(year), str(year))
        pair = f"{year}/{(year + 1) % 100:02d}"
        yield Phrase(
            f"In der Saison {pair} stieg er auf.", pair, None, "DATE", f"{year}/{year + 1}", f"{year}/{year + 1}"
        )
        for number, month in enumerate(MONTHS, 1):
            surface, value = f"{month} {year}", f"{year}-{number:02d}"
            yield Phrase(f"Das Werk wurde im {surface} eröffnet.", surface, None, "DATE", value, value)
        for name, code, number in seasons:
            surface = f"{name} {year}"
            yield Phrase(f"Im {surface} zog er um.", surface, None, "DATE", f"{year}-{code}", f"{year}-{number}")
        for number, word in enumerate(["ersten", "zweiten", "dritten", "vierten"], 1):
            text = f"Der Umsatz stieg im {word} Quartal {year}."
            yield Phrase(text, f"{word} Quartal {year}", None, "DATE", f"{year}-Q{number}", f"{year}-{32 + number}")
    for number in range(2, 22):
        text = f"Die Burg stammt aus dem {number}. Jahrhundert."
        yield Phrase(text, f"dem {number}. Jahrhundert", None, "DATE", f"{number - 1:02d}", f"{number - 1:02d}XX")
    for decade in range(1900, 2030, 10):
        text = f"Die Mode der {decade}er kehrte zurück."
        yield Phrase(text, f"der {decade}er", None, "DATE", f"{decade // 10}", f"{decade // 10}X")


def counted_from_publication() -> Iterator[Phrase]:
    """Deictic days, weeks, weekends, months and years on seventy publication dates; 1,120 phrases."""
    offsets = {"vorgestern": -2, "gestern": -1, "übermorgen": 2}
    for published in publications():
        iso = published.isoformat()
        for word, offset in offsets.items():
            day = (published + timedelta(days=offset)).isoformat()
            yield Phrase(f"Das ist {word} gewesen.", word, iso, "DATE", day, day)
        day = (published - timedelta(days=1)).isoformat()
        yield Phrase("Er kam gestern Abend an.", "gestern Abend", iso, "TIME", f"{day}TEV", day)
        for adjective, weeks in (("vergangene", -1), ("kommende", 1), ("diese", 0)):
            monday = published - timedelta(days=published.weekday()) + timedelta(weeks=weeks)
            year, week, _ = monday.isocalendar()
            span = f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
            surface = f"{adjective} Woche"
            yield Phrase(f"Der Rat berät {surface} darüber.", surface, iso, "DATE", f"{year}-W{week:02d}", span)
        for adjective, years in (
            ("vergangenen", -1),
            ("nächsten", 1),
            ("diesem", 0),
            ("laufenden", 0),
            ("vorletzten", -2),
        ):
            value = str(published.year + years)
            surface = f"{adjective} Jahr"
            yield Phrase(f"Im {surface} ist viel los.", surface, iso, "DATE", value, value)
        yield Phrase(
            "Der Verlust im Vorjahr war größer.",
            "Vorjahr",
            iso,
            "DATE",
            str(published.year - 1),
            str(published.year - 1),
        )
        first = published.replace(day=1)
        before = first - timedelta(days=1)
        yield Phrase(
            "Im vergangenen Monat ging alles gut.",
            "vergangenen Monat",
            iso,
            "DATE",
            before.isoformat()[:7],
            before.isoformat()[:7],
        )
        saturday = _on(published - timedelta(days=published.weekday()), 6, 0)
        if published.weekday() < 5:
            year, week, _ = saturday.isocalendar()
            span = f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
            yield Phrase("Am Wochenende wird gefeiert.", "Wochenende", iso, "DATE", f"{year}-W{week:02d}-WE", span)


def ranges() -> Iterator[tuple[Phrase, Phrase]]:
    """Pairs of ends: years, days of a month, clock times."""
    for year in range(1950, 2020):
        for length in (1, 3, 7):
            text = f"Von {year} bis {year + length} lebte sie in Wien."
            ends = [Phrase(text, str(y), None, "DATE", str(y), str(y)) for y in (year, year + length)]
            yield ends[0], ends[1]
    for month, name in enumerate(MONTHS, 1):
        for first in range(1, 20):
            text = f"Die Messe fand vom {first}. bis {first + 8}. {name} 2021 statt."
            values = [f"2021-{month:02d}-{day:02d}" for day in (first, first + 8)]
            yield (
                Phrase(text, f"{first}.", None, "DATE", values[0], values[0]),
                Phrase(text, f"{first + 8}. {name} 2021", None, "DATE", values[1], values[1]),
            )
    for first in range(7, 16):
        text = f"Die Ausstellung ist von {first}-{first + 4} Uhr geöffnet."
        span = f"2024-05-02T{first:02d}/2024-05-02T{first + 4:02d}"
        values = [f"2024-05-02T{hour}:00" for hour in (first, first + 4)]
        yield (
            Phrase(text, str(first), "2024-05-02", "TIME", values[0], span),
            Phrase(text, f"{first + 4} Uhr", "2024-05-02", "TIME", values[1], span),
        )
