// The evidence reader: the sentences behind a number, as many rows as the number says.

import { h } from "./dom.js";
import { articleOf, bibTex, csv, cslJson, footnote } from "./cite.js";
import { evidenceOf } from "./corpus.js";
import { say, sayValue } from "./words.js";

const STEP = 50;

/** Return the rows of a mark, those of the earliest article first. */
export function rowsOfMark(corpus, mark) {
  const opened = mark.table === "passages" ? [hitRow(corpus, mark)] : mark.rows.map((row) => ({ ...evidenceOf(corpus, mark.table, row), table: mark.table, row }));
  return opened.sort((a, b) => a.article - b.article || a.passages[0].line - b.passages[0].line);
}

function hitRow(corpus, mark) {
  const pieces = [{ text: mark.before, marked: false }, { text: mark.exact, marked: true }, { text: mark.after, marked: false }];
  const { article, line, role } = corpus.passages;
  return { article: article[mark.passage], rule: null, table: "passages", passages: [{ pieces, line: line[mark.passage] + 1, role: role[mark.passage] }] };
}

/** Open the evidence of a mark in a dialog inside `root`; `room` is {corpus, lang, copy(name, text), narrow(fields)}. */
export function openReader(root, mark, room) {
  const rows = rowsOfMark(room.corpus, mark);
  const list = h("ol", { class: "wbx-rows" });
  const more = h("button", { type: "button", class: "wbx-button" });
  const extend = () => {
    const from = list.children.length;
    list.append(...rows.slice(from, from + STEP).map((row) => rowItem(row, room)));
    const left = rows.length - list.children.length;
    more.hidden = left === 0;
    more.replaceChildren(say(room.lang, "more_rows", left));
  };
  more.addEventListener("click", extend);
  extend();
  const title = h("h2", { id: `${root.id}-reader`, tabindex: "-1" }, mark.label);
  const dialog = h("dialog", { class: "wbx-reader", "aria-labelledby": `${root.id}-reader` },
    h("header", {}, title, h("p", { class: "wbx-note" }, say(room.lang, "evidence_rows", mark.n)), actions(rows, mark, room, () => dialog.close())), list, more);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  root.append(dialog);
  dialog.showModal();
  title.focus();
}

function actions(rows, mark, room, close) {
  const { lang, corpus } = room;
  const articles = () => [...new Set(rows.map((row) => row.article))].map((at) => articleOf(corpus, at));
  const button = (label, onclick) => h("button", { type: "button", class: "wbx-button", onclick }, label);
  const narrow = mark.narrow && button(say(lang, "only_these"), () => { close(); room.narrow(mark.narrow); });
  return h("div", { class: "wbx-actions" }, narrow, h("span", { class: "wbx-quiet" }, say(lang, "copy_all")),
    button("CSV", () => room.copy("evidence.csv", evidenceCsv(rows, corpus))), button("CSL-JSON", () => room.copy("articles.json", cslJson(articles()))),
    button("BibTeX", () => room.copy("articles.bib", bibTex(articles()))), h("button", { type: "button", class: "wbx-button wbx-close", onclick: close }, say(lang, "close")));
}

const words = (row) => row.passages.map((passage) => passage.pieces.map((piece) => piece.text).join("")).join(" ");
const exact = (row) => row.passages.map((passage) => passage.pieces.filter((piece) => piece.marked).map((piece) => piece.text).join("")).filter(Boolean).join(" ");

function evidenceCsv(rows, corpus) {
  const heads = ["article_id", "path", "line", "published", "basis", "publisher", "headline", "rule", "evidence", "passage"];
  return csv(heads, rows.map((row) => {
    const article = articleOf(corpus, row.article);
    return [article.id, article.path, row.passages[0].line, article.published, article.basis, article.publisher, article.headline, row.rule, exact(row), words(row)];
  }));
}

function rowItem(row, room) {
  const { lang, corpus } = room;
  const article = articleOf(corpus, row.article);
  const line = row.passages.find((passage) => passage.pieces.some((piece) => piece.marked))?.line ?? row.passages[0].line;
  const quote = h("blockquote", { lang: article.language ?? "id" }, row.passages.flatMap((passage) => [passage.pieces.map((piece) => h(piece.marked ? "mark" : "span", {}, piece.text)), " "]));
  const facts = [article.publisher ?? say(lang, "publisher_unknown"), dateWords(article, lang), ...chainWords(row, room),
    say(lang, "file_line", article.path.split("/").at(-1), line), row.passages[0].role, row.rule && `${say(lang, "rule")} ${row.rule}`].filter(Boolean);
  const cite = h("button", { type: "button", class: "wbx-quietbutton", onclick: () => room.copy("footnote.txt", `${quoted(row)} ${footnote(article, line, lang)}`) }, say(lang, "footnote"));
  return h("li", {}, quote, h("p", { class: "wbx-cite" }, h("cite", { lang: "id" }, article.headline ?? article.path.split("/").at(-1))),
    h("p", { class: "wbx-facts" }, facts.map((fact) => h("span", { title: fact === facts.at(-3) ? article.path : null }, h("bdi", {}, fact))), cite));
}

const quoted = (row) => `“${words(row)}”`;

function dateWords(article, lang) {
  if (!article.published) return say(lang, "undated");
  return `${article.published.replace(/T(..:..)/, " $1 ").trim()} (${sayValue(lang, article.basis)})`;
}

/** What a row says beyond its words: chain of a quotation, modality and status of a statement. */
function chainWords(row, { corpus, lang }) {
  const columns = corpus.tables[row.table];
  if (row.table === "quotes") {
    const speaker = columns.speaker[row.row];
    const chain = columns.chain[row.row].map((provider) => corpus.words.provider.en[provider]);
    return [[speaker < 0 ? say(lang, "not_stated") : corpus.words.speaker.en[speaker], ...chain].join(" › ")];
  }
  const told = ["modality", "status", "instrument"].filter((name) => columns?.[name]?.[row.row]).map((name) => sayValue(lang, columns[name][row.row]));
  return told.length ? [told.join(", ")] : [];
}
