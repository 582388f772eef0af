"""Columns as bytes: numbers in as few bytes as they need, repeated words by number, sentences as one text; then gzip.

What a browser gets it can use as it lies there: ``client/unpack.js`` is the other side.

A pack is gzipped: the length of a header (four bytes, little end first), the header as JSON, and blocks of bytes. In
the header a column is described by ``{"ints": n, "at": first byte, "width": bytes of a number, "least": the
smallest}``; the first bytes of all its numbers stand together, then the second ones. Columns of other kinds are made
of such columns: ``{"lists": lengths, "of": numbers}``, ``{"words": words, "of": numbers}``, ``{"some": numbers}`` where
the smallest stands for none, and ``{"text": bytes, "at": first byte, "lengths": in UTF-16 units}`` where -1 stands for
none. What is none of these stands in the header as it is.
"""

import gzip
import zlib
from collections.abc import Sequence
from typing import Any, Final

import msgspec
import numpy as np

Json = dict[str, Any]
_HEAD: Final = 4
#: Words are numbered where they repeat as often, on average.
_REPEATS: Final = 4
#: What reading bytes that are no pack can come to, besides a ValueError.
_BROKEN: Final = (
    *(OSError, EOFError, zlib.error, msgspec.DecodeError),
    *(LookupError, AttributeError, TypeError, ArithmeticError, StopIteration),
)
_WIDTHS: Final = (1, 2, 4)


def pack(value: Json, tables: Sequence[str]) -> bytes:
    """Return `value`, whose `tables` are columns by name, as bytes; the same value gives the same bytes."""
    blocks = _Blocks()
    header = {
        name: {key: _described(column, blocks) for key, column in part.items()} if name in tables else part
        for name, part in value.items()
    }
    head = msgspec.json.encode(header | {"packed": list(tables)})
    whole = len(head).to_bytes(_HEAD, "little") + head + b"".join(blocks.parts)
    return gzip.compress(whole, compresslevel=6, mtime=0)


def unpack(packed: bytes) -> Json:
    """Return the value that `pack` was given.

    Raises
    ------
    ValueError
        The bytes are no pack.
    """
    try:
        whole = gzip.decompress(packed)
        first = _HEAD + int.from_bytes(whole[:_HEAD], "little")
        header = msgspec.json.decode(whole[_HEAD:first])
        tables = header.pop("packed")
        return {
            name: {key: _column(one, whole[first:]) for key, one in part.items()} if name in tables else part
            for name, part in header.items()
        }
    except _BROKEN as error:
        message = f"not a pack of columns: {error}"
        raise ValueError(message) from error


class _Blocks:
    """Blocks of bytes, one after the other."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self._size = 0

    def add(self, block: bytes) -> int:
        at = self._size
        self.parts.append(block)
        self._size += len(block)
        return at


def _described(column: Any, blocks: _Blocks) -> Any:  # noqa: ANN401 -- any column, any JSON
    if not isinstance(column, list | tuple) or not column:
        return column
    if all(type(one) is int for one in column):
        return _ints(column, blocks)
    if all(isinstance(one, list | tuple) and all(type(value) is int for value in one) for one in column):
        lengths = _ints([len(one) for one in column], blocks)
        return {"lists": lengths, "of": _ints([value for one in column for value in one], blocks)}
    if all(one is None or isinstance(one, str) for one in column):
        return _words(column, blocks)
    if all(one is None or type(one) is int for one in column):
        least = min(one for one in column if one is not None)
        return {"some": _ints([least - 1 if one is None else one for one in column], blocks)}
    return column


def _ints(values: Sequence[int], blocks: _Blocks) -> Json:
    numbers = np.array(values, dtype=np.int64)
    least = int(numbers.min()) if len(numbers) else 0
    numbers -= least
    width = next(width for width in _WIDTHS if int(numbers.max(initial=0)) < 1 << (8 * width))
    planes = numbers.astype("<u8").view(np.uint8).reshape(-1, 8)[:, :width]
    return {"ints": len(values), "at": blocks.add(planes.T.tobytes()), "width": width, "least": least}


def _words(values: Sequence[str | None], blocks: _Blocks) -> Any:  # noqa: ANN401 -- any JSON
    numbers = {word: number for number, word in enumerate(dict.fromkeys(values))}
    if len(numbers) * _REPEATS <= len(values):
        return {"words": list(numbers), "of": _ints([numbers[word] for word in values], blocks)}
    encoded = "".join(word for word in values if word).encode()
    lengths = [-1 if word is None else len(word.encode("utf-16-le")) // 2 for word in values]
    return {"text": len(encoded), "at": blocks.add(encoded), "lengths": _ints(lengths, blocks)}


def _column(described: Any, blocks: bytes) -> Any:  # noqa: ANN401 -- any JSON
    if not isinstance(described, dict):
        return described
    if "ints" in described:
        return _read_ints(described, blocks)
    if "lists" in described:
        values = iter(_read_ints(described["of"], blocks))
        return [[next(values) for _ in range(n)] for n in _read_ints(described["lists"], blocks)]
    if "words" in described:
        return [described["words"][number] for number in _read_ints(described["of"], blocks)]
    if "some" in described:
        least = described["some"]["least"]
        return [None if one == least else one for one in _read_ints(described["some"], blocks)]
    return _read_text(described, blocks)


def _read_ints(described: Json, blocks: bytes) -> list[int]:
    n, at, width = described["ints"], described["at"], described["width"]
    planes = np.frombuffer(blocks, np.uint8, count=n * width, offset=at).reshape(width, n)
    shifts = (1 << (8 * np.arange(width, dtype=np.int64)))[:, None]
    values: list[int] = ((planes * shifts).sum(axis=0) + described["least"]).tolist()
    return values


def _read_text(described: Json, blocks: bytes) -> list[str | None]:
    at = described["at"]
    text = blocks[at : at + described["text"]].decode().encode("utf-16-le")
    found: list[str | None] = []
    start = 0
    for length in _read_ints(described["lengths"], blocks):
        if length < 0:
            found.append(None)
            continue
        found.append(text[start : start + 2 * length].decode("utf-16-le"))
        start += 2 * length
    return found
