"""Whether what is said to move, since no time that is named, is the result: by its subject, or what the move is of."""

import re
from collections.abc import Iterator

from generator.checks.readers_eye.against_verdict.moods import is_of_a_plan
from generator.checks.readers_eye.against_verdict.verdict_words import SaidOfIt, verdicts_in
from generator.checks.readers_eye.comparisons.relations import MOVES_ALONE, NOUNS, OF_WELL, RelationTold, ToldRelation
from generator.checks.readers_eye.comparisons.subjects import clause_at, has_result, is_of_the_result
from generator.checks.readers_eye.text.aims import AN_AIM
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import IN_WORDS, TIMES_TAKEN, figures_in, fits
from generator.checks.readers_eye.text.moves import PHRASAL
from generator.checks.readers_eye.text.sentences import around
from generator.checks.readers_eye.text.sought import Sought
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.times import LAST_YEAR, is_of_another_time
from generator.checks.readers_eye.text.told_of import is_said_of_it
from generator.checks.readers_eye.text.words import Words, plain_words, word_set, words_read
from generator.judging.direction import Travel
from generator.model.problem import Problem

_BEFORE_UP = word_set(
    """is are was were be been being went gone going go comes came coming come still again also now slightly well
    sharply point points per cent % further , ; . ( and but moved moving creeping crept edged inched ticked nudged
    drifted continue to much brought bring bringing"""
)
_UP = frozenset({"up", "down"})
_WENT = word_set("went gone going go goes came coming moved moving crept edged inched ticked nudged drifted")
_AMOUNT_AFTER = frozenset(IN_WORDS) | word_set("by on from since again a half")
_PASSIVE = word_set("is are was were be been being")
_GAVE = word_set("gave give gives given giving")
_AUXILIARY = re.compile(
    r"(?:\b(?:is|are|was|were|has|have|had|been|be|being|continue[sd]? to|continues|to|also|again|now|then|still"
    r"|go|goes|gone|going|went|come|comes|came|coming|edged|crept|inched|ticked|nudged|drifted|moved|moving|steadily"
    r"|its|their|our|the|an?|some|quiet|steady|slow|strong|continued|continue|saw|sees|see|shows|showed|show"
    r"|slightly|further|sharply|clearly|greatly|much|significantly|started|begun|began|seen|shown|taken|made) ?)+$",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r" ?(?:of|in|on|with|to) (?P<what>[a-z0-9][^,.;:()]{2,60})", re.IGNORECASE)
_UP_TO_VERB = re.compile(
    r" (?:is|are|was|were|has|have|had|since|this|over|during|because|as|due|by|from|continued|reflects?)\b"
)
_ITSELF = Sought(
    r"(?<!['’]s )\b(?:this (?:measure|indicator|standard|target)|(?:our|the) performance|performance"
    r"|(?:the|our) (?:figures?|results?|rate|scores?))\b"
)
_WAITS = Sought(r"\b(?:wait\w*|response|turnaround|processing|handling|answer\w*|relet|re-let|decision) times?\b")
_ELSEWHERE = re.compile(
    r" (?:in|at|for|among|on|across) (?:\w+ ){0,2}(?:of|some|most|many|several|one|two|three|half)\b"
    r"| (?:\w+ ){0,3}(?:short|below|under|behind|outside|due|through)\b| from \d+(?:st|nd|rd|th)\b"
)
"""What makes it a move of a part, of a place in a table, or none: it "fell short", or "fell due"."""
_LONG_AGO = Sought(
    r"\b(?:(?:has|have|had) since|(?:over|in|for) the (?:last|past) \w+ (?:years|months)|long[- ]term"
    r"|years|month|week|decade|pandemic|cost|budget)\b"
)
_TO = re.compile(r"[^.;:()]{0,25}?(?:, )?\b(?:to|at) (?:just |only |about |almost |nearly |over )?(?=£?\d)")
_PACE = re.compile(r"\b(?:times?|speed|turnaround|waits?|waiting|delays?)\b", re.IGNORECASE)
_PURPOSE = re.compile(r"(?<!continue )(?<!continues )(?<!continued )\bto (?:be|get|have|see|keep)\b")


def is_moving(sentence: str, said: RelationTold, text: OfMeasure, earlier: str) -> bool:
    """Whether a move that is told without a time that it is since is plainly one of the result."""
    words = words_read(sentence)
    at, after = words.start(said.first), sentence[words.end(said.after - 1) :]
    clause = around(sentence, at)
    if not _is_a_move(words, said) or is_of_a_plan(after) or _is_of_another(clause, after, at, sentence, text):
        return False
    to = _TO.match(after)
    reached = figures_in(after[to.end() :])[:1] if to else ()
    if reached and fits(reached[0], text.unit):
        return has_result(reached[0].typed, text) is True
    of_what = _OBJECT.match(after) if words.at(said.first) in _DONE_TO else _OF_WHAT.match(after)
    is_noun = words.at(said.first) in NOUNS and words.at(said.first - 1) != "to"
    is_phrase = said.after - said.first > 1 and words.at(said.first) != "best"
    if of_what and (is_noun or is_phrase or words.at(said.first) in _DONE_TO):
        return _names_it(_UP_TO_VERB.split(of_what["what"])[0], said.relation, text)
    return _is_subject(sentence, at, said.relation, text, earlier)


