import pytest
from store_builders import quick_workshop


@pytest.fixture
def quick(monkeypatch):
    """Ingests in this process share one compiled codebook."""
    monkeypatch.setattr("workbench.store.pool.build_workshop", quick_workshop)
