"""The words of a page beside its measures: its title, its groups, what changed and what is not there."""
