"""What records depend on beside the pages, and the stamp that says so in a corpus."""

import hashlib
from collections.abc import Mapping
from typing import Final, get_args

import msgspec

from workbench import __version__
from workbench.codebook import Codebook
from workbench.read import ReadOptions
from workbench.tag import Names
from workbench.tag.demands import Reach

#: What stands in a stamp before the way in which names were found.
_NAMES: Final = ", names: "


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """All that records depend on beside the pages; sent to each worker once.

    Parameters
    ----------
    codebook
        What to look for.
    options
        How files are read.
    names
        How names outside the codebook are found; see `workbench.tag.build_tagger`.
    dictionaries
        What stored records are packed with, by id; for a retag.
    reaches
        What the codebook changes in records made by another one, by the ids of their stamps; for a retag.
    """

    codebook: Codebook
    options: ReadOptions = ReadOptions()
    names: Names = "all"
    dictionaries: Mapping[int, bytes] = {}
    reaches: Mapping[int, Reach] = {}


class Stamp(msgspec.Struct, frozen=True):
    """What made a record; `parser` is the part that its lines, dates and publisher depend on."""

    codebook: str
    program: str
    parser: str


def stamp_of(recipe: Recipe) -> Stamp:
    """Return what records made by `recipe` are marked with."""
    publishers = hashlib.sha256(msgspec.json.encode(recipe.codebook.publishers)).hexdigest()
    program = f"press-workbench {__version__}{_NAMES}{recipe.names}"
    return Stamp(recipe.codebook.stamp.hash, program, f"press-workbench {__version__}, publishers: {publishers}")


def names_in(program: str) -> Names | None:
    """Return how names were found, from the `program` of a stamp; None where it does not say."""
    said = program.partition(_NAMES)[2]
    return next((names for names in get_args(Names) if names == said), None)
