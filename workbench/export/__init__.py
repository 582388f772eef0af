"""Records in the standard forms of other tools, one registry for all."""

from workbench.export.formats import FORMATS, Format, export_records

__all__ = ["FORMATS", "Format", "export_records"]
