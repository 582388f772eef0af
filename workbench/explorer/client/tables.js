// The table behind each chart: the same marks, a row each.

import { placesOf } from "./views.js";
import { say, sayNumber, sayValue } from "./words.js";

/** Return {heads, rows: [{cells, mark}]}; the last cell of counts is the mark's number. */
export function tableOf(chart, lang) {
  const n = chart.unit;
  if (chart.form === "bars") return barTable(chart, lang, n);
  if (chart.form === "time") return timeTable(chart, lang, n);
  if (chart.form === "matrix") return matrixTable(chart, n);
  if (chart.form === "network") return networkTable(chart, lang, n);
  if (chart.form === "flow") return flowTable(chart, lang, n);
  if (chart.form === "map") return mapTable(chart, lang, n);
  if (chart.form === "trellis") return trellisTable(chart, lang, n);
  return { heads: [say(lang, "source"), "…", chart.title, "…"], rows: chart.lines.map((mark) => ({ cells: [`${mark.row.article.path}:${mark.row.passages[0].line}`, mark.before, mark.exact, mark.after], mark })) };
}

/** The ways first, then the stops of each side. */
function flowTable({ heads, links, stops }, lang, n) {
  const all = say(lang, "all_series");
  const ways = links.map(({ stops: names, mark }) => ({ cells: [...names, mark.n], mark }));
  const ends = stops.flatMap((marks, side) => [...marks.values()].map((mark) => ({ cells: [...heads.map((_, at) => (at === side ? mark.label : all)), mark.n], mark })));
  return { heads: [...heads, n], rows: [...ways, ...ends] };
}

function barTable(chart, lang, n) {
  const hasShare = chart.groups.some((group) => group.share);
  const hasNote = chart.groups.some((group) => group.note);
  const percent = (share) => `${sayNumber(lang, share * 100, 1)} %`;
  const heads = [say(lang, "label"), ...(chart.series.length ? [say(lang, "series")] : []), n,
    ...(hasShare ? [say(lang, "share"), say(lang, "interval")] : []), ...(hasNote ? ["G²"] : [])];
  const parts = (group) => (chart.series.length > 1 && group.whole ? [group.whole, ...group.marks] : group.marks);
  const rows = chart.groups.flatMap((group) => parts(group).map((mark) => ({
    cells: [
      group.label, ...(chart.series.length ? [mark.series === undefined ? say(lang, "all_series") : sayValue(lang, mark.series)] : []), mark.n,
      ...(hasShare && group.share ? [percent(group.share.value), `${percent(group.share.bounds[0])} – ${percent(group.share.bounds[1])}`] : []),
      ...(hasNote ? [group.note] : []),
    ],
    mark,
  })));
  return { heads, rows };
}

function timeTable(chart, lang, n) {
  const rows = chart.bins.flatMap((bin) => (bin.marks.length
    ? bin.marks.map((mark) => ({ cells: [bin.label, sayValue(lang, mark.series), mark.n], mark }))
    : [{ cells: [bin.label, "", 0], mark: null }]));
  const apart = chart.apart.map((mark) => ({ cells: [mark.label, "", mark.n], mark }));
  return { heads: [say(lang, chart.step), say(lang, "series"), n], rows: [...rows, ...apart] };
}

function mapTable(chart, lang, n) {
  const degrees = (value) => (value === undefined ? "" : sayNumber(lang, value, 1));
  const rows = placesOf(chart).map(({ mark, lat, lon, extent }) => ({ cells: [mark.label, extent ? say(lang, `extent_${extent}`) : "", degrees(lat), degrees(lon), mark.n], mark }));
  return { heads: [say(lang, "place"), say(lang, "stands_for"), "lat", "lon", n], rows };
}

function trellisTable(chart, lang, n) {
  const rows = chart.cells.flatMap((line, at) => line.flatMap((bars, column) => bars.flatMap((bar) => [bar.whole, ...(bar.marks.length > 1 ? bar.marks : [])].map((mark) => ({
    cells: [...chart.rows[at], chart.columns[column], bar.label, mark === bar.whole && bar.marks.length > 1 ? say(lang, "all_series") : sayValue(lang, (mark.series ?? bar.marks[0].series)), mark.n], mark,
  })))));
  return { heads: [...chart.heads[0].split(" → "), ...chart.heads.slice(1), say(lang, "modality"), n], rows };
}

function matrixTable(chart, n) {
  const rows = chart.cells.flatMap((line, at) => line.map((mark, column) => ({ cells: [chart.rows[at], chart.columns[column], mark?.n ?? 0], mark })));
  return { heads: [...chart.heads, n], rows: rows.filter((row) => row.mark) };
}

function networkTable(chart, lang, n) {
  const nodes = chart.nodes.map((mark) => ({ cells: [mark.label, "", mark.n], mark }));
  const names = new Map(chart.nodes.map((node) => [node.id, node.label]));
  const edges = chart.edges.map(({ a, b, mark }) => ({ cells: [names.get(a), names.get(b), mark.n], mark }));
  return { heads: [say(lang, "actors"), say(lang, "actors"), n], rows: [...nodes, ...edges] };
}
