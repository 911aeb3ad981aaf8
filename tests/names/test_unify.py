from __future__ import annotations

import random
import time
from itertools import permutations

from quellenlage.corpus.names import unify
from quellenlage.corpus.names.clusters import Index
from quellenlage.corpus.names.judgements import Judgements
from quellenlage.corpus.records import Names
from quellenlage.documents.document import Document
from quellenlage.layers.annotations import Annotations, EntityType, Referent


def person(
    name: str, *, offices: tuple[str, ...] = (), context: tuple[str, ...] = (), known: str | None = None
) -> Referent:
    return Referent(0, "person", name, offices=offices, context=context, known=known)


def thing(
    name: str, *, kind: EntityType = "organization", country: str | None = None, known: str | None = None
) -> Referent:
    return Referent(0, kind, name, country=country, known=known)


def article(path: str, *referents: Referent) -> Annotations:
    text = f"Text of {path}"
    numbered = tuple(
        Referent(i, r.type, r.name, r.aliases, r.gender, r.country, r.offices, r.known, r.wikidata, r.context)
        for i, r in enumerate(referents)
    )
    return Annotations(Document(path, text, "", 0, None, None, None, None, "de"), referents=numbered)


def groups(names: Names) -> set[frozenset[str]]:
    return {frozenset((entity.name, *entity.aliases)) for entity in names.entities}


def test_spellings_join_with_a_reason() -> None:
    names = unify(
        [
            article("a", person("Dmitri Peskow")),
            article("b", person("Dmitry Peskov")),
            article("c", person("Дмитрий Песков")),
        ]
    )
    assert len(names.entities) == 1
    entity = names.entities[0]
    assert entity.name in {"Dmitri Peskow", "Dmitry Peskov"}
    assert len(entity.reasons) == 2 and all("=" in reason for reason in entity.reasons)
    assert set(names.of.values()) == {"e1"}


def test_surname_alone_needs_support() -> None:
    alone = unify([article("a", person("Heike Lorenz")), article("b", person("Lorenz"))])
    assert len(alone.entities) == 2
    office = unify(
        [
            article("a", person("Heike Lorenz", offices=("mayor/DE",))),
            article("b", person("Lorenz", offices=("mayor/DE",))),
        ]
    )
    assert len(office.entities) == 1
    other = unify(
        [
            article("a", person("Heike Lorenz", offices=("mayor/DE",))),
            article("b", person("Lorenz", offices=("judge/DE",))),
        ]
    )
    assert len(other.entities) == 2


def test_namesakes_in_one_document_stay_apart() -> None:
    names = unify(
        [article("a", person("Thomas Weber"), person("Andreas Weber")), article("b", person("Andreas Weber"))]
    )
    assert groups(names) == {frozenset({"Thomas Weber"}), frozenset({"Andreas Weber"})}


def test_same_gazetteer_key_joins_and_different_keys_part() -> None:
    names = unify(
        [article("a", thing("EZB", known="org/ezb")), article("b", thing("European Central Bank", known="org/ezb"))]
    )
    assert len(names.entities) == 1
    parted = unify(
        [
            article("a", thing("Hamm", kind="place", known="city/1")),
            article("b", thing("Hamm", kind="place", known="city/2")),
        ]
    )
    assert len(parted.entities) == 2


def test_order_of_the_documents_does_not_matter() -> None:
    articles = [
        article("a", person("Lupaschku"), thing("Promo-LEX")),
        article("b", person("Serghei Lupaşcu", offices=("opposition-leader",))),
        article("c", person("Sergej Lupaschku", offices=("opposition-leader",))),
    ]
    results = {
        tuple((e.id, e.name, e.members) for e in unify(list(order)).entities) for order in permutations(articles)
    }
    assert len(results) == 1


def test_user_decisions_go_before_everything() -> None:
    articles = [
        article("a", person("Dmitri Peskow")),
        article("b", person("Dmitry Peskov")),
        article("c", person("Anke Wolf")),
        article("d", person("Anke Wolff-Bert")),
    ]
    judgements = Judgements().split("Dmitri Peskow", "dmitry  peskov").merged("Anke Wolf", "Anke Wolff-Bert")
    assert groups(unify(articles, judgements=judgements)) == {
        frozenset({"Dmitri Peskow"}), frozenset({"Dmitry Peskov"}), frozenset({"Anke Wolf", "Anke Wolff-Bert"}),
    }  # fmt: skip
    assert Judgements.of(judgements.rows()) == judgements
    assert Judgements().decided("a", "b") is None


def test_local_office_without_a_name() -> None:
    named = article(
        "a",
        person("Petra Lang", offices=("district-administrator/DE",)),
        thing("Kelheim", kind="place", known="city/7"),
    )
    bare = article(
        "b",
        person("Landrätin", offices=("district-administrator/DE",), context=("@city/7",)),
        thing("Kelheim", kind="place", known="city/7"),
    )
    elsewhere = article("c", person("Landrätin", offices=("district-administrator/DE",), context=("@city/8",)))
    names = unify([named, bare, elsewhere])
    assert (
        names.of[(named.document.key, 0)] == names.of[(bare.document.key, 0)] != names.of[(elsewhere.document.key, 0)]
    )


