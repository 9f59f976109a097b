"""The report of a quarter: exceptions chosen, grouped and counted, with what is missing."""
