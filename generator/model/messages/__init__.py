"""Every message that a check can give: what is wrong, and how to put it right; a table of sentences each."""
