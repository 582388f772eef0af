// The state of the explorer: a frozen selection, in the JSON form of workbench.frame.Selection.

export const FACETS = Object.freeze(["publishers", "agencies", "actors", "themes"]);
export const UNITS = Object.freeze(["articles", "stories", "origins", "statements"]);
export const LANGUAGES = Object.freeze(["en", "id"]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const DEFAULTS = Object.freeze({
  date_from: null,
  date_to: null,
  publishers: Object.freeze([]),
  agencies: Object.freeze([]),
  actors: Object.freeze([]),
  themes: Object.freeze([]),
  not_publishers: Object.freeze([]),
  not_agencies: Object.freeze([]),
  not_actors: Object.freeze([]),
  not_themes: Object.freeze([]),
  text: "",
  include_undated: true,
  unit: "articles",
  lang: "en",
});

export const EVERYTHING = DEFAULTS;

/** Return a selection of `settings`; throws a RangeError that names the key at fault. */
export function makeSelection(settings) {
  const made = { ...DEFAULTS };
  for (const [key, value] of Object.entries(settings ?? {})) {
    if (!Object.hasOwn(DEFAULTS, key)) throw new RangeError(`selection: there is no field ${key}`);
    made[key] = checked(key, value);
  }
  return Object.freeze(made);
}

function checked(key, value) {
  if (Array.isArray(DEFAULTS[key])) {
    if (!Array.isArray(value) || value.some((one) => typeof one !== "string")) fail(key);
    return Object.freeze([...new Set(value)].sort());
  }
  if (key.startsWith("date_")) {
    if (value !== null && !isDay(value)) fail(key);
    return value;
  }
  if (key === "unit" && !UNITS.includes(value)) fail(key);
  if (key === "lang" && !LANGUAGES.includes(value)) fail(key);
  if (typeof value !== typeof DEFAULTS[key]) fail(key);
  return value;
}

/** Say whether a value is a day that there is: engines read 31 February as a day in March. */
function isDay(value) {
  const day = typeof value === "string" && DAY.test(value) ? new Date(value) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.getUTCFullYear() > 0 && day.toISOString().startsWith(value);
}

function fail(key) {
  throw new RangeError(`selection: ${key} has a value of the wrong kind`);
}

/** Return `selection` with other values for some fields. */
export function change(selection, fields) {
  return makeSelection({ ...selection, ...fields });
}

/** Return what `makeSelection` reads the selection from, without the fields that restrict nothing. */
export function settingsOf(selection) {
  return Object.fromEntries(Object.entries(selection).filter(([key, value]) => !same(value, DEFAULTS[key])));
}

export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Put a value into a facet: "in", "out" or "any". */
export function place(selection, facet, value, where) {
  const without = (list) => list.filter((one) => one !== value);
  const inside = without(selection[facet]);
  const outside = without(selection[`not_${facet}`]);
  if (where === "in") inside.push(value);
  if (where === "out") outside.push(value);
  return change(selection, { [facet]: inside, [`not_${facet}`]: outside });
}

export function placeOf(selection, facet, value) {
  if (selection[facet].includes(value)) return "in";
  return selection[`not_${facet}`].includes(value) ? "out" : "any";
}

/** Return each restriction with the selection that drops it, for the breadcrumb. */
export function restrictions(selection) {
  const found = [];
  for (const facet of FACETS) {
    for (const value of selection[facet]) found.push({ facet, value, where: "in", without: place(selection, facet, value, "any") });
    for (const value of selection[`not_${facet}`]) found.push({ facet, value, where: "out", without: place(selection, facet, value, "any") });
  }
  if (selection.date_from || selection.date_to) {
    const value = `${selection.date_from ?? "…"} – ${selection.date_to ?? "…"}`;
    found.push({ facet: "dates", value, where: "in", without: change(selection, { date_from: null, date_to: null }) });
  }
  if (!selection.include_undated) {
    found.push({ facet: "undated", value: "", where: "out", without: change(selection, { include_undated: true }) });
  }
  if (selection.text.trim()) {
    found.push({ facet: "text", value: selection.text, where: "in", without: change(selection, { text: "" }) });
  }
  return found;
}

/** Drop every restriction; what is counted and the language stay. */
export function unrestricted(selection) {
  return makeSelection({ unit: selection.unit, lang: selection.lang });
}
