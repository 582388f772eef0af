"""Reports: executed notebooks as HTML files that stand alone."""

from workbench.report.command import lab, report, verify

__all__ = ["lab", "report", "verify"]
