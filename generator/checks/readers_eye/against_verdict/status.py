"""NUM06: words for success where the status is an exception, for failure where it is none, or another status' name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.readers_eye.against_verdict.hedges import is_hedged
from generator.checks.readers_eye.text.commentary import Line, OfMeasure
from generator.checks.readers_eye.text.sought import Found, Sought, any_of, phrase
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import is_of_another_time
from generator.checks.readers_eye.text.told_of import is_said_of_it
from generator.model.measure import Polarity
from generator.model.problem import Problem

_FINE_NOW = Sought(
    r"\b(?:as expected|in line with (?:the )?(?:expectations?|target)|on target"
    r"|on track(?! to (?:meet|achieve|reach|deliver))"
    r"|(?:is|are|has been|remains?|remained) (?:relatively |broadly |very )?(?:strong|excellent)"
    r"|performance (?:is|has been|remains) (?:good|positive)"
    r"|perform(?:ed|ing|s) (?:very |particularly |extremely )?(?:well|strongly|satisfactorily)"
    r"|(?:good|great|excellent|fantastic|impressive|outstanding|pleasing|solid|strong|satisfactory|commendable"
    r"|creditable|respectable|encouraging|reassuring|heartening|admirable|laudable|remarkable|superb|robust|splendid)"
    r" (?:news|performance|result|quarter|achievement|outcome|position|picture|showing|effort|figure|outturn)"
    r"|(?:nothing|little) (?:here |in this )?(?:to|that should|that need) (?:trouble|worry|concern|alarm)\b"
    r"|well in hand|(?:is|are) in hand|all is well|(?:exactly |just )?where (?:it|we) (?:should|ought to"
    r"|want(?:ed)? to|hoped to|planned to) be"
    r"|(?:pleased|delighted|proud|thrilled) (?:to (?:report|say|see|note)|with|at)"
    r"|(?:remains?|is|are|was|stands) (?:in a )?(?:healthy|satisfactory|commendable|good shape|under control)"
    r"|(?:is|are) going (?:very |really )?well|on (?:schedule|plan)|as planned|according to plan"
    r"|no (?:cause for (?:concern|alarm|worry)|concerns|need for (?:concern|alarm))"
    r"|(?:continu\w+ to )?(?:receiv|provid|deliver|enjoy|offer)\w* an? (?:\w+ and )?"
    r"(?:prompt|excellent|outstanding|first[- ]class|fast|quick|timely|speedy|high[- ]quality|responsive)"
    r"(?: and \w+)? service"
    r"|(?:target|it) (?:has been|is being|is|was) (?:\w+ly )?(?:met|achieved|exceeded|surpassed)"
    r"|meeting (?:the |our )?target)\b"
)
_GLAD, _OF_A_MOVE = (
    Sought(r"pleas|delight|proud|thrill"),
    Sought(r"\b(?:improv|better|progress|rise|rose|f[ae]ll|reduc)"),
)
"""One may well be glad of a change for the better, whose direction is another rule's to judge."""
_MET = Sought(
    r"\b(?:better than|within|ahead of|inside|(?:has|have) (?:achieved|met|exceeded)|exceed(?:ed|s)|beat(?:s|ing)?"
    r"|surpass(?:ed|es)|meets) (?:the |our |its |their |this )?(?:target|profile|budget|tolerance)\b"
)
_ABOVE = Sought(
    r"\b(?:is|are|was|were|remains?|remained|still) (?:well |just |comfortably )?above (?:the |our |its )?"
    r"(?:target|standard|profile)\b"
)
_MEASURED = phrase(
    r"""perform\w* measure outcome position service uptake take-?up rate level levels figure results? indicator target
    quarter collection answer"""
)
_OTHERS = Sought(r"\b(?:national\w*|England|government|statutory|region\w*|average)\b")
_EXPECTED = any_of(
    r"""will likely expect\w* forecast\w* anticipat\w* project\w* confident on_course on_track on_schedule well_placed
    set_to poised in_a_(?:good|strong)_position"""
)
_REACHED = any_of(r"beat meet achiev\w* exceed\w* hit reach\w* attain\w*")
_WILL_BE_MET = Sought(
    rf"\b(?:{_EXPECTED})\b[^.;]{{0,50}}\b(?:{_REACHED})\b[^.;]{{0,40}}\btargets?\b"
    r"|\bon (?:track|course) (?:for|to meet|to reach|to achieve|to hit) (?:the |our )?(?:year[- ]end|target|year)\b"
    r"|\bnothing\b[^.;]{0,30}\btarget\b[^.;]{0,20}\b(?:at risk|in doubt|danger)"
    r"|\btarget(?: for the year)? (?:is|remains|still is) (?:safe|secure|within (?:our )?(?:reach|grasp)"
    r"|not (?:at risk|in doubt))\b"
    r"|\bon (?:track|course) for (?:the |our )?(?:budgeted|planned|targeted)\b"
    r"|\b(?:confident|expect\w*|likely|on course)\b[^.;]{0,40}\btargets?\b[^.;]{0,40}\bwill be (?:met|achieved"
    r"|exceeded|reached)\b"
)
_UNSURE = phrase(r"where keep not unlikely if ensure so_that would unable fail\w* more_likely less_likely")
_OFF_TARGET = Sought(
    r"\b(?:below|under|short of|behind|outside|missed|missing|off|worse than"
    r"|not (?:met|meet|meeting|achieved?|reach(?:ed)?|hit)|fail(?:ed|ing|s)? to (?:meet|achieve|reach|hit))"
    r" (?:the |our |its |this )?(?:(?!national|government|statutory|regional|stretch|year)[\w-]+ )?(?:target|profile)"
    r"|\btarget (?:is|was|has been) (?:\w+ly )?(?:missed|not (?:been )?(?:met|achieved|reached|hit))"
)
_OF_THE_YEAR = Sought(r"\b(?:forecast\w*|year[- ]end|end of (?:the )?(?:financial )?year|will|by March|full[- ]year)\b")
_CLAUSE = re.compile(r"[;:]")
_SOME, _MANY = any_of("\\d+ one two three four five"), any_of("\\d+ two three four five six nine twelve")
_IN_PART = Sought(
    r"\b(?:in other|elsewhere|other measures?|national\w*|nationally|compared (?:with|to) other|for (?:\w+ )?months"
    rf"|(?:{_SOME}) (?:out )?of (?:the )?(?:\w+ )?(?:{_MANY})? ?(?:months|weeks|quarters))\b"
)


