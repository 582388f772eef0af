"""The store: records of many pages, in one order, each page once."""

from workbench.store.corpus import Copy, Corpus, Failure, Input, make_corpus
from workbench.store.opener import open_corpus

__all__ = ["Copy", "Corpus", "Failure", "Input", "make_corpus", "open_corpus"]
