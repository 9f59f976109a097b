"""What a member might ask of an exception, from facts alone; for readers inside the council."""
