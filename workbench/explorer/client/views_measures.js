// Sanctions in one view: who restricts whom by what, how far the measure has come, and in which mood it is told.

import { makeMark } from "./measure.js";
import { asked, baseOf, inLookOrder, labeller, titled, unitWord } from "./views_build.js";
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
  const cells = Map.groupBy(wholes.map((group) => statusBar(scene, group, partsOf.get(group.key.join("\u0000")))), (bar) => bar.at);
  const actor = labeller(scene, "entity");
  const pairs = bySize(wholes, ({ key }) => key.slice(0, 2).join("\u0000"), (pair) => pair.split("\u0000").map((number) => actor(Number(number))).join(" "));
  const instruments = bySize(wholes, ({ key }) => key[2], String).sort((a, b) => Number(a === "") - Number(b === ""));
  return {
    key: "measures", title: titled(scene, "Sanctions: who against whom, by what, how far", "Sanksi: siapa terhadap siapa, dengan apa, sejauh mana"), form: "trellis",
    base: baseOf(scene), unit: unitWord(scene), tags: ["sanctions"],
    heads: [titled(scene, "Authority → recipient", "Penjatuh → sasaran"), titled(scene, "Instrument", "Jenis"), titled(scene, "Status", "Tahap")],
    rows: pairs.map((pair) => pair.split("\u0000").map((number) => actor(Number(number)))), columns: instruments.map((value) => sayValue(selection.lang, value || null)),
    cells: pairs.map((pair) => instruments.map((instrument) => cells.get(`${pair}\u0000${instrument}`) ?? [])), most: MOST_PAIRS,
    series: inLookOrder(scene, [...new Set(parts.map((group) => group.key[4]))]),
    note: selection.unit === "statements" ? null : say(selection.lang, "once_each"),
  };
}

function statusBar(scene, group, parts) {
  const { lang } = scene.selection;
  const actor = labeller(scene, "entity");
  const [authority, recipient, instrument, status] = group.key;
  const words = [`${actor(authority)} → ${actor(recipient)}`, sayValue(lang, instrument || null), sayValue(lang, status || null)].join(", ");
  const marks = inLookOrder(scene, parts.map((part) => part.key[4])).map((modality) =>
    makeMark(`${words}, ${sayValue(lang, modality)}`, "sanctions", parts.find((part) => part.key[4] === modality), { series: modality }));
  return { at: group.key.slice(0, 3).join("\u0000"), label: sayValue(lang, status || null), whole: makeMark(words, "sanctions", group), marks, n: group.n };
}

/** Return the distinct keys of groups, those with the largest sum first, ties by label. */
function bySize(groups, keyOf, labelOf) {
  const sizes = new Map();
  for (const group of groups) sizes.set(keyOf(group), (sizes.get(keyOf(group)) ?? 0) + group.n);
  return [...sizes.keys()].sort((a, b) => sizes.get(b) - sizes.get(a) || (labelOf(a) < labelOf(b) ? -1 : 1));
}
