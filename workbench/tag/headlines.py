"""What headlines report: ``Rina: Panen Aman``, ``Rina Sebut Panen Aman``."""

import re
from collections.abc import Iterator

from workbench.span import Span
from workbench.tag.predicates import trimmed
from workbench.tag.statements import Speech, Statement
from workbench.tag.subjects import speaker_before

#: Where somebody spoke, between the name and the colon.
_WHERE = re.compile(r"(?:\s(?:ke|di|dari|kepada|pada|dalam)\s[^,]*)?")


def headline_statements(speech: Speech, headline: Span) -> Iterator[Statement]:
    """Yield what a headline reports: ``Rina: Panen Aman``, ``Rina Sebut Panen Aman``."""
    bare = speech.bare
    colon = bare.find(": ", headline.start, headline.end)
    if colon > 0:
        # ``Dubes Latvia Tanggapi Larangan: …``
        reaction = speech.telling.reaction.search(bare, headline.start, colon)
        named = headline.start + len(bare[headline.start : reaction.start() if reaction else colon].rstrip())
        who = speaker_before(speech.cast, headline.start, named)
        content = trimmed(bare, colon + 1, headline.end)
        # ``Rina Bertemu Budi: Bahas Panen`` is said by nobody, ``Rina di Pasar: …`` by her.
        if who is not None and content is not None and _WHERE.fullmatch(bare, who.end, named):
            yield Statement("indirect", content, who, Span(colon, colon + 1), colon, "headline-colon", headline)
    verb = speech.verbs.headline.search(bare, headline.start, headline.end)
    if verb is None:
        return
    who = speaker_before(speech.cast, headline.start, verb.start())
    content = trimmed(bare, verb.end(), headline.end)
    if who is not None and content is not None:
        yield Statement("indirect", content, who, Span(*verb.span("verb")), verb.start(), "headline-verb", headline)
