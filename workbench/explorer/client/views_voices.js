// Whose words the reader gets: who is quoted, through whom, by which publisher.

import { makeMark } from "./measure.js";
import { asked, barChart, baseOf, labeller, matrixChart, titled, unitWord } from "./views_build.js";
import { say } from "./words.js";

const MOST_LINKS = 40;

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
    heads: [say(scene.selection.lang, "publishers"), say(scene.selection.lang, "agencies")], rowLabel: labeller(scene, "publisher"), columnLabel: labeller(scene, "agency"),
  }),
];

/** Speaker to the medium that stands next to the publisher, to the publisher. */
async function flow(scene) {
  const [speaker, provider, publisher] = ["speaker", "provider", "publisher"].map((name) => labeller(scene, name));
  const itself = titled(scene, "itself", "sendiri");
  const found = await asked(scene, { table: "quotes", by: ["speaker", "through", "article.publisher"] });
  const links = found.map((group) => {
    const [from, through, to] = group.key;
    const stops = [speaker(from), through < 0 ? itself : provider(through), publisher(to)];
    return { stops, mark: makeMark(stops.join(" → "), "quotes", group) };
  }).sort((a, b) => b.mark.n - a.mark.n || (a.mark.label < b.mark.label ? -1 : 1));
  return {
    key: "flow", title: titled(scene, "Whose words reach the reader, and through whom", "Kata siapa sampai ke pembaca, dan melalui siapa"), form: "flow",
    base: baseOf(scene), unit: unitWord(scene), tags: ["quotes", "chains"], links, most: MOST_LINKS, left: found.left,
    heads: [titled(scene, "Speaker", "Pembicara"), titled(scene, "Last medium before the publisher", "Media terakhir sebelum penerbit"), say(scene.selection.lang, "publishers")],
  };
}
