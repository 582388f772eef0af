// Which articles a selection keeps, and what each further choice would keep.

import { FACETS } from "./selection.js";
import { parseQuery } from "./query.js";
import { textsOf } from "./corpus.js";

const MILLISECONDS = 86_400_000;

/** Return the articles that `selection` keeps as a mask (1 for kept), and how many of each facet's values they have. */
export function filterCorpus(corpus, selection) {
  const always = both(datesMask(corpus, selection), textMask(corpus, selection.text));
  const masks = Object.fromEntries(FACETS.map((facet) => [facet, facetMask(corpus, selection, facet)]));
  let mask = always;
  for (const facet of FACETS) mask = both(mask, masks[facet]);
  const facets = {};
  for (const facet of FACETS) {
    let others = both(always, exclusionMask(corpus, selection, facet));
    for (const other of FACETS) if (other !== facet) others = both(others, masks[other]);
    facets[facet] = countValues(corpus, facet, others, selection.unit);
  }
  return { mask, n: countUnits(corpus, mask, selection.unit), facets };
}

/** Count articles, stories or origins in a mask; statements are counted where there are some, so here as articles. */
function countUnits(corpus, mask, unit) {
  const { of, order } = corpus.units[unit];
  let n = 0;
  let last = -1;
  for (let rank = 0; rank < order.length; rank += 1) {
    const at = order[rank];
    if (mask[at] && of[at] !== last) {
      last = of[at];
      n += 1;
    }
  }
  return n;
}

function countValues(corpus, facet, mask, unit) {
  const { start, values, terms } = corpus.facets[facet];
  const { of, order } = corpus.units[unit];
  const counts = new Uint32Array(terms.key.length);
  const last = new Int32Array(terms.key.length).fill(-1);
  for (let rank = 0; rank < order.length; rank += 1) {
    const at = order[rank];
    if (!mask[at]) continue;
    for (let slot = start[at]; slot < start[at + 1]; slot += 1) {
      const value = values[slot];
      if (last[value] !== of[at]) {
        last[value] = of[at];
        counts[value] += 1;
      }
    }
  }
  return counts;
}

/** Combine two masks; null stands for no restriction. */
function both(one, other) {
  if (!one || !other) return one ?? other ?? null;
  const made = new Uint8Array(one.length);
  for (let at = 0; at < made.length; at += 1) made[at] = one[at] & other[at];
  return made;
}

function datesMask(corpus, selection) {
  const [from, to] = [dayNumber(selection.date_from) ?? -Infinity, dayNumber(selection.date_to) ?? Infinity];
  const bounded = selection.date_from !== null || selection.date_to !== null;
  const undated = selection.include_undated || !bounded ? 1 : 0;
  const mask = new Uint8Array(corpus.n);
  for (let at = 0; at < corpus.n; at += 1) {
    const day = corpus.days[at];
    mask[at] = Number.isNaN(day) ? undated : Number(day >= from && day <= to);
  }
  return mask;
}

/** Return the first and the last day among the rows of a table in the articles of `mask`, or null where there is none. */
export function dayRange(corpus, mask, table) {
  const rows = corpus.tables[table];
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < rows.size; row += 1) {
    const day = rows.day[row];
    if (day === null || !mask[rows.article[row]]) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return first > last ? null : [first, last];
}

function dayNumber(day) {
  return day === null ? null : Math.round(Date.parse(`${day}T00:00:00Z`) / MILLISECONDS);
}

export function dayName(number) {
  return new Date(number * MILLISECONDS).toISOString().slice(0, 10);
}

function facetMask(corpus, selection, facet) {
  const inside = valuesMask(corpus, facet, selection[facet], 1);
  return both(inside, exclusionMask(corpus, selection, facet));
}

function exclusionMask(corpus, selection, facet) {
  return valuesMask(corpus, facet, selection[`not_${facet}`], 0);
}

/** Mark the articles that have one of the values with `found`, all others with its opposite. */
function valuesMask(corpus, facet, keys, found) {
  if (!keys.length) return null;
  const { start, values, number, terms } = corpus.facets[facet];
  const asked = new Uint8Array(terms.key.length);
  for (const key of keys) if (number.has(key)) asked[number.get(key)] = 1;
  const mask = new Uint8Array(corpus.n).fill(1 - found);
  for (let at = 0; at < corpus.n; at += 1) {
    for (let slot = start[at]; slot < start[at + 1]; slot += 1) if (asked[values[slot]]) mask[at] = found;
  }
  return mask;
}

function textMask(corpus, text) {
  const tree = parseQuery(text);
  return tree && queryMask(corpus, tree);
}

function queryMask(corpus, tree) {
  if (tree.op === "term") return termMask(corpus, tree.term);
  const parts = tree.parts.map((part) => queryMask(corpus, part));
  const made = parts[0].slice();
  for (let at = 0; at < made.length; at += 1) {
    if (tree.op === "not") made[at] = 1 - made[at];
    for (const part of parts) made[at] = tree.op === "and" ? made[at] & part[at] : tree.op === "or" ? made[at] | part[at] : made[at];
  }
  return made;
}

/** Searching reads every text, so what was found is kept. */
function termMask(corpus, term) {
  if (!corpus.terms.has(term)) {
    const texts = textsOf(corpus);
    if (corpus.terms.size > 200) corpus.terms.clear();
    corpus.terms.set(term, Uint8Array.from(texts, (text) => Number(text.includes(term))));
  }
  return corpus.terms.get(term);
}
