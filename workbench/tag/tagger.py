"""Article to record: builds every rule of the codebook once, and applies them to an article after another."""

import msgspec

from workbench import __version__
from workbench.article import Article
from workbench.codebook import Codebook
from workbench.record import CodebookStamp, Mention, Record
from workbench.tag.events import EventRules, build_event_rules, tag_events
from workbench.tag.lexicon import Lexicon, build_lexicon
from workbench.tag.mentions import description_mentions, name_mentions, setting_of, within
from workbench.tag.words import WordLists, word_lists


class Tagger(msgspec.Struct, frozen=True):
    """A codebook made ready for tagging; see `build_tagger`."""

    stamp: CodebookStamp
    lexicon: Lexicon
    words: WordLists
    events: EventRules


def build_tagger(codebook: Codebook) -> Tagger:
    """Compile `codebook`; takes a moment, so build one tagger and keep it."""
    return Tagger(codebook.stamp, build_lexicon(codebook), word_lists(codebook.cues.words), build_event_rules(codebook))


def tag_article(article: Article, tagger: Tagger) -> Record:
    """Return `article` with its tags, every one of them with the rule that made it."""
    mentions = _mentions(article, tagger)
    return Record(
        **msgspec.structs.asdict(article),
        **msgspec.structs.asdict(tag_events(article, mentions, tagger.events)),
        agencies=(),
        mentions=mentions,
        names=(),
        quotes=(),
        dates=(),
        processing_agent=f"press-workbench {__version__}",
        codebook=tagger.stamp,
    )


def _mentions(article: Article, tagger: Tagger) -> tuple[Mention, ...]:
    setting = setting_of(article)
    hits = within(tagger.lexicon.find_names(article.text), article.sentences)
    named = name_mentions(hits, setting, tagger.words)
    described = description_mentions(
        within(tagger.lexicon.find_descriptions(article.text), article.sentences), named, setting, tagger.words
    )
    return tuple(sorted((*named, *described)))
