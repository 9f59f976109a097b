"""What officers wrote into the column of last time: what last quarter's return does not say was put there since."""

from collections.abc import Mapping
from dataclasses import replace

from generator.forms.prefill import last_time
from generator.model.measure import code_key
from generator.model.officer_return import FilledForm
from generator.model.problem import Place, few_of_each, problem
from generator.model.shape import Shape
from generator.reading.answers.quoting import quoted_words
from generator.reading.readings import Reading


def with_last_time(reading: Reading, before: Mapping[str, FilledForm], shape: Shape) -> Reading:
    """Tell of texts in the column of last time that a form was not issued with; ``before`` goes by key of the code.

    Where last quarter's return is not known any more, though the form has its result, nothing can be told.
    """
    if not (reading.last_time and reading.subject):
        return reading
    returned = before.get(code_key(reading.subject.code))
    if returned is None and reading.has_previous:
        return reading
    texts = last_time(reading.subject, returned, shape) if returned else {}
    said = {key: _squeezed(text) for key, text in texts.items()}
    new = [(cell, text) for cell, key, text in reading.last_time if _squeezed(text) != said.get(key)]
    if not new:
        return reading
    place = Place(reading.file, reading.sheet)
    problems = [problem("FORM15", place.at(cell), text=quoted_words(text)) for cell, text in new]
    if reading.blank:
        problems.append(problem("FORM22", place, things=f"text in {new[0][0]}, beside the answer cells"))
        reading = replace(reading, blank=False, aside=True)
    return replace(reading, problems=(*reading.problems, *few_of_each(problems)))


def _squeezed(text: str) -> str:
    return " ".join(text.split())
