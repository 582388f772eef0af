"""Article to record: actors, names, voices, themes and events, every tag a span with the rule that made it."""

from workbench.tag.tagger import Names, Tagger, build_tagger, tag_article

__all__ = ["Names", "Tagger", "build_tagger", "tag_article"]
