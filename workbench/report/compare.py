"""Two reports, piece by piece: what a reader would find different, and where."""

import base64
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html.parser import HTMLParser
from typing import Any, Final

import msgspec

from workbench.explorer.packing import unpack
from workbench.shown import visible

#: Data blocks whose bytes depend on the compressor, not only on what they say.
_PACKED: Final = "application/gzip;base64"
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "summary"})
#: Characters around a difference that a message shows.
_CONTEXT: Final = 30


class Difference(msgspec.Struct, frozen=True):
    """Something in a report that is not what its inputs give.

    Parameters
    ----------
    where
        The heading above it, and the kind of thing it is.
    found, expected
        What stands there, and what should; empty where nothing does.
    """

    where: str
    found: str
    expected: str

    def __str__(self) -> str:
        if not self.found:
            return f"{self.where}: {self.expected!r} is missing"
        if not self.expected:
            return f"{self.where}: {self.found!r} should not be there"
        return f"{self.where}: {self.found!r} should be {self.expected!r}"


class _Piece(msgspec.Struct, frozen=True):
    """A text, an attribute or a block of data of a page, under the last heading before it."""

    where: str
    words: str


def differences(found: str, expected: str) -> Iterator[Difference]:
    """Yield what differs between two pages of HTML, in the order of the page."""
    ours, theirs = _pieces(found), _pieces(expected)
    head, tail = _shared(ours, theirs), 0
    shorter = min(len(ours), len(theirs)) - head
    while tail < shorter and ours[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    ours, theirs = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    matcher = SequenceMatcher(None, [(p.where, p.words) for p in ours], [(p.where, p.words) for p in theirs])
    is_same = True
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            is_same = False
            yield from _paired(ours[a:b], theirs[c:d])
    if is_same and found != expected:
        yield Difference("the file", "bytes that show nothing", "")


def _shared(ours: Sequence[_Piece], theirs: Sequence[_Piece]) -> int:
    return next((n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))


def _paired(ours: Sequence[_Piece], theirs: Sequence[_Piece]) -> Iterator[Difference]:
    for n in range(max(len(ours), len(theirs))):
        one = ours[n] if n < len(ours) else None
        other = theirs[n] if n < len(theirs) else None
        where = (one or other or _Piece("", "")).where
        yield Difference(where, *_around(one.words if one else "", other.words if other else ""))


def _around(found: str, expected: str) -> tuple[str, str]:
    """Cut two strings to what differs, with some words around it."""
    start = next((n for n, (a, b) in enumerate(zip(found, expected, strict=False)) if a != b), 0)
    first = max(0, start - _CONTEXT)
    return tuple(visible(words[first : start + 2 * _CONTEXT]) for words in (found, expected))  # type: ignore[return-value]


def _pieces(html: str) -> list[_Piece]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.pieces


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[_Piece] = []
        self._heading = "the head of the page"
        self._open_heading: str | None = None
        self._block = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HEADINGS:
            self._open_heading = ""
        self._block = dict(attrs).get("type") or "" if tag == "script" else ""
        self._add(f"<{tag}>", f"<{tag}>")
        for name, value in attrs:
            self._add(f"{name} of <{tag}>", value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS and self._open_heading is not None:
            self._heading, self._open_heading = " ".join(self._open_heading.split()) or self._heading, None
        self._add(f"</{tag}>", f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self._open_heading is not None:
            self._open_heading += data
        if self._block == _PACKED:
            for path, leaf in _leaves(_unpacked(data), "data"):
                self._add(path, leaf)
        else:
            self._add("text", data)

    def handle_comment(self, data: str) -> None:
        self._add("comment", data)

    def handle_decl(self, decl: str) -> None:
        self._add("declaration", decl)

    def _add(self, kind: str, words: str) -> None:
        self.pieces.append(_Piece(f"{self._heading}, {kind}", words))


def _unpacked(packed: str) -> Any:  # noqa: ANN401 -- any JSON
    try:
        return unpack(base64.b64decode(packed))
    except ValueError:
        return packed


def _leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 -- any JSON
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(one, f"{path}.{key}")
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one, path)
    else:
        yield path, str(value)
