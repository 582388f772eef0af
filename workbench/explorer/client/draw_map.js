// A map: land and borders from the payload, a mark for each place, and the places that it cannot show beside it.

import { h, s } from "./dom.js";
import { WIDE, markButton, markShape } from "./draw_parts.js";
import { say } from "./words.js";

// Height by width, at least and at most.
const FLATTEST = 0.45;
const TALLEST = 0.62;
const SMALLEST = 5;
const LARGEST = 20;
const LETTER = 6.6;
const LINE = 15;
const MOST_BESIDE = 12;

export function drawMap(chart, room) {
  return h("div", {}, chart.frame ? onMap(chart, room) : null, beside("map_outside", chart.outside, room), beside("map_unplaced", chart.unplaced, room));
}

function onMap(chart, room) {
  const view = projection(chart.frame);
  const most = Math.max(...chart.inside.map((place) => place.mark.n));
  const dots = chart.inside.map((place) => ({ ...place, ...view.at(place.lon, place.lat), radius: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(place.mark.n / most) }));
  const names = namesOf(dots, view);
  const shapes = dots.map((dot) => markShape(`wbx-spot wbx-is-${dot.extent}`, dot.mark, room, outline(dot), names.get(dot)));
  const picture = s("svg", { viewBox: `0 0 ${WIDE} ${view.tall}`, role: "group", "aria-label": chart.title, class: "wbx-links wbx-map" }, ground(chart.outlines, view), shapes);
  const kinds = ["site", "area", "state"].filter((extent) => dots.some((dot) => dot.extent === extent));
  return [
    h("div", { class: "wbx-scroll", middle: dots.reduce((sum, { x }) => sum + x, 0) / (dots.length * WIDE) }, picture),
    h("ul", { class: "wbx-legend" }, kinds.map((extent) => h("li", {}, s("svg", { class: "wbx-spotkey", viewBox: "0 0 16 16", "aria-hidden": "true" }, s("g", { class: `wbx-spot wbx-is-${extent}` }, outline({ extent, x: 8, y: 8, radius: 6 }))), say(room.lang, `extent_${extent}`)))),
    chart.outside.length || chart.isWhole ? h("button", { type: "button", class: "wbx-quietbutton", "data-key": `${chart.key}-frame`, "aria-pressed": String(chart.isWhole), onclick: () => room.act("frame", chart.key) }, say(room.lang, "map_whole")) : null,
  ];
}

/** Degrees to picture units: parallels true in the middle of the frame, stretched to a shape that fits a page. */
function projection({ west, east, south, north }) {
  const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const [across, along] = [(east - west) * narrow, north - south];
  const shape = Math.min(TALLEST, Math.max(FLATTEST, along / across));
  const unit = Math.min(WIDE / across, (WIDE * shape) / along);
  const tall = Math.round(WIDE * shape);
  const [left, top] = [(WIDE - across * unit) / 2, (tall - along * unit) / 2];
  return { tall, at: (lon, lat) => ({ x: left + (lon - west) * narrow * unit, y: top + (north - lat) * unit }) };
}

function ground(outlines, view) {
  const drawn = (lines) => lines.map((steps) => pathOf(steps, outlines.scale, view)).join("");
  return s("g", { "aria-hidden": "true", class: "wbx-ground" }, s("path", { d: drawn(outlines.land), class: "wbx-land", "fill-rule": "evenodd" }),
    s("path", { d: drawn(outlines.borders), class: "wbx-border" }), s("path", { d: drawn(outlines.disputed), class: "wbx-border wbx-disputed" }));
}

/** A line as a path; one that lies beside the picture is left out. */
function pathOf(steps, scale, view) {
  let [lon, lat] = [0, 0];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  const points = [];
  for (let at = 0; at < steps.length; at += 2) {
    lon += steps[at];
    lat += steps[at + 1];
    const { x, y } = view.at(lon / scale, lat / scale);
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
    points.push(`${x.toFixed(1)},${y.toFixed(1)}`);
  }
  return right < 0 || left > WIDE || bottom < 0 || top > view.tall ? "" : `M${points.join("L")}`;
}

function outline({ extent, x, y, radius }) {
  if (extent === "state") return s("path", { d: `M${x},${y - radius}L${x + radius},${y}L${x},${y + radius}L${x - radius},${y}z` });
  return s("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1) });
}

/** Give the largest places their names, each where it covers no other name and no mark; others keep theirs for the reader. */
function namesOf(dots, view) {
  const taken = dots.map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
  const names = new Map();
  for (const dot of dots) {
    const words = `${dot.mark.label} ${dot.mark.n}`;
    const found = spotsFor(dot, words.length * LETTER).find(({ box }) => box[0] >= 0 && box[2] <= WIDE && box[1] >= 0 && box[3] <= view.tall && !taken.some((other) => meets(box, other)));
    if (!found) continue;
    taken.push(found.box);
    names.set(dot, s("text", { x: found.x.toFixed(1), y: (found.box[3] - 4).toFixed(1), "text-anchor": found.anchor }, words));
  }
  return names;
}

function spotsFor({ x, y, radius }, wide) {
  const gap = radius + 4;
  return [
    { anchor: "start", x: x + gap, box: [x + gap, y - LINE / 2, x + gap + wide, y + LINE / 2] },
    { anchor: "end", x: x - gap, box: [x - gap - wide, y - LINE / 2, x - gap, y + LINE / 2] },
    { anchor: "middle", x, box: [x - wide / 2, y - gap - LINE, x + wide / 2, y - gap] },
    { anchor: "middle", x, box: [x - wide / 2, y + gap, x + wide / 2, y + gap + LINE] },
  ];
}

const meets = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/** Places that the map does not show, each with its number. */
function beside(key, places, room) {
  if (!places.length) return null;
  const left = places.length - MOST_BESIDE;
  const item = ({ mark }) => h("li", {}, mark.label, " ", markButton(mark, room, { class: "wbx-numberbutton" }, String(mark.n)));
  return h("div", { class: "wbx-beyond" }, h("p", { class: "wbx-note" }, say(room.lang, key)), h("ul", {}, places.slice(0, MOST_BESIDE).map(item)),
    left > 0 ? h("p", { class: "wbx-note" }, say(room.lang, "more_groups", left)) : null);
}
