"""Read: paths to pages, whatever form analysts keep them in."""

from workbench.read.limits import Limits
from workbench.read.pages import read_file, read_pages
from workbench.read.source import FIELDS, ReadOptions

__all__ = ["FIELDS", "Limits", "ReadOptions", "read_file", "read_pages"]
