// The filter panel: search, dates, and for each facet its values with live counts.

import { h } from "./dom.js";
import { FACETS, change, place, placeOf } from "./selection.js";
import { say } from "./words.js";

const FEW = 8;
const LISTED = 200;

/** Return the panel; `room` is {source, selection, found, lang, go(selection), options, redraw()}. */
export function drawFilters(room) {
  return [searchField(room), dateFields(room), ...FACETS.map((facet) => facetField(facet, room))];
}

/** Tell a change of a field once typing rests. */
function resting(act, wait = 250) {
  let timer = null;
  return (event) => {
    const { value } = event.target;
    clearTimeout(timer);
    timer = setTimeout(() => act(value), event.type === "change" ? 0 : wait);
  };
}

function searchField({ source, selection, lang, go, current, uid }) {
  const act = resting((text) => go(change(current(), { text })));
  const hint = say(lang, source.payload.sentences === "all" ? "search_all" : "search_evidence");
  return h("div", { class: "wbx-field" }, h("label", { for: `${uid}-search` }, say(lang, "search")),
    h("input", { id: `${uid}-search`, type: "search", value: selection.text, "data-key": "search", "aria-describedby": `${uid}-hint`, oninput: act, onchange: act, spellcheck: "false", autocomplete: "off" }),
    h("p", { class: "wbx-hint", id: `${uid}-hint` }, hint));
}

function dateFields({ selection, lang, go, current }) {
  const input = (key) => h("label", { class: "wbx-inline" }, say(lang, key),
    h("input", { type: "date", value: selection[key] ?? "", "data-key": key, onchange: (event) => go(change(current(), { [key]: event.target.value || null })) }));
  const keeps = h("input", { type: "checkbox", checked: selection.include_undated, "data-key": "undated", onchange: (event) => go(change(current(), { include_undated: event.target.checked })) });
  return h("fieldset", { class: "wbx-field" }, h("legend", {}, say(lang, "dates")), h("div", { class: "wbx-dates" }, input("date_from"), input("date_to")),
    h("label", { class: "wbx-check" }, keeps, say(lang, "include_undated")));
}

function facetField(facet, room) {
  const { source, selection, lang, options } = room;
  const { terms } = source.facets[facet];
  const counts = room.found.facets[facet];
  const state = options.facets[facet];
  const needle = state.find.toLocaleLowerCase();
  const labels = terms[lang];
  const chosen = new Set(terms.key.flatMap((key, number) => (placeOf(selection, facet, key) === "any" ? [] : [number])));
  const numbers = [...terms.key.keys()].filter((number) => (counts[number] > 0 || chosen.has(number)) && (!needle || labels[number].toLocaleLowerCase().includes(needle)));
  const order = new Intl.Collator(lang);
  numbers.sort((a, b) => Number(chosen.has(b)) - Number(chosen.has(a)) || counts[b] - counts[a] || order.compare(labels[a], labels[b]));
  const shown = numbers.slice(0, state.isLong ? LISTED : FEW);
  const left = numbers.length - FEW;
  const most = Math.max(1, ...counts);
  return h("fieldset", { class: "wbx-field", "data-facet": facet }, h("legend", {}, say(lang, facet)),
    terms.key.length > FEW ? finder(facet, room) : null,
    h("ul", { class: "wbx-values" }, shown.map((number) => valueItem(facet, number, counts[number], most, room))),
    numbers.length ? null : h("p", { class: "wbx-hint" }, say(lang, "nothing")),
    left > 0 ? h("button", { type: "button", class: "wbx-quietbutton", "data-key": `${facet}-more`, "aria-expanded": String(state.isLong), onclick: () => { state.isLong = !state.isLong; room.redraw(); } },
      state.isLong ? say(lang, "fewer_values") : say(lang, "more_values", left)) : null);
}

function finder(facet, { lang, options, redraw }) {
  const act = resting((find) => { options.facets[facet].find = find; redraw(); }, 120);
  const label = say(lang, "find_value", say(lang, facet).toLowerCase());
  return h("input", { type: "search", class: "wbx-find", placeholder: label, "aria-label": label, value: options.facets[facet].find, "data-key": `${facet}-find`, oninput: act });
}

function valueItem(facet, number, n, most, room) {
  const { source, selection, lang, go } = room;
  const { terms } = source.facets[facet];
  const [key, label] = [terms.key[number], terms[lang][number]];
  const where = placeOf(selection, facet, key);
  const to = (wanted) => () => go(place(room.current(), facet, key, where === wanted ? "any" : wanted));
  const count = h("span", { class: "wbx-n" }, String(n));
  const style = { "--wbx-part": `${(100 * n) / most}%` };
  const take = h("button", { type: "button", class: "wbx-value", "data-key": `${facet}-in-${key}`, "aria-pressed": String(where === "in"), "aria-label": `${say(lang, "only_with", label)}: ${n}`, style, onclick: to("in") },
    h("span", { class: "wbx-valuename" }, label), count);
  const drop = h("button", { type: "button", class: "wbx-out", "data-key": `${facet}-out-${key}`, "aria-pressed": String(where === "out"), "aria-label": say(lang, "leave_out", label), title: say(lang, "leave_out", label), onclick: to("out") }, "−");
  return h("li", { class: `wbx-is-${where}`, key }, take, drop);
}
