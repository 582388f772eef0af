"""Ingests that are killed, starved of disk, or lose their workers; ``WORKBENCH_KILLS=200`` for a long run."""

import os
import random
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from store_builders import exported, ingested, recipe, write_pages, write_rows

from workbench.errors import CorpusError
from workbench.page import Page
from workbench.store import open_corpus, pool
from workbench.store.pool import Job, run_jobs
from workbench.store.work import FileItem, PageItem, RecordItem, RetagItem

N_KILLS = int(os.environ.get("WORKBENCH_KILLS", "12"))
ROUNDS = 3


def command(corpus, *paths, workers=1):
    words = ("ingest", *map(str, paths), "--corpus", str(corpus), "--names", "rules", "--workers", str(workers))
    return [sys.executable, "-m", "workbench", *words]


def run(*words, **options):
    return subprocess.run(command(*words), capture_output=True, text=True, check=False, **options)  # noqa: S603 -- our own words


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = write_pages(tmp_path_factory.mktemp("kills") / "pages", range(150))
    write_rows(folder / "rows.jsonl", range(2_000, 2_700))
    # Of less than half a megabyte no processes are started; a comment is no work.
    weight = f"<!-- {'x' * 120_000} -->"
    for number in range(3):
        (folder / f"{number}.html").write_text(f"{weight}<h1>Kabar {number}</h1><p>Minsk tenang hari ini.</p>")
    return folder


@pytest.fixture(scope="module")
def undisturbed(pages):
    started = time.monotonic()
    corpus = pages.parent / "undisturbed"
    assert run(corpus, pages).returncode == 0
    return exported(corpus), time.monotonic() - started


