"""What the kernel reads again in the records: evidence in sentences, words in context, words that mark a side."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from workbench.explorer.counted import Column, CountedCorpus
from workbench.explorer.options import PayloadOptions
from workbench.explorer.pieces import Passage, cut_record
from workbench.explorer.rows import article_cells, tag_rows
from workbench.explorer.searched import text_search
from workbench.explorer.tables import ArticleRows
from workbench.explorer.tally import Mask
from workbench.frame.rows import zone_text
from workbench.record import Record
from workbench.span import Span
from workbench.store import Corpus
from workbench.store.rows import LazyRows

#: Lines of words in their context that are shown, and articles that are read for them.
MOST_LINES: Final = 500
MOST_READ: Final = 2_000
_MOST_TERMS: Final = 15
_FEWEST_ARTICLES: Final = 2
_KEPT_TERMS: Final = 20_000
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W_]|['’-])*")
#: What the evidence of a row says beyond its words.
_CELLS: Final = ("speaker", "chain", "modality", "status", "instrument")
Json = dict[str, Any]


class Context:
    """The records behind a counted corpus.

    Parameters
    ----------
    corpus
        Where they are.
    counted
        The numbers of their tags.
    options
        As for a payload.
    """

    def __init__(self, corpus: Corpus, counted: CountedCorpus, options: PayloadOptions) -> None:
        self._corpus, self._counted, self._options = corpus, counted, options
        #: The articles whose own text answers a query; None for all.
        self.mask = text_search(corpus, counted)
        self._rules = tuple(counted.words.rule.of)
        self._terms_of = lru_cache(_KEPT_TERMS)(self._read_terms)

    def _records(self, articles: Sequence[int]) -> Iterator[Record]:
        """Yield the records of `articles`, in their order."""
        records, places = self._corpus.records, self._counted.place[list(articles)].tolist()
        if isinstance(records, LazyRows):
            yield from records.of([records.numbers[place] for place in places])
        else:
            yield from (records[place] for place in places)

    def evidence(self, table: str, rows: Sequence[int]) -> list[Json]:
        """Return the evidence of rows, as the client shows it."""
        columns = self._counted.tables[table]
        articles = columns.article[list(rows)].tolist()
        kept = sorted(set(articles))
        record_of = dict(zip(kept, self._records(kept), strict=True))
        return [self._row(table, row, record_of[article]) for row, article in zip(rows, articles, strict=True)]

    def _row(self, table: str, row: int, record: Record) -> Json:
        columns = self._counted.tables[table]
        span = Span(int(columns.start[row]), int(columns.end[row]))
        cut = cut_record(record, [span], limit=self._options.quotation_limit, keeps_all=False)
        ((first, n),) = cut.marks
        return {
            "table": table,
            "article": self._article(record),
            "rule": self._rules[columns.rule[row]],
            "cells": {name: _cell(columns.columns[name], row) for name in _CELLS if name in columns.columns},
            "passages": _marked(cut.passages, range(first, first + n)),
        }

    def _article(self, record: Record) -> Json:
        cells = dict(zip(ArticleRows.__struct_fields__[3:], article_cells(record, self._counted.words), strict=False))
        cells.pop("day")
        return cells | {"publisher": record.publisher.name if record.publisher else None}

    def lines(self, mask: Mask, terms: tuple[str, ...]) -> Json:
        """Return the places of folded `terms` in the kept articles; `left` articles with such places were not read."""
        found = np.flatnonzero(mask & self._with_any(terms))
        lines: list[Json] = []
        n = 0
        for record in self._records(found[:MOST_READ].tolist()):
            for line in self._hits(record, terms):
                n += 1
                if len(lines) < MOST_LINES:
                    lines.append(line)
        return {"n": n, "lines": lines, "left": max(0, len(found) - MOST_READ)}

    def _with_any(self, terms: Sequence[str]) -> Mask:
        """Return the articles that hold one of `terms`; all of them where the query language cannot say it."""
        found = np.zeros(self._counted.n, dtype=np.bool_)
        for term in terms:
            mask = self.mask(f'"{term}"')
            found |= True if mask is None else mask
        return found

    def _hits(self, record: Record, terms: Sequence[str]) -> Iterator[Json]:
        head: Span = record.headline or record.lines[0]
        spans = [head, *(row[0] for _, row in tag_rows(record, self._counted.words))]
        keeps_all = self._options.sentences == "all"
        cut = cut_record(record, spans, limit=self._options.quotation_limit, keeps_all=keeps_all)
        for passage in cut.passages:
            for before, exact, after in _places("".join(passage.pieces), terms):
                pieces = [(before, False), (exact, True), (after, False)]
                shown = [{"text": text, "marked": marked} for text, marked in pieces]
                place = [{"pieces": shown, "line": passage.line + 1, "role": passage.role}]
                row = {"table": "passages", "article": self._article(record), "rule": None, "cells": {}}
                yield {"before": before, "exact": exact, "after": after, "row": row | {"passages": place}}

    def terms(self, mask: Mask, against: Mask) -> Json:
        """Return the words that mark the articles of `mask`, and those of `against`; of many articles some are read.

        Stop words are left out.
        """
        sides = [_sample(np.flatnonzero(side)) for side in (mask, against)]
        words = [[self._terms_of(article) for article in side.tolist()] for side in sides]
        found = _telling(words) if all(words) else []
        terms = []
        for term, score in found:
            both = [
                [int(article) for article, has in zip(side, of_side, strict=True) if term in has]
                for side, of_side in zip(sides, words, strict=True)
            ]
            rows = both[0 if score > 0 else 1]
            terms.append({"term": term, "g2": score, "n": len(rows), "seen": list(map(len, both)), "rows": rows})
        wholes = [int(mask.sum()), int(against.sum())]
        return {"here": len(sides[0]), "there": len(sides[1]), "of": wholes, "terms": terms}

    def _read_terms(self, article: int) -> frozenset[str]:
        (record,) = self._records([article])
        return frozenset(_WORD.findall(zone_text(record).lower())).difference(self._corpus.codebook.stopwords)


def _cell(column: Column, row: int) -> Any:  # noqa: ANN401 -- as the client reads it
    if column.start is not None:
        values: list[int] = column.codes[column.start[row] : column.start[row + 1]].tolist()
        return [value for value in values if value >= 0]
    value = int(column.codes[row])
    if column.words is None:
        return value
    return column.words[value] if value >= 0 else None


def _marked(passages: Sequence[Passage], marks: range) -> list[Json]:
    """Return the passages that hold marked pieces."""
    shown: list[Json] = []
    at = 0
    for passage in passages:
        numbered = list(enumerate(passage.pieces, start=at))
        at += len(passage.pieces)
        if any(number in marks for number, _ in numbered):
            pieces = [{"text": text, "marked": number in marks} for number, text in numbered]
            shown.append({"pieces": pieces, "line": passage.line + 1, "role": passage.role})
    return shown


def _places(words: str, terms: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return the places of folded terms; where folding keeps the length, they are cut from the words themselves."""
    folded = words.lower()
    cut = words if len(folded) == len(words) else folded
    found = sorted((at.start(), len(term)) for term in terms for at in re.finditer(re.escape(term), folded))
    return [(cut[:start], cut[start : start + n], cut[start + n :]) for start, n in found]


