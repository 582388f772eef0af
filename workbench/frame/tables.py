"""The frames of one corpus, and the part of them that a selection keeps."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, Literal

import msgspec
import pandas as pd

from workbench.frame import rows
from workbench.frame.catalogue import PLACE, make_frame
from workbench.frame.query import parse_query
from workbench.frame.selection import EVERYTHING, Selection
from workbench.frame.stories import StoryIds
from workbench.frame.texts import Texts
from workbench.store import Corpus
from workbench.store.columns import Rows

_ARTICLE: Final = ("headline", "publisher_id", "publisher", "published", "published_on", "published_at")
_ARTICLE_MORE: Final = ("published_basis", "published_precision", "language", "n_words", "n_sentences")

_PAST: Final = "is_background"

#: For each frame of tags: what makes its rows, and its columns after those of ``PLACE``.
_TAGS: Final[dict[str, tuple[Callable[[rows.Places], Iterator[rows.Row]], tuple[str, ...]]]] = {
    "sentences": (rows.sentence_rows, ("role",)),
    "lines": (rows.line_rows, ("role",)),
    "mentions": (rows.mention_rows, ("entity", "name", "entity_type", "resolution")),
    "quotes": (rows.quote_rows, ("quote_number", "quote_kind", "speakers", "speaker_entities")),
    "hops": (rows.hop_rows, ("quote_number", "hop_number", "provider", "hop_relation")),
    "agencies": (rows.agency_rows, ("agency_id", "agency", "credit")),
    "themes": (rows.theme_rows, ("concept",)),
    "sanctions": (rows.sanction_rows, ("authority", "recipient", "instrument", "status", "modality", _PAST)),
    "cooperation": (
        rows.cooperation_rows,
        ("cooperation_kind", "actors", "equipment", "place", "status", "modality", _PAST),
    ),
    "commitments": (rows.commitment_rows, ("commitment_state", "actors", "modality", _PAST)),
    "dates": (rows.time_rows, ("time_type", "time_value", "time_basis")),
    "notices": (rows.notice_rows, ("notice", "message")),
}

#: What people read labels in, and what counts of articles count.
Language = Literal["en", "id"]
Unit = Literal["articles", "stories", "origins", "statements"]


class Tables(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The frames of the articles that a selection keeps; columns in ``COLUMNS``.

    Every frame has the columns of ``PLACE``, so that each row opens its evidence. Index pages are left out; they
    stay in the corpus. Treat the frames as read-only.

    Parameters
    ----------
    corpus
        Where the texts are.
    selection
        What was kept.
    articles
        A row is an article; its evidence is the headline.
    sentences, lines
        A row is a sentence of the article zone; a non-blank line of the page.
    mentions
        A row is one mention of a known actor.
    quotes, hops
        A row is a quotation; one step of a quotation's attribution chain.
    agencies
        A row is one credit to a medium, for words or a picture.
    themes, sanctions, cooperation, commitments
        A row is a sentence or clause on the theme; about a restrictive measure; about military cooperation; in
        which actors bind themselves.
    dates, notices
        A row is one expression of time; something that a reader of the page should know.
    texts
        The articles' own words, folded and counted once for search and comparison.
    stories
        The story of each article, by its id; an article that is not in it is its own story.
    at_large
        Rows of the corpus's index where more articles are selected than frames are made of; the frames are empty then.
    """

    corpus: Corpus
    selection: Selection
    articles: pd.DataFrame
    sentences: pd.DataFrame
    lines: pd.DataFrame
    mentions: pd.DataFrame
    quotes: pd.DataFrame
    hops: pd.DataFrame
    agencies: pd.DataFrame
    themes: pd.DataFrame
    sanctions: pd.DataFrame
    cooperation: pd.DataFrame
    commitments: pd.DataFrame
    dates: pd.DataFrame
    notices: pd.DataFrame
    texts: Texts
    stories: Mapping[str, str] = {}
    at_large: Rows | None = None

    @property
    def language(self) -> Language:
        """What labels are read in."""
        return self.selection.lang

    @property
    def unit(self) -> Unit:
        """What articles count as: articles, stories (reports of one event are one), or independent origins.

        An origin is the first medium that the article credits, else its publisher. Where the selection asks for
        statements, `tag_unit` is that, and articles themselves count as articles.
        """
        return "articles" if self.selection.unit == "statements" else self.selection.unit

    @property
    def tag_unit(self) -> Unit:
        """What counts of articles that bear a tag count: as `unit`, or every statement that bears it."""
        return self.selection.unit


