"""What was promised and is followed up: actions, and recommendations of members."""
