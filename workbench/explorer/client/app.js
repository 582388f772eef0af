// The explorer: one state, a filter panel, views that follow, and a reader for every number.

import { crumbs, statusWords, topBar } from "./bar.js";
import { h, make, refill, refillNear } from "./dom.js";
import { drawFigure } from "./figures.js";
import { drawFilters } from "./facets.js";
import { copyText } from "./notice.js";
import { openReader } from "./reader.js";
import { FACETS, change, makeSelection, settingsOf } from "./selection.js";
import { makeHistory, makeSaved } from "./state.js";
import { TABS } from "./views.js";
import { learnValues, say } from "./words.js";

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
    const near = nearOf(slotsOf(app));
    if (app.found === null) {
      app.found = found;
      drawFrame(app);
    }
    await drawMain(app, near, isNow);
  }
}

function drawFrame(app) {
  const { parts, history } = app;
  const { lang } = history.now;
  if (app.root.lang !== lang) app.root.lang = lang;
  refill(parts.bar, topBar(app, redraw));
  refill(parts.crumbs, crumbs(app));
  refill(parts.status, statusWords(roomOf(app)));
  parts.filters.setAttribute("aria-label", say(lang, "filters"));
  refill(parts.filters, h("details", { class: "wbx-fold", open: app.isFolded !== true, ontoggle: (event) => { app.isFolded = !event.target.open; } },
    h("summary", { "data-key": "filters" }, say(lang, "filters")), drawFilters(roomOf(app))));
}

// Of a tab that is opened so many charts are drawn first.
const FIRST = 2;
// Milliseconds of each frame that go into drawing what is not in sight.
const SLICE = 8;

/** Draw the tab that is open: what is in sight at once, the rest in the frames that follow, each in its old place. */
async function drawMain(app, { slots, isNear }, isNow) {
  const { parts, history, found, options, source } = app;
  const scene = { source, selection: history.now, n: found.n, options };
  const room = roomOf(app);
  refill(parts.tabs, tabs(app));
  parts.panel.setAttribute("aria-busy", "true");
  const fill = async (slot) => {
    const figure = await figureOf(app, slot, scene, room);
    return isNow() ? refillNear(slot.box, isNear, figure) : [];
  };
  const late = (await Promise.all(slots.map(fill))).flat();
  performance.mark("wbx-in-sight");
  const others = app.slots.all.filter((slot) => !slots.includes(slot));
  app.rest = drawRest(app, [...late, ...others.map((slot) => async () => (await fill(slot)).forEach((act) => act()))], isNow);
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
  let since = -Infinity;
  for (const fill of fills) {
    if (performance.now() - since > SLICE) {
      await framed();
      since = performance.now();
    }
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

/** Return the places in sight, and what tells which of their parts are: those that stand there already are looked at now. */
function nearOf(all) {
  const slots = all.filter(({ box, rank }) => (box.firstChild ? inSight(box) : rank < FIRST));
  const seen = new Set(slots.flatMap(({ box }) => [...box.querySelectorAll("[data-late]")].filter(inSight)));
  return { slots, isNear: (element, distance) => (element ? seen.has(element) : distance < innerHeight) };
}

function inSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
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
