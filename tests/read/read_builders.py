"""Small builders for the tests of reading."""

from pathlib import Path

from workbench.errors import ReadError
from workbench.page import Page
from workbench.read import ReadOptions, read_pages

TEXT = "Menteri Bertemu di Minsk\n\nMINSK - Dua menteri bertemu pada Selasa.\n"


def write(path: Path, content: str | bytes = TEXT) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def read(*paths: object, options: ReadOptions | None = None) -> tuple[list[Page], list[ReadError]]:
    readings = list(read_pages([str(path) for path in paths], options))
    pages = [reading for reading in readings if isinstance(reading, Page)]
    return pages, [reading for reading in readings if isinstance(reading, ReadError)]


PROSE = "Dua menteri bertemu di Minsk untuk membahas perdagangan lintas batas dan angkutan barang pada musim dingin."
PARAGRAPHS = [f"{PROSE} Bagian {number}." for number in ("satu", "dua", "tiga", "empat", "lima")]


def page(body, head=""):
    return f"<!DOCTYPE html><html lang='id'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def article(*, before="", inside="", after=""):
    paragraphs = [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS]
    return f"{before}<div class='isi'>{''.join(paragraphs[:3])}{inside}{''.join(paragraphs[3:])}</div>{after}"


def lines_of(tmp_path, html):
    pages, errors = read(write(tmp_path / "a.html", html))
    assert not errors
    return pages[0].text.split("\n")
