import pytest

from workbench.codebook import load_codebook
from workbench.tag.events import build_event_rules


@pytest.fixture(scope="session")
def codebook():
    return load_codebook()


@pytest.fixture(scope="session")
def rules(codebook):
    return build_event_rules(codebook)
