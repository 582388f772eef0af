// Places on a map: where military cooperation takes place, and where articles were filed.

import { makeMark } from "./measure.js";
import { asked, baseOf, titled, unitWord } from "./views_build.js";
import { say } from "./words.js";

// A frame holds at least this share of what was counted, so that one far place does not shrink all others.
const FRAMED = 0.8;
// Degrees around the places, and the least that a frame shows: west to east, south to north.
const MARGIN = 2.5;
const LEAST = [26, 13];

export function militaryPlaces(scene) {
  return placesChart(scene, {
    key: "map", title: titled(scene, "Places of military cooperation on the map", "Tempat kerja sama militer pada peta"), vocabulary: "entity",
    question: { table: "cooperation", by: ["place"], said: ["place"] },
  });
}

export function filingPlaces(scene) {
  return placesChart(scene, {
    key: "datelines", title: titled(scene, "Where articles were filed", "Tempat penulisan artikel"), vocabulary: "town", question: { table: "datelines", by: ["town"] },
  });
}

async function placesChart(scene, about) {
  const { source, selection, options } = scene;
  const { spots, outlines } = source.payload;
  const words = source.words[about.vocabulary];
  const order = new Intl.Collator(selection.lang);
  const places = (await asked(scene, about.question)).map((group) => {
    const key = words.key[group.key[0]];
    return { ...(Object.hasOwn(spots, key) ? spots[key] : {}), mark: makeMark(words[selection.lang][group.key[0]], about.question.table, group) };
  }).sort((a, b) => b.mark.n - a.mark.n || order.compare(a.mark.label, b.mark.label));
  const known = places.filter((place) => place.lat !== undefined);
  const isWhole = options.whole.has(about.key);
  const frame = known.length ? frameOf(isWhole ? known : nearest(known)) : null;
  const inside = known.filter((place) => isInside(place, frame));
  return {
    key: about.key, title: about.title, form: "map", base: baseOf(scene), unit: unitWord(scene), tags: [about.question.table], outlines, frame, isWhole,
    inside, outside: known.filter((place) => !inside.includes(place)), unplaced: places.filter((place) => place.lat === undefined),
    note: outlines && known.length ? say(selection.lang, "map_note", outlines.origin) : null,
  };
}

/** Return the places around their middle that hold most of what was counted. */
function nearest(places) {
  const total = places.reduce((sum, place) => sum + place.mark.n, 0);
  const middle = ["lon", "lat"].map((axis) => median(places, axis, total));
  const away = (place) => Math.hypot((place.lon - middle[0]) * Math.cos((middle[1] * Math.PI) / 180), place.lat - middle[1]);
  const kept = [];
  let held = 0;
  for (const place of places.toSorted((a, b) => away(a) - away(b))) {
    if (held >= FRAMED * total) break;
    kept.push(place);
    held += place.mark.n;
  }
  return kept;
}

function median(places, axis, total) {
  let passed = 0;
  const sorted = places.toSorted((a, b) => a[axis] - b[axis]);
  return sorted.find((place) => (passed += place.mark.n) >= total / 2)[axis];
}

/** Return {west, east, south, north} around places, in degrees. */
function frameOf(places) {
  const [west, east] = stretched(places.map((place) => place.lon), LEAST[0]);
  const [south, north] = stretched(places.map((place) => place.lat), LEAST[1]);
  return { west, east, south: Math.max(-60, south), north: Math.min(84, north) };
}

function stretched(values, least) {
  const [low, high] = [Math.min(...values) - MARGIN, Math.max(...values) + MARGIN];
  const more = Math.max(0, least - (high - low)) / 2;
  return [low - more, high + more];
}

function isInside({ lon, lat }, { west, east, south, north }) {
  return west <= lon && lon <= east && south <= lat && lat <= north;
}