def _sample(articles: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return as many of `articles` as are read, evenly spaced."""
    if len(articles) <= MOST_READ:
        return articles
    return articles[np.linspace(0, len(articles) - 1, MOST_READ).astype(np.int64)]


def _telling(words: Sequence[Sequence[frozenset[str]]]) -> list[tuple[str, float]]:
    """Return the terms whose share of articles differs most between two sides, with their signed G²."""
    n = [_frequencies(side) for side in words]
    total, others = (len(side) for side in words)
    terms = [term for term in n[0] | n[1] if n[0].get(term, 0) + n[1].get(term, 0) >= _FEWEST_ARTICLES]
    scores = {term: keyness_score(n[0].get(term, 0), total, n[1].get(term, 0), others) for term in terms}
    ranked = sorted(scores.items(), key=lambda scored: (-abs(scored[1]), scored[0]))
    here = [scored for scored in ranked if scored[1] > 0][:_MOST_TERMS]
    there = [scored for scored in ranked if scored[1] < 0][:_MOST_TERMS]
    return [*here, *there]


def _frequencies(side: Sequence[frozenset[str]]) -> dict[str, int]:
    n: dict[str, int] = {}
    for words in side:
        for word in words:
            n[word] = n.get(word, 0) + 1
    return n


def keyness_score(n: int, total: int, m: int, others: int) -> float:
    """Return the signed G² of a term in `n` of `total` articles against `m` of `others`; positive: commoner here.

    References
    ----------
    Dunning (1993), Computational Linguistics 19(1), 61-74; ACL J93-1003.

    Examples
    --------
    >>> keyness_score(5, 10, 10, 20)
    0.0
    """
    whole = total + others
    cells = (
        (n, total, n + m),
        (m, others, n + m),
        (total - n, total, whole - n - m),
        (others - m, others, whole - n - m),
    )
    parts = (seen * np.log(seen * whole / (size * kind)) for seen, size, kind in cells if seen)
    # Scores that differ by less are equal: they come of the same numbers in another order.
    score = round(float(2 * sum(parts)), 6)
    return score if n * others >= m * total else -score
