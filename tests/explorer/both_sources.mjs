// Asks a page's source and a kernel's source the same, and tells where their answers differ (see test_kernel.py).
// Questions to the kernel leave by standard output, a line each; its answers come by standard input.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const client = process.env.EXPLORER_CLIENT;
const [{ makeSelection }, { openCorpus }, { pageSource }, { kernelAsker, kernelSource }, views, { rowsOfMark }] = await Promise.all(
  ["selection", "corpus", "source", "kernel_source", "views", "reader"].map((name) => import(`${client}/${name}.js`)),
);
const read = (name) => JSON.parse(readFileSync(process.env[name], "utf-8"));

let hear = null;
const model = { on: (_, listener) => { hear = listener; }, off: () => {}, send: (message) => process.stdout.write(`${JSON.stringify(message)}\n`) };
const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => hear(JSON.parse(line)));

const page = pageSource(openCorpus(read("EXPLORER_PAYLOAD")));
const kernel = kernelSource(read("EXPLORER_HEAD"), kernelAsker(model).ask);
// Sources number what they name in the order of the records that they read; names tell.
const wordOf = (source) => (facet, counts) => Object.fromEntries([...counts].map((n, rank) => [source.facets[facet].terms.key[rank], n]).filter(([, n]) => n));

async function chartsIn(source, selection, options) {
  const { n, facets } = await source.filter(selection);
  const found = { n, facets: Object.fromEntries(Object.entries(facets).map(([facet, counts]) => [facet, wordOf(source)(facet, counts)])) };
  const charts = await Promise.all(Object.keys(views.TABS).map((tab) => views.chartsOf(tab, { source, selection, n, options })));
  return { found, charts: charts.flat() };
}

const byLabel = (a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.n - b.n);

async function shown(source, chart) {
  const marks = views.marksOf(chart).toSorted(byLabel);
  const opened = chart.key === "keyness" ? [] : await Promise.all(marks.filter((_, rank) => rank % 7 === 0).map((mark) => evidence(source, mark)));
  return { key: chart.key, base: chart.base, marks: marks.map(({ label, n }) => `${label}: ${n}`), opened };
}

async function evidence(source, mark) {
  const rows = await rowsOfMark(source, mark);
  return rows.map(({ article, rule, cells, passages }) => ({ article, rule, status: cells.status, passages: passages.map(({ pieces, ...place }) => ({ ...place, marked: pieces.filter((one) => one.marked).map((one) => one.text).join(""), text: pieces.map((one) => one.text).join("") })) }));
}

/** Return the articles that a selection keeps. */
async function whole(source, selection) {
  const groups = await source.tally(selection, { table: "articles", by: [] });
  return groups.length ? [groups[0].n, await evidence(source, { table: "articles", ...groups[0] })] : [];
}

function stable(value) {
  if (Array.isArray(value)) return value.map(stable);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).sort().map(([key, one]) => [key, stable(one)]));
}

let different = 0;
function compare(what, one, other) {
  const [a, b] = [JSON.stringify(stable(one)), JSON.stringify(stable(other))];
  if (a === b) return;
  different += 1;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  process.stderr.write(`${what}\n  page:   …${a.slice(Math.max(0, at - 80), at + 160)}\n  kernel: …${b.slice(Math.max(0, at - 80), at + 160)}\n`);
}

for (const { settings, options: chosen } of read("EXPLORER_CASES")) {
  const options = { ...chosen, whole: new Set() };
  const selection = makeSelection(settings);
  const [one, other] = await Promise.all([page, kernel].map((source) => chartsIn(source, selection, options)));
  compare(`filter ${JSON.stringify(settings)}`, one.found, other.found);
  compare(`whole ${JSON.stringify(settings)}`, ...(await Promise.all([page, kernel].map((source) => whole(source, selection)))));
  for (const [rank, chart] of one.charts.entries()) {
    compare(`${chart.key} ${JSON.stringify({ settings, options })}`, await shown(page, chart), await shown(kernel, other.charts[rank]));
  }
}
lines.close();
process.exitCode = different ? 1 : 0;
