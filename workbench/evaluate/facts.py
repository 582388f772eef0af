"""Facts to compare, and the scores that come of it."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

#: What a fact says where the gold, or the record, says that there is nothing.
NOTHING = "none"


class Fact(msgspec.Struct, frozen=True):
    """One thing that a page says; two facts agree if line and value do.

    Parameters
    ----------
    line
        0-based line that it stands on, or None where it is said of the page.
    value
        What is said, in a form that can be compared and read.
    """

    line: int | None
    value: str


class Comparison(msgspec.Struct, frozen=True):
    """What one page should say by one measure, and what its record says."""

    measure: str
    page: str
    expected: tuple[Fact, ...]
    found: tuple[Fact, ...]


class Score(msgspec.Struct, frozen=True):
    """How well one measure is met over a set of pages; facts are matched one to one.

    Parameters
    ----------
    measure
        What was compared.
    n_expected, n_found, n_right
        Facts in the gold, in the records, and in both.
    """

    measure: str
    n_expected: int
    n_found: int
    n_right: int

    @property
    def precision(self) -> float | None:
        """Share of the found facts that are right; None if none was found."""
        return self.n_right / self.n_found if self.n_found else None

    @property
    def recall(self) -> float | None:
        """Share of the expected facts that were found; None if none was expected."""
        return self.n_right / self.n_expected if self.n_expected else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None if there was nothing to find and nothing was found."""
        total = self.n_expected + self.n_found
        return 2 * self.n_right / total if total else None


class Miss(msgspec.Struct, frozen=True):
    """A fact on one side only: expected and not found, or found and not expected."""

    measure: str
    page: str
    line: int | None
    expected: str | None
    found: str | None


def page_fact(measure: str, page: str, expected: str | None, found: str | None) -> Comparison:
    """Compare one value that every page has, nothing included; precision, recall and F1 all are the share right."""
    return Comparison(measure, page, (Fact(None, expected or NOTHING),), (Fact(None, found or NOTHING),))


def set_facts(measure: str, page: str, expected: Iterable[str], found: Iterable[str]) -> Comparison:
    """Compare two sets of values of one page."""
    return Comparison(measure, page, _facts(expected), _facts(found))


def _facts(values: Iterable[str]) -> tuple[Fact, ...]:
    return tuple(Fact(None, value) for value in sorted(set(values)))


def score(comparisons: Iterable[Comparison]) -> tuple[Score, ...]:
    """Score each measure over its pages, in the order in which measures first come."""
    totals: dict[str, list[int]] = {}
    for comparison in comparisons:
        expected, found = Counter(comparison.expected), Counter(comparison.found)
        total = totals.setdefault(comparison.measure, [0, 0, 0])
        for index, count in enumerate((expected.total(), found.total(), (expected & found).total())):
            total[index] += count
    return tuple(Score(measure, *total) for measure, total in totals.items())


def misses(comparisons: Iterable[Comparison]) -> tuple[Miss, ...]:
    """List what is on one side only; the two sides of one line of one page stand together where each has one."""
    return tuple(miss for comparison in comparisons for miss in _page_misses(comparison))


def _page_misses(comparison: Comparison) -> list[Miss]:
    expected, found = Counter(comparison.expected), Counter(comparison.found)
    lost, extra = (expected - found), (found - expected)
    lines = sorted({fact.line for fact in (*lost, *extra)}, key=lambda line: -1 if line is None else line)
    rows = []
    for line in lines:
        left = _values(lost, line)
        right = _values(extra, line)
        if len(left) == len(right) == 1:
            rows.append(Miss(comparison.measure, comparison.page, line, left[0], right[0]))
        else:
            rows += [Miss(comparison.measure, comparison.page, line, value, None) for value in left]
            rows += [Miss(comparison.measure, comparison.page, line, None, value) for value in right]
    return rows


def _values(facts: Counter[Fact], line: int | None) -> Sequence[str]:
    return [fact.value for fact in facts.elements() if fact.line == line]
