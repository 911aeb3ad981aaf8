"""A dossier made by hand from invented articles: two stories, a copied agency report, disputes, nested spans, emoji."""
# ruff: noqa: E501

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from quellenlage.dossier.schema import Dossier

ARTICLES: dict[str, dict[str, Any]] = {
    "a1": {
        "outlet": "Hafenbote Norderwyk",
        "published": "2025-05-13",
        "url": "https://hafenbote.example/lokales/speicher-brand?id=7&x=%C3%BC",
        "author": "Ina Brodersen",
        "title": "Brand im Kornspeicher: Zwölf Menschen verletzt",
        "body": (
            "Norderwyk (nda) - Bei einem Brand im Kornspeicher am Osthafen sind am Montagabend zwölf Menschen verletzt "
            "worden. Das Feuer sei gegen 21.40 Uhr ausgebrochen, sagte Feuerwehrsprecherin Maren Kolk der Agentur NDA.\n\n"
            "„Wir hatten Flammen bis über das Dach 🔥🚒“, sagte Kolk. Den Schaden schätzte sie auf vier Millionen Euro. "
            "Das Gebäude habe seit 2019 leer gestanden, teilte die Reederei Lüth mit. Hinweise auf Brandstiftung gebe es "
            "nicht.\n\n"
            "Am Freitag will der Stadtrat über die Folgen beraten.\n\n"
            "Lesen Sie auch: So schützen Sie Ihr Haus vor Feuer"
        ),
        "debris": [("Lesen Sie auch: So schützen Sie Ihr Haus vor Feuer", "teaser", "“Lesen Sie auch”")],
        "agencies": ("e1",),
    },
    "a2": {
        "outlet": "Nordblatt",
        "published": "2025-05-13",
        "url": "https://nordblatt.example/1",
        "title": "Zwölf Verletzte bei Brand in Norderwyk",
        "body": (
            "Bei einem Brand im Kornspeicher am Osthafen sind am Montagabend zwölf Menschen verletzt worden. "
            "Das Feuer sei gegen 21.40 Uhr ausgebrochen, sagte Feuerwehrsprecherin Maren Kolk der Agentur NDA.\n\n"
            "„Wir hatten Flammen bis über das Dach 🔥🚒“, sagte Kolk. Den Schaden schätzte sie auf vier Millionen Euro."
        ),
        "copy_of": "a1",
        "copy_reason": "74 of 80 words in shared passages; a1 carries the credit (nda)",
        "agencies": ("e1",),
    },
    "a3": {
        "outlet": "Küstenfunk",
        "published": "2025-05-14",
        "url": "https://kuestenfunk.example/a/3",
        "title": "Nach Speicherbrand: Feuerwehr spricht von 17 Verletzten",
        "body": (
            "Die Zahl der Verletzten ist auf 17 gestiegen. Das sagte Einsatzleiter Tjark Onken am Mittwoch im "
            "Küstenfunk. Der Schaden liege bei mindestens sieben Millionen Euro.\n\n"
            "Nach Angaben der Polizei, die sich auf einen Wachmann beruft, soll das Feuer kurz vor 22 Uhr ausgebrochen "
            "sein. Die Staatsanwaltschaft geht von Brandstiftung aus. Der Speicher stand seit 2019 leer."
        ),
    },
    "a4": {
        "outlet": "Abendkurier",
        "published": "2025-05",
        "url": "javascript:alert(1)",
        "title": "„Das war gelegt“ – Anwohner über das Feuer am Osthafen",
        "body": (
            "„Das war gelegt“, sagt Anwohnerin Gesa T. über das Feuer im Kornspeicher. Sie habe zwei Männer weglaufen "
            "sehen. Die Reederei Lüth will den Speicher abreißen. Zwölf Menschen seien verletzt worden, hieß es bei der "
            "Klinik am Deich."
        ),
    },
    "a5": {
        "outlet": None,
        "published": None,
        "url": None,
        "title": "Speicherbrand",
        "body": "Im Osthafen brannte es. Maren Kolk sprach von einem schweren Einsatz.",
        "path": "eingang/notiz 5.txt",
    },
    "a6": {
        "outlet": "Nordblatt",
        "published": "2025-06-02",
        "url": "https://nordblatt.example/2",
        "title": "Stadtrat streitet über Radweg an der Deichstraße",
        "body": (
            "Der Stadtrat von Norderwyk hat am Montag mit 19 zu 14 Stimmen für den Radweg gestimmt. "
            "Bürgermeisterin Ilse Harms (Die Küste) nannte das „einen guten Tag“. Der Bau soll im Herbst beginnen."
        ),
    },
    "a7": {
        "outlet": "Abendkurier",
        "published": "2025-06-03",
        "url": "https://abendkurier.example/r",
        "title": "Radweg kommt",
        "body": (
            "Mit 19 zu 14 Stimmen hat der Norderwyker Rat am Montag dem Radweg zugestimmt. Baubeginn ist nach Worten "
            "von Ilse Harms im Oktober."
        ),
    },
}


