"""What holds of a measure for a time: targets that were changed, and the figures of others."""
