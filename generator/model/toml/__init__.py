"""A council's TOML files: their keys read with line and fault, and the values that keys take."""
