"""What is written into a format comes out of it again, character for character."""

import gzip
import html
import io
import json
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from workbench.page import Page
from workbench.read.registry import read_source
from workbench.read.source import HEAD_BYTES, ReadOptions, Source

#: Text with emoji and combining accents, without what files of text do not hold.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda text: not text.isspace() and text[0] != "\ufeff" and not text.startswith(("WARC/", "PAR1", "PK", '{"', "<"))
)


def read_bytes(content, suffix=".txt"):
    stream = io.BytesIO(content)
    source = Source(path=f"a{suffix}", suffix=suffix, stream=stream, head=stream.read(HEAD_BYTES))
    return list(read_source(source, ReadOptions()))


def texts_of(readings):
    assert all(isinstance(reading, Page) for reading in readings)
    return [reading.text for reading in readings]


@given(TEXTS)
def test_plain_text(text):
    assert texts_of(read_bytes(text.encode())) == [text]


@given(TEXTS)
def test_gzip(text):
    assert texts_of(read_bytes(gzip.compress(text.encode(), mtime=0))) == [text]


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_zip(texts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text)
    assert texts_of(read_bytes(buffer.getvalue(), ".zip")) == texts


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_json_lines(texts):
    rows = "\n".join(json.dumps({"text": text}) for text in texts)
    assert texts_of(read_bytes(rows.encode(), ".jsonl")) == texts


@given(st.lists(st.text("abc é\u0301 \U0001f600<>&\"'", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_html_paragraphs(texts):
    body = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    squeezed = "\n".join(" ".join(text.split()) for text in texts)
    assert texts_of(read_bytes(f"<html><body>{body}</body></html>".encode(), ".html")) == [squeezed]


@given(st.binary(max_size=300), st.sampled_from([".txt", ".html", ".jsonl", ".zip", ".gz", ".parquet", ".warc"]))
def test_no_bytes_break_a_reader(content, suffix):
    for start in (b"", b"<html>", b"\x1f\x8b\x08", b"PK\x03\x04", b"PAR1", b"WARC/1.0\r\n", b'{"text": "'):
        read_bytes(start + content, suffix)
