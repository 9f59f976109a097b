"""What is recorded of actions, and how they stand by that."""
