"""Press Workbench: Indonesian press pages parsed, tagged and shown with the evidence for every number."""

__version__ = "0.1.0"
