"""Stories: what belongs together, what time and figures tell apart, other languages, streaming and settling."""

from __future__ import annotations

import random

import numpy as np
import pytest

from quellenlage.corpus.clusters import StoryClusterer
from quellenlage.corpus.copies import find_copies
from quellenlage.corpus.encoder import encoder
from quellenlage.corpus.features import STEM_LETTERS, features, skeleton
from quellenlage.corpus.likeness import Comparer, Likeness
from quellenlage.corpus.looking_back import looks_back, takes_up
from quellenlage.corpus.profiles import Profile, Profiler, raw_features
from quellenlage.corpus.rarity import Rarity, _background, known_words
from quellenlage.corpus.records import Copy, Names
from quellenlage.corpus.stories import cluster
from quellenlage.documents.document import Document
from quellenlage.layers import sentences
from quellenlage.layers.annotations import Annotations

# ruff: noqa: E501 - one line a paragraph
FERRY = """Nach dem Zusammenstoß zweier Fähren vor der Insel Roga sind am Montag 43 Passagiere in Krankenhäuser gebracht worden. Die „Nordstern“ war um 7.15 Uhr im Nebel gegen die „Albatros“ gestoßen. Die Reederei Sundlinie spricht von 118 Menschen an Bord."""
FERRY_2 = """Im dichten Nebel sind vor Roga zwei Fähren der Sundlinie kollidiert. Von den 118 Menschen an Bord der „Nordstern“ mussten 43 ins Krankenhaus, wie die Leitstelle mitteilte. Die Ermittler sichern nun die Radardaten der „Albatros“."""
FERRY_EN = """Two ferries collided in thick fog off the island of Roga on Monday, sending 43 passengers to hospital. The Nordstern, operated by Sundlinie, had 118 people on board when it hit the Albatros at 7.15 am."""
FERRY_RU = """Два парома столкнулись в густом тумане у острова Рога, 43 пассажира доставлены в больницы. На борту судна «Нордштерн» компании «Сундлиние» находились 118 человек, оно ударило «Альбатрос» в 7.15."""
YEAR_LATER = """Ein Jahr nach dem Zusammenstoß der Fähren vor Roga hat die Reederei Sundlinie einen neuen Fahrplan vorgestellt. Die „Nordstern“ fährt künftig nur noch viermal am Tag, die „Albatros“ wird verkauft."""
MARKET = """Auf dem Wochenmarkt von Bellheim dürfen Händler ihre Stände ab April schon um fünf Uhr aufbauen. Der Gemeinderat änderte dafür die Satzung. Anwohner hatten über Lärm geklagt, zwölf Einwände blieben ohne Erfolg."""


def article(
    name: str, title: str, body: str, published: str | None = "2025-03-03", language: str = "de"
) -> Annotations:
    text = f"{title}\n\n{body}"
    return sentences.LAYER.annotate(
        Annotations(Document(f"{name}.txt", text, title, len(title), f"Blatt {name}", None, None, published, language))
    )


def groups(annotated: list[Annotations], copies: tuple[Copy, ...] = (), *, vectors: bool | None = None) -> list[str]:
    path = {a.document.key: a.document.path.removesuffix(".txt") for a in annotated}
    stories = cluster(annotated, Names(()), copies, vectors=vectors)
    assert sorted(key for story in stories for key in story.articles) == sorted(path)
    return sorted("".join(sorted(path[key] for key in story.articles)) for story in stories)


@pytest.mark.parametrize("vectors", [True, False])
def test_two_reports_on_one_happening_are_one_story(vectors: bool) -> None:
    annotated = [
        article("a", "43 Verletzte bei Fährunglück", FERRY),
        article("b", "Fähren kollidieren im Nebel", FERRY_2, "2025-03-04"),
        article("c", "Markt darf früher aufbauen", MARKET),
    ]
    assert groups(annotated, vectors=vectors) == ["ab", "c"]


