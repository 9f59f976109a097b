"""A Word document filled in from a compiled template."""
