// The source behind which a kernel counts: questions go out as messages, all those of a moment in one.

import { FACETS, settingsOf } from "./selection.js";
import { facetTerms } from "./corpus.js";

/** Return the source that `head` describes (the JSON of workbench.explorer.kernel.KernelHead) and `ask(question)` answers. */
export function kernelSource(head, ask) {
  const about = (selection, fields) => ask({ selection: settingsOf(selection), ...fields });
  return {
    payload: head, words: head.vocabulary, totals: head.totals,
    facets: Object.fromEntries(FACETS.map((facet) => [facet, facetTerms(head.vocabulary, facet)])),
    filter: (selection) => about(selection, { ask: "filter" }),
    days: (selection, table) => about(selection, { ask: "days", table }),
    tally: async (selection, question) => groupsOf(await about(selection, { ask: "tally", question }), { selection, question }),
    lines: (selection, terms) => about(selection, { ask: "lines", terms }),
    terms: async (selection, against) => {
      const found = await about(selection, { ask: "terms", against: against && settingsOf(against) });
      return { ...found, terms: found.terms.map((term) => ({ ...term, asked: { selection, rows: term.rows } })) };
    },
    evidence: async (mark, from = 0, to = mark.n) => {
      const { selection, ...fields } = mark.asked;
      const rows = [];
      while (rows.length < to - from) {
        const more = await about(selection, { ask: "evidence", ...fields, from: from + rows.length, to });
        if (!more.length) break;
        rows.push(...more);
      }
      return rows;
    },
  };
}

function groupsOf({ keys, n, left }, asked) {
  const groups = n.map((count, rank) => {
    const key = keys.map((values) => values[rank]);
    return { key, n: count, asked: { ...asked, key } };
  });
  return Object.assign(groups, { left });
}

/** Return `ask(question)`, a promise of the kernel's answer. Answers to what nobody waits for any more are dropped. */
export function kernelAsker(model) {
  const waiting = new Map();
  let [turn, asks] = [0, []];
  const send = () => {
    turn += 1;
    waiting.set(turn, asks);
    model.send({ turn, asks: asks.map(({ question }) => question) });
    asks = [];
  };
  const hear = ({ turn: answered, answers }) => {
    const heard = waiting.get(answered) ?? [];
    waiting.delete(answered);
    heard.forEach(({ resolve, reject }, rank) => ("error" in answers[rank] ? reject(new Error(answers[rank].error)) : resolve(answers[rank].value)));
  };
  model.on("msg:custom", hear);
  const ask = (question) => new Promise((resolve, reject) => {
    if (!asks.length) queueMicrotask(send);
    asks.push({ question, resolve, reject });
  });
  return { ask, stop: () => model.off("msg:custom", hear) };
}
