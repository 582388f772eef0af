"""The codebook: what to look for, as data that an analyst can read, check and copy."""

from workbench.codebook.codebook import DEFAULT_CODEBOOK, Codebook, Scheme, load_codebook, load_scheme
from workbench.codebook.schema import Actor, Agency, Publisher

__all__ = ["DEFAULT_CODEBOOK", "Actor", "Agency", "Codebook", "Publisher", "Scheme", "load_codebook", "load_scheme"]
