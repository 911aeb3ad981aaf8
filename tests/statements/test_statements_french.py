"""French statements: frames before, behind and inside, source phrases, told speech, hearsay, who speaks."""

from __future__ import annotations

import pytest
from statement_reading import read, shown, words

from quellenlage.layers import french
from quellenlage.layers.statements import french_cues


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "« Le pont est fermé », a déclaré mardi le maire de Vauclair, Paul Roche.",
            ("direct", "le maire de Vauclair, Paul Roche", "« Le pont est fermé »"),
        ),
        ("«Nous partons», affirme Jeanne Morel, dont le café est vide.", ("direct", "Jeanne Morel", "«Nous partons»")),
        ("« Nous y croyons », a-t-elle lancé.", ("direct", "elle", "« Nous y croyons »")),
        ("« C'est honteux », s'indigne Anna Weiss.", ("direct", "Anna Weiss", "« C'est honteux »")),
        ("Paul Roche a déclaré : « Tout est perdu. »", ("direct", "Paul Roche", "« Tout est perdu. »")),
        (
            "« Le col est fermé, a dit le maire. Il le restera. »",
            ("direct", "le maire", "« Le col est fermé / Il le restera. »"),
        ),
        (
            "Le ministère affirme avoir prévenu les communes.",
            ("indirect", "Le ministère", "avoir prévenu les communes"),
        ),
        (
            "La préfète a demandé aux maires de fermer les écoles.",
            ("indirect", "La préfète", "aux maires de fermer les écoles"),
        ),
        ("Pour Anna Weiss, « rien n'est joué ».", ("direct", "Anna Weiss", "« rien n'est joué »")),
        (
            "L'ex-ministre Anna Weiss, qui était partie, a quant à elle assuré que le pont tenait.",
            ("indirect", "L'ex-ministre Anna Weiss", "que le pont tenait"),
        ),
        (
            "Le ministre estime que « rien n'est joué ».",
            ("indirect", "Le ministre", "que « rien n'est joué »"),
        ),
        ("Selon la police, le conducteur avait bu.", ("indirect", "la police", "le conducteur avait bu")),
        (
            "Le chauffeur avait bu et roulait trop vite, selon la police cantonale.",
            ("indirect", "la police cantonale", "Le chauffeur avait bu et roulait trop vite"),
        ),
        (
            "Aucun blessé n’est à déplorer, assure la commune.",
            ("indirect", "la commune", "Aucun blessé n’est à déplorer"),
        ),
        ("L’usine, a-t-elle ajouté, rouvrira lundi.", ("indirect", "elle", "L’usine / rouvrira lundi")),
        (
            "Son avocat, Luc Ferrand, affirme que le dossier est vide.",
            ("indirect", "Son avocat, Luc Ferrand", "que le dossier est vide"),
        ),
        (
            "Interrogé par la radio, le procureur a indiqué que deux suspects étaient en fuite.",
            ("indirect", "le procureur", "que deux suspects étaient en fuite"),
        ),
        (
            "Le parti a accusé le gouvernement de mentir.",
            ("indirect", "Le parti", "le gouvernement de mentir"),
        ),
    ],
)
def test_frames(text: str, wanted: tuple[str, str, str]) -> None:
    ((kind, speaker, _, content),) = shown(text, language="fr")
    assert (kind, speaker, content) == wanted


@pytest.mark.parametrize(
    ("text", "kind", "certainty"),
    [
        ("Le directeur, Hans Keller, dément toute fuite.", "reported", "denied"),
        ("Elle nie avoir reçu de l'argent.", "indirect", "denied"),
        ("Le gouvernement n'exclut pas de fermer la frontière.", "indirect", "hedged"),
        ("L'association exige la démission du préfet.", "reported", "reported"),
        ("L'entreprise aurait été avertie deux fois.", "free_indirect", "hedged"),
        ("Trois hommes auraient été arrêtés, selon le parquet.", "indirect", "hedged"),
        ("Le suspect serait un ancien employé.", "free_indirect", "hedged"),
        ("Une fuite serait à l'origine du drame, selon le parquet.", "indirect", "hedged"),
        ("Le canton aurait promis un million, croit savoir une source proche du dossier.", "indirect", "hedged"),
        ("Il a assuré que Berne aurait payé.", "indirect", "reported"),
        ("L'expert chiffre les dégâts à deux millions de francs.", "reported", "reported"),
    ],
)
def test_kinds(text: str, kind: str, certainty: str) -> None:
    (made,) = read(text, language="fr")
    assert (made.type, made.certainty) == (kind, certainty)


