"""What a form says while it is filled in: the formulas of its workings, and of what stands beside each answer."""
