"""The review copy: the report in Word with everything that was found as comments on the words that it is about."""
