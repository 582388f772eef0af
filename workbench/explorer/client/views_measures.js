// Sanctions in one view: who restricts whom by what, how far the measure has come, and in which mood it is told.

import { makeMark } from "./measure.js";
import { asked, baseOf, inLookOrder, inOrder, labeller, titled, unitWord } from "./views_build.js";
import { say, sayValue } from "./words.js";

const MOST_PAIRS = 12;
const PARTIES = ["authority", "recipient", "instrument"];

/** Pairs of authority and recipient down, instruments across; in each cell a bar for each status, cut by modality. */
export async function measuresInFull(scene) {
  const { selection } = scene;
  const [wholes, parts] = await Promise.all([
    asked(scene, { table: "sanctions", by: [...PARTIES, "status"] }), asked(scene, { table: "sanctions", by: [...PARTIES, "status", "modality"] }),
  ]);
  const partsOf = Map.groupBy(parts, (group) => group.key.slice(0, 4).join("\u0000"));
  const groupsOf = Map.groupBy(wholes, (group) => group.key.slice(0, 3).join("\u0000"));
  // One order of statuses in all cells, so that they can be compared.
  const statuses = inOrder(Object.keys(scene.source.payload.values), [...new Set(wholes.map(({ key }) => key[3]))]);
  const barsAt = (at) => (groupsOf.get(at) ?? []).toSorted((a, b) => statuses.indexOf(a.key[3]) - statuses.indexOf(b.key[3]))
    .map((group) => statusBar(scene, group, partsOf.get(group.key.join("\u0000"))));
  const line = (pair) => instruments.map((instrument) => barsAt(`${pair}\u0000${instrument}`));
  const actor = labeller(scene, "entity");
  const pairs = bySize(wholes, ({ key }) => key.slice(0, 2).join("\u0000"), (pair) => pair.split("\u0000").map((number) => actor(Number(number))).join(" "));
  const instruments = bySize(wholes, ({ key }) => key[2], String).sort((a, b) => Number(a === "") - Number(b === ""));
  const shown = pairs.slice(0, MOST_PAIRS).map(line);
  return {
    key: "measures", title: titled(scene, "Sanctions: who against whom, by what, how far", "Sanksi: siapa terhadap siapa, dengan apa, sejauh mana"), form: "trellis",
    base: baseOf(scene), unit: unitWord(scene), tags: ["sanctions"],
    heads: [titled(scene, "Authority → recipient", "Penjatuh → sasaran"), titled(scene, "Instrument", "Jenis"), titled(scene, "Status", "Tahap")],
    rows: pairs.map((pair) => pair.split("\u0000").map((number) => actor(Number(number)))), columns: instruments.map((value) => sayValue(selection.lang, value || null)),
    // Of hundreds of pairs few are drawn; the others are made when their table is asked for.
    wholes, wordsOf: (group) => barWords(scene, group), shown, get cells() { return pairs.map(line); },
    series: inLookOrder(scene, [...new Set(shown.flat(2).flatMap((bar) => bar.marks.map((mark) => mark.series)))]), left: wholes.left,
    note: selection.unit === "statements" ? null : say(selection.lang, "once_each"),
  };
}

function barWords(scene, { key: [authority, recipient, instrument, status] }) {
  const { lang } = scene.selection;
  const actor = labeller(scene, "entity");
  return [`${actor(authority)} → ${actor(recipient)}`, sayValue(lang, instrument || null), sayValue(lang, status || null)].join(", ");
}

/** A bar for a status; where the source left its smallest groups out, it is not cut. */
function statusBar(scene, group, parts = [{ ...group, key: [...group.key, "undivided"] }]) {
  const { lang } = scene.selection;
  const words = barWords(scene, group);
  const marks = inLookOrder(scene, parts.map((part) => part.key[4])).map((modality) =>
    makeMark(`${words}, ${sayValue(lang, modality)}`, "sanctions", parts.find((part) => part.key[4] === modality), { series: modality }));
  return { label: sayValue(lang, group.key[3] || null), whole: makeMark(words, "sanctions", group), marks, n: group.n };
}

/** Return the distinct keys of groups, those with the largest sum first, ties by label. */
function bySize(groups, keyOf, labelOf) {
  const sizes = new Map();
  for (const group of groups) sizes.set(keyOf(group), (sizes.get(keyOf(group)) ?? 0) + group.n);
  return [...sizes.keys()].sort((a, b) => sizes.get(b) - sizes.get(a) || (labelOf(a) < labelOf(b) ? -1 : 1));
}
