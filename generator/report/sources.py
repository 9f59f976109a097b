"""What a report was made from: the hash of each file, and of the workbooks that were read in other files' places."""

from collections.abc import Mapping, Sequence

from generator.model.period import Period
from generator.project.folder import CONVERTED
from generator.project.load import Setup
from generator.project.quarter_folders import EarlierQuarter, quarters_without_history
from generator.project.team_files import hashes_of
from generator.reading.readings import Reading

type_of_earlier = Mapping[Period, EarlierQuarter]
"""What earlier quarters left behind."""


def sources_of(setup: Setup, readings: Sequence[Reading], earlier: type_of_earlier) -> dict[str, str]:
    """The SHA-256 of all that is read for a report, templates aside, by its name in messages."""
    quarters = earlier.values()
    read = [each for quarter in quarters for each in (*quarter.returned.values(), *quarter.about_groups.values())]
    read += [each.form for each in readings if each.form]
    converted = {f"{CONVERTED.as_posix()}/{each.source.sha256}.xlsx": each.source.converted for each in read}
    without_history = quarters_without_history(setup)
    reports = (
        each.report
        for period, each in earlier.items()
        if each.report and (each.suppressed or period in without_history)
    )
    return {
        **setup.sources,
        **{each.source.file: each.source.sha256 for each in read},
        **{name: sha256 for name, sha256 in converted.items() if sha256},
        **hashes_of(reports),
        **{each.file: each.sha256 for each in readings if each.sha256},
    }
