"""How well near copies are found among invented articles, and how long it takes.

A tenth of the articles are copies of others: quoted (70 to 95 % of the sentences, and some of their own), the same in
another order, or edited (5 to 30 % of the words changed, left out or added). What makes it hard: the words follow one
another as in the seeds, a third of the articles share one of thirty paragraphs, and one in fifty shares a long
quotation with another.

    python benchmarks/near.py [--articles 100000]
"""

import argparse
import random
import resource
import time
from collections import defaultdict

from made_pages import seed_texts

from workbench.store.near import near_copies
from workbench.store.ragged import Ragged
from workbench.store.shingles import WORD, Shingler, sampled

Sentences = list[list[str]]
KINDS = ("quoted", "reordered", "edited")


class Press:
    """Invents articles, and copies of them."""

    def __init__(self) -> None:
        self.chance = random.Random(5)  # noqa: S311 -- words, not secrets
        self.words = WORD.findall("\n".join(seed_texts()).casefold())
        self.following = defaultdict(list)
        for word, after in zip(self.words, self.words[1:], strict=False):
            self.following[word].append(after)
        known = sorted(set(self.words))
        self.rare = [one + other for one in known[::7] for other in known[::11]]
        self.shared = [self.chance.choices(self.words, k=40) for _ in range(30)]

    def sentence(self) -> list[str]:
        """Return words of which most follow one another in the seeds, too."""
        words = [self.chance.choice(self.words)]
        for _ in range(self.chance.randint(8, 25)):
            kind = self.chance.random()
            if kind < 0.6 and words[-1] in self.following:
                words.append(self.chance.choice(self.following[words[-1]]))
            else:
                words.append(self.chance.choice(self.words if kind < 0.9 else self.rare))
        return words

    def article(self) -> Sentences:
        """Return an article of its own."""
        sentences = [self.sentence() for _ in range(self.chance.randint(8, 26))]
        return [*sentences, self.chance.choice(self.shared)] if self.chance.random() < 0.3 else sentences

    def copy(self, article: Sentences, kind: str) -> Sentences:
        """Return a copy of an article."""
        if kind == "edited":
            rate = self.chance.uniform(0.05, 0.3)
            return [[word for old in sentence for word in self.edit(old, rate)] for sentence in article]
        share = self.chance.uniform(0.7, 0.95)
        kept = [sentence for sentence in article if self.chance.random() < share]
        own = [self.sentence() for _ in range(int(len(article) * (1 - share)) + 1)]
        return [*kept, *own] if kind == "quoted" else self.chance.sample([*kept, *own], len(kept) + len(own))

    def edit(self, word: str, rate: float) -> list[str]:
        """Return what becomes of a word."""
        kind = self.chance.random() / rate
        if kind > 1:
            return [word]
        other = self.chance.choice(self.words)
        return [other] if kind < 0.6 else [] if kind < 0.8 else [word, other]


def invented(n_articles: int) -> tuple[list[str], dict[tuple[int, int], str]]:
    """Return articles, and the pairs of which the second is a copy of the first."""
    press = Press()
    n_originals = n_articles * 9 // 10
    articles = [press.article() for _ in range(n_originals)]
    planted = {}
    for place in range(n_originals, n_articles):
        original, kind = press.chance.randrange(n_originals), KINDS[place % 3]
        planted[original, place] = kind
        articles.append(press.copy(articles[original], kind))
    for _ in range(n_articles // 50):
        quotation = press.sentence() + press.sentence()
        for place in press.chance.sample(range(n_originals), 2):
            articles[place] = [*articles[place], quotation]
    return [". ".join(map(" ".join, article)) for article in articles], planted


def main() -> None:
    """Invent, search and score."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=100_000)
    n_articles = options.parse_args().articles
    texts, planted = invented(n_articles)
    wall, cpu = time.perf_counter(), time.process_time()
    shingler = Shingler()
    runs = [shingler.of_text(text) for text in texts]
    found = {(pair.first, pair.second) for pair in near_copies(Ragged.of(map(sampled, runs)), runs.__getitem__)}
    told = f"{time.perf_counter() - wall:.0f} s of wall time, {time.process_time() - cpu:.0f} s of processor time"
    copies_of = defaultdict(list)
    for original, copy in planted:
        copies_of[original].append(copy)
    # Two copies of one article are copies of each other, as far as they kept the same of it: neither hit nor miss.
    siblings = {(one, other) for group in copies_of.values() for one in group for other in group if one < other}
    hits, wrong = len(found & planted.keys()), len(found - planted.keys() - siblings)
    f1 = 2 * hits / (2 * hits + wrong + len(planted) - hits)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{n_articles:,} articles, {len(planted):,} copies: {told}, {peak:.0f} MiB, the texts among them")
    print(f"pairs: F1 {f1:.4f}, {len(planted) - hits} missed, {wrong} wrong")
    for kind in KINDS:
        pairs = {pair for pair, planted_kind in planted.items() if planted_kind == kind}
        print(f"  {kind}: {len(pairs & found)} of {len(pairs)}")


if __name__ == "__main__":
    main()
