"""What the page prints of actions that are followed up."""
