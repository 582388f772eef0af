// A table of small bars: in each cell a bar for each status, as long as its number, cut by modality.
// It is a grid that says that it is a table, since a browser can leave rows out of sight aside in a grid, not in a table.

import { h, later } from "./dom.js";
import { lookOf, markButton, painted } from "./draw_parts.js";
import { say } from "./words.js";

// About as tall is a row at least.
const TRELLIS_ROW = 80;

export function drawTrellis(chart, room) {
  const rows = chart.rows.slice(0, chart.shown);
  const head = h("div", { role: "row" }, [chart.heads[0], ...chart.columns].map((label) => h("span", { role: "columnheader" }, label)));
  const body = rows.map(([from, to], at) => later("div", { role: "row", "data-late": at * TRELLIS_ROW }, () => [h("span", { role: "rowheader" }, h("b", {}, from), h("span", {}, `→ ${to}`)),
    chart.lineAt(at).map((bars) => h("div", { role: "cell" }, cell(bars, chart.longest, room)))]));
  const left = chart.rows.length - rows.length;
  return h("div", {}, h("div", { class: "wbx-scroll", role: "group", "aria-label": chart.title, tabindex: "0" },
    h("div", { class: "wbx-trellis", role: "table", "aria-label": chart.title, style: { "--wbx-columns": String(chart.columns.length) } }, head, body)), left ? h("p", { class: "wbx-note" }, say(room.lang, "more_groups", left)) : null);
}

function cell(bars, longest, room) {
  if (!bars.length) return h("span", { class: "wbx-empty" }, "·");
  return h("ul", {}, bars.map((bar) => h("li", {}, h("span", { class: "wbx-status-name" }, bar.label), track(bar, longest, room),
    markButton(bar.whole, room, { class: "wbx-numberbutton" }, String(bar.n)))));
}

function track(bar, longest, room) {
  const width = (n) => `${(100 * n) / longest}%`;
  return h("span", { class: "wbx-track" }, bar.marks.map((mark) => markButton(mark, room, painted("wbx-bar", lookOf(room.looks, mark.series), { width: width(mark.n) }))));
}
