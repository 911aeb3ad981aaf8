"""Origins: copies, agencies, outlets, speakers and their bodies, carriers, circles; and how they are drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quellenlage.corpus.citations import Edge, circles
from quellenlage.corpus.copies import find_copies
from quellenlage.corpus.origins import Origins, trace
from quellenlage.corpus.records import Entity, Names
from quellenlage.documents.document import Document
from quellenlage.layers import credits, sentences
from quellenlage.layers.annotations import Annotations, EntityType, Mention, MentionKind, Referent, Statement
from quellenlage.layers.span import Span

# ruff: noqa: E501 - one line a paragraph
WIRE = """Seltal (dpa) - In einer Lagerhalle in Seltal ist am Freitag ein Feuer ausgebrochen. Nach Angaben der Feuerwehr entstand ein Schaden von zwei Millionen Euro. Eine Sprecherin der Stadtwerke sagte, das Netz sei stabil. Die Straße nach Oberau blieb bis zum Abend gesperrt, mehrere Busse wurden umgeleitet."""
REPRINT = """In einer Lagerhalle in Seltal ist am Freitag ein Feuer ausgebrochen. Nach Angaben der Feuerwehr entstand ein Schaden von zwei Millionen Euro. Eine Sprecherin der Stadtwerke sagte, das Netz sei stabil. (dpa)

