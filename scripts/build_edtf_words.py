"""Build ``src/quellenlage/resources/edtf-words.json``: month names from CLDR (babel), phrases from here.

``--check`` compares instead of writing and exits with 1 where the file is out of date.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from babel import Locale

TARGET = Path(__file__).parents[1] / "src/quellenlage/resources/edtf-words.json"

PHRASES: dict[str, dict[str, str]] = {
    "de": {
        "undated": "ohne Datum",
        "decade": "{year}er-Jahre",
        "century": "{number}. Jahrhundert",
        "day_in": "an einem Tag im Jahr {period}",
        "day_in_month": "an einem Tag im {period}",
        "month_in": "in einem Monat des Jahres {period}",
        "month": "{month} {year}",
        "day": "{day}. {month} {year}",
        "days": "{first}. bis {rest}",
        "clock": "{day}, {clock} Uhr",
        "span": "{begin} bis {end}",
        "until": "bis {date}",
        "from": "ab {date}",
        "qualifier~": "etwa {date}",
        "qualifier?": "vermutlich {date}",
        "qualifier%": "vermutlich etwa {date}",
        "season21": "Frühjahr {year}",
        "season22": "Sommer {year}",
        "season23": "Herbst {year}",
        "season24": "Winter {year}",
        "season33": "1. Quartal {year}",
        "season34": "2. Quartal {year}",
        "season35": "3. Quartal {year}",
        "season36": "4. Quartal {year}",
        "season40": "1. Halbjahr {year}",
        "season41": "2. Halbjahr {year}",
    },
    "en": {
        "undated": "undated",
        "decade": "{year}s",
        "century": "century no. {number}",
        "day_in": "a day in {period}",
        "day_in_month": "a day in {period}",
        "month_in": "a month in {period}",
        "month": "{month} {year}",
        "day": "{day} {month} {year}",
        "days": "{first} to {rest}",
        "clock": "{day}, {clock}",
        "span": "{begin} to {end}",
        "until": "until {date}",
        "from": "from {date}",
        "qualifier~": "about {date}",
        "qualifier?": "probably {date}",
        "qualifier%": "probably about {date}",
        "season21": "spring {year}",
        "season22": "summer {year}",
        "season23": "autumn {year}",
        "season24": "winter {year}",
        "season33": "first quarter of {year}",
        "season34": "second quarter of {year}",
        "season35": "third quarter of {year}",
        "season36": "fourth quarter of {year}",
        "season40": "first half of {year}",
        "season41": "second half of {year}",
    },
}


def build() -> str:
    """Return the file's text."""
    words = {
        language: phrases
        | {f"month{number}": str(name) for number, name in Locale(language).months["stand-alone"]["wide"].items()}
        for language, phrases in PHRASES.items()
    }
    return json.dumps(words, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> int:
    """Write or check the file."""
    text = build()
    if "--check" in sys.argv[1:]:
        fresh = TARGET.is_file() and TARGET.read_text("utf-8") == text
        print(f"{TARGET.name}: {'up to date' if fresh else 'out of date, run scripts/build_edtf_words.py'}")
        return 0 if fresh else 1
    TARGET.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
