"""Records as they lie in the database: JSON, packed with a dictionary of what records have in common."""

import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

import zstandard

#: What a dictionary is worth grows little beyond this, and every worker digests it once.
DICTIONARY_BYTES: Final = 262_144
#: So many records teach nearly all that twice as many do; of half as many, records pack a thirtieth worse.
ENOUGH_SAMPLES: Final = 128
_LEVEL: Final = 6
#: For what is packed once for a corpus; the levels above save a few kilobytes, and take ten times as long.
_TIGHT_LEVEL: Final = 12
#: How the trainer cuts samples. Left to choose for itself it tries many ways, which takes six times as long, and finds
#: none that packs better.
_SEGMENT_BYTES: Final = 1_000
_MATCH_BYTES: Final = 8
_MAGIC: Final = b"\x28\xb5\x2f\xfd"
_TRAINED_MAGIC: Final = b"\x37\xa4\x30\xec"
#: No record is larger; a damaged length must not ask for memory that nobody has.
_MOST_BYTES: Final = 1 << 30


class DamagedError(ValueError):
    """Stored bytes that are not what was stored, or were packed with another dictionary."""


def make_dictionary(samples: Sequence[bytes]) -> bytes:
    """Return what `samples` of records teach about records to come; a few are their own dictionary."""
    if len(samples) < ENOUGH_SAMPLES:
        return b"".join(samples)[-DICTIONARY_BYTES:]
    trained = zstandard.train_dictionary(DICTIONARY_BYTES, list(samples), k=_SEGMENT_BYTES, d=_MATCH_BYTES)
    return trained.as_bytes()


def is_trained(dictionary: bytes) -> bool:
    """Say whether a dictionary was made of enough records, so that more would make no better one."""
    return dictionary.startswith(_TRAINED_MAGIC)


def pack_tight(plain: bytes) -> bytes:
    """Return `plain` compressed further than records are; `unpack` takes it with no dictionary."""
    return zstandard.ZstdCompressor(level=_TIGHT_LEVEL, write_checksum=True).compress(plain)


def dictionary_of(stored: bytes) -> bytes:
    """Return a dictionary as the database keeps it: packed, or as it is in corpora of older programs."""
    return unpack(stored, b"") if stored.startswith(_MAGIC) else stored


def pack(plain: bytes, dictionary: bytes) -> bytes:
    """Return `plain` compressed."""
    return _packer(dictionary).compress(plain)


def unpack(packed: bytes, dictionary: bytes) -> bytes:
    """Return what `pack` was given.

    Raises
    ------
    DamagedError
        The bytes are damaged, or of another dictionary.
    """
    return unpacker(dictionary)(packed)


def unpacker(dictionary: bytes) -> Callable[[bytes], bytes]:
    """Return `unpack` for many records of one dictionary; of use to one thread, others would mix its records up."""
    undo = zstandard.ZstdDecompressor(dict_data=_digested(dictionary))

    def unpacked(packed: bytes) -> bytes:
        try:
            if not packed.startswith(_MAGIC):
                return _inflate(packed, dictionary)
            if zstandard.frame_content_size(packed) > _MOST_BYTES:
                message = "a packed record is damaged (its length is beyond all records)"
                raise DamagedError(message)
            return undo.decompress(packed)
        except (zlib.error, zstandard.ZstdError) as error:
            message = f"a packed record is damaged ({error})"
            raise DamagedError(message) from error

    return unpacked


@lru_cache(4)
def _digested(dictionary: bytes) -> zstandard.ZstdCompressionDict:
    kind = zstandard.DICT_TYPE_FULLDICT if is_trained(dictionary) else zstandard.DICT_TYPE_RAWCONTENT
    return zstandard.ZstdCompressionDict(dictionary, dict_type=kind)


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
        raise DamagedError(message)
    return plain
