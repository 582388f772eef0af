// Marks over time: columns without gaps, undated ones apart, dates chosen by dragging.

import { h, s } from "./dom.js";
import { dayName } from "./filter.js";
import { lookOf, markButton, painted } from "./draw_parts.js";
import { say } from "./words.js";

export function drawTime(chart, room) {
  const height = (bin) => bin.marks.reduce((sum, mark) => sum + mark.n, 0);
  const most = Math.max(1, ...chart.bins.map(height), ...chart.apart.map((mark) => mark.n));
  const columns = chart.bins.map((bin) => column(bin.marks, most, room));
  const isEmpty = !chart.bins.length;
  const plot = h("div", { class: "wbx-plot", ...(chart.brush && !isEmpty ? brush(chart.bins, room) : {}) }, columns, chart.trend ? trendLine(chart.trend, most) : null, h("div", { class: "wbx-shade", hidden: true }));
  const apart = chart.apart.length ? h("div", { class: "wbx-apart" }, h("div", { class: "wbx-plot" }, column(chart.apart, most, room)), h("div", { class: "wbx-axis" }, h("span", {}, say(room.lang, "undated")))) : null;
  const scale = h("div", { class: "wbx-scale", "aria-hidden": "true" }, h("span", {}, String(most)), h("span", {}, "0"));
  return h("div", {}, h("div", { class: "wbx-time" }, scale, h("div", { class: "wbx-dated" }, plot, axis(chart.bins)), apart), notes(chart, room));
}

function column(marks, most, room) {
  const height = (n) => `${(100 * n) / most}%`;
  return h("div", { class: "wbx-column" }, marks.map((mark) => markButton(mark, room, painted("wbx-part", lookOf(room.looks, mark.series), { height: height(mark.n) }))));
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

/** Return what lets dates be chosen by dragging over the columns; a click without a drag opens the evidence as everywhere. */
function brush(bins, room) {
  let from = null;
  const rankAt = ({ clientX, currentTarget }) => {
    const box = currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(bins.length - 1, Math.floor(((clientX - box.left) / box.width) * bins.length)));
  };
  const span = (event) => [from, rankAt(event)].sort((a, b) => a - b);
  const stop = ({ currentTarget }) => {
    from = null;
    currentTarget.querySelector(".wbx-shade").hidden = true;
  };
  return {
    onpointerdown: (event) => { if (event.button === 0 && event.pointerType !== "touch") from = rankAt(event); },
    onpointermove: (event) => { if (from !== null) shade(event.currentTarget, span(event), bins.length); },
    onpointerleave: stop,
    onpointerup: (event) => {
      if (from === null) return;
      const [low, high] = span(event);
      stop(event);
      if (low === high) return;
      event.currentTarget.addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); }, { capture: true, once: true });
      room.act("dates", [dayName(bins[low].start), dayName(bins[high].end)]);
    },
  };
}

function shade(plot, [low, high], n) {
  const over = plot.querySelector(".wbx-shade");
  over.hidden = low === high;
  over.style.left = `${(100 * low) / n}%`;
  over.style.width = `${(100 * (high - low + 1)) / n}%`;
}
