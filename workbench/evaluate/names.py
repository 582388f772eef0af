"""Gold of names: sentences of one token a line with a part of speech and an IOB2 tag."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from workbench.errors import ReadError
from workbench.evaluate.actors import GoldNames, compare_actors
from workbench.evaluate.facts import Comparison, Fact
from workbench.evaluate.gold import GoldPage, Reference
from workbench.evaluate.source import bare_article
from workbench.evaluate.tokens import join_plain, sentences, tagged_spans
from workbench.evaluate.views import squeezed
from workbench.record import Name, Record
from workbench.span import Span

_LABELS = ("PER", "ORG", "LOC")
_COLUMNS = 3
_OUTSIDE_BRACKETS = re.compile(r"[^()]+")
_MARKS = " .,:;!?\"'“”‘’[]-–"

#: Where a name stands, and its label.
Labelled = tuple[int, int, str]


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


def _comparer(name: str, gold: Sequence[Labelled]) -> Callable[[Record, Reference], Iterator[Comparison]]:
    def compare(record: Record, reference: Reference) -> Iterator[Comparison]:
        text, states = record.text, reference.states
        wanted, found = _bare(gold, text), _bare(map(_labelled, record.names), text)
        yield from _compared("names", name, wanted, found, text)
        yield from _compared(
            "names without states", name, _without(states, wanted, text), _without(states, found, text), text
        )
        yield compare_actors(name, record, _actors_named(wanted, text), reference.roster)
        if reference.model is not None:
            alone = [one for span in record.sentences for one in reference.model.names(text, span, [span])]
            yield from _compared("names of the model alone", name, wanted, _bare(map(_labelled, alone), text), text)

    return compare


def _actors_named(wanted: Sequence[Labelled], text: str) -> GoldNames:
    """Return whom such gold names; states, which it marks in some sentences only, are left out."""
    names = [(label, text[start:end]) for start, end, label in wanted]
    return GoldNames(
        types=frozenset({"person", "organisation", "place"}),
        people=[name for label, name in names if label == "PER"],
        others=[name for label, name in names if label != "PER"],
        spans=[Span(start, end) for start, end, _ in wanted],
    )


def _labelled(name: Name) -> Labelled:
    return name.start, name.end, name.label


def _compared(
    measure: str, page: str, gold: Sequence[Labelled], found: Sequence[Labelled], text: str
) -> Iterator[Comparison]:
    """Yield the comparison of all names, then label by label."""
    for what, labels in ((measure, _LABELS), *((f"{measure}, {label}", (label,)) for label in _LABELS)):
        yield Comparison(what, page, _facts(text, gold, labels), _facts(text, found, labels))


def _without(states: frozenset[str], spans: Iterable[Labelled], text: str) -> list[Labelled]:
    return [(start, end, label) for start, end, label in spans if squeezed(text[start:end]) not in states]


def _facts(text: str, spans: Iterable[Labelled], labels: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(Fact(0, f"{label} {text[start:end]} @{start}") for start, end, label in spans if label in labels)


def _bare(spans: Iterable[Labelled], text: str) -> list[Labelled]:
    """Return spans without the marks at their ends, which the tokens of such gold keep (``Minsk,``).

    A long form with its acronym in brackets is two names, as it is in a record.
    """
    found: list[Labelled] = []
    for start, end, label in spans:
        for part in _OUTSIDE_BRACKETS.finditer(text, start, end):
            words = part[0].strip(_MARKS)
            first = part.start() + part[0].index(words)
            found += [(first, first + len(words), label)] if words else []
    return found
