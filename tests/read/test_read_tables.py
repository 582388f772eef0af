import io
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from read_builders import TEXT, read, write

from workbench.read import Limits, ReadOptions


def rows(*objects):
    return "".join(json.dumps(row) + "\n" for row in objects)


def test_each_line_is_a_page_with_its_columns_as_claims(tmp_path):
    row = {
        "title": "Judul",
        "content": TEXT,
        "url": "https://contoh.id/a",
        "tanggal": "2024-01-02",
        "authors": ["A", "B"],
    }
    path = write(tmp_path / "a.jsonl", rows(row))
    pages, errors = read(path)
    page = pages[0]
    assert (page.path, page.text, page.url, errors) == (f"{path}#1", TEXT, "https://contoh.id/a", [])
    assert [(claim.field, claim.value, claim.origin) for claim in page.claims] == [
        ("headline", "Judul", "column:title"),
        ("author", "A, B", "column:authors"),
        ("date_published", "2024-01-02", "column:tanggal"),
        ("url", "https://contoh.id/a", "column:url"),
    ]


def test_columns_of_other_programs_are_known_whatever_their_case_blanks_and_hyphens(tmp_path):
    row = {
        "Title": "Judul",
        "maintext": TEXT,
        "Date Publish": "2024-01-02",
        "source-hostname": "Koran Kita",
        "source_url": "https://korankita.id/a",
        "source": "rss",
    }
    pages, _ = read(write(tmp_path / "a.jsonl", rows(row)))
    assert {claim.field: claim.value for claim in pages[0].claims} == {
        "headline": "Judul",
        "date_published": "2024-01-02",
        "publisher": "Koran Kita",
        "url": "https://korankita.id/a",
    }


def test_a_bad_row_is_named_and_the_rest_is_read(tmp_path):
    content = rows({"text": "satu"}) + "{rusak\n\n[1]\n" + rows({"text": ""}, {"text": None}, {"text": "dua"})
    path = write(tmp_path / "a.jsonl", content)
    pages, errors = read(path)
    assert [(page.path, page.text) for page in pages] == [(f"{path}#1", "satu"), (f"{path}#7", "dua")]
    assert [error.path for error in errors] == [f"{path}#{number}" for number in (2, 4, 5, 6)]


def test_the_user_names_the_columns(tmp_path):
    path = write(tmp_path / "a.jsonl", rows({"berita": "isi", "text": "bukan", "kepala": "Judul"}))
    pages, _ = read(path, options=ReadOptions(columns={"text": "berita", "headline": "kepala"}))
    assert (pages[0].text, pages[0].claims[0].value) == ("isi", "Judul")


@pytest.mark.parametrize(
    ("columns", "reason"),
    [({"text": "tiada"}, "has no column 'tiada'; it has 'x'"), ({}, "has no column of pages among 'x'")],
)
def test_a_table_without_the_column_says_what_it_has(tmp_path, columns, reason):
    path = write(tmp_path / "a.jsonl", rows({"x": "isi"}))
    _, errors = read(path, options=ReadOptions(columns=columns))
    assert reason in errors[0].reason


def test_a_table_without_a_column_of_pages_is_one_error_and_not_one_for_each_line(tmp_path):
    path = write(tmp_path / "a.jsonl", rows(*({"naskah": "isi", "no": number} for number in range(500))))
    pages, errors = read(path)
    assert (pages, [error.path for error in errors]) == ([], [path])
    assert "--columns text=COLUMN" in errors[0].reason


def test_lines_before_the_first_with_a_column_of_pages_are_named_one_by_one(tmp_path):
    path = write(tmp_path / "a.jsonl", rows({"tentang": "unduhan"}, {"tentang": "lagi"}, {"text": "satu"}, {"x": 1}))
    pages, errors = read(path)
    assert [page.path for page in pages] == [f"{path}#3"]
    assert [error.path for error in errors] == [f"{path}#1", f"{path}#2", f"{path}#4"]


def test_markup_in_a_row_is_read_as_markup(tmp_path):
    html = "<!DOCTYPE html><html><body><h1>Judul</h1><p>Isi berita.</p></body></html>"
    pages, _ = read(write(tmp_path / "a.jsonl", rows({"html": html}, {"html": "<p>Isi"})))
    assert [(page.text, page.media_type) for page in pages] == [
        ("Judul\nIsi berita.", "text/html"),
        ("Isi", "text/html"),
    ]


def test_the_same_text_in_two_rows_is_an_exact_copy(tmp_path):
    path = write(tmp_path / "a.jsonl", rows({"id": 1, "text": TEXT}, {"id": 2, "text": TEXT}))
    pages, _ = read(path)
    assert [page.copy_of for page in pages] == [None, f"{path}#1"]


def test_a_line_over_the_bound_is_refused_and_the_next_is_read(tmp_path):
    path = write(tmp_path / "a.jsonl", rows({"text": "a" * 500}, {"text": "b"}))
    pages, errors = read(path, options=ReadOptions(limits=Limits(row_bytes=100)))
    assert ([page.text for page in pages], [error.path for error in errors]) == (["b"], [f"{path}#1"])
    assert "row_bytes" in errors[0].reason


@pytest.mark.parametrize(
    "row", ['{"text": "\\ud800"}', '{"text": ' + "[" * 100_000, '{"text": "a\\u0000b"}', '{"text": 5}']
)
def test_a_hostile_row_is_one_page_or_one_error(tmp_path, row):
    pages, errors = read(write(tmp_path / "a.jsonl", row + "\n"))
    assert len(pages) + len(errors) == 1


def test_parquet_rows_are_pages(tmp_path):
    table = pa.table({"judul": ["A", "B", "C"], "isi": ["satu", None, "tiga"], "angka": [1, 2, 3]})
    buffer = io.BytesIO()
    pq.write_table(table, buffer)
    path = write(tmp_path / "a.parquet", buffer.getvalue())
    pages, errors = read(path)
    assert [(page.path, page.text, page.claims[0].value) for page in pages] == [
        (f"{path}#1", "satu", "A"),
        (f"{path}#3", "tiga", "C"),
    ]
    assert [str(error) for error in errors] == [f"{path}#2: the column 'isi' is empty"]


def test_broken_parquet_is_refused(tmp_path):
    _, errors = read(write(tmp_path / "a.parquet", b"PAR1" + b"\x00" * 100))
    assert "broken as Parquet" in errors[0].reason
