// The explorer: one state, a filter panel, views that follow, and a reader for every number.

import { download, h, make, refill } from "./dom.js";
import { drawFigure } from "./figures.js";
import { drawFilters } from "./facets.js";
import { openReader } from "./reader.js";
import { FACETS, LANGUAGES, UNITS, change, makeSelection, restrictions, settingsOf, unrestricted } from "./selection.js";
import { linkOf, makeHistory, makeSaved, selectionFrom } from "./state.js";
import { TABS } from "./views.js";
import { learnValues, say, sayUnit } from "./words.js";

// Pixels under which filters and charts stand in one column: the filters start folded there, so that charts come first.
const NARROW = 830;
let explorers = 0;

/**
 * Put an explorer into `root`, fed by `source` (see source.js). `told(settings)` hears of every change of the selection.
 * Returns {select(settings), selection(), drawn()}; `drawn()` is kept once all that is asked for is on the screen.
 */
export function mountExplorer(root, source, { selection = {}, told = () => {} } = {}) {
  explorers += 1;
  learnValues(source.payload.values);
  root.classList.add("wbx");
  root.id ||= `wbx-${explorers}`;
  const app = { root, source, uid: root.id, looks: source.payload.looks, options: freshOptions(), tab: "coverage", saved: makeSaved(), turn: 0, drawing: null, rest: null, slots: null, naming: "", isFolded: root.clientWidth > 0 && root.clientWidth < NARROW };
  app.history = makeHistory(makeSelection(selection), () => { redraw(app); tellLater(app, told); });
  app.parts = frame();
  const { tabs, panel, ...outer } = app.parts;
  root.replaceChildren(...Object.values(outer));
  root.addEventListener("pointerover", nameMark);
  redraw(app);
  return { select: (settings) => app.history.go(makeSelection(settings)), selection: () => app.history.now, drawn: async () => { await app.drawing; await app.rest; } };
}

/** Show the name of a mark under the pointer; of a thousand marks few are ever pointed at. */
function nameMark({ target }) {
  const mark = target.closest("button[data-mark]");
  if (mark) mark.title = mark.getAttribute("aria-label");
}

/** Tell the selection after the frame that shows it: what hears of it may take as long as a frame. */
async function tellLater(app, told) {
  await framed();
  told(settingsOf(app.history.now));
}

function freshOptions() {
  return { facets: Object.fromEntries(FACETS.map((facet) => [facet, { find: "", isLong: false }])), tables: new Set(), whole: new Set(), ego: null, term: "", against: null, againstName: "" };
}

function frame() {
  const part = (name, attributes) => make(h(name, attributes));
  const tabs = part("div", {});
  const panel = part("div", { class: "wbx-panel", role: "tabpanel", tabindex: "-1" });
  const main = part("section", { class: "wbx-main" });
  main.append(tabs, panel);
  return {
    bar: part("div", { class: "wbx-top" }), crumbs: part("div", { class: "wbx-crumbs" }), status: part("p", { class: "wbx-status", role: "status" }),
    filters: part("section", { class: "wbx-filters" }), main, tabs, panel, notice: part("div", { class: "wbx-notice", role: "alert" }),
  };
}

/** Show what the selection is now, in the filters and in the views. */
function redraw(app) {
  app.found = null;
  return redrawMain(app);
}

/** Show the views anew. While an answer is awaited, later changes wait, and only the last of them is drawn. */
function redrawMain(app) {
  app.turn += 1;
  app.drawing ??= drawLatest(app).finally(() => { app.drawing = null; });
  return app.drawing;
}

async function drawLatest(app) {
  for (let drawn = 0; drawn !== app.turn;) {
    drawn = app.turn;
    const isNow = () => drawn === app.turn;
    const found = app.found ?? await app.source.filter(app.history.now);
    if (!isNow()) continue;
    // Asked for before anything changes, so that the browser need not lay the page out twice.
    const isNear = new Set(slotsOf(app).filter(inSight));
    if (app.found === null) {
      app.found = found;
      drawFrame(app);
    }
    await drawMain(app, isNear, isNow);
  }
}

function drawFrame(app) {
  const { parts, history } = app;
  const { lang } = history.now;
  if (app.root.lang !== lang) app.root.lang = lang;
  refill(parts.bar, topBar(app));
  refill(parts.crumbs, crumbs(app));
  refill(parts.status, statusWords(app));
  parts.filters.setAttribute("aria-label", say(lang, "filters"));
  refill(parts.filters, h("details", { class: "wbx-fold", open: app.isFolded !== true, ontoggle: (event) => { app.isFolded = !event.target.open; } },
    h("summary", { "data-key": "filters" }, say(lang, "filters")), drawFilters(roomOf(app))));
}

// Of a tab that is opened so many charts are drawn first.
const FIRST = 2;

