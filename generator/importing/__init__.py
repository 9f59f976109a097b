"""A council's own list of measures, read and written as a register; nothing of the list is lost, and nothing asked."""
