"""Compile the time grammars: ``layers/resources/times/LANGUAGE.yaml`` to ``LANGUAGE.json`` beside it.

A source file gives word lists by category, macros and rules. A rule is a pattern over categories with one or more
spans in square brackets and, for each span, what its value is computed by. All patterns together are compiled into one
deterministic automaton over *word classes* (a class is a set of categories that some word has), so that the run time
reads each word once; the captures of the one rule that matched come from that rule's own regular expression.

Patterns: ``<name:a|b>`` or ``<a>`` is a word of category ``a`` or ``b``, captured; ``(x|y)`` and ``(x)?`` group;
``[n ...]`` is a span; ``$NAME`` is a macro; a blank is white space; every other word or mark stands for itself.
There is no repetition, so the work at one place of the text is bounded.

``--check`` compares instead of writing and exits with 1 where a compiled file is out of date.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[1] / "src/quellenlage/layers/resources/times"
NUMBER_CATEGORIES = ("num", "day", "mon", "hour", "minute", "yy", "year", "smallyear")
FIRST_CLASS = 0xE000  # classes are private-use characters; 0xE000 is "no category"
SPACE = "\ue001"
SYMBOLS = re.compile(r"<(?:(?P<name>\w+):)?(?P<cats>[\w|]+)>|(?P<op>\)\?|[()|\[\]])|(?P<blank> )|(?P<word>\w+|[^\w\s])")


@dataclass
class Item:
    """One word of a pattern: the categories it may have, and the name it is captured under."""

    order: tuple[str, ...]
    name: str | None = None

    @property
    def categories(self) -> frozenset[str]:
        """The categories as a set."""
        return frozenset(self.order)


@dataclass
class Group:
    """Alternatives, each a sequence; optional or not; a span where it is one."""

    options: list[list[Any]] = field(default_factory=lambda: [[]])
    optional: bool = False
    span: str | None = None


def expand(forms: str) -> Iterator[str]:
    """Expand ``letzt(e|en)`` and the like to all forms; forms are separated by blanks, ``_`` stands for a blank."""
    for form in forms.split():
        parts = [part.split("|") for part in (re.split(r"[()]", form) if ")" in form else [form])]
        for choice in itertools.product(*parts):
            yield "".join(choice)


def cased(word: str, kind: str) -> set[str]:
    """Return the spellings of a word: nouns only with a capital, other words in any case, ``exact`` words as given."""
    if kind == "exact":
        return {word}
    capital = word[:1].upper() + word[1:]
    spellings = {capital, word.upper()}
    return spellings if kind == "noun" else spellings | {word}


_UNITS = ["", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"]
_TEENS = {16: "sechzehn", 17: "siebzehn"}
_TENS = ["", "zehn", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def german_number(number: int) -> str:
    """Spell a number from 1 to 999,999 in German."""
    if number >= 1000:
        head, rest = divmod(number, 1000)
        return ("" if head == 1 else german_number(head)) + "tausend" + (german_number(rest) if rest else "")
    if number >= 100:
        head, rest = divmod(number, 100)
        return ("" if head == 1 else german_number(head)) + "hundert" + (german_number(rest) if rest else "")
    if number <= 12:
        return _UNITS[number]
    tens, ones = divmod(number, 10)
    if tens == 1:
        return _TEENS.get(number, _UNITS[ones] + "zehn")
    return (("ein" if ones == 1 else _UNITS[ones]) + "und" if ones else "") + _TENS[tens]


class Compiler:
    """Compiles one source file."""

    def __init__(self, source: dict[str, Any]) -> None:
        self.source = source
        self.words: dict[str, dict[str, Any]] = {}
        self.numbers: set[frozenset[str]] = set()
        self.rules: list[dict[str, Any]] = []
        self.asts: list[Group] = []

    def add(self, surface: str, category: str, value: object) -> None:
        """Put a word into a category; the first value given wins."""
        self.words.setdefault(surface, {}).setdefault(category, value)

    def read_words(self) -> None:
        """Fill the word table from the categories and compounds of the source."""
        for category, body in self.source["words"].items():
            kind = body.get("as", "word")
            for value, forms in body["of"].items():
                for form in expand(str(forms)):
                    for spelling in cased(form, kind):
                        self.add(spelling, category, value)
        for compound in self.source.get("compounds", ()):
            heads, tails = compound["first"], compound["last"]
            for (v1, f1), (v2, f2) in itertools.product(heads.items(), tails.items()):
                for head, tail in itertools.product(expand(f1), expand(f2)):
                    for spelling in cased(head + tail, compound.get("as", "noun")):
                        self.add(spelling, compound["category"], f"{v1}:{v2}")

    def number_words(self) -> None:
        """Add the number words of a German source (``numbers: de``); the other languages list theirs."""
        if self.source.get("numbers") != "de":
            return
        for number in (*range(2, 101), *range(110, 1000, 10), *range(1000, 13000, 1000)):
            for spelling in cased(german_number(number), "word"):
                self.add(spelling, "card", number)
        for number in range(1100, 2000):
            rest = german_number(number % 100) if number % 100 else ""
            for spelling in cased(german_number(number // 100) + "hundert" + rest, "word"):
                self.add(spelling, "yearword", number)
        irregular = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
        for number in range(1, 51):
            stem = irregular.get(number) or german_number(number) + ("t" if number < 20 else "st")
            for spelling in (s for end in ("e", "en", "er", "es", "em") for s in cased(stem + end, "word")):
                self.add(spelling, "ordinal", number)

    def parse(self, pattern: str) -> Group:
        """Parse a pattern into its tree; literal words get a category of their own."""
        for name, body in self.source.get("macros", {}).items():
            pattern = pattern.replace(f"${name}", body)
        root = Group()
        stack = [root]
        spans = 0
        for match in SYMBOLS.finditer(pattern):
            top = stack[-1].options[-1]
            if match["cats"]:
                cats = tuple(match["cats"].split("|"))
                top.append(Item(cats, match["name"] or cats[0]))
            elif match["blank"]:
                top.append(Item((" ",)))
            elif match["word"]:
                literal = match["word"]
                kind = "noun" if literal[:1].isupper() else "word"
                for spelling in cased(literal, kind) if literal[:1].isalpha() else {literal}:
                    self.add(spelling, f"={literal}", literal)
                top.append(Item((f"={literal}",)))
            elif match["op"] == "|":
                stack[-1].options.append([])
            elif match["op"] in "([":
                group = Group(span=f"span{(spans := spans + 1)}" if match["op"] == "[" else None)
                top.append(group)
                stack.append(group)
            else:
                stack.pop().optional = match["op"] == ")?"
        if len(stack) != 1:
            raise ValueError(f"unbalanced brackets in {pattern!r}")
        return root

    def read_rules(self) -> None:
        """Parse all rules."""
        for number, rule in enumerate(self.source["rules"]):
            self.asts.append(self.parse(rule["pattern"]))
            actions = rule["do"] if isinstance(rule["do"], list) else [rule["do"]]
            parsed = []
            for action in actions:
                name, *arguments = str(action).split()
                parsed.append([name, dict(argument.split("=", 1) for argument in arguments)])
            self.rules.append({"id": rule.get("id", f"r{number}"), "do": parsed, "guard": rule.get("guard")})

    def classes(self) -> dict[frozenset[str], str]:
        """Number the classes: every set of categories that a word or a number has."""
        used = {frozenset(value) for value in self.words.values()} | set(self.number_classes().values())
        used.discard(frozenset())
        ordered = sorted(used, key=sorted)
        return {cats: chr(FIRST_CLASS + 2 + index) for index, cats in enumerate(ordered)}

    @staticmethod
    def number_classes() -> dict[str, frozenset[str]]:
        """Return the categories of digit strings by a key of length and value: see ``grammar.number_key``."""
        out: dict[str, frozenset[str]] = {}
        for length, value in [(n, v) for n in (1, 2) for v in range(100)] + [(3, 0), (4, 0), (4, 1), (5, 0)]:
            cats = {"num"}
            if length <= 2:
                if length == 1 and value > 9:
                    continue
                cats |= {
                    c for c, ok in (("day", 1 <= value <= 31), ("mon", 1 <= value <= 12), ("hour", value <= 24)) if ok
                }
                if length == 2:
                    cats |= {"yy"} | ({"minute"} if value <= 59 else set())
                out[f"{length}:{value}"] = frozenset(cats)
            elif length == 3:
                out["3"] = frozenset(cats | {"smallyear"})
            elif length == 4:
                out[f"4:{value}"] = frozenset(cats | ({"year"} if value else set()))
            else:
                out["5"] = frozenset({"num"})
        return out

    def regex(self, group: Group, codes: dict[str, str], used: dict[str, int], captures: dict[str, list[str]]) -> str:
        """Write a pattern as a regular expression over classes."""
        options = []
        for option in group.options:
            text = ""
            for part in option:
                if isinstance(part, Group):
                    text += self.regex(part, codes, used, captures)
                    continue
                members = "".join(sorted({c for cat in part.categories for c in codes.get(cat, "")}))
                atom = members if len(members) == 1 else f"[{members}]"
                if part.name:
                    count = used[part.name] = used.get(part.name, 0) + 1
                    name = part.name if count == 1 else f"{part.name}__{count}"
                    captures[name] = list(part.order)
                    atom = f"(?P<{name}>{atom})"
                text += atom
            options.append(text)
        body = "|".join(options)
        opener = f"(?P<{group.span}>" if group.span else "(?:"
        return f"{opener}{body}){'?' if group.optional else ''}"

    def compile(self) -> dict[str, Any]:
        """Return the compiled grammar."""
        self.read_words()
        self.number_words()
        self.read_rules()
        classes = self.classes()
        by_category: dict[str, str] = {" ": SPACE}
        for cats, code in classes.items():
            for cat in cats:
                by_category[cat] = by_category.get(cat, "") + code
        unknown = {c for ast in self.asts for c in _categories(ast)} - set(by_category)
        if unknown:
            raise ValueError(f"categories without words: {sorted(unknown)}")
        for rule, ast in zip(self.rules, self.asts, strict=True):
            rule["captures"] = {}
            rule["regex"] = self.regex(ast, by_category, {}, rule["captures"])
        entries: list[dict[str, Any]] = []
        index: dict[str, int] = {}
        words: dict[str, int] = {}
        for surface, value in sorted(self.words.items()):
            key = json.dumps(value, sort_keys=True)
            if key not in index:
                index[key] = len(entries)
                visible = {k: v for k, v in value.items() if not k.startswith("=")}
                entries.append({"code": classes[frozenset(value)], "is": visible})
            words[surface] = index[key]
        triggers = "".join(sorted({c for cat in self.source["triggers"] for c in by_category.get(cat, "")}))
        return {
            "language": self.source["language"],
            "words": words,
            "entries": entries,
            "numbers": {key: classes[cats] for key, cats in self.number_classes().items()},
            "rules": self.rules,
            "triggers": triggers,
            "automaton": automaton(self.asts, by_category),
            "tense": {k: sorted({f for forms in v for f in expand(forms)}) for k, v in self.source["tense"].items()},
            "slips": sorted(
                word
                for word, value in self.words.items()
                if word[:1].isupper() and word[1:].islower() and len(word) >= 6  # typos.SHORTEST
                if not set(self.source.get("slips", ())).isdisjoint(value)
            ),
            "endings": {k: sorted(expand(v)) for k, v in self.source["endings"].items()},
            "lists": {k: sorted(set(expand(v))) for k, v in self.source.get("lists", {}).items()},
        }


def _categories(group: Group) -> Iterable[str]:
    for option in group.options:
        for part in option:
            yield from _categories(part) if isinstance(part, Group) else part.categories


def automaton(asts: list[Group], codes: dict[str, str]) -> list[list[Any]]:
    """Build the automaton of all rules: a list of states ``[rules accepted here, [[classes, next state], ...]]``."""
    edges: list[list[tuple[frozenset[str], int]]] = [[]]
    empty: list[list[int]] = [[]]

    def state() -> int:
        edges.append([])
        empty.append([])
        return len(edges) - 1

    def build(group: Group, begin: int) -> int:
        end = state()
        if group.optional:
            empty[begin].append(end)
        for option in group.options:
            here = begin
            for part in option:
                if isinstance(part, Group):
                    here = build(part, here)
                else:
                    after = state()
                    edges[here].append((part.categories, after))
                    here = after
            empty[here].append(end)
        return end

    accepts: dict[int, int] = {}
    for number, ast in enumerate(asts):
        begin = state()
        empty[0].append(begin)
        accepts[build(ast, begin)] = number

    def closure(states: Iterable[int]) -> frozenset[int]:
        seen = set(states)
        todo = list(seen)
        while todo:
            for after in empty[todo.pop()]:
                if after not in seen:
                    seen.add(after)
                    todo.append(after)
        return frozenset(s for s in seen if edges[s] or s in accepts)

    start = closure([0])
    numbers = {start: 0}
    todo = [start]
    table: list[list[Any]] = []
    while todo:
        current = todo.pop(0)
        targets: dict[str, set[int]] = {}
        for s in current:
            for cats, after in edges[s]:
                for code in {c for cat in cats for c in codes.get(cat, "")}:
                    targets.setdefault(code, set()).add(after)
        grouped: dict[int, str] = {}
        for code in sorted(targets):
            target = closure(targets[code])
            if target not in numbers:
                numbers[target] = len(numbers)
                todo.append(target)
            grouped[numbers[target]] = grouped.get(numbers[target], "") + code
        accepted = sorted(accepts[s] for s in current if s in accepts)
        table.append([accepted, [[chars, after] for after, chars in sorted(grouped.items())]])
    return table


def main() -> int:
    """Write or check all compiled files."""
    stale = 0
    for path in sorted(FOLDER.glob("*.yaml")):
        compiled = Compiler(yaml.safe_load(path.read_text("utf-8"))).compile()
        text = json.dumps(compiled, ensure_ascii=True, separators=(",", ":"), sort_keys=True) + "\n"
        target = path.with_suffix(".json")
        if "--check" in sys.argv[1:]:
            fresh = target.is_file() and target.read_text("utf-8") == text
            stale += not fresh
            print(f"{target.name}: {'up to date' if fresh else 'out of date, run scripts/build_times.py'}")
        else:
            target.write_text(text, "utf-8")
            states, words = len(compiled["automaton"]), len(compiled["words"])
            print(f"{target.name}: {words} words, {len(compiled['rules'])} rules, {states} states, {len(text)} bytes")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
