// What a reader takes along: tables as CSV, articles as citations. Words are copied as printed.

/** Return rows as CSV (RFC 4180); a cell that a spreadsheet would take for a formula gets an apostrophe first. */
export function csv(heads, rows) {
  const cell = (value) => {
    const text = value === null || value === undefined ? "" : String(value);
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [heads, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** Return articles as CSL-JSON; an inferred date is marked circa, an unknown field is left out. */
export function cslJson(articles) {
  return `${JSON.stringify(articles.map(cslItem), null, 1)}\n`;
}

function cslItem(article) {
  const parts = article.published ? article.published.slice(0, 10).split("-").map(Number) : null;
  const fields = {
    id: article.id, type: "article-newspaper", title: article.headline, "container-title": article.publisher,
    author: article.authors.length ? article.authors.map((literal) => ({ literal })) : null,
    issued: parts && { "date-parts": [parts], ...(article.basis === "inferred" ? { circa: true } : {}) },
    "publisher-place": article.place, URL: article.url, language: article.language, archive_location: article.path,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}

const BIBTEX = { "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "%": "\\%", "#": "\\#", "_": "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

/** Return articles as BibTeX entries. */
export function bibTex(articles) {
  const escaped = (text) => String(text).replace(/[\\{}$&%#_~^]/g, (one) => BIBTEX[one]).replace(/\s+/g, " ");
  return articles.map((article) => {
    const fields = {
      title: article.headline, journal: article.publisher, author: article.authors.length ? article.authors.join(" and ") : null,
      date: article.published?.slice(0, 10), url: article.url, address: article.place,
      note: article.basis === "inferred" ? "date inferred" : null, file: article.path,
    };
    const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${escaped(value)}}`);
    return `@article{${article.id},\n${lines.join(",\n")}\n}\n`;
  }).join("\n");
}

/** Return a footnote: author, headline, publisher, date, file and line. */
export function footnote(article, line, lang) {
  const circa = article.basis === "inferred" ? (lang === "id" ? " (disimpulkan)" : " (inferred)") : "";
  const date = article.published ? `${article.published.slice(0, 10)}${circa}` : lang === "id" ? "tanpa tanggal" : "undated";
  const where = `${article.path}, ${lang === "id" ? "baris" : "line"} ${line}`;
  const parts = [article.authors.join(", "), article.headline && `“${article.headline}”`, article.publisher, date, article.url, where];
  return `${parts.filter(Boolean).join(", ")}.`;
}