def kill_at(moment, corpus, pages, workers):
    """Kill an ingest after `moment` seconds; say whether it was still at work."""
    words = command(corpus, pages, workers=workers)
    process = subprocess.Popen(words, stderr=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 -- our own words
    time.sleep(moment)
    is_running = process.poll() is None
    process.kill()
    process.wait()
    return is_running


def test_an_ingest_killed_at_any_moment_goes_on_to_the_same_corpus():
    script = Path(__file__).with_name("killing.py")
    paths = os.pathsep.join([str(script.parent), *sys.path])
    words = [sys.executable, str(script), str(N_KILLS)]
    told = subprocess.run(words, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True, check=False)  # noqa: S603 -- our own words
    assert told.returncode == 0, told.stderr
    n_kills, n_at_work = (int(words.split()[0]) for words in told.stdout.split(",")[:2])
    assert n_kills == N_KILLS
    assert n_at_work > n_kills // 4


def test_an_ingest_of_two_processes_killed_again_and_again_goes_on(tmp_path, pages, undisturbed):
    expected, seconds = undisturbed
    moments = random.Random(1)  # noqa: S311 -- moments, not secrets
    for _ in range(ROUNDS):
        kill_at(moments.uniform(0.3, 1.1) * seconds, tmp_path, pages, workers=2)
        if (tmp_path / "corpus.sqlite").exists() and (tmp_path / "corpus.sqlite").stat().st_size:
            assert set(exported_or_nothing(tmp_path).splitlines()) <= set(expected.splitlines())
    assert run(tmp_path, pages).returncode == 0
    assert exported(tmp_path) == expected


def exported_or_nothing(corpus):
    try:
        return exported(corpus)
    except CorpusError as error:
        # Killed before its first step was whole.
        if "not the database" in str(error) or "older program" in str(error):
            return b""
        raise


def test_no_worker_outlives_a_killed_writer(tmp_path, pages):
    process = subprocess.Popen(command(tmp_path, pages, workers=2), stderr=subprocess.DEVNULL)  # noqa: S603 -- our own words
    workers = workers_of(process)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    deadline = time.monotonic() + 60
    while any(is_alive(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(is_alive(worker) for worker in workers)


@pytest.fixture
def hears_interrupts():
    """Let processes started here hear Ctrl-C, also where the tests run in a shell's background, which does not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("hears_interrupts")
def test_ctrl_c_is_told_in_a_line_and_by_the_writer_alone(tmp_path, pages, undisturbed):
    words = command(tmp_path, pages, workers=2)
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True)  # noqa: S603 -- our own words
    workers_of(process)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 130
    assert told.splitlines()[-1] == "stopped; what was done is kept, and the same command goes on"
    assert "Traceback" not in told
    assert run(tmp_path, pages).returncode == 0
    assert exported(tmp_path) == undisturbed[0]


def workers_of(process):
    """Wait until `process` has two workers, and return them and what keeps account of their semaphores."""
    while len(children := children_of(process.pid)) < 3:
        assert process.poll() is None, "it ended without workers"
        time.sleep(0.05)
    return children


def children_of(process):
    told = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)  # noqa: S603, S607 -- our own words
    return [int(word) for word in told.stdout.split()]


def is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_full_disk_is_told_and_costs_nothing(tmp_path, pages, undisturbed):
    expected, _ = undisturbed

    def starve():
        # The first steps fit in, with the codebook and the dictionary of the corpus; all of them do not.
        resource.setrlimit(resource.RLIMIT_FSIZE, (2_500_000, 2_500_000))

    failed = run(tmp_path, pages, preexec_fn=starve)
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    assert "disk" in failed.stderr
    kept = exported(tmp_path).splitlines()
    assert kept
    assert run(tmp_path, pages).returncode == 0
    assert exported(tmp_path) == expected


def test_readers_see_whole_states_while_pages_come_in(tmp_path, pages, undisturbed):
    expected = set(undisturbed[0].splitlines())
    process = subprocess.Popen(command(tmp_path, pages), stderr=subprocess.DEVNULL)  # noqa: S603 -- our own words
    seen = 0
    while process.poll() is None:
        state = exported_or_nothing(tmp_path).splitlines() if (tmp_path / "corpus.sqlite").exists() else []
        assert set(state) <= expected
        assert len(state) >= seen
        seen = len(state)
        time.sleep(0.3)
    assert process.returncode == 0
    assert len(open_corpus(tmp_path).inputs) == len(expected)


def deadly(monkeypatch):
    """Make processes of the pool die on a page of their own accord."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([os.path.dirname(__file__), *sys.path]))  # noqa: PTH120 -- a path list
    monkeypatch.setattr("workbench.store.pool._work_on_all", deadly_work)


def deadly_work(items, _dictionary):
    for item in items:
        if "matikan" in str(item):
            os._exit(9)
    return pool.work_on(items, pool._workshop)


def test_a_page_that_kills_its_worker_costs_only_itself(monkeypatch):
    deadly(monkeypatch)
    texts = [f"Kabar nomor {number}\n\nIsi berita yang biasa saja.\n" for number in range(9)]
    texts[4] = "Kabar\n\nmatikan\n"
    named = [Page(path=f"p#{n}", content_hash=f"sha256:{n:064x}", text=text) for n, text in enumerate(texts)]
    jobs = [Job(tuple(PageItem("p", page) for page in named[start : start + 3]), start) for start in (0, 3, 6)]
    made = [one for _, outcomes in run_jobs(jobs, recipe(), 2) for outcome in outcomes for one in outcome]
    assert [one.path for one in made] == [page.path for page in named]
    assert [one.path for one in made if one.error] == ["p#4"]
    assert msgspec.structs.asdict(made[4])["error"].startswith("the program dies on this page")


def test_what_kills_its_worker_is_told_by_the_name_that_users_know(monkeypatch):
    deadly(monkeypatch)
    retagged = RetagItem(3, stamp_id=1, dictionary_id=1, facts=b"", body=b"matikan", parse_from=None, head=None)
    items = (FileItem("matikan.txt", {}), RecordItem("matikan.jsonl", 7, b""), retagged)
    ((_, outcomes),) = run_jobs([Job(items, None)], recipe(), 2)
    assert [one.path for (one,) in outcomes] == ["matikan.txt", "matikan.jsonl#7", "record 3"]


def test_the_disk_is_not_asked_for_what_is_known(tmp_path, pages):
    ingested(tmp_path, pages)
    size = (tmp_path / "corpus.sqlite").stat().st_size
    assert ingested(tmp_path, pages).n_unchanged == 154
    assert (tmp_path / "corpus.sqlite").stat().st_size == size


def shell_with_small_disk(disk, script):
    """Run `script` where `disk` is a file system of its own of two megabytes."""
    mounted = f"mount -t tmpfs -o size=2m tmpfs {shlex.quote(str(disk))} && {script}"
    words = ["unshare", "--map-root-user", "--mount", "sh", "-c", mounted]
    return subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 -- our own words


@pytest.mark.skipif(
    not shutil.which("unshare") or shell_with_small_disk("/mnt", "true").returncode != 0,
    reason="mounting a file system is not allowed here",
)
def test_a_disk_that_fills_up_is_told_and_the_ingest_goes_on_when_it_has_room(tmp_path, pages, undisturbed):
    disk, written = tmp_path / "disk", tmp_path / "records.jsonl"
    disk.mkdir()
    ingest = shlex.join(command(disk / "corpus", pages))
    export = shlex.join([sys.executable, "-m", "workbench", "export", str(disk / "corpus"), "--format", "jsonl"])
    larger = f"mount -o remount,size=64m {shlex.quote(str(disk))}"
    script = f"{ingest}; test $? -eq 1 && {larger} && {ingest} && {export} -o {shlex.quote(str(written))}"
    told = shell_with_small_disk(disk, script)
    assert told.returncode == 0, told.stderr
    assert "the disk is full" in told.stderr
    assert "Traceback" not in told.stderr
    assert written.read_bytes() == undisturbed[0]
