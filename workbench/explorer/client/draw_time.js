// Marks over time: columns without gaps, undated ones apart, dates chosen by dragging.

import { h, s } from "./dom.js";
import { dayName } from "./filter.js";
import { lookOf, markButton, paint } from "./draw_parts.js";
import { say } from "./words.js";

export function drawTime(chart, room) {
  const height = (bin) => bin.marks.reduce((sum, mark) => sum + mark.n, 0);
  const most = Math.max(1, ...chart.bins.map(height), ...chart.apart.map((mark) => mark.n));
  const columns = chart.bins.map((bin) => column(bin.marks, most, room));
  const plot = h("div", { class: "wbx-plot" }, columns, chart.trend ? trendLine(chart.trend, most) : null);
  const apart = chart.apart.length ? h("div", { class: "wbx-apart" }, h("div", { class: "wbx-plot" }, column(chart.apart, most, room)), h("div", { class: "wbx-axis" }, h("span", {}, say(room.lang, "undated")))) : null;
  if (chart.brush) brush(plot, chart.bins, room);
  const scale = h("div", { class: "wbx-scale", "aria-hidden": "true" }, h("span", {}, String(most)), h("span", {}, "0"));
  return h("div", {}, h("div", { class: "wbx-time" }, scale, h("div", { class: "wbx-dated" }, plot, axis(chart.bins)), apart), notes(chart, room));
}

function column(marks, most, room) {
  const parts = marks.map((mark) => {
    const part = paint(markButton(mark, room, { class: "wbx-part" }), lookOf(room.looks, mark.series));
    part.style.height = `${(100 * mark.n) / most}%`;
    return part;
  });
  return h("div", { class: "wbx-column" }, parts);
}

/** Name the first and last bin, and as many between as there is room for. */
function axis(bins) {
  if (!bins.length) return null;
  const ranks = bins.length === 1 ? [0] : [...new Set([0, Math.round((bins.length - 1) / 2), bins.length - 1])];
  return h("div", { class: "wbx-axis" }, ranks.map((rank) => h("span", {}, bins[rank].label)));
}

function trendLine({ values }, most) {
  const points = values.map((value, at) => `${((at + 0.5) / values.length) * 100},${100 - (value / most) * 100}`).join(" ");
  return s("svg", { class: "wbx-trend", viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" }, s("polyline", { points, "vector-effect": "non-scaling-stroke" }));
}

function notes(chart, room) {
  const said = [];
  if (chart.empty) said.push(say(room.lang, "missing_bins", chart.empty, chart.bins.length, say(room.lang, chart.step)));
  if (chart.brush) said.push(chart.trend ? say(room.lang, "trend", chart.trend.width, say(room.lang, chart.step), chart.n) : say(room.lang, "no_trend"), say(room.lang, "brush_hint"));
  return said.length ? h("p", { class: "wbx-note" }, said.join(" ")) : null;
}

/** Choose dates by dragging over the columns; a click without a drag opens the evidence as everywhere. */
function brush(plot, bins, room) {
  const shade = h("div", { class: "wbx-shade", hidden: true });
  let from = null;
  const rankAt = (event) => {
    const box = plot.getBoundingClientRect();
    return Math.max(0, Math.min(bins.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bins.length)));
  };
  const show = (to) => {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    shade.hidden = low === high;
    shade.style.left = `${(100 * low) / bins.length}%`;
    shade.style.width = `${(100 * (high - low + 1)) / bins.length}%`;
    return [low, high];
  };
  plot.append(shade);
  plot.addEventListener("pointerdown", (event) => { if (event.button === 0 && event.pointerType !== "touch") from = rankAt(event); });
  plot.addEventListener("pointermove", (event) => { if (from !== null) show(rankAt(event)); });
  plot.addEventListener("pointerleave", () => { from = null; shade.hidden = true; });
  plot.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const [low, high] = show(rankAt(event));
    from = null;
    shade.hidden = true;
    if (low === high) return;
    plot.addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
    room.act("dates", [dayName(bins[low].start), dayName(bins[high].end)]);
  });
}
