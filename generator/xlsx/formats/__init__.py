"""Number formats: what a cell shows of the number or text in it."""
