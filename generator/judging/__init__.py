"""From figures to statuses and directions, by a declared scheme."""
