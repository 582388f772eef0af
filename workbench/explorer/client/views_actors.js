// Who is there, in which office, who speaks and who is spoken about, who stands beside whom.

import { largestFirst, makeMark, tally } from "./measure.js";
import { barChart, baseOf, labeller, titled, unitWord } from "./views_build.js";

const MOST_NODES = 24;
const MOST_EDGES = 72;

export function actorCharts(scene) {
  return [presence(scene), speaking(scene), offices(scene), network(scene)];
}

const narrowTo = (scene) => (key) => ({ actors: [scene.corpus.words.entity.key[key]] });

function presence(scene) {
  const { mentions } = scene.corpus.tables;
  return barChart(scene, {
    key: "presence", title: titled(scene, "Actors who are mentioned", "Aktor yang disebut"), table: "mentions", isShare: true,
    keysOf: (row) => mentions.entity[row], labelOf: labeller(scene, "entity"), narrowOf: narrowTo(scene),
  });
}

/** For each actor: where it speaks, beside where it is mentioned. */
function speaking(scene) {
  const { corpus, mask, selection } = scene;
  const { quotes, mentions } = corpus.tables;
  const label = labeller(scene, "entity");
  const said = tally(corpus, mask, "quotes", (row) => (quotes.entity[row] < 0 ? null : quotes.entity[row]), selection.unit);
  const about = tally(corpus, mask, "mentions", (row) => (said.has(mentions.entity[row]) ? mentions.entity[row] : null), selection.unit);
  const groups = [...said].map(([key, rows]) => ({
    label: label(key), n: rows.length,
    marks: [
      makeMark(`${label(key)}, ${titled(scene, "speaks", "berbicara")}`, "quotes", rows, { series: "quoted" }),
      makeMark(`${label(key)}, ${titled(scene, "spoken about", "dibicarakan")}`, "mentions", about.get(key) ?? [], { series: "mentioned" }),
    ].filter((mark) => mark.n),
  }));
  largestFirst(groups, (group) => group.n, selection.lang);
  return {
    key: "speaking", title: titled(scene, "Who speaks, and who is spoken about", "Siapa berbicara, dan siapa dibicarakan"), form: "bars", isBeside: true,
    base: baseOf(scene), unit: unitWord(scene), tags: ["quotes", "mentions"], groups, series: ["quoted", "mentioned"],
  };
}

/** Actors by the office that they held on the day of publication; articles without a day say nothing of it. */
function offices(scene) {
  const { corpus, selection } = scene;
  const { mentions } = corpus.tables;
  const held = Map.groupBy(corpus.words.offices.map((office, rank) => ({ ...office, rank })), (office) => office.entity);
  const entity = labeller(scene, "entity");
  const keysOf = (row) => {
    const day = corpus.days[mentions.article[row]];
    const terms = held.get(mentions.entity[row]);
    if (!terms || Number.isNaN(day)) return null;
    return terms.filter((term) => (term.start ?? -Infinity) <= day && day <= (term.end ?? Infinity)).map((term) => term.rank);
  };
  return barChart(scene, {
    key: "offices", title: titled(scene, "Offices held on the day of publication", "Jabatan pada hari terbit"), table: "mentions", keysOf,
    labelOf: (rank) => `${entity(corpus.words.offices[rank].entity)}: ${corpus.words.offices[rank].title[selection.lang]}`,
    narrowOf: (rank) => ({ actors: [corpus.words.entity.key[corpus.words.offices[rank].entity]] }),
  });
}

/** Actors in the same sentence; with an actor in the middle, those who stand beside it. */
function network(scene) {
  const { corpus, mask, selection, options } = scene;
  const { mentions } = corpus.tables;
  const label = labeller(scene, "entity");
  const found = tally(corpus, mask, "mentions", (row) => mentions.entity[row], selection.unit);
  const sizes = largestFirst([...found].map(([key, rows]) => ({ key, label: label(key), rows })), (one) => one.rows.length, selection.lang);
  const ego = options.ego === null ? -1 : corpus.words.entity.key.indexOf(options.ego);
  const isKept = ego < 0 ? keptOf(sizes.slice(0, MOST_NODES).map((one) => one.key)) : () => true;
  const pairs = tally(corpus, mask, "mentions", pairsOf(scene, isKept, ego), selection.unit);
  const edges = [...pairs].map(([key, rows]) => {
    const [a, b] = key.split("\u0000").map(Number);
    return { a, b, mark: makeMark(`${label(a)} – ${label(b)}`, "mentions", rows) };
  }).sort((one, other) => other.mark.n - one.mark.n || (one.mark.label < other.mark.label ? -1 : 1));
  const shown = new Set(edges.flatMap(({ a, b }) => [a, b]));
  const nodes = sizes.filter((one) => shown.has(one.key)).slice(0, MOST_NODES)
    .map((one) => makeMark(one.label, "mentions", one.rows, { id: one.key, narrow: narrowTo(scene)(one.key), ego: corpus.words.entity.key[one.key] }));
  const drawn = new Set(nodes.map((node) => node.id));
  return {
    key: "network", title: titled(scene, "Actors in the same sentence", "Aktor dalam kalimat yang sama"), form: "network", base: baseOf(scene), unit: unitWord(scene),
    tags: ["mentions"], nodes, edges: edges.filter(({ a, b }) => drawn.has(a) && drawn.has(b)), most: MOST_EDGES, ego: ego < 0 ? null : ego,
    choices: sizes.slice(0, 60).map((one) => ({ key: corpus.words.entity.key[one.key], label: one.label })),
  };
}

function keptOf(keys) {
  const kept = new Set(keys);
  return (key) => kept.has(key);
}

/** Return the pairs that a mention closes: its actor with each that the same sentence named before. */
function pairsOf({ corpus }, isKept, ego) {
  const { mentions } = corpus.tables;
  const passageOf = (row) => corpus.passages.ofPiece[mentions.first[row]];
  return (row) => {
    const me = mentions.entity[row];
    if (!isKept(me)) return null;
    const pairs = new Set();
    for (let at = row - 1; at >= 0 && passageOf(at) === passageOf(row); at -= 1) {
      const other = mentions.entity[at];
      const wanted = ego < 0 || me === ego || other === ego;
      if (other !== me && wanted && isKept(other)) pairs.add(me < other ? `${me}\u0000${other}` : `${other}\u0000${me}`);
    }
    return pairs.size ? [...pairs] : null;
  };
}
