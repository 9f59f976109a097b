"""A stand-in for LibreOffice, which takes its command line, and a moment in place of seconds."""

import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

_PROGRAM = """\
#!{python}
import sys
from hashlib import sha256
from pathlib import Path

at = sys.argv.index("--outdir") + 1
folder, given = Path(sys.argv[at]), map(Path, sys.argv[at + 1 :])
for path in given:
    data = path.read_bytes()
    if data == b"stop":
        sys.exit(1)
    made, known = folder / f"{{path.stem}}.xlsx", Path(__file__).parent / "known" / sha256(data).hexdigest()
    if known.is_file():
        made.write_bytes(known.read_bytes())
    else:
        from openpyxl import Workbook

        book = Workbook()
        book.active["A1"] = data.decode("latin-1")
        book.save(made)
"""


def a_converter(folder: Path, known: Mapping[bytes, bytes] | None = None) -> str:
    """A program in a folder that makes what is ``known`` of a file's bytes; of others, a workbook with them in A1."""
    (folder / "known").mkdir(parents=True)
    for data, made in (known or {}).items():
        (folder / "known" / sha256(data).hexdigest()).write_bytes(made)
    program = folder / "converter"
    program.write_text(_PROGRAM.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    return str(program)