def build_tables(corpus: Corpus, *, stories: Mapping[str, str] | None = None) -> Tables:
    """Return the frames of every article of `corpus`, in the order of their paths and of the text.

    Parameters
    ----------
    corpus
        The articles.
    stories
        The story of each; by default they are looked for when stories are first counted.
    """
    articles: list[rows.Row] = []
    tags: dict[str, list[rows.Row]] = {name: [] for name in _TAGS}
    # A corpus on disk loads each record once, for all frames together.
    for record in corpus.records:
        if record.is_article and record.lines:
            places = rows.Places(record)
            articles.append(rows.article_row(places))
            for name, (rows_of, _) in _TAGS.items():
                tags[name] += rows_of(places)
    frames: dict[str, Any] = {name: make_frame(tags[name], (*PLACE, *names)) for name, (_, names) in _TAGS.items()}
    return Tables(
        corpus=corpus,
        selection=EVERYTHING,
        articles=make_frame(articles, (*PLACE, *_ARTICLE, *_ARTICLE_MORE)),
        texts=Texts(corpus.records),
        stories=StoryIds(corpus) if stories is None else stories,
        **frames,
    )


def select_tables(tables: Tables, selection: Selection) -> Tables:
    """Keep the articles that `selection` asks for, and their rows in every frame.

    Selecting again narrows further; the same selection twice changes nothing more.
    """
    kept = tables.articles[_dated(tables.articles, selection) & _published(tables.articles, selection)]
    ids = frozenset(kept["article_id"])
    for frame, column, wanted, unwanted in (
        (tables.agencies, "agency_id", selection.agencies, selection.not_agencies),
        (tables.mentions, "entity", selection.actors, selection.not_actors),
        (tables.themes, "concept", selection.themes, selection.not_themes),
    ):
        if wanted:
            ids &= frozenset(frame.loc[frame[column].isin(wanted), "article_id"])
        if unwanted:
            ids -= frozenset(frame.loc[frame[column].isin(unwanted), "article_id"])
    ids &= _holding(tables.texts, ids, selection.text)
    names = ("articles", *_TAGS)
    frames = {name: _rows_of(getattr(tables, name), ids) for name in names}
    return msgspec.structs.replace(tables, selection=selection, **frames)


def _rows_of(frame: pd.DataFrame, ids: frozenset[str]) -> pd.DataFrame:
    return frame[frame["article_id"].isin(ids)].reset_index(drop=True)


def _published(articles: pd.DataFrame, selection: Selection) -> pd.Series:
    kept = ~articles["publisher_id"].isin(selection.not_publishers)
    return kept & articles["publisher_id"].isin(selection.publishers) if selection.publishers else kept


def _dated(articles: pd.DataFrame, selection: Selection) -> pd.Series:
    on = articles["published_on"]
    inside = pd.Series(True, index=articles.index)  # noqa: FBT003 -- pandas takes the fill value by position
    if selection.date_from:
        inside &= on >= pd.Timestamp(selection.date_from)
    if selection.date_to:
        inside &= on <= pd.Timestamp(selection.date_to)
    return inside | on.isna() if selection.include_undated else inside & on.notna()


def _holding(texts: Texts, ids: frozenset[str], query: str) -> frozenset[str]:
    tree = parse_query(query)
    return ids if tree is None else frozenset(key for key in ids if tree.answered_by(texts.folded[key]))
