"""Past figures: a table of earlier periods found, its headings understood, its cells read, and added to the history."""
