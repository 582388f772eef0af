"""What a record says, in the terms that gold annotations use."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from unicodedata import combining, normalize

from workbench.article import Role
from workbench.record import Quote, Record
from workbench.span import Span

#: Annotators tell fewer roles apart than the ledger does.
LABEL_OF_ROLE: Mapping[Role, str] = {
    "headline": "headline",
    "kicker": "kicker",
    "byline": "meta",
    "timestamp": "meta",
    "standfirst": "standfirst",
    "caption": "caption",
    "body": "body",
    "pull": "pull",
    "related": "other",
    "navigation": "other",
    "promo": "other",
    "footer": "other",
}
QUOTE_MARKS = "\"“”„‟«»'‘’"
_EDGE = " \t\n\r,."
#: Letters whose stroke is no mark that can be taken off.
_STROKES = str.maketrans("łŁđĐøØ", "lLdDoO")
_SPACES = re.compile(r"\s+|(?<=\w)-(?=\w)")


def line_labels(record: Record) -> dict[int, str]:
    """Return the annotators' label of each line; a line with several segments has that of the longest."""
    longest: dict[int, Span] = {}
    labels: dict[int, str] = {}
    for line in record.lines:
        held = longest.get(line.line)
        if held is None or line.end - line.start > held.end - held.start:
            longest[line.line] = line
            labels[line.line] = LABEL_OF_ROLE[line.role]
    return labels


def line_numbers(text: str) -> Callable[[Span], int]:
    """Return the function from a span to the 0-based line that it starts on."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return lambda span: bisect_right(starts, span.start) - 1


def trimmed(text: str, span: Span) -> tuple[int, int]:
    """Return the span without white space, commas and full stops at its ends, on which conventions differ."""
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def quoted(record: Record) -> Iterator[Quote]:
    """Yield the quotes whose content stands between quote marks."""
    for quote in record.quotes:
        before = record.text[: quote.content.start].rstrip()[-1:]
        if quote.kind == "direct" or (quote.kind == "mixed" and before in QUOTE_MARKS):
            yield quote


def unquoted(record: Record) -> Iterator[Quote]:
    """Yield the other quotes."""
    direct = set(map(id, quoted(record)))
    return (quote for quote in record.quotes if id(quote) not in direct)


def find_in_order(text: str, wanted: list[str]) -> list[Span | None]:
    """Find each string in text order; the same string twice is two places. None where it is not to be found."""
    after: defaultdict[str, int] = defaultdict(int)
    spans: list[Span | None] = []
    for string in wanted:
        start = text.find(string, after[string])
        spans.append(Span(start, start + len(string)) if start >= 0 and string else None)
        after[string] = start + len(string) if start >= 0 else after[string]
    return spans


def words(text: str, span: Span | None) -> str | None:
    """Return the words of a span, if there is one."""
    return None if span is None else span.of(text)


def squeezed(string: str) -> str:
    """Return a string as people compare it: without regard to case, white space, hyphens and marks on letters."""
    bare = "".join(letter for letter in normalize("NFKD", string.translate(_STROKES)) if not combining(letter))
    return _SPACES.sub(" ", bare).strip().casefold()


def people(record: Record) -> set[str]:
    """Return the full names of all persons named: known actors, and other names in their fullest form."""
    known = [mention for mention in record.mentions if mention.type == "person"]
    full = {mention.name for mention in known}
    loose = {
        name.of(record.text)
        for name in record.names
        if name.label == "PER" and not any(name.overlaps(mention) for mention in known)
    }
    for name in sorted(loose, key=lambda name: (-len(name), name)):
        words = set(squeezed(name).split())
        if not any(words <= set(squeezed(other).split()) for other in full):
            full.add(name)
    return full
