"""What a report rests on: its inputs, the codebook, the program and the command that made it."""

import shlex
from collections.abc import Sequence

import msgspec

from workbench import __version__
from workbench.errors import ReadError
from workbench.record import CodebookStamp, Record


class Input(msgspec.Struct, frozen=True, order=True):
    """A page that was read, and the hash of its bytes."""

    path: str
    content_hash: str


class Refusal(msgspec.Struct, frozen=True, order=True):
    """An input that could not be read, and why."""

    path: str
    reason: str


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a reader needs to make the report again, and nothing of the machine or the hour.

    Parameters
    ----------
    inputs, refusals
        In the order of their paths.
    codebook
        The codebook that made the tags.
    program
        Name and version.
    command
        The command line, quoted for a shell.
    """

    inputs: tuple[Input, ...]
    refusals: tuple[Refusal, ...]
    codebook: CodebookStamp
    program: str
    command: str


def provenance_of(
    records: Sequence[Record], refused: Sequence[ReadError], stamp: CodebookStamp, *, arguments: Sequence[str]
) -> Provenance:
    """Gather the provenance of a report on `records`, made with ``workbench`` and `arguments`."""
    return Provenance(
        inputs=tuple(sorted(Input(record.path, record.content_hash) for record in records)),
        refusals=tuple(sorted(Refusal(error.path, error.reason) for error in refused)),
        codebook=stamp,
        program=f"workbench {__version__}",
        command=shlex.join(("workbench", *arguments)),
    )
