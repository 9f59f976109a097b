"""What a user would write instead: openpyxl reads the returns, and something else renders the Word file alone."""
