from workbench.pipeline import beside_others
from workbench.steps import in_step


def test_long_texts_are_worked_on_alone():
    taken = []

    def work(name):
        for step in range(2):
            taken.append(f"{name}{step}")
            yield

    texts = {"a": "Minsk", "b": "Minsk" * 20_000}
    list(in_step(beside_others(work(name), text) for name, text in texts.items()))
    assert taken == ["a0", "b0", "b1", "a1"]