def text_of(article: str) -> str:
    return f"{ARTICLES[article]['title']}\n\n{ARTICLES[article]['body']}"


def at(article: str, words: str, *, inside: str | None = None) -> dict[str, int]:
    """Find words that occur once in an article (or once in the longer words ``inside``)."""
    text = text_of(article)
    outer = inside or words
    assert text.count(outer) == 1, f"{article}: {outer!r} occurs {text.count(outer)} times"
    start = text.index(outer) + outer.index(words)
    return {"start": start, "end": start + len(words)}


def _article(key: str) -> dict[str, Any]:
    raw = ARTICLES[key]
    text = text_of(key)
    debris = [{**at(key, words), "kind": kind, "reason": why} for words, kind, why in raw.get("debris", [])]
    shared = []
    if key == "a2":
        shared = [
            at("a2", "Bei einem Brand im Kornspeicher am Osthafen sind am Montagabend zwölf Menschen verletzt worden. ")
        ]
        shared.append(
            at(
                "a2",
                "Das Feuer sei gegen 21.40 Uhr ausgebrochen, sagte Feuerwehrsprecherin Maren Kolk der Agentur NDA.",
            )
        )
    return {
        "id": key,
        "path": raw.get("path", f"presse/{key}.txt"),
        "title": raw["title"],
        "outlet": raw["outlet"],
        "url": raw["url"],
        "author": raw.get("author"),
        "published": raw["published"],
        "language": "de",
        "text": text,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "copy_of": raw.get("copy_of"),
        "copy_reason": raw.get("copy_reason"),
        "shared": shared,
        "agencies": raw.get("agencies", ()),
        "debris": debris,
        "leaves_out": {"a3": ("c4",), "a4": ("c2", "c4")}.get(key, ()),
        "alone": {"a4": ("c7", "c8"), "a3": ("c6",)}.get(key, ()),
    }


def _entity(key: str, kind: str, name: str, places: Sequence[tuple[Any, ...]], **more: Any) -> dict[str, Any]:
    mentions = []
    for article, words, *rest in places:
        inside = rest[0] if rest else None
        mentions.append(
            {"article": article, "kind": rest[1] if len(rest) > 1 else "name", **at(article, words, inside=inside)}
        )
    return {"id": key, "type": kind, "name": name, "aliases": (), "wikidata": None, "mentions": mentions, **more}


def _statement(key: str, article: str, content: Sequence[str], kind: str, **more: Any) -> dict[str, Any]:
    speaker = {
        "entity": more.pop("entity", None),
        "spans": [at(article, w, inside=i) for w, i in more.pop("speaker", [])],
    }
    cue = [at(article, w, inside=i) for w, i in more.pop("cue", [])]
    frame = [at(article, w) for w in more.pop("frame", [])]
    base = {"certainty": "reported", "via": (), "confidence": 0.9, "addressee": (), "reason": "cue verb"}
    return {
        "id": key, "article": article, "content": [at(article, w) for w in content], "type": kind,
        "speaker": speaker, "cue": cue, "frame": frame, **base, **more,
    }  # fmt: skip


def _claim(
    key: str,
    text: str,
    mentions: Sequence[tuple[Any, ...]],
    origins: Sequence[Sequence[str]],
    verdict: str,
    **more: Any,
) -> dict[str, Any]:
    rows = [
        {"article": a, **at(a, words), "stance": stance, "value": value, "statement": s}
        for a, words, stance, value, s in mentions
    ]
    base = {"differs_in": None, "why": "", "story": "s1", "independent_sources": len(origins)}
    return {"id": key, "text": text, "mentions": rows, "origins": origins, "verdict": verdict, **base, **more}


