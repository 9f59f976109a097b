"""What earlier periods left behind that no history has: their last report, and what was never closed."""
