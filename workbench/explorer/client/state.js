// What the explorer remembers: the selection with its past, saved selections, and the link.

import { makeSelection, same, settingsOf } from "./selection.js";

const MOST_STEPS = 100;

/** A line of selections that can be walked back and forth; `told` hears of every change. */
export function makeHistory(first, told) {
  let [past, now, ahead] = [[], first, []];
  const set = (selection, from, to) => {
    [past, now, ahead] = [from, selection, to];
    told(now);
  };
  return {
    get now() { return now; },
    get canUndo() { return past.length > 0; },
    get canRedo() { return ahead.length > 0; },
    go(selection) { if (!same(selection, now)) set(selection, [...past, now].slice(-MOST_STEPS), []); },
    undo() { if (past.length) set(past.at(-1), past.slice(0, -1), [now, ...ahead]); },
    redo() { if (ahead.length) set(ahead[0], [...past, now], ahead.slice(1)); },
  };
}

const SAVED = "workbench.explorer.saved";

/** Named selections; where the browser keeps nothing for a page they last as long as the page. */
export function makeSaved() {
  let kept = read();
  const write = (changed) => {
    kept = changed;
    try { localStorage.setItem(SAVED, JSON.stringify(kept)); } catch { /* the page may not keep anything; the names last till it closes */ }
  };
  return {
    names: () => Object.keys(kept).sort(),
    get: (name) => makeSelection(kept[name]),
    save: (name, selection) => write({ ...kept, [name]: settingsOf(selection) }),
    drop: (name) => write(Object.fromEntries(Object.entries(kept).filter(([key]) => key !== name))),
  };
}

function read() {
  try {
    const found = JSON.parse(localStorage.getItem(SAVED) ?? "{}");
    return Object.fromEntries(Object.entries(found).filter(([, settings]) => isSelection(settings)));
  } catch {
    return {};
  }
}

function isSelection(settings) {
  try { return Boolean(makeSelection(settings)); } catch { return false; }
}

const LINK = "selection=";

/** Return the part of an address that holds a selection. */
export function linkOf(selection) {
  return `#${LINK}${encodeURIComponent(JSON.stringify(settingsOf(selection)))}`;
}

/** Return the selection in an address, or null where there is none that can be read. */
export function selectionIn(hash) {
  const at = hash.indexOf(LINK);
  if (at < 0) return null;
  try { return makeSelection(JSON.parse(decodeURIComponent(hash.slice(at + LINK.length)))); } catch { return null; }
}

/** Return the selection in a file's text; throws where it is none. */
export function selectionFrom(text) {
  const settings = JSON.parse(text);
  if (settings === null || typeof settings !== "object" || Array.isArray(settings)) throw new RangeError("selection: not an object");
  return makeSelection(settings);
}
