"""The words that tell a side of a target, and what a target is called beside them: the lists are data."""

import re
from enum import Enum

from generator.checks.readers_eye.against_verdict.phrases import Phrases
from generator.checks.readers_eye.text.aims import AIMS, WANTED
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.told_of import AIM_WORDS
from generator.checks.readers_eye.text.words import word_set
from generator.model.period import MONTH_NAMES


class Side(Enum):
    """A side of a target."""

    BETTER = "as good or better"
    WORSE = "worse"
    MORE = "above"
    LESS = "below"
    BEYOND = "exceeded"
    SHORT = "short"
    """These two are well and ill, or above and below: where lower is better nobody can tell."""
    LEVEL = "level"
    UNLIKE = "not level"


DENIED = {
    Side.BETTER: Side.WORSE,
    Side.WORSE: Side.BETTER,
    Side.MORE: Side.LESS,
    Side.LESS: Side.MORE,
    Side.SHORT: Side.BETTER,
    Side.BEYOND: Side.LESS,
    Side.LEVEL: Side.UNLIKE,
}
_DONE = """met hit reached achieved attained beaten bettered cleared satisfied fulfilled delivered made outdone
    smashed"""
SIDES = Phrases(
    {
        Side.BETTER: f"""{_DONE} meet meets meeting hits hitting reach reaches reaching achieve achieves achieving
        attain attains attaining beat beats beating better_than betters clear_of clears
        satisfies fulfil fulfils deliver make making outstripped outperformed outperforming ahead_of within inside
        in_front_of kept_to kept_within keeping_within stayed_within keep_to right_side_of safely_under
        on_track_for
        on_course_for on_the_way_to on_our_way_to heading_for catch_up_with catching_up_with caught_up_with back_to
        up_to
        return_to returning_to recover_to restored_to""",
        Side.SHORT: "short_of shy_of",
        Side.WORSE: """missed misses missing miss fell_short_of falls_short_of fall_short_of falling_short_of
        adrift_of behind outside worse_than off wide_of
        wrong_side_of some_way_from a_long_way_from far_from away_from distant_from outwith lagging lags lagged
        trailing trails trailed poorer_than weaker_than failing_against""",
        Side.MORE: """above over beyond higher_than more_than greater_than larger_than longer_than in_excess_of past
        overshot overshoots overshooting""",
        Side.BEYOND: "exceed exceeded exceeds exceeding surpass surpassed surpasses surpassing passed topped tops",
        Side.LESS: """below under beneath lower_than less_than fewer_than smaller_than shorter_than quicker_than
        undershot undershoots""",
        Side.LEVEL: """in_line_with on at level_with on_a_par_with back_on back_at running_to going_to performing_to
        progressing_to working_to
        matching matches matched equal_to in_keeping_with where""",
    }
)
OF_AIM = Phrases(
    {
        Side.BETTER: f"{_DONE} safe secure within_reach within_our_reach within_our_grasp in_sight",
        Side.WORSE: """missed out_of_reach beyond_us beyond_reach beyond_our_reach lost unachievable unattainable gone
        at_risk in_doubt in_danger""",
        Side.BEYOND: "exceeded topped surpassed",
        Side.MORE: "overshot",
    }
)
"""What a target is, or was."""
TO_COME = word_set("safe secure within in out beyond lost unachievable unattainable gone at")
IN_DANGER = word_set("risk doubt danger")
"""Of these a target may be, and still be met: they count only where they are denied."""
BARE_SIDES = Phrases(
    {
        Side.SHORT: "short shy",
        Side.WORSE: """the_shortfall this_shortfall our_shortfall the_underperformance this_underperformance
        adrift behind the_under-performance this_under-performance the_underachievement missed_by
        off_target off_the_target""",
        Side.BETTER: "ahead fully_compliant 100%_compliant in_full_compliance",
        Side.MORE: "over above",
        Side.LESS: "under below",
    }
)
"""What needs no target after it, where it is clear that it is meant."""
COMPARED_SIDES = {
    **dict.fromkeys(("more", "higher", "longer", "slower", "greater", "larger"), Side.MORE),
    **dict.fromkeys(("fewer", "less", "lower", "shorter", "smaller"), Side.LESS),
    "better": Side.BETTER,
    "worse": Side.WORSE,
}
"""What may stand apart from its "than"."""
AMOUNT = re.compile(r"\d(?:%| [a-z]+){0,2} $")
"""What makes of "short" that it is below."""
BROUGHT = word_set("us it them")
"""Whom something brings to a target."""
_OWN = r"(?:(?:the|our|its|this|that|what|their|an?|to|for|from|by|of|all|it|we|members) )*"
_FIGURE = r"(?P<figure>£?\d[\d,.]*\d(?:k|m|bn)?|£?\d)(?:%| per cent)?(?:-[a-z]+)?"
AIM_BEGINS = AIM_WORDS | word_set(
    """goals aims benchmark cap maximum minimum aspiration ambition requirement expectations bars yardstick allowance
    tolerance forecast where we members cabinet board council committee contract plan planned profiled budgeted expected
    allowed allow allows promised intended hoped asked required demanded wanted needed set agreed trajectory aimed
    anticipated pledged targeted limits standards"""
)
AIM_AFTER = Sought(
    rf" (?P<own>{_OWN})(?P<between>(?:[a-z][a-z’'/-]+ |31 ){{0,3}}?)(?:{_FIGURE} (?:[a-z]+ )??)?"
    rf"(?:(?P<aim>{AIMS})\b(?! (?:group|cohort|date|area|audience|operating|procedure|letter|number|hardening)s?\b)"
    rf"|(?P<wish>(?:that |which )?(?:{WANTED}|(?:we|was|were|is|are) (?:set|asked|allow(?:ed)?|promised?|planned"
    r"|profiled)|planned|profiled|budgeted|expected|allowed|promised|intended|hoped)\b))"
)
FIGURE_AFTER = Sought(rf" {_OWN}(?:[a-z]+ )??{_FIGURE}")
FIGURE_OF_IT = Sought(rf" of {_FIGURE}")
THAN_AIM = Sought(
    rf"(?P<what>(?: [a-z’'-]+){{1,7}}?) than {_OWN}(?:[a-z]+ )?"
    rf"(?:{AIMS}|{WANTED}|(?:would|want|wish|like|aim|plan|hope|expect|need)\b|planned|expected|hoped|profiled|budgeted)"
)
"""What stands between "fewer" and what it is fewer than."""
NO_NAME = word_set(
    """and but or with by in on at when because while after before missed met below above under over than it we they is
    are was were has have had not also as if so"""
)
YEARS = word_set("year-end annual full-year year's year end yearly")
OF_ANOTHER = word_set(
    """monthly weekly daily last next contract member members district districts ward wards area areas site sites
    previous individual interim stretch every half-way halfway midway"""
)
YEAR_END = Sought(
    r"\b(?:year[- ]end|(?:end|close) of (?:the )?(?:financial )?year|end the year|full[- ]year|whole year"
    r"|(?:for|over) the (?:financial )?year|year['’]s (?:end|target)|annual|year as a whole|year out"
    r"|year (?:[a-z]+ ){0,3}(?:end|clos|finish)[a-z]*|(?:ending|finish|finishing|closing) the year)\b"
)
ANOTHER_TIME = Sought(
    r"\b(?:next|following|coming|q\d|quarter \d|(?:first|second|third|fourth|last|final) (?:quarter|term)|christmas"
    r"|easter|spring|summer|autumn|winter|(?:longer|long|medium)[- ]term|20\d\d|future|in time|new year|(?:by|in) may|"
    + "|".join(each.lower() for each in MONTH_NAMES if each != "May")
    + r")\b"
)
IN_PART = Sought(
    r"\b(?:in other|elsewhere|other measures?|(?:every|each) (?:other |single )?(?:month|week|quarter|one|of)"
    r"|for (?:\w+ )?months|national\w*|compared (?:with|to) other"
    r"|(?:\d+|one|two|three|four|five|most|some|all|none|half) (?:out )?of (?:the |our |these )?(?:[a-z]+ )?"
    r"(?:\d+|two|three|four|five|six|nine|twelve)? ?(?:days|nights|months|weeks|quarters|targets|measures|areas"
    r"|districts|wards|teams|services|schools|sites))\b"
)
OF_WHAT = Sought(
    r"^[^,.;:(]{0,20}? (?:for|in|at|among|on) (?P<what>[^,.;:(]{3,60}?)"
    r"(?=$|[,.;:(]| (?:because|due|owing|thanks|despite|although|though|while|but|and|with|as|since|when|after"
    r"|following|which|even|this|at|by|for|in|on)\b)"
)
NAMES_A_SIDE = (
    Sought(rf"\b(?:{AIMS}|{WANTED})\b"),
    Sought(
        r"\b(?:short|shy|adrift|behind|missed|ahead|over|under|above|below|off target|compliant"
        r"|compliance|shortfall|under-?performance|underachievement)\b"
    ),
)
"""What a sentence has that tells one."""
SOFTLY = word_set("falls well just far slightly narrowly comfortably only still way marginally fractionally")
WITHOUT_TARGET = word_set(
    "at this because for again overall owing due with is was against has reflects can relates stems"
)
"""What may follow a side that names no target."""
ON_TARGET = word_set("year quarter in out up exactly bang spot right came come finished ended ended finish end landed")
"""What may come before "on target", besides what says that something is."""
EASILY = word_set("comfortably easily handsomely convincingly happily")
"""What makes of "exceeded" that it is well."""
