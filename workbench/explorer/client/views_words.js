// Words in their context, and the terms that tell two selections apart.

import { keynessScore, makeMark } from "./measure.js";
import { filterCorpus } from "./filter.js";
import { makeSelection } from "./selection.js";
import { fold, parseQuery, wanted } from "./query.js";
import { baseOf, titled, unitWord } from "./views_build.js";
import { passageText, textsOf } from "./corpus.js";
import { say } from "./words.js";

const MOST_LINES = 500;
const MOST_TERMS = 15;
const FEWEST_ARTICLES = 2;
const WORD = /\p{L}[\p{L}\p{M}\p{N}'’-]*/gu;

export function wordCharts(scene) {
  return [concordance(scene), keyness(scene)];
}

/** Every place of the words asked for, in the sentence around it. */
function concordance(scene) {
  const { corpus, mask, selection, options } = scene;
  const terms = options.term.trim() ? [fold(options.term.trim())] : wanted(parseQuery(selection.text));
  const lines = [];
  let n = 0;
  for (let at = 0; terms.length && at < corpus.passages.size; at += 1) {
    if (!mask[corpus.passages.article[at]]) continue;
    const words = passageText(corpus, at);
    for (const hit of hitsOf(words, terms)) {
      n += 1;
      if (lines.length < MOST_LINES) lines.push(makeMark(hit.exact, "passages", [at], { ...hit, passage: at }));
    }
  }
  return {
    key: "concordance", title: titled(scene, "Words in their context", "Kata dalam konteks"), form: "lines", base: `n = ${n}`, unit: unitWord(scene), tags: [],
    lines, left: n - lines.length, hint: terms.length ? null : say(selection.lang, "kwic_hint"),
  };
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

/** Terms by the number of articles that hold them, here against the articles compared with. */
function keyness(scene) {
  const { corpus, mask, selection, options } = scene;
  const other = otherMask(scene);
  const lists = termLists(corpus);
  const [n, m] = [new Uint32Array(lists.words.length), new Uint32Array(lists.words.length)];
  let [total, others] = [0, 0];
  for (let at = 0; at < corpus.n; at += 1) {
    if (mask[at]) total += 1;
    if (other[at]) others += 1;
    for (const term of lists.of[at]) {
      if (mask[at]) n[term] += 1;
      if (other[at]) m[term] += 1;
    }
  }
  const scored = total && others ? scoredTerms(n, total, m, others) : [];
  const pick = (sign) => scored.filter(({ g2 }) => g2 * sign > 0).sort((a, b) => (b.g2 - a.g2) * sign || a.term - b.term).slice(0, MOST_TERMS);
  const group = (side, seen, label) => ({ term, g2 }) => {
    const rows = [];
    for (let at = 0; at < corpus.n; at += 1) if (side[at] && lists.of[at].includes(term)) rows.push(at);
    const words = lists.words[term];
    return { label: words, n: seen[term], note: `G² ${Math.abs(g2).toFixed(1)}`, marks: [makeMark(`${words}, ${label}`, "articles", rows, { series: label, term: words })] };
  };
  return {
    key: "keyness", title: titled(scene, "Terms that tell this selection from another", "Istilah yang membedakan pilihan ini dari yang lain"), form: "bars",
    base: `n = ${total} ${titled(scene, "articles here", "artikel di sini")}, ${others} ${titled(scene, "there", "di sana")}`, unit: titled(scene, "articles", "artikel"), tags: [],
    groups: [...pick(1).map(group(mask, n, "here")), ...pick(-1).map(group(other, m, "there"))], series: ["here", "there"], isOrdered: true,
    hint: others ? null : say(selection.lang, "nothing_there"), note: titled(scene, "Largest signed G² of document frequency first; 3.84 is p < 0.05 for one term tested alone.", "G² bertanda terbesar dahulu; 3,84 berarti p < 0,05 untuk satu istilah yang diuji sendiri."),
  };
}

function otherMask({ corpus, mask, options }) {
  if (options.against === null) return mask.map((kept) => 1 - kept);
  return filterCorpus(corpus, makeSelection(options.against)).mask;
}

function scoredTerms(n, total, m, others) {
  const scored = [];
  for (let term = 0; term < n.length; term += 1) {
    if (n[term] + m[term] >= FEWEST_ARTICLES) scored.push({ term, g2: keynessScore(n[term], total, m[term], others) });
  }
  return scored;
}

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