def words_against_status(text: OfMeasure) -> Iterator[Problem]:
    """NUM06 for a sentence that says of the quarter, or of the year end, what its status denies."""
    quarter, forecast = text.judged.quarter.status, text.judged.forecast
    at_year_end = forecast.status if forecast else None
    for line, sentence in text.holding(_FINE_NOW, _MET, _ABOVE, _WILL_BE_MET, _OFF_TARGET, _LEVEL, _POOR):
        if at_year_end and at_year_end.exception and _will_be_met(sentence):
            yield _problem(text, line, sentence, at_year_end.name, "the year end")
        elif (quarter.exception and _is_told_as_well(sentence, text)) or (
            quarter.rated
            and not quarter.exception
            and any(_is_off_target(each, text) or _is_told_as_poor(each, text) for each in _CLAUSE.split(sentence))
        ):
            yield _problem(text, line, sentence, quarter.name, text.judged.span)
    yield from _other_names(text)


def _problem(text: OfMeasure, line: Line, sentence: str, status: str, half: str) -> Problem:
    return text.problem("NUM06", line, sentence, status=status, half=half)


def _will_be_met(sentence: str) -> bool:
    return bool(_WILL_BE_MET.search(sentence)) and not _UNSURE.search(sentence)


def _is_told_as_well(sentence: str, text: OfMeasure) -> bool:
    return _is_told_as_fine(sentence, text) or _is_told_as_met(sentence, text) or _is_at_a_good_level(sentence, text)


def _is_told_as_fine(sentence: str, text: OfMeasure) -> bool:
    fine = _FINE_NOW.search(sentence)
    if not fine or is_hedged(sentence, fine) or _UNSURE.search(sentence[: fine.end()]) or _IN_PART.search(sentence):
        return False
    if _GLAD.search(fine[0]) and _OF_A_MOVE.search(sentence):
        return False
    before = _VERB.sub("", sentence[: fine.start()])
    is_of_all = fine[0].lower().startswith(("nothing", "all is"))
    is_about_it = _MEASURED.search(sentence) or shared(sentence, text.subject) >= 2 or is_said_of_it(before, text)
    return bool(is_of_all or is_about_it) and not _is_then(sentence, fine, text)


