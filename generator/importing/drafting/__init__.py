"""A draft of the register, made of the rows of a list: each entry taken, guessed or left open."""
