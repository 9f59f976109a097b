"""Values and words of the field; imports nothing of ours, no file and no library."""