def test_stories_cross_languages() -> None:
    annotated = [
        article("a", "43 Verletzte bei Fährunglück", FERRY),
        article("e", "Ferries collide off Roga", FERRY_EN, language="en"),
        article("r", "Столкновение паромов у Роги", FERRY_RU, language="ru"),
        article("c", "Markt darf früher aufbauen", MARKET),
    ]
    assert groups(annotated) == ["aer", "c"]


@pytest.mark.parametrize("published", ["2026-03-03", "2026-03", None])
def test_the_same_ships_a_year_later_are_another_story(published: str | None) -> None:
    annotated = [
        article("a", "43 Verletzte bei Fährunglück", FERRY),
        article("y", "Neuer Fahrplan für die Sundlinie", YEAR_LATER, published),
    ]
    assert groups(annotated) == ["a", "y"]


@pytest.mark.parametrize(
    ("lead", "published", "expected"),
    [
        ("Zwei Wochen nach der Kollision der Fähren vor Roga", "2025-03-16", ["af"]),
        ("Knapp drei Wochen nach dem schweren Unglück vor Roga", "2025-03-22", ["af"]),
        ("Zwei Wochen nach der Kollision der Fähren vor Roga", "2025-06-16", ["a", "f"]),
        ("Zwei Wochen nach der Wahl des Kapitäns", "2025-03-16", ["a", "f"]),
        ("In der Reederei", "2025-03-16", ["a", "f"]),
    ],
)
def test_a_later_report_that_takes_up_the_misfortune_of_the_day_joins(
    lead: str, published: str, expected: list[str]
) -> None:
    body = f"""{lead} hat die Reederei Sundlinie die „Nordstern“ zurückerhalten. Die Ermittler der Insel haben die
Radardaten der „Albatros“ ausgewertet. Wann die Fähren wieder im Nebel fahren dürfen, ist offen, sagte die Reederei."""
    annotated = [article("a", "43 Verletzte bei Fährunglück", FERRY), article("f", "Fähre ist frei", body, published)]
    assert groups(annotated) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Zwei Wochen nach dem Brand der Mühle", "de", (83, 92)),
        ("vier Tage nach dem tödlichen Zugunglück", "de", (95, 100)),
        ("10 Tage nach einem Raubüberfall", "de", (88, 95)),
        ("Deux semaines après l'incendie du moulin", "fr", (83, 92)),
        ("quatre jours après la grave collision", "fr", (95, 100)),
        ("deux jours après le conseil communal", "fr", None),
        ("Two weeks after the cable car crash", "en", (83, 92)),
        ("Через две недели после крупной аварии", "ru", (83, 92)),
        ("Спустя неделю после пожара", "ru", (92, 97)),
        ("Zwei Wochen nach der Wahl", "de", None),
        ("Zwanzig Wochen nach dem Brand", "de", None),
        ("Zwei Jahre nach dem Brand", "de", None),
        ("Er kam nach dem Brand", "de", None),
        ("Two weeks after the vote", "en", None),
        ("Dos semanas después del incendio", "es", None),
    ],
)
def test_what_takes_up_a_misfortune_of_late_says_when_it_was(
    text: str, language: str, expected: tuple[int, int] | None
) -> None:
    assert takes_up(text, language, 100) == expected


def test_an_article_without_a_date_joins_by_its_figures() -> None:
    annotated = [
        article("a", "43 Verletzte bei Fährunglück", FERRY),
        article("b", "Fähren kollidieren im Nebel", FERRY_2, None),
    ]
    assert groups(annotated) == ["ab"]


def test_copies_stay_together_whatever_their_dates() -> None:
    annotated = [
        article("a", "Fährunglück", f"{FERRY} {FERRY_2}"),
        article("b", "Im Nebel", f"{FERRY} {FERRY_2}", "2025-09-01"),
    ]
    copies = find_copies(annotated)
    assert len(copies) == 1
    assert groups(annotated, copies) == ["ab"]
    assert groups(annotated) == ["a", "b"]


