import os
import signal
from pathlib import Path

import dask
import msgspec
import pytest
from click.testing import CliRunner
from distributed import LocalCluster, Scheduler
from store_builders import codebook, exported, ingested, page_text, quick_workshop, recipe, write_pages, write_rows

from workbench.cli import main
from workbench.errors import CorpusError
from workbench.store import open_corpus, shards
from workbench.store.cluster import LOCAL, Cluster, ingest_on_cluster
from workbench.store.crew import make_on_worker
from workbench.store.database import PART_LIST
from workbench.store.opening import open_parts
from workbench.store.parts import PartList, PartWriter, read_part_list, write_part_list
from workbench.store.recipe import stamp_of
from workbench.store.shards import cut_into_shards, make_part, part_name
from workbench.store.status import corpus_status
from workbench.store.work import Outcome

ONE_PATH_A_SHARD = 1
DASHBOARD_PORT = 8787


@pytest.fixture
def inputs(tmp_path):
    """Pages in files of every kind that is cut into shards, one of them with a bad row, and a file that is empty."""
    folder = tmp_path / "inputs"
    write_pages(folder / "pages", range(12))
    (folder / "pages" / "00003.txt").write_bytes(b"")
    write_rows(folder / "rows.jsonl", range(12, 90))
    with (folder / "rows.jsonl").open("ab") as rows:
        rows.write(b"no json\n")
    write_rows(folder / "more.jsonl", range(80, 100))
    return folder


@pytest.fixture(scope="module")
def two_workers():
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster:
        yield cluster


@pytest.fixture
def small_shards(monkeypatch):
    """Every file is a shard of its own, so that there is something to share out."""
    monkeypatch.setattr(shards, "_PATHS_A_BOUND", ONE_PATH_A_SHARD)


def on_cluster(cluster, folder, *paths, **options):
    where = Cluster(address=cluster.scheduler_address)
    return ingest_on_cluster([str(path) for path in paths], folder, options.pop("recipe", recipe()), where, **options)


def opened(parts, folder):
    return open_parts(parts, folder, recipe())


@pytest.mark.usefixtures("small_shards", "quick")
def test_a_cluster_gives_what_one_machine_gives(tmp_path, inputs, two_workers):
    done = on_cluster(two_workers, tmp_path / "parts", inputs)
    assert (done.n_made, done.n_failed) == (11 + 78 + 20, 2)
    assert done.done == done.total
    opened(tmp_path / "parts", tmp_path / "corpus")
    ingested(tmp_path / "local", inputs)
    assert exported(tmp_path / "corpus") == exported(tmp_path / "local")
    assert list(open_corpus(tmp_path / "corpus").failures) == list(open_corpus(tmp_path / "local").failures)
    assert corpus_status(tmp_path / "corpus", recipe()).n_older == 0


@pytest.mark.usefixtures("small_shards", "quick")
def test_what_is_opened_needs_no_reading_when_it_is_ingested(tmp_path, inputs, two_workers):
    on_cluster(two_workers, tmp_path / "parts", inputs)
    opened(tmp_path / "parts", tmp_path / "corpus")
    assert ingested(tmp_path / "corpus", inputs).n_unchanged == 14
    assert opened(tmp_path / "parts", tmp_path / "corpus").n_unchanged == 14


@pytest.mark.usefixtures("small_shards", "quick")
def test_a_killed_worker_costs_its_shards_only(tmp_path, inputs, two_workers):
    first = two_workers.scheduler_address
    victims = [worker.pid for worker in two_workers.workers.values()][:1]
    steps = []

    def kill(progress):
        steps.append(progress)
        while victims:
            os.kill(victims.pop(), signal.SIGKILL)

    done = on_cluster(two_workers, tmp_path / "parts", inputs, watch=kill)
    assert first == two_workers.scheduler_address
    assert len(steps) == 14
    assert (done.n_made, done.n_failed) == (109, 2)
    opened(tmp_path / "parts", tmp_path / "corpus")
    ingested(tmp_path / "local", inputs)
    assert exported(tmp_path / "corpus") == exported(tmp_path / "local")


def deadly_make(shard, part):
    if any("matikan" in Path(file.path).name for file in shard.files):
        os._exit(9)
    return make_on_worker(shard, part)


