"""The model's view of the runs of capitals that rules leave open, fitted to what rules are sure of."""

from collections.abc import Iterable, Iterator, Sequence

from workbench.record import Name
from workbench.span import Span
from workbench.tag.crf import NameModel
from workbench.tag.names import Run

#: An initial and its full stop.
_INITIAL = 2


def guessed_names(
    text: str, sentences: Sequence[Span], found: tuple[Sequence[Name], Sequence[Run]], model: NameModel
) -> Iterator[Name]:
    """Yield what the model takes for names in the runs left over, without what rules are sure of."""
    names, left = found
    runs = {run.start: run for run in left} | {run.end: run for run in left}
    for name in _trimmed(_in_runs(text, sentences, left, model), names, text):
        yield _fitted(name, runs.get(name.end) or runs.get(name.start), text, model)


def _in_runs(text: str, sentences: Sequence[Span], left: Sequence[Run], model: NameModel) -> list[Name]:
    """Ask the model about the sentences in which something is left, and keep what touches that."""
    found: list[Name] = []
    runs = iter(left)
    run = next(runs, None)
    for sentence in sentences:
        inside = []
        while run is not None and run.start < sentence.end:
            inside.append(run)
            run = next(runs, None)
        if inside:
            found += [n for n in model.names(text, sentence, inside) if any(n.overlaps(one) for one in inside)]
    return found


def _trimmed(guessed: Iterable[Name], names: Sequence[Name], text: str) -> Iterator[Name]:
    """Cut what rules are sure of out of the model's names, unless the model has the longer name."""
    for name in guessed:
        overlapping = [one for one in names if one.overlaps(name)]
        if all(name.covers(one) and one.rule == "name-gazetteer" and name.label != "PER" for one in overlapping):
            yield name
            continue
        start, end = name.start, name.end
        for one in overlapping:
            start = max(start, one.end) if one.start <= start else start
            end = min(end, one.start) if one.end >= end and one.start > start else end
        words = text[start:end].strip(" ,")
        if start < end and words[:1].isupper():
            begin = text.index(words, start)
            yield Name(begin, begin + len(words), name.label, name.rule)


def _fitted(name: Name, run: Run | None, text: str, model: NameModel) -> Name:
    """Return the whole run where a title says that a person is named, and the words left out are rare ones."""
    if run is None or run.sign != "title" or name.label != "PER" or not run.covers(name):
        return name
    rest = f"{text[run.start : name.start]} {text[name.end : run.end]}".split()
    if any((word.isupper() and len(word) > _INITIAL) or model.is_common(word) for word in rest):
        return name
    return Name(run.start, run.end, name.label, name.rule)
