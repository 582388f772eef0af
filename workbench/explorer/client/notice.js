// What the explorer says for a while: that something was copied, or why not.

import { h, make } from "./dom.js";
import { say } from "./words.js";

/** Copy a text; where the browser refuses, show it to be copied by hand. */
export async function copyText(app, name, text) {
  const { lang } = app.history.now;
  try {
    await navigator.clipboard.writeText(text);
    notify(app, say(lang, "copied"));
  } catch {
    notify(app, say(lang, "not_copied"), text);
  }
}

/** Say something for a while; a text that could not be copied stays until it is closed. */
export function notify(app, words, text = null) {
  const { notice } = app.parts;
  const close = make(h("button", { type: "button", class: "wbx-button", onclick: () => notice.replaceChildren() }, say(app.history.now.lang, "close")));
  const shown = text === null ? null : make(h("textarea", { readonly: true, rows: "6", "aria-label": words }));
  if (shown) shown.value = text;
  const host = app.root.querySelector("dialog[open]") ?? app.root;
  host.append(notice);
  notice.replaceChildren(make(h("p", {}, words)), ...(shown ? [shown] : []), close);
  shown?.select();
  if (!shown) setTimeout(() => { if (notice.contains(close)) notice.replaceChildren(); }, 2500);
}
