"""A Word-authored .docx template compiled to Jinja2; template.py is the way in."""
