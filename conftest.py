"""How the notebooks run as tests: what nbval compares, strictly, is the text of every output."""

import hypothesis
import pytest

#: A machine with other work to do is slow, and no test fails for that.
hypothesis.settings.register_profile("workbench", deadline=None)
hypothesis.settings.load_profile("workbench")

#: Pictures and live views; every figure in them stands in the text beside them.
NOT_COMPARED = ("text/html", "image/svg+xml")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Compare the text of every cell, and leave pictures to the charts' own tests."""
    cells = [item for item in items if hasattr(item.parent, "skip_compare")]
    for notebook in {cell.parent for cell in cells}:
        notebook.skip_compare = (*notebook.skip_compare, *NOT_COMPARED)
    for item in cells:
        # nbval takes a cell without a count for one that never ran; ours are kept without counts.
        item.cell.execution_count = 0
