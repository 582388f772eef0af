import pytest

from workbench import steps
from workbench.steps import finish, in_step


def walk(name, n_steps, taken):
    for step in range(n_steps):
        taken.append((name, step))
        yield
    return name


def test_works_take_each_step_together_and_come_in_their_order():
    taken = []
    made = list(in_step(walk(name, n, taken) for name, n in (("a", 1), ("b", 3), ("c", 2))))
    assert made == ["a", "b", "c"]
    assert taken == [("a", 0), ("b", 0), ("c", 0), ("b", 1), ("c", 1), ("b", 2)]


def test_works_begin_only_when_there_is_room(monkeypatch):
    monkeypatch.setattr(steps, "_AT_ONCE", 2)
    taken = []
    made = in_step(walk(name, 1, taken) for name in "abc")
    assert next(made) == "a"
    assert [name for name, _ in taken] == ["a", "b"]
    assert list(made) == ["b", "c"]


def test_work_without_steps_is_finished():
    assert finish(walk("a", 0, [])) == "a"
    assert list(in_step([])) == []


def test_what_work_raises_is_not_lost():
    def broken():
        yield
        raise KeyError

    with pytest.raises(KeyError):
        finish(broken())
