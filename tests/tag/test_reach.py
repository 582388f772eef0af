"""What a changed codebook can touch; what it cannot must have the same tags by both codebooks."""

import random
from functools import cache
from pathlib import Path

import msgspec
import pytest

from workbench.codebook import load_codebook
from workbench.parse import compile_outlets, parse_article
from workbench.read import read_pages
from workbench.tag import build_tagger, tag_article
from workbench.tag.reach import reach_of

SEEDS = Path(__file__).parents[2] / "seeds"
replace = msgspec.structs.replace


@cache
def book():
    return load_codebook()


@cache
def articles():
    outlets = compile_outlets(book().publishers)
    return [parse_article(page, outlets) for page in read_pages([str(SEEDS)])]


@cache
def records():
    tagger = build_tagger(book(), names="rules")
    return [tag_article(article, tagger) for article in articles()]


def actor(key, **changes):
    return replace(book(), actors=tuple(replace(a, **changes) if a.id == key else a for a in book().actors))


def without(field, key):
    return replace(book(), **{field: tuple(entry for entry in getattr(book(), field) if entry.id != key)})


def events(**changes):
    return replace(book(), events=replace(book().events, **changes))


def theme(key, change):
    return events(themes=tuple(change(concept) if concept.id == key else concept for concept in book().events.themes))


@pytest.mark.parametrize(
    ("changed", "touched", "spared"),
    [
        (without("actors", "lukashenko"), "Kemarin Lukashenko pulang.", "Kemarin Putin pulang."),
        (actor("lukashenko", qid="Q1"), "PRESIDEN LUKASHENKO TIBA", "PRESIDEN PUTIN TIBA"),
        (actor("lukashenko", country="UA"), "Hal itu dikatakan Lukashenko.", "Hal itu dikatakan Putin."),
        (without("agencies", "belta"), "Demikian dilansir BelTA, Senin.", "Demikian dilansir TASS, Senin."),
        (
            theme("sanctions", lambda one: replace(one, rules=one.rules[1:])),
            "Sanksi dijatuhkan terhadap Rusia.",
            "Hujan turun di Jakarta.",
        ),
        (
            theme("sanctions", lambda one: replace(one, rules=(replace(one.rules[0], pattern="~embargo"),))),
            "Mereka mengembargo minyak.",
            "Hujan turun di Jakarta.",
        ),
    ],
)
def test_a_change_touches_what_holds_its_words(changed, touched, spared):
    for reach in (reach_of(book(), changed), reach_of(changed, book())):
        assert reach.touches(touched)
        assert not reach.touches(spared)


def test_a_word_added_to_a_list_touches_what_holds_it():
    name, (first, *rest) = next((name, words) for name, words in book().events.words.items() if len(words) > 2)
    assert first not in rest
    changed = events(words={**book().events.words, name: (*book().events.words[name], "~sihir")})
    reach = reach_of(book(), changed)
    assert reach.touches("Ia menyihir penonton.")
    assert not reach.touches("Hujan turun di Jakarta.")


def test_a_state_touches_all_whom_it_makes_its_own():
    reach = reach_of(book(), without("actors", "belarus"))
    assert reach.touches("Kemarin Lukashenko pulang.")
    assert not reach.touches("Kemarin Macron pulang.")


@pytest.mark.parametrize(
    "changed",
    [
        replace(book(), actors=book().actors[::-1], agencies=without("agencies", "tass").agencies),
        replace(book(), actors=(*book().actors[1::-1], *book().actors[2:-1])),
        replace(book(), publishers=book().publishers[1:]),
        replace(book(), cues=replace(book().cues, verbs=book().cues.verbs[1:])),
        events(sanctions=replace(book().events.sanctions, prepositions={})),
        events(modality=book().events.modality[::-1]),
        events(themes=book().events.themes[::-1]),
        events(equipment=book().events.equipment[::-1]),
    ],
)
def test_what_cannot_be_traced_to_words_touches_everything(changed):
    assert reach_of(book(), changed).is_everything


@pytest.mark.parametrize(
    "changed",
    [
        book(),
        replace(book(), title=replace(book().title, en="Another title")),
        actor("lukashenko", hit="Lukashenko pulang.", miss="Luka pulang."),
        events(labels={}),
    ],
)
def test_what_no_tag_rests_on_touches_nothing(changed):
    assert reach_of(book(), changed).demands == ()


def any_change(chance):
    """Drop one entry, rule, alias or listed word."""
    match chance.randrange(5):
        case 0:
            return without("actors", chance.choice(book().actors).id)
        case 1:
            return without("agencies", chance.choice(book().agencies).id)
        case 2:
            chosen = chance.choice(book().actors)
            return actor(chosen.id, aliases=chosen.aliases[1:], short=())
        case 3:
            concept = chance.choice(book().events.themes)
            place = chance.randrange(len(concept.rules))
            kept = (*concept.rules[:place], *concept.rules[place + 1 :])
            return theme(concept.id, lambda one: replace(one, rules=kept))
        case _:
            equipment = book().events.equipment
            return events(equipment=tuple(one for one in equipment if one is not chance.choice(equipment)))


@pytest.mark.parametrize("number", range(5))
def test_articles_that_a_change_cannot_touch_keep_their_tags(number):
    changed = any_change(random.Random(number))  # noqa: S311 -- changes, not secrets
    reach = reach_of(book(), changed)
    assert not reach.is_everything
    tagger = build_tagger(changed, names="rules")
    for article, record in zip(articles(), records(), strict=True):
        assert reach.touches(article.text) or tag_article(article, tagger) == record
