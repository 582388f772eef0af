// Counting in the page: which rows of a table stand under each key, one for each unit that is counted.

import { dimensionOf } from "./dimensions.js";

// Up to so many codes a list finds the group of each; beyond, a map does.
const MOST_LISTED = 1 << 20;
// So many questions keep their groups.
const MOST_KEPT = 64;

/**
 * Return the groups of a question (see source.js) among the articles of `mask`: [{key, n, rows}], where `rows()` are the
 * rows that are counted.
 *
 * With the unit "statements" every row counts, else the first row of each article, story or origin.
 */
export function tallyRows(corpus, mask, { unit, ...question }) {
  const groups = groupsIn(corpus, question, unit === "statements");
  const counted = (put) => eachCounted(groups, mask, corpus.units[unit], put);
  const n = new Uint32Array(groups.keys.length);
  counted((group) => { n[group] += 1; });
  const rowsOf = (wanted) => {
    const rows = [];
    counted((group, row) => { if (group === wanted) rows.push(row); });
    return rows;
  };
  const found = [];
  groups.keys.forEach((key, rank) => { if (n[rank]) found.push({ key, n: n[rank], rows: () => rowsOf(rank) }); });
  return Object.assign(found, { left: 0 });
}

/** Call `put(group, row)` for each row that counts. An article is in each group once, a story or origin through its first. */
function eachCounted({ keys, start, group, row }, mask, { of, order }, put) {
  const last = new Int32Array(keys.length).fill(-1);
  const joins = of !== order;
  for (let rank = 0; rank < order.length; rank += 1) {
    const at = order[rank];
    if (!mask[at]) continue;
    for (let slot = start[at]; slot < start[at + 1]; slot += 1) {
      const to = group[slot];
      if (joins && last[to] === of[at]) continue;
      last[to] = of[at];
      put(to, row[slot]);
    }
  }
}

/** Return the groups of a question in all articles: {keys, start, group, row}; those asked for last are kept. */
function groupsIn(corpus, question, isEach) {
  const name = JSON.stringify([question, isEach]);
  const known = corpus.groups.get(name) ?? makeGroups(corpus, question, isEach);
  corpus.groups.delete(name);
  corpus.groups.set(name, known);
  if (corpus.groups.size > MOST_KEPT) corpus.groups.delete(corpus.groups.keys().next().value);
  return known;
}

/** Put the rows of each article under their groups, in an article one under each unless each row counts. */
function makeGroups(corpus, question, isEach) {
  const dimensions = question.by.map((name) => ({ ...dimensionOf(corpus, question, name), drops: question.said?.includes(name) ?? false }));
  const { codes, rankOf } = numbering(dimensions);
  const isKept = rowFilter(corpus, question);
  const { start: firsts } = corpus.tables[question.table];
  const start = new Uint32Array(corpus.n + 1);
  const [group, row, last, under] = [[], [], [], []];
  for (let at = 0; at < corpus.n; at += 1) {
    for (let place = firsts[at]; place < firsts[at + 1]; place += 1) {
      if (!isKept(place)) continue;
      for (const code of codesOf(dimensions, place, under)) {
        const rank = rankOf(code);
        if (!isEach && last[rank] === at) continue;
        last[rank] = at;
        group.push(rank);
        row.push(place);
      }
    }
    start[at + 1] = group.length;
  }
  return { keys: codes.map((code) => keyOf(dimensions, code)), start, group: Int32Array.from(group), row: Int32Array.from(row) };
}

/** Return what numbers codes in the order in which they are met. */
function numbering(dimensions) {
  const space = dimensions.reduce((all, { size }) => all * (size + 1), 1);
  const codes = [];
  if (space > MOST_LISTED) {
    const known = new Map();
    return { codes, rankOf: (code) => known.get(code) ?? (known.set(code, codes.length), codes.push(code) - 1) };
  }
  const listed = new Int32Array(space).fill(-1);
  return { codes, rankOf: (code) => (listed[code] < 0 ? (listed[code] = codes.push(code) - 1) : listed[code]) };
}

/** Return the code of each combination of a row's values, in `under`, which is used again. */
function codesOf(dimensions, row, under) {
  under.length = 0;
  combine(dimensions, row, under, 0, 0);
  return under;
}

function combine(dimensions, row, under, rank, code) {
  if (rank === dimensions.length) {
    under.push(code);
    return;
  }
  const { start, codes, size, drops } = dimensions[rank];
  const end = start ? start[row + 1] : row + 1;
  for (let slot = start ? start[row] : row; slot < end; slot += 1) {
    if (codes[slot] >= 0 || !drops) combine(dimensions, row, under, rank + 1, code * (size + 1) + codes[slot] + 1);
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
