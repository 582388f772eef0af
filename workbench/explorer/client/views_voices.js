// Whose words the reader gets: who is quoted, through whom, by which publisher.

import { makeMark, tally } from "./measure.js";
import { barChart, baseOf, labeller, matrixChart, titled, unitWord } from "./views_build.js";
import { say } from "./words.js";

const MOST_LINKS = 40;

export function voiceCharts(scene) {
  const { tables } = scene.corpus;
  const publisher = labeller(scene, "publisher");
  const agency = labeller(scene, "agency");
  return [
    barChart(scene, {
      key: "speakers", title: titled(scene, "Who is quoted, directly or indirectly", "Siapa dikutip, langsung atau tak langsung"), table: "quotes",
      keysOf: (row) => tables.quotes.speaker[row], labelOf: labeller(scene, "speaker"), seriesOf: (row) => tables.quotes.kind[row],
    }),
    flow(scene),
    barChart(scene, {
      key: "media", title: titled(scene, "Media that are credited", "Media yang dikutip"), table: "agencies", isShare: false,
      keysOf: (row) => tables.agencies.agency[row], labelOf: agency, seriesOf: (row) => tables.agencies.credit[row],
      narrowOf: (key) => ({ agencies: [scene.corpus.words.agency.key[key]] }),
    }),
    matrixChart(scene, {
      key: "credits", title: titled(scene, "Publisher × medium credited for words", "Penerbit × media yang dikutip teksnya"), table: "agencies",
      heads: [say(scene.selection.lang, "publishers"), say(scene.selection.lang, "agencies")], rowLabel: publisher, columnLabel: agency,
      keysOf: (row) => (tables.agencies.credit[row] === "credited" ? [[tables.articles.publisher[tables.agencies.article[row]], tables.agencies.agency[row]]] : null),
    }),
  ];
}

/** Speaker to the medium that stands next to the publisher, to the publisher. */
function flow(scene) {
  const { corpus, mask, selection } = scene;
  const { quotes, articles } = corpus.tables;
  const [speaker, provider, publisher] = ["speaker", "provider", "publisher"].map((name) => labeller(scene, name));
  const stops = (row) => {
    const outlet = publisher(articles.publisher[quotes.article[row]]);
    const passed = quotes.chain[row].map(provider).filter((name) => name !== outlet);
    return [speaker(quotes.speaker[row]), passed.length ? passed.at(-1) : titled(scene, "itself", "sendiri"), outlet];
  };
  const found = tally(corpus, mask, "quotes", (row) => stops(row).join("\u0000"), selection.unit);
  const links = [...found].map(([key, rows]) => {
    const [from, through, to] = key.split("\u0000");
    return { stops: [from, through, to], mark: makeMark(`${from} → ${through} → ${to}`, "quotes", rows) };
  }).sort((a, b) => b.mark.n - a.mark.n || (a.mark.label < b.mark.label ? -1 : 1));
  return {
    key: "flow", title: titled(scene, "Whose words reach the reader, and through whom", "Kata siapa sampai ke pembaca, dan melalui siapa"), form: "flow",
    base: baseOf(scene), unit: unitWord(scene), tags: ["quotes", "chains"], links, most: MOST_LINKS,
    heads: [titled(scene, "Speaker", "Pembicara"), titled(scene, "Last medium before the publisher", "Media terakhir sebelum penerbit"), say(selection.lang, "publishers")],
  };
}

