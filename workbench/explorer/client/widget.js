// The explorer in a notebook: the same client, its selection kept in step with the kernel.

import { mountExplorer } from "./app.js";
import { openCorpus } from "./corpus.js";
import { kernelAsker, kernelSource } from "./kernel_source.js";
import { pageSource } from "./source.js";
import { same } from "./selection.js";
import { unpack } from "./unpack.js";

const ASKING = "workbench.explorer.kernel/1";

async function render({ model, el }) {
  const root = document.createElement("div");
  el.append(root);
  const payload = await unpack(model.get("payload"));
  const kernel = payload.schema === ASKING ? kernelAsker(model) : null;
  const source = kernel ? kernelSource(payload, kernel.ask) : pageSource(openCorpus(payload));
  const told = (settings) => {
    if (same(settings, model.get("settings"))) return;
    model.set("settings", settings);
    model.save_changes();
  };
  const explorer = mountExplorer(root, source, { selection: model.get("settings"), told });
  const follow = () => explorer.select(model.get("settings"));
  model.on("change:settings", follow);
  await explorer.drawn();
  performance.mark("wbx-open");
  root.dataset.wbx = "open";
  return () => {
    model.off("change:settings", follow);
    kernel?.stop();
  };
}

export default { render };
