"""The explorer: one client in plain JavaScript for filter, views and evidence, carried by pages and notebooks.

A payload is made of a corpus once (`build_payload`). A page of its own is `explorer_html(payload, title=...)`; a report
that has a head of its own takes `explorer_parts(payload, selection=...)`: a style sheet, a module script and markup,
with the sources that a Content-Security-Policy must allow (`style_source`, `script_source`). In a notebook,
``workbench.explorer.widget.ExplorerWidget(payload, selection=...)`` carries the same client; it is not imported here
because widgets take time to import.

The state of the explorer is a `workbench.frame.Selection`; its JSON form (`selection_settings`) is what the client
saves, puts into a link and writes to a file.
"""

from workbench.explorer.options import Accuracy, PayloadOptions
from workbench.explorer.page import ExplorerParts, explorer_html, explorer_parts
from workbench.explorer.payload import Payload, build_payload, pack_payload

__all__ = [
    "Accuracy",
    "ExplorerParts",
    "Payload",
    "PayloadOptions",
    "build_payload",
    "explorer_html",
    "explorer_parts",
    "pack_payload",
]
