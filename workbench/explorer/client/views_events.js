// What is reported to have been done or promised: sanctions, military cooperation, commitments.

import { barChart, labeller, matrixChart, orUnstated, titled } from "./views_build.js";
import { binOf, timeBins } from "./measure.js";
import { say, sayValue } from "./words.js";

const valueLabel = (scene) => (value) => sayValue(scene.selection.lang, value === "" ? null : value);

/** Bars of a closed list of values, cut by modality. */
function byModality(scene, { key, title, table, column }) {
  const rows = scene.corpus.tables[table];
  return barChart(scene, {
    key, title, table, keysOf: (row) => rows[column][row] ?? "", labelOf: valueLabel(scene), seriesOf: (row) => rows.modality[row],
  });
}

export function sanctionCharts(scene) {
  const { sanctions } = scene.corpus.tables;
  const actor = labeller(scene, "entity");
  const { lang } = scene.selection;
  return [
    matrixChart(scene, {
      key: "parties", title: titled(scene, "Sanctions: authority × recipient", "Sanksi: penjatuh × sasaran"), table: "sanctions",
      heads: [titled(scene, "Authority", "Penjatuh"), titled(scene, "Recipient", "Sasaran")], rowLabel: actor, columnLabel: actor,
      keysOf: (row) => orUnstated(sanctions.authority[row]).flatMap((a) => orUnstated(sanctions.recipient[row]).map((b) => [a, b])),
    }),
    byModality(scene, { key: "instruments", title: titled(scene, "Sanctions by instrument", "Sanksi menurut jenis"), table: "sanctions", column: "instrument" }),
    byModality(scene, { key: "statuses", title: titled(scene, "Sanctions by status", "Sanksi menurut tahap"), table: "sanctions", column: "status" }),
    matrixChart(scene, {
      key: "measures", title: titled(scene, "Recipient × instrument", "Sasaran × jenis"), table: "sanctions",
      heads: [titled(scene, "Recipient", "Sasaran"), titled(scene, "Instrument", "Jenis")], rowLabel: actor, columnLabel: (value) => sayValue(lang, value || null),
      keysOf: (row) => orUnstated(sanctions.recipient[row]).map((who) => [who, sanctions.instrument[row] ?? ""]),
    }),
  ];
}

export function militaryCharts(scene) {
  const { cooperation, commitments } = scene.corpus.tables;
  const time = timeOf(scene);
  const actor = labeller(scene, "entity");
  const { lang } = scene.selection;
  return [
    byModality(scene, { key: "kinds", title: titled(scene, "Military cooperation by kind", "Kerja sama militer menurut jenis"), table: "cooperation", column: "kind" }),
    matrixChart(scene, {
      key: "kinds-time", title: titled(scene, "Kinds over time of publication", "Jenis menurut waktu terbit"), table: "cooperation",
      heads: [titled(scene, "Kind", "Jenis"), titled(scene, "Time", "Waktu")], sortColumns: true,
      rowLabel: valueLabel(scene), columnLabel: (time) => (time === UNDATED ? say(lang, "undated") : time),
      keysOf: (row) => [[cooperation.kind[row], time(cooperation.article[row])]],
    }),
    barChart(scene, {
      key: "equipment", title: titled(scene, "Equipment and named exercises", "Alutsista dan latihan bernama"), table: "cooperation",
      keysOf: (row) => cooperation.equipment[row], labelOf: labeller(scene, "equipment"), seriesOf: (row) => cooperation.modality[row],
    }),
    barChart(scene, {
      key: "places", title: titled(scene, "Places of military cooperation", "Tempat kerja sama militer"), table: "cooperation",
      keysOf: (row) => (cooperation.place[row] < 0 ? null : cooperation.place[row]), labelOf: actor, seriesOf: (row) => cooperation.modality[row],
    }),
    matrixChart(scene, {
      key: "takers", title: titled(scene, "Who takes part × kind", "Siapa ikut × jenis"), table: "cooperation",
      heads: [titled(scene, "Actor", "Aktor"), titled(scene, "Kind", "Jenis")], rowLabel: actor, columnLabel: valueLabel(scene),
      keysOf: (row) => orUnstated(cooperation.actors[row]).map((who) => [who, cooperation.kind[row]]),
    }),
    barChart(scene, {
      key: "commitments", title: titled(scene, "Commitments by state", "Komitmen menurut keadaan"), table: "commitments",
      keysOf: (row) => commitments.state[row], labelOf: valueLabel(scene), seriesOf: (row) => commitments.modality[row],
    }),
  ];
}

// Sorts behind every year.
const UNDATED = "~";
const MOST_TIMES = 12;

/** Return a function that names the time of an article, in steps that leave few enough columns. */
function timeOf({ corpus, mask }) {
  let [first, last] = [Infinity, -Infinity];
  for (let at = 0; at < corpus.n; at += 1) {
    const day = corpus.days[at];
    if (mask[at] && !Number.isNaN(day)) [first, last] = [Math.min(first, day), Math.max(last, day)];
  }
  const { bins } = first > last ? { bins: [] } : timeBins(first, last, MOST_TIMES);
  return (article) => (Number.isNaN(corpus.days[article]) ? UNDATED : bins[binOf(bins, corpus.days[article])].label);
}
