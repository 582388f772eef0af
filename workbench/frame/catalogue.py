"""The one catalogue of columns: what a name means wherever it stands."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import msgspec
import pandas as pd

from workbench.errors import SchemaError


class Column(msgspec.Struct, frozen=True):
    """A column's pandas dtype, its unit and what it means."""

    dtype: str
    unit: str
    meaning: str


#: Where the evidence of a row lies; every frame of tags has these.
PLACE: Final = ("article_id", "path", "line_number", "start", "end", "rule", "is_repeated")

COLUMNS: Final[dict[str, Column]] = {
    "article_id": Column("str", "id", "stable id of the article, from its content"),
    "path": Column("str", "path", "the input as the user named it"),
    "line_number": Column("int64", "1-based line", "line of the page on which the evidence starts"),
    "start": Column("int64", "code points", "where the evidence starts in the article's text"),
    "end": Column("int64", "code points", "where the evidence ends, exclusive"),
    "rule": Column("str", "id", "the rule that decided"),
    "is_repeated": Column("bool", "true or false", "the same paragraph stood earlier in this article; counted once"),
    "headline": Column("str", "text", "the headline as printed; missing where the page has none"),
    "publisher_id": Column(
        "str", "id", "the outlet's key in the codebook, or one made of its name; missing where unknown"
    ),
    "publisher": Column("str", "text", "the outlet's name; missing where unknown"),
    "published": Column("str", "ISO 8601", "publication date as the page states it, or as inferred"),
    "published_on": Column("datetime64[s]", "day", "day of publication where the outlet is; missing where undated"),
    "published_at": Column("datetime64[s, UTC]", "UTC instant", "publication where the page states clock and zone"),
    "published_basis": Column("str", "stated or inferred", "how `published` is known; missing where undated"),
    "published_precision": Column("str", "minute, day or month", "how exact `published` is"),
    "language": Column("str", "ISO 639-1", "language of the article"),
    "n_words": Column("int64", "words", "words of the article zone, repeated paragraphs included"),
    "n_sentences": Column("int64", "sentences", "sentences of the article zone"),
    "role": Column("str", "role", "the role of the line"),
    "entity": Column("str", "id", "the actor's key in the codebook"),
    "name": Column("str", "text", "the actor's label"),
    "other_entity": Column("str", "id", "the second actor of a pair"),
    "office": Column("str", "text", "the office that the actor holds on the day of publication; missing where none"),
    "part": Column("str", "speaks or spoken-of", "whether the article quotes the actor or only speaks of it"),
    "naming": Column("str", "named, role or not-stated", "how the page names the speaker"),
    "origin": Column("str", "text", "the medium that the words come through first, or the outlet's own reporting"),
    "period": Column(
        "str", "year, quarter or month", "when, as `2023`, `2023Q2` or `2023-04`; missing where not known"
    ),
    "axis": Column("str", "published or happened", "which time of a statement: of its article, or of what it tells"),
    "happened_on": Column("datetime64[s]", "day", "day that the sentence names; the first of a month or year"),
    "time_basis": Column("str", "stated or inferred", "whether the words themselves name the year"),
    "notice": Column("str", "id", "what a reader should know of the page"),
    "message": Column("str", "text", "the notice as a sentence"),
    "term": Column("str", "text", "a word as it is counted, in lower case"),
    "n_target": Column("int64", "occurrences", "how often the selection holds the term"),
    "n_reference": Column("int64", "occurrences", "how often the rest of the corpus holds the term"),
    "g2": Column("float64", "dimensionless", "signed log-likelihood ratio; positive: commoner in the selection"),
    "entity_type": Column("str", "type", "person, organisation, country, place or collective"),
    "resolution": Column("str", "name, description or pronoun", "how the actor was recognised"),
    "quote_number": Column("int64", "1-based rank", "which quotation of its article it is, in text order"),
    "quote_kind": Column("str", "direct, indirect or mixed", "the kind of quotation"),
    "speaker": Column("str", "text", "who is quoted, an actor by its label; missing where the page does not say"),
    "speakers": Column(
        "object", "tuple of text", "all who say a quotation, as `speaker`; empty where the page is silent"
    ),
    "speaker_entities": Column(
        "object", "tuple of ids", "their keys in the codebook, in their order, None without one"
    ),
    "hop_number": Column(
        "int64", "1-based rank", "which step of the attribution chain it is, nearest the speaker first"
    ),
    "provider": Column("str", "text", "who passed the words on at this step"),
    "hop_relation": Column("str", "relation", "how the provider passed the words on"),
    "route": Column("str", "text", "the providers, nearest the speaker first, then the publisher"),
    "agency_id": Column("str", "id", "the credited medium's key in the codebook"),
    "agency": Column("str", "text", "the credited medium's name"),
    "credit": Column("str", "credited or photo", "what the medium is credited for"),
    "concept": Column("str", "id", "the theme's key in the codebook"),
    "authority": Column("object", "tuple of ids", "who imposes or holds the measure"),
    "recipient": Column("object", "tuple of ids", "whom the measure is aimed at"),
    "instrument": Column("str", "id", "type of the measure (GSDB); missing where the text does not say"),
    "status": Column("str", "id", "stage of the act; missing where the text does not say"),
    "modality": Column("str", "modality", "actual, future, hypothetical, negation or historical"),
    "cooperation_kind": Column("str", "id", "what armed forces or arms industries do together"),
    "actors": Column("object", "tuple of ids", "who takes part"),
    "equipment": Column("object", "tuple of words", "arms and materiel named"),
    "place": Column("str", "text", "where; missing where the text does not say"),
    "commitment_state": Column("str", "state", "promised, agreed, signed, delivered or contradicted"),
    "is_background": Column("bool", "true or false", "the sentence retells history rather than reports news"),
    "time_type": Column("str", "TIMEX3 type", "DATE, TIME, DURATION or SET"),
    "time_value": Column("str", "TIMEX3 value", "the time that the expression means"),
    "n": Column("int64", "count of the frame's unit", "how many; as many as there are evidence rows"),
    "n_total": Column("int64", "count of the frame's unit", "of how many"),
    "share": Column("float64", "0 to 1", "`n` / `n_total`"),
    "share_low": Column("float64", "0 to 1", "lower end of the 95 % Wilson interval of `share`"),
    "share_high": Column("float64", "0 to 1", "upper end of the 95 % Wilson interval of `share`"),
    "evidence": Column("object", "tuple of Evidence", "the spans that were counted, one for each"),
}


