"""NUM14: a gap between result and target that the words make smaller than it is."""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from itertools import takewhile

from generator.checks.readers_eye.against_verdict.moods import BEING, meant_at
from generator.checks.readers_eye.against_verdict.phrases import Phrase, Phrases
from generator.checks.readers_eye.comparisons.subjects import before_it, is_of_the_result
from generator.checks.readers_eye.standing.side_words import YEAR_END
from generator.checks.readers_eye.text.aims import AN_AIM
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS, figures_in
from generator.checks.readers_eye.text.line import Line
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import is_of_another_time
from generator.checks.readers_eye.text.told_of import names_nothing_else
from generator.checks.readers_eye.text.words import Words, word_set, words_read
from generator.model.problem import Problem


class _Small(Enum):
    ADVERB = "before what something is off"
    NEARLY = "before that, or what was done"
    ADJECTIVE = "before a gap"
    CLOSE = "by itself"
    MISSED = "the same, and without a target"


_SMALL = Phrases(
    {
        _Small.ADVERB: """slightly marginally narrowly fractionally a_little a_touch a_shade a_whisker only_just just
        a_fraction very_close close_to a_handful a_few a_smidgen a_smidge a_sliver a_tad a_trifle barely scarcely
        a_notch a_hair a_hair's_breadth a_bit an_inch a_nose""",
        _Small.NEARLY: """nearly almost all_but practically virtually as_good_as more_or_less just_about effectively
        pretty_much near_enough within_an_ace_of to_all_intents_and_purposes""",
        _Small.ADJECTIVE: """slight small marginal minor modest minimal tiny trifling negligible slender narrow
        narrowest slim insignificant""",
        _Small.CLOSE: """close_to_achieving close_to_meeting close_to_reaching close_to_hitting just_out_of_reach
        within_touching_distance within_a_whisker within_striking_distance within_sight_of within_reach_of
        within_hailing_distance within_an_ace within_a_fraction within_a_point within_a_day within_a_step within_an_inch
        within_a_stone's_throw a_whisker_from a_step_from an_inch_from a_point_from a_day_from a_hair's_breadth_from
        touching_distance_from not_far_off not_far_short_of not_far_from never_far_off never_far_from no_distance_from
        not_a_million_miles_from not_a_million_miles_off a_short_step_from just_short_of just_shy_of just_off
        just_outside hovering_around hovering_near hovering_just_below hovering_just_above hovering_just_under
        in_sight_of hard_on_the_heels_of hot_on_the_heels_of snapping_at knocking_on nudging by_a_whisker by_a_hair
        by_a_nose by_a_fraction by_a_touch by_a_shade by_a_sliver by_a_narrow_margin by_a_small_margin
        by_the_narrowest_of_margins close_to_target close_to_the_target close_to_our_target very_close_to_target
        very_close_to_the_target
        by_the_slimmest_of_margins by_a_slim_margin by_a_slender_margin by_a_tiny_margin by_a_small_amount
        by_a_tiny_amount with_a_narrow_margin""",
        _Small.MISSED: """slightly_short marginally_short fractionally_short narrowly_short just_short a_little_short
        a_touch_short a_shade_short a_bit_short a_fraction_short
        narrowly_miss narrowly_missed narrowly_misses narrowly_missing came_close came_very_close
        came_so_close came_quite_close ran_it_close got_close went_close comes_close a_near_miss a_narrow_miss""",
    }
)
_OFF = word_set(
    """below under above over short off outside behind miss missed missing misses longer slower later higher lower shy
    more less worse adrift away beyond past fewer wide from gap shortfall"""
)
_AMOUNT = frozenset(IN_WORDS) | word_set("half third thirds quarter quarters fifth tenth double twice dozen hundred")
"""What "nearly" is said of where something is nearly so much off."""
_DONE = word_set("on at met hit reached reaching meeting hitting there made achieved achieving")
_GAP = word_set(
    "gap shortfall deviation deficit variance slippage miss overshoot overrun margin difference underperformance"
)
_DIP, _BELOW = word_set("dip drop fall decline slip"), word_set("against below under")
_OF_WHAT = word_set("of on in for at with")
"""After "just short" and the like, before what something is short of."""
_WITHIN = 4
"""Words after one that makes small, in which that must be what it makes small."""
_OTHERS = Sought(
    r"\b(?:national\w*(?! (?:standard|target))|England|region\w*|neighbours?|comparator"
    r"|other (?:councils?|authorities|areas?)|peers?)\b"
)
_SMALL_GAP = -5
"""Per cent of the target."""


