"""Page to article: every line with its role, and what the page says of itself."""

from workbench.parse.assemble import parse_article, parsing, publisher_evidence
from workbench.parse.explain import explain_article, explain_facts
from workbench.parse.publisher import Outlets, compile_outlets
from workbench.parse.sentences import split_sentences

__all__ = [
    "Outlets",
    "compile_outlets",
    "explain_article",
    "explain_facts",
    "parse_article",
    "parsing",
    "publisher_evidence",
    "split_sentences",
]
