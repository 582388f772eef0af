// Text queries: words, "phrases", AND (also between neighbours), OR, NOT, parentheses. Operators are in capitals.

const TOKEN = /"([^"]*)"?|([()])|([^\s"()]+)/gu;
const OPERATORS = new Set(["AND", "OR", "NOT"]);

function tokens(text) {
  return [...text.matchAll(TOKEN)].map(([, phrase, bracket, word]) => {
    if (bracket) return { kind: bracket };
    if (word && OPERATORS.has(word)) return { kind: word };
    return { kind: "term", term: fold(phrase ?? word).trim() };
  }).filter((token) => token.kind !== "term" || token.term);
}

export function fold(text) {
  return text.toLowerCase();
}

/** Return the query as a tree, or null where it asks for nothing; what is left open is closed at the end. */
export function parseQuery(text) {
  const rest = tokens(text);
  let tree = null;
  while (rest.length) {
    tree = join("and", [tree, either(rest)]);
    if (rest[0]?.kind === ")") rest.shift();
  }
  return tree;
}

function either(rest) {
  const parts = [all(rest)];
  while (rest[0]?.kind === "OR") {
    rest.shift();
    parts.push(all(rest));
  }
  return join("or", parts);
}

function all(rest) {
  const parts = [];
  while (rest.length && rest[0].kind !== "OR" && rest[0].kind !== ")") {
    if (rest[0].kind === "AND") rest.shift();
    else parts.push(one(rest));
  }
  return join("and", parts);
}

function one(rest) {
  const token = rest.shift();
  if (token.kind === "NOT") {
    if (!rest.length || ["OR", ")", "AND"].includes(rest[0].kind)) return null;
    const part = one(rest);
    return part && { op: "not", parts: [part] };
  }
  if (token.kind === "(") {
    const inside = either(rest);
    if (rest[0]?.kind === ")") rest.shift();
    return inside;
  }
  return { op: "term", term: token.term, parts: [] };
}

function join(op, parts) {
  const kept = parts.filter(Boolean);
  return kept.length > 1 ? { op, parts: kept } : (kept[0] ?? null);
}

/** Say whether a text, given by what it holds, answers the query. */
export function answers(tree, holds) {
  if (tree === null) return true;
  if (tree.op === "term") return holds(tree.term);
  if (tree.op === "not") return !answers(tree.parts[0], holds);
  return tree.op === "and" ? tree.parts.every((part) => answers(part, holds)) : tree.parts.some((part) => answers(part, holds));
}

/** Return the words and phrases that an answer may hold: those that stand under no NOT. */
export function wanted(tree) {
  if (tree === null || tree.op === "not") return [];
  return tree.op === "term" ? [tree.term] : [...new Set(tree.parts.flatMap(wanted))];
}
