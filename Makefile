# The two commands of the README; dev.py does the work, on any system.
PYTHON ?= python3

.PHONY: sample test
sample:
	@$(PYTHON) dev.py sample

test:
	@$(PYTHON) dev.py test
