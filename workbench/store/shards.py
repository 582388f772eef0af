"""Shards: the files of a large ingest, cut into pieces that a machine of a cluster works on alone."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from workbench.errors import ReadError
from workbench.read import Limits, ReadOptions
from workbench.steps import Steps, in_step
from workbench.store.parts import PartWriter
from workbench.store.plan import found_files
from workbench.store.recipe import Stamp
from workbench.store.transfer import holds_records
from workbench.store.work import Outcome, Workshop, file_works, numbered, page_work
from workbench.store.writer import FileState

#: Larger files are shards of their own; smaller ones share one up to so many bytes.
_SHARD_BYTES: Final = 1 << 24
#: One path in so many ends a shard of small files, so that a file that is added shifts the bounds of one shard only.
_PATHS_A_BOUND: Final = 4_096
_RECORDS: Final = "holds records, not pages; workbench ingest without --dask takes it over"


class Shard(msgspec.Struct, frozen=True):
    """Files that are worked on in one go, and for each what is wrong with it where that shows already."""

    files: tuple[FileState, ...]
    told: tuple[str | None, ...]

    @property
    def n_bytes(self) -> int:
        """Size of the files."""
        return sum(max(file.size, 0) for file in self.files)


class ShardReport(msgspec.Struct, frozen=True):
    """What became of a shard."""

    n_made: int
    n_failed: int


def cut_into_shards(paths: Iterable[str], limits: Limits) -> Iterator[Shard]:
    """Cut the files under `paths` into shards; the same files give the same shards."""
    some: list[tuple[FileState, str | None]] = []
    room = _SHARD_BYTES
    for file, told in found_files(paths, limits):
        if some and file.size > room:
            yield _shard(some)
            some, room = [], _SHARD_BYTES
        some.append((file, told))
        room -= max(file.size, 0)
        if room <= 0 or _ends_shard(file.path):
            yield _shard(some)
            some, room = [], _SHARD_BYTES
    if some:
        yield _shard(some)


def _ends_shard(path: str) -> bool:
    # Checksums of names that differ in a few digits fall too evenly, or not at all, on one remainder.
    digest = hashlib.blake2b(path.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) % _PATHS_A_BOUND == 0


def _shard(found: list[tuple[FileState, str | None]]) -> Shard:
    files, told = zip(*found, strict=True)
    return Shard(files, told)


def one_file_shards(shard: Shard) -> Iterator[Shard]:
    """Cut a shard into one for each of its files."""
    return (Shard((file,), (told,)) for file, told in zip(shard.files, shard.told, strict=True))


def part_name(shard: Shard, stamp: Stamp, options: ReadOptions) -> str:
    """Return the name of the part that is made of `shard`: another one whenever the part would be another."""
    made_of = (shard, stamp, options)
    return f"part-{hashlib.sha256(msgspec.json.encode(made_of)).hexdigest()[:24]}.parquet"


def make_part(shard: Shard, workshop: Workshop, part: Path) -> ShardReport:
    """Read, parse and tag the pages of `shard` into the file `part`."""
    works = (
        numbered(place, work)
        for place, (file, told) in enumerate(zip(shard.files, shard.told, strict=True))
        for work in _works(file.path, told, workshop)
    )
    with PartWriter(part, shard.files) as writer:
        n_pages, n_failed = writer.add(in_step(works))
    return ShardReport(n_pages - n_failed, n_failed)


def _works(path: str, told: str | None, workshop: Workshop) -> Iterator[Steps[Outcome]]:
    if told is None and holds_records(Path(path)):
        told = _RECORDS
    if told is not None:
        return iter([page_work(ReadError(path, told), None, workshop)])
    return file_works(path, {}, workshop)


def give_up(shard: Shard, reason: str, part: Path) -> ShardReport:
    """Write the part of a shard on whose files the program dies: each with `reason`, none with a record."""
    with PartWriter(part, shard.files) as writer:
        writer.add(enumerate(Outcome(path=file.path, error=reason) for file in shard.files))
    return ShardReport(0, len(shard.files))
