"""Write the goldens of the seeds anew; read the diff before you commit it."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
sys.path.insert(0, str(GOLDEN))

from golden_shape import golden_of  # noqa: E402 -- the path has to be known first

from workbench.codebook import load_codebook  # noqa: E402 -- likewise
from workbench.errors import ReadError  # noqa: E402 -- likewise
from workbench.pipeline import make_records  # noqa: E402 -- likewise
from workbench.read import read_pages  # noqa: E402 -- likewise


def main() -> None:
    """Write one file for each seed."""
    pages = read_pages(str(path) for path in sorted((ROOT / "seeds").glob("*.txt")))
    for record in make_records(pages, load_codebook()):
        if isinstance(record, ReadError):
            raise record
        target = GOLDEN / f"{Path(record.path).stem}.json"
        golden = json.dumps(golden_of(record), ensure_ascii=False, indent=1)
        target.write_text(f"{golden}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
