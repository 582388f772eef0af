"""The paragraph on methods, written from the run, in both languages."""

from collections.abc import Iterable

import msgspec

from workbench import __version__
from workbench.codebook.schema import Label
from workbench.explorer.options import PayloadOptions
from workbench.record import Record
from workbench.store import Corpus
from workbench.store.near import LEAST_SHARE
from workbench.store.shingles import RUN
from workbench.store.stories import LEAST_AVERAGE


class Dating(msgspec.Struct, frozen=True, kw_only=True):
    """How the articles of a corpus are dated.

    Parameters
    ----------
    n
        How many articles there are.
    first, last
        Their first and last day; None where no article has one.
    inferred, undated
        How many have an inferred day, and how many none.
    """

    n: int
    first: str | None
    last: str | None
    inferred: int
    undated: int


def dating_of(records: Iterable[Record]) -> Dating:
    """Return how the articles among `records` are dated."""
    articles = [record for record in records if record.is_article and record.lines]
    dated = [record.date_published for record in articles if record.date_published]
    days = sorted(value.value[:10] for value in dated)
    return Dating(
        n=len(articles),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        inferred=sum(value.basis == "inferred" for value in dated),
        undated=len(articles) - len(dated),
    )


def methods_of(corpus: Corpus, options: PayloadOptions, dating: Dating | None = None) -> tuple[Label, Label]:
    """Return how the figures came about, and a line on the source; `dating` is worked out where it is not given."""
    dates = dating or dating_of(corpus.records)
    stamp, n, read = corpus.stamp, dates.n, len(corpus.inputs)
    inferred, undated = dates.inferred, dates.undated
    short = stamp.hash.removeprefix("sha256:")[:8]
    source = Label(
        f"Sumber: {read} halaman dibaca; buku kode {stamp.name} {stamp.version} ({short}).",
        f"Source: {read} pages read; codebook {stamp.name} {stamp.version} ({short}).",
    )
    english = (
        f"Pages read with workbench {__version__}: {read}; articles among them: {n}; set aside as exact copies: "
        f"{len(corpus.copies)}, as unreadable: {len(corpus.failures)}. {_span(dates, 'Published from {} to {}.')} "
        f"Dates of publication that are inferred: {inferred}; articles without one: {undated}. Tags were set by rules "
        f"of the codebook {stamp.name} {stamp.version} ({short}) in the article's own text only; paragraphs that an "
        f"article repeats count once. Shares have 95 % Wilson intervals. An article's origin is the first medium that "
        f"it credits for words, else its publisher. Articles are one story where they share {LEAST_SHARE:.0%} "
        f"of the shorter one's runs of {RUN} words, or more, or tell of the same or the next day in terms that are "
        f"alike (cosine of {LEAST_AVERAGE:.0%} on average). "
        f"{_limit(options, 'Sentences are quoted up to {} characters.')}"
    )
    indonesian = (
        f"{read} halaman dibaca dengan workbench {__version__}: {n} di antaranya artikel; {len(corpus.copies)} salinan "
        f"persis dan {len(corpus.failures)} masukan tak terbaca disisihkan. {_span(dates, 'Terbit {} sampai {}.')} "
        f"{inferred} tanggal terbit disimpulkan, {undated} artikel tanpa tanggal. Penanda dibuat oleh aturan buku kode "
        f"{stamp.name} {stamp.version} ({short}) hanya dalam teks artikel sendiri; paragraf yang diulang dihitung "
        f"sekali. Persentase disertai selang Wilson 95 %. Asal artikel ialah media pertama yang dikutip teksnya, atau "
        f"penerbitnya sendiri. Artikel dihitung satu cerita jika berbagi {LEAST_SHARE:.0%} rangkaian "
        f"{RUN} kata dari yang lebih pendek, atau lebih, atau jika menceritakan hari yang sama atau berikutnya dengan "
        f"istilah yang mirip (kosinus rata-rata {LEAST_AVERAGE:.0%}). "
        f"{_limit(options, 'Kalimat dikutip paling banyak {} karakter.')}"
    )
    return Label(indonesian.strip(), english.strip()), source


def _span(dates: Dating, words: str) -> str:
    return words.format(dates.first, dates.last) if dates.first else ""


def _limit(options: PayloadOptions, words: str) -> str:
    return "" if options.quotation_limit is None else words.format(options.quotation_limit)
