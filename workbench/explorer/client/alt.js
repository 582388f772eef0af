// What a chart shows, in words, for those who cannot see it: its largest values, its course, what it leaves out.

import { hasMarks, marksOf, placesOf } from "./views.js";
import { say } from "./words.js";

const TOLD = 3;
// A half of the time has clearly more than the other where it has this many times as much.
const CLEARLY = 1.25;

export function altOf(chart, lang) {
  const shown = hasMarks(chart) ? TELL[chart.form](chart, lang) : [say(lang, "nothing")];
  return [`${chart.title} (${chart.unit}).`, ...shown, `${chart.base}.`].filter(Boolean).join(" ");
}

const TELL = {
  bars: (chart, lang) => [ranked(chart.groups.map((group) => group.whole ?? group.marks[0]), lang)],
  time: course,
  matrix: (chart, lang) => [ranked(marksOf(chart), lang), say(lang, "alt_grid", chart.rows.length, chart.columns.length, chart.cells.flat().filter((mark) => !mark).length)],
  trellis: (chart, lang) => [ranked(chart.wholes, lang, chart.wordsOf), say(lang, "alt_pairs", chart.rows.length)],
  network: (chart, lang) => [ranked(chart.edges.map((edge) => edge.mark), lang), say(lang, "alt_network", chart.nodes.length, chart.edges.length)],
  flow: (chart, lang) => [ranked(chart.links.map((link) => link.mark), lang)],
  map: (chart, lang) => [ranked(placesOf(chart).map((place) => place.mark), lang), say(lang, "alt_map", chart.inside.length, chart.outside.length, chart.unplaced.length)],
  lines: (chart, lang) => [say(lang, "alt_lines", chart.lines.length + chart.left)],
};

/** The largest numbers by name, and the span of the others. */
function ranked(marks, lang, wordsOf = (mark) => mark.label) {
  const sorted = marks.toSorted((a, b) => b.n - a.n);
  const told = sorted.slice(0, TOLD).map((mark) => `${wordsOf(mark)} ${mark.n}`).join("; ");
  const others = sorted.slice(TOLD);
  return `${say(lang, "alt_largest", told)}${others.length ? ` ${say(lang, "alt_others", others.length, others.at(-1).n, others[0].n)}` : ""}`;
}

/** From when to when, where most lies, whether the later half has more, and how many stand apart. */
function course({ bins, apart, step }, lang) {
  const undated = apart.map((mark) => say(lang, "n_undated", mark.n));
  if (!bins.length) return undated;
  const heights = bins.map((bin) => bin.marks.reduce((sum, mark) => sum + mark.n, 0));
  const most = Math.max(...heights);
  const half = Math.ceil(bins.length / 2);
  const [before, after] = [heights.slice(0, half), heights.slice(half)].map((part) => part.reduce((sum, n) => sum + n, 0));
  const turn = after > before * CLEARLY ? "alt_more" : before > after * CLEARLY ? "alt_fewer" : "alt_level";
  return [
    say(lang, "alt_span", bins[0].label, bins.at(-1).label, say(lang, step)), say(lang, "alt_peak", bins[heights.indexOf(most)].label, most),
    bins.length > 1 ? say(lang, turn, before, after) : null, ...undated,
  ];
}