def test_order_of_input_does_not_matter_and_the_label_is_a_title() -> None:
    annotated = [
        article("a", "43 Verletzte bei Fährunglück", FERRY),
        article("b", "Fähren kollidieren im Nebel", FERRY_2),
        article("c", "Markt darf früher aufbauen", MARKET),
    ]
    once, again = cluster(annotated, Names(()), ()), cluster(annotated[::-1], Names(()), ())
    assert once == again
    assert [story.id for story in once] == ["s1", "s2"]
    assert {story.label for story in once} <= {a.document.title for a in annotated}
    assert "figures: 118, 43" in next(s.reason for s in once if len(s.articles) == 2)


def test_no_articles_and_one_article() -> None:
    assert cluster([], Names(()), ()) == ()
    (story,) = cluster([article("a", "Markt", MARKET)], Names(()), ())
    assert story.label == "Markt"


def test_settling_undoes_what_the_order_of_arrival_did() -> None:
    rng = random.Random(5)
    themes = [[f"{theme}{n}" for n in range(12)] for theme in ("Kanal", "Zirkus", "Steuer", "Orkan")]
    rows = [(number, " ".join(rng.sample(themes[number % 4], 8))) for number in range(24)]
    rng.shuffle(rows)
    profiler, clusterer = Profiler(), StoryClusterer()
    annotated = [article(f"{number:02d}", title, "", "2025-01-01") for number, title in rows]
    seen = [profiler.see(raw_features(one), {}) for one in annotated]
    streamed = [clusterer.add(profiler.profile(one, counts)) for one, counts in zip(annotated, seen, strict=True)]
    assert len(streamed) == 24
    clusterer.settle()
    found = sorted(sorted(rows[member][0] % 4 for member in members) for members in clusterer.members.values())
    assert found == [[theme] * 6 for theme in range(4)]


def test_names_meet_across_scripts() -> None:
    assert skeleton("Щербаков") == skeleton("Schtscherbakow") == skeleton("Shcherbakov")
    assert skeleton("Путин") == skeleton("Putin") == skeleton("Poutine")
    assert skeleton("Müller") != skeleton("Maier")


def test_the_lists_of_rarity_are_made_from_the_words() -> None:
    words = sorted(known_words())
    assert len(words) > 50_000
    stems, bones = _background("words"), _background("names")
    assert all(word[:STEM_LETTERS] in stems for word in words[::97])
    assert all(skeleton(word) in bones for word in words[::97] if skeleton(word))
    assert all(0 < share <= 1 for share in (*stems.values(), *bones.values()))
    assert _background("numbers") == {}


def test_years_are_no_figures() -> None:
    read = features((("Im Jahr 2025 kosteten 43 Karten 1,75 Euro und 1.75 Euro", 1.0),))
    assert sorted(read.numbers) == ["1.75", "43"]


def test_rare_words_weigh_more_than_frequent_ones() -> None:
    rarity = Rarity("words")
    numbers, weights = rarity.weigh(rarity.add({"und": 1.0, "quastenf": 1.0, "kranke": 1.0}), keep=5)
    assert [rarity.key(number) for number in numbers] == ["quastenf", "kranke", "und"]
    assert weights[0] > weights[1] > weights[2]
    assert float((weights * weights).sum()) == pytest.approx(1)
    (heaviest,), _ = rarity.weigh(rarity.add({"kranke": 1.0, "quastenf": 1.0}), keep=1)
    assert rarity.key(heaviest) == "quastenf"


def test_what_many_articles_hold_weighs_less_however_many_words_there_are() -> None:
    rarity = Rarity("words")
    for number in range(3_000):
        seen = rarity.add({"fähre": 1.0, f"wort{number}": 1.0})
    (first, second), weights = rarity.weigh(seen, keep=2)
    assert (rarity.key(first), rarity.key(second)) == ("wort2999", "fähre")
    assert weights[0] > 5 * weights[1]


def test_likeness_fades_with_days() -> None:
    first, *others = profiles(
        article("a", "Fährunglück", FERRY),
        article("b", "Fährunglück", FERRY_2, "2025-03-05"),
        article("c", "Fährunglück", FERRY_2, "2025-03-20"),
    )
    like = Comparer().likeness(first, others)
    assert like.words[0] == pytest.approx(like.words[1])
    assert like.total[0] > 10 * like.total[1]


