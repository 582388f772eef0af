import codecs
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_builders import TEXT, read, write

from workbench.errors import ReadError
from workbench.read import Limits, ReadOptions
from workbench.read.decode import decode


def test_text_is_the_decoded_file_unchanged(tmp_path):
    text = "Judul\r\n\r\n\tIsi  dengan spasi\u00a0ganda e\u0301 \U0001f600\x0b\n\n"
    pages, errors = read(write(tmp_path / "a.txt", text))
    assert (pages[0].text, pages[0].encoding, errors) == (text, "utf-8", [])


def test_the_hash_is_that_of_the_bytes(tmp_path):
    pages, _ = read(write(tmp_path / "a.txt", b"Minsk\n"))
    assert pages[0].content_hash == "sha256:" + hashlib.sha256(b"Minsk\n").hexdigest()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "no text"),
        (b"Berita\x00\x01\x02", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8", "utf-16-le"),
    ],
)
def test_a_file_that_is_no_text_is_refused_by_name_and_the_next_is_read(tmp_path, content, reason):
    bad = write(tmp_path / "bad.txt", content)
    pages, errors = read(bad, write(tmp_path / "good.txt"))
    assert [page.text for page in pages] == [TEXT]
    assert str(errors[0]).startswith(f"{bad}: ")
    assert reason in errors[0].reason


def test_a_missing_path_is_named(tmp_path):
    _, errors = read(tmp_path / "tiada.txt")
    assert str(errors[0]) == f"{tmp_path / 'tiada.txt'}: No such file or directory"


def test_a_page_over_the_bound_is_refused_with_the_bound(tmp_path):
    path = write(tmp_path / "a.txt", "a" * 101)
    _, errors = read(path, options=ReadOptions(limits=Limits(page_bytes=100)))
    assert str(errors[0]) == f"{path}: larger than 100 bytes (page_bytes)"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_settles_the_encoding_and_is_no_text(encoding):
    text, found = decode("a", "“Damai”, kata dia".encode(encoding))
    assert text == "“Damai”, kata dia"
    assert found.startswith(encoding.removesuffix("-sig"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_that_has_lost_its_mark_is_known(encoding):
    text = "“Damai”, kata dia – lalu pergi ke Minsk."
    assert decode("a", text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_single_broken_byte_does_not_lose_a_page_that_a_mark_settles(encoding, caplog):
    text = "Dua menteri bertemu di Minsk untuk membahas perdagangan. " * 4
    broken = b"\xff" if encoding == "utf-8-sig" else b"\x00"
    read_as, _ = decode("a.txt", text.encode(encoding) + broken)
    assert read_as == text + "\ufffd"
    assert "a.txt: broken utf-" in caplog.text


def test_what_a_mark_settles_and_most_bytes_deny_is_refused():
    with pytest.raises(ReadError, match="begins as utf-16-le and is not utf-16-le"):
        decode("a", codecs.BOM_UTF16_LE + b"a\x00\x00\xd8" * 50)


def test_western_quote_marks_in_ascii_are_windows_1252(caplog):
    sentence = "“Kami siap,” kata menteri itu – di Minsk. Pertemuan berlangsung dua hari penuh. " * 3
    assert decode("a.txt", sentence.encode("cp1252")) == (sentence, "windows-1252")
    assert "a.txt: not UTF-8 at byte 0; read as windows-1252" in caplog.text


def test_a_declared_encoding_goes_before_a_guess():
    assert decode("a", "Минск".encode("koi8-r"), declared="koi8-r") == ("Минск", "koi8-r")


def test_single_broken_bytes_do_not_change_the_encoding():
    assert decode("a", "“Kami” dan “mereka”".encode() + b"\xff") == ("“Kami” dan “mereka”\ufffd", "utf-8")


def test_text_cut_within_a_character_is_still_utf_8():
    assert decode("a", "kata dia “".encode()[:-1])[1] == "utf-8"


def test_a_stray_control_character_does_not_make_a_page_binary():
    text = "Kabar dari Minsk.\x14 " + "Pertemuan berlangsung dua hari. " * 100
    assert decode("a", text.encode()) == (text, "utf-8")


def test_noise_is_refused():
    with pytest.raises(ReadError, match=r"no other encoding|binary"):
        decode("a", bytes(range(127, 256)) * 3 + b"\x81\x8d\x8f\x90\x9d" * 50)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: text[0] != "\ufeff"))
def test_utf_8_text_comes_back_the_same(text):
    assert decode("a", text.encode()) == (text, "utf-8")
