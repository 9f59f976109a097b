"""What a clause that names nothing but the measure says of it, by its words alone: good, bad, better, worse, near.

The lists are data: to make a verdict known, add its word. A word is as good as its opposite after "not" or "hardly".
"""

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from generator.checks.readers_eye.against_verdict.praise import BAD, GOOD, WELL
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.sentences import clauses_of
from generator.checks.readers_eye.text.told_of import AIM_WORDS, is_of_its_name, names_nothing_else
from generator.checks.readers_eye.text.words import PASSAGES, has_any, word_set, words_read

_GOOD = (
    GOOD
    | WELL
    | word_set(
        """pleased please pleasant satisfied encouraged reassured heartened envy gratified praise cheer cheerful
    cheered thrive thrives flourish comfortably comfort content happily delighted delight delightful proudly
    pride triumph triumphs success successes successfully shine shines shining shone excel excels excelled
    excelling win wins won winning winner credit confident confidence applaud applause congratulated
    congratulations congratulate kudos bravo safe safely sparkle dependably reliable reliably effortless
    effortlessly effective effectively efficient efficiently relish savour celebrate celebration celebrated
    accomplished accomplishment merit honour gratitude thanks thrilled enjoy enjoyed prosper prospers prospered
    commend commended hearty hitch-free painless painlessly crisp crisply world-class"""
    )
)
_BAD = BAD | word_set(
    """disappointed disappointment disappoints disheartened worry worried worries worrisome trouble troubled
    troubles alarm alarmed unacceptably regrettably regret concern concerned concerns gloom sadly grimly shame
    ashamed embarrassed embarrassment frustrated unhappily fail failed failing fails failure failings struggling
    struggle struggled struggles lagging lag lags lagged unwelcome dissatisfied complain complaint fault fuss
    delay slow slowly apologise apology apologies blame criticism anxiety unease disquiet regretted setback blow
    flop fiasco slump crisis wanting forget eludes eluded elude painful painfully uncomfortable uncomfortably
    unsound hopeless hopelessly dissatisfying problem problems issue issues"""
)
_BETTER = word_set(
    """better brisker quicker sharper stronger healthier happier brighter faster sooner tighter fitter finer improve
    improved improves improving mend mending recovered recovering rally rallied
    rallying rebound rebounded rebounding strengthen strengthened strengthening progressed
    regain regained regaining smoother cleaner rosier resurgence resurgent revival revived
    reviving upturn uplift upswing headway blossoming"""
)
_WORSE = word_set(
    """worse worst poorer weaker slower unhealthier gloomier sicker deteriorate deteriorated deteriorates deteriorating
    deterioration worsen worsened worsens worsening weaken weakened weakening backslide backsliding backslid regress
    regressed regression relapse relapsed downturn backwards backward faltering falter faltered ailing flagging sagging
    sliding slipping slipped slid"""
)
_SLIGHT = word_set(
    """sliver hair hairsbreadth breadth whisker fraction fractionally shade tad touch inch nose step
    smidgen smidge trifle
    negligible slight slightly small minor narrow narrowly narrowest marginal marginally trifling slender slim minimal
    tiny nearly almost practically virtually barely scarcely immaterial insignificant paltry modest notch"""
)
_NOT = word_set(
    """no not never nothing nobody none nor neither hardly scarcely barely without cannot can't don't doesn't didn't
    isn't aren't wasn't weren't won't hasn't haven't few little less nowhere unlikely far rather anything"""
)
_UNSURE = word_set(
    """will would should could may might shall aim aims hope hopes hoped plan plans expect expects expected if until
    unless once when whether must need needs want wants wish anticipate anticipated forecast target-setting intend
    intends ought try tries trying towards ensure ensuring help helps seek seeks next future soon potential"""
)
_ALL = _GOOD | _BAD | _BETTER | _WORSE | _SLIGHT
_WELL = re.compile(r"\bwell(?:$| (?:in|on|again|this|with|over|during|as|and|at|for|indeed|enough)\b)", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:and |so |yet )?(?:it|we|this|that|performance|things|the|our|all|there)\b", re.IGNORECASE)
"""How a later clause begins that has a subject of its own."""
_MOST = 22
"""Words: a verdict is short."""


class SaidOfIt(Enum):
    """What a clause says of what is measured."""

    GOOD = "good"
    BAD = "bad"
    BETTER = "better"
    WORSE = "worse"
    NEAR = "near its target"


def verdicts_in(sentence: str, text: OfMeasure) -> Mapping[SaidOfIt, str]:
    """What the clauses of a sentence say of the measure that name nothing else, each with its words."""
    return _verdicts_in(sentence, text.title)


@lru_cache(PASSAGES)
def _verdicts_in(sentence: str, title: str) -> Mapping[SaidOfIt, str]:
    found: dict[SaidOfIt, str] = {}
    if not has_any(sentence, _ALL):
        return found
    for place, clause in enumerate(clauses_of(sentence)):
        said = _said_in(clause, title) if not place or _SUBJECT.match(clause) else None
        if said:
            found.setdefault(said, clause)
    return found


def _said_in(clause: str, title: str) -> SaidOfIt | None:
    words = [each for each in words_read(clause).words if each[0].isalpha()]
    told = {each for each in _ALL.intersection(words) if not is_of_its_name(each, title)}
    if "well" in told and not _WELL.search(clause):
        told.remove("well")
    if not told or len(words) > _MOST or not _UNSURE.isdisjoint(words) or words[0] == "to":
        return None
    if not names_nothing_else(" ".join(each for each in words if each not in _ALL), title):
        return None
    at = min(map(words.index, told))
    is_denied = not _NOT.isdisjoint(words[:at])
    if told & _SLIGHT:
        return SaidOfIt.NEAR if AIM_WORDS.intersection(words) else None
    good, bad = bool(told & _GOOD), bool(told & _BAD)
    better, worse = bool(told & _BETTER), bool(told & _WORSE)
    if (good and bad) or (better and worse):
        return None
    if better or worse:
        return None if is_denied or any(map(str.isdigit, clause)) else SaidOfIt.BETTER if better else SaidOfIt.WORSE
    return SaidOfIt.GOOD if good != is_denied else SaidOfIt.BAD
