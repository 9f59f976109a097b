"""openpyxl and docxtpl: python -m bench.rivals.with_docxtpl RETURNS_FOLDER TEMPLATE OUTPUT."""

import sys

from docxtpl import DocxTemplate

from bench.rivals.returns import by_directorate


def main(returns: str, template: str, output: str) -> None:
    groups = [{"name": name, "measures": each} for name, each in by_directorate(returns).items()]
    document = DocxTemplate(template)
    document.render({"groups": groups}, autoescape=True)
    document.save(output)


if __name__ == "__main__":
    main(*sys.argv[1:])
