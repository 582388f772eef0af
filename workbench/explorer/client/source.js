// The one seam under the views: a source answers questions about a corpus, wherever the corpus is.
//
// A source has
//   payload, words, facets    what is known from the start: labels, values of facets, looks, accuracy, methods
//   totals                    how many articles, stories and origins there are
//   filter(selection)         -> {n, facets}: units kept, and for each facet those that each of its values would keep
//   days(selection, table)    -> [first, last] day among the rows, or null
//   tally(selection, question) -> [{key, n, ...}]: groups of rows, whose evidence `evidence` finds; its `left` tells how
//                                many of the smallest groups are not in it
//   lines(selection, terms)   -> {n, lines, left}: places of words, in their sentences; `left` articles were not read
//   terms(selection, against) -> {here, there, of, terms}: words that tell two selections apart, in the articles read
//                                here and there of all that there are
//   evidence(mark, from, to)  -> rows of evidence of a mark, in the order of the articles
// and answers with promises. A question is {table, by, said, where, bins}: `by` names dimensions (dimensions.js), `said`
// those of them whose unsaid values are left out, `where` words that columns must hold, `bins` the first days of bins.

import { dayRange, filterCorpus } from "./filter.js";
import { tallyRows } from "./tally.js";
import { evidenceOf } from "./corpus.js";
import { contextLines, tellingTerms } from "./terms.js";

/** Return the source of a corpus that the page itself holds. */
export function pageSource(corpus) {
  const found = new WeakMap();
  const kept = (selection) => {
    if (!found.has(selection)) found.set(selection, filterCorpus(corpus, selection));
    return found.get(selection);
  };
  const distinct = (column) => new Set(column).size;
  const { story, origin } = corpus.tables.articles;
  return {
    payload: corpus.payload, words: corpus.words, facets: corpus.facets,
    totals: { articles: corpus.n, stories: distinct(story), origins: distinct(origin) },
    filter: async (selection) => kept(selection),
    days: async (selection, table) => dayRange(corpus, kept(selection).mask, table),
    tally: async (selection, question) => tallyRows(corpus, kept(selection).mask, { ...question, unit: selection.unit }),
    lines: async (selection, terms) => contextLines(corpus, kept(selection).mask, terms),
    terms: async (selection, against) => tellingTerms(corpus, kept(selection).mask, against && kept(against).mask),
    evidence: async (mark, from = 0, to = mark.n) => mark.rows().sort((a, b) => a - b).slice(from, to).map((row) => evidenceOf(corpus, mark.table, row)),
  };
}
