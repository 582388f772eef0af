"""Measure the tags on annotated pages and publish the figures: ``python tools/refresh_accuracy.py [NAME=]GOLD...``.

Each GOLD is what ``workbench evaluate`` reads; NAME is what the figures call it, its file's name by default; texts
that lie elsewhere are named after a comma (``NAME=GOLD,TEXTS``). Writes ``workbench/measure/accuracy.yaml``, from which
charts take the accuracy that they print, and ``docs/accuracy.md`` from the same figures.
"""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from workbench.codebook import load_codebook

ROOT = Path(__file__).parent.parent
FIGURES = ROOT / "workbench" / "measure" / "accuracy.yaml"
PAGE = ROOT / "docs" / "accuracy.md"
_KEPT = ("expected", "found", "right")
_NOTE = "# Written by tools/refresh_accuracy.py; what `workbench evaluate` counted on annotated pages.\n"


def evaluated(gold: str) -> list[dict[str, Any]]:
    """Return the scores of each set in one gold file or folder, under the name that it was given."""
    name, _, path = gold.rpartition("=")
    path, _, texts = path.partition(",")
    command = [sys.executable, "-m", "workbench", "evaluate", path, "--json", *(["--texts", texts] if texts else [])]
    out = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout  # noqa: S603 -- our own command
    found = {own: result for own, result in json.loads(out).items() if result["pages"]}
    return [
        {
            "name": name if name and len(found) == 1 else " ".join([name, own]).strip(),
            "pages": result["pages"],
            "measures": {
                measure: {key: score[key] for key in _KEPT}
                for measure, score in result["measures"].items()
                if score["expected"] or score["found"]
            },
        }
        for own, result in found.items()
    ]


def page_of(figures: dict[str, Any]) -> str:
    """Return the figures as a page of the guide."""
    parts = [
        "# Accuracy\n\nPrecision is the share of what was found that is right; recall the share of what is there that"
        " was found. Charts print\nthe figures of the tags that they count."
        f" Measured on {figures['measured_on']} with codebook {figures['codebook']}, by us, on pages"
        "\nannotated by hand; `make accuracy GOLD=...` measures again. The rules were written with these pages in view,"
        "\nso read the figures as upper bounds: [what unseen pages gave](limits.md).\n"
    ]
    for one in figures["sets"]:
        parts.append(f"\n## {one['name']} ({one['pages']} pages)\n\n")
        parts.append(
            "| measure | expected | found | right | precision | recall |\n| --- | --- | --- | --- | --- | --- |\n"
        )
        parts += [_row(name, *(score[key] for key in _KEPT)) for name, score in one["measures"].items()]
    return "".join(parts)


def _row(name: str, expected: int, found: int, right: int) -> str:
    precision, recall = (f"{right / n:.3f}" if n else "–" for n in (found, expected))
    return f"| {name} | {expected} | {found} | {right} | {precision} | {recall} |\n"


if __name__ == "__main__":
    stamp = load_codebook().stamp
    written = {
        "measured_on": datetime.now(UTC).date().isoformat(),
        "codebook": f"{stamp.name} {stamp.version} ({stamp.hash.removeprefix('sha256:')[:8]})",
        "sets": [one for gold in sys.argv[1:] for one in evaluated(gold)],
    }
    FIGURES.write_text(_NOTE + yaml.safe_dump(written, sort_keys=False, allow_unicode=True), "utf-8")
    PAGE.write_text(page_of(written), "utf-8")
