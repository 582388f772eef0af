"""The benchmarks run: small here, so that figures can be measured again whenever somebody doubts them."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (
            "speed.py --repeats 1 --web-repeats 1 --peer-repeats 1 --pages 10",
            ["workbench: parse and tag", "trafilatura: extract", "jusText: classify", "workbench: 10 pages"],
        ),
        ("corpus.py --articles 2000", ["workbench   six facets", "pandas      co-occurrence", "duckdb", "polars"]),
        ("whole.py --sizes 20 --names codebook --workers 1", ["codebook         20"]),
        (
            "ingest.py --articles 200 --files 50 --workers 1",
            ["full text", "open, first chart", "phrase 'negara persatuan'", "retag", "50 files, no news"],
        ),
        ("near.py --articles 400", ["F1"]),
        ("stories.py --articles 400", ["F1", "one report more"]),
    ],
    ids=lambda case: case.partition(" ")[0] if isinstance(case, str) else "",
)
def test_a_benchmark_prints_what_it_measures(command, told):
    done = subprocess.run(  # noqa: S603 -- its own words
        [sys.executable, *command.split()], cwd=BENCHMARKS, capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr
    for words in told:
        assert words in done.stdout
