"""Whether each measure of the register can be rated by its scheme: told at its cells before anything else is done."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from generator.judging.compared.benchmarks import known_names
from generator.judging.conditions import AgainstOthers
from generator.judging.fitness import amounts_that_do_not_fit, lacks_tolerance, unlisted_targets, unrated_kinds
from generator.judging.scheme import BY_JUDGEMENT, Scheme
from generator.model.english import listed
from generator.model.measure import Kind, Measure
from generator.model.problem import Place, Problem, Unusable, nearest, problem
from generator.model.register import Register
from generator.reading.register.columns import headers_of

_IN_WORDS = {Kind.DATE: "dates", Kind.MILESTONE: "milestones"}


def check_fitness(register: Register, schemes: Mapping[str, Scheme]) -> None:
    """Raises Unusable with every measure that its scheme, by the name under Scheme, cannot rate."""
    tried = cache(lambda name, tolerance: unrated_kinds(schemes[name], tolerance))
    kinds = ((each, tried(each.scheme, each.tolerance) if each.kind in _IN_WORDS else ()) for each in register.measures)
    found = [told for each, unrated in kinds for told in _unfit(register, each, schemes[each.scheme], unrated)]
    found += _unknown_benchmarks(register, schemes)
    if found:
        raise Unusable(found)


def _unknown_benchmarks(register: Register, schemes: Mapping[str, Scheme]) -> Iterator[Problem]:
    """The benchmarks that a scheme asks for, and no measure has."""
    names = known_names(register.measures)
    known, place = {each.casefold() for each in names}, Place(register.measures[0].place.file)
    for scheme in {each.name: each for each in schemes.values() if not each.by_judgement}.values():
        asked = dict.fromkeys(each.name for each in scheme.conditions if isinstance(each, AgainstOthers))
        for name in (each for each in asked if each.casefold() not in known):
            facts = {"scheme": scheme.name, "found": name, "suggestion": nearest(name, names)}
            yield problem("REG15", place, **facts, example="Nearest neighbours")


def _unfit(register: Register, measure: Measure, scheme: Scheme, unrated: Sequence[Kind]) -> Iterator[Problem]:
    if measure.kind in unrated:
        kinds = listed(_IN_WORDS[each] for each in unrated)
        facts = {"kind": measure.kind, "scheme": scheme.name, "kinds": kinds}
        yield problem("REG08", register.place(measure, "Kind"), **facts, judgement=BY_JUDGEMENT)
    elif unlisted := unlisted_targets(measure, scheme):
        known = ", ".join(scheme.milestones)
        headers = headers_of("target", measure.frequency)
        for header, target in zip(headers, (*measure.quarter_targets, measure.year_end_target), strict=True):
            if target in unlisted:
                word = str(target)
                facts = {"header": header, "found": word, "scheme": scheme.name, "known": known}
                suggestion = nearest(word, scheme.milestones)
                yield problem("REG10", register.place(measure, header), **facts, suggestion=suggestion)
    else:
        for amount in amounts_that_do_not_fit(measure, scheme):
            facts = {"scheme": scheme.name, "amount": amount.in_words, "unit": measure.unit_of_gap or "a bare number"}
            yield problem("REG18", register.place(measure, "Unit"), **facts, judgement=BY_JUDGEMENT)
    if lacks_tolerance(measure, scheme):
        yield problem("REG09", register.place(measure, "Tolerance"), measure=measure.label, scheme=scheme.name)
