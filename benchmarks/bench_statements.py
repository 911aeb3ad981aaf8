"""Statements: the quotation corpus's own metrics, per type, speed, and the gold cases' statement figures.

``python benchmarks/bench_statements.py --data ../shared/data --cases ../shared/cases [--part dev] [--write]``. Nothing
of the gold is given to the program: it reads the article's text. Speakers of the corpus are words, so that the layer
runs behind the sentence layer alone there; the cases run through the whole program. ``--write`` puts the table into
``results.md``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quellenlage.documents.document import Document
from quellenlage.layers import sentences, statements
from quellenlage.layers.annotations import Annotations, Statement
from quellenlage.layers.statements import mode
from quotation_metric import PARTS, Quotation, Score, evaluate
from results import replace_section
from score_cases import ROOT, make_dossiers, read_figures

TYPES = {
    "direct": "Direct",
    "indirect": "Indirect",
    "reported": "Reported",
    "free_indirect": "FreeIndirect",
    "indirect_free_indirect": "IndirectFreeIndirect",
}


def main() -> int:
    """Measure and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT / "../shared/data")
    parser.add_argument("--cases", type=Path, default=ROOT / "../shared/cases")
    parser.add_argument("--part", default="dev", choices=("dev", "train"))
    parser.add_argument("--statements", default="model", choices=mode.MODES, help="how the corpus is read")
    parser.add_argument("--write", action="store_true", help="write the table into benchmarks/results.md")
    arguments = parser.parse_args()
    mode.set_mode("rules")
    mode.set_mode(arguments.statements)
    lines: list[str] = []
    path = arguments.data / "quotations" / f"{arguments.part}.jsonl"
    if path.is_file():
        lines += corpus(path)
    else:
        print(f"bench_statements: no {path}; the corpus is not part of this repository")
    if (arguments.cases / "score.py").is_file():
        lines += ["", *cases(arguments.cases)]
    print("\n".join(lines))
    if arguments.write:
        replace_section("statements", "\n".join(lines))
    return 0 if lines else 2


def corpus(path: Path) -> list[str]:
    """Return the table of one part of the quotation corpus."""
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    annotated([articles[0]])
    start = time.perf_counter()
    made = annotated(articles)
    seconds = time.perf_counter() - start
    scores = evaluate(
        [[quotation(article, statement) for statement in found] for article, found in zip(articles, made, strict=True)],
        [[gold_quotation(note) for note in article["annotations"]] for article in articles],
    )
    way = "Rules and model" if mode.mode() == "model" else "Rules"
    lines = [
        f"{way} on quotations/{path.stem}, {len(articles)} articles, {len(articles) / seconds:.0f} articles/s "
        "(sentence and statement layer, one process):",
        "",
        "| figure | P | R | F1 |",
        "| --- | --- | --- | --- |",
    ]
    names = ["quote", "roles", "joint", "type", *PARTS[1:], *(n for n in scores if n.startswith("type:"))]
    lines += [row(name, scores[name]) for name in names]
    return lines + (models_answer(articles) if mode.mode() == "model" else [])


def models_answer(articles: list[dict[str, Any]]) -> list[str]:
    """Return the table of what the model answers before its drafts are joined with those of the rules."""
    import bench_model
    from quellenlage.layers.annotations import Token
    from quellenlage.layers.model import article

    gold = [bench_model.gold_of(record) for record in articles]
    words = [
        [Token(token["charBegin"], token["charEnd"], token["text"]) for token in record["tokens"]]
        for record in articles
    ]
    network, hints = article.network(), bench_model.hints_of(articles)
    alone = evaluate([bench_model.system_of(network, tokens, None) for tokens in words], gold)
    helped = evaluate(
        [bench_model.system_of(network, tokens, given) for tokens, given in zip(words, hints, strict=True)], gold
    )
    mode.set_mode("model")
    lines = [
        "",
        "The model's own answer, F1:",
        "",
        "| figure | alone | with the rules as evidence |",
        "| --- | --- | --- |",
    ]
    names = ("quote", "roles", "joint", "type", "medium")
    return lines + [f"| {name} | {alone[name].f1:.3f} | {helped[name].f1:.3f} |" for name in names]


