import os
import threading
from pathlib import Path

import click
import pytest

from workbench.cli_shared import counted, open_output


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (counted(0, "page"), "0 pages"),
        (counted(1, "page"), "1 page"),
        (counted(2_160, "page"), "2,160 pages"),
        (counted(1, "story", "stories"), "1 story"),
        (counted(2, "story", "stories"), "2 stories"),
    ],
)
def test_one_is_one_and_others_are_several(said, words):
    assert said == words


def test_an_output_takes_its_place_when_it_is_whole(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"before")
    with open_output(path) as stream:
        stream.write(b"after")
        assert path.read_bytes() == b"before"
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"after", [path])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_written_to_and_not_put_away_for_a_file(tmp_path):
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    with open_output(pipe) as stream:
        stream.write(b"records")
    reader.join(timeout=10)
    assert (heard, pipe.is_fifo()) == ([b"records"], True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_disk_that_is_full_is_told(tmp_path):
    link = tmp_path / "records"
    link.symlink_to("/dev/full")
    with pytest.raises(click.ClickException, match="records: cannot be written"), open_output(link) as stream:
        stream.write(b"records")


def test_a_reader_that_has_seen_enough_is_no_error_to_tell(tmp_path):
    with pytest.raises(BrokenPipeError), open_output(tmp_path / "records.jsonl"):
        raise BrokenPipeError(32, "no reader")
    assert list(tmp_path.iterdir()) == []
