"""What a comparison says of the later figure against the earlier one, by its words: the lists are data."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from generator.checks.readers_eye.text.words import PASSAGES, Words, word_set, words_read


class ToldRelation(Enum):
    """How the later figure stands to the earlier one."""

    MORE = "more"
    LESS = "less"
    BETTER = "better"
    WORSE = "worse"
    SAME = "the same"
    NEARLY_SAME = "nearly the same"


OF_WELL = frozenset({ToldRelation.BETTER, ToldRelation.WORSE})
"""Those that say whether the later figure is the better one, and not which is the larger."""
IS_MORE = {ToldRelation.MORE: True, ToldRelation.LESS: False}
"""Whether the later figure is the larger one, of those that say so."""

_OF_WORDS = {
    ToldRelation.MORE: word_set(
        """higher more greater larger bigger above rise rises rose risen rising increase increases increased increasing
        grow grows grew grown growing growth climb climbs climbed climbing jump jumps jumped jumping surge surged up
        soared swelled leapt mounted rocketed exceed exceeds exceeded
        overtake overtakes overtaken overtook topped lengthened lengthening
        upturn upward upwards"""
    ),
    ToldRelation.LESS: word_set(
        """lower fewer less smaller below fall falls fell fallen falling drop drops dropped dropping dip dips dipped
        decrease decreases decreased decreasing decline declines declined declining reduce reduced reducing reduction
        reductions cut slid slide sank sunk shrank shrunk shrinking plunged tumbled slumped shortened shortening
        down downturn downward downwards dwindled eased easing narrowed receded ebbed trimmed
        trimming pared shaved"""
    ),
    ToldRelation.BETTER: word_set(
        """better improve improves improved improving improvement improvements
        strengthening recover recovering stronger healthier happier brighter
        sharper progress beat beats beaten beating bettered strengthened recovery recovered
        rebounded rebounding rallied"""
    ),
    ToldRelation.WORSE: word_set(
        """worse worsen worsened worsening poorer weaker weakened setback deterioration deteriorated deteriorating
        unhappier slippage slipped slipping slip slackened softened faded faltered stumbled poorly weakening regressed
        relapsed backsliding"""
    ),
    ToldRelation.SAME: word_set("unchanged unaltered static identical equals equalled matches matched"),
    ToldRelation.NEARLY_SAME: word_set("similar steady stable comparable flat"),
}
_OF_PHRASES = {
    ToldRelation.BETTER: """step_up step_forward steps_forward ahead_of picked_up bounced_back turned_up
    right_direction right_way positive_direction positive_trend on_the_mend turned_a_corner turned_the_corner
    turned_things_round turned_things_around turned_it_round turned_it_around turned_round turn_for_the_better
    got_better getting_better gets_better become_better becoming_better growing_better regained_ground regaining_ground
    regained_lost_ground clawed_back clawing_back pulled_back gained_ground gaining_ground gained_momentum
    gaining_momentum gained_pace gathered_pace gathering_pace speeded_up sped_up from_strength_to_strength
    great_strides steady_progress real_progress good_progress clear_progress forged_ahead made_headway making_headway
    a_step_closer closing_in_on closed_the_gap closing_the_gap narrowed_the_gap
    best_result best_performance best_quarter""",
    ToldRelation.WORSE: """tailed_off fell_back fallen_back fell_away step_back step_down steps_back step_backwards
    behind_where behind_last behind_the_same lost_ground losing_ground lost_momentum losing_momentum slipped_back
    slipping_back slipped_further slipping_further gone_backwards went_backwards going_backwards wrong_direction
    wrong_way steps_backwards turn_for_the_worse bad_to_worse got_worse getting_worse gets_worse become_worse
    becoming_worse growing_worse on_the_slide going_downhill gone_downhill further_behind""",
    ToldRelation.MORE: "on_the_up on_the_rise on_the_increase upward_trend rising_trend trending_up",
    ToldRelation.LESS: "on_the_decline on_the_wane on_the_decrease downward_trend falling_trend trending_down",
    ToldRelation.SAME: """no_change no_movement no_difference no_different the_same nothing_has_changed nothing_changed
    not_changed not_moved level_with on_a_par at_the_level where_it_was where_they_were where_we_were""",
    ToldRelation.NEARLY_SAME: """little_change little_changed little_different little_movement hardly_changed
    barely_changed hardly_moved barely_moved in_line_with much_the_same broadly_the_same almost_the_same
    nearly_the_same about_the_same largely_unchanged broadly_unchanged virtually_unchanged much_as_it_was
    much_as_they_were on_a_plateau holding_its_own holding_their_own holding_our_own held_its_own
    held_their_own""",
}
_OF_TIMES = {
    ToldRelation.MORE: word_set("longer slower more_slowly"),
    ToldRelation.LESS: word_set("shorter quicker faster swifter sooner more_quickly more_promptly"),
}
"""Of what takes time; of a number they are of its own."""
_OF_PACE = {
    ToldRelation.WORSE: word_set("slower more_slowly"),
    ToldRelation.BETTER: word_set("quicker faster swifter sooner more_quickly more_promptly"),
}
_OF_LENGTH = {ToldRelation.MORE: word_set("longer"), ToldRelation.LESS: word_set("shorter")}
TRANSITIVE = word_set(
    """beat beats beaten beating bettered exceed exceeds exceeded overtake overtakes overtaken overtook topped equals
    equalled matches matched above below"""
)
"""What needs no preposition before what it compares with."""


MOVES_ALONE = word_set(
    """rises rose risen rising increased increasing grew grown growing climb climbed climbing jumped jumping surged up
    soared swelled leapt mounted rocketed lengthened lengthening upward upwards
    fell fallen falling dropped dropping dipped decreased decreasing declined declining reduce reduced reducing down
    slid sank sunk shrank shrunk shrinking plunged tumbled slumped shortened shortening dwindled eased easing narrowed
    receded ebbed trimmed downward downwards
    improved improving strengthened strengthening recover recovered recovering rebounded rebounding rallied
    worsen worsened worsening weakened weakening deteriorated deteriorating slipped slipping slackened faltered
    regressed relapsed backsliding"""
)
"""What tells of a move by itself."""
NOUNS = word_set(
    """rise increase growth climb surge fall drop decline decrease reduction reductions dip improvement deterioration
    progress recovery downturn upturn"""
)
"""What a move is called, before what it is of."""


_AS = word_set("as in at since for")


class RelationTold(NamedTuple):
    """A relation that a text says, by the places of its first word and of that after its last."""

    relation: ToldRelation
    first: int
    after: int


@lru_cache(PASSAGES)
def relations_in(text: str, *, is_time: bool, is_share: bool) -> tuple[RelationTold, ...]:
    """Every relation that a text says, in order: of a measure that is a time, a share, or a number."""
    words, table = words_read(text), _table(is_time=is_time, is_share=is_share)
    return () if table.known.isdisjoint(words.every) else tuple(_said_in(words, table))


class _Table(NamedTuple):
    """The relations by their words, the phrases by their first, a word of each, and the words that they begin with."""

    single: Mapping[str, ToldRelation]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], ToldRelation]]]
    known: frozenset[str]
    begin: frozenset[str]


def _said_in(words: Words, table: _Table) -> Iterator[RelationTold]:
    after = 0
    for place, word in enumerate(words.words):
        if word not in table.begin or place < after:
            continue
        phrase = next((each for each in table.phrases.get(word, ()) if _stands_at(words, place, each[0])), None)
        after = place + (len(phrase[0]) if phrase else 1)
        relation = phrase[1] if phrase else table.single.get(word)
        is_none = phrase and phrase[0] == _THE_SAME and (_names_a_time(words.at(after)) or words.at(place - 1) == "all")
        if relation and not is_none:
            yield RelationTold(relation, place, after)


def _stands_at(words: Words, place: int, phrase: tuple[str, ...]) -> bool:
    return words.words[place : place + len(phrase)] == phrase


_THE_SAME = ("the", "same")


def _names_a_time(word: str) -> bool:
    """Whether a word after "the same" is what is the same: in "the same quarter" that is what is compared with."""
    return word.isalpha() and word not in _AS


@cache
def _table(*, is_time: bool, is_share: bool) -> _Table:
    more = _OF_TIMES if is_time else _OF_PACE if is_share else _OF_PACE | _OF_LENGTH
    single = {word: relation for each in (_OF_WORDS, more) for relation, words in each.items() for word in words}
    phrases: dict[str, list[tuple[tuple[str, ...], ToldRelation]]] = {}
    for relation, listed in (*_OF_PHRASES.items(), *((each, " ".join(words)) for each, words in more.items())):
        for each in (one for one in listed.split() if "_" in one):
            phrase = tuple(each.split("_"))
            phrases.setdefault(phrase[0], []).append((phrase, relation))
    for longest_first in phrases.values():
        longest_first.sort(key=lambda phrase: -len(phrase[0]))
    known = {phrase[1] for each in phrases.values() for phrase, _ in each}
    return _Table(single, phrases, frozenset(single) | known, frozenset(single) | frozenset(phrases))
