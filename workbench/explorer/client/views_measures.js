// Sanctions in one view: who restricts whom by what, how far the measure has come, and in which mood it is told.

import { makeMark } from "./measure.js";
import { asked, baseOf, inLookOrder, inOrder, labeller, titled, unitWord } from "./views_build.js";
import { say, sayValue } from "./words.js";

const MOST_PAIRS = 12;
const PARTIES = ["authority", "recipient", "instrument"];

/** Pairs of authority and recipient down, instruments across; in each cell a bar for each status, cut by modality. */
export async function measuresInFull(scene) {
  const { selection, source } = scene;
  const [wholes, parts] = await Promise.all([
    asked(scene, { table: "sanctions", by: [...PARTIES, "status"] }), asked(scene, { table: "sanctions", by: [...PARTIES, "status", "modality"] }),
  ]);
  const [wholesOf, partsOf] = [wholes, parts].map((groups) => Map.groupBy(groups, pairOf));
  const actor = labeller(scene, "entity");
  const names = (pair) => wholesOf.get(pair)[0].key.slice(0, 2).map(actor);
  const pairs = bySize(wholes, pairOf, (pair) => names(pair).join(" "));
  const instruments = bySize(wholes, ({ key }) => key[2], String).sort((a, b) => Number(a === "") - Number(b === ""));
  // One order of statuses in all cells, so that they can be compared.
  const statuses = inOrder(Object.keys(source.payload.values), [...new Set(wholes.map(({ key }) => key[3]))]);
  const partsIn = (pair, { key }) => (partsOf.get(pair) ?? []).filter((part) => part.key[2] === key[2] && part.key[3] === key[3]);
  const cell = (pair, instrument) => wholesOf.get(pair).filter(({ key }) => key[2] === instrument)
    .sort((a, b) => statuses.indexOf(a.key[3]) - statuses.indexOf(b.key[3])).map((group) => statusBar(scene, group, partsIn(pair, group)));
  const line = (pair) => instruments.map((instrument) => cell(pair, instrument));
  const shown = pairs.slice(0, MOST_PAIRS);
  const drawn = shown.flatMap((pair) => wholesOf.get(pair).map((group) => cutOf(group, partsIn(pair, group))));
  return {
    key: "measures", title: titled(scene, "Sanctions: who against whom, by what, how far", "Sanksi: siapa terhadap siapa, dengan apa, sejauh mana"), form: "trellis",
    base: baseOf(scene), unit: unitWord(scene), tags: ["sanctions"],
    heads: [titled(scene, "Authority → recipient", "Penjatuh → sasaran"), titled(scene, "Instrument", "Jenis"), titled(scene, "Status", "Tahap")],
    rows: pairs.map(names), columns: instruments.map((value) => sayValue(selection.lang, value || null)),
    // Of hundreds of pairs few are drawn, each when its turn comes; the others are made when their table is asked for.
    wholes, wordsOf: (group) => barWords(scene, group), shown: shown.length, lineAt: (at) => line(pairs[at]), get cells() { return pairs.map(line); },
    longest: Math.max(...drawn.map((cut) => cut.reduce((sum, part) => sum + part.n, 0))),
    series: inLookOrder(scene, [...new Set(drawn.flatMap((cut) => cut.map((part) => part.key[4])))]), left: wholes.left,
    note: selection.unit === "statements" ? null : say(selection.lang, "once_each"),
  };
}

/** Return the number of a pair of actors; -1 is one who is not stated. */
function pairOf({ key: [authority, recipient] }) {
  return (authority + 1) * 2 ** 24 + recipient + 1;
}

function barWords(scene, { key: [authority, recipient, instrument, status] }) {
  const { lang } = scene.selection;
  const actor = labeller(scene, "entity");
  return [`${actor(authority)} → ${actor(recipient)}`, sayValue(lang, instrument || null), sayValue(lang, status || null)].join(", ");
}

/** Return the parts of a bar; where the source left its smallest groups out, it is not cut. */
function cutOf(group, parts) {
  return parts.length ? parts : [{ ...group, key: [...group.key, "undivided"] }];
}

function statusBar(scene, group, parts) {
  const { lang } = scene.selection;
  const words = barWords(scene, group);
  const cut = cutOf(group, parts);
  const marks = inLookOrder(scene, cut.map((part) => part.key[4])).map((modality) =>
    makeMark(`${words}, ${sayValue(lang, modality)}`, "sanctions", cut.find((part) => part.key[4] === modality), { series: modality }));
  return { label: sayValue(lang, group.key[3] || null), whole: makeMark(words, "sanctions", group), marks, n: group.n };
}

/** Return the distinct keys of groups, those with the largest sum first, ties by label. */
function bySize(groups, keyOf, labelOf) {
  const sizes = new Map();
  for (const group of groups) sizes.set(keyOf(group), (sizes.get(keyOf(group)) ?? 0) + group.n);
  return [...sizes.keys()].sort((a, b) => sizes.get(b) - sizes.get(a) || (labelOf(a) < labelOf(b) ? -1 : 1));
}
