"""What no Word renderer of ours can do without: bare Jinja2 over a hand-made document.xml, and to zip it.

Usage: python -m bench.bare PAGE TEMPLATE OUTPUT. PAGE is what bench/stages.py kept. Nothing of ours is imported but
the types of the page, so that nothing of ours stands in its figures.
"""

import io
import pickle
import sys
import zipfile
from pathlib import Path


def filled(template: str, page: object) -> bytes:
    """Render the rows of a page, and zip them."""
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    document = ImmutableSandboxedEnvironment(autoescape=True).from_string(template)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document.render(page=page))
    return written.getvalue()


def main(page: str, template: str, output: str) -> None:
    kept = pickle.loads(Path(page).read_bytes())  # noqa: S301, this run wrote it
    Path(output).write_bytes(filled(Path(template).read_text(encoding="utf-8"), kept))


if __name__ == "__main__":
    main(*sys.argv[1:])