def require_columns(frame: pd.DataFrame, names: Iterable[str]) -> None:
    """Check that `frame` has every column in `names`.

    Raises
    ------
    SchemaError
        A column is missing; names it and says what it would mean.
    """
    missing = [name for name in names if name not in frame.columns]
    if missing:
        told = "; ".join(f"{name!r} ({COLUMNS[name].meaning})" if name in COLUMNS else repr(name) for name in missing)
        message = f"the frame lacks {told}; it has {', '.join(map(str, frame.columns)) or 'no columns'}"
        raise SchemaError(message)


def make_frame(rows: Sequence[tuple[Any, ...]], names: Sequence[str]) -> pd.DataFrame:
    """Return one row for each tuple, each column with the dtype that the catalogue gives it.

    Raises
    ------
    SchemaError
        A name is not in the catalogue.
    """
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        message = f"{unknown[0]!r} is not in the catalogue of columns"
        raise SchemaError(message)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    made = {name: _series(values, COLUMNS[name].dtype) for name, values in zip(names, columns, strict=True)}
    return pd.DataFrame(made, columns=pd.Index(list(names)))


def _series(values: Sequence[Any], dtype: str) -> pd.Series:
    if dtype.startswith("datetime64"):
        instants = pd.to_datetime(list(values), utc="UTC" in dtype)
        return pd.Series(instants.as_unit("s"))
    if dtype == "object":
        made = pd.Series([None] * len(values), dtype="object")
        made[:] = list(values)
        return made
    return pd.Series(list(values), dtype=dtype)
