"""What concerns the whole report: TEXT17, one text for several measures; and acronyms, told of once for all returns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.checks.readers_eye.as_text.abbreviations import lines_for
from generator.checks.readers_eye.text.commentary import Known
from generator.checks.readers_eye.text.sentences import shortened
from generator.checks.readers_eye.text.words import has_words
from generator.judging.outcome import Judged
from generator.model.problem import Place, Problem, problem
from generator.project.house_style import ruled

_SEVERAL, _FEWEST_WORDS = 3, 12
_ACRONYMS = "TEXT09"
_SETTINGS = Place("inputs/scorecard.toml")


def alike(judged: Iterable[Judged], known: Known) -> Iterator[Problem]:
    """TEXT17 for an answer that several exceptions have word for word, though none says that it shares another's.

    It is told of at the first of them, with the codes of all. Rules are changed as the house style says.
    """
    found: dict[str, dict[str, tuple[Judged, str, str]]] = defaultdict(dict)
    for each in judged:
        for key, lines in each.returned.answers.items() if each.exception and not each.returned.same_as else ():
            text = " ".join(" ".join(lines).split())
            if has_words(text, _FEWEST_WORDS):
                found[text.casefold()].setdefault(each.measure.code, (each, key, text))
    for several in found.values():
        if len(several) >= _SEVERAL:
            first, key, text = next(iter(several.values()))
            facts = {"count": len(several), "measures": ", ".join(several), "found": shortened(text)}
            told = problem("TEXT17", first.returned.place_of_line(key, 0), **facts)
            yield from ruled((told,), known.style.rules, first.measure)


def acronyms_once(problems: Sequence[Problem], judged: Iterable[Judged]) -> Iterator[Problem]:
    """All problems, with one about acronyms in place of those of several returns, and the lines for the glossary.

    A return's own stays where it is the only one, or where the settings make it an error.
    """
    about = [each for each in problems if each.code == _ACRONYMS and not each.is_error]
    if len(about) < 2:
        yield from problems
        return
    codes = {each.returned.source.file: each.measure.code for each in judged}
    where: dict[str, list[str]] = defaultdict(list)
    for each in about:
        for term in dict(each.facts)["found"].split(", "):
            where[term].append(codes.get(each.place.file, each.place.file))
    listed = ", ".join(f"{term} ({', '.join(dict.fromkeys(measures))})" for term, measures in where.items())
    yield problem(_ACRONYMS, _SETTINGS, found=listed, where="", lines=lines_for(where))
    yield from (each for each in problems if each not in about)
