"""A .docx made in Word, compiled to Jinja2."""
