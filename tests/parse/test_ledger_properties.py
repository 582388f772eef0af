import time
from itertools import pairwise
from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st
from parse_builders import LEDE, PULLS, article

from workbench.article import ARTICLE_ZONE, Article

WORDS = st.sampled_from(
    [
        LEDE,
        *PULLS,
        "Berita Terkait",
        "3 Mei 2021",
        "Penulis: Wira",
        "(abc)",
        "Foto: AP",
        "•",
        "Surabaya -",
        "İ é 😀",
        '"',
        "<br />",
    ]
)
LINES = st.lists(st.one_of(WORDS, st.text(max_size=40), st.just("")), max_size=20)


@settings(deadline=None)
@given(LINES)
def test_lines_hold_every_visible_character_in_order(lines: list[str]) -> None:
    found = article(*lines)
    spans = [(line.start, line.end) for line in found.lines]
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = {index for start, end in spans for index in range(start, end)}
    left = {char for index, char in enumerate(found.text) if index not in covered}
    assert all(char.isspace() or category(char) == "Cf" for char in left)  # formats, as a soft hyphen, take no room


@settings(deadline=None)
@given(LINES)
def test_line_numbers_are_those_of_the_text(lines: list[str]) -> None:
    found = article(*lines)
    assert all(found.text.count("\n", 0, line.start) == line.line for line in found.lines)
    assert {line.line for line in found.lines} == {i for i, raw in enumerate(found.text.split("\n")) if raw.strip()}


@settings(deadline=None)
@given(LINES)
def test_sentences_lie_inside_article_lines(lines: list[str]) -> None:
    found = article(*lines)
    zone = [line for line in found.lines if line.role in ARTICLE_ZONE]
    assert all(any(line.covers(sentence) for line in zone) for sentence in found.sentences)
    assert sum(line.role == "headline" for line in found.lines) <= 1


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_the_same_twice(text: str) -> None:
    first, second = article(text), article(text)
    assert isinstance(first, Article)
    assert first == second


def seconds(text: str) -> float:
    start = time.process_time()
    article(text)
    return time.process_time() - start


def test_large_pages_take_linear_time() -> None:
    assert seconds(f"{LEDE} " * 20_000) < 5
    assert seconds("".join(f"{LEDE} {number}.\n" for number in range(20_000))) < 10
    assert seconds("".join(f"Judul Cerita Nomor {number} di Sini\n" for number in range(20_000))) < 10
