"""What an officer keys into a form in LibreOffice, set up for the UK, is read as meant or refused in words."""

from decimal import Decimal
from pathlib import Path

from generator.forms.asked.form_words import TO_DO
from generator.report.gather import gather
from tests.clients.programs import look_in_libreoffice
from tests.projects import make_project

NUMBERS = {"quarter_actual": "1", "forecast_actual": "2", "previous_revised": "1e"}
FIGURES = tuple(NUMBERS)

# A unit, what is keyed, and what is read, or the message's words.
KEYED: tuple[tuple[str, str, str], ...] = (
    ("", "9:30", "“9:30”, which is not a number"),
    ("", "37:30", "“37:30”, which is not a number"),
    ("", "1/2", "“1/2”, which is not a number"),
    ("", "3 weeks", "“3 weeks”, but this measure is counted in plain numbers"),
    ("", "1 1/2", "“1 1/2”, which is not a number"),
    ("", "1E3", "“1E3”, which is not a number"),
    ("", "£90", "“£90”, but this measure is counted in plain numbers"),
    ("", "90%", "“90%”, but this measure is counted in plain numbers"),
    ("", "1,250", "1250"),
    ("", "90,5", "“90,5”, which is not a number"),
    ("", "=9.5+1", "“=9.5+1”, which is not a number"),
    ("", "-5", "-5"),
    ("%", "90%", "90"),
    ("%", "£90", "“£90”, but this measure is counted in %"),
    ("%", "90.5 %", "90.5"),
    ("£", "£1,200.50", "1200.5"),
    ("£", "£2.1m", "2100000"),
    ("£", "-£90", "-90"),
)


def test_what_is_keyed_is_read_or_refused(tmp_path: Path) -> None:
    units = list(dict.fromkeys(unit for unit, _, _ in KEYED))
    folder = make_project(tmp_path / "project", *({"Code": f"M {at}", "Unit": unit} for at, unit in enumerate(units)))
    forms = dict(zip(units, folder.issue(), strict=True))
    saved = tmp_path / "saved"
    saved.mkdir()
    cases = [(forms[unit], [case for case in KEYED if case[0] == unit]) for unit in units]
    batches = [(form, each[at : at + 3]) for form, each in cases for at in range(0, len(each), 3)]
    jobs = [
        (form, {name: {"keyed": keyed} for name, (_, keyed, _) in zip(FIGURES, batch, strict=False)})
        for form, batch in batches
    ]
    for (_, batch), (copy, sheets) in zip(batches, look_in_libreoffice(jobs, saved, "en-GB"), strict=True):
        gathered = gather(folder.setup, [copy])
        (judged,) = gathered.judged
        returned, problems = judged.returned, gathered.problems
        read = (returned.quarter.actual, returned.forecast.actual, returned.previous_revised)
        said = {str(row[0]): str(row[4]) for row in sheets["Return"]}
        for name, figure, (_, keyed, expected) in zip(FIGURES, read, batch, strict=False):
            told = [each.message for each in problems if each.is_error and each.place == returned.place(name)]
            is_to_do = said[NUMBERS[name]].startswith(TO_DO)
            if told:
                assert expected in told[0], keyed
                assert is_to_do, keyed
            else:
                assert figure == Decimal(expected), keyed
                assert not is_to_do, keyed
