"""Times against KRAUTS: ``make bench-times``.

The German newspaper corpus KRAUTS (Strötgen et al., LREC 2018) is tagged from its text and publication dates and scored
with the data folder's own ``evaluate.py``, side by side with HeidelTime's output on the same text. Then: by type,
by class of expression, five folds of the documents, the gold times of the seven cases, and characters a second.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from quellenlage.layers.times.tag import tag
from results import replace_section

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("DieZeit", "Dolomiten-42", "Dolomiten-100")
FLOORS = {"DieZeit": (0.88, 0.825), "Dolomiten-42": (0.93, 0.86)}
CHARACTERS_A_SECOND = 1_000_000
CLASSES = (
    ("reference (damals, jetzt)", r"(PAST|PRESENT|FUTURE)_REF"),
    ("recurring", r"SET"),
    ("clock time", r"T\d"),
    ("part of day", r"T[A-Z]{2}"),
    ("duration", r"P"),
    ("underspecified", r"X"),
    ("year", r"\d{4}$"),
    ("month", r"\d{4}-\d\d$"),
    ("day", r"\d{4}-\d\d-\d\d$"),
    ("week, season, quarter", r"\d{4}-[WSFQH]"),
    ("decade, century", r"\d{1,3}$"),
)
Gold = dict[str, tuple[str, str, list[dict[str, Any]]]]


def load(path: Path, name: str) -> ModuleType:
    """Load a module from a file outside the package."""
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(gold: Gold) -> Gold:
    """Tag every document of a part."""
    found: Gold = {}
    for name, (published, text, _) in gold.items():
        times = tag(text, published=published)
        spans = [{"begin": t.start, "end": t.end, "type": t.type, "value": t.timex} for t in times]
        found[name] = (published, text, spans)
    return found


def class_of(timex: dict[str, Any]) -> str:
    """Return the class of a gold expression, by its type and value."""
    value = "SET" if timex["type"] == "SET" else str(timex["value"])
    for name, pattern in CLASSES:
        if re.match(pattern, value) or (pattern.startswith("T") and re.search(pattern, value) and value[0] != "P"):
            return name
    return "other"


def by_class(evaluate: ModuleType, gold: Gold, system: Gold) -> Counter[tuple[str, str]]:
    """Count gold expressions, the missed ones and those with another value, by class."""
    counts: Counter[tuple[str, str]] = Counter()
    for name, (_, _, wanted) in gold.items():
        found = system[name][2]
        matched = {g: s for g, s, _ in evaluate.match(wanted, found)}
        for place, timex in enumerate(wanted):
            kind = class_of(timex)
            counts[kind, "gold"] += 1
            if place not in matched:
                counts[kind, "missed"] += 1
            elif found[matched[place]]["value"] != timex["value"]:
                counts[kind, "value"] += 1
    return counts


def speed(gold: Gold) -> float:
    """Return characters a second in one process: the median of five passes over a part."""
    characters = sum(len(text) for _, text, _ in gold.values())
    passes = []
    for _ in range(5):
        begin = time.process_time()
        run(gold)
        passes.append(time.process_time() - begin)
    return characters / statistics.median(passes)


def cases(folder: Path) -> str | None:
    """Return the figures of the gold cases' times, read from the articles as they are."""
    if not (folder / "score.py").is_file():
        return None
    score = load(folder / "score.py", "case_score")
    found = right = total = 0
    for path in sorted(folder.glob("*/gold.json")):
        case = score.Case(path.parent)
        times = {}
        for article in path.parent.glob("*.txt"):
            headers, text = score.read_article(article)
            head = re.match(r"date (\d{4}-\d\d(?:-\d\d)?)", text)
            published = headers.get("Published") or (head[1] if head else None)
            language = headers.get("Language") or (
                "ru" if re.search("[а-я]{5}", text) else "en" if text.count(" the ") > 5 else "de"
            )
            times[article.stem] = tag(text, published=published, language=language)
        for gold in case.gold["times"]:
            article, begin, end = case.find(gold["article"], gold["text"])
            total += 1
            near = [(min(end, t.end) - max(begin, t.start), t) for t in times[article]]
            size, best = max(near, key=lambda pair: pair[0], default=(0, None))
            if best is not None and size > 0:
                found += 1
                right += best.edtf == gold["edtf"]
    return f"Seven cases, this layer alone: found {found / total:.3f}, value {right / total:.3f} of {total}."


