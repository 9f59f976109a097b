"""What headings and words of a list mean."""