/** Draw the tab that is open: what is in sight at once, the rest in the frames that follow, each in its old place. */
async function drawMain(app, isNear, isNow) {
  const { parts, history, found, options, source } = app;
  const scene = { source, selection: history.now, n: found.n, options };
  const room = roomOf(app);
  refill(parts.tabs, tabs(app));
  parts.panel.setAttribute("aria-busy", "true");
  const fill = async (slot) => {
    const figure = await figureOf(app, slot, scene, room);
    if (isNow()) refill(slot.box, figure);
  };
  await Promise.all([...isNear].map(fill));
  performance.mark("wbx-in-sight");
  app.rest = drawRest(app, app.slots.all.filter((slot) => !isNear.has(slot)).map((slot) => () => fill(slot)), isNow);
}

/** Return the figure of a place; where the source has no answer, what it says instead. */
async function figureOf(app, { chart }, scene, room) {
  if (!chart) return methods(app);
  try {
    return drawFigure(await chart(scene), room);
  } catch (error) {
    return h("p", { class: "wbx-note", role: "alert" }, say(room.lang, "no_answer", error.message));
  }
}

async function drawRest(app, fills, isNow) {
  for (const fill of fills) {
    await framed();
    if (!isNow()) return;
    await fill();
  }
  if (isNow()) app.parts.panel.removeAttribute("aria-busy");
}

/** Wait until the browser has painted; a page that nobody sees paints nothing. */
function framed() {
  return new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Return a place for each chart of the tab; the places are kept while the tab stays. */
function slotsOf(app) {
  const { parts, tab } = app;
  if (app.slots?.tab !== tab) {
    const charts = tab === "methods" ? [null] : TABS[tab];
    const all = charts.map((chart, rank) => ({ chart, rank, box: make(h("div", { class: "wbx-slot" })) }));
    const title = make(h("h2", { class: "wbx-hidden" }));
    parts.panel.replaceChildren(title, ...all.map((slot) => slot.box));
    parts.panel.id = `${app.uid}-panel`;
    parts.panel.setAttribute("aria-labelledby", `${app.uid}-tab-${tab}`);
    app.slots = { tab, title, all };
  }
  refill(app.slots.title, say(app.history.now.lang, `tab_${tab}`));
  return app.slots.all;
}

function inSight({ box, rank }) {
  if (!box.firstChild) return rank < FIRST;
  const { top, bottom } = box.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function roomOf(app) {
  const { lang } = app.history.now;
  return {
    ...app, lang, selection: app.history.now, current: () => app.history.now, go: app.history.go, redraw: () => redraw(app),
    open: (mark) => openReader(app.root, mark, roomOf(app)), copy: (name, text) => copyText(app, name, text),
    narrow: (fields) => app.history.go(change(app.history.now, fields)), act: (name, value) => act(app, name, value),
  };
}

/** What a chart's own controls do. */
function act(app, name, value) {
  if (name === "dates") {
    app.history.go(change(app.history.now, { date_from: value[0], date_to: value[1] }));
    return;
  }
  if (name === "against") {
    app.options.against = value ? settingsOf(app.saved.get(value)) : null;
    app.options.againstName = value;
  } else if (name === "frame") {
    if (!app.options.whole.delete(value)) app.options.whole.add(value);
  } else app.options[name] = value;
  redrawMain(app);
}

function statusWords(app) {
  const { unit, lang } = app.history.now;
  const counted = unit === "statements" ? "articles" : unit;
  const total = app.source.totals[counted];
  return `${app.found.n} ${say(lang, "of")} ${total} ${sayUnit(lang, total, counted)}`;
}

function topBar(app) {
  const { history } = app;
  const { lang, unit } = history.now;
  const button = (key, onclick, more = {}) => h("button", { type: "button", class: "wbx-button", "data-key": key, onclick, ...more }, say(lang, key));
  const select = (key, values, now) => h("label", { class: "wbx-inline" }, say(lang, key === "unit" ? "count" : "language"),
    h("select", { "data-key": key, onchange: (event) => history.go(change(history.now, { [key]: event.target.value })) },
      values.map((value) => h("option", { value, selected: value === now }, key === "unit" ? `${say(lang, value)}: ${say(lang, `unit_${value}`)}` : value === "id" ? "Indonesia" : "English"))));
  return [select("unit", UNITS, unit), select("lang", LANGUAGES, lang),
    h("div", { class: "wbx-actions" }, button("undo", history.undo, { disabled: !history.canUndo }), button("redo", history.redo, { disabled: !history.canRedo })), savedMenu(app, button)];
}

function savedMenu(app, button) {
  const { history, saved } = app;
  const { lang } = history.now;
  const name = h("input", { type: "text", "aria-label": say(lang, "name"), placeholder: say(lang, "name"), "data-key": "saved-name", maxlength: "80", value: app.naming, oninput: (event) => { app.naming = event.target.value; } });
  const keep = () => {
    if (!app.naming.trim()) return;
    saved.save(app.naming.trim(), history.now);
    app.naming = "";
    redraw(app);
  };
  const file = h("input", { type: "file", accept: ".json,application/json", "data-key": "from_file", onchange: (event) => openFile(app, event.target) });
  const items = saved.names().map((one) => h("li", { key: one },
    h("button", { type: "button", class: "wbx-quietbutton", "data-key": `saved-${one}`, "aria-label": say(lang, "open_saved", one), onclick: () => history.go(saved.get(one)) }, one),
    h("button", { type: "button", class: "wbx-out", "aria-label": say(lang, "delete_saved", one), onclick: () => { saved.drop(one); redraw(app); } }, "×")));
  return h("details", { class: "wbx-menu", open: app.isMenuOpen, ontoggle: (event) => { app.isMenuOpen = event.target.open; } }, h("summary", { "data-key": "saved" }, say(lang, "saved")),
    h("div", { class: "wbx-menubody" }, h("div", { class: "wbx-inline" }, name, button("save", keep)), items.length ? h("ul", {}, items) : null,
      h("div", { class: "wbx-actions" }, button("copy_link", () => copyText(app, "link.txt", location.href.split("#")[0] + linkOf(history.now))),
        button("to_file", () => download("selection.json", `${JSON.stringify(settingsOf(history.now), null, 1)}\n`, "application/json"))),
      h("label", { class: "wbx-inline" }, say(lang, "from_file"), file)));
}

async function openFile(app, field) {
  try {
    const [file] = field.files;
    if (file) app.history.go(selectionFrom(await file.text()));
  } catch (error) {
    notify(app, say(app.history.now.lang, "bad_selection", error.message));
  }
  // So that the same file can be chosen again.
  field.value = "";
}

function crumbs(app) {
  const { history, source } = app;
  const { lang } = history.now;
  const all = restrictions(history.now);
  if (!all.length) return [h("span", { class: "wbx-quiet" }, say(lang, "no_filter"))];
  const words = ({ facet, value, where }) => {
    const number = source.facets[facet]?.number.get(value);
    const label = facet === "undated" ? say(lang, "undated") : number === undefined ? value : source.facets[facet].terms[lang][number];
    return `${say(lang, facet)}: ${where === "out" ? `${say(lang, "without")} ` : ""}${label}`;
  };
  const chips = all.map((one) => h("li", { key: `${one.facet} ${one.where} ${one.value}` }, h("button", { type: "button", class: `wbx-chip wbx-is-${one.where}`, "aria-label": say(lang, "drop", words(one)), onclick: () => history.go(one.without) }, words(one), h("span", { "aria-hidden": "true" }, " ×"))));
  return [h("ul", {}, chips), h("button", { type: "button", class: "wbx-button", "data-key": "reset", onclick: () => history.go(unrestricted(history.now)) }, say(lang, "reset"))];
}

function tabs(app) {
  const { lang } = app.history.now;
  const names = [...Object.keys(TABS), "methods"];
  const show = async (name) => { app.tab = name; await redrawMain(app); app.parts.tabs.querySelector(`#${app.uid}-tab-${name}`).focus(); };
  const onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) { event.preventDefault(); show(names[(names.indexOf(app.tab) + step + names.length) % names.length]); }
  };
  return h("div", { class: "wbx-tabs", role: "tablist", "aria-label": say(lang, "views"), onkeydown }, names.map((name) => h("button", {
    type: "button", role: "tab", id: `${app.uid}-tab-${name}`, "data-key": `tab-${name}`, "aria-selected": String(name === app.tab), "aria-controls": `${app.uid}-panel`,
    tabindex: name === app.tab ? "0" : "-1", onclick: () => show(name),
  }, say(lang, `tab_${name}`))));
}