Vor der Grundschule warteten hunderte Kinder vergeblich auf ihren Turnlehrer."""
OWN = """Der Brand von Seltal hat drei Familien obdachlos gemacht. Feuerwehr und Stadtwerke streiten über die Ursache. „Das Netz war in Ordnung“, sagte Paula Kern, die Sprecherin der Stadtwerke."""


class Maker:
    """Builds annotated articles and the names that join their referents."""

    def __init__(self) -> None:
        self.annotated: list[Annotations] = []
        self.entities: dict[str, Entity] = {}
        self.of: dict[tuple[str, int], str] = {}

    def article(
        self, name: str, body: str, *, outlet: str | None = "", published: str | None = "2025-05-09"
    ) -> Annotations:
        text = f"Titel {name}\n\n{body}"
        paper = f"Blatt {name}" if outlet == "" else outlet
        document = Document(
            f"{name}.txt", text, f"Titel {name}", len(f"Titel {name}"), paper, None, None, published, "de"
        )
        made = credits.annotate(sentences.LAYER.annotate(Annotations(document)))
        self.annotated.append(made)
        return made

    def name(
        self,
        article: Annotations,
        surface: str,
        entity: str,
        *,
        type: EntityType = "organization",
        kind: MentionKind = "name",
        known: str | None = None,
    ) -> int:
        place = self.annotated.index(article)
        current = self.annotated[place]
        index = len(current.referents)
        start = current.document.text.index(surface)
        key = current.document.key
        self.annotated[place] = replace(
            current,
            referents=(*current.referents, Referent(index, type, surface, known=known)),
            mentions=(*current.mentions, Mention(start, start + len(surface), index, kind, "test")),
        )
        old = self.entities.get(entity)
        members = (*(old.members if old else ()), (key, index))
        self.entities[entity] = Entity(entity, type, old.name if old else surface, (), None, None, known, members)
        self.of[key, index] = entity
        return index

    def statement(
        self, article: Annotations, content: str, speaker: int | None, words: str, *, via: tuple[int | str, ...] = ()
    ) -> int:
        place = next(i for i, one in enumerate(self.annotated) if one.document.key == article.document.key)
        current = self.annotated[place]
        text = current.document.text
        span = Span(text.index(content), text.index(content) + len(content))
        spoken = (Span(text.index(words), text.index(words) + len(words)),) if words else ()
        made = Statement((span,), "indirect", speaker, spoken, (), (), (), via, "reported", 0.9, "test")
        self.annotated[place] = replace(current, statements=(*current.statements, made))
        return len(current.statements)

    def current(self, article: Annotations) -> Annotations:
        return next(one for one in self.annotated if one.document.key == article.document.key)

    def trace(self) -> Origins:
        names = Names(tuple(self.entities.values()), self.of)
        return trace(self.annotated, names, find_copies(self.annotated))


@pytest.fixture
def maker() -> Maker:
    return Maker()


def test_a_reprint_rests_on_the_agency_and_its_own_paragraph_on_the_paper(maker: Maker) -> None:
    wire, reprint = maker.article("a", WIRE), maker.article("b", REPRINT)
    origins = maker.trace()
    assert origins.roots(wire.document.key) == origins.roots(reprint.document.key) == {"agency/dpa"}
    start = reprint.document.text.index("Vor der Grundschule")
    assert origins.roots(reprint.document.key, at=Span(start, start + 40)) == {"outlet:blatt b"}
    assert origins.roots(reprint.document.key, at=Span(20, 60)) == {"agency/dpa"}
    assert origins.root("agency/dpa").kind == "agency"


def test_two_reports_of_one_agency_are_one_source_and_two_of_one_outlet_too(maker: Maker) -> None:
    first = maker.article("a", WIRE)
    second = maker.article(
        "b", "Hagen (dpa) - Der Zoo hat ein neues Gehege für Biber eröffnet, das an einem Bach liegt."
    )
    third = maker.article("c", OWN, outlet="Seltaler Bote")
    fourth = maker.article("d", "Der Zoo wird im Mai um eine Voliere erweitert.", outlet="Seltaler  bote")
    origins = maker.trace()
    assert origins.roots(first.document.key) == origins.roots(second.document.key)
    assert origins.roots(third.document.key) == origins.roots(fourth.document.key)
    assert set(origins.root("outlet:seltaler bote").members) == {third.document.key, fourth.document.key}


def test_an_article_without_outlet_stands_for_itself(maker: Maker) -> None:
    a, b = maker.article("a", OWN, outlet=None), maker.article("b", "Ganz anderes geschah in Hagen.", outlet=None)
    origins = maker.trace()
    assert origins.roots(a.document.key) == {a.document.key}
    assert origins.root(b.document.key).kind == "article"


def test_two_papers_that_cite_one_speaker_are_one_origin(maker: Maker) -> None:
    a = maker.article("a", "Der Schaden sei hoch, sagte Bürgermeister Udo Falk.")
    b = maker.article("b", "Udo Falk nannte den Schaden im Rathaus beträchtlich.")
    i = maker.statement(a, "Der Schaden sei hoch", maker.name(a, "Udo Falk", "e1", type="person"), "Udo Falk")
    j = maker.statement(b, "den Schaden", maker.name(b, "Udo Falk", "e1", type="person"), "Udo Falk")
    origins = maker.trace()
    assert origins.roots(a.document.key, i) == origins.roots(b.document.key, j) == {"e1"}
    assert origins.root("e1").members == ("e1",)


def test_a_spokeswoman_and_her_company_are_one_voice(maker: Maker) -> None:
    a, b = maker.article("a", WIRE), maker.article("c", OWN)
    maker.name(a, "Stadtwerke", "e1")
    i = maker.statement(a, "das Netz sei stabil", None, "Eine Sprecherin der Stadtwerke")
    person = maker.name(b, "Paula Kern", "e2", type="person")
    b = maker.current(b)
    maker.name(b, "Stadtwerke", "e1")
    start = b.document.text.rindex("Stadtwerke")
    place = maker.annotated.index(maker.current(b))
    current = maker.annotated[place]
    maker.annotated[place] = replace(
        current, mentions=(*current.mentions, Mention(start, start + 10, current.mentions[-1].referent, "name", "test"))
    )
    j = maker.statement(b, "„Das Netz war in Ordnung“", person, "Paula Kern")
    origins = maker.trace()
    assert origins.roots(a.document.key, i) == origins.roots(b.document.key, j) == {"e1"}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Die Löschnetz AG wies das zurück. Alles sei geprüft, sagte Firmensprecherin Eva Roth.", "Eva Roth"),
        ("Die Löschnetz AG schweigt. Alles sei geprüft, so Sprecherin Eva Roth.", "Eva Roth"),
        ("Alles sei geprüft, sagte Eva Roth, Sprecherin der Löschnetz AG.", "Eva Roth"),
    ],
)
def test_ways_to_name_a_spokeswoman(maker: Maker, sentence: str, words: str) -> None:
    a = maker.article("a", sentence)
    person = maker.name(a, words, "e2", type="person")
    a = maker.current(a)
    maker.name(a, "Löschnetz AG", "e1")
    i = maker.statement(a, "Alles sei geprüft", person, words)
    assert maker.trace().roots(a.document.key, i) == {"e1"}


def test_a_nameless_speaker_is_as_many_origins_as_articles_tell_of_him(maker: Maker) -> None:
    a = maker.article("a", "Ein Helfer erzählt, das Tor sei offen gewesen.")
    b = maker.article("b", "Das Tor stand auf, sagt ein Helfer.")
    i = maker.statement(a, "das Tor sei offen gewesen", None, "Ein Helfer")
    j = maker.statement(b, "Das Tor stand auf", None, "ein Helfer")
    origins = maker.trace()
    first, second = origins.roots(a.document.key, i), origins.roots(b.document.key, j)
    assert first == {"outlet:blatt a#helfer"} and second == {"outlet:blatt b#helfer"}
    (root,) = first
    assert origins.root(root).members == (a.document.key,)


def test_a_nameless_speaker_passed_on_by_one_agency_is_one_origin(maker: Maker) -> None:
    roots = set()
    for name in ("a", "b"):
        article = maker.article(name, f"Ein Beamter nannte die Zahl {name} falsch, wie die Agentur Interfax meldet.")
        agency = maker.name(article, "Interfax", "e5", known="agency/interfax")
        article = maker.current(article)
        i = maker.statement(article, "die Zahl", None, "Ein Beamter", via=(agency,))
        roots.add((article.document.key, i))
    origins = maker.trace()
    assert {r for key, i in roots for r in origins.roots(key, i)} == {"e5#beamter"}


def test_a_copy_inherits_the_roots_of_its_source(maker: Maker) -> None:
    a, b = maker.article("a", WIRE), maker.article("b", REPRINT)
    i = maker.statement(a, "ein Schaden von zwei Millionen Euro", maker.name(a, "Feuerwehr", "e1"), "Feuerwehr")
    j = maker.statement(b, "ein Schaden von zwei Millionen Euro", None, "der Feuerwehr")
    origins = maker.trace()
    assert origins.roots(a.document.key, i) == origins.roots(b.document.key, j) == {"function/fire"}
    assert origins.root("function/fire").members == ("e1",)


def test_a_rumour_rests_on_the_article(maker: Maker) -> None:
    a = maker.article("a", "Die Halle soll schon vorher undicht gewesen sein.")
    i = maker.statement(a, "Die Halle soll schon vorher undicht gewesen sein", None, "")
    origins = maker.trace()
    assert origins.roots(a.document.key, i) == origins.roots(a.document.key)


def test_citing_a_paper_of_the_corpus_leads_to_its_own_article(maker: Maker) -> None:
    a = maker.article("a", OWN, outlet="Seltaler Bote")
    b = maker.article("b", "Wie der Seltaler Bote berichtet, sind Familien obdachlos.")
    paper = maker.name(b, "Seltaler Bote", "e7")
    i = maker.statement(b, "sind Familien obdachlos", paper, "Seltaler Bote")
    origins = maker.trace()
    assert origins.roots(b.document.key, i) == origins.roots(a.document.key)


def test_papers_that_cite_each_other_are_shown_as_a_circle(maker: Maker) -> None:
    a = maker.article("a", "Laut Südpost ist die Halle verkauft.", outlet="Nordpost")
    b = maker.article("b", "Die Halle ist verkauft, schreibt die Nordpost.", outlet="Südpost")
    i = maker.statement(a, "ist die Halle verkauft", maker.name(a, "Südpost", "e1"), "Südpost")
    maker.statement(b, "Die Halle ist verkauft", maker.name(b, "Nordpost", "e2"), "Nordpost")
    origins = maker.trace()
    (circle,) = origins.cycles
    assert set(circle) == {a.document.key, b.document.key, "e1", "e2"}
    assert origins.roots(a.document.key, i) == {"outlet:südpost"}


def test_the_graph_has_every_step(maker: Maker) -> None:
    a, b = maker.article("a", WIRE), maker.article("b", REPRINT)
    maker.statement(a, "ein Schaden von zwei Millionen Euro", maker.name(a, "Feuerwehr", "e1"), "Feuerwehr")
    origins = maker.trace()
    steps = {(e.source, e.target, e.kind) for e in origins.edges}
    assert steps == {
        (b.document.key, a.document.key, "copied from"),
        (a.document.key, "agency/dpa", "credited to"),
        (b.document.key, "agency/dpa", "credited to"),
        (a.document.key, "e1", "cites"),
    }
    assert origins.nodes["agency/dpa"].label == "Deutsche Presse-Agentur"
    assert origins.nodes["e1"].kind == "organization"


def test_circles_are_found_once_and_only_among_media() -> None:
    def edge(source: str, target: str, kind: str = "cites") -> Edge:
        return Edge(source, target, kind, (source,), 1)  # type: ignore[arg-type]

    edges = [
        edge("b", "c"),
        edge("c", "a"),
        edge("a", "b"),
        edge("c", "d"),
        edge("d", "c", "shares text with"),
        edge("x", "y"),
        edge("y", "x"),
    ]
    assert circles(edges, {"a", "b", "c", "d"}) == (("a", "b", "c"),)
    assert circles(edges, set("abcdxy")) == (("a", "b", "c"), ("x", "y"))
    assert circles([], set()) == ()


def test_an_unknown_article_is_an_error(maker: Maker) -> None:
    with pytest.raises(KeyError):
        maker.trace().roots("nowhere")


def test_a_body_called_by_what_it_does_is_one_voice_in_all_articles(maker: Maker) -> None:
    a = maker.article("a", "Nach Angaben der Veranstalter kamen 800 Leute.")
    b = maker.article("b", "The organisers counted 800 people.")
    c = maker.article("c", "Die Polizei zählte 300 Leute.")
    d = maker.article("d", "Veranstalter des Stadtlaufs zählten 500 Läufer.")
    found = {
        name: next(iter(maker_roots))
        for name, maker_roots in _roots_of(
            maker,
            a=(a, "800 Leute", "der Veranstalter"),
            b=(b, "800 people", "The organisers"),
            c=(c, "300 Leute", "Die Polizei"),
            d=(d, "500 Läufer", "Veranstalter des Stadtlaufs"),
        ).items()
    }
    assert found["a"] == found["b"] == "function/organisers"
    assert found["c"] == "function/police"
    assert found["d"] not in (found["a"], found["c"])  # more words tell which organisers


def _roots_of(maker: Maker, **told: tuple[Annotations, str, str]) -> dict[str, frozenset[str]]:
    places = {
        name: (article.document.key, maker.statement(article, words, None, speaker))
        for name, (article, words, speaker) in told.items()
    }
    origins = maker.trace()
    return {name: origins.roots(*place) for name, place in places.items()}
