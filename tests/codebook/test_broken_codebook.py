"""A codebook that somebody copied and broke: what is wrong is named, with file and line where there is one."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench.cli_codebook import codebook as commands
from workbench.codebook import load_codebook
from workbench.codebook.entries import Flaw, find_flaws
from workbench.errors import CodebookError

SECOND = Path(__file__).parent / "second"
ACTORS = Path("actors") / "actors.yaml"
ENTRY = (
    "- {{id: {id}, name: Bali, type: place, kind: town, aliases: [{alias}], "
    "hit: '{alias} ramai.', miss: Sepi.{more}}}\n"
)


@pytest.fixture
def copied(tmp_path):
    return Path(shutil.copytree(SECOND, tmp_path / "second"))


def add_to(file, text):
    with file.open("a", encoding="utf-8") as stream:
        stream.write(text)


def entry(name, alias, more=""):
    return ENTRY.format(id=name, alias=alias, more=more and f", {more}")


def test_an_id_of_two_entries_is_refused_at_the_second(copied):
    n_lines = len((copied / ACTORS).read_text("utf-8").splitlines())
    add_to(copied / ACTORS, entry("indonesia", "Denpasar"))
    with pytest.raises(CodebookError, match="the id 'indonesia' is taken by another entry") as caught:
        load_codebook(copied)
    assert (caught.value.path, caught.value.line) == (str(copied / ACTORS), n_lines + 1)


def test_an_id_that_begins_like_another_is_none_of_its_own(copied):
    add_to(copied / ACTORS, entry("indonesia-timur", "Denpasar"))
    assert "indonesia-timur" in {actor.id for actor in load_codebook(copied).actors}


@pytest.mark.parametrize("name", ["santions.yaml", "themes/biofuel.yml", "actor/people.yaml"])
def test_a_file_that_would_not_be_read_is_refused(copied, name):
    (copied / name).parent.mkdir(exist_ok=True)
    (copied / name).write_text("[]\n")
    with pytest.raises(CodebookError, match="it is not read") as caught:
        load_codebook(copied)
    assert caught.value.path == str(copied / name)


def test_notes_beside_a_codebook_are_no_part_of_it(copied):
    (copied / "NOTES.md").write_text("Asal usul.\n")
    assert load_codebook(copied).stamp == load_codebook(SECOND).stamp


def test_a_missing_file_is_named_in_words(copied):
    (copied / "agencies.yaml").unlink()
    with pytest.raises(CodebookError, match=r"agencies\.yaml: there is no such file, and a codebook needs it$"):
        load_codebook(copied)


def test_bytes_that_are_no_utf_8_are_named_with_their_line(copied):
    (copied / "words.yaml").write_bytes(b"a: [satu]\nb: [caf\xe9]\n")
    with pytest.raises(CodebookError, match="not UTF-8: byte 0xe9") as caught:
        load_codebook(copied)
    assert caught.value.line == 2


def test_a_spelling_of_two_entries_a_stranger_and_a_term_that_ends_early_are_flaws(copied):
    add_to(copied / ACTORS, entry("bali", "RI", "members: [{actor: nusantara}]"))
    add_to(copied / ACTORS, entry("lombok", "Mataram", "members: [{actor: bali, start: 2020-02-01, end: 2020-01-31}]"))
    loaded = load_codebook(copied)
    assert list(find_flaws(loaded.actors, loaded.agencies)) == [
        Flaw("bali", "aliases", "'RI' names indonesia, too"),
        Flaw("bali", "members", "there is no actor 'nusantara'"),
        Flaw("lombok", "members", "it ends on 2020-01-31 and starts on 2020-02-01"),
    ]
    result = CliRunner().invoke(commands, ["check", str(copied)])
    assert result.exit_code == 1
    assert "bali: aliases: 'RI' names indonesia, too" in result.stderr


@pytest.mark.parametrize("folder", [SECOND, "union-state"])
def test_a_whole_codebook_has_no_flaw(folder):
    loaded = load_codebook(folder)
    assert list(find_flaws(loaded.actors, loaded.agencies)) == []
