"""What markup or a table's columns state and the page's own text does not print."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from workbench.page import Claim
from workbench.parse.fold import fold

#: Facts of which a claim can tell what the text does not; dates and addresses have fields of their own.
_FIELDS: Final = ("headline", "author", "publisher", "language")
#: An attribute that templates set for the whole site, often to their own maker's language.
_TEMPLATE: Final = "html:lang"
#: No name is longer.
_NAME: Final = 50
_CODE: Final = re.compile(r"([a-z]{2})(?:[-_][a-z]{2,4})?")
#: Names of languages, and the code of Indonesian before 1989.
_LANGUAGES: Final[Mapping[str, str]] = {
    "in": "id",
    "ind": "id",
    "indonesia": "id",
    "indonesian": "id",
    "bahasa indonesia": "id",
    "msa": "ms",
    "malay": "ms",
    "melayu": "ms",
    "bahasa melayu": "ms",
    "eng": "en",
    "english": "en",
    "inggris": "en",
}


def unprinted_claims(claims: Iterable[Claim], printed: Collection[str]) -> tuple[Claim, ...]:
    """Return the claims of facts that the page does not print: for each fact those of the first origin that has any.

    Parameters
    ----------
    claims
        What markup and columns say, the most deliberate origins first.
    printed
        The facts that the page's text states itself.
    """
    wanted = {field: "" for field in _FIELDS if field not in printed}
    kept = []
    for claim in claims:
        if claim.value.strip() and wanted.get(claim.field) in {"", claim.origin} and claim.origin != _TEMPLATE:
            wanted[claim.field] = claim.origin
            kept.append(claim)
    return tuple(sorted(kept, key=lambda claim: _FIELDS.index(claim.field)))


def claimed_authors(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the folded names of persons whom claims call authors; one word alone is an account or a desk.

    Examples
    --------
    >>> names = Claim("author", "Rara Wening, Bima Sakti", "column:author")
    >>> claimed_authors([names, Claim("author", "admin", "json-ld")])
    ('rara wening', 'bima sakti')
    """
    names = (name.strip() for claim in claims if claim.field == "author" for name in claim.value.split(","))
    return tuple(fold(name) for name in names if " " in name and len(name) <= _NAME)


def names_outlet(name: str, claims: Iterable[Claim]) -> bool:
    """Say whether a name is the outlet's, as claims of publisher or of a title with the outlet at its end have it."""
    folded = fold(name)
    return any(
        fold(claim.value) == folded
        if claim.field == "publisher"
        else claim.field == "headline" and fold(claim.value).endswith((f"- {folded}", f"| {folded}", f"– {folded}"))
        for claim in claims
    )


def claimed_language(claims: Iterable[Claim]) -> str | None:
    """Return the ISO 639-1 code of the first language that is claimed deliberately, or None.

    Examples
    --------
    >>> claimed_language([Claim("language", "en", "html:lang"), Claim("language", "id-ID", "json-ld")])
    'id'
    """
    stated = (
        claim.value.strip().lower() for claim in claims if claim.field == "language" and claim.origin != _TEMPLATE
    )
    return next((code for value in stated if (code := _code_of(value))), None)


def _code_of(value: str) -> str | None:
    code = _CODE.fullmatch(value)
    return _LANGUAGES.get(value) or (_LANGUAGES.get(code[1], code[1]) if code else None)
