"""Background or news: sentences that retell history, by the codebook's rules and by the years they name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from workbench.article import Article
from workbench.codebook.events import Rule
from workbench.record import Background
from workbench.span import Span
from workbench.tag.rulebook import Group, Reading, RuleBook, Sentence

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"),
            ("februari", "feb"),
            ("maret", "mar"),
            ("april", "apr"),
            ("mei",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("agustus", "agu"),
            ("september", "sep"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("desember", "des"),
        ),
        1,
    )
    for name in names
}
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}\b")
# "pada 1996", "sejak tahun 1997", "Februari 2022"; a bare figure that merely looks like a year does not count.
_BEFORE_YEAR: Final = re.compile(
    r"\b(?:(?P<month>" + "|".join(_MONTHS) + r")|pada|sejak|tahun|hingga|antara|akhir|awal|pertengahan)\s"
    r"(?:tahun\s)?$"
)
#: The longest words before a year have fewer characters.
_REACH: Final = 24
#: An event this many months before the article is history to it.
_OLD: Final = 10
_YEAR_RULE: Final = "background-year"
#: The `value` of rules whose sentences are news whatever years they name.
_NEWS: Final = "news"


class _Year(msgspec.Struct, frozen=True):
    """A year that a sentence names, with the month if it does."""

    span: Span
    year: int
    month: int


class BackgroundRules(msgspec.Struct, frozen=True):
    """All rules of ``background.yaml``, and those by which a sentence retells history."""

    all: Group
    telling: Group


def build_background_rules(rules: Sequence[Rule], book: RuleBook) -> BackgroundRules:
    """Look up `rules` in `book`."""
    return BackgroundRules(book.group(rules), book.group(rule for rule in rules if rule.value != _NEWS))


def background_sentences(reading: Reading, rules: BackgroundRules, anchor: str | None) -> tuple[Background, ...]:
    """Return the sentences that retell history.

    Parameters
    ----------
    reading
        The article.
    rules
        The codebook's rules for background.
    anchor
        ISO 8601 date of the article; None leaves the years that sentences name unread.
    """
    dated = anchor is not None
    may = (s for s in reading.sentences if s.rules & rules.telling or (dated and s.has_figure))
    found = (_background(reading, sentence, rules.all, anchor) for sentence in may)
    return tuple(one for one in found if one is not None)


def anchor_of(article: Article) -> str | None:
    """Return the date from which an article looks back, or None."""
    return article.date_published.value if article.date_published else None


def _background(reading: Reading, sentence: Sentence, rules: Group, anchor: str | None) -> Background | None:
    years = list(_years(reading.folded, sentence)) if sentence.has_figure else []
    fired = reading.first(rules, sentence)
    if fired is not None:
        rule, found = fired
        if rule.rule.value == _NEWS:
            return None
        return Background(sentence.start, sentence.end, Span(*found[0]), rule.rule.id)
    if anchor and years and all(_is_old(year, anchor) for year in years):
        return Background(sentence.start, sentence.end, years[0].span, _YEAR_RULE)
    return None


def _years(folded: str, sentence: Sentence) -> Iterator[_Year]:
    for found in _YEAR.finditer(folded, sentence.start, sentence.end):
        before = _BEFORE_YEAR.search(folded, max(sentence.start, found.start() - _REACH), found.start())
        if before:
            # A bare year is taken to its end.
            yield _Year(Span(before.start(), found.end()), int(found[0]), _MONTHS.get(before["month"] or "", 12))


def _is_old(stated: _Year, anchor: str) -> bool:
    """Say whether a year, or a month of a year, lies well before the anchor."""
    return (int(anchor[:4]) - stated.year) * 12 + int(anchor[5:7]) - stated.month >= _OLD
