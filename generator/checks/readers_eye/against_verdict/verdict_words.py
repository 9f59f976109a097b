"""What a clause says of what is measured, by its words of praise and blame: good, bad, better, worse, low, high.

The lists are data: to make a verdict known, add its word. The structure carries the precision: all that the clause
names, but for its reasons, is what is measured, and it counts nothing else.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.checks.readers_eye.against_verdict.moods import ADVERBS, BEING, CUTS, clause_start, meant_at
from generator.checks.readers_eye.against_verdict.phrases import Phrase, Phrases
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS
from generator.checks.readers_eye.text.told_of import names_nothing_else
from generator.checks.readers_eye.text.words import PASSAGES, Words, word_set, words_in_file, words_read
from generator.model.measure import Kind


class SaidOfIt(Enum):
    """What a clause says of what is measured."""

    GOOD = "good"
    BAD = "bad"
    BETTER = "better"
    WORSE = "worse"
    LOW = "low"
    HIGH = "high"
    ON_TIME = "done, or on time"
    LATE = "late"


VERDICTS = Phrases(
    {
        SaidOfIt.GOOD: " ".join(words_in_file(__name__, "words_of_praise.txt")),
        SaidOfIt.BAD: " ".join(words_in_file(__name__, "words_of_blame.txt")),
        SaidOfIt.BETTER: """better sharper stronger healthier happier brighter tighter improve improved improves
        improving mend mending recovered recovering recovers rally rallied rallying rebound rebounded rebounding
        strengthen strengthened strengthening progressed regain regained regaining smoother cleaner revival revived
        reviving upturn uplift upswing headway""",
        SaidOfIt.WORSE: """worse worst poorer weaker gloomier deteriorate deteriorated deteriorates deteriorating
        deterioration worsen worsened worsens worsening weaken weakened weakening backslide backsliding backslid
        regress regressed regression relapse relapsed downturn backwards backward faltering falter faltered flagging
        sliding slipping slipped slid""",
        SaidOfIt.ON_TIME: "on_target on_time in_time complete completed finished achieved met delivered",
        SaidOfIt.LATE: "delayed late overdue",
        SaidOfIt.LOW: "low very_low a_low_level low_level",
        SaidOfIt.HIGH: "high very_high a_high_level a_high_standard high_level",
    }
)
_NOT = word_set(
    """no not never nothing nobody none nor neither hardly scarcely barely without cannot can't don't doesn't didn't
    isn't aren't wasn't weren't won't hasn't haven't few little less least nowhere unlikely anything"""
)
_NOT_OF_IT = word_set(
    """despite notwithstanding spite alone direction directions trend trends trajectory travel spring summer autumn
    winter christmas easter"""
)
"""Subjects of which something is said in the face of the result, of its travel, or of another time."""
_IN_NUMBERS = (frozenset(IN_WORDS) - {"no", "one"}) | word_set("third fourth fifth others other")
"""What is counted is no result, but a part, or something else."""
_REASONS = word_set(
    "due owing thanks despite given considering following after reflecting considering with by from spite amid amidst"
)
"""What a clause has before its reasons, which may name anything."""
_FELT = word_set("with by from")
"""Right after a word these say what it is of: "pleased with"."""
_HEADS = word_set(
    """news achievement achievements half-year showing effort record footing display tale affair spell stretch account
    verdict tally shape reflection environment climate circumstances conditions challenging difficult tough demanding"""
)
"""What may be called good or bad in the measure's place, and in what it came about."""


class VerdictTold(NamedTuple):
    """A verdict that is told, its clause, the same with its subject, and where the word that says it begins."""

    said: SaidOfIt
    clause: str
    all_told: str
    at: int


def verdicts_in(sentence: str, text: OfMeasure) -> Mapping[SaidOfIt, VerdictTold]:
    """What the clauses of a sentence say of the measure that name nothing else, the first of each kind."""
    return _verdicts_in(sentence, text.title, is_of_days=text.judged.measure.kind in {Kind.DATE, Kind.MILESTONE})


@lru_cache(PASSAGES)
def _verdicts_in(sentence: str, title: str, *, is_of_days: bool) -> Mapping[SaidOfIt, VerdictTold]:
    words, titled, by_clause = words_read(sentence), title.lower(), dict[int, list[Phrase[SaidOfIt]]]()
    for phrase in VERDICTS.found_in(words):
        if phrase.says in _OF_DAYS and not is_of_days:
            continue
        if words.at(phrase.first) not in titled or phrase.after - phrase.first > 1:
            by_clause.setdefault(_start(words, phrase.first), []).append(phrase)
    found: dict[SaidOfIt, VerdictTold] = {}
    for start, phrases in by_clause.items():
        told = _said_in(words, start, phrases, title)
        if told:
            found.setdefault(told.said, told)
    return found


def _start(words: Words, first: int) -> int:
    """Where the clause of a verdict begins: after "that" where there is a subject of its own."""
    start = clause_start(words, first)
    own = next((each + 1 for each in range(first - 1, start, -1) if words.words[each] == "that"), start)
    is_part = _is_subjectless(words, own, first) or not _NOT.isdisjoint(words.words[start:own])
    return start if is_part else own


