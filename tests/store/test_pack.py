import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_builders import exported, ingested, write_pages

from workbench.store.pack import (
    DICTIONARY_BYTES,
    ENOUGH_SAMPLES,
    dictionary_of,
    is_trained,
    make_dictionary,
    pack,
    pack_tight,
    unpack,
)
from workbench.store.shelf import Shelf

RECORD = b'{"id":"0123","text":"Presiden bertemu menteri di Minsk","lines":[{"start":0,"end":33,"role":"body"}]}'


def deflated(plain, dictionary):
    packer = zlib.compressobj(6, zdict=dictionary)
    return packer.compress(plain) + packer.flush()


#: Untrained dictionaries are JSON, which cannot begin as trained ones do.
PLAIN_DICTIONARIES = st.sampled_from([b"", RECORD]) | st.binary(max_size=300).filter(lambda made: not is_trained(made))


@given(st.binary(max_size=3_000), PLAIN_DICTIONARIES)
def test_unpacking_gives_what_was_packed(plain, dictionary):
    for _ in range(2):
        assert unpack(pack(plain, dictionary), dictionary) == plain
    assert unpack(deflated(plain, dictionary), dictionary) == plain


def test_a_dictionary_saves_what_records_have_in_common():
    assert len(pack(RECORD, make_dictionary([RECORD]))) < len(pack(RECORD, b"")) / 2
    assert len(make_dictionary([RECORD * 50] * (ENOUGH_SAMPLES - 1))) == DICTIONARY_BYTES


def test_enough_samples_train_a_dictionary():
    samples = [RECORD.replace(b"menteri", f"menteri {number}".encode()) for number in range(ENOUGH_SAMPLES + 1)]
    few, many = make_dictionary(samples[: ENOUGH_SAMPLES - 1]), make_dictionary(samples[:-1])
    assert (is_trained(few), is_trained(many)) == (False, True)
    packed = pack(samples[-1], many)
    assert unpack(packed, many) == samples[-1]
    assert len(packed) < len(pack(samples[-1], b"")) / 2


def test_dictionaries_are_kept_packed_and_those_of_older_corpora_read_as_they_are():
    dictionary = make_dictionary([RECORD * 50])
    assert len(pack_tight(dictionary)) < len(dictionary) / 10
    assert dictionary_of(pack_tight(dictionary)) == dictionary_of(dictionary) == dictionary


@pytest.mark.parametrize("make", [pack, deflated])
@pytest.mark.parametrize("dictionary", [b"", RECORD])
def test_a_damaged_record_is_told(make, dictionary):
    whole = make(RECORD * 20, dictionary)
    torn = whole[:12] + bytes([whole[12] ^ 0xFF]) + whole[13:]
    for damaged in (whole[:-3], whole[: len(whole) // 2], torn, b"", b"\x28\xb5\x2f\xfd\xe0" + b"\xff" * 8):
        with pytest.raises(ValueError, match="packed record"):
            unpack(damaged, dictionary)


def test_another_dictionary_is_told():
    with pytest.raises(ValueError, match="damaged"):
        unpack(pack(RECORD, RECORD), RECORD[::-1])


@pytest.mark.usefixtures("quick")
def test_records_that_the_first_version_packed_are_read(tmp_path, monkeypatch):
    pages = write_pages(tmp_path / "pages", range(3))
    monkeypatch.setattr("workbench.store.work.pack", deflated)
    ingested(tmp_path / "corpus", pages)
    assert Shelf(tmp_path / "corpus").rows("SELECT substr(body, 1, 1) FROM bodies")[0] == (b"\x78",)
    monkeypatch.undo()
    assert len(exported(tmp_path / "corpus").splitlines()) == 3
