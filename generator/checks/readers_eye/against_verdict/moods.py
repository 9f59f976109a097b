"""Whether what a clause says at a place is so, foreseen, denied or only hoped for, by the words before it."""

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.checks.readers_eye.against_verdict.phrases import Phrase, Phrases
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.checks.readers_eye.text.words import PASSAGES, Words, word_set, words_read


class Mood(Enum):
    """How what follows is meant."""

    WILL = "foreseen"
    MAY = "hoped"
    NOT = "denied"
    UNLIKELY = "foreseen not to be"
    CAN = "done, where what follows is an infinitive"


_MOODS = Phrases(
    {
        Mood.WILL: """will shall should we'll it'll this'll expect expects expecting is_expected are_expected
        be_expected is_now_expected still_expected forecast forecasts forecasting predict predicts predicted we_project
        projected projecting anticipate anticipates anticipated anticipating foresee foresees foreseeing likely
        confident set_to poised on_course on_track on_schedule well_placed looks_like looks_set looks_likely
        look_set look_likely optimistic""",
        Mood.MAY: """would could might may must if unless until whether hope hopes hoped hoping want wants wanted
        wanting try tries trying seek seeks seeking ensure ensures ensuring once ought how when where can had_expected
        we_expected in_order aim aims need needs can_only remains_to wish so_that before far_from towards short_of
        plans_to planned_to should_have had_been having_been
        committed commitment focus focused help helping aspire aspires ambition scope_for opportunities""",
        Mood.NOT: """not never cannot fail fails failed failing unable nowhere neither nor hardly without
        no_longer don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't can't couldn't yet_to
        nothing no_reason""",
        Mood.UNLIKELY: "unlikely won't",
        Mood.CAN: """able_to managed_to continue_to continues_to continued_to continuing_to caused_us_to led_us_to
        causing_us_to leading_us_to forced_us_to""",
    }
)
_NOT_DENIED = word_set("only just merely")
"""After "not"."""
BEING = word_set(
    """is are was were be been being has have had it's we're they're that's now still currently not will remains remain
    remained stays stayed looks seems"""
)
"""What stands before what something is."""
ADVERBS = word_set("again once just only also still now all but already almost nearly therefore not never yet")
CUTS = word_set(", ; : ( ) – — but while whilst although though because as whereas which and so since")
"""What one clause ends with or another begins with."""
_TO_DO = word_set(
    """be get bring come finish end keep stay remain return move go land close meet reach hit achieve attain beat
    exceed make deliver fulfil surpass miss"""
)
_PLAIN = word_set("meet reach achieve attain beat exceed make deliver fulfil surpass miss")
"""Verbs as they stand after "to" or "did not"."""
_SUBJECTS = word_set("we they us it them performance")


class Meant(NamedTuple):
    """How something in a clause is meant: the places where its clause starts, and those of the words that say it."""

    start: int
    is_denied: bool
    is_foreseen: bool
    said_by: frozenset[int]


def meant_at(words: Words, first: int, *, is_verb: bool = True) -> Meant | None:
    """How what begins at a place is meant; None where it is only hoped for, meant, or supposed."""
    start = clause_start(words, first)
    before = [each for each in _moods_in(words.typed) if start <= each.first < first]
    kinds = {each.says for each in before}
    is_foreseen = not kinds.isdisjoint({Mood.WILL, Mood.UNLIKELY})
    if Mood.MAY in kinds or "if" in words.words[:first]:
        return None
    near = range(max(start, first - 4), first)
    to = next((each for each in near if words.words[each] == "to" and words.at(each + 1) in _TO_DO), None)
    is_done = any(each.says in {Mood.CAN, Mood.NOT} and to in {each.after, each.after - 1} for each in before)
    if to is not None and not is_foreseen and not is_done:
        return None
    if is_verb and to is None and not kinds and not _is_finite(words, first):
        return None
    denying = [each for each in before if each.says in {Mood.NOT, Mood.UNLIKELY}]
    denied = [each for each in denying if words.at(each.after) not in _NOT_DENIED]
    said_by = frozenset(place for each in before for place in range(each.first, each.after))
    return Meant(start, bool(len(denied) % 2), is_foreseen, said_by)


def is_doubted(sentence: str, at: int) -> bool:
    """Whether what stands at a place of a sentence is hoped for, foreseen or denied there."""
    words = words_read(sentence)
    first = next((each for each in range(len(words.words)) if words.start(each) >= at), len(words.words))
    meant, to = meant_at(words, first, is_verb=False), first - 1
    while words.at(to) == "further" or words.at(to)[-2:] == "ly":
        to -= 1
    is_meant = words.at(to) == "to" and not any(
        each.says is Mood.CAN and each.after - 1 == to for each in _moods_in(sentence)
    )
    return is_meant or meant is None or meant.is_denied or meant.is_foreseen


_PLANS = any_of(
    r"""plans? boards? programmes? teams? groups? projects? work actions? measures activit\w+ initiatives? strateg\w+
    partners? officers? services? journey advis\w+ targets? notices? surger\w+ meetings? process\w*"""
)
_OF_A_PLAN = Sought(rf" (?:{_PLANS})\b")


def is_of_a_plan(after: str) -> bool:
    """Whether what comes after a word makes it the name of a plan, a board and the like."""
    return _OF_A_PLAN.match_part(after) is not None


@lru_cache(PASSAGES)
def _moods_in(sentence: str) -> tuple[Phrase[Mood], ...]:
    return tuple(_MOODS.found_in(words_read(sentence)))


def clause_start(words: Words, place: int) -> int:
    """The place at which the clause of a word begins."""
    while place > 0 and (words.words[place - 1] not in CUTS or words.at(place) == "to"):
        place -= 1
    return place


def _is_finite(words: Words, first: int) -> bool:
    """Whether a verb is one of what is so: "we meet", "is meeting", but neither "meeting it" nor "to meet it"."""
    word, place = words.at(first), before_adverbs(words, first)
    if word.endswith("ing"):
        return words.at(place) in BEING or words.at(place) in _SUBJECTS
    return word not in _PLAIN or words.at(place) in _SUBJECTS


def before_adverbs(words: Words, first: int) -> int:
    """The place of the last word before one that is no adverb."""
    place = first - 1
    while words.at(place) in ADVERBS or words.at(place).endswith("ly"):
        place -= 1
    return place
