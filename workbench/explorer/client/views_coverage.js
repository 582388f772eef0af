// What was read: when it was published, when what it reports happened, by whom, on what.

import { binOf, makeMark, tally, timeBins } from "./measure.js";
import { dayName } from "./filter.js";
import { barChart, baseOf, labeller, titled, unitWord } from "./views_build.js";
import { say } from "./words.js";

export const FEWEST_FOR_TREND = 30;

export function coverageCharts(scene) {
  const publisher = labeller(scene, "publisher");
  const concept = labeller(scene, "concept");
  const { tables, words } = scene.corpus;
  return [
    timeChart(scene, {
      key: "published", title: titled(scene, "Published", "Terbit"), table: "articles", tags: ["dates"], brush: true,
      dayOf: (row) => tables.articles.day[row], seriesOf: (row) => tables.articles.basis[row],
    }),
    timeChart(scene, {
      key: "events", title: titled(scene, "Days of what is reported", "Hari peristiwa yang diberitakan"), table: "events", tags: ["event_dates"],
      dayOf: (row) => tables.events.day[row], seriesOf: (row) => tables.events.basis[row],
    }),
    barChart(scene, {
      key: "publishers", title: titled(scene, "Articles by publisher", "Artikel menurut penerbit"), table: "articles", tags: [],
      keysOf: (row) => tables.articles.publisher[row], labelOf: publisher,
      narrowOf: (key) => (key < 0 ? null : { publishers: [words.publisher.key[key]] }),
    }),
    barChart(scene, {
      key: "themes", title: titled(scene, "Themes that articles assert", "Tema yang dinyatakan artikel"), table: "themes", isShare: true,
      keysOf: (row) => tables.themes.concept[row], labelOf: concept, narrowOf: (key) => ({ themes: [words.concept.key[key]] }),
    }),
  ];
}

/** Return marks over time, bins without gaps; undated rows stand apart. */
export function timeChart(scene, about) {
  const { corpus, mask, selection } = scene;
  const { bins, step, undated } = spread(scene, about);
  const placed = bins.map((bin) => ({ ...bin, marks: [] }));
  const keyOf = (row) => {
    const day = about.dayOf(row);
    return day === null ? null : `${binOf(bins, day)}\u0000${about.seriesOf(row) ?? ""}`;
  };
  for (const [key, rows] of bins.length ? tally(corpus, mask, about.table, keyOf, selection.unit) : []) {
    const [rank, series] = key.split("\u0000");
    const bin = placed[rank];
    const narrow = about.brush ? { date_from: dayName(bin.start), date_to: dayName(bin.end), include_undated: false } : null;
    bin.marks.push(makeMark(`${bin.label}, ${say(selection.lang, series)}`, about.table, rows, { series, narrow }));
  }
  for (const bin of placed) bin.marks.sort((a, b) => Number(a.series !== "stated") - Number(b.series !== "stated"));
  const n = placed.reduce((sum, bin) => sum + bin.marks.reduce((all, mark) => all + mark.n, 0), 0);
  const apart = undated.length ? [makeMark(say(selection.lang, "undated"), about.table, undated, { series: "undated" })] : [];
  return {
    key: about.key, title: about.title, form: "time", base: baseOf(scene), unit: unitWord(scene), tags: about.tags, step, bins: placed, apart,
    series: ["stated", "inferred", "undated"].filter((name) => [...placed.flatMap((bin) => bin.marks), ...apart].some((mark) => mark.series === name)),
    empty: placed.filter((bin) => !bin.marks.length).length, brush: Boolean(about.brush), trend: n >= FEWEST_FOR_TREND && about.brush ? trendOf(placed) : null, n,
  };
}

function spread({ corpus, mask, selection }, about) {
  const dated = tally(corpus, mask, about.table, (row) => (about.dayOf(row) === null ? null : about.dayOf(row)), "statements");
  const undated = tally(corpus, mask, about.table, (row) => (about.dayOf(row) === null ? 0 : null), selection.unit).get(0) ?? [];
  const days = [...dated.keys()];
  if (!days.length) return { bins: [], step: "day", undated };
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b));
  return { ...timeBins(first, last), undated };
}

/** Return the mean of each bin and its neighbours, as many as a tenth of the bins, seven at most. */
function trendOf(bins) {
  const width = Math.min(7, Math.max(3, Math.round(bins.length / 10) | 1));
  const heights = bins.map((bin) => bin.marks.reduce((sum, mark) => sum + mark.n, 0));
  const reach = width >> 1;
  const values = heights.map((_, at) => {
    const near = heights.slice(Math.max(0, at - reach), at + reach + 1);
    return near.reduce((sum, n) => sum + n, 0) / near.length;
  });
  return { width, values };
}
