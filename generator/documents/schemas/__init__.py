"""The JSON Schema of report.json, which ships with the package."""
