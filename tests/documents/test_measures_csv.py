"""The open data: measures.csv is what its description says."""

import csv
import io
import json
from pathlib import Path

from tests.projects import filled_project, render


def test_the_description_names_every_column_in_order_and_explains_it(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    files = render(folder.setup, folder.gather().report)
    header, *rows = csv.reader(io.StringIO(files["measures.csv"].decode()))
    described = json.loads(files["measures.csv-metadata.json"])
    columns = described["tableSchema"]["columns"]
    assert [each["name"] for each in columns] == header
    assert all(each["dc:description"].endswith(".") for each in columns)
    assert described["url"] == "measures.csv"
    key = [header.index(name) for name in described["tableSchema"]["primaryKey"]]
    assert len({tuple(row[at] for at in key) for row in rows}) == len(rows)


def test_what_is_said_to_be_a_number_is_one(tmp_path: Path) -> None:
    folder = filled_project(tmp_path)
    files = render(folder.setup, folder.gather().report)
    rows = list(csv.DictReader(io.StringIO(files["measures.csv"].decode())))
    described = json.loads(files["measures.csv-metadata.json"])["tableSchema"]["columns"]
    numbers = [each["name"] for each in described if each["datatype"] == "decimal"]
    assert numbers == ["quarter_deviation", "forecast_deviation"]
    assert [float(row[name]) for row in rows for name in numbers] == [-5.26, 0.0]
