"""Answers in the cells of a form: where they stand, what they say, and what is said of those not understood."""
