"""Whether words are something said, a clause, or a thing: what the rules of reported speech ask."""

import re

from workbench.span import Span

FEWEST_WORDS_OF_CLAUSE = 2
_OPENING = re.compile(r"[\s,:]*(?:bahwa|kalau)?[\s,:]*")
#: Words and forms that say something of a subject.
PREDICATE = re.compile(
    r"\b(?:akan|telah|sudah|tidak|bukan|adalah|merupakan|harus|bisa|dapat|belum|masih|sedang|ingin|tak|ada|mau|perlu"
    r"|di (?:atas|bawah|luar)"
    r"|sebagai|lebih|siap|menjadi|tewas|terjadi|bakal|wajib|boleh|layak|mampu|gagal|masuk|rusak|tiba|naik|turun|jatuh|tumbuh|surplus|defisit"
    r"|hancur|runtuh|anjlok|ambruk|rontok|kalah|menang|absen|pulang|datang|pergi|lolos|selesai|rampung|tuntas|batal"
    r"|hilang|putus|habis|setuju|sepakat|sanggup|keluar|mundur|kabur|takut|mulai|salah|benar|keliru|penting|sulit|mustahil|aman|palsu|bohong|ilegal|sangat|terlalu|semakin"
    r"|(?!bersama\b)(?:me[mnlrwy]|meng|meny|ber|ter|di)[a-z]{3,}"
    # A noun as predicate: ``sidang itu sandiwara``.
    r"|(?:itu|ini|tersebut) (?!(?:di|ke|dari|pada|untuk|yang|dengan|dalam|oleh|kepada|saat|dan|atau|serta|juga)\b)"
    # … or a word or two between marks, too short for a quotation.
    r"(?:[a-z]+\b|[\"“]?\x01{1,24}(?!\x01)))"
)


def trimmed(bare: str, start: int, end: int, *, fewest: int = FEWEST_WORDS_OF_CLAUSE) -> Span | None:
    """Return the words between, without blanks, commas and the ``bahwa`` that opens them; None where few are left."""
    opening = _OPENING.match(bare, start, end)
    start = opening.end() if opening else start
    while end > start and bare[end - 1] in ' \t\xa0,."“”':
        end -= 1
    words = bare[start:end].replace("\x01", "").split()
    return Span(start, end) if len(words) >= fewest else None
