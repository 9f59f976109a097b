"""Exceptions chosen, grouped and counted."""
