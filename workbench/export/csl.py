"""CSL-JSON: one ``article-newspaper`` an article, for Zotero, pandoc and citation processors."""

from typing import Any

from workbench.article import DateValue
from workbench.export.identity import author_names, title
from workbench.record import Record


def csl_item(record: Record) -> dict[str, Any]:
    """Return the citation of one article; an inferred date is marked ``circa``, an unknown field is left out.

    References
    ----------
    Citation Style Language, schema ``csl-data.json`` 1.0.2.
    """
    fields = {
        "id": record.id,
        "type": "article-newspaper",
        "title": title(record),
        "container-title": record.publisher.name if record.publisher else None,
        "author": [{"literal": name} for name in author_names(record)],
        "editor": [{"literal": editor.name} for editor in record.editors],
        "issued": _csl_date(record.date_published),
        "accessed": _csl_date(record.date_retrieved),
        "publisher-place": record.dateline.place if record.dateline else None,
        "URL": record.url,
        "language": record.language,
        "archive_location": record.path,
    }
    return {key: value for key, value in fields.items() if value}


def _csl_date(value: DateValue | None) -> dict[str, Any] | None:
    if value is None:
        return None
    parts = [int(part) for part in value.value[:10].split("-")]
    return {"date-parts": [parts]} | ({"circa": True} if value.basis == "inferred" else {})
