import gzip

import pytest
from read_builders import TEXT, read, write

from workbench.read import Limits, ReadOptions

HTML = "<!DOCTYPE html><html><body><h1>Judul</h1><p>Isi berita.</p></body></html>"


def record(body, *, mime="text/html; charset=utf-8", status="200 OK", kind="response"):
    payload = body if isinstance(body, bytes) else body.encode()
    http = f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {len(payload)}\r\n\r\n".encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://contoh.id/a\r\nWARC-Date: 2024-01-02T03:04:05Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def test_responses_are_pages_with_address_and_instant(tmp_path):
    path = write(tmp_path / "a.warc", record(HTML) + record(TEXT, mime="text/plain"))
    pages, errors = read(path)
    assert ([(page.path, page.text, page.media_type) for page in pages], errors) == (
        [(f"{path}#1", "Judul\nIsi berita.", "text/html"), (f"{path}#2", TEXT, "text/plain")],
        [],
    )
    assert {(page.url, page.retrieved_at) for page in pages} == {("https://contoh.id/a", "2024-01-02T03:04:05Z")}


def test_records_packed_one_by_one_are_read(tmp_path):
    path = write(
        tmp_path / "a.warc.gz", gzip.compress(record(HTML)) + gzip.compress(record("<html><p>Lain</p></html>"))
    )
    pages, _ = read(path)
    assert [page.text for page in pages] == ["Judul\nIsi berita.", "Lain"]


def test_what_is_no_page_is_passed_over(tmp_path):
    content = record(HTML, status="404 Not Found") + record(b"\x89PNG", mime="image/png") + record(HTML, kind="request")
    assert read(write(tmp_path / "a.warc", content + record(HTML)))[0][0].text == "Judul\nIsi berita."


def test_the_declared_encoding_is_used(tmp_path):
    body = "<html><p>“Kami siap,” katanya.</p></html>".encode("cp1252")
    pages, _ = read(write(tmp_path / "a.warc", record(body, mime="text/html; charset=windows-1252")))
    assert (pages[0].text, pages[0].encoding) == ("“Kami siap,” katanya.", "windows-1252")


def test_a_page_over_the_bound_is_named_and_the_next_is_read(tmp_path):
    path = write(tmp_path / "a.warc", record("<html>" + "a" * 500 + "</html>") + record("<html><p>b</p></html>"))
    pages, errors = read(path, options=ReadOptions(limits=Limits(page_bytes=200)))
    assert ([page.text for page in pages], [error.path for error in errors]) == (["b"], [f"{path}#1"])


@pytest.mark.parametrize(("n_bytes", "n_pages"), [(150, 1), (len(record(HTML)) - 20, 2), (20, 1)])
def test_a_cut_archive_gives_what_it_holds_and_says_so(tmp_path, n_bytes, n_pages):
    path = write(tmp_path / "a.warc", record(HTML) + record(HTML)[:n_bytes])
    pages, errors = read(path)
    reason = f"ends inside a record, after {n_pages} pages, the last of which may be cut short"
    assert (len(pages), [(error.path, error.reason) for error in errors]) == (n_pages, [(path, reason)])


def test_an_archive_of_other_things_than_pages_is_no_error(tmp_path):
    assert read(write(tmp_path / "a.warc", record(b"\x89PNG", mime="image/png"))) == ([], [])
