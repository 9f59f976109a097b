"""A measure's results over time as a line: its figures, its axis, and what it shows in words."""
