"""The page: the report as strings and flags, which is all that a template sees."""
