// The client's own tests, run by node's test runner (see test_client.py).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const client = process.env.EXPLORER_CLIENT;
const [selections, queries, corpora, filters, measures, views, tables, cite, states, readers, sources, alts, packs] = await Promise.all(
  ["selection", "query", "corpus", "filter", "measure", "views", "tables", "cite", "state", "reader", "source", "alt", "unpack"].map((name) => import(`${client}/${name}.js`)),
);
const read = (name) => JSON.parse(readFileSync(process.env[name], "utf-8"));
const corpus = corpora.openCorpus(read("EXPLORER_PAYLOAD"));
const source = sources.pageSource(corpus);
const { EVERYTHING, change, makeSelection, place, settingsOf } = selections;
const kept = (settings) => filters.filterCorpus(corpus, makeSelection(settings));
const scene = (settings, options = {}) => {
  const selection = makeSelection(settings);
  const found = filters.filterCorpus(corpus, selection);
  return { source, mask: found.mask, n: found.n, selection, options: { whole: new Set(), ego: null, term: "", against: null, ...options } };
};
const rankOf = new Map(corpus.tables.articles.id.map((id, rank) => [id, rank]));
const publisher = corpus.words.publisher.key[0];
const actor = corpus.words.entity.key[0];

test("a selection keeps what it was given and names what is wrong", () => {
  assert.deepEqual(settingsOf(makeSelection({ text: "a", publishers: ["y", "x", "y"] })), { text: "a", publishers: ["x", "y"] });
  assert.deepEqual(settingsOf(EVERYTHING), {});
  assert.ok(Object.isFrozen(makeSelection({ actors: ["a"] })) && Object.isFrozen(makeSelection({ actors: ["a"] }).actors));
  for (const [settings, words] of [[{ nope: 1 }, /no field nope/], [{ date_from: "2023-99-99" }, /date_from/], [{ date_to: "2023-02-31" }, /date_to/], [{ date_to: "0000-01-01" }, /date_to/], [{ unit: "miles" }, /unit/], [{ actors: [1] }, /actors/], [{ text: 3 }, /text/]]) {
    assert.throws(() => makeSelection(settings), words);
  }
});

test("a value is in, out or any, and never in two places", () => {
  const inside = place(EVERYTHING, "actors", "a", "in");
  const outside = place(inside, "actors", "a", "out");
  assert.equal(selections.placeOf(inside, "actors", "a"), "in");
  assert.equal(selections.placeOf(outside, "actors", "a"), "out");
  assert.deepEqual(outside.actors, []);
  assert.deepEqual(settingsOf(place(outside, "actors", "a", "any")), {});
});

test("each restriction of the breadcrumb can be dropped alone", () => {
  const selection = makeSelection({ actors: ["a"], not_themes: ["t"], text: "x", date_from: "2020-01-01", include_undated: false });
  const all = selections.restrictions(selection);
  assert.deepEqual(all.map((one) => one.facet), ["actors", "themes", "dates", "undated", "text"]);
  for (const one of all) assert.equal(selections.restrictions(one.without).length, all.length - 1);
});

test("queries are answered as in Python", () => {
  for (const [query, text, isAnswer] of read("EXPLORER_QUERIES")) {
    assert.equal(queries.answers(queries.parseQuery(query), (term) => text.includes(term)), isAnswer, `${query} / ${text}`);
  }
});

test("a filter keeps a part of the articles, and twice the same", () => {
  for (const settings of [{ publishers: [publisher] }, { not_publishers: [publisher] }, { actors: [actor], text: "latihan OR kayu" }, { date_from: "2021-01-01", date_to: "2021-12-31" }]) {
    const { mask, n } = kept(settings);
    assert.ok(n > 0 && n < corpus.n);
    assert.deepEqual(kept(settings).mask, mask);
  }
  assert.equal(kept({ publishers: [publisher] }).n + kept({ not_publishers: [publisher] }).n, corpus.n);
  assert.equal(kept({ publishers: ["nobody"] }).n, 0);
});

test("a facet's count is what choosing the value would keep", () => {
  for (const settings of [{}, { themes: ["sanctions"] }, { not_actors: [actor], unit: "stories" }, { text: "kayu", unit: "origins" }]) {
    const { facets } = kept(settings);
    for (const facet of selections.FACETS) {
      for (const rank of [0, 1]) {
        const value = corpus.facets[facet].terms.key[rank];
        if (settings[`not_${facet}`]?.includes(value)) continue;
        assert.equal(kept({ ...settings, [facet]: [value] }).n, facets[facet][rank], `${facet} ${value}`);
      }
    }
  }
});

