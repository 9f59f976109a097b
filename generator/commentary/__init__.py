"""An officer's text: what is withheld, filled in, shared, and cut into paragraphs and lists; as printed, once."""
