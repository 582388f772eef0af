"""The paragraph on methods, written from the run, in both languages."""

from workbench import __version__
from workbench.codebook.schema import Label
from workbench.explorer.options import PayloadOptions
from workbench.record import Record
from workbench.store import Corpus


def methods_of(corpus: Corpus, options: PayloadOptions) -> tuple[Label, Label]:
    """Return how the figures came about, and a line on the source."""
    articles = [record for record in corpus.records if record.is_article and record.lines]
    stamp, n, read = corpus.stamp, len(articles), len(corpus.inputs)
    short = stamp.hash.removeprefix("sha256:")[:8]
    dated = [record.date_published for record in articles if record.date_published]
    inferred = sum(value.basis == "inferred" for value in dated)
    undated = n - len(dated)
    source = Label(
        f"Sumber: {read} halaman dibaca; buku kode {stamp.name} {stamp.version} ({short}).",
        f"Source: {read} pages read; codebook {stamp.name} {stamp.version} ({short}).",
    )
    english = (
        f"{read} pages were read with workbench {__version__}: {n} are articles, {len(corpus.copies)} exact copies "
        f"and {len(corpus.failures)} unreadable inputs were set aside. {_span(articles, 'Published from {} to {}.')} "
        f"{inferred} publication dates are inferred, {undated} articles are undated. Tags were set by rules of the "
        f"codebook {stamp.name} {stamp.version} ({short}) in the article's own text only; paragraphs that an article "
        f"repeats count once. Shares have 95 % Wilson intervals. An article's origin is the first medium that it "
        f"credits for words, else its publisher. {_limit(options, 'Sentences are quoted up to {} characters.')}"
    )
    indonesian = (
        f"{read} halaman dibaca dengan workbench {__version__}: {n} di antaranya artikel; {len(corpus.copies)} salinan "
        f"persis dan {len(corpus.failures)} masukan tak terbaca disisihkan. {_span(articles, 'Terbit {} sampai {}.')} "
        f"{inferred} tanggal terbit disimpulkan, {undated} artikel tanpa tanggal. Penanda dibuat oleh aturan buku kode "
        f"{stamp.name} {stamp.version} ({short}) hanya dalam teks artikel sendiri; paragraf yang diulang dihitung "
        f"sekali. Persentase disertai selang Wilson 95 %. Asal artikel ialah media pertama yang dikutip teksnya, atau "
        f"penerbitnya sendiri. {_limit(options, 'Kalimat dikutip paling banyak {} karakter.')}"
    )
    return Label(indonesian.strip(), english.strip()), source


def _span(articles: list[Record], words: str) -> str:
    days = sorted(record.date_published.value[:10] for record in articles if record.date_published)
    return words.format(days[0], days[-1]) if days else ""


def _limit(options: PayloadOptions, words: str) -> str:
    return "" if options.quotation_limit is None else words.format(options.quotation_limit)
