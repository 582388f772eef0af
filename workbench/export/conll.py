"""CoNLL-2003 columns with IOB2 labels: one token a line, a blank line after each sentence."""

import re
from collections.abc import Iterator

from workbench.record import Record
from workbench.span import Span

_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")


def conll_lines(record: Record) -> Iterator[str]:
    """Yield the sentences of one article as ``token start end label``, separated by tabs, after a ``-DOCSTART-`` line.

    References
    ----------
    Tjong Kim Sang and De Meulder (2003), ACL W03-0419.
    """
    yield f"-DOCSTART-\t-\t-\tO\t# {record.id}"
    yield ""
    for sentence in record.sentences:
        for token in _tokens(record.text, sentence):
            yield f"{token.of(record.text)}\t{token.start}\t{token.end}\t{_label(record, token)}"
        yield ""


def _tokens(text: str, sentence: Span) -> Iterator[Span]:
    for found in _TOKEN.finditer(text, sentence.start, sentence.end):
        yield Span(*found.span())


def _label(record: Record, token: Span) -> str:
    name = next((name for name in record.names if name.overlaps(token)), None)
    if name is None:
        return "O"
    return f"B-{name.label}" if token.start <= name.start else f"I-{name.label}"
