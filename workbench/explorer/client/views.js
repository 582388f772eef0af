// Views: a source and a selection go in, charts as values come out; nothing here draws.
//
// A chart is {key, title, base, form, tags, ...}; every number on it is a mark (see measure.js).

import { coverageCharts } from "./views_coverage.js";
import { actorCharts } from "./views_actors.js";
import { voiceCharts } from "./views_voices.js";
import { militaryCharts, sanctionCharts } from "./views_events.js";
import { wordCharts } from "./views_words.js";

/** For each tab the functions that make its charts of a scene. */
export const TABS = Object.freeze({
  coverage: coverageCharts,
  actors: actorCharts,
  voices: voiceCharts,
  sanctions: sanctionCharts,
  military: militaryCharts,
  words: wordCharts,
});

/** Return the charts of a tab. `scene` is {source, selection, n, options}. */
export function chartsOf(tab, scene) {
  return Promise.all(TABS[tab].map((chart) => chart(scene)));
}

/** Return the places of a map, those first that it shows. */
export function placesOf(chart) {
  return [...chart.inside, ...chart.outside, ...chart.unplaced];
}

/** Return the marks of a flow's stops, side by side. */
function stopsOf(chart) {
  return chart.stops.flatMap((side) => [...side.values()]);
}

/** Say whether there is anything on a chart. */
export function hasMarks(chart) {
  return chart.form === "trellis" ? chart.rows.length > 0 : marksOf(chart).length > 0;
}

/** Return every mark of a chart, in reading order. */
export function marksOf(chart) {
  if (chart.form === "bars") return chart.groups.flatMap((group) => [...group.marks, ...(group.whole ? [group.whole] : [])]);
  if (chart.form === "time") return [...chart.bins.flatMap((bin) => bin.marks), ...chart.apart];
  if (chart.form === "matrix") return chart.cells.flat().filter(Boolean);
  if (chart.form === "network") return [...chart.nodes, ...chart.edges.map((edge) => edge.mark)];
  if (chart.form === "flow") return [...chart.links.map((link) => link.mark), ...stopsOf(chart)];
  if (chart.form === "map") return placesOf(chart).map((place) => place.mark);
  if (chart.form === "trellis") return chart.cells.flat(2).flatMap((bar) => [...bar.marks, bar.whole]);
  if (chart.form === "lines") return chart.lines;
  return [];
}
