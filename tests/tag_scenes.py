"""Themes and events of small articles made by hand, with mentions made by hand."""

import msgspec

from workbench.article import DateValue
from workbench.record import Mention
from workbench.tag.check import article_of
from workbench.tag.events import tag_events

NAMED = [("Iran", "iran"), ("Rusia", "russia"), ("Ukraina", "ukraine")]


def tagged(rules, *sentences, mentions=(), date=None):
    article = article_of(sentences)
    if date:
        published = DateValue(date, "day", "stated", "by-hand", ())
        article = msgspec.structs.replace(article, date_published=published)
    return article, events_of(article, rules, mentions)


def events_of(article, rules, mentions=()):
    return tag_events(article, rules.book.read(article.text, article.sentences), mentions, rules)


def mention(text, words, entity, kind="country"):
    start = text.index(words)
    return Mention(start, start + len(words), entity, words, None, kind, "name", "by-hand")


def themes(events):
    return [theme.concept for theme in events.themes]
