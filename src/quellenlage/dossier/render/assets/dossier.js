"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const byId = (id) => document.getElementById(id);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

  /* --- find and filter ------------------------------------------------------------------------------------- */
  const find = byId("find"), story = byId("story"), found = byId("found");
  const items = all("[data-find]");
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) {
      const copy = item.cloneNode(true);
      for (const context of all(".around", copy)) context.remove();
      texts.set(item, copy.textContent.toLocaleLowerCase().normalize("NFC"));
    }
    return texts.get(item);
  };
  function filter() {
    const words = find.value.toLocaleLowerCase().normalize("NFC").split(/\s+/u).filter(Boolean);
    const chosen = story ? story.value : "";
    let shown = 0;
    for (const item of items) {
      const inStory = chosen === "" || (item.dataset.story || "").split(" ").includes(chosen);
      const visible = inStory && words.every((word) => textOf(item).includes(word));
      item.hidden = !visible;
      if (visible) shown += 1;
    }
    for (const group of all("[data-group], .group")) group.hidden = !group.querySelector("[data-find]:not([hidden])");
    for (const fold of all(".fold")) fold.open = words.length > 0 && !fold.hidden;
    const filtered = chosen !== "" || words.length > 0;
    found.textContent = filtered
      ? found.dataset.words.replace("{n}", String(shown)).replace("{all}", String(items.length)) : "";
  }
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); };
  find.addEventListener("input", soon);
  if (story) story.addEventListener("change", filter);
  find.form.addEventListener("submit", (event) => { event.preventDefault(); filter(); });

  /* --- layers ---------------------------------------------------------------------------------------------- */
  const boxes = all("input[data-layer]");
  for (const box of boxes) {
    box.checked = true;
    box.addEventListener("change", () => {
      root.classList.toggle("no-" + box.dataset.layer, !box.checked);
      for (const other of boxes) if (other.dataset.layer === box.dataset.layer) other.checked = box.checked;
    });
  }

  /* --- two articles side by side --------------------------------------------------------------------------- */
  const reader = byId("reader"), info = byId("info");
  const panes = all(".pane", reader).map((pane) => ({
    select: pane.querySelector("select"), page: pane.querySelector(".page"),
  }));
  function show(pane, article) {
    pane.page.replaceChildren();
    pane.select.value = article;
    const source = article === "" ? null : document.querySelector(`.text[data-text="${Number(article)}"]`);
    if (!source) return;
    const copy = source.cloneNode(true);
    copy.removeAttribute("data-text");
    for (const span of all("[id]", copy)) {
      span.dataset.o = span.id.slice(span.id.indexOf("-") + 1);
      span.removeAttribute("id");
    }
    pane.page.append(copy);
    pane.page.scrollTop = 0;
    pane.page.setAttribute("aria-label", pane.select.selectedOptions[0].textContent);
  }
  function point(pane, ranges) {
    const wanted = (ranges || "").split(" ").filter(Boolean).map((range) => range.split("-").map(Number));
    let first = null;
    for (const span of all("[data-o]", pane.page)) {
      const offset = Number(span.dataset.o);
      const hit = wanted.some(([start, end]) => start <= offset && offset < end);
      span.classList.toggle("hit", hit);
      if (hit && !first) first = span;
    }
    if (first) first.scrollIntoView({ block: "center" });
    return first;
  }
  function open(left, leftRanges, right, rightRanges) {
    if (!reader.open) reader.showModal();
    info.textContent = "";
    show(panes[0], left);
    show(panes[1], right);
    point(panes[1], rightRanges);
    const hit = point(panes[0], leftRanges);
    panes[0].page.focus({ preventScroll: true });
    if (hit) tell(hit);
  }
  for (const pane of panes) {
    pane.select.addEventListener("change", () => show(pane, pane.select.value));
    pane.page.addEventListener("click", (event) => {
      const span = event.target.closest("[data-i]");
      if (span) tell(span);
    });
  }
  /* What a marked place is: the words of the page's own lists about it. */
  function tell(span) {
    const lines = [];
    for (const ref of (span.dataset.i || "").split(" ")) {
      const item = ref && byId(ref);
      if (!item) continue;
      if (ref[0] === "q") {
        const speaker = item.closest(".speaker").querySelector("h3 bdi");
        lines.push([speaker ? speaker.textContent : "", item.closest(".meta").textContent]);
      } else if (ref[0] === "e") {
        lines.push([item.querySelector(".label").textContent, item.querySelector("summary .meta").textContent]);
      } else if (ref[0] === "z") {
        lines.push(["", item.querySelector(".label").textContent]);
      } else if (ref[0] === "c") {
        const about = all(".about > :not(.dots)", item).map((part) => part.textContent.trim()).filter(Boolean);
        lines.push([item.querySelector(".id").textContent, about.join(" · ")]);
      }
    }
    info.replaceChildren(...lines.map(([name, text]) => {
      const line = document.createElement("span");
      if (name) { const strong = document.createElement("b"); strong.textContent = name + " "; line.append(strong); }
      line.append(text.replace(/\s+/gu, " ").trim());
      return line;
    }));
  }
  byId("shut").addEventListener("click", () => reader.close());

  /* --- links ----------------------------------------------------------------------------------------------- */
  function reveal(id) {
    const target = id && byId(id);
    if (!target) return false;
    for (let node = target; node; node = node.parentElement) {
      if (node.hidden) node.hidden = false;
      if (node.tagName === "DETAILS") node.open = true;
    }
    target.scrollIntoView({ block: "start" });
    const focus = target.tagName === "DETAILS" ? target.querySelector("summary") : null;
    if (focus) focus.focus({ preventScroll: true });
    return true;
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.at, a.to, button.pair");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.matches(".pair")) {
      open(link.dataset.left, link.dataset.leftRanges, link.dataset.right, link.dataset.rightRanges);
    } else if (link.matches(".at") && link.dataset.article !== "") {
      event.preventDefault();
      const beside = document.querySelector(`#a${Number(link.dataset.article)} .pair`);
      open(link.dataset.article, link.dataset.ranges, beside ? beside.dataset.right : "", "");
    } else if (link.matches(".to")) {
      event.preventDefault();
      reveal(link.hash.slice(1));
      history.replaceState(null, "", link.hash);
    }
  });
  window.addEventListener("hashchange", () => reveal(decodeURIComponent(location.hash.slice(1))));
  if (location.hash) reveal(decodeURIComponent(location.hash.slice(1)));

  /* --- print: everything that is closed is opened, and closed again ------------------------------------------- */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = all("details:not([open])").filter((item) => !item.closest("[hidden]"));
    for (const item of opened) item.open = true;
  });
  window.addEventListener("afterprint", () => { for (const item of opened) item.open = false; opened = []; });
})();
