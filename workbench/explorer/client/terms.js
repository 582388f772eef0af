// Words in the page's own corpus: where they stand, and which of them tell two sets of articles apart.

import { articleOf, passageText, textsOf } from "./corpus.js";
import { keynessScore } from "./measure.js";
import { fold } from "./query.js";

const MOST_LINES = 500;
const MOST_TERMS = 15;
const FEWEST_ARTICLES = 2;
const WORD = /\p{L}[\p{L}\p{M}\p{N}'’-]*/gu;

/** Return every place of folded `terms` in the articles of `mask`, each in the sentence around it. */
export function contextLines(corpus, mask, terms) {
  const { passages } = corpus;
  const lines = [];
  let n = 0;
  for (let at = 0; terms.length && at < passages.size; at += 1) {
    if (!mask[passages.article[at]]) continue;
    for (const hit of hitsOf(passageText(corpus, at), terms)) {
      n += 1;
      if (lines.length < MOST_LINES) lines.push(lineOf(corpus, at, hit));
    }
  }
  return { n, lines, left: 0 };
}

function lineOf(corpus, at, { before, exact, after }) {
  const pieces = [{ text: before, marked: false }, { text: exact, marked: true }, { text: after, marked: false }];
  const { article, line, role } = corpus.passages;
  const row = { table: "passages", article: articleOf(corpus, article[at]), rule: null, cells: {}, passages: [{ pieces, line: line[at] + 1, role: role[at] }] };
  return { before, exact, after, row };
}

/** Where folding keeps the length of the words, hits are cut from the words themselves. */
function hitsOf(words, terms) {
  const folded = fold(words);
  const cut = folded.length === words.length ? words : folded;
  const hits = [];
  for (const term of terms) {
    for (let from = folded.indexOf(term); from >= 0; from = folded.indexOf(term, from + term.length)) {
      hits.push({ from, before: cut.slice(0, from), exact: cut.slice(from, from + term.length), after: cut.slice(from + term.length) });
    }
  }
  return hits.sort((a, b) => a.from - b.from);
}

/**
 * Return {here, there, of, terms}: how many articles of `mask` and of `other` (null for all that `mask` does not keep) were
 * read, how many each keeps, and the
 * words, stop words left out, whose share of articles differs most, as {term, g2, n, seen, rows}: `seen` in so many articles of each, where `rows()` are the articles of the side where it is
 * commoner.
 */
export function tellingTerms(corpus, mask, other) {
  const against = other ?? mask.map((kept) => 1 - kept);
  const lists = termLists(corpus);
  const [here, there] = [countTerms(lists, mask), countTerms(lists, against)];
  const stopped = new Set(corpus.payload.stopwords);
  const scored = (here.total && there.total ? scoredTerms(here, there) : []).filter(({ term }) => !stopped.has(lists.words[term]));
  const pick = (sign) => scored.filter(({ g2 }) => g2 * sign > 0).sort((a, b) => (b.g2 - a.g2) * sign || (lists.words[a.term] < lists.words[b.term] ? -1 : 1)).slice(0, MOST_TERMS);
  const named = (side) => ({ term, g2 }) => {
    const rows = [];
    for (let at = 0; at < corpus.n; at += 1) if (side[at] && lists.of[at].includes(term)) rows.push(at);
    return { term: lists.words[term], g2, n: rows.length, seen: [here.n[term], there.n[term]], rows: () => rows.slice() };
  };
  return { here: here.total, there: there.total, of: [here.total, there.total], terms: [...pick(1).map(named(mask)), ...pick(-1).map(named(against))] };
}

function countTerms(lists, mask) {
  const n = new Uint32Array(lists.words.length);
  let total = 0;
  for (let at = 0; at < mask.length; at += 1) {
    if (!mask[at]) continue;
    total += 1;
    for (const term of lists.of[at]) n[term] += 1;
  }
  return { n, total };
}

function scoredTerms(here, there) {
  const scored = [];
  for (let term = 0; term < here.n.length; term += 1) {
    if (here.n[term] + there.n[term] >= FEWEST_ARTICLES) scored.push({ term, g2: rounded(keynessScore(here.n[term], here.total, there.n[term], there.total)) });
  }
  return scored;
}

// Scores that differ by less are equal: they come of the same numbers in another order.
const rounded = (score) => Math.round(score * 1e6) / 1e6;

/** Return the distinct words of each article, as numbers; made once. */
function termLists(corpus) {
  if (corpus.lists) return corpus.lists;
  const numbers = new Map();
  const of = textsOf(corpus).map((text) => {
    const found = new Set();
    for (const [word] of text.matchAll(WORD)) {
      if (!numbers.has(word)) numbers.set(word, numbers.size);
      found.add(numbers.get(word));
    }
    return Uint32Array.from(found);
  });
  corpus.lists = { of, words: [...numbers.keys()] };
  return corpus.lists;
}
