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
from workbench.pipeline import record_maker  # noqa: E402 -- likewise
from workbench.read import read_pages  # noqa: E402 -- likewise


def main() -> None:
    """Write one file for each seed."""
    make_record = record_maker(load_codebook())
    for page in read_pages(str(path) for path in sorted((ROOT / "seeds").glob("*.txt"))):
        if isinstance(page, ReadError):
            raise page
        target = GOLDEN / f"{Path(page.path).stem}.json"
        golden = json.dumps(golden_of(make_record(page)), ensure_ascii=False, indent=1)
        target.write_text(f"{golden}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
