"""Invented pages in many layouts, each line with the role that a reader would give it.

A page's file names headline, dateline, authors and editors where they matter, then ``---``, then its lines: role, tab,
words. `meta` stands for bylines and timestamps, `other` for menus, adverts, lists of other stories and small print.
"""

from pathlib import Path

import msgspec
import pytest
from parse_builders import outlets

from workbench.article import Article
from workbench.page import Page
from workbench.parse import parse_article

PAGES = sorted((Path(__file__).parent / "invented").glob("*.txt"))
COARSE = {
    **dict.fromkeys(("byline", "timestamp"), "meta"),
    **dict.fromkeys(("related", "navigation", "promo", "footer"), "other"),
}


class Expected(msgspec.Struct, frozen=True):
    """What an invented page's file says of it."""

    facts: dict[str, str]
    lines: tuple[tuple[str, str], ...]


def read_expected(path: Path) -> Expected:
    head, _, body = path.read_text(encoding="utf-8").partition("---\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines())
    lines = tuple(tuple(line.split("\t", 1)) for line in body.splitlines())
    return Expected(facts, lines)


def read_article(expected: Expected) -> Article:
    text = "\n".join(words for _, words in expected.lines)
    return parse_article(Page(path="page.txt", content_hash="sha256:0", text=text), outlets())


def facts_of(article: Article) -> dict[str, str]:
    return {
        "headline": article.headline.of(article.text) if article.headline else "none",
        "dateline": (article.dateline.place if article.dateline else None) or "none",
        "authors": ", ".join(person.name for person in article.authors) or "none",
        "editors": ", ".join(person.name for person in article.editors) or "none",
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_line_of_an_invented_page_has_its_role(path: Path) -> None:
    expected = read_expected(path)
    article = read_article(expected)
    first = {line.line: line.role for line in reversed(article.lines)}
    found = [
        (COARSE.get(role, role), words)
        for (_, words), (_, role) in zip(expected.lines, sorted(first.items()), strict=True)
    ]
    assert found == list(expected.lines)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_an_invented_page_says_who_wrote_it_and_where(path: Path) -> None:
    expected = read_expected(path)
    found = facts_of(read_article(expected))
    assert {name: found[name] for name in expected.facts} == expected.facts
