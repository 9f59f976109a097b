"""Returns that cannot be read, known by the name that their forms were issued under: they were received."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import PurePosixPath

from generator.forms.form_names import form_stem
from generator.model.measure import type_of_subject
from generator.model.period import Period
from generator.reading.readings import Reading, by_code, reading_about


def known_by_file_name(
    readings: Sequence[Reading], subjects: Iterable[type_of_subject], period: Period
) -> Iterator[Reading]:
    """The readings; a file in which no form was found is about what its name says, if there is no return of that.

    A name counts with what copying and sending add to it: ``Copy of PL 01 2024-25-Q3 (2).xlsx``.
    """
    there = by_code(readings)
    stems: dict[str, list[type_of_subject]] = {}
    for each in subjects:
        if each.code not in there:
            stems.setdefault(form_stem(each, period).casefold(), []).append(each)
    for file, group in groupby(readings, key=lambda each: each.file):
        found = tuple(group)
        about = () if any(each.subject or each.blank or each.stray for each in found) else _named(file, stems)
        first, *others = found
        yield reading_about(about[0], first) if about else first
        yield from (reading_about(each, replace(first, problems=())) for each in about[1:])
        yield from others


def _named(file: str, stems: dict[str, list[type_of_subject]]) -> Sequence[type_of_subject]:
    name = PurePosixPath(file).name.casefold()
    longest = max((stem for stem in stems if _is_in(stem, name)), key=len, default="")
    return stems.pop(longest, ())


def _is_in(stem: str, name: str) -> bool:
    """Whether a name has the stem in it, as words of its own."""
    before, found, after = name.partition(stem)
    return bool(found) and not before[-1:].isalnum() and not after[:1].isalnum()
