"""What a worksheet holds beside its cells; ``extras`` is the way in."""