@pytest.mark.parametrize(
    "text",
    [
        "La demande a été rejetée par le conseil.",
        "Le tribunal a condamné le chauffeur à deux ans de prison.",
        "L'accord signé lundi prévoit une trêve.",
        "Il serait utile de fermer la route.",
        "Pour le moment, rien ne bouge.",
        "Si la vanne avait tenu, rien ne serait arrivé.",
        "La halle a plus de portes que de fenêtres.",
    ],
)
def test_no_statement(text: str) -> None:
    assert read(text, language="fr") == ()


def test_two_verbs_of_one_subject() -> None:
    text = "Le groupe rejette les accusations et demande une enquête."
    assert [(s[1], s[2]) for s in shown(text, language="fr")] == [("Le groupe", "denied"), ("Le groupe", "reported")]


def test_who_is_cited_by_an_agency_speaks() -> None:
    text = "D'après l'AFP, qui cite un porte-parole du parquet, trois hommes ont été arrêtés."
    (made,) = read(text, language="fr")
    assert words(text, made.speaker_spans) == "un porte-parole du parquet"
    assert words(text, made.content) == "trois hommes ont été arrêtés"
    assert made.via == ("AFP",) or made.via == ("l'AFP",)


def test_a_quotation_goes_on_behind_its_frame() -> None:
    text = "« Nous y croyons », a-t-il lancé. « Et nous gagnerons. »"
    (made,) = read(text, language="fr")
    assert words(text, made.content) == "« Nous y croyons » / « Et nous gagnerons. »"


def test_every_cue_verb_has_forms() -> None:
    assert set(french_cues.entries()) <= french.WORDS["verbs"]


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [
        ("annoncer", {"annonce", "annonçait", "annoncera", "annoncé"}),
        ("rejeter", {"rejette", "rejetait", "rejettera", "rejetées"}),
        ("détruire", {"détruit", "détruisait", "détruira", "détruite"}),
        ("prévenir", {"prévient", "prévenait", "préviendra", "prévenus"}),
        ("offrir", {"offre", "offrait", "offrira", "offert"}),
        ("inquiéter", {"inquiète", "inquiétait", "inquiété"}),
        ("connaître", {"connaît", "connaissait", "connu"}),
        ("suspendre", {"suspend", "suspendait", "suspendu"}),
    ],
)
def test_verb_forms(verb: str, wanted: set[str]) -> None:
    assert wanted <= {form for form, _ in french.forms(verb)}


def test_who_speaks_behind_whom_is_spoken_to() -> None:
    text = "L'accord est caduc, ont indiqué à l'AFP deux sources proches du dossier."
    (made,) = read(text, language="fr")
    assert words(text, made.speaker_spans) == "deux sources proches du dossier"
    assert words(text, made.content) == "L'accord est caduc"


def test_a_document_that_a_wire_service_cites() -> None:
    text = "D'après un communiqué du ministère, cité par l'agence APS, les agents étaient partis."
    (made,) = read(text, language="fr")
    assert words(text, made.speaker_spans) == "un communiqué du ministère"
    assert words(text, made.content) == "les agents étaient partis"
    assert made.via == ("agence APS",)


def test_a_stressed_subject_and_a_second_verb() -> None:
    text = "Le syndicat Norda, lui, dénonce les horaires et exige une enquête."
    made = read(text, language="fr")
    assert {words(text, s.speaker_spans) for s in made} == {"Le syndicat Norda"}
    assert len(made) == 2


def test_two_sources_of_one_sentence() -> None:
    text = "Quelque 400 trains ont été supprimés selon la compagnie, 650 d'après le syndicat."
    assert [(s[1], s[3]) for s in shown(text, language="fr")] == [
        ("la compagnie", "Quelque 400 trains ont été supprimés"),
        ("le syndicat", "650"),
    ]


def test_a_paper_that_learned_it_from_others() -> None:
    text = "Un plan d'urgence aurait été préparé, a appris «Le Nouvelliste» de plusieurs témoins."
    (made,) = read(text, language="fr")
    assert words(text, made.speaker_spans) == "plusieurs témoins"
    assert (made.via, made.certainty) == (("Nouvelliste",), "hedged")


def test_what_a_denier_says_in_its_place() -> None:
    text = "La province dément : les pompes sont arrivées lundi."
    (made,) = read(text, language="fr")
    assert (made.certainty, words(text, made.content)) == ("reported", "les pompes sont arrivées lundi")


def test_what_another_voice_says_of_it() -> None:
    text = "Le parti l'accuse d'avoir menti au conseil, ce que son ministère dément."
    assert [(s[1], s[2], s[3]) for s in shown(text, language="fr")] == [
        ("Le parti", "reported", "d'avoir menti au conseil"),
        ("son ministère", "denied", "d'avoir menti au conseil"),
    ]


def test_a_pronoun_behind_a_source_word_and_a_negated_infinitive() -> None:
    assert shown("Selon lui, le pont était vieux.", language="fr")[0][1] == "lui"
    assert shown("Un associé affirme ne rien savoir.", language="fr")[0][3] == "ne rien savoir"
