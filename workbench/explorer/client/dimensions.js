// What the rows of a table are counted by: their own columns, those of their article, and some that are worked out.
//
// A dimension gives each row the numbers of its values. It is {codes} with one a row, or {start, codes} with those of
// row r from start[r] to start[r + 1]; -1 stands for what the page leaves unsaid. `keyOf(code)` is the value itself: a
// number of a vocabulary, or a word; "" for a word that is not there.

/**
 * Return the dimension `name` of a question (see source.js):
 * a column of the table; "article.…", a column of the row's article; "bin", the rank of the question's `bins` that holds
 * the day of the row, or as "article.bin" of its article; "office", the offices that a mentioned actor held on the day of
 * publication; "pair", the actors of the same sentence, two by two; "through", the medium next to the publisher in a chain.
 */
export function dimensionOf(corpus, question, name) {
  if (name === "bin" || name === "article.bin") return binned(corpus, question, name);
  const known = `${question.table}.${name}`;
  if (!corpus.dimensions.has(known)) corpus.dimensions.set(known, makeDimension(corpus, question.table, name));
  return corpus.dimensions.get(known);
}

function makeDimension(corpus, table, name) {
  if (name === "office") return officesOf(corpus);
  if (name === "pair") return pairsOf(corpus);
  if (name === "through") return lastMedium(corpus);
  if (!name.startsWith("article.")) return ofColumn(corpus.tables[table][name]);
  const whole = ofColumn(corpus.tables.articles[name.slice("article.".length)]);
  return { ...whole, codes: Int32Array.from(corpus.tables[table].article, (at) => whole.codes[at]) };
}

const NUMBER = (code) => code;

function ofColumn(column) {
  if (Array.isArray(column[0])) return ofLists(column);
  if (column instanceof Int32Array || column.every((value) => typeof value === "number")) return { codes: Int32Array.from(column), size: sizeOf(column), keyOf: NUMBER };
  const numbers = new Map();
  const codes = Int32Array.from(column, (word) => {
    if (word === null || word === "") return -1;
    if (!numbers.has(word)) numbers.set(word, numbers.size);
    return numbers.get(word);
  });
  const words = [...numbers.keys()];
  return { codes, size: words.length, keyOf: (code) => (code < 0 ? "" : words[code]) };
}

function sizeOf(codes) {
  let size = 0;
  for (const code of codes) if (code >= size) size = code + 1;
  return size;
}

function ofLists(lists) {
  const start = new Uint32Array(lists.length + 1);
  const codes = [];
  lists.forEach((list, row) => {
    if (list.length) codes.push(...list);
    else codes.push(-1);
    start[row + 1] = codes.length;
  });
  return { start, codes: Int32Array.from(codes), size: sizeOf(codes), keyOf: NUMBER };
}

/** Return the rank of the last bin that starts at or before each row's day; -1 where there is no day. */
function binned(corpus, { table, bins }, name) {
  const rows = corpus.tables[table];
  const dayOf = name === "article.bin" || table === "articles" ? (row) => corpus.days[rows.article[row]] : (row) => rows.day[row];
  const codes = Int32Array.from({ length: rows.size }, (_, row) => binOf(bins, dayOf(row)));
  return { codes, size: bins.length, keyOf: NUMBER };
}

function binOf(bins, day) {
  if (Number.isNaN(day) || !bins.length) return -1;
  let [low, high] = [0, bins.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bins[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

function officesOf(corpus) {
  const { mentions } = corpus.tables;
  const held = Map.groupBy(corpus.words.offices.map((office, rank) => ({ ...office, rank })), (office) => office.entity);
  return ofRows(mentions.size, corpus.words.offices.length, (row, put) => {
    const day = corpus.days[mentions.article[row]];
    if (Number.isNaN(day)) return;
    for (const term of held.get(mentions.entity[row]) ?? []) if ((term.start ?? -Infinity) <= day && day <= (term.end ?? Infinity)) put(term.rank);
  });
}

/** Pairs that a mention closes: its actor with each that the same sentence named before; see `pairCode`. */
function pairsOf(corpus) {
  const { mentions } = corpus.tables;
  const n = corpus.words.entity.key.length;
  const passageOf = (row) => corpus.passages.ofPiece[mentions.first[row]];
  return ofRows(mentions.size, n * n, (row, put) => {
    const me = mentions.entity[row];
    const met = new Set([me]);
    for (let at = row - 1; at >= 0 && passageOf(at) === passageOf(row); at -= 1) {
      const other = mentions.entity[at];
      if (!met.has(other)) put(pairCode(me, other, n));
      met.add(other);
    }
  });
}

/** Return the number of a pair of actors, of which there are `n`. */
function pairCode(one, other, n) {
  return Math.min(one, other) * n + Math.max(one, other);
}

/** Gather what `find(row, put)` puts for each row; rows without a value have none. */
function ofRows(rows, size, find) {
  const start = new Uint32Array(rows + 1);
  const codes = [];
  const put = (code) => codes.push(code);
  for (let row = 0; row < rows; row += 1) {
    find(row, put);
    start[row + 1] = codes.length;
  }
  return { start, codes: Int32Array.from(codes), size, keyOf: NUMBER };
}

/** The last medium of a chain that is not the publisher itself. */
function lastMedium(corpus) {
  const { quotes, articles } = corpus.tables;
  const { provider, publisher } = corpus.words;
  const codes = Int32Array.from(quotes.chain, (chain, row) => {
    const outlet = publisher.en[articles.publisher[quotes.article[row]]];
    return chain.findLast((medium) => provider.key[medium] !== outlet) ?? -1;
  });
  return { codes, size: provider.key.length, keyOf: NUMBER };
}