@pytest.mark.usefixtures("quick")
def test_a_file_that_kills_every_worker_is_given_up_and_the_others_of_its_shard_are_not(tmp_path, monkeypatch):
    pages = write_pages(tmp_path / "pages", range(3))
    (pages / "matikan.txt").write_text(page_text(9), encoding="utf-8")
    monkeypatch.setattr("workbench.store.crew.make_on_worker", deadly_make)
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}):
        done = ingest_on_cluster([str(pages)], tmp_path / "parts", recipe(), Cluster(address=LOCAL))
        assert (done.n_made, done.n_failed) == (3, 1)
        again = ingest_on_cluster([str(pages)], tmp_path / "parts", recipe(), Cluster(address=LOCAL))
        assert again.n_unchanged == 4
    opened(tmp_path / "parts", tmp_path / "corpus")
    (failure,) = open_corpus(tmp_path / "corpus").failures
    assert (Path(failure.path).name, failure.reason) == (
        "matikan.txt",
        "the program dies on this file; please report it",
    )


@pytest.mark.usefixtures("small_shards")
def test_only_new_and_changed_files_are_worked_on_again(tmp_path, inputs, two_workers):
    on_cluster(two_workers, tmp_path / "parts", inputs)
    assert on_cluster(two_workers, tmp_path / "parts", inputs).n_unchanged == 14
    before = set(read_part_list(tmp_path / "parts").parts)
    (inputs / "pages" / "00005.txt").write_text(page_text(500), encoding="utf-8")
    again = on_cluster(two_workers, tmp_path / "parts", inputs)
    assert (again.n_made, again.n_unchanged) == (1, 13)
    after = set(read_part_list(tmp_path / "parts").parts)
    assert len(before - after) == len(after - before) == 1
    assert after == {file.name for file in (tmp_path / "parts").glob("part-*")}


@pytest.mark.usefixtures("small_shards", "quick")
def test_another_codebook_makes_every_part_again(tmp_path, inputs, two_workers):
    on_cluster(two_workers, tmp_path / "parts", inputs)
    opened(tmp_path / "parts", tmp_path / "corpus")
    stamp = msgspec.structs.replace(codebook().stamp, hash="sha256:" + "0" * 64)
    changed = recipe(stamp=stamp)
    assert on_cluster(two_workers, tmp_path / "parts", inputs, recipe=changed).n_unchanged == 0
    assert opened(tmp_path / "parts", tmp_path / "corpus").n_unchanged < 14
    assert corpus_status(tmp_path / "corpus", changed).n_older == 0


def test_a_cluster_made_on_the_spot(tmp_path):
    pages = write_pages(tmp_path / "pages", range(3))
    done = ingest_on_cluster([str(pages)], tmp_path / "parts", recipe(), Cluster(address=LOCAL))
    assert done.n_made == 3


def test_nobody_at_the_address_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.store.cluster._SCHEDULER_SECONDS", 0.2)
    pages = write_pages(tmp_path / "pages", range(1))
    said = []
    nobody = Cluster(address="tcp://127.0.0.1:1", say=said.append)
    with pytest.raises(CorpusError, match=r"tcp://127\.0\.0\.1:1: no Dask scheduler answered within 0\.2 seconds"):
        ingest_on_cluster([str(pages)], tmp_path / "parts", recipe(), nobody)
    assert not (tmp_path / "parts" / PART_LIST).exists()
    assert said == ["waiting for the scheduler at tcp://127.0.0.1:1, 0.2 seconds at most"]


def test_a_scheduler_without_workers_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.store.cluster._WORKER_SECONDS", 0.2)
    pages = write_pages(tmp_path / "pages", range(1))
    said = []
    with LocalCluster(n_workers=0, dashboard_address=":0") as lonely:
        where = Cluster(address=lonely.scheduler_address, say=said.append)
        with pytest.raises(CorpusError, match=r"answers, but no worker came within 0\.2 seconds"):
            ingest_on_cluster([str(pages)], tmp_path / "parts", recipe(), where)
    assert said[1] == "the scheduler has no workers yet; waiting for one, 0.2 seconds at most"


def test_a_cluster_made_on_the_spot_leaves_the_port_of_dashboards_to_others(tmp_path, monkeypatch):
    taken = []
    start = Scheduler.start_http_server

    def starting(scheduler, *rest, **options):
        start(scheduler, *rest, **options)
        taken.append((scheduler.http_server.address, scheduler.http_server.port))

    monkeypatch.setattr(Scheduler, "start_http_server", starting)
    pages = write_pages(tmp_path / "pages", range(1))
    ingest_on_cluster([str(pages)], tmp_path / "parts", recipe(), Cluster(address=LOCAL))
    ((host, port),) = taken
    assert host == "127.0.0.1"
    assert port != DASHBOARD_PORT


