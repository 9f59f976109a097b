"""Jinja2 in a sandbox, and which fields a template may use."""