def percent(result: dict[str, Any], key: str) -> str:
    """Return an F1 of ``evaluate.py`` as a percentage."""
    return f"{100 * result[key]['F1']:.1f}"


def main() -> int:
    """Print and keep the tables; 1 where a figure is below its floor, 2 where the data is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    parser.add_argument("--cases", type=Path, default=ROOT / "../shared/cases")
    parser.add_argument("--write", action="store_true", help="write the table into benchmarks/results.md")
    arguments = parser.parse_args()
    folder = arguments.data / "times"
    if not (folder / "evaluate.py").is_file():
        print(f"bench_times: no evaluate.py in {folder}; KRAUTS is not part of this repository")
        return 2
    evaluate = load(folder / "evaluate.py", "krauts_evaluate")
    lines = ["| part | system | strict F1 | relaxed F1 | type F1 | value F1 |", "| --- | --- | --- | --- | --- | --- |"]
    types = [
        "| part | type | gold | strict F1 | value F1 | HeidelTime strict | value |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    folds = [
        "| part | fold | gold | strict F1 | value F1 | HeidelTime strict | value |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    classes: dict[str, Counter[tuple[str, str]]] = {"ours": Counter(), "theirs": Counter()}
    status = 0
    rates = []
    for part in PARTS:
        if not (folder / part).is_dir():
            continue
        gold: Gold = evaluate.load(str(folder / part))
        theirs: Gold = evaluate.load(str(folder / f"{part}-heideltime"))
        ours = run(gold)
        rates.append(speed(gold))
        scores = {"quellenlage": evaluate.evaluate(gold, ours), "HeidelTime": evaluate.evaluate(gold, theirs)}
        for system, result in scores.items():
            cells = " | ".join(percent(result, key) for key in ("strict", "relaxed", "type", "value"))
            lines.append(f"| {part} | {system} | {cells} |")
        a, b = (scores[system]["per_type"] for system in ("quellenlage", "HeidelTime"))
        for kind, row in a.items():
            peer = b.get(kind, {"strictF1": 0.0, "valueF1": 0.0})
            cells = " | ".join(
                f"{100 * x:.1f}" for x in (row["strictF1"], row["valueF1"], peer["strictF1"], peer["valueF1"])
            )
            types.append(f"| {part} | {kind} | {row['gold']} | {cells} |")
        names = sorted(gold)
        for fold in range(5):
            chosen = {name: gold[name] for name in names[fold::5]}
            r, h = (evaluate.evaluate(chosen, {name: s[name] for name in chosen}) for s in (ours, theirs))
            cells = " | ".join((percent(r, "strict"), percent(r, "value"), percent(h, "strict"), percent(h, "value")))
            folds.append(f"| {part} | {fold + 1} | {r['gold']} | {cells} |")
        classes["ours"] += by_class(evaluate, gold, ours)
        classes["theirs"] += by_class(evaluate, gold, theirs)
        strict, value = FLOORS.get(part, (0.0, 0.0))
        mine = scores["quellenlage"]
        if mine["strict"]["F1"] < strict or mine["value"]["F1"] < value:
            print(f"bench_times: {part} is below its floor (strict {strict}, value {value})")
            status = 1
    kinds = [
        "| class | gold | missed | other value | HeidelTime missed | other value |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for kind in [*(name for name, _ in CLASSES), "other"]:
        if classes["ours"][kind, "gold"]:
            cells = [classes["ours"][kind, "gold"]]
            cells += [classes[who][kind, what] for who in ("ours", "theirs") for what in ("missed", "value")]
            kinds.append(f"| {kind} | " + " | ".join(map(str, cells)) + " |")
    slowest = min(rates)
    if slowest < CHARACTERS_A_SECOND:
        print(f"bench_times: {slowest:,.0f} characters a second are below {CHARACTERS_A_SECOND:,}")
        status = 1
    tables = ["\n".join(table) for table in (lines, types, kinds, folds)]
    tables.append(f"{slowest:,.0f} characters a second in one process (slowest part, median of five passes).")
    figures = cases(arguments.cases)
    tables += [figures] if figures else []
    text = "\n\n".join(tables)
    print(text)
    if arguments.write:
        replace_section("times", text)
    return status


if __name__ == "__main__":
    sys.exit(main())