def test_cost_of_one_more_does_not_grow_with_the_corpus() -> None:
    random.seed(7)
    given = ["Anna", "Jan", "Peter", "Olga", "Mehmet", "Carla", "Ivo", "Lena", "Nils", "Ruth"]
    parts = [
        "ber",
        "kow",
        "stein",
        "mann",
        "ski",
        "dorf",
        "lund",
        "tal",
        "vic",
        "gau",
        "rik",
        "zer",
        "nol",
        "pas",
        "tem",
        "hul",
        "fra",
        "gri",
        "wen",
        "dol",
    ]
    index = Index()
    for i in range(4_000):
        name = f"{random.choice(given)} {''.join(random.choice(parts) for _ in range(3)).capitalize()}"
        index.add((f"d{i}", 0), person(name), near=frozenset())
    start = time.process_time()
    for i in range(200):
        index.add(
            (f"x{i}", 0),
            person(f"{random.choice(given)} {''.join(random.choice(parts) for _ in range(3)).capitalize()}"),
            near=frozenset(),
        )
    assert (time.process_time() - start) / 200 < 0.004


def test_a_place_in_two_scripts_and_transliterations_is_one() -> None:
    names = unify(
        [
            article("a.txt", thing("Idschewan", kind="place")),
            article("b.txt", thing("Ijevan", kind="place", country="AM", known="city/616627")),
            article("c.txt", thing("Иджевана", kind="place")),
        ]
    )
    assert groups(names) == {frozenset({"Idschewan", "Ijevan", "Иджевана"})}


def test_german_places_of_like_sound_stay_apart() -> None:
    names = unify(
        [
            article("a.txt", thing("Neudorf", kind="place"), thing("Hohenau", kind="place")),
            article("b.txt", thing("Neuldorf", kind="place"), thing("Homburg", kind="place")),
            article("c.txt", thing("Hamburg", kind="place"), thing("Hohnau", kind="place")),
        ]
    )
    assert len(names.entities) == 6


def test_a_surname_written_together_and_apart() -> None:
    names = unify([article("a.txt", person("Maarten Van de Kamp")), article("b.txt", person("Maarten Vandekamp"))])
    assert groups(names) == {frozenset({"Maarten Van de Kamp", "Maarten Vandekamp"})}
    assert "written together" in names.entities[0].reasons[0]
    apart = unify([article("a.txt", person("Maarten Van de Kamp")), article("b.txt", person("Maarten Vandersteen"))])
    assert len(apart.entities) == 2


def test_firm_with_and_without_legal_form_or_hyphen() -> None:
    names = unify([article("a.txt", thing("Lahn-Frost GmbH")), article("b.txt", thing("Lahn Frost"))])
    assert len(names.entities) == 1


def test_general_name_goes_to_the_one_of_its_family_in_the_same_matter() -> None:
    places = (thing("Oman", kind="place", known="country/OM"), thing("Maskat", kind="place", known="city/287286"))
    general = thing("Rotes Kreuz", known="org/rotes-kreuz")
    special = thing("IKRK", known="org/ikrk")
    joined = unify([article("a.txt", general, *places), article("b.txt", special, *places)])
    assert {"Rotes Kreuz", "IKRK"} in [{entity.name, *entity.aliases} for entity in joined.entities]
    elsewhere = thing("Hamm", kind="place", known="city/1"), thing("Soest", kind="place", known="city/2")
    apart = unify([article("a.txt", general, *elsewhere), article("b.txt", special, *places)])
    assert {"Rotes Kreuz", "IKRK"} not in [{entity.name, *entity.aliases} for entity in apart.entities]
    both = unify(
        [article("a.txt", general, *places), article("b.txt", special, thing("DRK", known="org/drk"), *places)]
    )
    assert all(not {"Rotes Kreuz", "IKRK"} <= {entity.name, *entity.aliases} for entity in both.entities)


def test_a_firm_that_one_article_reads_as_a_place() -> None:
    told = article("a", thing("Rhevolin"), thing("Hafenfest"))
    lone = article("b", thing("Rhevolin", kind="place"), thing("Hafenfest"))
    other = article("c", thing("Rhevolin", kind="place"), thing("Bergmesse"))
    assert len([e for e in unify([told, lone]).entities if e.name == "Rhevolin"]) == 1
    assert len([e for e in unify([told, other]).entities if e.name == "Rhevolin"]) == 2


def test_surnames_that_articles_share_are_context() -> None:
    first = article("a", person("Anna Moosbrugger"), person("Udo Kaltenegger"), person("Ute Lohmoser"))
    second = article("b", person("Moosbrugger"), person("Kaltenegger"), person("Lohmoser"))
    assert len(unify([first, second]).entities) == 3
    # its own name is no context for a surname
    lone = article("b", person("Moosbrugger"), person("Rehwinkel"))
    assert len(unify([first, lone]).entities) == 5


def test_a_body_of_a_town_and_of_its_country() -> None:
    shared = (thing("Tarvenko", country=None), thing("Nato", known="org/nato"))
    first = article("a", thing("Feuerwehr", known="inst/feuerwehr/city/2950159"), *shared)
    second = article("b", thing("Feuerwehr", known="inst/feuerwehr/country/DE"), *shared)
    third = article("c", thing("Feuerwehr", known="inst/feuerwehr/country/FR"), *shared)
    sizes = {entity.known: len(entity.members) for entity in unify([first, second, third]).entities}
    assert sizes["inst/feuerwehr/city/2950159"] == 2
    assert sizes["inst/feuerwehr/country/FR"] == 1


def test_a_surname_of_two_words_written_together() -> None:
    names = unify(
        [
            article("a", person("Ibrahim Osman Farah")),
            article("b", person("Ibrahim Osmanfarah"), person("Ibrahim Osman")),
        ]
    )
    joined = next(entity for entity in names.entities if "Ibrahim Osmanfarah" in (entity.name, *entity.aliases))
    assert "Ibrahim Osman Farah" in (joined.name, *joined.aliases)