def _said_in(words: Words, start: int, phrases: Sequence[Phrase[SaidOfIt]], title: str) -> VerdictTold | None:
    """What a clause says that begins at a place, by the words of praise and blame in it."""
    after, rest = phrases[-1].after, range(phrases[-1].after, len(words.words))
    cuts = [
        each for each in rest if words.words[each] in CUTS or words.words[each] in _REASONS or _is_more(words, each)
    ]
    is_felt = phrases[-1].after - phrases[-1].first == 1 and words.at(after) in _FELT
    end = next((each for each in cuts if each > after or not is_felt), len(words.words))
    told = [each for each in phrases if _is_said(words, each)]
    kinds = {each.says for each in told}
    if not told or kinds >= {SaidOfIt.GOOD, SaidOfIt.BAD} or kinds >= {SaidOfIt.BETTER, SaidOfIt.WORSE}:
        return None
    (says, first, _), clause = told[0], words.words[start:end]
    goes_on = start and _is_subjectless(words, start, first)
    said_by = {place for each in phrases for place in range(each.first, each.after)}
    begins, ends = _subject(words, start, first)
    head = [words.words[each] for each in range(begins, ends) if each not in said_by]
    left = [words.words[each] for each in range(start, end) if each not in said_by]
    meant, is_denied = meant_at(words, first, is_verb=False), not _NOT.isdisjoint(head)
    if not meant or meant.is_foreseen or not _names_it(head, left, title):
        return None
    if says in _OF_A_CHANGE and (is_denied or goes_on or any(each[0].isdigit() for each in clause)):
        return None
    said, told_of = (
        _DENIED.get(says, says) if is_denied else says,
        words.quoted(min(begins, start), _up_to(words, end) - 1),
    )
    return VerdictTold(said, words.quoted(start, end - 1), told_of, words.start(first))


def _up_to(words: Words, end: int) -> int:
    """Where a clause ends with the figure after it: ", at 3.1%"."""
    if words.at(end) in {",", "("} and (words.at(end + 1) == "at" or words.at(end + 1)[:1].isdigit()):
        return next((each for each in range(end + 1, len(words.words)) if words.words[each] in CUTS), len(words.words))
    return end


def _names_it(head: Sequence[str], left: Sequence[str], title: str) -> bool:
    """Whether the subject of a verdict, and all its clause, name nothing but the measure, or who brought it about."""
    if not _NOT_OF_IT.isdisjoint(head) or list(head[:2]) == ["for", "all"] or not _IN_NUMBERS.isdisjoint(left):
        return False
    is_done = any(each.startswith(("perform", "result", "quarter")) for each in left)
    if not _PERSONS.isdisjoint((*head, *left)) and not is_done:
        return False
    named = (
        each
        for each in (*head, *left)
        if each not in _PERSONS and each not in BODIES and each not in _HEADS and each[-2:] != "ly"
    )
    return names_nothing_else(" ".join(named), title)


_PERSONS = word_set("team teams staff officers colleagues crews advisers managers workers everyone contractor")
"""What they do well is the result only where their performance is named."""
_SERVED = word_set("children residents callers customers tenants families patients pupils users clients members public")
BODIES = _SERVED | word_set(
    """centre contact service office council directorate department university college trust authority board association
    force company handling getting gets get receiving receive receives received offering offer offers provide provides
    providing maintained maintains maintain cause causes reason reasons matter source delivery
    area milestone town city borough county district"""
)
"""Those who do what is measured or to whom it is done, and what they do."""
_OF_A_CHANGE = (SaidOfIt.BETTER, SaidOfIt.WORSE)
_OF_DAYS = (SaidOfIt.ON_TIME, SaidOfIt.LATE)
"""What is said of what a measure without a figure waits for."""
_DENIED = {
    SaidOfIt.GOOD: SaidOfIt.BAD,
    SaidOfIt.BAD: SaidOfIt.GOOD,
    SaidOfIt.LOW: SaidOfIt.HIGH,
    SaidOfIt.HIGH: SaidOfIt.LOW,
    SaidOfIt.ON_TIME: SaidOfIt.LATE,
    SaidOfIt.LATE: SaidOfIt.ON_TIME,
}
_SUBJECTLESS = BEING | ADVERBS | word_set("which that it this these they a an the much very quite really too far")
"""A clause of these alone goes on about what the one before it is about."""
_ITSELF = word_set("result performance quarter year month figure picture position")
_FAR = word_set(
    """over under above below beyond short ahead behind off outside into past before within inside on placed worth aware
    used"""
)
"""After "well", which is no praise then."""


def _is_subjectless(words: Words, start: int, end: int) -> bool:
    return all(each in _SUBJECTLESS or each[-2:] == "ly" for each in words.words[start:end])


def _subject(words: Words, start: int, first: int) -> tuple[int, int]:
    """Where the subject of a verdict begins and ends: before it in its clause, or else in the one before."""
    end = first
    while start and _is_subjectless(words, start, end):
        if words.words[start - 1] == "which":
            return 0, next(each for each in range(first) if words.words[each] in CUTS)
        while start and words.words[start - 1] in CUTS:
            start -= 1
        end, start = start, clause_start(words, max(start - 1, 0))
    return start, end


_NOT_IT = word_set("number deal amount many few majority work progress practice start use case relationship")
"""What is good here is not the measure."""


def _is_more(words: Words, place: int) -> bool:
    """Whether "that" tells more of what is called so: "a quarter that"."""
    return words.at(place) == "that" and words.at(place - 1) in _ITSELF


def _is_said(words: Words, phrase: Phrase[SaidOfIt]) -> bool:
    """Whether a word is said of something, and is no part of "well over", "as good as", or "a good many"."""
    first, after, is_alone = words.at(phrase.first), words.at(phrase.after), phrase.after - phrase.first == 1
    if (
        words.at(phrase.first - 1) in {"more", "less"}
        or (first == "well" and after in _FAR)
        or after in _NOT_IT
        or after in BEING
        or after[:1].isdigit()
    ):
        return False
    if first == "as" or after == words.at(phrase.first - 1) == "as":
        return not is_alone and words.at(phrase.first - 2) != "as"
    return first != "on" or after != "to"
