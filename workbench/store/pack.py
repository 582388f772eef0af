"""Records as they lie in the database: JSON, packed with a dictionary of what records have in common."""

import zlib
from collections.abc import Sequence
from typing import Final

#: As much as deflate can look back.
DICTIONARY_BYTES: Final = 32_768
_LEVEL: Final = 6


def make_dictionary(samples: Sequence[bytes]) -> bytes:
    """Return what `samples` of records teach about records to come; deflate reaches its end most cheaply."""
    return b"".join(samples)[-DICTIONARY_BYTES:]


def pack(plain: bytes, dictionary: bytes) -> bytes:
    """Return `plain` compressed."""
    packer = zlib.compressobj(_LEVEL, zdict=dictionary)
    return packer.compress(plain) + packer.flush()


def unpack(packed: bytes, dictionary: bytes) -> bytes:
    """Return what `pack` was given.

    Raises
    ------
    ValueError
        The bytes are damaged, or of another dictionary.
    """
    unpacker = zlib.decompressobj(zdict=dictionary)
    try:
        plain = unpacker.decompress(packed) + unpacker.flush()
    except zlib.error as error:
        message = f"a packed record is damaged ({error})"
        raise ValueError(message) from error
    if not unpacker.eof:
        message = "a packed record is cut short"
        raise ValueError(message)
    return plain