def row(name: str, score: Score) -> str:
    """Return one row of the table."""
    return f"| {name} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |"


def annotated(articles: Sequence[dict[str, Any]]) -> list[tuple[Statement, ...]]:
    """Run sentence and statement layer over articles of the corpus, which marks quotations in others, too."""
    out = []
    for article in articles:
        text = article["originalText"].replace("\r", " ").replace("\x00", " ")
        document = Document(article["documentName"], text, "", 0, None, None, None, None, "de")
        made = statements.annotate(sentences.annotate(Annotations(document)))
        out.append((*made.statements, *made.inner_statements))
    return out


def quotation(article: dict[str, Any], statement: Statement) -> Quotation:
    """Return a statement as sets of the article's token indices."""
    tokens = article["tokens"]
    begins = [token["charBegin"] for token in tokens]

    def covered(spans: Sequence[tuple[int, int]]) -> frozenset[int]:
        out = set[int]()
        for start, end in spans:
            place = max(0, bisect_right(begins, start) - 1)
            while place < len(tokens) and begins[place] < end:
                if tokens[place]["charEnd"] > start:
                    out.add(tokens[place]["id"])
                place += 1
        return frozenset(out)

    parts = {
        "quote": covered(statement.content),
        "speaker": covered(statement.speaker_spans),
        "cue": covered(statement.cue),
        "frame": covered(statement.frame),
        "addressee": covered(statement.addressee),
    }
    return Quotation(parts, TYPES[statement.type])


def gold_quotation(note: dict[str, Any]) -> Quotation:
    """Return a gold annotation as sets of token indices."""
    return Quotation({part: frozenset(note[part]["tokenIds"]) for part in PARTS}, note["type"])


def cases(folder: Path) -> list[str]:
    """Return the table of the cases' statement figures, made by the command line: all articles and each language's."""
    with tempfile.TemporaryDirectory() as temporary:
        pairs = make_dossiers(folder, Path(temporary))
        columns = {"all": scored(folder, pairs)}
        for language in sorted({article["language"] for _, path in pairs for article in articles_of(path)}):
            parts = Path(temporary) / language
            columns[language] = scored(folder, [of_language(case, path, language, parts) for case, path in pairs])
    counts = [f"{column['statements.type']['n']:.0f}" for column in columns.values()]
    lines = [
        f"The {len(pairs)} gold cases, whole program, by language of the article:",
        "",
        f"| figure | {' | '.join(columns)} |",
        f"| --- |{' --- |' * len(columns)}",
        f"| statements in gold | {' | '.join(counts)} |",
    ]
    for name in columns["all"]:
        if name.startswith("statements"):
            values = [column[name].get("f1", column[name].get("r")) for column in columns.values()]
            lines.append(f"| {name} | {' | '.join('-' if v is None else f'{v:.4f}' for v in values)} |")
    return lines


def articles_of(dossier: Path) -> list[dict[str, Any]]:
    """Return the articles of a dossier."""
    found: list[dict[str, Any]] = json.loads(dossier.read_text("utf-8"))["articles"]
    return found


def of_language(case: Path, dossier: Path, language: str, target: Path) -> tuple[Path, Path]:
    """Write a copy of a case in which only the articles of one language have statements; return it with the dossier."""
    copy = target / case.name
    copy.mkdir(parents=True)
    stems = {Path(article["path"]).stem for article in articles_of(dossier) if article["language"] == language}
    for text in case.glob("*.txt"):
        (copy / text.name).symlink_to(text.resolve())
    gold = json.loads((case / "gold.json").read_text("utf-8"))
    gold["statements"] = [statement for statement in gold["statements"] if statement["article"] in stems]
    (copy / "gold.json").write_text(json.dumps(gold), "utf-8")
    return copy, dossier


def scored(folder: Path, pairs: Sequence[tuple[Path, Path]]) -> dict[str, dict[str, Any]]:
    """Return the figures of ``score.py`` over cases and their dossiers."""
    command = [sys.executable, str(folder / "score.py"), *(str(path) for pair in pairs for path in pair)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return read_figures(done.stdout.split("# all cases", 1)[-1])


if __name__ == "__main__":
    sys.exit(main())
