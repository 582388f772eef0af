import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_builders import exported, ingested, write_pages

from workbench.store.pack import DICTIONARY_BYTES, make_dictionary, pack, unpack
from workbench.store.shelf import Shelf

RECORD = b'{"id":"0123","text":"Presiden bertemu menteri di Minsk","lines":[{"start":0,"end":33,"role":"body"}]}'


def deflated(plain, dictionary):
    packer = zlib.compressobj(6, zdict=dictionary)
    return packer.compress(plain) + packer.flush()


@given(st.binary(max_size=3_000), st.sampled_from([b"", RECORD]) | st.binary(max_size=300))
def test_unpacking_gives_what_was_packed(plain, dictionary):
    for _ in range(2):
        assert unpack(pack(plain, dictionary), dictionary) == plain
    assert unpack(deflated(plain, dictionary), dictionary) == plain


def test_a_dictionary_saves_what_records_have_in_common():
    assert len(pack(RECORD, make_dictionary([RECORD]))) < len(pack(RECORD, b"")) / 2
    assert len(make_dictionary([RECORD] * 5_000)) == DICTIONARY_BYTES


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
