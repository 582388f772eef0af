"""Invented pages and corpora of them, for the tests of the store."""

import io
from functools import cache
from pathlib import Path

import msgspec

from workbench.codebook import load_codebook
from workbench.store.ingest import ingest
from workbench.store.recipe import Recipe
from workbench.store.retag import retag
from workbench.store.shelf import Shelf
from workbench.store.transfer import WRITERS
from workbench.store.work import Workshop, build_workshop

PLACES = ("Minsk", "Moskow", "Jakarta", "Brest", "Kazan", "Grodno", "Sochi")


def page_text(number):
    """An article of a few sentences; every number gives another one."""
    place, other = PLACES[number % 7], PLACES[(number // 7) % 7]
    return (
        f"Pertemuan ke-{number} di {place} Membahas Perdagangan\n"
        f"Senin, {number % 28 + 1} Maret 202{number % 4} 10:{number % 60:02} WIB\n\n"
        f"{place.upper()} - Presiden Belarus Alexander Lukashenko bertemu Presiden Rusia Vladimir Putin di {place}.\n\n"
        f'"Kami sepakat menambah {number} kereta barang ke {other}," kata Lukashenko dalam pertemuan itu.\n\n'
        f"Uni Eropa menjatuhkan sanksi baru terhadap Belarus pada pekan ke-{number % 50} tahun ini.\n"
    )


def write_pages(folder, numbers):
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:05}.txt").write_text(page_text(number), encoding="utf-8")
    return folder


def write_rows(file, numbers):
    rows = (msgspec.json.encode({"text": page_text(number)}) for number in numbers)
    file.write_bytes(b"".join(row + b"\n" for row in rows))
    return file


@cache
def codebook():
    return load_codebook()


_WORKSHOPS = {}


def quick_workshop(recipe):
    """`build_workshop`, which does not compile the same codebook twice."""
    key = (recipe.codebook.stamp.hash, len(recipe.codebook.publishers), recipe.names)
    if key not in _WORKSHOPS:
        _WORKSHOPS[key] = build_workshop(recipe)
    return Workshop(recipe, _WORKSHOPS[key].parse, _WORKSHOPS[key].tag)


def recipe(**changes):
    return Recipe(codebook=msgspec.structs.replace(codebook(), **changes), names="rules")


def ingested(folder, *paths, **options):
    return ingest([str(path) for path in paths], folder, options.pop("recipe", recipe()), **options)


def retagged(folder, **changes):
    return retag(folder, recipe(**changes))


def exported(folder, form="jsonl"):
    shelf, stream = Shelf(Path(folder)), io.BytesIO()
    WRITERS[form](shelf, stream)
    shelf.close()
    return stream.getvalue()


def lines_of(folder):
    """The records of a corpus, a line each."""
    return exported(folder).splitlines()
