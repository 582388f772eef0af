// The evidence reader: the sentences behind a number, as many rows as the number says.

import { h, make } from "./dom.js";
import { bibTex, csv, cslJson, footnote } from "./cite.js";
import { say, sayValue } from "./words.js";

const STEP = 50;

/** Return the rows `from` to `to` of a mark's evidence, those of the earliest article first. */
export async function rowsOfMark(source, mark, from = 0, to = mark.n) {
  return mark.row ? [mark.row].slice(from, to) : source.evidence(mark, from, to);
}

/** Open the evidence of a mark in a dialog inside `root`; `room` is {source, lang, copy(name, text), narrow(fields)}. */
export async function openReader(root, mark, room) {
  const list = make(h("ol", { class: "wbx-rows" }));
  const more = make(h("button", { type: "button", class: "wbx-button" }));
  const extend = async () => {
    const from = list.children.length;
    const rows = await rowsOfMark(room.source, mark, from, Math.min(from + STEP, mark.n));
    // A second press while the first is answered must not show rows twice.
    if (list.children.length !== from) return;
    list.append(...rows.map((row) => make(rowItem(row, room))));
    const left = mark.n - list.children.length;
    more.hidden = left === 0;
    more.replaceChildren(say(room.lang, "more_rows", left));
  };
  more.addEventListener("click", extend);
  await extend();
  const title = make(h("h2", { id: `${root.id}-reader`, tabindex: "-1" }, mark.label));
  const head = make(h("header", {}, h("p", { class: "wbx-note" }, say(room.lang, "evidence_rows", mark.n)), mark.told ? h("p", { class: "wbx-note" }, mark.told) : null, actions(mark, room, () => dialog.close())));
  head.prepend(title);
  const dialog = make(h("dialog", { class: "wbx-reader", "aria-labelledby": `${root.id}-reader` }));
  dialog.append(head, list, more);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  root.append(dialog);
  dialog.showModal();
  title.focus();
}

function actions(mark, room, close) {
  const { lang, source } = room;
  const copy = (name, textOf) => async () => room.copy(name, textOf(await rowsOfMark(source, mark)));
  const articles = (rows) => [...new Map(rows.map(({ article }) => [article.id, article])).values()];
  const button = (label, onclick) => h("button", { type: "button", class: "wbx-button", onclick }, label);
  const narrow = mark.narrow && button(say(lang, "only_these"), () => { close(); room.narrow(mark.narrow); });
  return h("div", { class: "wbx-actions" }, narrow, h("span", { class: "wbx-quiet" }, say(lang, "copy_all")),
    button("CSV", copy("evidence.csv", evidenceCsv)), button("CSL-JSON", copy("articles.json", (rows) => cslJson(articles(rows)))),
    button("BibTeX", copy("articles.bib", (rows) => bibTex(articles(rows)))), h("button", { type: "button", class: "wbx-button wbx-close", onclick: close }, say(lang, "close")));
}

const words = (row) => row.passages.map((passage) => passage.pieces.map((piece) => piece.text).join("")).join(" ");
const exact = (row) => row.passages.map((passage) => passage.pieces.filter((piece) => piece.marked).map((piece) => piece.text).join("")).filter(Boolean).join(" ");

function evidenceCsv(rows) {
  const heads = ["article_id", "path", "line", "published", "basis", "publisher", "headline", "rule", "evidence", "passage"];
  return csv(heads, rows.map((row) => {
    const { article } = row;
    return [article.id, article.path, row.passages[0].line, article.published, article.basis, article.publisher, article.headline, row.rule, exact(row), words(row)];
  }));
}

function rowItem(row, room) {
  const { lang } = room;
  const { article } = row;
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
function chainWords({ table, cells }, { source, lang }) {
  if (table === "quotes") {
    const chain = cells.chain.map((provider) => source.words.provider[lang][provider]);
    const speakers = cells.speaker.map((speaker) => source.words.speaker[lang][speaker]).join(", ");
    return [[speakers || say(lang, "not_stated"), ...chain].join(" › ")];
  }
  const told = ["modality", "status", "instrument"].filter((name) => cells[name]).map((name) => sayValue(lang, cells[name]));
  return told.length ? [told.join(", ")] : [];
}
