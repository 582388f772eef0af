"""Records as they lie in the database: JSON, packed with a dictionary of what records have in common."""

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import zstandard

#: What a dictionary is worth grows little beyond this, and every worker digests it once.
DICTIONARY_BYTES: Final = 262_144
_LEVEL: Final = 6
_MAGIC: Final = b"\x28\xb5\x2f\xfd"
#: No record is larger; a damaged length must not ask for memory that nobody has.
_MOST_BYTES: Final = 1 << 30


def make_dictionary(samples: Sequence[bytes]) -> bytes:
    """Return what `samples` of records teach about records to come."""
    return b"".join(samples)[-DICTIONARY_BYTES:]


def pack(plain: bytes, dictionary: bytes) -> bytes:
    """Return `plain` compressed."""
    return _packer(dictionary).compress(plain)


def unpack(packed: bytes, dictionary: bytes) -> bytes:
    """Return what `pack` was given.

    Raises
    ------
    ValueError
        The bytes are damaged, or of another dictionary.
    """
    try:
        if not packed.startswith(_MAGIC):
            return _inflate(packed, dictionary)
        if zstandard.frame_content_size(packed) > _MOST_BYTES:
            message = "a packed record is damaged (its length is beyond all records)"
            raise ValueError(message)
        # One for each call: an unpacker that readers share between threads would mix their records up.
        return zstandard.ZstdDecompressor(dict_data=_digested(dictionary)).decompress(packed)
    except (zlib.error, zstandard.ZstdError) as error:
        message = f"a packed record is damaged ({error})"
        raise ValueError(message) from error


@lru_cache(4)
def _digested(dictionary: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(dictionary, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


@lru_cache(1)
def _packer(dictionary: bytes) -> zstandard.ZstdCompressor:
    """Return the one packer of a worker, which has one thread."""
    shared = _digested(dictionary)
    if dictionary:
        shared.precompute_compress(level=_LEVEL)
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=shared, write_checksum=True)


def _inflate(packed: bytes, dictionary: bytes) -> bytes:
    """Unpack a record of the first version of the program, which used deflate."""
    unpacker = zlib.decompressobj(zdict=dictionary)
    plain = unpacker.decompress(packed) + unpacker.flush()
    if not unpacker.eof:
        message = "a packed record is cut short"
        raise ValueError(message)
    return plain
