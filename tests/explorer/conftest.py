"""An invented corpus, and a page of it."""

import pytest
from explorer_builders import synthetic_corpus

from workbench.explorer import Accuracy, PayloadOptions, build_payload, explorer_html


@pytest.fixture(scope="session")
def corpus():
    return synthetic_corpus(200)


@pytest.fixture(scope="session")
def page_file(tmp_path_factory, corpus):
    known = Accuracy(tag="mentions", measure="people", source="invented", precision=0.97, recall=0.91, n=400)
    payload = build_payload(corpus, PayloadOptions(accuracy=(known,)))
    path = tmp_path_factory.mktemp("explorer") / "page.html"
    path.write_text(explorer_html(payload, title="Invented <press>"), "utf-8")
    return path
