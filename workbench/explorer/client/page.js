// The explorer in a page: every element with data-wbx holds its payload and its first selection as data blocks.

import { mountExplorer } from "./app.js";
import { openCorpus } from "./corpus.js";
import { pageSource } from "./source.js";
import { linkOf, selectionIn } from "./state.js";
import { bytesOf, unpack } from "./unpack.js";

async function openBlock(root) {
  const source = pageSource(openCorpus(await unpack(bytesOf(root.querySelector(".wbx-payload").textContent))));
  const given = JSON.parse(root.querySelector(".wbx-selection").textContent);
  const told = (settings) => history.replaceState(null, "", linkOf(settings));
  const explorer = mountExplorer(root, source, { selection: selectionIn(location.hash) ?? given, told });
  addEventListener("hashchange", () => {
    const linked = selectionIn(location.hash);
    if (linked) explorer.select(linked);
  });
  await explorer.drawn();
  performance.mark("wbx-open");
  root.dataset.wbx = "open";
}

for (const root of document.querySelectorAll("[data-wbx]")) {
  openBlock(root).catch((error) => { root.querySelector(".wbx-loading").append(` ${error.message}`); throw error; });
}