def data() -> dict[str, Any]:
    """Return the sample as plain data, ready for ``Dossier.model_validate``."""
    fire = "das Feuer kurz vor 22 Uhr ausgebrochen sein"
    entities = [
        _entity("e1", "organization", "NDA", [("a1", "nda", "(nda)"), ("a1", "NDA", "Agentur NDA"), ("a2", "NDA", "Agentur NDA")]),
        _entity(
            "e2", "person", "Maren Kolk",
            [("a1", "Maren Kolk", "Feuerwehrsprecherin Maren Kolk"), ("a1", "Kolk", "sagte Kolk"), ("a2", "Maren Kolk", "Feuerwehrsprecherin Maren Kolk"),
             ("a2", "Kolk", "sagte Kolk"), ("a5", "Maren Kolk"), ("a1", "sie", "schätzte sie auf", "pronoun")],
            aliases=("Kolk",), country="DE", reasons=("Kolk = Maren Kolk: surname after full name in a1",),
        ),
        _entity("e3", "person", "Tjark Onken", [("a3", "Tjark Onken")]),
        _entity("e4", "organization", "Reederei Lüth", [("a1", "Reederei Lüth"), ("a4", "Reederei Lüth")], aliases=("Lüth",)),
        _entity("e5", "place", "Osthafen", [("a1", "Osthafen"), ("a2", "Osthafen"), ("a4", "Osthafen"), ("a5", "Osthafen")]),
        _entity("e6", "place", "Norderwyk", [("a1", "Norderwyk"), ("a2", "Norderwyk"), ("a6", "Norderwyk"), ("a7", "Norderwyker")], wikidata="Q42"),
        _entity("e7", "person", "Ilse Harms", [("a6", "Ilse Harms"), ("a7", "Ilse Harms"), ("a6", "Bürgermeisterin", "Bürgermeisterin Ilse", "nominal")]),
        _entity("e8", "organization", "Polizei", [("a3", "Polizei")]),
    ]  # fmt: skip
    statements = [
        _statement("q1", "a1", ["Das Feuer sei gegen 21.40 Uhr ausgebrochen"], "indirect", entity="e2",
                   speaker=[("Feuerwehrsprecherin Maren Kolk", None)], cue=[("sagte", "sagte Feuerwehrsprecherin")],
                   frame=["sagte Feuerwehrsprecherin Maren Kolk der Agentur NDA"], addressee=[at("a1", "Agentur NDA")], via=("e1",)),
        _statement("q2", "a1", ["„Wir hatten Flammen bis über das Dach 🔥🚒“"], "direct", entity="e2",
                   speaker=[("Kolk", "sagte Kolk")], cue=[("sagte", "sagte Kolk")], frame=["sagte Kolk"]),
        _statement("q3", "a1", ["Das Gebäude habe seit 2019 leer gestanden"], "indirect", entity="e4",
                   speaker=[("die Reederei Lüth", None)], cue=[("teilte", None)]),
        _statement("q4", "a2", ["Das Feuer sei gegen 21.40 Uhr ausgebrochen"], "indirect", entity="e2",
                   speaker=[("Feuerwehrsprecherin Maren Kolk", None)], cue=[("sagte", "sagte Feuerwehrsprecherin")], via=("e1",)),
        _statement("q5", "a3", ["Die Zahl der Verletzten ist auf 17 gestiegen"], "indirect", entity="e3",
                   speaker=[("Einsatzleiter Tjark Onken", None)], cue=[("sagte", None)]),
        _statement("q6", "a3", [fire], "free_indirect", entity="e8", speaker=[("Polizei", None)], certainty="hedged",
                   cue=[("soll", None)], via=({"text": "einen Wachmann"},), confidence=0.55),
        _statement("q7", "a4", ["„Das war gelegt“", "Sie habe zwei Männer weglaufen sehen"][1:], "indirect_free_indirect",
                   speaker=[("Anwohnerin Gesa T.", None)]),
        _statement("q8", "a6", ["„einen guten Tag“"], "direct", entity="e7", speaker=[("Bürgermeisterin Ilse Harms", None)], cue=[("nannte", None)]),
        _statement("q9", "a4", ["Zwölf Menschen seien verletzt worden"], "indirect", cue=[("hieß es", None)], certainty="hedged"),
        _statement("q10", "a1", ["Hinweise auf Brandstiftung gebe es nicht"], "indirect_free_indirect", entity="e4", certainty="denied",
                   speaker=[("die Reederei Lüth", None)]),
    ]  # fmt: skip
    times = [
        ("a1", "Montagabend", None, "DATE", "2025-05-12TEV", "2025-05-12T18/2025-05-12T24", "published"),
        ("a1", "gegen 21.40 Uhr", None, "TIME", "2025-05-12T21:40", "2025-05-12T21:40~", "text"),
        ("a1", "seit 2019", None, "DATE", "2019", "2019/..", "text"),
        ("a1", "Freitag", None, "DATE", "2025-05-16", "2025-05-16", "published"),
        ("a3", "Mittwoch", None, "DATE", "2025-05-14", "2025-05-14", "published"),
        ("a6", "im Herbst", None, "DATE", "2025-FA", "2025-23", "published"),
        ("a7", "im Oktober", None, "DATE", "2025-10", "2025-10", "published"),
    ]
    events = [
        {"id": "v1", "type": "OTHER", "label": "Brand im Kornspeicher", "date": "2025-05-12", "place": "e5", "participants": [],
         "status": "occurred", "mentions": [{"article": "a1", **at("a1", "Bei einem Brand im Kornspeicher")},
                                            {"article": "a2", **at("a2", "Bei einem Brand im Kornspeicher")}], "claims": ("c1",)},
        {"id": "v2", "type": "AGREE", "label": "für den Radweg gestimmt", "date": "2025-06-02", "place": "e6",
         "participants": [{"entity": "e7", "role": "participant"}], "status": "occurred",
         "mentions": [{"article": "a6", **at("a6", "für den Radweg gestimmt")}, {"article": "a7", **at("a7", "dem Radweg zugestimmt")}]},
        {"id": "v3", "type": "CONSULT", "label": "über die Folgen beraten", "date": "2025-05-16", "place": None, "participants": [],
         "status": "planned", "mentions": [{"article": "a1", **at("a1", "will der Stadtrat über die Folgen beraten")}]},
        {"id": "v4", "type": "OTHER", "label": "den Speicher abreißen", "date": None, "place": None,
         "participants": [{"entity": "e4", "role": "source"}], "status": "planned",
         "mentions": [{"article": "a4", **at("a4", "Die Reederei Lüth will den Speicher abreißen")}]},
    ]  # fmt: skip
    claims = [
        _claim("c1", "zwölf Menschen verletzt worden", [
            ("a1", "zwölf Menschen verletzt worden", "asserts", "zwölf", None),
            ("a2", "zwölf Menschen verletzt worden", "asserts", "zwölf", None),
            ("a3", "Die Zahl der Verletzten ist auf 17 gestiegen", "attributes", "17", "q5"),
            ("a4", "Zwölf Menschen seien verletzt worden", "attributes", "Zwölf", "q9")],
            [["a1", "a2", "e1"], ["a3", "e3"], ["a4"]], "disputed", differs_in="number", why="injured people: zwölf / 17"),
        _claim("c2", "Den Schaden schätzte sie auf vier Millionen Euro", [
            ("a1", "Den Schaden schätzte sie auf vier Millionen Euro", "attributes", "vier Millionen Euro", None),
            ("a2", "Den Schaden schätzte sie auf vier Millionen Euro", "attributes", "vier Millionen Euro", None),
            ("a3", "Der Schaden liege bei mindestens sieben Millionen Euro", "attributes", "mindestens sieben Millionen Euro", None)],
            [["a1", "a2", "e1"], ["a3", "e3"]], "disputed", differs_in="number", why="damage: vier / mindestens sieben"),
        _claim("c3", "Die Staatsanwaltschaft geht von Brandstiftung aus", [
            ("a3", "Die Staatsanwaltschaft geht von Brandstiftung aus", "attributes", None, None),
            ("a1", "Hinweise auf Brandstiftung gebe es nicht", "denies", None, "q10")],
            [["a3"], ["a1", "e4"]], "disputed", differs_in="polarity", why="Brandstiftung: asserted / denied"),
        _claim("c4", "Das Feuer sei gegen 21.40 Uhr ausgebrochen", [
            ("a1", "Das Feuer sei gegen 21.40 Uhr ausgebrochen", "attributes", "21.40 Uhr", "q1"),
            ("a2", "Das Feuer sei gegen 21.40 Uhr ausgebrochen", "attributes", "21.40 Uhr", "q4")],
            [["a1", "a2", "e1"]], "copied", why="same words"),
        _claim("c5", "Der Speicher stand seit 2019 leer", [
            ("a3", "Der Speicher stand seit 2019 leer", "asserts", "2019", None),
            ("a1", "Das Gebäude habe seit 2019 leer gestanden", "attributes", "2019", "q3")],
            [["a3"], ["a1", "e4"]], "corroborated", why="leer, seit 2019"),
        _claim("c6", "soll das Feuer kurz vor 22 Uhr ausgebrochen sein",
               [("a3", "soll das Feuer kurz vor 22 Uhr ausgebrochen sein", "attributes", "kurz vor 22 Uhr", "q6")], [["a3", "e8"]], "single_source"),
        _claim("c7", "Sie habe zwei Männer weglaufen sehen",
               [("a4", "Sie habe zwei Männer weglaufen sehen", "attributes", "zwei", "q7")], [["a4"]], "single_source"),
        _claim("c8", "Die Reederei Lüth will den Speicher abreißen",
               [("a4", "Die Reederei Lüth will den Speicher abreißen", "asserts", None, None)], [["a4"]], "single_source"),
        _claim("c9", "mit 19 zu 14 Stimmen für den Radweg gestimmt", [
            ("a6", "mit 19 zu 14 Stimmen für den Radweg gestimmt", "asserts", "19 zu 14", None),
            ("a7", "Mit 19 zu 14 Stimmen hat der Norderwyker Rat am Montag dem Radweg zugestimmt", "asserts", "19 zu 14", None)],
            [["a6"], ["a7"]], "corroborated", story="s2"),
    ]  # fmt: skip
    return {
        "version": "1",
        "articles": [_article(key) for key in ARTICLES],
        "entities": entities,
        "statements": statements,
        "times": [{"article": a, **at(a, w, inside=i), "type": k, "timex": x, "edtf": e, "anchor": n, "why": ""} for a, w, i, k, x, e, n in times],
        "events": events,
        "claims": claims,
        "stories": [
            {"id": "s1", "label": ARTICLES["a1"]["title"], "articles": ("a1", "a2", "a3", "a4", "a5"), "reason": "Kornspeicher, Osthafen, Brand"},
            {"id": "s2", "label": ARTICLES["a6"]["title"], "articles": ("a6", "a7"), "reason": "Radweg, Norderwyk"},
        ],
        "timeline": [
            {"date": "2019/..", "claim": "c5"}, {"date": "2025-05-12", "event": "v1"}, {"date": "2025-05-12T21:40~", "claim": "c4"},
            {"date": "2025-05-16", "event": "v3"}, {"date": "2025-06-02", "event": "v2"},
        ],
        "problems": [
            {"path": "eingang/bild.jpg", "offset": 0, "message": "binary data, no text", "code": "binary"},
            {"path": "eingang/feed.jsonl:7", "offset": None, "message": "line is no JSON object", "code": "json"},
        ],
    }  # fmt: skip


def dossier() -> Dossier:
    """Return the sample dossier."""
    return Dossier.model_validate(data())


def renumbered(source: dict[str, Any], number: int) -> dict[str, Any]:
    """Return the sample's data with every id made unique by a number, for dossiers of many articles."""
    ids = {
        item["id"]
        for part in ("articles", "entities", "statements", "events", "claims", "stories")
        for item in source[part]
    }

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: walk(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [walk(item) for item in value]
        return f"{value}x{number}" if isinstance(value, str) and value in ids else value

    renamed: dict[str, Any] = walk(source)
    return renamed
