"""Rules over a return, a module a family."""
