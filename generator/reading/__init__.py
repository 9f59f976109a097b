"""From bytes and cells to values: returns and the register."""
