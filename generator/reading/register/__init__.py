"""The register: its sheets under their headings, read to measures with everything that they are held against."""