def test_many_are_compared_at_once_as_one_by_one_in_either_direction() -> None:
    made = profiles(
        article("a", "43 Verletzte", FERRY),
        article("b", "Fähren kollidieren", FERRY_2, "2025-03-04"),
        article("u", "Fähren kollidieren", FERRY_2, None),
        article("y", "Neuer Fahrplan", YEAR_LATER, None),
        article("e", "Ferries collide", FERRY_EN, language="en"),
        article("m", "Markt", MARKET),
        article("-", "-", ""),
    )
    comparer = Comparer()
    for one in made:
        at_once = comparer.likeness(one, made)
        alone = [comparer.likeness(one, [other]) for other in made]
        turned = [comparer.likeness(other, [one]) for other in made]
        for field in Likeness._fields:
            values = getattr(at_once, field).tolist()
            assert values == pytest.approx([getattr(like, field)[0] for like in alone], nan_ok=True)
            assert values == pytest.approx([getattr(like, field)[0] for like in turned], nan_ok=True)
        assert np.array_equal(at_once.total, comparer.likeness(one, made).total)
    assert comparer.likeness(made[0], []).total.tolist() == []


def profiles(*annotated: Annotations) -> list[Profile]:
    profiler = Profiler()
    seen = [profiler.see(raw_features(one), {}) for one in annotated]
    return [profiler.profile(one, counts) for one, counts in zip(annotated, seen, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zwei Jahre nach dem Brand der Mühle", True),
        ("Zum Jahrestag läuteten die Glocken", True),
        ("Drei Monate später ist der Damm dicht", True),
        ("Two years after the fire", True),
        ("On the anniversary of the fire", True),
        ("Спустя год после пожара", True),
        ("Годовщина пожара", True),
        ("Cinq ans après l’incendie", True),
        ("Die Mühle brannte am Montag", False),
        ("Das Jahr begann mit Regen, im Monat März", False),
        ("In this year of rain", False),
    ],
)
def test_words_that_look_back_are_told(text: str, expected: bool) -> None:
    assert looks_back(text) is expected


def test_a_stream_forgets_what_is_older_than_its_horizon() -> None:
    clusterer, profiler = StoryClusterer(horizon=5), Profiler()
    days = [f"2025-01-{1 + number // 100:02d}" for number in range(3_001)]
    for number, day in enumerate(days):
        one = article(f"{number}", f"Pegel {number % 7} Kanal Schleuse Roga {number // 100}", "", day)
        clusterer.add(profiler.profile(one, profiler.see(raw_features(one), {})))
    kept = [bool(len(profile.terms)) for profile in clusterer.profiles]
    assert kept.index(True) == 2_500 and all(kept[2_500:])
    assert sorted(member for members in clusterer.members.values() for member in members) == list(range(3_001))


def test_the_encoder_tells_meaning_across_languages() -> None:
    texts = [
        "Erdbeben erschüttert Küste",
        "Earthquake shakes coast",
        "Землетрясение на побережье",
        "Fußballer wechselt den Verein",
    ]
    vectors = encoder().encode(texts, ["de", "en", "ru", "de"])
    alike = vectors @ vectors.T
    assert alike[0, 1] > 0.3 < alike[0, 2]
    assert alike[0, 3] < alike[0, 1] - 0.2 and alike[0, 3] < alike[0, 2] - 0.2
    alone = encoder().encode(texts[:1], ["de"])
    assert float(alone[0] @ vectors[0]) == pytest.approx(1, abs=1e-4)


def test_odd_texts_can_be_encoded() -> None:
    vectors = encoder().encode(["", "\u0000\u200b", "漢字" * 300, "🚢" * 50], ["de", "de", "zh", "xx"])
    assert vectors.shape == (4, 384)
    assert abs((vectors**2).sum(1) - 1).max() < 1e-4
