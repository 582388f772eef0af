// What a page carries, as workbench.explorer.packing packs it: a header in JSON, and columns of bytes, gzipped together.

// Columns that are wanted as one text, of which pieces are cut when they are shown.
const WHOLE = new Set(["pieces"]);

/** Return the payload in gzipped bytes; its columns of numbers are typed arrays, the pieces of passages {text, ends}. */
export async function unpack(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const whole = await new Response(stream).arrayBuffer();
  const first = 4 + new DataView(whole).getUint32(0, true);
  const { packed, ...payload } = JSON.parse(new TextDecoder().decode(new Uint8Array(whole, 4, first - 4)));
  const blocks = new Uint8Array(whole, first);
  for (const name of packed) payload[name] = Object.fromEntries(Object.entries(payload[name]).map(([key, column]) => [key, columnOf(column, blocks, WHOLE.has(key))]));
  return payload;
}

export function bytesOf(base64) {
  const text = atob(base64.trim());
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function columnOf(column, blocks, isWhole) {
  if (Array.isArray(column)) return column;
  if ("ints" in column) return intsOf(column, blocks);
  if ("words" in column) return Array.from(intsOf(column.of, blocks), (number) => column.words[number]);
  if ("some" in column) return Array.from(intsOf(column.some, blocks), (number) => (number === column.some.least ? null : number));
  return "lists" in column ? listsOf(column, blocks) : textOf(column, blocks, isWhole);
}

/** The first bytes of all numbers stand together, then the second ones. */
function intsOf({ ints, at, width, least }, blocks) {
  const numbers = new Int32Array(ints).fill(least);
  for (let plane = 0, scale = 1; plane < width; plane += 1, scale *= 256) {
    const from = at + plane * ints;
    for (let rank = 0; rank < ints; rank += 1) numbers[rank] += blocks[from + rank] * scale;
  }
  return numbers;
}

function listsOf({ lists, of }, blocks) {
  const values = Array.from(intsOf(of, blocks));
  let at = 0;
  return Array.from(intsOf(lists, blocks), (length) => values.slice(at, (at += length)));
}

/** Return the pieces of a text, null for those that are missing; or the text, and where each piece ends. */
function textOf({ text, at, lengths }, blocks, isWhole) {
  const ends = intsOf(lengths, blocks);
  const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(blocks.subarray(at, at + text));
  if (!isWhole) return piecesOf(whole, ends);
  for (let rank = 1; rank < ends.length; rank += 1) ends[rank] += ends[rank - 1];
  return { text: whole, ends };
}

function piecesOf(whole, lengths) {
  let at = 0;
  return Array.from(lengths, (length) => (length < 0 ? null : whole.slice(at, (at += length))));
}
