"""Gold of names: sentences of one token a line with a part of speech and an IOB2 tag."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.errors import ReadError
from workbench.evaluate.facts import Comparison, Fact
from workbench.evaluate.gold import GoldPage, Reference
from workbench.evaluate.source import bare_article
from workbench.evaluate.tokens import join_plain, sentences, tagged_spans
from workbench.record import Record

_LABELS = ("PER", "ORG", "LOC")
_COLUMNS = 3


def is_names(head: str) -> bool:
    """Say whether a file begins like this format."""
    rows = [row.split() for row in head.split("\n")[:50] if row.strip()]
    return bool(rows) and all(len(row) == _COLUMNS and row[2].partition("-")[0] in {"O", "B", "I"} for row in rows)


def read_names(file: Path, texts: Path | None) -> Iterator[GoldPage | ReadError]:
    """Yield each sentence of a file as an article of one line."""
    del texts
    for number, rows in enumerate(sentences(file.read_text(encoding="utf-8").splitlines()), start=1):
        text, tokens = join_plain(rows)
        name = f"{file.stem} {number}"
        gold = tuple(tagged_spans(tokens))
        yield GoldPage(id=name, source=bare_article(name, text), compare=_comparer(name, gold))


def _comparer(name: str, gold: tuple[tuple[int, int, str], ...]) -> Any:  # noqa: ANN401 -- a GoldPage.compare
    def compare(record: Record, reference: Reference) -> Iterator[Comparison]:
        del reference
        found = [(span.start, span.end, span.label) for span in record.names]
        for measure, labels in (("names", _LABELS), *((f"names, {label}", (label,)) for label in _LABELS)):
            yield Comparison(measure, name, _facts(record.text, gold, labels), _facts(record.text, found, labels))

    return compare


def _facts(text: str, spans: Any, labels: tuple[str, ...]) -> tuple[Fact, ...]:  # noqa: ANN401 -- triples
    return tuple(Fact(0, f"{label} {text[start:end]} @{start}") for start, end, label in spans if label in labels)
