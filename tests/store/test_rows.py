from array import array

from workbench.store.rows import LazyRows


def test_parts_of_changed_rows_are_changed_too():
    rows = LazyRows(lambda: array("q", [1, 2, 3]), list)
    changed = rows.changed(lambda value: value * 10)
    assert [list(part) for part in (changed[1:], changed.of([3]))] == [[20, 30], [30]]
    assert [part.is_changed for part in (changed, changed[1:], changed.of([3]))] == [True, True, True]
    assert [part.is_changed for part in (rows, rows[1:], rows.of([3]))] == [False, False, False]
