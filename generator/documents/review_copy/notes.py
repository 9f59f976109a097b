"""What each problem is about: a measure, a group or the report, and which line of which answer in its form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.officer_return import FilledForm
from generator.model.problem import Place, Problem
from generator.model.register import Register
from generator.model.shape import Topic
from generator.reading.readings import Reading

OF_THE_TEXT = ("found", "number", "words", "who", "code", "date", "named", "struck", "raised", "text")
"""The facts of problems that quote what was written."""


@dataclass(frozen=True, slots=True)
class Note:
    """A problem, with the label of what it is ``about`` (empty where that is not known).

    ``answer`` is the defined name of the form's answer, or empty; ``line``, which of its lines, counted from 0 among
    those that are not blank.
    """

    problem: Problem
    about: str = ""
    answer: str = ""
    line: int = 0

    @property
    def quoted(self) -> tuple[str, ...]:
        """What it quotes of the text, whole sentences among it; the end of a long one may be cut off."""
        facts = dict(self.problem.facts)
        return tuple(facts[name] for name in OF_THE_TEXT if facts.get(name))


def notes_on(
    problems: Iterable[Problem], readings: Iterable[Reading], register: Register, topics: Iterable[Topic]
) -> Iterator[Note]:
    """One note for each problem, in their order."""
    forms: dict[tuple[str, str | None], Reading] = {}
    for reading in readings:
        forms.setdefault((reading.file, None), reading)
        forms[reading.file, reading.sheet or None] = reading
    rows = {each.place: each.label for each in register.measures}
    labels = {each.label for each in topics}
    for each in problems:
        yield _note(each, forms, rows, labels)


def _note(
    problem: Problem,
    forms: Mapping[tuple[str, str | None], Reading],
    rows: Mapping[Place, str],
    labels: Iterable[str],
) -> Note:
    place = problem.place
    reading = forms.get((place.file, place.sheet)) or forms.get((place.file, None))
    if reading is None or reading.subject is None:
        named = dict(problem.facts).get("measure", "")
        row = next((label for at, label in rows.items() if (at.file, at.row) == (place.file, place.row)), "")
        return Note(problem, row or (named if named in labels else ""))
    name, line = _answer_at(reading.form, place) if reading.form else ("", 0)
    return Note(problem, reading.subject.label, name, line)


def _answer_at(form: FilledForm, place: Place) -> tuple[str, int]:
    """The name of the answer that stands at a place, and which line of it; an empty name where none does."""
    for name, cells in form.lines.items():
        if place.cell in cells:
            written = form.answers.get(name, ())[: cells.index(place.cell)]
            return name, sum(1 for each in written if each.strip())
    return next((name for name, cell in form.cells.items() if cell == place.cell), ""), 0
