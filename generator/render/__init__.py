"""From the presented report to the files that are published."""
