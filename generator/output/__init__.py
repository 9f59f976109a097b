"""The output folder: swapped in whole, by one build at a time, and checked later."""
