"""The officer's form: its questions, and how it is made."""
