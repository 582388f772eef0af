// Above the filters: what is counted, the language, undo, saved selections, what restricts the selection and what it keeps.

import { download, h } from "./dom.js";
import { makeMark } from "./measure.js";
import { copyText, notify } from "./notice.js";
import { LANGUAGES, UNITS, change, restrictions, settingsOf, unrestricted } from "./selection.js";
import { linkOf, selectionFrom } from "./state.js";
import { say, sayUnit } from "./words.js";

/** Say how many of how many the selection keeps; the number opens them. */
export function statusWords(room) {
  const { selection, lang, source, found } = room;
  const counted = selection.unit === "statements" ? "articles" : selection.unit;
  const total = source.totals[counted];
  return [found.n ? selectedButton(String(found.n), room) : "0", ` ${say(lang, "of")} ${total} ${sayUnit(lang, total, counted)}`];
}

/** Return the number of articles, stories or origins in the selection as a button that opens them. */
export function selectedButton(n, { source, selection, lang, open }) {
  const onclick = async () => {
    const [group] = await source.tally(selection, { table: "articles", by: [] });
    open(makeMark(say(lang, "selected"), "articles", group));
  };
  return h("button", { type: "button", class: "wbx-total", "aria-label": `${say(lang, "selected")}: ${n}`, onclick }, n);
}

/** Return what is counted, the language, the way back and the saved selections; `redraw(app)` shows that a name was saved. */
export function topBar(app, redraw) {
  const { history } = app;
  const { lang, unit } = history.now;
  const button = (key, onclick, more = {}) => h("button", { type: "button", class: "wbx-button", "data-key": key, onclick, ...more }, say(lang, key));
  const select = (key, values, now) => h("label", { class: "wbx-inline" }, say(lang, key === "unit" ? "count" : "language"),
    h("select", { "data-key": key, onchange: (event) => history.go(change(history.now, { [key]: event.target.value })) },
      values.map((value) => h("option", { value, selected: value === now }, key === "unit" ? `${say(lang, value)}: ${say(lang, `unit_${value}`)}` : value === "id" ? "Indonesia" : "English"))));
  return [select("unit", UNITS, unit), select("lang", LANGUAGES, lang),
    h("div", { class: "wbx-actions" }, button("undo", history.undo, { disabled: !history.canUndo }), button("redo", history.redo, { disabled: !history.canRedo })), savedMenu(app, button, redraw)];
}

function savedMenu(app, button, redraw) {
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

/** Return what restricts the selection, each to be dropped alone. */
export function crumbs(app) {
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
