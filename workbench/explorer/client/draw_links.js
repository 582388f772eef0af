// Links: actors in a ring, and the flow of words in ribbons.

import { h, s } from "./dom.js";
import { WIDE, markShape } from "./draw_parts.js";
import { say } from "./words.js";

/** The actors stand in a ring by size, the chosen one in the middle; a line is as thick as its number. */
export function drawNetwork(chart, room) {
  const places = ring(chart);
  const most = Math.max(1, ...chart.edges.map((edge) => edge.mark.n));
  const largest = Math.max(1, ...chart.nodes.map((node) => node.n));
  const edges = chart.edges.slice(0, chart.most).map(({ a, b, mark }) => {
    const [p, q] = [places.get(a), places.get(b)];
    const path = `M${p.x.toFixed(1)},${p.y.toFixed(1)}Q${((p.x + q.x) * 0.35 + WIDE * 0.15).toFixed(1)},${((p.y + q.y) * 0.35 + 0.15 * 560).toFixed(1)} ${q.x.toFixed(1)},${q.y.toFixed(1)}`;
    return markShape("wbx-edge", mark, room, s("path", { d: path, "stroke-width": (0.6 + (7 * mark.n) / most).toFixed(1), opacity: (0.25 + (0.5 * mark.n) / most).toFixed(2) }), s("path", { d: path, class: "wbx-grab", "stroke-width": 12 }));
  });
  const nodes = chart.nodes.map((mark) => node(mark, places.get(mark.id), 5 + 13 * Math.sqrt(mark.n / largest), room));
  const picture = s("svg", { viewBox: `0 0 ${WIDE} 560`, role: "group", "aria-label": chart.title, class: "wbx-links" }, edges, nodes);
  return h("div", {}, egoChoice(chart, room), h("div", { class: "wbx-scroll" }, picture), more(chart.edges, chart.most, room));
}

function node(mark, at, radius, room) {
  const end = at.x < WIDE / 2 - 20 ? "end" : at.x > WIDE / 2 + 20 ? "start" : "middle";
  const shift = end === "middle" ? 0 : (end === "end" ? -1 : 1) * (radius + 4);
  const drop = end === "middle" ? (at.y < 280 ? -radius - 6 : radius + 15) : 4;
  const name = mark.label.length > 26 ? `${mark.label.slice(0, 25)}…` : mark.label;
  return markShape("wbx-node", mark, room, s("circle", { cx: at.x, cy: at.y, r: radius.toFixed(1) }), s("text", { x: at.x + shift, y: at.y + drop, "text-anchor": end }, `${name} ${mark.n}`));
}

function ring(chart) {
  const middle = chart.ego === null ? [] : [chart.ego];
  const round = chart.nodes.map((node) => node.id).filter((id) => !middle.includes(id));
  const places = new Map(middle.map((id) => [id, { x: WIDE / 2, y: 280 }]));
  round.forEach((id, rank) => {
    const angle = (2 * Math.PI * rank) / round.length - Math.PI / 2;
    places.set(id, { x: Math.round(WIDE / 2 + 170 * Math.cos(angle)), y: Math.round(280 + 225 * Math.sin(angle)) });
  });
  return places;
}

function egoChoice(chart, room) {
  const current = chart.nodes.find((node) => node.id === chart.ego)?.ego ?? "";
  const option = (key, label) => h("option", { value: key, selected: key === current }, label);
  return h("label", { class: "wbx-inline" }, say(room.lang, "ego"), h("select", { "data-key": "ego", onchange: (event) => room.act("ego", event.target.value || null) },
    option("", say(room.lang, "all_actors")), chart.choices.map((choice) => option(choice.key, choice.label))));
}

function more(all, most, room) {
  return all.length > most ? h("p", { class: "wbx-note" }, say(room.lang, "more_groups", all.length - most)) : null;
}

const BAR = 10;
const GAP = 16;

