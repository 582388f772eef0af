"""Comparing quotes, with gold that gives their words and speakers."""

from collections.abc import Iterator, Sequence

from workbench.evaluate.facts import NOTHING, Comparison, Fact
from workbench.evaluate.views import find_in_order, line_numbers, quoted, squeezed, trimmed, unquoted
from workbench.record import Quote, Record

#: Said words and who says them; None where the gold leaves the speaker open.
Saying = tuple[str, str | None]


def compare_direct(page: str, record: Record, sayings: Sequence[Saying]) -> Iterator[Comparison]:
    """Compare direct quotes by their exact span, then the speakers of those that agree."""
    text, line_of = record.text, line_numbers(record.text)
    spans = find_in_order(text, [words for words, _ in sayings])
    gold = {trimmed(text, span): speaker for span, (_, speaker) in zip(spans, sayings, strict=True) if span is not None}
    found = {trimmed(text, quote.content): quote for quote in quoted(record)}
    lines = {
        trimmed(text, span): line_of(span) for span in (*filter(None, spans), *(q.content for q in found.values()))
    }
    lost = tuple(Fact(None, words) for span, (words, _) in zip(spans, sayings, strict=True) if span is None)
    yield Comparison(
        "direct quotes",
        page,
        (*(Fact(lines[span], text[slice(*span)]) for span in gold), *lost),
        tuple(Fact(lines[span], text[slice(*span)]) for span in found),
    )
    both = sorted(gold.keys() & found.keys())
    called = _names(record)
    yield Comparison(
        "speakers of those found",
        page,
        tuple(_speaker_fact(lines[span], span, _called(gold[span], called)) for span in both),
        tuple(_speaker_fact(lines[span], span, _called(speaker_name(found[span]), called)) for span in both),
    )


def compare_indirect(page: str, record: Record, sayings: Sequence[tuple[int, str]]) -> Iterator[Comparison]:
    """Compare speech without quote marks: by its line, and by line and speaker."""
    line_of, called = line_numbers(record.text), _names(record)
    found = {(line_of(quote.content), _called(speaker_name(quote), called)) for quote in unquoted(record)}
    gold = {(line, _called(speaker, called)) for line, speaker in sayings}
    yield Comparison(
        "indirect quotes, line",
        page,
        tuple(Fact(line, "indirect") for line in sorted({line for line, _ in gold})),
        tuple(Fact(line, "indirect") for line in sorted({line for line, _ in found})),
    )
    yield Comparison(
        "indirect quotes, line and speaker",
        page,
        tuple(Fact(*saying) for saying in sorted(gold)),
        tuple(Fact(*saying) for saying in sorted(found)),
    )


def speaker_name(quote: Quote) -> str | None:
    """Return the name of a quote's speaker, or None."""
    return None if quote.speaker is None else quote.speaker.name


def _speaker_fact(line: int, span: tuple[int, int], name: str) -> Fact:
    return Fact(line, f"{name} @{span[0]}")


def _names(record: Record) -> dict[str, str]:
    """Return what the article calls each known actor by, with its name; a capital that speaks by its state's."""
    names = {squeezed(one.of(record.text)): squeezed(one.name) for one in record.mentions if one.resolution == "name"}
    places = {squeezed(one.of(record.text)) for one in record.mentions if one.type == "place"}
    speakers = [quote.speaker for quote in record.quotes if quote.speaker is not None]
    spoken = {squeezed(one.of(record.text)): squeezed(one.name) for one in speakers}
    known = {one.entity: squeezed(one.name) for one in record.mentions}
    states = {squeezed(one.name): known[one.entity] for one in speakers if one.entity in known}
    return names | states | {place: _of_state(spoken[place], names | states) for place in places & spoken.keys()}


def _called(name: str | None, names: dict[str, str]) -> str:
    """Return a speaker's name for comparison: any of an actor's is as good, and a state is its government."""
    return _of_state(squeezed(name or NOTHING), names)


def _of_state(name: str, names: dict[str, str]) -> str:
    plain = name.removeprefix("pemerintah ")
    return names.get(plain) or names.get(name, plain)
