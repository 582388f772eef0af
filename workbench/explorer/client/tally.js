// Counting in the page: which rows of a table stand under each key, one for each unit that is counted.

import { dimensionOf } from "./dimensions.js";

// Up to so many codes a list finds the group of each; beyond, a map does.
const MOST_LISTED = 1 << 20;

/**
 * Return the groups of a question (see source.js) among the articles of `mask`: [{key, n, rows}].
 *
 * With the unit "statements" every row counts, else the first row of each article, story or origin.
 */
export function tallyRows(corpus, mask, question) {
  const dimensions = question.by.map((name) => dimensionOf(corpus, question, name));
  const groups = makeGroups(dimensions);
  const isKept = rowFilter(corpus, question);
  const drops = question.by.map((name) => question.said?.includes(name) ?? false);
  const { of, order } = corpus.units[question.unit];
  const { start } = corpus.tables[question.table];
  const isEach = question.unit === "statements";
  for (let rank = 0; rank < order.length; rank += 1) {
    const at = order[rank];
    if (!mask[at]) continue;
    for (let row = start[at]; row < start[at + 1]; row += 1) {
      if (isKept(row)) placeRow(groups, dimensions, drops, row, isEach ? row : of[at]);
    }
  }
  const found = groups.found.map(({ code, rows }) => ({ key: keyOf(dimensions, code), n: rows.length, rows }));
  return Object.assign(found, { left: 0 });
}

function makeGroups(dimensions) {
  const space = dimensions.reduce((all, { size }) => all * (size + 1), 1);
  const found = [];
  const listed = space <= MOST_LISTED ? new Int32Array(space).fill(-1) : new Map();
  const groupOf = listed instanceof Map
    ? (code) => listed.get(code) ?? (listed.set(code, found.length), found.length)
    : (code) => (listed[code] < 0 ? (listed[code] = found.length) : listed[code]);
  const add = (code, row, unit) => {
    const rank = groupOf(code);
    const group = found[rank] ?? (found[rank] = { code, last: -1, rows: [] });
    if (group.last === unit) return;
    group.last = unit;
    group.rows.push(row);
  };
  return { found, add };
}

/** Put a row under every combination of its values. */
function placeRow(groups, dimensions, drops, row, unit, rank = 0, code = 0) {
  if (rank === dimensions.length) {
    groups.add(code, row, unit);
    return;
  }
  const { start, codes, size } = dimensions[rank];
  const [from, to] = start ? [start[row], start[row + 1]] : [row, row + 1];
  for (let slot = from; slot < to; slot += 1) {
    if (codes[slot] >= 0 || !drops[rank]) placeRow(groups, dimensions, drops, row, unit, rank + 1, code * (size + 1) + codes[slot] + 1);
  }
}

function keyOf(dimensions, code) {
  const key = [];
  for (const { size, keyOf: valueOf } of dimensions.toReversed()) {
    key.unshift(valueOf((code % (size + 1)) - 1));
    code = Math.floor(code / (size + 1));
  }
  return key;
}

/** Return whether a row has one of the words that the question wants in each column of `where`. */
function rowFilter(corpus, { table, where }) {
  const wanted = Object.entries(where ?? {}).map(([column, words]) => [corpus.tables[table][column], new Set(words)]);
  return (row) => wanted.every(([column, words]) => words.has(column[row]));
}
