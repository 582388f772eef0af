// What is reported to have been done or promised: sanctions, military cooperation, commitments.

import { barChart, labeller, matrixChart, titled } from "./views_build.js";
import { measuresInFull } from "./views_measures.js";
import { militaryPlaces } from "./views_places.js";
import { timeBins } from "./measure.js";
import { say, sayValue } from "./words.js";

const valueLabel = (scene) => (value) => sayValue(scene.selection.lang, value === "" ? null : value);

/** Bars of a closed list of values, cut by modality. */
const byModality = (key, table, column, english, indonesian) => (scene) => barChart(scene, {
  key, title: titled(scene, english, indonesian), question: { table, by: [column] }, series: "modality", labelOf: valueLabel(scene),
});

export const sanctionCharts = [
  measuresInFull,
  (scene) => matrixChart(scene, {
    key: "parties", title: titled(scene, "Sanctions: authority × recipient", "Sanksi: penjatuh × sasaran"), question: { table: "sanctions", by: ["authority", "recipient"] },
    heads: [titled(scene, "Authority", "Penjatuh"), titled(scene, "Recipient", "Sasaran")], rowLabel: labeller(scene, "entity"), columnLabel: labeller(scene, "entity"),
  }),
  byModality("instruments", "sanctions", "instrument", "Sanctions by instrument", "Sanksi menurut jenis"),
  byModality("statuses", "sanctions", "status", "Sanctions by status", "Sanksi menurut tahap"),
];

export const militaryCharts = [
  militaryPlaces,
  byModality("kinds", "cooperation", "kind", "Military cooperation by kind", "Kerja sama militer menurut jenis"),
  kindsOverTime,
  (scene) => barChart(scene, {
    key: "equipment", title: titled(scene, "Equipment and named exercises", "Alutsista dan latihan bernama"),
    question: { table: "cooperation", by: ["equipment"], said: ["equipment"] }, series: "modality", labelOf: labeller(scene, "equipment"),
  }),
  (scene) => barChart(scene, {
    key: "places", title: titled(scene, "Places of military cooperation", "Tempat kerja sama militer"),
    question: { table: "cooperation", by: ["place"], said: ["place"] }, series: "modality", labelOf: labeller(scene, "entity"),
  }),
  (scene) => matrixChart(scene, {
    key: "takers", title: titled(scene, "Who takes part × kind", "Siapa ikut × jenis"), question: { table: "cooperation", by: ["actors", "kind"] },
    heads: [titled(scene, "Actor", "Aktor"), titled(scene, "Kind", "Jenis")], rowLabel: labeller(scene, "entity"), columnLabel: valueLabel(scene),
  }),
  byModality("commitments", "commitments", "state", "Commitments by state", "Komitmen menurut keadaan"),
  (scene) => matrixChart(scene, {
    key: "committed", title: titled(scene, "Who binds itself × state of the commitment", "Siapa berkomitmen × keadaan komitmen"), question: { table: "commitments", by: ["actors", "state"] },
    heads: [titled(scene, "Actor", "Aktor"), titled(scene, "State", "Keadaan")], rowLabel: labeller(scene, "entity"), columnLabel: valueLabel(scene),
  }),
];

const MOST_TIMES = 12;

/** Kinds of cooperation by the day of publication, in steps that leave few enough columns; undated ones last. */
async function kindsOverTime(scene) {
  const { source, selection } = scene;
  const days = await source.days(selection, "articles");
  const bins = days ? timeBins(...days, MOST_TIMES).bins : [];
  return matrixChart(scene, {
    key: "kinds-time", title: titled(scene, "Kinds over time of publication", "Jenis menurut waktu terbit"),
    question: { table: "cooperation", by: ["kind", "article.bin"], bins: bins.map((bin) => bin.start) },
    heads: [titled(scene, "Kind", "Jenis"), titled(scene, "Time", "Waktu")], rowLabel: valueLabel(scene),
    columnLabel: (rank) => (rank < 0 ? say(selection.lang, "undated") : bins[rank].label),
    sortColumns: (a, b) => (a < 0) - (b < 0) || a - b,
  });
}