def small_gaps(text: OfMeasure) -> Iterator[Problem]:
    """NUM14 for "slightly" or "narrowly" of a gap of more than 5%."""
    gap = text.judged.quarter.deviation
    if not text.judged.quarter.status.exception or gap is None or gap >= _SMALL_GAP:
        return
    for line, sentence in text.sentences:
        words = words_read(sentence)
        found = next((each for each in _made_small_in(sentence) if _is_off_the_aim(line, sentence, each, text)), None)
        if found:
            told = words.quoted(found.first, found.after - 1)
            yield text.problem("NUM14", line, sentence, words=told, really=f"{abs(round(gap))}% off target")


def _made_small_in(sentence: str) -> Iterator[Phrase[_Small]]:
    """Every word that makes small what something is off, up to that."""
    words = words_read(sentence)
    for each in _SMALL.found_in(words):
        if each.says in {_Small.CLOSE, _Small.MISSED}:
            yield each
            continue
        after = list(takewhile(lambda word: word[0].isalnum(), words.words[each.after : each.after + _WITHIN]))
        if each.says is _Small.ADJECTIVE:
            of = next((place for place, word in enumerate(after[:2]) if word in _GAP), None)
            gap = next((each for each in range(each.first - 1, -1, -1) if words.words[each] in _GAP), None)
            if gap is not None and words.at(each.first - 1) in BEING:
                yield each._replace(first=gap)
            of = 1 if after[:1] and after[0] in _DIP and not _BELOW.isdisjoint(after[1:2]) else of
        else:
            is_nearly = each.says is _Small.NEARLY
            of = next(
                (place for place, word in enumerate(after) if word in (_OFF | _DONE if is_nearly else _OFF)), None
            )
            if is_nearly and not _AMOUNT.isdisjoint(after[:of]):
                continue
        if of is not None:
            yield each._replace(after=each.after + of + 1)


def _is_off_the_aim(line: Line, sentence: str, found: Phrase[_Small], text: OfMeasure) -> bool:
    """Whether what is called near is the target, of what is measured, and now."""
    words = words_read(sentence)
    at = words.start(found.first)
    clause = around(sentence, at)
    is_of_another = found.says is not _Small.MISSED or words.at(found.after) in _OF_WHAT
    if is_of_another and not (AN_AIM.search_part(clause) or _has_the_target(words, found.after, text)):
        return False
    if _OTHERS.search(sentence) or _tells_another_figure(sentence, text):
        return False
    meant = meant_at(words, found.first, is_verb=False)
    if not meant or meant.is_denied or _is_of_then(sentence, at, text):
        return False
    left = clause.replace(words.quoted(found.first, found.after - 1), "")
    is_its = names_nothing_else(left, text.title) or text.has_the_result(sentence)
    is_first = bool(text.account) and sentence == text.account[0].sentences[0]
    opens = (is_first or found.first == meant.start) and shared(clause, text.subject) > 0
    return is_its or opens or is_of_the_result(sentence, at, text, before_it(line, sentence))


_LED = word_set("than the our of")


def _has_the_target(words: Words, after: int, text: OfMeasure) -> bool:
    """Whether the target's number stands right after what is called near: "just outside the ten we allow"."""
    number = next((words.words[each] for each in range(after, len(words.words)) if words.words[each] not in _LED), "")
    figures = figures_in(number)
    value = figures[0].value if figures else IN_WORDS.get(number)
    return value is not None and value == text.judged.quarter.target


def _tells_another_figure(sentence: str, text: OfMeasure) -> bool:
    """Whether the sentence has a figure of the measure's unit that is not the result: it may speak of another group."""
    own = [each for each in (text.judged.quarter.actual, text.judged.quarter.target) if isinstance(each, Decimal)]
    of_its_unit = (each for each in figures_in(sentence) if text.unit and each.unit == text.unit)
    return any(not any(map(each.agrees_with, own)) for each in of_its_unit)


def _is_of_then(sentence: str, at: int, text: OfMeasure) -> bool:
    said = sentence.replace("national standard", "standard").replace("national target", "target")
    return YEAR_END.search(sentence) is not None or is_of_another_time(said, at, text.judged.returned.own_period)
