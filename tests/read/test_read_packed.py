import gzip
import io
import json
import struct
import zipfile
import zlib

import pytest
from read_builders import TEXT, read, write

from workbench.read import Limits, ReadOptions


def packed(members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def test_members_are_pages_in_the_order_of_their_names(tmp_path):
    path = write(tmp_path / "a.zip", packed([("b.txt", "b"), ("a/a.txt", "a"), ("kosong/", "")]))
    pages, errors = read(path)
    assert ([(page.path, page.text) for page in pages], errors) == (
        [(f"{path}!a/a.txt", "a"), (f"{path}!b.txt", "b")],
        [],
    )


def test_what_is_packed_in_what_is_packed_is_read(tmp_path):
    lines = gzip.compress(json.dumps({"text": "isi"}).encode())
    path = write(tmp_path / "a.zip", packed([("b.jsonl.gz", lines), ("c.zip", packed([("d.txt", "d")]))]))
    pages, errors = read(path)
    assert ([(page.path, page.text) for page in pages], errors) == (
        [(f"{path}!b.jsonl.gz#1", "isi"), (f"{path}!c.zip!d.txt", "d")],
        [],
    )


def test_gzip_is_known_by_its_beginning(tmp_path):
    pages, _ = read(write(tmp_path / "a.txt", gzip.compress(TEXT.encode())))
    assert [page.text for page in pages] == [TEXT]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "..\\a.txt", "C:/a.txt"])
def test_a_name_that_leads_out_of_the_archive_is_refused(tmp_path, name):
    path = write(tmp_path / "a.zip", packed([(name, "x"), ("good.txt", "baik")]))
    pages, errors = read(path)
    assert [page.text for page in pages] == ["baik"]
    assert errors[0].reason == "its name leads out of the archive"


def test_archives_are_followed_to_the_bound(tmp_path):
    content = packed([("a.txt", "a")])
    for _ in range(4):
        content = packed([("b.zip", content)])
    _, errors = read(write(tmp_path / "a.zip", content))
    assert "nested in more than 3 archives (archive_depth)" in errors[0].reason


@pytest.mark.parametrize("name", ["bom.zip", "bom.gz"])
def test_a_page_that_unpacks_over_the_bound_is_refused(tmp_path, name):
    zeros = b" " * 64_000_000
    content = packed([("a.txt", zeros)]) if name == "bom.zip" else gzip.compress(zeros)
    pages, errors = read(write(tmp_path / name, content))
    assert pages == []
    assert "(page_bytes)" in errors[0].reason


def test_rows_that_unpack_without_end_are_refused(tmp_path):
    content = gzip.compress((json.dumps({"text": "a" * 1000}) + "\n").encode() * 40_000)
    limits = Limits(expansion=20, expansion_floor=1_000_000)
    pages, errors = read(write(tmp_path / "bom.jsonl.gz", content), options=ReadOptions(limits=limits))
    assert 0 < len(pages) < 40_000
    assert errors[-1].reason == "grows more than 20 times when unpacked (expansion)"


def test_a_size_that_is_only_declared_costs_nothing(tmp_path):
    body = gzip.compress(b"Berita")
    pages, errors = read(write(tmp_path / "a.gz", body[:-4] + struct.pack("<I", 1 << 30)))
    assert pages == []
    assert "cannot be unpacked" in errors[0].reason


def test_an_archive_that_lists_too_much_is_refused(tmp_path):
    path = write(tmp_path / "a.zip", packed([(f"{number}.txt", "a") for number in range(11)]))
    _, errors = read(path, options=ReadOptions(limits=Limits(archive_members=10)))
    assert errors[0].reason == "lists more than 10 members (archive_members)"


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04rusak",
        b"\x1f\x8brusak",
        gzip.compress(TEXT.encode() * 100)[:60],
        packed([("a.txt", TEXT * 50)])[:80],
        b"\x1f\x8b\x08\x00" + zlib.compress(b"a"),
    ],
)
def test_a_broken_archive_is_refused_and_the_next_file_is_read(tmp_path, content):
    bad = write(tmp_path / "bad.zip", content)
    pages, errors = read(bad, write(tmp_path / "good.txt"))
    assert ([page.text for page in pages], [error.path for error in errors]) == ([TEXT], [bad])


def test_a_link_in_an_archive_is_only_its_text(tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    pages, _ = read(write(tmp_path / "a.zip", buffer.getvalue()))
    assert [page.text for page in pages] == ["/etc/passwd"]
