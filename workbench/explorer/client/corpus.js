// A payload made ready for counting: columns as typed arrays, the rows of each article side by side.

import { FACETS } from "./selection.js";
import { fold } from "./query.js";

const TABLES = Object.freeze([
  "articles", "mentions", "quotes", "agencies", "themes", "sanctions", "cooperation", "commitments", "events", "datelines",
]);
const ZONE = new Set(["headline", "standfirst", "caption", "body"]);

/** Return the corpus of a payload (the JSON of workbench.explorer.Payload). */
export function openCorpus(payload) {
  if (payload.schema !== "workbench.explorer/1") throw new RangeError(`not a payload of this explorer: ${payload.schema}`);
  const n = payload.articles.gap.length;
  const passages = openPassages(payload.passages);
  const tables = Object.fromEntries(TABLES.map((name) => [name, openTable(payload[name], passages, n)]));
  const words = payload.vocabulary;
  const corpus = { payload, n, passages, tables, words, days: openDays(payload.articles.day), texts: null, terms: new Map(), dimensions: new Map(), groups: new Map() };
  corpus.units = openUnits(corpus);
  corpus.facets = Object.fromEntries(FACETS.map((facet) => [facet, openFacet(corpus, facet)]));
  return corpus;
}

/** Day of each article since 1970-01-01; NaN where undated. */
function openDays(days) {
  return Float64Array.from(days, (day) => day ?? NaN);
}

function openPassages(columns) {
  const { article, n } = columns;
  const { text, ends } = openText(columns.pieces);
  const from = new Uint32Array(n.length + 1);
  for (let at = 0; at < n.length; at += 1) from[at + 1] = from[at] + n[at];
  const ofPiece = new Uint32Array(ends.length);
  for (let at = 0; at < n.length; at += 1) ofPiece.fill(at, from[at], from[at + 1]);
  return { article: Uint32Array.from(article), line: columns.line, role: columns.role, from, ofPiece, text, ends, size: n.length };
}

/** Return texts as one, with the end of each; a payload in JSON has them one by one. */
function openText(texts) {
  if (!Array.isArray(texts)) return texts;
  const ends = new Int32Array(texts.length);
  let end = 0;
  texts.forEach((text, rank) => { ends[rank] = end += text.length; });
  return { text: texts.join(""), ends };
}

/** Return what the pieces from `first` up to `end` say. */
function wordsOf({ text, ends }, first, end) {
  return text.slice(first ? ends[first - 1] : 0, end ? ends[end - 1] : 0);
}

function openTable(columns, passages, n) {
  const size = columns.gap.length;
  const first = new Uint32Array(size);
  const article = new Uint32Array(size);
  const start = new Uint32Array(n + 1);
  for (let row = 0, piece = 0; row < size; row += 1) {
    piece += columns.gap[row];
    first[row] = piece;
    article[row] = passages.article[passages.ofPiece[piece]];
    start[article[row] + 1] += 1;
  }
  for (let at = 0; at < n; at += 1) start[at + 1] += start[at];
  return { ...columns, size, first, article, start };
}

/** For each unit of counting: the number of each article's unit, and the articles with those of a unit together. */
function openUnits(corpus) {
  const { story, origin } = corpus.tables.articles;
  const own = Uint32Array.from({ length: corpus.n }, (_, at) => at);
  const unit = (of) => ({ of, order: of === own ? own : own.slice().sort((a, b) => of[a] - of[b] || a - b) });
  return {
    articles: unit(own), stories: unit(Uint32Array.from(story)), origins: unit(Uint32Array.from(origin)), statements: unit(own),
  };
}

const FACET_COLUMNS = Object.freeze({
  publishers: ["articles", "publisher", "publisher"],
  agencies: ["agencies", "agency", "agency"],
  actors: ["mentions", "entity", "entity"],
  themes: ["themes", "concept", "concept"],
});

/** Return what is known of a facet's values: their terms, and the number of each key. */
export function facetTerms(words, facet) {
  const terms = words[FACET_COLUMNS[facet][2]];
  return { terms, number: new Map(terms.key.map((key, rank) => [key, rank])) };
}

/** The values of a facet, and for each article the numbers of its values, each once. */
function openFacet(corpus, facet) {
  const [table, column] = FACET_COLUMNS[facet];
  const rows = corpus.tables[table];
  const { terms, number } = facetTerms(corpus.words, facet);
  const last = new Int32Array(terms.key.length).fill(-1);
  const values = [];
  const start = new Uint32Array(corpus.n + 1);
  for (let at = 0; at < corpus.n; at += 1) {
    for (let row = rows.start[at]; row < rows.start[at + 1]; row += 1) {
      const value = rows[column][row];
      if (value >= 0 && last[value] !== at) {
        last[value] = at;
        values.push(value);
      }
    }
    start[at + 1] = values.length;
  }
  return { terms, number, start, values: Uint32Array.from(values) };
}

/** Return the words of each article, folded, a line each; made at the first search. */
export function textsOf(corpus) {
  if (corpus.texts) return corpus.texts;
  const lines = Array.from({ length: corpus.n }, () => []);
  const { passages } = corpus;
  let before = -1;
  for (let at = 0; at < passages.size; at += 1) {
    if (!ZONE.has(passages.role[at])) continue;
    const into = lines[passages.article[at]];
    const words = passageText(corpus, at);
    const key = passages.article[at] * 1e6 + passages.line[at];
    if (key === before) into[into.length - 1] += ` ${words}`;
    else into.push(words);
    before = key;
  }
  corpus.texts = lines.map((all) => fold(all.join("\n")));
  return corpus.texts;
}

export function passageText(corpus, at) {
  const { from } = corpus.passages;
  return wordsOf(corpus.passages, from[at], from[at + 1]);
}

// What the evidence of a row says beyond its words.
const CELLS = ["speaker", "chain", "modality", "status", "instrument"];

/**
 * Return the evidence of a row: {table, article, rule, cells, passages}; each passage is cut into pieces that say whether
 * they are marked.
 */
export function evidenceOf(corpus, table, row) {
  const rows = corpus.tables[table];
  const { passages } = corpus;
  const [first, end] = [rows.first[row], rows.first[row] + rows.n[row]];
  const [from, to] = [passages.ofPiece[first], passages.ofPiece[end - 1]];
  const shown = [];
  for (let at = from; at <= to; at += 1) {
    const pieces = [];
    for (let piece = passages.from[at]; piece < passages.from[at + 1]; piece += 1) {
      pieces.push({ text: wordsOf(passages, piece, piece + 1), marked: piece >= first && piece < end });
    }
    shown.push({ pieces, line: passages.line[at] + 1, role: passages.role[at] });
  }
  const cells = Object.fromEntries(CELLS.filter((name) => rows[name]).map((name) => [name, rows[name][row]]));
  return { table, article: articleOf(corpus, rows.article[row]), rule: corpus.words.rule.key[rows.rule[row]], cells, passages: shown };
}

/** Return what a citation needs of an article. */
export function articleOf(corpus, at) {
  const columns = corpus.tables.articles;
  const publisher = columns.publisher[at];
  const names = ["id", "path", "url", "headline", "published", "basis", "authors", "place", "language"];
  return { ...Object.fromEntries(names.map((name) => [name, columns[name][at]])), publisher: publisher < 0 ? null : corpus.words.publisher.en[publisher] };
}
