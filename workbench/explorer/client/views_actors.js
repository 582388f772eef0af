// Who is there, in which office, who speaks and who is spoken about, who stands beside whom.

import { largestFirst, makeMark } from "./measure.js";
import { asked, barChart, baseOf, labeller, titled, unitWord } from "./views_build.js";

const MOST_NODES = 24;
const MOST_EDGES = 72;

export const actorCharts = [presence, speaking, offices, network];

const MENTIONED = { table: "mentions", by: ["entity"] };
const narrowTo = (scene) => (key) => ({ actors: [scene.source.words.entity.key[key]] });

function presence(scene) {
  return barChart(scene, {
    key: "presence", title: titled(scene, "Actors who are mentioned", "Aktor yang disebut"), question: MENTIONED, isShare: true,
    labelOf: labeller(scene, "entity"), narrowOf: narrowTo(scene),
  });
}

/** For each actor: where it speaks, beside where it is mentioned. */
async function speaking(scene) {
  const { selection } = scene;
  const label = labeller(scene, "entity");
  const [said, mentioned] = await Promise.all([asked(scene, { table: "quotes", by: ["entity"], said: ["entity"] }), asked(scene, MENTIONED)]);
  const about = new Map(mentioned.map((group) => [group.key[0], group]));
  const groups = said.map((group) => {
    const name = label(group.key[0]);
    const spoken = about.get(group.key[0]);
    return {
      label: name, n: group.n,
      marks: [
        makeMark(`${name}, ${titled(scene, "speaks", "berbicara")}`, "quotes", group, { series: "quoted" }),
        ...(spoken ? [makeMark(`${name}, ${titled(scene, "spoken about", "dibicarakan")}`, "mentions", spoken, { series: "mentioned" })] : []),
      ],
    };
  });
  largestFirst(groups, (group) => group.n, selection.lang);
  return {
    key: "speaking", title: titled(scene, "Who speaks, and who is spoken about", "Siapa berbicara, dan siapa dibicarakan"), form: "bars", isBeside: true,
    base: baseOf(scene), unit: unitWord(scene), tags: ["quotes", "mentions"], groups, series: ["quoted", "mentioned"],
  };
}

/** Actors by the office that they held on the day of publication; articles without a day say nothing of it. */
function offices(scene) {
  const { words } = scene.source;
  const entity = labeller(scene, "entity");
  return barChart(scene, {
    key: "offices", title: titled(scene, "Offices held on the day of publication", "Jabatan pada hari terbit"), question: { table: "mentions", by: ["office"] }, isWide: true,
    labelOf: (rank) => `${entity(words.offices[rank].entity)}: ${words.offices[rank].title[scene.selection.lang]}`,
    narrowOf: (rank) => narrowTo(scene)(words.offices[rank].entity),
  });
}

/** Actors in the same sentence; with an actor in the middle, those who stand beside it. */
async function network(scene) {
  const { source, selection, options } = scene;
  const { key: keys } = source.words.entity;
  const label = labeller(scene, "entity");
  const [found, pairs] = await Promise.all([asked(scene, MENTIONED), asked(scene, { table: "mentions", by: ["pair"] })]);
  const sizes = largestFirst(found.map((group) => ({ key: group.key[0], label: label(group.key[0]), group })), (one) => one.group.n, selection.lang);
  const ego = options.ego === null ? -1 : keys.indexOf(options.ego);
  const edges = edgesOf(pairs, keys.length, label).filter(pairFilter(ego, sizes.slice(0, MOST_NODES).map((one) => one.key)));
  const shown = new Set(edges.flatMap(({ a, b }) => [a, b]));
  const nodes = sizes.filter((one) => shown.has(one.key)).slice(0, MOST_NODES)
    .map((one) => makeMark(one.label, "mentions", one.group, { id: one.key, narrow: narrowTo(scene)(one.key), ego: keys[one.key] }));
  const drawn = new Set(nodes.map((node) => node.id));
  return {
    key: "network", title: titled(scene, "Actors in the same sentence", "Aktor dalam kalimat yang sama"), form: "network", base: baseOf(scene), unit: unitWord(scene),
    tags: ["mentions"], nodes, edges: edges.filter(({ a, b }) => drawn.has(a) && drawn.has(b)), most: MOST_EDGES, left: pairs.left, ego: ego < 0 ? null : ego,
    choices: sizes.slice(0, 60).map((one) => ({ key: keys[one.key], label: one.label })),
  };
}

/** Return {a, b, mark} for each pair of actors, of whom there are `n`; those most often together first. */
function edgesOf(pairs, n, label) {
  return pairs.map((group) => {
    const [a, b] = [Math.floor(group.key[0] / n), group.key[0] % n];
    return { a, b, mark: makeMark([label(a), label(b)].sort().join(" – "), "mentions", group) };
  }).sort((one, other) => other.mark.n - one.mark.n || (one.mark.label < other.mark.label ? -1 : 1));
}

/** Keep the pairs of the actor in the middle, or without one those among `largest`. */
function pairFilter(ego, largest) {
  const kept = new Set(largest);
  return ego < 0 ? ({ a, b }) => kept.has(a) && kept.has(b) : ({ a, b }) => a === ego || b === ego;
}
