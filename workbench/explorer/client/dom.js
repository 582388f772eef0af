// The one place that makes elements: what is to be shown goes in as values, words only as text, hidden characters are
// made visible. What is shown already is changed in place, so that focus, scrolling and what was opened stay.

const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const PLAIN = /^[\x20-\x7e]*$/;
const SVG = "http://www.w3.org/2000/svg";
const HTML = "http://www.w3.org/1999/xhtml";
// What the reader changes too: it is compared with the element, not with what was shown before.
const LIVE = new Set(["value", "checked", "selected", "open", "tabindex"]);
// What an element shows, and what hears its events.
const SHOWN = new WeakMap();
const HEARERS = new WeakMap();
// Fields in which the reader has typed what is not drawn yet.
const TYPED = new WeakSet();

/** Write control, format and bidirectional characters as ⟨U+202E⟩; they could hide or reorder words. */
export function visible(text) {
  const words = String(text);
  return PLAIN.test(words) ? words : words.replace(/[\t\r\n]/g, " ").replace(HIDDEN, (one) => `⟨U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);
}

/**
 * Return an element as a value. `attributes` are our own names: "on…" are listeners, `style` holds properties, `key` (else
 * "data-key") tells it from its like, `middle` is the share of its width at which a box opens that is wider than its room,
 * null and false ones are left out. What has "data-late" can be drawn after the rest; it
 * says about how many pixels under the top of its picture it stands.
 */
export function h(name, attributes = {}, ...children) {
  return { name, space: HTML, attributes, children: gathered(children, []), element: null };
}

export function s(name, attributes = {}, ...children) {
  return { name, space: SVG, attributes, children: gathered(children, []), element: null };
}

/** As `h`, with children that `childrenOf()` makes when they are drawn. */
export function later(name, attributes, childrenOf) {
  let made = null;
  return { name, space: HTML, attributes, get children() { return (made ??= gathered([childrenOf()], [])); }, element: null };
}

function gathered(children, into) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) gathered(child, into);
    else into.push(typeof child === "object" ? child : { name: "#text", text: String(child), element: null });
  }
  return into;
}

/** Make the element of a value; for `late` see `refillNear`. */
export function make(node, late = null) {
  if (node.name === "#text") return (node.element = document.createTextNode(visible(node.text)));
  const element = document.createElementNS(node.space, node.name);
  node.children.forEach((_, rank) => element.append(settled(node.children, rank, null, late)));
  // After the children, since a choice is made among options.
  for (const [name, value] of Object.entries(node.attributes)) setAttribute(element, name, value, undefined);
  if (node.name === "input") element.addEventListener("input", () => TYPED.add(element));
  return (node.element = element);
}

/** Let `element` show `children`; what it showed before and is alike is changed in place. */
export function refill(element, ...children) {
  fill(element, gathered(children, []), null);
}

/** As `refill`, without the parts that can wait and are not near: `isNear(element, distance)`; return acts that draw those. */
export function refillNear(element, isNear, ...children) {
  const late = { isNear, acts: [] };
  fill(element, gathered(children, []), late);
  return late.acts;
}

function fill(element, wanted, late) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null;
  reconcile(element, SHOWN.get(element) ?? [], wanted, late);
  SHOWN.set(element, wanted);
  if (focused && focused !== document.activeElement) refocus(element, focused);
}

/** Give the focus back to what lost it by being moved; where it is gone, to what comes first in its place. */
function refocus(element, focused) {
  const next = focused.isConnected ? focused : element.querySelector("button:enabled:not([tabindex='-1']), input, select, summary");
  next?.focus({ preventScroll: true });
}

function reconcile(element, before, wanted, late) {
  const pairs = paired(before, wanted);
  const kept = new Set(pairs.filter(Boolean));
  for (const old of before) if (!kept.has(old)) old.element.remove();
  let at = element.firstChild;
  wanted.forEach((_, rank) => {
    const shown = settled(wanted, rank, pairs[rank], late);
    if (shown === at) at = at.nextSibling;
    else element.insertBefore(shown, at);
  });
}

/** Return the element of a wanted child, made of what was shown; one that waits stays as it was, or empty. */
function settled(wanted, rank, old, late) {
  const node = wanted[rank];
  const distance = node.attributes?.["data-late"];
  if (!late || distance === undefined || late.isNear(old?.element, distance)) return old ? changed(old, node, late) : make(node, late);
  const now = old ?? { name: node.name, space: node.space, attributes: node.attributes, children: [], element: null };
  if (!old) make(now);
  wanted[rank] = now;
  late.acts.push(() => { wanted[rank] = node; changed(now, node, null); });
  return now.element;
}

/** Return for each wanted child the one from before that is alike, those with a key by their key. */
function paired(before, wanted) {
  let spare = null;
  return wanted.map((node, rank) => {
    const kind = kindOf(node);
    if (!spare && rank < before.length && kindOf(before[rank]) === kind) return before[rank];
    spare ??= Map.groupBy(before.slice(rank), kindOf);
    return spare.get(kind)?.shift() ?? null;
  });
}

function kindOf({ name, attributes }) {
  if (!attributes) return name;
  return `${name} ${attributes.key ?? attributes["data-key"] ?? attributes.class?.split(" ", 1)[0] ?? ""}`;
}

function changed(old, node, late) {
  const { element } = old;
  node.element = element;
  if (node.name === "#text") {
    if (node.text !== old.text) element.data = visible(node.text);
    return element;
  }
  reconcile(element, old.children, node.children, late);
  for (const name of Object.keys(old.attributes)) if (!(name in node.attributes)) setAttribute(element, name, null, old.attributes[name]);
  for (const [name, value] of Object.entries(node.attributes)) setAttribute(element, name, value, old.attributes[name]);
  return element;
}

function setAttribute(element, name, value, before) {
  if (name === "key" || (name === "middle" && before !== undefined)) return;
  if (LIVE.has(name)) setLive(element, name, value ?? false);
  else if (name === "middle") openAt(element, value);
  else if (typeof (value ?? before) === "function") setHearer(element, name.slice(2), value);
  else if (name === "style") setStyle(element, value ?? {}, before ?? {});
  else if (value === before) return;
  else if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : visible(value));
}

/** Scroll a box once, as soon as it has its size; then it is the reader's. */
function openAt(element, share) {
  new ResizeObserver((_, observer) => {
    element.scrollLeft = share * element.scrollWidth - element.clientWidth / 2;
    observer.disconnect();
  }).observe(element);
}

/** Set what the reader changes too; in a field that is typed in, words stay until they are what is wanted. */
function setLive(element, name, value) {
  if (name === "tabindex") {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  } else if (element[name] === value) TYPED.delete(element);
  else if (name !== "value") element[name] = value;
  else if (!TYPED.has(element) || element !== document.activeElement) element.value = visible(value);
}

function setHearer(element, type, act) {
  const hearers = HEARERS.get(element) ?? {};
  HEARERS.set(element, hearers);
  if (!(type in hearers)) element.addEventListener(type, (event) => hearers[type]?.(event));
  hearers[type] = act;
}

function setStyle(element, style, before) {
  for (const name of Object.keys(before)) if (!(name in style)) element.style.removeProperty(name);
  for (const [name, value] of Object.entries(style)) if (value !== before[name]) element.style.setProperty(name, value);
}

/** Offer a text as a file. */
export function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = make(h("a", { href: url, download: name }));
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
