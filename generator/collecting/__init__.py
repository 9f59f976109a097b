"""The round: forms out, who owes what, copies back, reminders."""
