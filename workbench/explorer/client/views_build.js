// What the views share: bars and matrices made of tallies, titles and bases in words.

import { largestFirst, makeMark, tally, wilson } from "./measure.js";
import { countUnits } from "./filter.js";
import { say, sayValue } from "./words.js";

export const MOST_BARS = 20;

/** Return "n = 12 articles". */
export function baseOf(scene, n = null) {
  const { corpus, mask, selection } = scene;
  const unit = selection.unit === "statements" ? "articles" : selection.unit;
  return `n = ${n ?? countUnits(corpus, mask, unit)} ${say(selection.lang, unit)}`;
}

export function unitWord(scene) {
  return say(scene.selection.lang, scene.selection.unit);
}

/** Return the title of a chart in the language of the selection. */
export function titled(scene, english, indonesian) {
  return scene.selection.lang === "id" ? indonesian : english;
}

/**
 * Return bars: one for each key of a table's rows, cut into series.
 *
 * `about` is {key, title, table, keysOf, labelOf, seriesOf, narrowOf, tags, isShare}; without `seriesOf` a bar is one.
 */
export function barChart(scene, about) {
  const { corpus, mask, selection } = scene;
  const series = about.seriesOf ? split(scene, about) : new Map([["", tally(corpus, mask, about.table, about.keysOf, selection.unit)]]);
  // Where a bar is cut into series, an article may count in several of them; the bar's own number counts it once.
  const whole = about.seriesOf ? tally(corpus, mask, about.table, about.keysOf, selection.unit) : series.get("");
  const groups = [...whole.keys()].map((key) => barGroup(scene, about, key, { series, whole }));
  const total = countUnits(corpus, mask, selection.unit === "statements" ? "articles" : selection.unit);
  if (about.isShare && selection.unit !== "statements") {
    for (const group of groups) group.share = { value: group.n / total, bounds: wilson(group.n, total), total };
  }
  largestFirst(groups, (group) => group.n, selection.lang);
  return {
    key: about.key, title: about.title, form: "bars", base: baseOf(scene), unit: unitWord(scene), tags: about.tags ?? [about.table],
    groups, series: inLookOrder(scene, [...series.keys()].filter(Boolean)),
    note: series.size > 1 && selection.unit !== "statements" ? say(selection.lang, "once_each") : null,
  };
}

function barGroup(scene, about, key, { series, whole }) {
  const { lang } = scene.selection;
  const label = key === -1 ? say(lang, "not_stated") : about.labelOf(key);
  const marks = inLookOrder(scene, [...series.keys()]).filter((name) => series.get(name).has(key)).map((name) => {
    const rows = series.get(name).get(key);
    const words = name ? `${label}, ${sayValue(lang, name)}` : label;
    return makeMark(words, about.table, rows, { series: name, narrow: about.narrowOf?.(key) ?? null });
  });
  const all = makeMark(label, about.table, whole.get(key), { narrow: about.narrowOf?.(key) ?? null });
  return { label, marks, whole: all, n: all.n };
}

/** Tally each series by itself, so that a unit counts once in each. */
function split(scene, { table, keysOf, seriesOf }) {
  const { corpus, mask, selection } = scene;
  const names = [...new Set(rowsOf(corpus, mask, table).map(seriesOf))];
  return new Map(names.map((name) => {
    const only = (row) => (seriesOf(row) === name ? keysOf(row) : null);
    return [name, tally(corpus, mask, table, only, selection.unit)];
  }));
}

/** Return the rows of a table that stand in the articles kept. */
export function rowsOf(corpus, mask, table) {
  const rows = corpus.tables[table];
  const found = [];
  for (let row = 0; row < rows.size; row += 1) if (mask[rows.article[row]]) found.push(row);
  return found;
}

/** Put series in the order of the palette, others after them by name. */
export function inLookOrder(scene, names) {
  const known = Object.keys(scene.corpus.payload.looks);
  const rank = (name) => (known.includes(name) ? known.indexOf(name) : known.length);
  return [...names].sort((a, b) => rank(a) - rank(b) || String(a).localeCompare(String(b)));
}

/**
 * Return a matrix: `about` is {key, title, table, keysOf, rowLabel, columnLabel, heads, tags, narrowOf}, where `keysOf(row)`
 * gives pairs [row key, column key] or none.
 */
export function matrixChart(scene, about) {
  const { corpus, mask, selection } = scene;
  const code = (row) => about.keysOf(row)?.map((pair) => pair.join("\u0000")) ?? null;
  const found = tally(corpus, mask, about.table, code, selection.unit);
  const cells = new Map([...found].map(([key, rows]) => [key, { pair: key.split("\u0000"), rows }]));
  const [rowKeys, columnKeys] = [0, 1].map((side) => axisKeys([...cells.values()], side, about, selection.lang));
  const label = (side, key) => (side ? about.columnLabel : about.rowLabel)(key);
  const markAt = (row, column) => {
    const cell = cells.get(`${row}\u0000${column}`);
    const words = `${label(0, row)} × ${label(1, column)}`;
    return cell ? makeMark(words, about.table, cell.rows, { narrow: about.narrowOf?.(row, column) ?? null }) : null;
  };
  return {
    key: about.key, title: about.title, form: "matrix", base: baseOf(scene), unit: unitWord(scene), tags: about.tags ?? [about.table],
    heads: about.heads, rows: rowKeys.map((key) => label(0, key)), columns: columnKeys.map((key) => label(1, key)),
    cells: rowKeys.map((row) => columnKeys.map((column) => markAt(row, column))),
  };
}

function axisKeys(cells, side, about, lang) {
  const sizes = new Map();
  for (const { pair, rows } of cells) sizes.set(pair[side], (sizes.get(pair[side]) ?? 0) + rows.length);
  const keys = [...sizes.keys()];
  if (side && about.sortColumns) return keys.sort();
  const label = side ? about.columnLabel : about.rowLabel;
  const order = new Intl.Collator(lang);
  return keys.sort((a, b) => sizes.get(b) - sizes.get(a) || order.compare(label(a), label(b)));
}

/** Return `values`, or that nothing is said where there are none. */
export function orUnstated(values) {
  return values.length ? values : [-1];
}

/** Return a function that labels numbers of a vocabulary; -1 is what the page leaves unsaid. */
export function labeller(scene, vocabulary) {
  const { corpus, selection } = scene;
  return (number) => (Number(number) < 0 ? say(selection.lang, "not_stated") : corpus.words[vocabulary][selection.lang][Number(number)]);
}
