"""What a changed codebook flips, by the sentences that it touches, is what tagging all anew by both would find."""

import random
from functools import cache

import msgspec
import pytest

from workbench.codebook import load_codebook
from workbench.tag.check import article_of
from workbench.tag.compare import Flip, Stored, theme_flips
from workbench.tag.events import build_event_rules, tag_events

replace = msgspec.structs.replace


@cache
def book():
    return load_codebook()


@cache
def articles():
    """Articles of one to five sentences, put together from examples of rules."""
    themes = book().events.themes
    rules = [rule for concept in themes for rule in (*concept.off_topic, *concept.rules)]
    sentences = [sentence for rule in rules for sentence in (rule.hit, rule.miss)]
    shuffled = random.Random(4)  # noqa: S311 -- no secret
    shuffled.shuffle(sentences)
    return [article_of(sentences[at : at + at % 5 + 1], name=f"a{at}") for at in range(0, len(sentences) - 5, 3)]


def stored_by(codebook):
    rules = build_event_rules(codebook)
    tagged = [(one, tag_events(one, rules.book.read(one.text, one.sentences), (), rules)) for one in articles()]
    return [Stored(one.id, one.text, one.sentences, events.themes, codebook.stamp) for one, events in tagged]


@cache
def stored():
    return stored_by(book())


def events(**changes):
    stamp = replace(book().stamp, hash="sha256:1")
    return replace(book(), stamp=stamp, events=replace(book().events, **changes))


def sanctions(**changes):
    return events(themes=tuple(replace(t, **changes) if t.id == "sanctions" else t for t in book().events.themes))


def concept():
    return next(theme for theme in book().events.themes if theme.id == "sanctions")


def with_words(name, *words):
    return events(words={**book().events.words, name: words})


CHANGED = {
    "rules dropped": lambda: sanctions(rules=concept().rules[4:]),
    "rules that only lean": lambda: sanctions(rules=tuple(replace(r, when="in-article") for r in concept().rules[:9])),
    "nothing off topic": lambda: sanctions(off_topic=()),
    "more off topic": lambda: sanctions(off_topic=(*concept().off_topic, replace(concept().rules[1], id="off-new"))),
    "fewer parties": lambda: with_words("abroad", *book().events.words["abroad"][2:]),
    "more words": lambda: with_words("abroad", *book().events.words["abroad"], "pejabat", "pemerintah", "negara"),
    "a theme gone": lambda: events(themes=tuple(t for t in book().events.themes if t.id != "sanctions")),
}


@pytest.mark.parametrize("name", CHANGED)
def test_flips_are_what_tagging_anew_finds(name):
    new = CHANGED[name]()
    anew = {one.id: {theme.concept for theme in one.themes} for one in stored_by(new)}
    expected = [
        Flip(one.id, key, "gained" if key in anew[one.id] else "lost")
        for one in stored()
        for key in sorted({theme.concept for theme in one.themes} ^ anew[one.id])
    ]
    assert expected
    assert list(theme_flips(book(), new, stored())) == expected
    unknown = [replace(one, codebook=replace(one.codebook, hash="sha256:2"), themes=()) for one in stored()]
    assert list(theme_flips(book(), new, unknown)) == expected
