// A chart with what stands around it: title and n, legend, table, copies, accuracy, notes.

import { h } from "./dom.js";
import { altOf } from "./alt.js";
import { selectedButton } from "./bar.js";
import { csv } from "./cite.js";
import { drawChart, legend, walkable } from "./draw.js";
import { hasMarks } from "./views.js";
import { tableOf } from "./tables.js";
import { say, sayNumber } from "./words.js";

const MOST_TABLE_ROWS = 500;
// About as tall is a row of a table at least.
const TABLE_ROW = 24;

/** Return a figure; `room` is {source, lang, looks, open(mark), act(name, value), copy(name, text), options, redraw()}. */
export function drawFigure(chart, room) {
  const isEmpty = !hasMarks(chart);
  const isTable = room.options.tables.has(chart.key);
  const body = isEmpty ? h("p", { class: "wbx-note" }, chart.hint ?? say(room.lang, "nothing")) : isTable ? drawTable(chart, room) : drawChart(chart, room);
  const picture = h("div", { class: "wbx-picture", role: "group", "aria-label": altOf(chart, room.lang) }, body);
  return h("figure", { class: isWide(chart) ? "wbx-figure wbx-wide" : "wbx-figure", "data-chart": chart.key },
    h("figcaption", {}, h("h3", {}, chart.title), h("p", { class: "wbx-base" }, baseWords(chart, room), `; ${say(room.lang, "count").toLowerCase()}: ${chart.unit}`)),
    extra(chart, room), isEmpty || isTable ? null : legend(chart, room), isTable ? picture : walkable(picture),
    chart.left && chart.form !== "lines" ? h("p", { class: "wbx-note" }, say(room.lang, "left_out", chart.left)) : null,
    chart.note && !isEmpty ? h("p", { class: "wbx-note" }, chart.note) : null, isEmpty ? null : foot(chart, room, isTable));
}

/** What the numbers are out of; where that is the selection, it opens. */
function baseWords({ base, isOwnBase }, room) {
  const [, before, n, unit] = /^(\D*)(\d+)(.*)$/.exec(base);
  return isOwnBase || n === "0" ? base : [before, selectedButton(n, room), unit];
}

const WIDE_FORMS = new Set(["time", "flow", "network", "lines", "map", "trellis"]);
const NARROW_COLUMNS = 4;

/** Say whether a chart needs the width of the page. */
function isWide(chart) {
  return chart.isWide || WIDE_FORMS.has(chart.form) || (chart.form === "matrix" && chart.columns.length > NARROW_COLUMNS);
}

/** The chart's own control, where it has one. */
function extra(chart, { lang, act, options, saved }) {
  if (chart.form === "lines") {
    return h("label", { class: "wbx-inline" }, say(lang, "kwic_term"), h("input", { type: "search", value: options.term, "data-key": "term", title: say(lang, "kwic_hint"), onchange: (event) => act("term", event.target.value) }));
  }
  if (chart.key === "keyness") {
    return h("label", { class: "wbx-inline" }, say(lang, "compare_with"), h("select", { "data-key": "against", onchange: (event) => act("against", event.target.value) },
      h("option", { value: "" }, say(lang, "the_rest")), saved.names().map((name) => h("option", { value: name, selected: name === options.againstName }, name))));
  }
  return null;
}

function foot(chart, room, isTable) {
  const { lang, options } = room;
  const toggle = () => {
    if (isTable) options.tables.delete(chart.key);
    else options.tables.add(chart.key);
    room.redraw();
  };
  const copy = () => {
    const { heads, rows } = tableOf(chart, lang);
    room.copy(`${chart.key}.csv`, csv(heads, rows.map((row) => row.cells)));
  };
  return h("div", { class: "wbx-foot" },
    h("div", { class: "wbx-actions" }, h("button", { type: "button", class: "wbx-quietbutton", "data-key": `${chart.key}-table`, "aria-pressed": String(isTable), onclick: toggle }, say(lang, "as_table")),
      h("button", { type: "button", class: "wbx-quietbutton", "data-key": `${chart.key}-csv`, onclick: copy }, say(lang, "copy_csv"))),
    chart.tags.map((tag) => accuracyNote(tag, room)));
}

/** Say how often a tag is right: the range of its scores, and each of them on demand. */
function accuracyNote(tag, { source, lang }) {
  const known = source.payload.accuracy.filter((one) => one.tag === tag);
  const name = say(lang, `tag_${tag}`);
  if (!known.length) return h("p", { class: "wbx-note" }, say(lang, "no_accuracy", name));
  const range = (values) => {
    const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => sayNumber(lang, value, 2));
    return low === high ? low : `${low}–${high}`;
  };
  const rows = known.map((one) => h("li", {}, say(lang, "accuracy_row", one.measure, sayNumber(lang, one.precision, 2), sayNumber(lang, one.recall, 2), one.n, one.source)));
  const told = say(lang, "accuracy", name, range(known.map((one) => one.precision)), range(known.map((one) => one.recall)));
  // A range shall not break at its dash.
  const words = told.split(/([\d.,]+–[\d.,]+)/).map((part, rank) => (rank % 2 ? h("span", { class: "wbx-n" }, part) : part));
  return h("details", { class: "wbx-note" }, h("summary", {}, words), h("ul", {}, rows));
}

function drawTable(chart, room) {
  const { heads, rows } = tableOf(chart, room.lang);
  const shown = rows.slice(0, MOST_TABLE_ROWS);
  const cell = (value, mark) => (typeof value === "number" && mark && value === mark.n && chart.form !== "lines"
    ? h("td", { class: "wbx-number" }, h("button", { type: "button", class: "wbx-numberbutton", "aria-label": `${mark.label}: ${value}`, onclick: () => room.open(mark) }, String(value)))
    : h("td", { class: typeof value === "number" ? "wbx-number" : null }, String(value)));
  const body = shown.map((row, at) => h("tr", { "data-late": at * TABLE_ROW }, row.cells.map((value) => cell(value, row.mark))));
  const left = rows.length - shown.length;
  return h("div", { class: "wbx-scroll", tabindex: "0", role: "group", "aria-label": chart.title },
    h("table", { class: "wbx-table" }, h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col", class: head === chart.unit ? "wbx-number" : null }, head)))), h("tbody", {}, body)),
    left > 0 ? h("p", { class: "wbx-note" }, say(room.lang, "rows_in_csv", left)) : null);
}
