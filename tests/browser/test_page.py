"""The HTML dossier in headless Chromium."""

from __future__ import annotations

from itertools import pairwise

import pytest
import sample

from quellenlage.dossier.schema import Dossier

pytestmark = pytest.mark.browser

ITEMS = "[...document.querySelectorAll('.text[data-text]')]"


def test_a_missing_browser_fails_and_says_what_to_do(finder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("QUELLENLAGE_CHROMIUM", raising=False)
    with pytest.raises(pytest.fail.Exception, match="make browser"):
        finder()


def test_it_loads_without_a_request_an_error_or_a_violation(open_page, dossier: Dossier) -> None:
    watched = open_page(dossier)
    assert watched.page.title() == f"Dossier · 7 articles · {dossier.stories[0].label}"
    assert watched.page.locator("details.claim").count() == 9
    watched.expect_clean()


def test_the_policy_stops_what_it_should(open_page, dossier: Dossier) -> None:
    watched = open_page(dossier)
    watched.page.evaluate(
        "() => { const i = document.createElement('img'); i.src = 'https://quellenlage.invalid/x.png';"
        " document.body.append(i); const s = document.createElement('style'); s.append('body{color:red}');"
        " document.head.append(s); }"
    )
    watched.page.wait_for_timeout(100)
    assert any("csp img-src" in complaint for complaint in watched.complaints)
    assert any("csp style-src" in complaint for complaint in watched.complaints)
    watched.complaints.clear()


def test_texts_and_highlights_are_those_of_the_dossier(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    texts = page.evaluate(f"{ITEMS}.map(t => t.textContent)")
    assert texts == [article.text for article in dossier.articles]
    marked = page.evaluate(
        f"{ITEMS}.map(t => [...t.querySelectorAll('span')].map(s => [s.id, s.className, s.textContent]))"
    )
    layers: list[tuple[str, str, int, int]] = []
    for statement in dossier.statements:
        layers += [("s", statement.article, r.start, r.end) for r in statement.content]
        layers += [("c", statement.article, r.start, r.end) for r in statement.cue]
    layers += [("n", m.article, m.start, m.end) for e in dossier.entities for m in e.mentions]
    layers += [("t", t.article, t.start, t.end) for t in dossier.times]
    kind = {"disputed": "k", "single_source": "k1"}
    layers += [(kind.get(c.verdict, "k2"), m.article, m.start, m.end) for c in dossier.claims for m in c.mentions]
    layers += [("d", a.id, r.start, r.end) for a in dossier.articles for r in a.debris]
    layers += [("x", a.id, r.start, r.end) for a in dossier.articles for r in a.shared]
    assert len(layers) > 60
    expected: dict[tuple[int, str], set[int]] = {}
    position = {a.id: i for i, a in enumerate(dossier.articles)}
    for layer, article, start, end in layers:
        expected.setdefault((position[article], layer), set()).update(range(start, end))
    found: dict[tuple[int, str], set[int]] = {}
    for number, spans in enumerate(marked):
        for name, classes, words in spans:
            start = int(name.split("-")[1])
            assert dossier.articles[number].text[start : start + len(words)] == words
            for layer in set(classes.split()) - {"w", "v"}:
                found.setdefault((number, layer), set()).update(range(start, start + len(words)))
    assert found == expected


@pytest.mark.parametrize("by", ["click", "Enter", "Space"])
def test_a_claim_opens_to_the_exact_words_of_each_article(open_page, dossier: Dossier, by: str) -> None:
    page = open_page(dossier).page
    claim = page.locator("#c0")
    assert not claim.locator("mark").first.is_visible()
    if by == "click":
        claim.locator("summary .said").click()
    else:
        claim.locator("summary").focus()
        page.keyboard.press(by)
    assert claim.locator("mark").first.is_visible()
    mentions = dossier.claims[0].mentions
    assert claim.locator("mark").all_text_contents() == [sample.text_of(m.article)[m.start : m.end] for m in mentions]
    captions = " ".join(claim.locator("figcaption").all_text_contents())
    assert all(
        outlet in captions for outlet in ("Hafenbote Norderwyk", "Nordblatt (a2)", "Küstenfunk", "Abendkurier (a4)")
    )


def test_values_stand_side_by_side_before_any_click(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    figures = page.locator("#c0 .figure")
    assert figures.all_text_contents() == ["zwölf", "17"]
    first, second = (figures.nth(n).bounding_box() for n in (0, 1))
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"]
    assert first["x"] < second["x"]


def test_side_by_side_points_at_the_words_that_differ(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    page.locator("#c0 summary").click()
    page.locator("#c0 .pair").click()
    assert page.locator("#reader").is_visible()
    hits = ["".join(page.locator(".page").nth(side).locator(".hit").all_text_contents()) for side in (0, 1)]
    assert hits == ["zwölf Menschen verletzt worden", "Die Zahl der Verletzten ist auf 17 gestiegen"]
    assert "c1" in page.locator("#info").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator("#reader").is_visible()
    assert page.evaluate("document.activeElement.className") == "pair"


def test_a_statement_leads_to_its_characters_behind_emoji(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    for number, statement in enumerate(dossier.statements):
        page.locator(f"#q{number} a").focus()
        page.keyboard.press("Enter")
        words = "".join(page.locator(".page").first.locator(".hit").all_text_contents())
        assert words == "".join(sample.text_of(statement.article)[r.start : r.end] for r in statement.content)
        assert (
            page.locator(".page")
            .first.locator(".hit")
            .first.evaluate(
                "e => { const r = e.getBoundingClientRect(), p = e.closest('.page').getBoundingClientRect();"
                " return r.top >= p.top && r.bottom <= p.bottom }"
            )
        )
        page.keyboard.press("Escape")


def test_a_marked_place_tells_what_it_is(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    page.locator("#q0 a").click()
    pane = page.locator(".page").first
    pane.get_by_text("Reederei Lüth", exact=True).click()
    assert "organisation" in page.locator("#info").inner_text()
    pane.get_by_text("gegen 21.40 Uhr").click()
    info = page.locator("#info").inner_text()
    assert "about 12 May 2025, 21:40" in info
    assert "Maren Kolk" in info
    assert "disputed" not in info


def test_layers_can_be_switched_off(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    page.locator("#q0 a").click()
    span = page.locator(".page .s").first
    look = "e => getComputedStyle(e).backgroundColor"
    span.evaluate("e => e.classList.remove('hit')")
    lit = span.evaluate(look)
    page.locator("#reader input[data-layer=statements]").uncheck()
    assert span.evaluate(look) != lit
    assert not page.locator("#articles input[data-layer=statements]").is_checked()
    page.locator("#reader input[data-layer=statements]").check()
    assert span.evaluate(look) == lit


def test_each_layer_differs_by_more_than_colour(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    looks = page.evaluate(
        "() => [...document.querySelectorAll('#articles .layers label > span')].map(e => {"
        " const s = getComputedStyle(e); return [s.backgroundColor !== 'rgba(0, 0, 0, 0)', s.boxShadow !== 'none',"
        " s.fontWeight, s.fontStyle,"
        " s.textDecorationStyle + s.textDecorationLine, s.borderBottomStyle].join(' ') })"
    )
    assert len(set(looks)) == 6


def test_other_articles_can_be_chosen_in_either_pane(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    page.locator("#q0 a").click()
    page.locator(".pane select").nth(1).select_option("5")
    assert page.locator(".page .text").nth(1).text_content() == sample.text_of("a6")
    page.locator(".pane select").nth(1).select_option("")
    assert page.locator(".page .text").count() == 1


def test_stories_and_words_filter(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    page.locator("#story").select_option("1")
    assert page.locator("details.claim:visible .id").all_text_contents() == ["c9"]
    assert page.locator("details.article:visible").count() == 2
    assert not page.locator("#disputed").is_visible()
    page.locator("#story").select_option("")
    page.locator("#find").fill("weglaufen")
    page.wait_for_timeout(250)
    assert page.locator("details.claim:visible .id").all_text_contents() == ["c7"]
    assert "shown" in page.locator("#found").inner_text()
    page.locator("#find").fill("")
    page.wait_for_timeout(250)
    assert page.locator("details.claim:visible").count() == 9


def test_many_claims_of_single_sources_are_folded_until_asked_for(open_page, dossier: Dossier) -> None:
    claim = dossier.claims[6]
    many = [claim.model_copy(update={"id": f"c{n}", "text": f"Satz {n}"}) for n in range(100, 130)]
    page = open_page(dossier.model_copy(update={"claims": (*dossier.claims, *many)})).page
    last = page.get_by_text("“Satz 129”", exact=True).first
    assert not last.is_visible()
    page.locator("#find").fill("Satz 129")
    page.wait_for_timeout(250)
    assert last.is_visible()
    page.locator("#find").fill("")
    page.wait_for_timeout(250)
    assert not last.is_visible()
    page.locator(".fold > summary").first.focus()
    page.keyboard.press("Enter")
    assert last.is_visible()


def test_a_link_to_a_claim_opens_it(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    page.locator("#timeline a.to").first.click()
    assert page.locator("#c4").get_attribute("open") is not None
    direct = open_page(dossier, fragment=f"#t2-{dossier.claims[0].mentions[2].start}").page
    assert direct.locator("#a2").get_attribute("open") is not None


def test_everything_can_be_reached_with_the_keyboard(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").evaluate("e => e.getBoundingClientRect().left >= 0")
    seen: set[str] = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        tag, outline = page.evaluate(
            "[document.activeElement.tagName, getComputedStyle(document.activeElement).outlineStyle]"
        )
        if tag != "BODY":
            assert outline != "none"
        seen.add(tag)
    assert {"A", "SUMMARY", "SELECT", "INPUT"} <= seen


def test_it_reads_without_its_script(open_page, dossier: Dossier) -> None:
    page = open_page(dossier, java_script_enabled=False).page
    assert page.locator(".js:visible").count() == 0
    page.locator("#c0 summary").click()
    assert page.locator("#c0 mark").first.is_visible()
    page.locator("#a2 > summary").click()
    assert "Einsatzleiter Tjark Onken" in page.locator("#a2 .text").inner_text()


@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_phone_never_scrolls_sideways(open_page, width: int) -> None:
    data = sample.data()
    data["claims"][0]["text"] = "Donaudampfschifffahrtsgesellschaft" * 8
    data["claims"][0]["mentions"][0]["value"] = "9" * 90
    data["articles"][0]["url"] = "https://a.example/" + "x" * 400
    page = open_page(Dossier.model_validate(data), viewport={"width": width, "height": 800}, language="de").page
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
    wide = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
    assert page.evaluate(wide) <= 0
    page.locator("#c0 .pair").click()
    assert page.locator("#reader").evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    assert page.evaluate(wide) <= 0


CONTRAST = """() => {
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const lum = ([r, g, b]) => {
    const f = v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 };
    return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b) };
  const behind = e => { for (let n = e; n; n = n.parentElement) { const c = parse(getComputedStyle(n).backgroundColor);
    if (c.length && (c.length < 4 || c[3] === 1)) return c } return [255, 255, 255] };
  const low = []; let seen = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const e = n.parentElement;
    if (!n.textContent.trim() || ['SCRIPT', 'STYLE', 'OPTION'].includes(e.tagName) || !e.checkVisibility()) continue;
    const s = getComputedStyle(e), a = lum(parse(s.color)), b = lum(behind(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    seen += 1;
    if (ratio < 4.5 && n.textContent.trim() !== '·') low.push([n.textContent.trim(), e.className, ratio.toFixed(2)]);
  }
  return [seen, low];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_at_least_four_and_a_half_to_one(open_page, dossier: Dossier, scheme: str) -> None:
    page = open_page(dossier, color_scheme=scheme).page
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert (sum(int(n) for n in paper[4:-1].split(",")) < 200) == (scheme == "dark")
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
    seen, low = page.evaluate(CONTRAST)
    assert seen > 400
    assert low == []
    page.locator("#c0 .pair").click()
    assert page.evaluate(CONTRAST)[1] == []


def test_print_shows_every_word_and_no_controls(open_page, dossier: Dossier) -> None:
    page = open_page(dossier).page
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert not page.locator(".bar").is_visible()
    assert page.locator("button:visible").count() == 0
    assert page.locator("#c0 mark").first.is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    assert page.pdf()[:5] == b"%PDF-"


def test_landmarks_headings_and_names(open_page, dossier: Dossier) -> None:
    page = open_page(dossier, language="de").page
    assert page.locator("html").get_attribute("lang") == "de"
    assert page.locator("main").count() == 1
    assert page.locator("nav[aria-label]").count() == 1
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))")
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    nameless = page.evaluate(
        "() => [...document.querySelectorAll('button, a, select, input, summary')].filter(e =>"
        " !(e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.length)).map(e => e.outerHTML)"
    )
    assert nameless == []
    repeated = page.evaluate(
        "() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
        " return ids.length - new Set(ids).size }"
    )
    assert repeated == 0


def test_a_hundred_articles_stay_quick(open_page) -> None:
    data = sample.data()
    many = {key: list(value) for key, value in data.items() if isinstance(value, list)}
    for n in range(1, 15):
        for key, value in sample.renumbered(data, n).items():
            if key in many:
                many[key].extend(value)
    page = open_page(Dossier.model_validate({**many, "version": "1"})).page
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert loaded < 5000
    took = page.evaluate(
        "() => { const t = performance.now(); document.querySelector('#c0 summary').click();"
        " document.querySelector('#c0 .pair').click(); return performance.now() - t }"
    )
    assert took < 2000
    assert page.locator(".page .hit").count() > 0
