"""Read: paths to pages, whatever form analysts keep them in."""

from workbench.read.limits import Limits
from workbench.read.pages import read_file, read_pages
from workbench.read.source import FIELDS, ReadOptions
from workbench.read.walk import input_holding

__all__ = ["FIELDS", "Limits", "ReadOptions", "input_holding", "read_file", "read_pages"]
