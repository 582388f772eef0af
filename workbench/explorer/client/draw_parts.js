// What the drawings share: how a series looks, and the button that every mark is.

import { h, s } from "./dom.js";

// Width of pictures that are drawn to scale, in their own units.
export const WIDE = 760;
const HATCHES = { "//": "slash", "..": "dot", xx: "cross", "--": "dash" };
// Series that are no words of the palette, in its colours.
const OTHERS = { quoted: "actual", mentioned: "historical", here: "actual", there: "negation", credited: "actual", photo: "hypothetical" };

// What is not cut into series has a colour that means none of them.
const UNDIVIDED = Object.freeze({ undivided: ["#97a0ac", null] });

/** Return {colour, hatch} of a series. */
export function lookOf(looks, series) {
  const [colour, hatch] = looks[series] ?? UNDIVIDED[series] ?? looks[OTHERS[series] ?? (series ? "historical" : "actual")];
  return { colour, hatch: HATCHES[hatch] ?? "plain" };
}

/** Return the attributes of what has the colour and pattern of a series. */
export function painted(name, look, style = {}) {
  return { class: `${name} wbx-h-${look.hatch}`, style: { "--wbx-c": look.colour, ...style } };
}

/** Return a button for a mark. */
export function markButton(mark, room, attributes, ...children) {
  return h("button", { type: "button", "data-mark": "", tabindex: "-1", "aria-label": `${mark.label}: ${mark.n}`, onclick: () => room.open(mark), ...attributes }, children);
}

/** Return a shape of a picture for a mark; it opens like a button. */
export function markShape(shape, mark, room, ...children) {
  const open = () => room.open(mark);
  return s("g", {
    class: shape, role: "button", "data-mark": "", tabindex: "-1", "aria-label": `${mark.label}: ${mark.n}`, onclick: open,
    onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); } },
  }, s("title", {}, `${mark.label}: ${mark.n}`), children);
}
