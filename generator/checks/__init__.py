"""Rules over judged returns, a module a family; each gives problems, worded in the catalogue of messages."""
