"""Scorecard: exception reports for councils, from officers' workbooks to Word, HTML and open data."""

__version__ = "0.1.0"
