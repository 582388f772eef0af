"""Retag: records made by an older codebook or program, made again from the pages that the corpus keeps."""

import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

import msgspec

from workbench.codebook import Codebook
from workbench.store.database import open_for_writing, require_corpus, storage_errors, transaction
from workbench.store.ingest import ALONE, Progress, Staff, enter_maker
from workbench.store.lock import writer_lock
from workbench.store.pack import unpack
from workbench.store.packing import read_dictionaries
from workbench.store.pool import Job, run_jobs
from workbench.store.recipe import Recipe, stamp_of
from workbench.store.work import Outcome, RetagItem
from workbench.store.writer import Marks, replace_record, replace_tags
from workbench.tag.demands import Reach
from workbench.tag.reach import reach_of

_log = logging.getLogger(__name__)
_ITEMS_A_JOB: Final = 32
_WORTH_A_POOL: Final = 256
#: Looking for more costs as much as tagging.
_MOST_DEMANDS: Final = 2_000

#: Which records are made again.
Age = Literal["older", "any"]


def retag(folder: Path, recipe: Recipe, *, age: Age = "older", staff: Staff = ALONE) -> Progress:
    """Tag again the records of the corpus in `folder` that another codebook or program made.

    Pages are not read again; they are parsed again only where the outlets of the codebook or the program changed, and
    tagged only where they hold words of an entry that changed: all others keep their tags. A record that cannot be
    made again stays as it was.

    Raises
    ------
    CorpusError
        There is no corpus, it cannot be written, or another process writes to it.
    """
    require_corpus(folder)
    with writer_lock(folder), storage_errors(folder):
        connection = open_for_writing(folder)
        try:
            return _carry_out(connection, recipe, age, staff)
        finally:
            connection.close()


def _carry_out(connection: sqlite3.Connection, recipe: Recipe, age: Age, staff: Staff) -> Progress:
    recipe = msgspec.structs.replace(recipe, dictionaries=read_dictionaries(connection))
    marks = Marks(enter_maker(connection, stamp_of(recipe), recipe.codebook), max(recipe.dictionaries))
    if age == "older":
        recipe = msgspec.structs.replace(recipe, reaches=_reaches(connection, recipe))
    # A step counts from where the last one ended, so that a record that fails is tried once.
    wanted = "stamp_id <> :stamp" if age == "older" else "true"
    query = f"SELECT count(*), coalesce(max(page_id), 0) FROM records WHERE {wanted}"  # noqa: S608 -- our own words
    total, last = connection.execute(query, {"stamp": marks.stamp_id}).fetchone()
    progress = Progress(done=0, total=total)
    todo = _jobs(connection, recipe, marks, (wanted, last))
    for job, outcomes in run_jobs(todo, recipe, staff.workers if total > _WORTH_A_POOL else 1):
        made = [one for (one,) in outcomes]
        with transaction(connection):
            for item, one in zip(job.ticket, made, strict=True):
                _replace(connection, item, one, marks)
        n_made = sum(one.record is not None for one in made)
        progress = msgspec.structs.replace(
            progress,
            done=progress.done + len(made),
            n_made=progress.n_made + n_made,
            n_failed=progress.n_failed + len(made) - n_made,
        )
        staff.watch(progress)
    return progress


def _replace(connection: sqlite3.Connection, item: RetagItem, made: Outcome, marks: Marks) -> None:
    if made.record is None:
        query = "SELECT path || member FROM pages JOIN files ON files.id = file_id WHERE pages.id = ?"
        (path,) = connection.execute(query, (item.page_id,)).fetchone()
        _log.warning("%s: keeps the tags that it has (%s)", path, made.error)
    elif item.parse_from is not None:
        replace_record(connection, item.page_id, made.record, marks)
    else:
        replace_tags(connection, item.page_id, made.record, marks)


def _reaches(connection: sqlite3.Connection, recipe: Recipe) -> dict[int, Reach]:
    """Return what the codebook changes in the records of each stamp whose codebook the corpus knows."""
    stamp = stamp_of(recipe)
    query = """SELECT id, content FROM stamps JOIN codebooks ON hash = codebook
        WHERE codebook <> ? AND program = ? AND parser = ?"""
    found = {}
    for stamp_id, content in connection.execute(query, (stamp.codebook, stamp.program, stamp.parser)):
        try:
            before = msgspec.json.decode(unpack(content, b""), type=Codebook)
        except msgspec.MsgspecError:
            # Of a program whose codebooks had other fields: what changed since cannot be told.
            continue
        reach = reach_of(before, recipe.codebook)
        if not reach.is_everything and len(reach.demands) <= _MOST_DEMANDS:
            found[stamp_id] = reach
    return found


def _jobs(
    connection: sqlite3.Connection, recipe: Recipe, marks: Marks, which: tuple[str, int]
) -> Iterator[Job[tuple[RetagItem, ...]]]:
    wanted, last = which
    query = f"""SELECT page_id, stamp_id, dictionary_id, facts, body,
            CASE parser WHEN :parser THEN NULL ELSE head END, head
        FROM records JOIN bodies USING (page_id) JOIN stamps ON stamps.id = stamp_id
        WHERE page_id > :after AND page_id <= :last AND {wanted} ORDER BY page_id LIMIT {_ITEMS_A_JOB}"""  # noqa: S608 -- as above
    dictionary = recipe.dictionaries[marks.dictionary_id]
    cells = {"stamp": marks.stamp_id, "parser": stamp_of(recipe).parser, "after": 0, "last": last}
    while rows := connection.execute(query, cells).fetchall():
        cells["after"] = rows[-1][0]
        items = tuple(RetagItem(*row) for row in rows)
        yield Job(items, items, dictionary)
