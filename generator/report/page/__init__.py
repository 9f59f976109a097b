"""The report as strings and flags: all that a template sees."""
