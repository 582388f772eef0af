"""What was read: the articles, what was set aside and why, and how well each page could be parsed."""

from pathlib import PurePath

from workbench import measure
from workbench.chart import folded_table, published_words, safe, scrolling_table
from workbench.chart.labels import head_of, say
from workbench.frame import Tables
from workbench.notebook.listing import MOST_LISTED, paragraphs, rest_of
from workbench.notebook.view import View
from workbench.shown import visible

_COLUMNS = ("path", "headline", "publisher", "published", "published_basis", "n_words")
#: A longer list of what was read is folded.
_MOST_OPEN = 20
_HEADS = ("file", "headline", "publisher", "published", "n_words")


def corpus_view(tables: Tables) -> View:
    """List what was read: each article with publisher and date, then copies, pages set aside and failures."""
    language, articles = tables.language, tables.articles.head(MOST_LISTED)[list(_COLUMNS)].astype("object")
    rows = [
        (PurePath(path).name, headline, publisher, published_words(published, basis, language), str(n))
        for path, headline, publisher, published, basis, n in articles.where(articles.notna(), None).itertuples(
            index=False, name=None
        )
    ]
    cells = [[value or say("unstated", language) for value in row] for row in rows]
    notes = [*rest_of(len(tables.articles), language), *_notes(tables)]
    plain = visible("\n".join([" | ".join(row) for row in cells] + notes))
    table = simple_table([head_of(name, language) for name in _HEADS], cells)
    if len(cells) > _MOST_OPEN:
        # Findings come next, and a reader should not have to scroll past hundreds of rows to see them.
        table = folded_table(table, len(cells), language)
    return View(plain, table + paragraphs(notes))


def _notes(tables: Tables) -> list[str]:
    corpus, language = tables.corpus, tables.language
    n_aside, aside = _set_aside(tables)
    n_all = len(corpus.records) - n_aside
    notes = [say("selected", language, n=len(tables.articles), total=n_all, read=len(corpus.inputs))]
    notes += [] if corpus.inputs else [say("no-pages", language)]
    notes += _unknown_keys(tables)
    told = [say("copy", language, path=copy.path, original=copy.original) for copy in corpus.copies[:MOST_LISTED]]
    told += [say("set-aside", language, path=path) for path in aside]
    told += list(corpus.passed_over)
    told += [say("not-read", language, path=one.path, reason=one.reason) for one in corpus.failures[:MOST_LISTED]]
    return [*notes, *told[:MOST_LISTED], *rest_of(len(told), language)]


def _unknown_keys(tables: Tables) -> list[str]:
    """Name what the selection asks for and the codebook has not: a slip of the pen selects nothing, in silence."""
    codebook, selection, language = tables.corpus.codebook, tables.selection, tables.language
    known = {
        "actors": {actor.id for actor in codebook.actors} | set(tables.mentions["entity"]),
        "themes": {concept.id for concept in codebook.events.themes} | set(tables.themes["concept"]),
    }
    asked = [(field, key) for field in known for key in getattr(selection, field) if key not in known[field]]
    return [say("no-such-key", language, head=head_of(field, language), asked=repr(key)) for field, key in asked]


def _set_aside(tables: Tables) -> tuple[int, list[str]]:
    """Return how many pages are no articles, and which; of a corpus on disk the index knows the number alone."""
    corpus = tables.corpus
    if corpus.index is not None:
        return len(corpus.records) - corpus.index.columns.n_rows, []
    aside = [record.path for record in corpus.records if not record.is_article]
    return len(aside), aside


def quality_view(tables: Tables) -> View:
    """Say in figures how well the selected pages could be read and parsed."""
    language, articles = tables.language, tables.articles
    aside, _ = _set_aside(tables)
    basis = articles["published_basis"].fillna("undated").value_counts()
    figures = {
        "pages-read": len(tables.corpus.inputs),
        "copies": len(tables.corpus.copies),
        "pages-aside": aside,
        "failures": len(tables.corpus.failures),
        "articles-selected": len(articles),
        **{f"dates-{word}": int(basis.get(word, 0)) for word in measure.BASES},
        "publisher-missing": int(articles["publisher"].isna().sum()),
        "headline-missing": int(articles["headline"].isna().sum()),
        "other-languages": int((articles["language"] != "id").sum()),
        "with-notices": int(tables.notices["article_id"].nunique()),
    }
    rows = [[say(key, language), str(n)] for key, n in figures.items()]
    plain = "\n".join(": ".join(row) for row in rows)
    return View(plain, simple_table([say("figure", language), say("number", language)], rows))


def simple_table(heads: list[str], rows: list[list[str]]) -> str:
    """Return an HTML table of plain cells, escaped."""
    head = "".join(f'<th scope="col">{safe(word)}</th>' for word in heads)
    body = "".join(f"<tr>{''.join(f'<td>{safe(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return scrolling_table(", ".join(heads), head, body)
