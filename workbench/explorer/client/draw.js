// Charts as values in, elements out. Every number is a button that opens its evidence.

import { h } from "./dom.js";
import { say, sayValue } from "./words.js";
import { MOST_BARS } from "./views_build.js";
import { drawFlow, drawNetwork } from "./draw_links.js";
import { drawMap } from "./draw_map.js";
import { drawTime } from "./draw_time.js";
import { drawTrellis } from "./draw_trellis.js";
import { lookOf, markButton, painted } from "./draw_parts.js";

/** Return the picture of a chart; `room` is {lang, looks, open(mark), act(name, value)}. */
export function drawChart(chart, room) {
  if (chart.form === "bars") return drawBars(chart, room);
  if (chart.form === "time") return drawTime(chart, room);
  if (chart.form === "matrix") return drawMatrix(chart, room);
  if (chart.form === "network") return drawNetwork(chart, room);
  if (chart.form === "flow") return drawFlow(chart, room);
  if (chart.form === "map") return drawMap(chart, room);
  if (chart.form === "trellis") return drawTrellis(chart, room);
  return drawLines(chart, room);
}

export function legend(chart, room) {
  if (!chart.series || chart.series.length < 2) return null;
  return h("ul", { class: "wbx-legend" }, chart.series.map((series) => h("li", {}, h("span", { "aria-hidden": "true", ...painted("wbx-key", lookOf(room.looks, series)) }), sayValue(room.lang, series))));
}

function drawBars(chart, room) {
  const shown = chart.isOrdered ? chart.groups : chart.groups.slice(0, MOST_BARS);
  const reach = chart.isBeside ? (group) => Math.max(...group.marks.map((mark) => mark.n)) : (group) => group.marks.reduce((sum, mark) => sum + mark.n, 0);
  const scale = Math.max(1, ...shown.map((group) => Math.max(reach(group), group.share ? group.share.bounds[1] * group.share.total : 0)));
  const left = chart.groups.length - shown.length;
  return h("div", { class: "wbx-bars" }, shown.map((group) => bar(group, chart, room, scale)), left ? h("p", { class: "wbx-note" }, say(room.lang, "more_groups", left)) : null);
}

function bar(group, chart, room, scale) {
  const width = (n) => `${(100 * n) / scale}%`;
  const parts = group.marks.map((mark) => markButton(mark, room, painted("wbx-bar", lookOf(room.looks, mark.series), { width: width(mark.n) })));
  const track = h("div", { class: chart.isBeside ? "wbx-track wbx-beside" : "wbx-track" }, parts, group.share ? whisker(group.share, width) : null);
  return h("div", { class: "wbx-barrow" }, h("span", { class: "wbx-barlabel", title: group.label }, group.label), track, numberOf(group, room));
}

/** The numbers of a bar, each to be opened; beside each other where the parts are no parts of one whole. */
function numberOf(group, room) {
  const numbers = group.whole ? [group.whole] : group.marks;
  const more = group.note ?? (group.share ? `${Math.round(group.share.value * 100)}\u00a0%` : null);
  const told = more && h("span", { class: "wbx-quiet" }, "\u00a0", more);
  return h("span", { class: "wbx-n" }, numbers.map((mark) => markButton(mark, room, { class: "wbx-numberbutton" }, String(mark.n), told)));
}

/** The 95 % interval of a share, in the scale of the counts. */
function whisker(share, width) {
  const style = { left: width(share.bounds[0] * share.total), width: width((share.bounds[1] - share.bounds[0]) * share.total) };
  return h("span", { class: "wbx-whisker", "aria-hidden": "true", style });
}

const MOST_ROWS = 25;
const MOST_COLUMNS = 14;

function drawMatrix(chart, room) {
  const [rows, columns] = [chart.rows.slice(0, MOST_ROWS), chart.columns.slice(0, MOST_COLUMNS)];
  const most = Math.max(1, ...chart.cells.flat().map((mark) => mark?.n ?? 0));
  const cell = (mark) => {
    if (!mark) return h("td", { class: "wbx-empty" }, "·");
    const share = mark.n / most;
    return h("td", {}, markButton(mark, room, { class: share > 0.5 ? "wbx-cell wbx-strong" : "wbx-cell", style: { "--wbx-share": String(0.18 + 0.82 * share) } }, mark.n));
  };
  const left = chart.rows.length - rows.length + chart.columns.length - columns.length;
  const head = h("tr", {}, h("th", { scope: "col" }, `${chart.heads[0]} \\ ${chart.heads[1]}`), columns.map((label) => h("th", { scope: "col" }, label)));
  const body = rows.map((label, at) => h("tr", {}, h("th", { scope: "row" }, label), columns.map((_, column) => cell(chart.cells[at][column]))));
  return h("div", { class: "wbx-scroll", role: "group", "aria-label": chart.title, tabindex: "0" },
    h("table", { class: "wbx-matrix" }, h("thead", {}, head), h("tbody", {}, body)), left ? h("p", { class: "wbx-note" }, say(room.lang, "more_groups", left)) : null);
}

// About as tall is a line at least.
const LINE_ROW = 28;

function drawLines(chart, room) {
  const line = (mark, at) => h("li", { "data-late": at * LINE_ROW }, markButton(mark, room, { class: "wbx-line", lang: "id", "aria-label": `${mark.before}${mark.exact}${mark.after}` },
    h("span", { class: "wbx-before" }, h("bdi", {}, mark.before)), h("mark", {}, mark.exact), h("span", { class: "wbx-after" }, mark.after)));
  const shown = chart.lines.slice(0, 100);
  const left = chart.lines.length + chart.left - shown.length;
  return h("div", {}, h("ol", { class: "wbx-lines" }, shown.map(line)), left ? h("p", { class: "wbx-note" }, say(room.lang, "more_groups", left)) : null);
}

/** Let arrow keys walk from mark to mark of a picture, with one stop for the Tab key. */
export function walkable(picture) {
  const first = firstMark(picture);
  if (first) first.attributes.tabindex = "0";
  picture.attributes.onkeydown = walk;
  return picture;
}

function firstMark(node) {
  if (node.attributes && "data-mark" in node.attributes) return node;
  for (const child of node.children ?? []) {
    const found = firstMark(child);
    if (found) return found;
  }
  return null;
}

const STEPS_OF_KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function walk(event) {
  const all = [...event.currentTarget.querySelectorAll("[data-mark]")];
  const at = all.indexOf(document.activeElement);
  const to = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : at + (STEPS_OF_KEYS[event.key] ?? 0);
  if (at < 0 || to === at || !all[to]) return;
  event.preventDefault();
  all.forEach((mark, rank) => mark.setAttribute("tabindex", rank === to ? "0" : "-1"));
  all[to].focus();
}

