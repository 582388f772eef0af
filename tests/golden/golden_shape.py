"""What of a record the goldens hold: what a person has checked, each span with its words."""

from typing import Any

import msgspec

from workbench.record import Record

#: Fields that were checked word by word; rules and reasons are left out, for they may change while facts do not.
CHECKED = (
    "language",
    "is_article",
    "headline",
    "alternative_headline",
    "date_published",
    "authors",
    "editors",
    "publisher",
    "dateline",
    "agencies",
    "quotes",
    "themes",
    "lines",
)
_LEFT_OUT = frozenset({"rule", "reason", "terms"})
_THEMES = frozenset({"sanctions", "military-cooperation"})
_SHOWN = 80


def golden_of(record: Record) -> dict[str, Any]:
    """Return the checked fields, with the words of each span beside its offsets."""
    fields = msgspec.json.decode(msgspec.json.encode(record))
    fields["quotes"] = [quote for quote in fields["quotes"] if quote["kind"] == "direct"]
    fields["themes"] = [theme for theme in fields["themes"] if theme["concept"] in _THEMES]
    return {name: _with_words(fields[name], record.text) for name in CHECKED}


def _with_words(value: Any, text: str) -> Any:
    if isinstance(value, list):
        return [_with_words(child, text) for child in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _with_words(child, text) for key, child in value.items() if key not in _LEFT_OUT}
    if "start" in kept and "end" in kept:
        words = text[kept["start"] : kept["end"]]
        kept["words"] = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
    return kept
