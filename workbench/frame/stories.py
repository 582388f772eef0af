"""The stories of a corpus, found when they are first asked for: most readers count articles."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from workbench.store import Corpus


class StoryIds(Mapping[str, str]):
    """The story of each article that others tell, too, by its id; see `workbench.store.joined.story_ids`.

    Parameters
    ----------
    corpus
        Where stories are looked for.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    @cached_property
    def _known(self) -> dict[str, str]:
        from workbench.store.joined import story_ids  # noqa: PLC0415 -- for those who count stories only

        return story_ids(self._corpus)

    def __getitem__(self, article_id: str) -> str:
        return self._known[article_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
