"""What an article brings along never runs: every payload in every field, as a page and through its script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import sample
from playwright.sync_api import Browser, Page

from quellenlage.dossier.render import html
from quellenlage.dossier.schema import Dossier

pytestmark = pytest.mark.browser

PAYLOADS = (
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    "</style><script>window.pwned=1</script>",
    "</title><script>window.pwned=1</script>",
    "</textarea><script>window.pwned=1</script>",
    "</noscript><script>window.pwned=1</script>",
    "<!--<script>window.pwned=1</script>-->",
    "--><script>window.pwned=1</script>",
    "]]><script>window.pwned=1</script>",
    "<![CDATA[<script>window.pwned=1</script>]]>",
    "<scr<script>ipt>window.pwned=1</scr</script>ipt>",
    "<SCRIPT SRC=https://evil.invalid/x.js></SCRIPT>",
    "<script/x>window.pwned=1</script>",
    "<script\x0c>window.pwned=1</script>",
    "<script type=module>window.pwned=1</script>",
    "<script>window.pwned=1//",
    "<img src=x onerror=window.pwned=1>",
    "<img src=x onerror='window.pwned=1'",
    '"><img src=x onerror=window.pwned=1>',
    "'><img src=x onerror=window.pwned=1>",
    "`><img src=x onerror=window.pwned=1>",
    '" onmouseover="window.pwned=1" x="',
    "' onmouseover='window.pwned=1' x='",
    '" autofocus onfocus="window.pwned=1" x="',
    '" style="animation:x 1s" onanimationstart="window.pwned=1',
    "<svg onload=window.pwned=1>",
    "<svg><script>window.pwned=1</script></svg>",
    "<svg><animate onbegin=window.pwned=1 attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:window.pwned=1><text y=9>x</text></a></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=window.pwned=1/>#x'/></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.pwned=1>",
    "<math href='javascript:window.pwned=1'>x</math>",
    "<body onload=window.pwned=1>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<iframe src=javascript:parent.pwned=1></iframe>",
    "<object data=javascript:window.pwned=1></object>",
    "<embed src=javascript:window.pwned=1>",
    "<video><source onerror=window.pwned=1></video>",
    "<audio src=x onerror=window.pwned=1>",
    "<details open ontoggle=window.pwned=1>",
    "<input autofocus onfocus=window.pwned=1>",
    "<select autofocus onfocus=window.pwned=1>",
    "<marquee onstart=window.pwned=1>",
    "<form><button formaction=javascript:window.pwned=1>x",
    "<a href=javascript:window.pwned=1>x</a>",
    "<base href=https://evil.invalid/>",
    "<meta http-equiv=refresh content='0;url=https://evil.invalid/'>",
    "<link rel=stylesheet href=https://evil.invalid/x.css>",
    "<style>@import 'https://evil.invalid/x.css';</style>",
    "<style>body{background:url(https://evil.invalid/x)}</style>",
    "<template><script>window.pwned=1</script></template>",
    "<dialog open><img src=x onerror=window.pwned=1></dialog>",
    "<noscript><p title='</noscript><img src=x onerror=window.pwned=1>'>",
    "<xss id=reader tabindex=1 onfocus=window.pwned=1>",
    "<form id=find><input name=value>",
    "<a id=story name=value>",
    "javascript:window.pwned=1",
    "JaVaScRiPt:window.pwned=1",
    "java\tscript:window.pwned=1",
    " javascript:window.pwned=1",
    "data:text/html,<script>window.pwned=1</script>",
    "vbscript:window.pwned=1",
    "//evil.invalid/x",
    'https://evil.invalid/" onclick="window.pwned=1',
    "https://user:pw@evil.invalid/",
    "{{ 7*7 }}{% raw %}{{ config }}",
    "${window.pwned=1}",
    "&lt;script&gt;window.pwned=1&lt;/script&gt;",
    "&#60;script&#62;window.pwned=1&#60;/script&#62;",
    "\u2028window.pwned=1\u2029",
    "\u202e<script>window.pwned=1</script>\u2066",
    "\x1b[31m\x00\x07<script>window.pwned=1</script>",
    "＜script＞window.pwned=1＜/script＞",
    "<s\u200bcript>window.pwned=1</script>",
    "<img\u00a0src=x\u00a0onerror=window.pwned=1>",
    "+ADw-script+AD4-window.pwned=1+ADw-/script+AD4-",
    "🔥<img src=x onerror=window.pwned=1>🚒",
)


AT_ONCE = 7
"""Payloads in one page: one for each article of the sample."""


def laced(payloads: Sequence[str]) -> Dossier:
    """Return the sample with payloads wherever an article, its text, or what is found in it can bring one."""
    data = sample.data()
    of: dict[str, str] = {}
    for number, article in enumerate(data["articles"]):
        payload = of[article["id"]] = payloads[number % len(payloads)]
        article |= {"outlet": payload, "title": payload, "path": payload, "author": payload, "url": payload}
        article |= {"copy_reason": payload, "language": payload, "published": payload}
        article["text"] = f"{payload}\n\n{article['text']} {payload}"
        for span in (*article["debris"], *article["shared"]):
            span["end"] += len(payload)
    for number, entity in enumerate(data["entities"]):
        payload = payloads[number % len(payloads)]
        entity |= {
            "name": payload,
            "aliases": (payload,),
            "wikidata": payload,
            "country": payload,
            "reasons": (payload,),
        }
    for number, claim in enumerate(data["claims"]):
        claim |= {"text": payloads[number % len(payloads)], "why": payloads[number % len(payloads)]}
        for mention in claim["mentions"]:
            payload = of[mention["article"]]
            mention |= {"value": payload, "start": 0, "end": mention["end"] + len(payload)}
    for statement in data["statements"]:
        payload = of[statement["article"]]
        statement |= {"via": ({"text": payload},), "reason": payload}
        statement["speaker"] = {"entity": None, "spans": [{"start": 0, "end": len(payload)}]}
        statement["content"] = [{"start": 0, "end": len(payload)}]
    for time in data["times"]:
        time |= {"timex": of[time["article"]], "edtf": of[time["article"]], "why": of[time["article"]]}
    for part, keys in (
        ("events", ("label", "type", "date")),
        ("stories", ("label", "reason")),
        ("timeline", ("date",)),
    ):
        for number, item in enumerate(data[part]):
            item.update(dict.fromkeys(keys, payloads[number % len(payloads)]))
    for number, problem in enumerate(data["problems"]):
        problem.update(dict.fromkeys(("path", "message", "code"), payloads[number % len(payloads)]))
    return Dossier.model_validate(data)


def odd_ids(payloads: Sequence[str]) -> Dossier:
    """Return the sample with payloads inside every id."""
    data = sample.data()
    ids = [item["id"] for part in data.values() if isinstance(part, list) for item in part if "id" in item]
    odd = {name: f"{name}{payloads[number % len(payloads)]}" for number, name in enumerate(ids)}

    def walk(value: object) -> object:
        if isinstance(value, dict):
            return {key: walk(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [walk(item) for item in value]
        return odd.get(value, value) if isinstance(value, str) else value

    return Dossier.model_validate(walk(data))


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60


@pytest.fixture(scope="module")
def one_page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Path]]:
    """One context for all payloads: each is a fresh document in it."""
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    yield context.new_page(), tmp_path_factory.mktemp("laced")
    context.close()


USE = """() => {
  document.querySelectorAll('details').forEach(d => { d.open = true });
  document.querySelectorAll('a.at, a.to').forEach(a => a.click());
  document.querySelectorAll('button.pair').forEach(b => b.click());
  document.querySelectorAll('.page [data-i]').forEach(s => s.click());
  const find = document.getElementById('find'); find.value = '<'; find.dispatchEvent(new Event('input'));
  for (const e of document.querySelectorAll('main *')) e.dispatchEvent(new MouseEvent('mouseover'));
  return { pwned: window.pwned ?? null, where: location.href.split('#')[0],
    texts: [...document.querySelectorAll('.text[data-text]')].map(t => t.textContent),
    links: [...document.querySelectorAll('a')].map(a => a.protocol),
    odd: document.querySelectorAll('main :is(script, style, img, iframe, object, embed, svg, math, form, base, meta,'
      + ' link, template, video, audio, marquee, noscript, xss)').length,
    handlers: [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
      .filter(a => /^on|^style$/.test(a.name)).length };
}"""


@pytest.mark.parametrize("lace", [laced, odd_ids])
def test_nothing_runs_wherever_it_stands(one_page: tuple[Page, Path], lace: Callable[[Sequence[str]], Dossier]) -> None:
    page, folder = one_page
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text))
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.on("dialog", lambda d: (complaints.append("dialog"), d.dismiss()))
    path = folder / f"{lace.__name__}.html"
    page.on("request", lambda r: None if r.url.split("#")[0] == path.as_uri() else complaints.append(r.url))
    for first in range(0, len(PAYLOADS), AT_ONCE):
        payloads = PAYLOADS[first : first + AT_ONCE]
        dossier = lace(payloads)
        path.write_text(html.render(dossier), "utf-8")
        page.goto(path.as_uri())
        found = page.evaluate(USE)
        assert found["pwned"] is None, payloads
        assert found["where"] == path.as_uri(), payloads
        assert found["odd"] == 0, payloads
        assert found["handlers"] == 0, payloads
        assert set(found["links"]) <= {"file:", "https:"}, payloads
        assert found["texts"] == [a.text.replace("\x00", "\ufffd") for a in dossier.articles], payloads
        assert complaints == [], payloads
