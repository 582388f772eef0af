import json
from pathlib import Path

import pytest

from workbench.codebook.load import load_file, yaml_files
from workbench.codebook.schema import Publisher
from workbench.page import Page
from workbench.parse import compile_outlets, explain_article, parse_article

ROOT = Path(__file__).parents[2]
GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.json"))
PUBLISHERS = ROOT / "workbench/codebook/data/union-state/publishers"


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_seed_is_read_as_expected(golden: Path) -> None:
    expected = json.loads(golden.read_text(encoding="utf-8"))
    text = (ROOT / "seeds" / f"{golden.stem}.txt").read_bytes().decode()
    outlets = compile_outlets([load_file(file, Publisher) for file in yaml_files(PUBLISHERS)])
    article = parse_article(Page(path=golden.stem, content_hash="sha256:0", text=text), outlets)
    found = {
        "headline": article.headline and article.headline.of(text),
        "alternative_headline": article.alternative_headline and article.alternative_headline.of(text),
        "authors": [person.name for person in article.authors],
        "editors": [person.name for person in article.editors],
        "dateline": article.dateline and article.dateline.place,
        "publisher": article.publisher and article.publisher.id,
        "language": article.language,
        "is_article": article.is_article,
        "notices": [notice.code for notice in article.notices if notice.code == "repeated-paragraph"],
        "n_sentences": len(article.sentences),
        "ledger": list(explain_article(article)),
    }
    assert found == expected


def test_all_five_seeds_have_a_golden_record() -> None:
    assert len(GOLDEN) == len(list((ROOT / "seeds").glob("*.txt"))) == 5
