"""What officers wrote into the column of last time: what last quarter's return does not say was put there since."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.forms.asked.prefill import last_time
from generator.model.measure import code_key
from generator.model.officer_return import FilledForm
from generator.model.problem import Place, few_of_each, problem
from generator.model.shape import Shape
from generator.reading.answers.quoting import quoted_words
from generator.reading.readings import Reading


def with_last_time(reading: Reading, before: Sequence[Mapping[str, FilledForm]], shape: Shape) -> Reading:
    """Tell of texts in the column of last time that a form was not issued with.

    ``before`` are last quarter's returns by the key of the code: as they are, and with the words that were published.
    A form was issued before that quarter was closed, or after. Where the return itself is not known any more, though
    the form has its result, nothing can be told; nor of a measure of other periods, which was returned before that.
    """
    if not (reading.last_time and reading.subject):
        return reading
    key = code_key(reading.subject.code)
    measure = reading.measure
    is_apart = measure and measure.stands_in and measure.stands_in.frequency is not measure.frequency
    if key not in before[0] and (reading.has_previous or is_apart):
        return reading
    returned = [of[key] for of in before if key in of]
    texts = [last_time(reading.subject, each, shape).items() for each in returned]
    said = {(name, _squeezed(text)) for each in texts for name, text in each}
    new = [(cell, text) for cell, name, text in reading.last_time if (name, _squeezed(text)) not in said]
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