test("undated articles stay unless they are left out, and only a date bound can leave them out", () => {
  const undated = [...corpus.days].filter(Number.isNaN).length;
  assert.ok(undated > 0);
  assert.equal(kept({ include_undated: false }).n, corpus.n);
  assert.equal(kept({ date_from: "1900-01-01" }).n, corpus.n);
  assert.equal(kept({ date_from: "1900-01-01", include_undated: false }).n, corpus.n - undated);
});

test("every mark of every chart has as many rows of evidence as its number, in the articles kept, for every unit", async () => {
  for (const unit of selections.UNITS) {
    for (const lang of selections.LANGUAGES) {
      const here = scene({ unit, lang, themes: ["sanctions"] }, { term: "kayu" });
      for (const tab of Object.keys(views.TABS)) {
        for (const chart of await views.chartsOf(tab, here)) {
          for (const mark of views.marksOf(chart)) {
            const rows = await readers.rowsOfMark(source, mark);
            assert.equal(rows.length, mark.n, `${tab} ${chart.key} ${mark.label}`);
            const isOther = chart.key === "keyness" && mark.series === "there";
            for (const row of rows.slice(0, 3)) assert.ok(isOther || here.mask[rankOf.get(row.article.id)]);
            for (const row of rows.slice(0, 3)) assert.ok(row.passages.some((passage) => passage.pieces.some((piece) => piece.marked && piece.text)));
          }
        }
      }
    }
  }
});

for (const name of ["EXPLORER_PAYLOAD", "EXPLORER_FEW"]) test(`a corpus from packed columns shows the same as one from JSON: ${name}`, async () => {
  const source = sources.pageSource(corpora.openCorpus(read(name)));
  const packed = sources.pageSource(corpora.openCorpus(await packs.unpack(readFileSync(process.env[`${name}_PACKED`]))));
  const here = scene({}, { term: "kayu" });
  const shown = async (from, tab) => {
    const marks = (await views.chartsOf(tab, { ...here, source: from })).flatMap(views.marksOf);
    return Promise.all(marks.map(async (mark) => [mark.label, mark.n, await readers.rowsOfMark(from, mark, 0, 2)]));
  };
  for (const tab of Object.keys(views.TABS)) assert.deepEqual(await shown(packed, tab), await shown(source, tab));
});

test("one of a kind is told in the singular", async () => {
  const { say, sayUnit } = await import(`${client}/words.js`);
  assert.deepEqual([1, 2].map((n) => say("en", "evidence_rows", n)), ["1 row of evidence", "2 rows of evidence"]);
  assert.deepEqual([0, 1].map((n) => sayUnit("en", n, "stories")), ["stories", "story"]);
  assert.equal(sayUnit("id", 1, "articles"), "artikel");
  const [first] = await views.chartsOf("coverage", { ...scene({ publishers: [publisher] }), n: 1 });
  assert.match(first.base, /^n\u00a0=\u00a01\u00a0article$/);
});

test("a unit counts once in a mark", async () => {
  const here = scene({ unit: "stories" });
  for (const mark of (await views.chartsOf("actors", here)).flatMap(views.marksOf)) {
    const of = corpus.units.stories.of;
    const stories = mark.rows().map((row) => of[corpus.tables[mark.table].article[row]]);
    assert.equal(new Set(stories).size, stories.length);
  }
});

test("a chart's table has its marks' numbers", async () => {
  for (const tab of Object.keys(views.TABS)) {
    for (const chart of await views.chartsOf(tab, scene({}, { term: "kayu" }))) {
      for (const { cells, mark } of tables.tableOf(chart, "en").rows) {
        if (mark && chart.form !== "lines") assert.ok(cells.includes(mark.n), `${chart.key} ${mark.label}`);
      }
    }
  }
});

test("bins leave no gap and hold every day", () => {
  const { bins } = measures.timeBins(0, 400);
  assert.equal(bins[0].start <= 0 && bins.at(-1).end >= 400, true);
  bins.slice(1).forEach((bin, at) => assert.equal(bin.start, bins[at].end + 1));
  for (const day of [0, 13, 399, 400]) {
    const bin = bins.findLast(({ start }) => start <= day);
    assert.ok(bin.start <= day && day <= bin.end);
  }
});

test("no trend line under thirty articles", async () => {
  const [few] = await views.chartsOf("coverage", scene({ date_from: "2019-06-01", date_to: "2019-11-30", include_undated: false }));
  assert.ok(few.n > 0 && few.n < 30);
  assert.equal(few.trend, null);
  assert.notEqual((await views.chartsOf("coverage", scene({})))[0].trend, null);
});

