"""Scores and misses, laid out for people and for programs."""

from collections.abc import Iterable

import msgspec

from workbench.evaluate.facts import Miss, Score
from workbench.evaluate.run import SetScores
from workbench.shown import on_terminal

_HEADER = ("measure", "expected", "found", "right", "precision", "recall", "F1")
_SHOWN = 120


def scores_table(result: SetScores) -> str:
    """Return one set's scores as aligned lines under a title."""
    rows = [_HEADER, *(_row(score) for score in result.scores)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADER))]
    lines = [_aligned(row, widths) for row in rows]
    rule = "-" * len(lines[0])
    return "\n".join([f"{result.name} ({result.n_pages} pages)", lines[0], rule, *lines[1:]])


def _row(score: Score) -> tuple[str, ...]:
    shares = (score.precision, score.recall, score.f1)
    counts = (score.n_expected, score.n_found, score.n_right)
    return (score.measure, *map(str, counts), *("–" if share is None else f"{share:.3f}" for share in shares))


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    first, *others = (
        cell.rjust(width) if column else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([first, *others])


def misses_list(result: SetScores) -> str:
    """Return one line for each miss, under the name of its measure; lines of pages counted from 1."""
    lines = []
    measure = None
    for miss in sorted(result.misses, key=lambda miss: [s.measure for s in result.scores].index(miss.measure)):
        if miss.measure != measure:
            measure = miss.measure
            lines.append(f"\n{result.name}: {measure}")
        lines.append(_miss_line(miss))
    return on_terminal("\n".join(lines))


def _miss_line(miss: Miss) -> str:
    where = miss.page if miss.line is None else f"{miss.page} line {miss.line + 1}"
    return f"  {where}: expected {_shown(miss.expected)}, found {_shown(miss.found)}"


def _shown(value: str | None) -> str:
    if value is None:
        return "nothing"
    return value if len(value) <= _SHOWN else f"{value[: _SHOWN - 1]}…"


def scores_json(results: Iterable[SetScores]) -> bytes:
    """Return all sets as one JSON object, by name and measure."""
    return msgspec.json.format(
        msgspec.json.encode(
            {
                result.name: {
                    "pages": result.n_pages,
                    "measures": {score.measure: _measure(score) for score in result.scores},
                    "unread": [str(error) for error in result.errors],
                    "misses": result.misses,
                }
                for result in results
            }
        )
    )


def _measure(score: Score) -> dict[str, float | int | None]:
    return {
        "expected": score.n_expected,
        "found": score.n_found,
        "right": score.n_right,
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }
