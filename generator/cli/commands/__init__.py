"""The commands at work, a module a family of them."""
