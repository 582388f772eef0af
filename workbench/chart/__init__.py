"""To be listed."""
