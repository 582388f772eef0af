"""How well stories are found among invented reports, how long it takes, and what one report more costs.

Two events in five are told by two to ten reports, each with ten to sixteen of the event's twenty names, on its day or
the next; all share the names of the beat, of which each report has eight. What else they say is drawn from the words of
the language, some far more often than others. There are as many days as make 300 reports a day.

    python benchmarks/stories.py [--articles 100000]
"""

import argparse
import random
import resource
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from workbench.store.cuts import Cuts
from workbench.store.ragged import Ragged
from workbench.store.retold_files import corpus_retellings
from workbench.store.stories import told_together
from workbench.store.terms import Termer
from workbench.tag.classes import load_word_classes

A_DAY = 300
FIRST_DAY = 738_000
#: Words of a report's opening by class: so many of 120 are in the openings of real ones, each counted once.
DRAWN = {"word-common": 22, "word-listed": 26}


class Press:
    """Invents reports of events."""

    def __init__(self) -> None:
        self.chance = random.Random(7)  # noqa: S311 -- words, not secrets
        self.termer = Termer()
        listed = load_word_classes().items()
        self.words = {rank: [word for word, classes in listed if rank in classes] for rank in DRAWN}
        self.beat = [f"tokoh{number}" for number in range(30)]

    def report(self, names: list[str]) -> np.ndarray:
        """Return the terms of a report that prints those names of its event."""
        others = [self.drawn(words) for rank, words in self.words.items() for _ in range(DRAWN[rank])]
        own = [f"nama{self.chance.randrange(10**7)}" for _ in range(5)]
        return self.termer.of_words([*names, *others, *own, *self.chance.sample(self.beat, 8)])

    def drawn(self, words: list[str]) -> str:
        """Return a word, those that stand first far more often."""
        return words[int(len(words) ** self.chance.random()) - 1]


def invented(n_articles: int) -> tuple[Cuts, list[int]]:
    """Return reports, and the event of each."""
    press = Press()
    terms: list[np.ndarray] = []
    days: list[np.ndarray] = []
    events: list[int] = []
    n_days = n_articles // A_DAY + 1
    while len(events) < n_articles:
        event, day = len(events), FIRST_DAY + press.chance.randrange(n_days)
        names = [f"nama{event}x{number}" for number in range(20)]
        for _ in range(press.chance.randint(2, 10) if press.chance.random() < 0.4 else 1):
            terms.append(press.report(press.chance.sample(names, press.chance.randint(10, 16))))
            days.append(np.array([day + press.chance.randrange(2)], dtype=np.uint32))
            events.append(event)
    return Cuts(Ragged.of(row[:0] for row in days), Ragged.of(terms), Ragged.of(days)), events


def n_pairs(groups: Counter[Any]) -> int:
    """Return how many pairs there are in groups of those sizes."""
    return sum(size * (size - 1) // 2 for size in groups.values())


def main() -> None:
    """Invent, search and score."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    cuts, events = invented(options.parse_args().articles)
    ids = list(range(len(events)))
    with tempfile.TemporaryDirectory() as folder:
        started = time.process_time()
        told = told_together([], corpus_retellings(cuts, ids, Path(folder)), len(ids))
        spent = time.process_time() - started
        more = Cuts(*(table.picked(np.array([*ids, 0])) for table in (cuts.runs, cuts.terms, cuts.days)))
        started = time.process_time()
        told_together([], corpus_retellings(more, [*ids, len(ids)], Path(folder)), len(ids) + 1)
        again = time.process_time() - started
    found = Counter({number: len(group) for number, group in enumerate(told)})
    both = Counter((events[place], number) for number, group in enumerate(told) for place in group)
    f1 = 2 * n_pairs(both) / (n_pairs(found) + n_pairs(Counter(events)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(ids):,} reports of {len(set(events)):,} events: {spent:.1f} s of processor time, {peak:.0f} MiB")
    print(
        f"pairs: F1 {f1:.4f}, {n_pairs(found) - n_pairs(both)} wrong, {n_pairs(Counter(events)) - n_pairs(both)} missed"
    )
    print(f"one report more: {again:.1f} s")


if __name__ == "__main__":
    main()
