"""The seeds against what people checked, and the floors below which no measure may fall."""

import json
import sys
from pathlib import Path

import pytest
import yaml

from workbench.codebook import load_codebook
from workbench.evaluate import evaluate_gold
from workbench.pipeline import make_records
from workbench.read import read_pages

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
sys.path.insert(0, str(GOLDEN))

from golden_shape import golden_of  # noqa: E402 -- it lies beside the goldens


@pytest.fixture(scope="module")
def codebook():
    return load_codebook()


@pytest.fixture(scope="module")
def records(codebook):
    return {Path(record.path).stem: record for record in make_records(read_pages(map(str, SEEDS)), codebook)}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem[:3])
def test_a_seed_says_what_people_checked(seed, records):
    expected = json.loads((GOLDEN / f"{seed.stem}.json").read_text(encoding="utf-8"))
    assert golden_of(records[seed.stem]) == expected


def test_every_seed_has_a_golden():
    assert {path.stem for path in GOLDEN.glob("0*.json")} == {path.stem for path in SEEDS}


def test_no_measure_falls_below_its_floor(codebook):
    floors = yaml.safe_load((GOLDEN / "floors.yaml").read_text(encoding="utf-8"))
    (result,) = evaluate_gold(GOLDEN / "pages.jsonl", texts=ROOT / "seeds", codebook=codebook)
    assert result.errors == ()
    scores = {score.measure: score for score in result.scores}
    assert floors.keys() <= scores.keys()
    fallen = {measure: scores[measure].f1 for measure, floor in floors.items() if (scores[measure].f1 or 0) < floor}
    assert not fallen, "raise the measure again, or lower its floor in floors.yaml and say why in the change log"
