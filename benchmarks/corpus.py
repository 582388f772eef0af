"""How fast the index of a corpus answers, beside those of DuckDB, polars and pandas that are installed.

``pip install -e .[bench]`` installs the first two.

The articles are invented, the same ones each time: days of four years, two hundred outlets, actors and themes as
unequal as in the press. Times are the 95th percentile of warm calls, in milliseconds by the clock and of processor
time, which counts all threads and no other program.

    python benchmarks/corpus.py [--articles 1000000]
"""

import argparse
import importlib.util
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from workbench.store.columns import (
    FACETS,
    FORMAT,
    UNDATED,
    Columns,
    Manifest,
    Postings,
    read_columns,
    write_columns,
)
from workbench.store.counts import Filter, counts_by_month, facet_counts, filter_rows, pair_counts

SIZES = {
    "agencies": (60, 0.6),
    "actors": (2_000, 4.0),
    "themes": (12, 1.5),
    "instruments": (9, 0.3),
    "cooperation": (10, 0.2),
}
FIRST_DAY, N_DAYS, N_OUTLETS = 18_993, 1_461, 200
FROM, TO, ACTOR, THEME = date(2023, 1, 1), date(2024, 6, 30), "actors-0003", "themes-0001"
CALLS, FEWEST_CALLS, LONGEST_SECONDS = 40, 5, 15
#: So many actors are paired.
N_PAIRED = 30


