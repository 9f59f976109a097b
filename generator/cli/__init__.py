"""The commands, and what they put on the screen."""
