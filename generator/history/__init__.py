"""What was published of earlier periods: its rows read, checked and added to."""
