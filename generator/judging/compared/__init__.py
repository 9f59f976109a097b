"""A measure's result beside those of others."""