/** Ribbons from stop to stop; each ribbon is as thick as its number. */
export function drawFlow(chart, room) {
  const drawn = chart.links.slice(0, chart.most);
  const total = drawn.reduce((sum, link) => sum + link.mark.n, 0);
  const sides = [0, 1, 2].map((side) => stack(drawn, side));
  const tall = Math.max(260, ...sides.map((stops) => stops.size * 28));
  const unit = (tall - GAP * Math.max(...sides.map((stops) => stops.size))) / Math.max(1, total);
  const xs = [200, WIDE / 2 - 20, WIDE - 190];
  const spots = sides.map((stops) => settle(stops, unit, tall));
  const ribbons = drawn.map((link) => markShape("wbx-ribbon", link.mark, room, ribbon(link, spots, xs, Math.max(1, unit * link.mark.n))));
  const bars = spots.flatMap((stops, side) => [...stops].map(([key, spot]) => stop(chart.stops[side].get(key), spot, { x: xs[side], side }, room)));
  const heads = chart.heads.map((head, side) => s("text", { x: xs[side], y: 14, "text-anchor": side === 0 ? "end" : side === 1 ? "middle" : "start", class: "wbx-flowhead" }, head));
  const picture = s("svg", { viewBox: `0 0 ${WIDE} ${Math.ceil(tall + 34)}`, role: "group", "aria-label": chart.title, class: "wbx-links" }, heads, s("g", { transform: "translate(0 26)" }, ribbons, bars));
  return h("div", { class: "wbx-scroll" }, picture, shownOf(chart, drawn, total, room));
}

/** Say how much of all that was counted the ribbons hold. */
function shownOf({ links }, drawn, total, room) {
  if (links.length === drawn.length) return null;
  const all = links.reduce((sum, link) => sum + link.mark.n, 0);
  return h("p", { class: "wbx-note" }, say(room.lang, "flow_shown", drawn.length, links.length, total, all));
}

function stack(links, side) {
  const sizes = new Map();
  for (const { key, mark } of links) sizes.set(key[side], (sizes.get(key[side]) ?? 0) + mark.n);
  const names = new Map(links.map(({ key, stops }) => [key[side], stops[side]]));
  return new Map([...sizes].sort((a, b) => b[1] - a[1] || (names.get(a[0]) < names.get(b[0]) ? -1 : 1)));
}

function settle(stops, unit, tall) {
  const used = [...stops.values()].reduce((sum, n) => sum + n * unit, 0);
  const gap = (tall - used) / stops.size;
  let y = gap / 2;
  return new Map([...stops].map(([key, n]) => {
    const spot = { y, height: Math.max(1, n * unit), in: y, out: y };
    y += n * unit + gap;
    return [key, spot];
  }));
}

/** One path along both bands of a link; spots remember how much of them is taken. */
function ribbon({ key }, spots, xs, thick) {
  const [from, through, to] = key.map((number, side) => spots[side].get(number));
  const [a, b, c] = [from.out, through.in, to.in];
  from.out += thick;
  through.in += thick;
  to.in += thick;
  const band = (x1, y1, x2, y2) => `M${x1},${y1.toFixed(1)}C${(x1 + x2) / 2},${y1.toFixed(1)} ${(x1 + x2) / 2},${y2.toFixed(1)} ${x2},${y2.toFixed(1)}v${thick.toFixed(1)}`
    + `C${(x1 + x2) / 2},${(y2 + thick).toFixed(1)} ${(x1 + x2) / 2},${(y1 + thick).toFixed(1)} ${x1},${(y1 + thick).toFixed(1)}z`;
  return s("path", { d: band(xs[0] + BAR, a, xs[1], b) + band(xs[1] + BAR, b, xs[2], c) });
}

function stop(mark, spot, { x, side }, room) {
  const short = mark.label.length > 22 ? `${mark.label.slice(0, 21)}…` : mark.label;
  const place = side === 0 ? { x: x - 6, anchor: "end" } : { x: x + BAR + 5, anchor: "start" };
  return markShape("wbx-stop", mark, room, s("rect", { x, y: spot.y.toFixed(1), width: BAR, height: spot.height.toFixed(1) }),
    s("text", { x: place.x, y: (spot.y + spot.height / 2 + 4).toFixed(1), "text-anchor": place.anchor }, `${short} ${mark.n}`));
}
