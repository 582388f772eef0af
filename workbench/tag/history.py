"""Background or news: sentences that retell history, by the codebook's rules and by the years they name."""

import re
from typing import Final

from workbench.article import Article
from workbench.record import Background
from workbench.span import Span
from workbench.tag.rulebook import Group, Reading, Sentence

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
# "pada 1996", "sejak tahun 1997", "Februari 2022"; a bare figure that merely looks like a year does not count.
_YEAR: Final = re.compile(
    r"\b(?:(?P<month>" + "|".join(_MONTHS) + r")|pada|sejak|tahun|hingga|antara|akhir|awal|pertengahan)\s"
    r"(?:tahun\s)?(?P<year>(?:19|20)[0-9]{2})\b"
)
#: An event this many months before the article is history to it.
_OLD: Final = 10
_YEAR_RULE: Final = "background-year"
#: The `value` of rules whose sentences are news whatever years they name.
_NEWS: Final = "news"


def background_sentences(reading: Reading, rules: Group, anchor: str | None) -> tuple[Background, ...]:
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
    found = (_background(reading, sentence, rules, anchor) for sentence in reading.sentences)
    return tuple(one for one in found if one is not None)


def anchor_of(article: Article) -> str | None:
    """Return the date from which an article looks back, or None."""
    return article.date_published.value if article.date_published else None


def _background(reading: Reading, sentence: Sentence, rules: Group, anchor: str | None) -> Background | None:
    fired = reading.first(rules, sentence)
    if fired is not None:
        rule, found = fired
        if rule.rule.value == _NEWS:
            return None
        return Background(sentence.start, sentence.end, Span(*found[0]), rule.rule.id)
    years = list(_YEAR.finditer(reading.folded, sentence.start, sentence.end)) if anchor else []
    if anchor and years and all(_is_old(year, anchor) for year in years):
        return Background(sentence.start, sentence.end, Span(*years[0].span()), _YEAR_RULE)
    return None


def _is_old(stated: re.Match[str], anchor: str) -> bool:
    """Say whether a year, or a month of a year, lies well before the anchor; a bare year is taken to its end."""
    month = _MONTHS.get(stated["month"] or "", 12)
    months = (int(anchor[:4]) - int(stated["year"])) * 12 + int(anchor[5:7]) - month
    return months >= _OLD