def invented(n_articles: int) -> Columns:
    """Return the columns of that many articles, made as they lie: no record is made for them."""
    chance = np.random.default_rng(7)
    days = np.sort(chance.integers(FIRST_DAY, FIRST_DAY + N_DAYS, n_articles, dtype=np.int32))
    days[n_articles - n_articles // 20 :] = UNDATED
    outlets = np.minimum(chance.zipf(1.3, n_articles), N_OUTLETS).astype(np.int16) - 1
    return Columns(
        manifest=Manifest(FORMAT, 1, n_articles),
        page_ids=chance.permutation(n_articles),
        days=days,
        singles={
            "publisher": (terms_of("outlet", N_OUTLETS), outlets),
            "language": (("id",), np.zeros(n_articles, dtype=np.int16)),
        },
        postings={name: _borne(chance, name, n_articles) for name in FACETS},
    )


def terms_of(name: str, n_terms: int) -> tuple[str, ...]:
    """Return the terms of a facet, the most frequent first, which is also the order of their names."""
    return tuple(f"{name}-{place:04}" for place in range(1, n_terms + 1))


def _borne(chance: np.random.Generator, name: str, n: int) -> Postings:
    n_terms, mean = SIZES[name]
    rows = np.repeat(np.arange(n, dtype=np.int64), chance.poisson(mean, n))
    places = np.minimum(chance.zipf(1.5, len(rows)), n_terms) - 1
    pairs = np.unique(places << 32 | rows)
    borne = np.bincount(pairs >> 32, minlength=n_terms)
    terms = tuple(term for term, count in zip(terms_of(name, n_terms), borne, strict=True) if count)
    offsets = np.concatenate([[0], np.cumsum(borne[borne > 0])]).astype(np.int64)
    return Postings(terms, offsets, (pairs & 0xFFFFFFFF).astype(np.uint32), n)


def p95(call: Callable[[], object]) -> tuple[float, float]:
    """Return the 95th percentile of what a warm call takes, in milliseconds by the clock and of processor time."""
    call()
    taken: list[tuple[float, float]] = []
    began = time.perf_counter()
    while len(taken) < CALLS and (len(taken) < FEWEST_CALLS or time.perf_counter() - began < LONGEST_SECONDS):
        start, spent = time.perf_counter(), time.process_time()
        call()
        taken.append((time.perf_counter() - start, time.process_time() - spent))
    clock, processor = np.percentile(taken, 95, axis=0) * 1e3
    return float(clock), float(processor)


def own_calls(columns: Columns) -> dict[str, Callable[[], object]]:
    """Return the three questions as the index answers them."""
    wanted = Filter(date_from=FROM, date_to=TO, include_undated=False, actors=(ACTOR,), themes=(THEME,))
    dated = Filter(date_from=FROM, date_to=TO, include_undated=False)
    return {
        "filter, by month and outlet": lambda: counts_by_month(columns, filter_rows(columns, wanted)),
        "six facets": lambda: facet_counts(columns, filter_rows(columns, dated)),
        "co-occurrence of 30 actors": lambda: pair_counts(columns, filter_rows(columns, dated)),
    }


def long_tables(columns: Columns) -> dict[str, pd.DataFrame]:
    """Return the same articles as the peers like them: a table of articles, and a table of pairs for each facet."""
    outlets, column = columns.singles["publisher"]
    days = np.where(columns.days == columns.days.max(), -1, columns.days)
    article = pd.DataFrame({"row": np.arange(columns.n_rows), "day": days, "outlet": column})
    tables = {"article": article.assign(month=columns.months)}
    for name, postings in columns.postings.items():
        codes = np.repeat(np.arange(len(postings.terms), dtype=np.int32), np.diff(postings.offsets))
        tables[name] = pd.DataFrame({"row": postings.rows, "code": codes})
    assert len(outlets)
    return tables


def code_of(columns: Columns, facet: str, term: str) -> int:
    """Return the number that a term has in the peers' tables."""
    return columns.postings[facet].terms.index(term)


def pandas_calls(columns: Columns, tables: dict[str, pd.DataFrame]) -> dict[str, Callable[[], object]]:
    """Return the three questions as pandas answers them."""
    first, last = (day.toordinal() - date(1970, 1, 1).toordinal() for day in (FROM, TO))
    actor, theme = code_of(columns, "actors", ACTOR), code_of(columns, "themes", THEME)
    article = tables["article"]

    def dated() -> pd.DataFrame:
        return article[(article["day"] >= first) & (article["day"] <= last)]

    def by_month() -> object:
        kept = dated()
        for facet, code in (("actors", actor), ("themes", theme)):
            pairs = tables[facet]
            kept = kept[kept["row"].isin(pairs.loc[pairs["code"] == code, "row"])]
        return kept.groupby(["month", "outlet"]).size()

    def facets() -> object:
        mask = np.zeros(columns.n_rows, dtype=bool)
        mask[dated()["row"]] = True
        return [tables[name].loc[mask[tables[name]["row"]], "code"].value_counts() for name in FACETS]

    def pairs() -> object:
        mask = np.zeros(columns.n_rows, dtype=bool)
        mask[dated()["row"]] = True
        borne = tables["actors"][mask[tables["actors"]["row"]]]
        borne = borne[borne["code"].isin(borne["code"].value_counts().index[:N_PAIRED])]
        return borne.merge(borne, on="row").groupby(["code_x", "code_y"]).size()

    return {"filter, by month and outlet": by_month, "six facets": facets, "co-occurrence of 30 actors": pairs}


def duckdb_calls(columns: Columns, tables: dict[str, pd.DataFrame]) -> dict[str, Callable[[], object]]:
    """Return the three questions as DuckDB answers them, from tables of its own."""
    import duckdb

    first, last = (day.toordinal() - date(1970, 1, 1).toordinal() for day in (FROM, TO))
    base = duckdb.connect()
    for name, table in tables.items():
        base.register("given", table)
        base.execute(f"CREATE TABLE {name} AS SELECT * FROM given")  # noqa: S608 -- our own words
    actor, theme = code_of(columns, "actors", ACTOR), code_of(columns, "themes", THEME)
    filtered = f"""SELECT month, outlet, count(*) FROM article WHERE day BETWEEN {first} AND {last}
        AND row IN (SELECT row FROM actors WHERE code = {actor})
        AND row IN (SELECT row FROM themes WHERE code = {theme})
        GROUP BY month, outlet"""  # noqa: S608 -- as above
    facet = """SELECT code, count(*) FROM {} WHERE row IN (SELECT row FROM article WHERE day BETWEEN {} AND {})
        GROUP BY code"""
    pairs = f"""WITH borne AS (SELECT row, code FROM actors
            WHERE row IN (SELECT row FROM article WHERE day BETWEEN {first} AND {last})),
        kept AS (SELECT row, code FROM borne WHERE code IN
            (SELECT code FROM borne GROUP BY code ORDER BY count(*) DESC LIMIT {N_PAIRED}))
        SELECT one.code, other.code, count(*) FROM kept one JOIN kept other USING (row) GROUP BY ALL"""  # noqa: S608 -- as above
    return {
        "filter, by month and outlet": lambda: base.execute(filtered).fetchall(),
        "six facets": lambda: [base.execute(facet.format(name, first, last)).fetchall() for name in FACETS],
        "co-occurrence of 30 actors": lambda: base.execute(pairs).fetchall(),
    }


def polars_calls(columns: Columns, tables: dict[str, pd.DataFrame]) -> dict[str, Callable[[], object]]:
    """Return the three questions as polars answers them, in memory."""
    import polars as pl

    first, last = (day.toordinal() - date(1970, 1, 1).toordinal() for day in (FROM, TO))
    frames = {name: pl.DataFrame({key: table[key].to_numpy() for key in table}) for name, table in tables.items()}
    article = frames["article"]
    chosen = (("actors", code_of(columns, "actors", ACTOR)), ("themes", code_of(columns, "themes", THEME)))
    dated = pl.col("day").is_between(first, last)

    def by_month() -> object:
        kept = article.filter(dated)
        for facet, code in chosen:
            pairs = frames[facet].filter(pl.col("code") == code).select(pl.col("row").cast(pl.Int64))
            kept = kept.join(pairs, on="row", how="semi")
        return kept.group_by(["month", "outlet"]).len()

    def facets() -> object:
        rows = article.filter(dated).select(pl.col("row").cast(pl.UInt32))
        return [frames[name].join(rows, on="row", how="semi").group_by("code").len() for name in FACETS]

    def pairs() -> object:
        rows = article.filter(dated).select(pl.col("row").cast(pl.UInt32))
        borne = frames["actors"].join(rows, on="row", how="semi")
        often = borne.group_by("code").len().top_k(N_PAIRED, by="len")
        kept = borne.join(often, on="code", how="semi")
        return kept.join(kept, on="row").group_by(["code", "code_right"]).len()

    return {"filter, by month and outlet": by_month, "six facets": facets, "co-occurrence of 30 actors": pairs}


PEERS = {"pandas": pandas_calls, "duckdb": duckdb_calls, "polars": polars_calls}


def main() -> None:
    """Build the index, ask, and print one line a question and engine."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=1_000_000)
    n_articles = options.parse_args().articles
    folder = Path(tempfile.mkdtemp())
    start = time.perf_counter()
    write_columns(invented(n_articles), folder)
    print(f"{n_articles:,} articles, made in {time.perf_counter() - start:.1f} s", flush=True)
    start = time.perf_counter()
    columns = read_columns(folder)
    size = sum(file.stat().st_size for file in folder.iterdir()) / 2**20
    print(f"opened in {(time.perf_counter() - start) * 1e3:.0f} ms; {size:.0f} MiB on disk")
    report("workbench", own_calls(columns))
    print(f"most memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    tables = long_tables(columns)
    for name, calls in PEERS.items():
        if importlib.util.find_spec(name):
            report(name, calls(columns, tables))
        else:
            print(f"{name:12}not installed")
    shutil.rmtree(folder)


def report(name: str, calls: dict[str, Callable[[], object]]) -> None:
    """Print how long an engine takes for each question."""
    for question, call in calls.items():
        clock, processor = p95(call)
        print(f"{name:12}{question:30}{clock:9.1f} ms by the clock{processor:9.1f} ms of processor time", flush=True)


if __name__ == "__main__":
    main()
