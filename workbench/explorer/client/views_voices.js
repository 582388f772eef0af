// Whose words the reader gets: who is quoted, through whom, by which publisher.

import { makeMark } from "./measure.js";
import { asked, barChart, baseOf, labeller, matrixChart, titled, unitWord } from "./views_build.js";
import { say } from "./words.js";

const MOST_LINKS = 40;
const STOPS = ["speaker", "through", "article.publisher"];

export const voiceCharts = [
  (scene) => barChart(scene, {
    key: "speakers", title: titled(scene, "Who is quoted, directly or indirectly", "Siapa dikutip, langsung atau tak langsung"), question: { table: "quotes", by: ["speaker"] },
    series: "kind", labelOf: labeller(scene, "speaker"),
  }),
  (scene) => barChart(scene, {
    key: "media", title: titled(scene, "Media that are credited", "Media yang dikutip"), question: { table: "agencies", by: ["agency"] }, series: "credit",
    labelOf: labeller(scene, "agency"), narrowOf: (key) => ({ agencies: [scene.source.words.agency.key[key]] }),
  }),
  flow,
  (scene) => matrixChart(scene, {
    key: "credits", title: titled(scene, "Publisher × medium credited for words", "Penerbit × media yang dikutip teksnya"),
    question: { table: "agencies", by: ["article.publisher", "agency"], where: { credit: ["credited"] } },
    heads: [say(scene.selection.lang, "publishers"), say(scene.selection.lang, "medium")], rowLabel: labeller(scene, "publisher"), columnLabel: labeller(scene, "agency"),
  }),
];

/** Speaker to the medium that stands next to the publisher, to the publisher. */
async function flow(scene) {
  const [speaker, provider, publisher] = ["speaker", "provider", "publisher"].map((name) => labeller(scene, name));
  const itself = titled(scene, "itself", "sendiri");
  const labels = [speaker, (through) => (through < 0 ? itself : provider(through)), publisher];
  const [found, ...ends] = await Promise.all([STOPS, ...STOPS.map((stop) => [stop])].map((by) => asked(scene, { table: "quotes", by })));
  const links = found.map((group) => {
    const stops = group.key.map((number, side) => labels[side](number));
    return { key: group.key, stops, mark: makeMark(stops.join(" → "), "quotes", group) };
  }).sort((a, b) => b.mark.n - a.mark.n || (a.mark.label < b.mark.label ? -1 : 1));
  // Ribbons that meet may hold the same unit, so each stop counts for itself.
  const stops = ends.map((groups, side) => new Map(groups.map((group) => [group.key[0], makeMark(labels[side](group.key[0]), "quotes", group)])));
  return {
    key: "flow", title: titled(scene, "Whose words reach the reader, and through whom", "Kata siapa sampai ke pembaca, dan melalui siapa"), form: "flow",
    base: baseOf(scene), unit: unitWord(scene), tags: ["quotes", "chains"], links, stops, most: MOST_LINKS, left: found.left,
    heads: [titled(scene, "Speaker", "Pembicara"), titled(scene, "Last medium before the publisher", "Media terakhir sebelum penerbit"), say(scene.selection.lang, "publishers")],
    note: scene.selection.unit === "statements" ? null : say(scene.selection.lang, "flow_once"),
  };
}
