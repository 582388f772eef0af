"""What a report rests on: its inputs, the codebook, the program and the command that made it."""

import shlex
from collections.abc import Sequence

import msgspec

from workbench import __version__
from workbench.record import CodebookStamp
from workbench.store import Corpus, Input


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


def program() -> str:
    """Return name and version of this program."""
    return f"workbench {__version__}"


def provenance_of(corpus: Corpus, *, arguments: Sequence[str]) -> Provenance:
    """Gather the provenance of a report on `corpus`, made with ``workbench`` and `arguments`."""
    return Provenance(
        inputs=tuple(corpus.inputs),
        refusals=tuple(Refusal(failure.path, failure.reason) for failure in corpus.failures),
        codebook=corpus.stamp,
        program=program(),
        command=shlex.join(("workbench", *arguments)),
    )