_VERB = re.compile(r"(?:\b(?:is|are|was|were|has|have|been|remains?) )+$")
_LEVEL = Sought(
    r"\b(?:remains?|remained|is|are|was|were|stays?|continues to be) (?:very |relatively |reassuringly )?"
    r"(?:(?P<low>low)|(?P<high>high))\b(?! (?:risk|level|number|cost|demand|turnover))"
    r"|\b(?:remains?|remained|is|are|stays?) at an? (?:very )?(?:(?P<lowly>low)|(?P<highly>high)) level\b"
    r"|\b(?P<holds>(?:is |are |has |have )?(?:holds?|holding|held) up(?: well)?|coped (?:well|admirably))\b"
)


def _is_at_a_good_level(sentence: str, text: OfMeasure) -> bool:
    good = {Polarity.LOWER: "low", Polarity.HIGHER: "high"}.get(text.judged.measure.polarity, "holds")
    for found in _LEVEL.finditer(sentence):
        before = sentence[: found.start()].rpartition(" and ")[2]
        if (
            (found.last_group or "").removesuffix("ly") in {good, "holds"}
            and is_said_of_it(before, text)
            and not is_hedged(sentence, found)
        ):
            return not _is_then(sentence, found, text)
    return False


def _is_then(sentence: str, found: Found, text: OfMeasure) -> bool:
    """Whether the part of a sentence up to its next comma tells of another time or place."""
    until = sentence.find(", ", found.end())
    return is_of_another_time(sentence[: until if until > 0 else None], found.start(), text.judged.returned.own_period)


def _is_told_as_met(sentence: str, text: OfMeasure) -> bool:
    if _OTHERS.search(sentence):
        return False
    higher_is_better = text.judged.measure.polarity is Polarity.HIGHER
    met = _MET.search(sentence) or (_ABOVE.search(sentence) if higher_is_better else None)
    if met and not higher_is_better and "exceed" in met[0].lower():
        return False
    if not met or is_hedged(sentence, met) or _OFF_TARGET.search(sentence) or _IN_PART.search(sentence[met.end() :]):
        return False
    return not is_of_another_time(sentence, met.start(), text.judged.returned.own_period)


_POOR = Sought(
    r"\b(?:is|was|were|are|has been|remains?) (?:a (?:real |great |big )?(?:disappointment|let-down|setback|worry"
    r"|failure)"
    r"|(?:very |rather )?(?:below par|disappointing|poor|unsatisfactory|unacceptable|worrying))\b"
)


def _is_told_as_poor(clause: str, text: OfMeasure) -> bool:
    found = _POOR.search(clause)
    is_its = found and is_said_of_it(clause[: found.start()], text) and not is_hedged(clause, found)
    return bool(found and is_its) and found is not None and not _is_then(clause, found, text)


def _is_off_target(sentence: str, text: OfMeasure) -> bool:
    off = _OFF_TARGET.search(sentence)
    if not off or is_hedged(sentence, off) or _OF_THE_YEAR.search(sentence) or _IN_PART.search(sentence):
        return False
    return not is_of_another_time(sentence, off.start(), text.judged.returned.own_period)


def _other_names(text: OfMeasure) -> Iterator[Problem]:
    """A sentence that gives the measure the name of a status which neither half of it has."""
    judged = text.judged
    own = {each.status.name for each in (judged.quarter, judged.forecast) if each}
    others = tuple(each.name for each in judged.scheme.statuses if each.name not in own)
    for line in text.lines:
        if any(name in line.text for name in others):
            for sentence in line.sentences:
                found = _called(others).search(sentence)
                if found and not is_of_another_time(sentence, found.start(), judged.returned.own_period):
                    yield _problem(text, line, sentence, judged.quarter.status.name, judged.span)


@lru_cache(8)
def _called(names: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of what is called by one of some names: "remains Green"."""
    return re.compile(
        r"\b(?i:is|remains?|remained|stays?|rated|status is|status of|currently)"
        r"(?: (?i:at|as|currently|now|rated|still))?"
        rf" (?:{'|'.join(map(re.escape, names))})\b(?! [A-Z])"
    )
