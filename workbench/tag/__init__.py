"""Article to record: actors, names, voices, themes and events, every tag a span with the rule that made it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.tag.tagger import Names, Tagger, build_tagger, tag_article, tagging

__all__ = ["Names", "Tagger", "build_tagger", "tag_article", "tagging"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- whatever is offered
    """Import the tagger when it is first asked for: modules beside it that compare codebooks need not wait for it."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from workbench.tag import tagger  # noqa: PLC0415 -- as above

    return getattr(tagger, name)