def test_workers_of_another_version_are_refused(tmp_path, two_workers, monkeypatch):
    monkeypatch.setattr("workbench.store.crew.__version__", "0.0.1")
    pages = write_pages(tmp_path / "pages", range(1))
    with pytest.raises(CorpusError, match=r"not 0\.0\.1"):
        on_cluster(two_workers, tmp_path / "parts", pages)


def test_files_of_records_are_left_to_the_plain_ingest(tmp_path, quick_records, two_workers):
    done = on_cluster(two_workers, tmp_path / "parts", quick_records)
    assert (done.n_made, done.n_failed) == (0, 1)


@pytest.fixture
def quick_records(tmp_path):
    ingested(tmp_path / "some", write_pages(tmp_path / "pages", range(1)))
    file = tmp_path / "records.jsonl"
    file.write_bytes(exported(tmp_path / "some"))
    return file


def test_parts_without_their_list_are_no_corpus(tmp_path, made_part):
    with pytest.raises(CorpusError, match="not whole yet"):
        read_part_list(made_part.parent)
    with pytest.raises(CorpusError, match="no Parquet corpus"):
        read_part_list(tmp_path)


@pytest.fixture
def made_part(tmp_path):
    workshop = quick_workshop(recipe())
    (shard,) = cut_into_shards([str(write_pages(tmp_path / "pages", range(2)))], workshop.recipe.options.limits)
    folder = tmp_path / "parts"
    folder.mkdir()
    part = folder / part_name(shard, stamp_of(workshop.recipe), workshop.recipe.options)
    make_part(shard, workshop, part)
    return part


def test_whoever_opens_parts_in_the_place_of_a_corpus_is_told_how(made_part):
    write_part_list(made_part.parent, PartList(stamp=stamp_of(recipe()), parts=(made_part.name,), total_bytes=0))
    with pytest.raises(CorpusError, match=r"workbench open .* --corpus DIR"):
        open_corpus(made_part.parent)
    with pytest.raises(CorpusError, match=r"workbench open .* --corpus DIR"):
        corpus_status(made_part.parent, recipe())


@pytest.mark.usefixtures("quick")
def test_no_corpus_is_made_among_parts(made_part):
    write_part_list(made_part.parent, PartList(stamp=stamp_of(recipe()), parts=(made_part.name,), total_bytes=0))
    with pytest.raises(CorpusError, match="a Parquet corpus"):
        ingested(made_part.parent, made_part)
    assert not (made_part.parent / "corpus.sqlite").exists()
    assert read_part_list(made_part.parent).parts == (made_part.name,)


def test_a_damaged_part_is_named(tmp_path, made_part):
    write_part_list(made_part.parent, PartList(stamp=stamp_of(recipe()), parts=(made_part.name,), total_bytes=0))
    made_part.write_bytes(made_part.read_bytes()[:-20])
    with pytest.raises(CorpusError, match=f"{made_part.name}: the part is damaged"):
        opened(made_part.parent, tmp_path / "corpus")


def test_the_commands(tmp_path):
    pages = write_pages(tmp_path / "pages", range(3))
    run = CliRunner()
    done = run.invoke(
        main, ["ingest", str(pages), "--dask", "local", "--workers", "1", "--corpus", str(tmp_path / "p")]
    )
    assert (done.exit_code, "3 records made" in done.output) == (0, True)
    done = run.invoke(main, ["open", str(tmp_path / "p"), "--corpus", str(tmp_path / "corpus"), "--workers", "1"])
    assert (done.exit_code, "3 records made" in done.output) == (0, True)
    assert len(open_corpus(tmp_path / "corpus").records) == 3


def test_a_part_that_is_not_whole_never_has_its_name(tmp_path):
    def outcomes():
        yield 0, Outcome(path="a", error="broken")
        message = "killed in the middle"
        raise RuntimeError(message)

    with pytest.raises(RuntimeError, match="in the middle"), PartWriter(tmp_path / "part-a.parquet", ()) as writer:
        writer.add(outcomes())
    assert list(tmp_path.iterdir()) == []


def test_a_file_more_changes_the_shard_that_it_falls_into_only(tmp_path, monkeypatch):
    monkeypatch.setattr(shards, "_PATHS_A_BOUND", 4)
    pages = write_pages(tmp_path / "pages", range(0, 200, 2))
    limits = recipe().options.limits
    before = set(cut_into_shards([str(pages)], limits))
    write_pages(pages, [77])
    after = set(cut_into_shards([str(pages)], limits))
    assert len(before) > 5
    # The new file may also end a shard, or be one by itself.
    assert len(before - after) <= 1
    assert 1 <= len(after - before) <= 2