test("shares have Wilson's interval", () => {
  assert.deepEqual(measures.wilson(2, 5).map((bound) => Math.round(bound * 1000)), [118, 769]);
  assert.equal(measures.wilson(0, 9)[0], 0);
  assert.equal(measures.wilson(9, 9)[1], 1);
});

test("keyness is signed and zero for equal shares", () => {
  assert.ok(measures.keynessScore(9, 10, 1, 10) > 3.84);
  assert.ok(measures.keynessScore(1, 10, 9, 10) < -3.84);
  assert.ok(Math.abs(measures.keynessScore(5, 10, 10, 20)) < 1e-9);
});

test("telling words are no stop words", async () => {
  const { terms } = await source.terms(makeSelection({ publishers: [publisher] }), null);
  assert.ok(terms.length > 3);
  const [{ term }] = terms;
  const without = sources.pageSource(corpora.openCorpus({ ...read("EXPLORER_PAYLOAD"), stopwords: [term] }));
  assert.ok(!(await without.terms(makeSelection({ publishers: [publisher] }), null)).terms.some((one) => one.term === term));
  assert.ok(terms.every((one) => !corpus.payload.stopwords.includes(one.term)));
});

test("shares in tables have the decimal mark of their language", async () => {
  const shares = async (lang) => (await views.chartsOf("coverage", scene({ lang }))).flatMap((chart) => tables.tableOf(chart, lang).rows).flatMap(({ cells }) => cells).filter((cell) => /%$/.test(cell));
  const [english, indonesian] = [await shares("en"), await shares("id")];
  assert.ok(english.length && english.every((cell) => /^\d+\.\d %/.test(cell)));
  assert.deepEqual(indonesian, english.map((cell) => cell.replaceAll(".", ",")));
});

test("history walks back and forth and forgets what was undone", () => {
  const told = [];
  const history = states.makeHistory(EVERYTHING, (now) => told.push(now.text));
  history.go(change(EVERYTHING, { text: "a" }));
  history.go(change(EVERYTHING, { text: "a" }));
  history.go(change(EVERYTHING, { text: "b" }));
  history.undo();
  assert.equal(history.now.text, "a");
  history.redo();
  history.undo();
  history.go(change(EVERYTHING, { text: "c" }));
  assert.deepEqual([history.now.text, history.canRedo], ["c", false]);
  assert.deepEqual(told, ["a", "b", "a", "b", "a", "c"]);
});

test("a link and a file give back the selection, and nothing else is one", () => {
  const selection = makeSelection({ text: 'x "y" & <z>', not_actors: ["a"], unit: "stories" });
  assert.deepEqual(states.selectionIn(states.linkOf(selection)), selection);
  assert.deepEqual(states.selectionFrom(JSON.stringify(settingsOf(selection))), selection);
  for (const hash of ["", "#", "#selection=%7B", "#selection=%5B1%5D", "#selection=%7B%22x%22%3A1%7D"]) assert.equal(states.selectionIn(hash), null);
  for (const text of ["[]", "null", "{", '{"nope": 1}']) assert.throws(() => states.selectionFrom(text));
});

test("a spreadsheet takes no cell for a formula, and quotes come out whole", () => {
  assert.equal(cite.csv(["a", "b"], [["=1+1", 'say "x", y'], [-3, "two\nlines"]]), 'a,b\r\n\'=1+1,"say ""x"", y"\r\n-3,"two\nlines"\r\n');
});

test("citations say when a date is inferred and leave out what is unknown", () => {
  const article = { id: "a1", path: "p/x.txt", url: null, headline: "Harga 5% & {naik}", published: "2023-04-06", basis: "inferred", authors: ["A B"], place: null, language: "id", publisher: null };
  const [item] = JSON.parse(cite.cslJson([article]));
  assert.deepEqual(item.issued, { "date-parts": [[2023, 4, 6]], circa: true });
  assert.ok(!("URL" in item) && !("container-title" in item));
  assert.match(cite.bibTex([article]), /title = \{Harga 5\\% \\& \\\{naik\\\}\}/);
  assert.equal(cite.footnote(article, 3, "en"), "A B, “Harga 5% & {naik}”, 2023-04-06 (inferred), p/x.txt, line 3.");
});