def _is_a_move(words: Words, said: RelationTold) -> bool:
    """Whether a word is one for a move, "up" by itself and no part of "made up"; and nothing "gave rise" to it."""
    before, word, after = words.at(said.first - 1), words.at(said.first), words.at(said.after)
    if said.after - said.first > 1:
        return not (word == "picked" and before in _PASSIVE) and not (after[:1].isdigit() or after in _ARTICLES)
    if word not in _UP:
        return (word in MOVES_ALONE or word in NOUNS or word in _DONE_TO) and before not in _GAVE
    if after == "to":
        return before in _WENT
    is_counted = after[:1].isdigit() or after in _AMOUNT_AFTER
    return not before or before in _BEFORE_UP or before[-1:] in "0123456789%" or (is_counted and before not in PHRASAL)


def _is_of_another(clause: str, after: str, at: int, sentence: str, text: OfMeasure) -> bool:
    """Whether a move was long ago, in some places only, or of what is told in another unit."""
    others = [each for each in figures_in(clause) if each.unit not in {"", "points", "year"}]
    return (
        (any(not fits(each, text.unit) for each in others) and not text.has_the_result(clause))
        or _LONG_AGO.search_part(clause) is not None
        or _ELSEWHERE.match(after) is not None
        or _PURPOSE.search(sentence[:at]) is not None
        or is_of_another_time(sentence, at, text.judged.returned.own_period)
    )


def _names_it(what: str, relation: ToldRelation, text: OfMeasure) -> bool:
    """Whether what a rise or an improvement is of is what is measured."""
    is_time = text.unit in TIMES_TAKEN and _WAITS.search_part(what)
    if _ITSELF.search_part(what) or is_said_of_it(what, text) or is_time:
        return True
    common = shared(what, text.subject)
    return common >= (2 if text.unit == "%" and relation not in OF_WELL else 1) and 2 * common >= text.title_words


_MORE = word_set("more fewer less")
_FASTER = word_set("quicker faster swifter sooner slower quickly promptly slowly longer shorter")


def is_of_its_kind(sentence: str, said: RelationTold, text: OfMeasure) -> bool:
    """Whether more of just what is measured is told, or that what is measured in time went faster."""
    words, ends = words_read(sentence), words_read(sentence).end(said.after - 1)
    if any(each.unit not in {"points", text.unit} for each in figures_in(sentence)):
        return False
    if words.at(said.after - 1) in _FASTER:
        return text.unit in TIMES_TAKEN
    these = sentence[ends:].partition(" than ")[0]
    common = shared(these, text.subject) if words.at(said.first) in _MORE else 0
    return common > 1 and 2 * common >= text.title_words


def _is_subject(sentence: str, at: int, relation: ToldRelation, text: OfMeasure, earlier: str) -> bool:
    """Whether the words before a verb name what is measured; where there are none, whether those before them do."""
    clause = clause_at(sentence, at)
    subject = _AUXILIARY.sub("", clause).strip()
    if not plain_words(subject):
        before = sentence[: at - len(clause)].strip()
        figures = figures_in(before)
        return has_result(figures[-1].typed, text) is True if figures else is_of_the_result(sentence, at, text, earlier)
    paces = {each.lower() for each in _PACE.findall(subject)} - set(plain_words(text.title))
    if text.unit == "%" and relation not in OF_WELL and paces:
        return False
    if is_said_of_it(subject, text) or (text.unit in TIMES_TAKEN and _WAITS.search_part(subject)):
        return True
    if relation in OF_WELL and (_ITSELF.search_part(subject) or has_result(subject, text)):
        return True
    is_pronoun = set(plain_words(subject)) <= _PRONOUNS
    return is_pronoun and (sentence.startswith("best", at) or is_of_the_result(sentence, at, text, earlier))


_PRONOUNS = word_set("it this that we things these they which")
_ARTICLES = word_set("the a an our its their")
_DONE_TO = word_set("cut reduced reducing increased increasing improved improving shortened lengthened trimmed")
"""What is done to something, or happens to it."""
_OBJECT = re.compile(r" (?:the|our|its|their) (?P<what>[a-z][^,.;:()]{2,60})", re.IGNORECASE)


def called_so(text: OfMeasure) -> Iterator[Problem]:
    """NUM05 once a line with a clause that names nothing else than the result, and calls it better or worse."""
    travel = text.judged.direction.travel
    if travel not in {Travel.IMPROVING, Travel.DETERIORATING}:
        return
    for line in text.account:
        for sentence in line.sentences:
            said = verdicts_in(sentence, text)
            verdict = said.get(SaidOfIt.BETTER) or said.get(SaidOfIt.WORSE)
            clause = verdict.clause if verdict else ""
            is_so = (travel is Travel.IMPROVING) is (SaidOfIt.BETTER in said)
            if clause and not is_so and " than " not in clause and _is_now(clause, text):
                yield text.problem("NUM05", line, clause, direction=travel.value)
                break


def _is_now(clause: str, text: OfMeasure) -> bool:
    is_then = is_of_another_time(clause, 0, text.judged.returned.own_period) or LAST_YEAR.search_part(clause)
    return not (is_then or _LONG_AGO.search_part(clause) or AN_AIM.search_part(clause))
