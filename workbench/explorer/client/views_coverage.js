// What was read: when it was published, when what it reports happened, by whom, on what.

import { makeMark, timeBins } from "./measure.js";
import { dayName } from "./filter.js";
import { filingPlaces } from "./views_places.js";
import { asked, barChart, baseOf, labeller, titled, unitWord } from "./views_build.js";
import { say } from "./words.js";

const FEWEST_FOR_TREND = 30;

export const coverageCharts = [
  (scene) => timeChart(scene, { key: "published", title: titled(scene, "Published", "Terbit"), table: "articles", tags: ["dates"], brush: true }),
  (scene) => timeChart(scene, { key: "events", title: titled(scene, "Days of what is reported", "Hari peristiwa yang diberitakan"), table: "events", tags: ["event_dates", "times"] }),
  (scene) => barChart(scene, {
    key: "publishers", title: titled(scene, "Articles by publisher", "Artikel menurut penerbit"), question: { table: "articles", by: ["publisher"] }, tags: [],
    labelOf: labeller(scene, "publisher"), narrowOf: (key) => (key < 0 ? null : { publishers: [scene.source.words.publisher.key[key]] }),
  }),
  (scene) => barChart(scene, {
    key: "themes", title: titled(scene, "Themes that articles assert", "Tema yang dinyatakan artikel"), question: { table: "themes", by: ["concept"] }, isShare: true,
    labelOf: labeller(scene, "concept"), narrowOf: (key) => ({ themes: [scene.source.words.concept.key[key]] }),
  }),
  filingPlaces,
];

/** Return marks over time, bins without gaps; undated rows stand apart. */
async function timeChart(scene, about) {
  const { source, selection } = scene;
  const days = await source.days(selection, about.table);
  const { bins, step } = days ? timeBins(...days) : { bins: [], step: "day" };
  const placed = bins.map((bin) => ({ ...bin, marks: [] }));
  const apart = [];
  for (const group of await asked(scene, { table: about.table, by: ["bin", "basis"], bins: bins.map((bin) => bin.start) })) {
    const [rank, series] = group.key;
    if (rank < 0) apart.push(makeMark(say(selection.lang, "undated"), about.table, group, { series: "undated" }));
    else placed[rank].marks.push(binMark(placed[rank], group, about, { series, lang: selection.lang }));
  }
  for (const bin of placed) bin.marks.sort((a, b) => Number(a.series !== "stated") - Number(b.series !== "stated"));
  const n = placed.reduce((sum, bin) => sum + bin.marks.reduce((all, mark) => all + mark.n, 0), 0);
  return {
    key: about.key, title: about.title, form: "time", base: baseOf(scene), unit: unitWord(scene), tags: about.tags, step, bins: placed, apart,
    series: ["stated", "inferred", "undated"].filter((name) => [...placed.flatMap((bin) => bin.marks), ...apart].some((mark) => mark.series === name)),
    empty: placed.filter((bin) => !bin.marks.length).length, brush: Boolean(about.brush), trend: n >= FEWEST_FOR_TREND && about.brush ? trendOf(placed) : null, n,
  };
}

function binMark(bin, group, { table, brush }, { series, lang }) {
  const narrow = brush ? { date_from: dayName(bin.start), date_to: dayName(bin.end), include_undated: false } : null;
  return makeMark(`${bin.label}, ${say(lang, series)}`, table, group, { series, narrow });
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