test("words in context are cut where they stand", async () => {
  const [lines] = await views.chartsOf("words", scene({}, { term: "Kayu" }));
  assert.ok(lines.lines.length > 0);
  for (const line of lines.lines) assert.equal(line.exact.toLowerCase(), "kayu");
});

test("the middle of an ego view stands in every pair", async () => {
  const network = (await views.chartsOf("actors", scene({}, { ego: actor }))).find((chart) => chart.key === "network");
  assert.ok(network.edges.length > 0);
  for (const edge of network.edges) assert.ok([edge.a, edge.b].includes(network.ego));
});

test("a map shows, lists beside it or names as unplaced every place, and loses none", async () => {
  const [chart] = (await views.chartsOf("military", scene({}))).filter((one) => one.key === "map");
  const bars = (await views.chartsOf("military", scene({}))).find((one) => one.key === "places");
  const numbers = (marks) => Object.fromEntries(marks.map((mark) => [mark.label, mark.n]));
  assert.deepEqual(numbers(views.marksOf(chart)), numbers(bars.groups.map((group) => group.whole)));
  assert.ok(chart.inside.length && chart.unplaced.length);
  const { west, east, south, north } = chart.frame;
  assert.ok(chart.inside.every(({ lon, lat }) => west <= lon && lon <= east && south <= lat && lat <= north));
  const total = (places) => places.reduce((sum, place) => sum + place.mark.n, 0);
  assert.ok(total(chart.inside) >= 0.8 * total([...chart.inside, ...chart.outside]));
  const whole = (await views.chartsOf("military", scene({}, { whole: new Set(["map"]) }))).find((one) => one.key === "map");
  assert.equal(whole.outside.length, 0);
});

test("sanctions in full agree with authority × recipient", async () => {
  const charts = await views.chartsOf("sanctions", scene({ unit: "statements" }));
  const [full, pairs] = ["measures", "parties"].map((key) => charts.find((one) => one.key === key));
  full.rows.forEach(([from, to], at) => {
    const all = full.cells[at].flat().reduce((sum, bar) => sum + bar.n, 0);
    assert.equal(all, pairs.cells[pairs.rows.indexOf(from)][pairs.columns.indexOf(to)].n);
    for (const bar of full.cells[at].flat()) assert.equal(bar.marks.reduce((sum, mark) => sum + mark.n, 0), bar.n);
  });
});

test("a bar whose parts a source leaves out is drawn whole", async () => {
  const left = async (selection, question) => {
    const groups = await source.tally(selection, question);
    return question.by.length < 5 ? groups : Object.assign(groups.slice(0, 2), { left: groups.length - 2 });
  };
  const [full] = await views.chartsOf("sanctions", { ...scene({ unit: "statements" }), source: { ...source, tally: left } });
  const bars = full.cells.flat(2);
  assert.ok(bars.some((bar) => bar.marks[0].series === "undivided") && bars.some((bar) => bar.marks[0].series !== "undivided"));
  for (const bar of bars.filter((one) => one.marks[0].series === "undivided")) assert.deepEqual(bar.marks.map((mark) => mark.n), [bar.n]);
});

test("a chart in words names its largest value and its course", async () => {
  const all = Object.fromEntries((await Promise.all(Object.keys(views.TABS).map((tab) => views.chartsOf(tab, scene({}))))).flat().map((chart) => [chart.key, chart]));
  const { presence, published } = all;
  assert.match(alts.altOf(presence, "en"), new RegExp(`Largest: ${presence.groups[0].label} ${presence.groups[0].n};`));
  const heights = published.bins.map((bin) => bin.marks.reduce((sum, mark) => sum + mark.n, 0));
  const half = Math.ceil(heights.length / 2);
  const [before, after] = [heights.slice(0, half), heights.slice(half)].map((part) => part.reduce((sum, n) => sum + n, 0));
  assert.match(alts.altOf(published, "en"), new RegExp(`with ${Math.max(...heights)}\\. .*half.*: ${before}, then ${after}\\. \\d+ undated`));
  for (const chart of Object.values(all)) for (const lang of ["en", "id"]) assert.doesNotMatch(alts.altOf(chart, lang), /undefined|NaN|\{\d\}/);
});

test("a corpus without articles shows empty charts", async () => {
  const empty = corpora.openCorpus(read("EXPLORER_EMPTY"));
  const options = { whole: new Set(), ego: null, term: "", against: null };
  for (const tab of Object.keys(views.TABS)) {
    for (const chart of await views.chartsOf(tab, { source: sources.pageSource(empty), n: 0, selection: EVERYTHING, options })) assert.deepEqual(views.marksOf(chart), []);
  }
});
