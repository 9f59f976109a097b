"""The report shown in a browser while somebody works on it."""
