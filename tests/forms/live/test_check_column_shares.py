"""What the form asks of a figure that may be a share of 1: with the figure that was typed, as LibreOffice shows it."""

from pathlib import Path

from generator.forms.form_workbook import issue_workbook
from tests.clients.programs import look_in_libreoffice
from tests.forms.contents import MEASURE, contents_of

ASKED = {
    "0.65": "To do: is it 65%, or 0.65%? Type 65, or 0.65% with its sign.",
    ".07": "To do: is it 7%, or 0.07%? Type 7, or 0.07% with its sign.",
    "-0.123": "To do: is it -12.3%, or -0.123%? Type -12.3, or -0.123% with its sign.",
}


def test_a_share_is_asked_about_with_its_own_figures(tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    form.write_bytes(issue_workbook(contents_of(MEASURE)))
    shown = look_in_libreoffice([(form, {"quarter_actual": typed}) for typed in ASKED], tmp_path, "en-GB")
    said = [next(row[4] for row in sheets["Return"] if row[0] == "1") for _, sheets in shown]
    assert said == list(ASKED.values())
