"""From page views and figures to bytes: Word, HTML, JSON, CSV and PDF."""
