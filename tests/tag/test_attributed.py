"""Holds credits, voices and chains to what invented paragraphs of many forms say; ``attributed/README.md``."""

import json
from pathlib import Path

import pytest
from tag_press import article_of, full_tagger

from workbench.evaluate.views import line_numbers, quoted, trimmed, unquoted
from workbench.record import Quote, Record
from workbench.tag import tag_article

FORMS = [
    json.loads(line) for line in (Path(__file__).parent / "attributed" / "forms.jsonl").read_text("utf-8").splitlines()
]


def _record(form: dict) -> Record:
    caption = {"caption": form["caption"]} if "caption" in form else {}
    lines = form.get("text", ["Berita itu disusun dari arsip."])
    return tag_article(article_of(*lines, headline=form.get("headline"), **caption), full_tagger())


def _speaker(quote: Quote) -> str | None:
    return quote.speaker.name.casefold() if quote.speaker else None


def _found(record: Record, key: str) -> list:
    if key == "photo":
        return sorted(credit.name for credit in record.agencies if credit.relation == "photo")
    if key == "credited":
        return sorted({credit.name for credit in record.agencies if credit.relation == "credited"})
    if key == "chain":
        return [hop.provider for hop in record.quotes[-1].attribution_chain]
    if key == "direct":
        return sorted((record.text[slice(*trimmed(record.text, q.content))], _speaker(q)) for q in quoted(record))
    line_of = line_numbers(record.text)
    return sorted({(line_of(quote.content), _speaker(quote)) for quote in unquoted(record)})


def _wanted(form: dict, key: str) -> list:
    if key in ("photo", "credited"):
        return sorted(form[key])
    if key == "chain":
        return form[key]
    return sorted((words.strip(",. ") if key == "direct" else words, who.casefold()) for words, who in form[key])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: (form.get("caption") or form["text"][-1])[:50])
def test_each_form_is_read_as_labelled(form):
    record = _record(form)
    asked = [key for key in ("photo", "credited", "chain", "direct", "indirect") if key in form]
    assert {key: _found(record, key) for key in asked} == {key: _wanted(form, key) for key in asked}


def test_every_kind_of_form_has_near_misses():
    empty = {form["form"] for form in FORMS if [] in (form.get("photo"), form.get("credited"), form.get("indirect"))}
    assert {"photo", "denial", "metonym", "relay", "passive"} <= empty
