"""What stands around a chart: title, n, source, accuracy, and the words for those who cannot see it."""

from collections.abc import Sequence
from typing import Final

import msgspec
import pandas as pd

from workbench.chart.labels import catalogue, counted, label_of, labelled_values, many, say
from workbench.frame import Language, Tables
from workbench.measure import Tag, accuracy_ranges, unit_count

#: How many marks the alternative text names before it sums up the rest.
_NAMED: Final = 8


class Words(msgspec.Struct, frozen=True):
    """What a chart says about itself; see `Chart`. `base` is what the numbers are out of."""

    key: str
    title: str
    unit: str
    base: str
    tag: Tag | None = None


def article_words(tables: Tables, key: str, tag: Tag | None = None) -> Words:
    """Return the words of a chart that counts articles, stories or origins, whichever the tables count."""
    language, units = tables.language, many(tables.unit, tables.language)
    base = say("n", language, counted=counted(unit_count(tables), tables.unit, language))
    return Words(key, title_of(key, language, units), units, base, tag)


def bearer_words(tables: Tables, key: str, frame: pd.DataFrame, tag: Tag | None = None) -> Words:
    """Return the words of a chart that counts what bears the rows of `frame`, or, if asked for, these rows."""
    if tables.tag_unit != "statements":
        return article_words(tables, key, tag)
    language, n = tables.language, int((~frame["is_repeated"]).sum())
    units = many("statements", language)
    base = say("n", language, counted=counted(n, "statements", language))
    return Words(key, title_of(key, language, units), units, base, tag)


def tag_words(tables: Tables, key: str, n: int, *, unit: str, tag: Tag | None = None) -> Words:
    """Return the words of a chart that counts `n` tags of a unit."""
    language = tables.language
    base = say("n", language, counted=counted(n, unit, language))
    return Words(key, title_of(key, language), many(unit, language), base, tag)


def words_in_articles(tables: Tables, key: str, n: int, *, unit: str, tag: Tag | None = None) -> Words:
    """Return the words of a chart that counts `n` tags, and say in how many articles."""
    language = tables.language
    articles = counted(len(tables.articles), "articles", language)
    base = say("n-in", language, counted=counted(n, unit, language), articles=articles)
    return Words(key, title_of(key, language), many(unit, language), base, tag)


def title_of(key: str, language: Language, units: str = "") -> str:
    """Return the title of the chart `key`."""
    title: str = getattr(catalogue().titles[key], language)
    title = title.format(units=units)
    return title[:1].upper() + title[1:]


def with_note(words: Words, note: str) -> Words:
    """Return `words` with a further remark after n."""
    return msgspec.structs.replace(words, base=f"{words.base}; {note}")


def source_line(tables: Tables) -> str:
    """Return what was read and the codebook that tagged it."""
    stamp, language = tables.corpus.stamp, tables.language
    pages = counted(len(tables.corpus.inputs), "pages", language)
    short = stamp.hash.removeprefix("sha256:")[:8]
    return say("source", language, pages=pages, name=stamp.name, version=stamp.version, hash=short)


def alt_text(words: Words, told: Sequence[tuple[str, str]], language: Language) -> str:
    """Say what a chart shows, the largest first of all: `told` are its marks and their numbers, in reading order."""
    named = "; ".join(f"{label}: {number}" for label, number in told[:_NAMED]) or say("nothing", language)
    more = say("alt-more", language, n=len(told) - _NAMED) if len(told) > _NAMED else ""
    largest = _largest(told, language)
    return say("alt", language, title=words.title, unit=words.unit, named=largest + named, more=more, base=words.base)


def _largest(told: Sequence[tuple[str, str]], language: Language) -> str:
    """Name the largest of several numbers, unless two are as large or all stand in their order."""
    numbers = [int(number) for _, number in told if number.isdigit()]
    if len(numbers) != len(told) or len(numbers) <= 1 or numbers.count(max(numbers)) > 1:
        return ""
    return say("alt-largest", language, label=told[numbers.index(max(numbers))][0], n=max(numbers))


def accuracy_line(tag: Tag, language: Language) -> str:
    """Say how often the tag is right and how much of it is found, over all sets on which that has been measured."""
    ranges, day = accuracy_ranges(tag)
    known = labelled_values("measure", language)
    told = "; ".join(
        say(
            "accuracy",
            language,
            measure=label_of(one.measure, known),
            precision=_from_to(one.precision, language),
            recall=_from_to(one.recall, language),
            expected=one.expected,
            pages=counted(one.pages, "pages", language),
        )
        for one in ranges
    )
    return say("measured", language, day=day, told=told) if told else say("unmeasured", language)


def _from_to(bounds: tuple[float, float], language: Language) -> str:
    """Return the lowest and the highest, once where they read the same; Indonesian writes a decimal comma."""
    low, high = (f"{bound:.2f}".replace(".", "," if language == "id" else ".") for bound in bounds)
    return low if low == high else f"{low}–{high}"
