"""Background or news: sentences that retell history, by the codebook's rules and by the years they name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from workbench.article import Article
from workbench.codebook.events import Rule
from workbench.record import Background
from workbench.span import Span
from workbench.tag.hints import YEAR
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
_YEAR: Final = re.compile(r"(?:19|20)(?<=\s..)[0-9]{2}\b")
# "pada 1996", "sejak tahun 1997", "Februari 2022"; a bare figure that merely looks like a year does not count.
_BEFORE_YEAR: Final = re.compile(
    r"\b(?:(?P<month>" + "|".join(_MONTHS) + r")|pada|sejak|tahun|hingga|antara|akhir|awal|pertengahan)\s"
    r"(?:tahun\s)?$"
)
# "setelah invasi Rusia ke Ukraina pada Februari 2022": the year of something else than what the sentence tells.
_ASIDE: Final = re.compile(r"\b(?:setelah|usai|karena|akibat)\s(?:[^\s,;:]+\s){2,}$")
#: The longest words before a year have fewer characters.
_REACH: Final = 24
#: An event this many months before the article is history to it.
_OLD: Final = 10
_YEAR_RULE: Final = "background-year"
#: The `value` of rules whose sentences are news whatever years they name.
_NEWS: Final = "news"


class _Year(msgspec.Struct, frozen=True):
    """A year that a sentence names, with the month if it does."""

    start: int
    end: int
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
    may = (one for one in reading.sentences if one.hints & YEAR or one.rules & rules.telling)
    found = (_background(reading, sentence, rules, anchor) for sentence in may)
    return tuple(one for one in found if one is not None)


def anchor_of(article: Article) -> str | None:
    """Return the date from which an article looks back, or None."""
    return article.date_published.value if article.date_published else None


def _background(reading: Reading, sentence: Sentence, rules: BackgroundRules, anchor: str | None) -> Background | None:
    years = _old_years(reading, sentence, anchor) if anchor and sentence.hints & YEAR else []
    if not (years or sentence.rules & rules.telling):
        return None
    fired = reading.first(rules.all, sentence)
    if fired is not None:
        rule, found = fired
        cue, rule_id = Span(*found[0]), rule.rule.id
        return None if rule.rule.value == _NEWS else Background(sentence.start, sentence.end, cue, rule_id)
    return Background(sentence.start, sentence.end, Span(years[0].start, years[0].end), _YEAR_RULE) if years else None


def _old_years(reading: Reading, sentence: Sentence, anchor: str) -> list[_Year]:
    """Return the years that a sentence names if all of them are old and date what it tells."""
    years = list(_years(reading.folded, sentence))
    dating = [year for year in years if not _ASIDE.search(reading.folded, sentence.start, year.start)]
    return dating if all(_is_old(year, anchor) for year in years) else []


def _years(folded: str, sentence: Sentence) -> Iterator[_Year]:
    for found in _YEAR.finditer(folded, sentence.start, sentence.end):
        before = _BEFORE_YEAR.search(folded, max(sentence.start, found.start() - _REACH), found.start())
        if before:
            # A bare year is taken to its end.
            yield _Year(before.start(), found.end(), int(found[0]), _MONTHS.get(before["month"] or "", 12))


def _is_old(stated: _Year, anchor: str) -> bool:
    """Say whether a year, or a month of a year, lies well before the anchor."""
    return (int(anchor[:4]) - stated.year) * 12 + int(anchor[5:7]) - stated.month >= _OLD
