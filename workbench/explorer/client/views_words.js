// Words in their context, and the terms that tell two selections apart.

import { makeMark } from "./measure.js";
import { makeSelection } from "./selection.js";
import { fold, parseQuery, wanted } from "./query.js";
import { titled } from "./views_build.js";
import { say, sayNumber } from "./words.js";

export const wordCharts = [concordance, keyness];

/** Every place of the words asked for, in the sentence around it. */
async function concordance(scene) {
  const { source, selection, options } = scene;
  const terms = options.term.trim() ? [fold(options.term.trim())] : wanted(parseQuery(selection.text));
  const { n, lines, left } = terms.length ? await source.lines(selection, terms) : { n: 0, lines: [], left: 0 };
  return {
    key: "concordance", title: titled(scene, "Words in their context", "Kata dalam konteks"), form: "lines", base: `n\u00a0${left ? "≥" : "="}\u00a0${n}`, isOwnBase: true, unit: titled(scene, "places of the words", "kemunculan kata"), tags: [],
    lines: lines.map((line) => makeMark(line.exact, "passages", { n: 1, ...line })), left: n - lines.length, note: left ? say(selection.lang, "not_read", left) : null, hint: terms.length ? null : say(selection.lang, "kwic_hint"),
  };
}

/** Terms by the number of articles that hold them, here against the articles compared with. */
async function keyness(scene) {
  const { source, selection, options } = scene;
  const part = (read, all) => (read === all ? read : `${read} ${say(selection.lang, "of")} ${all}`);
  const { here, there, of, terms } = await source.terms(selection, options.against && makeSelection(options.against));
  const groups = terms.map(({ term, g2, seen, ...group }) => {
    const side = g2 > 0 ? "here" : "there";
    const score = sayNumber(selection.lang, Math.abs(g2), 1);
    const told = say(selection.lang, "term_told", seen[0], here, seen[1], there, score);
    return { label: term, n: group.n, note: `G²\u00a0${score}`, marks: [makeMark(`${term}, ${side}`, "articles", group, { series: side, term, told })] };
  });
  return {
    key: "keyness", title: titled(scene, "Terms that tell this selection from another", "Istilah yang membedakan pilihan ini dari yang lain"), form: "bars",
    isOwnBase: true, base: `n\u00a0=\u00a0${part(here, of[0])} ${titled(scene, "articles here", "artikel di sini")}, ${part(there, of[1])} ${titled(scene, "there", "di sana")}`, unit: titled(scene, "articles", "artikel"), tags: [],
    groups, series: ["here", "there"], isOrdered: true,
    hint: there ? null : say(selection.lang, "nothing_there"), note: titled(scene, "Stop words left out; largest signed G² of document frequency first; 3.84 is p < 0.05 for one term tested alone.", "Kata umum tidak disertakan; G² bertanda terbesar dahulu; 3,84 berarti p < 0,05 untuk satu istilah yang diuji sendiri."),
  };
}
