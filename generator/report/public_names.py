"""What a public report calls the files that officers sent: a file's own name may be a person's."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.forms.form_names import form_name
from generator.judging.outcome import Judged, Missing
from generator.model.officer_return import Source
from generator.model.problem import Place, Problem
from generator.project.load import Setup
from generator.reading.readings import Reading


class PublicNames(NamedTuple):
    """How files are named in public: a return as its form was issued, the team's files by their own names.

    Any other file is called by the folder of the quarter's returns. A sheet is called by what it is about, where its
    workbook has several forms, and by its actions; an officer can have given it another name.
    """

    folder: str
    issued: Mapping[str, str]
    team: frozenset[str]
    sheets: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, setup: Setup, readings: Iterable[Reading]) -> "PublicNames":
        """The names of a quarter's files, by their own."""
        about = [(each, each.subject.label) for each in readings if each.subject]
        forms = Counter(each.file for each, _ in about)
        sheets = {(each.file, each.sheet): label for each, label in about if forms[each.file] > 1}
        actions = {(each.file, each.actions_sheet): f"{label}: actions" for each, label in about if each.actions_sheet}
        folder = setup.project.relative(setup.project.returns_folder(setup.period))
        issued = {each.file: f"{folder}/{form_name(each.subject, setup.period)}" for each, _ in about if each.subject}
        return cls(folder, issued, frozenset(setup.sources), {**sheets, **actions})

    def name(self, file: str) -> str:
        """What a file is called."""
        return file if file in self.team else self.issued.get(file, self.folder)

    def problem(self, found: Problem) -> Problem:
        """A problem without anything that an officer wrote, be it into a cell or as the name of a file or sheet."""
        file, sheet = found.place.file, self.sheets.get((found.place.file, found.place.sheet or ""))
        return found.without_quotations(Place(self.name(file), sheet, found.place.cell))

    def judged(self, judged: Judged) -> Judged:
        """A judged return whose source is the form as issued; the hash of what came back is nobody's business."""
        source = Source(file=self.name(judged.returned.source.file), sha256="")
        return judged._replace(returned=replace(judged.returned, source=source))

    def missing(self, missing: Missing) -> Missing:
        """A measure whose return was refused, with that return named as its form was issued."""
        return missing._replace(file=self.name(missing.file)) if missing.file else missing
