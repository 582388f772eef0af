// What the views share: questions to the source, bars and matrices made of the answers, titles and bases in words.

import { largestFirst, makeMark, wilson } from "./measure.js";
import { say, sayNumber, sayUnit, sayValue } from "./words.js";

export const MOST_BARS = 20;

/** Return "n = 12 articles", which does not break. */
export function baseOf({ n, selection }) {
  const unit = selection.unit === "statements" ? "articles" : selection.unit;
  return `n\u00a0=\u00a0${n}\u00a0${sayUnit(selection.lang, n, unit)}`;
}

export function unitWord(scene) {
  return say(scene.selection.lang, scene.selection.unit);
}

/** Return the title of a chart in the language of the selection. */
export function titled(scene, english, indonesian) {
  return scene.selection.lang === "id" ? indonesian : english;
}

/** Return the groups of a question (see source.js) in the scene's selection. */
export function asked(scene, question) {
  return scene.source.tally(scene.selection, question);
}

/**
 * Return bars: one for each key of a table's rows, cut into series.
 *
 * `about` is {key, title, question, series, labelOf, narrowOf, tags, isShare, isWide}: `question` counts by one dimension, and
 * `series` is a second one; without it a bar is one.
 */
export async function barChart(scene, about) {
  const { selection } = scene;
  const { table, by } = about.question;
  // Where a bar is cut into series, an article may count in several of them; the bar's own number counts it once.
  const [whole, parts] = await Promise.all([
    asked(scene, about.question), about.series ? asked(scene, { ...about.question, by: [...by, about.series] }) : null,
  ]);
  const partsOf = Map.groupBy(parts ?? [], (group) => group.key[0]);
  const groups = whole.map((group) => barGroup(scene, about, group, parts ? partsOf.get(group.key[0]) : null));
  largestFirst(groups, (group) => group.n, selection.lang);
  const series = inLookOrder(scene, [...new Set((parts ?? []).map((group) => group.key[1]))]);
  return {
    key: about.key, title: about.title, form: "bars", base: baseOf(scene), unit: unitWord(scene), tags: about.tags ?? [table],
    groups, series, left: whole.left, isWide: about.isWide ?? false, note: series.length > 1 && selection.unit !== "statements" ? say(selection.lang, "once_each") : null,
  };
}

function barGroup(scene, about, group, parts) {
  const { lang } = scene.selection;
  const { table } = about.question;
  const [key] = group.key;
  const label = key === -1 || key === "" ? say(lang, "not_stated") : about.labelOf(key);
  const share = about.isShare && scene.selection.unit !== "statements" ? { value: group.n / scene.n, bounds: wilson(group.n, scene.n), total: scene.n } : null;
  const more = { narrow: about.narrowOf?.(key) ?? null, told: share && shareWords(share, group.n, scene) };
  const whole = makeMark(label, table, group, more);
  const marks = parts
    ? inLookOrder(scene, parts.map((part) => part.key[1])).map((name) => makeMark(`${label}, ${sayValue(lang, name)}`, table, parts.find((part) => part.key[1] === name), { ...more, series: name }))
    : [makeMark(label, table, group, { ...more, series: "" })];
  return { label, marks, whole, n: whole.n, share };
}

/** Say what a share is a share of, and how sure it is. */
function shareWords({ value, bounds, total }, n, { selection }) {
  const { lang, unit } = selection;
  const percent = (part) => sayNumber(lang, 100 * part, 1);
  return say(lang, "share_told", n, total, sayUnit(lang, total, unit), percent(value), ...bounds.map(percent));
}

/** Put series in the order of the palette. */
export function inLookOrder(scene, names) {
  return inOrder(Object.keys(scene.source.payload.looks), names);
}

/** Put names in the order of those that are known, others after them by name. */
export function inOrder(known, names) {
  const rank = (name) => (known.includes(name) ? known.indexOf(name) : known.length);
  return [...names].sort((a, b) => rank(a) - rank(b) || String(a).localeCompare(String(b)));
}

/**
 * Return a matrix: `about` is {key, title, question, rowLabel, columnLabel, heads, tags, narrowOf, sortColumns}, where
 * `question` counts by two dimensions.
 */
export async function matrixChart(scene, about) {
  const { lang } = scene.selection;
  const { table } = about.question;
  const found = await asked(scene, about.question);
  const cells = new Map(found.map((group) => [group.key.join("\u0000"), group]));
  const [rowKeys, columnKeys] = [0, 1].map((side) => axisKeys(found, side, about, lang));
  const label = (side, key) => (side ? about.columnLabel : about.rowLabel)(key);
  const markAt = (row, column) => {
    const group = cells.get(`${row}\u0000${column}`);
    return group ? makeMark(`${label(0, row)} × ${label(1, column)}`, table, group, { narrow: about.narrowOf?.(row, column) ?? null }) : null;
  };
  return {
    key: about.key, title: about.title, form: "matrix", left: found.left, base: baseOf(scene), unit: unitWord(scene), tags: about.tags ?? [table],
    heads: about.heads, rows: rowKeys.map((key) => label(0, key)), columns: columnKeys.map((key) => label(1, key)),
    cells: rowKeys.map((row) => columnKeys.map((column) => markAt(row, column))),
  };
}

function axisKeys(groups, side, about, lang) {
  const sizes = new Map();
  for (const { key, n } of groups) sizes.set(key[side], (sizes.get(key[side]) ?? 0) + n);
  const keys = [...sizes.keys()];
  if (side && about.sortColumns) return keys.sort(about.sortColumns);
  const label = side ? about.columnLabel : about.rowLabel;
  const order = new Intl.Collator(lang);
  return keys.sort((a, b) => sizes.get(b) - sizes.get(a) || order.compare(label(a), label(b)));
}

/** Return a function that labels numbers of a vocabulary; -1 is what the page leaves unsaid. */
export function labeller(scene, vocabulary) {
  const { source, selection } = scene;
  return (number) => (number < 0 ? say(selection.lang, "not_stated") : source.words[vocabulary][selection.lang][number]);
}