function methods(app) {
  const { lang } = app.history.now;
  const { payload } = app.source;
  return h("div", { class: "wbx-methods" }, h("h3", {}, say(lang, "tab_methods")), h("p", {}, payload.methods[lang]), h("p", { class: "wbx-note" }, payload.source[lang]));
}

async function copyText(app, name, text) {
  const { lang } = app.history.now;
  try {
    await navigator.clipboard.writeText(text);
    notify(app, say(lang, "copied"));
  } catch {
    notify(app, say(lang, "not_copied"), text);
  }
}

/** Say something for a while; a text that could not be copied stays until it is closed. */
function notify(app, words, text = null) {
  const { notice } = app.parts;
  const close = make(h("button", { type: "button", class: "wbx-button", onclick: () => notice.replaceChildren() }, say(app.history.now.lang, "close")));
  const shown = text === null ? null : make(h("textarea", { readonly: true, rows: "6", "aria-label": words }));
  if (shown) shown.value = text;
  const host = app.root.querySelector("dialog[open]") ?? app.root;
  host.append(notice);
  notice.replaceChildren(make(h("p", {}, words)), ...(shown ? [shown] : []), close);
  shown?.select();
  if (!shown) setTimeout(() => { if (notice.contains(close)) notice.replaceChildren(); }, 2500);
}
