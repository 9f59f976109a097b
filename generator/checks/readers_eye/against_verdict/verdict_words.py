"""What a clause says of what is measured, by its words of praise and blame: good, bad, better, worse, near its target.

The lists are data: to make a verdict known, add its word. The structure carries the precision: before the word a clause
names nothing but what is measured, and after it nothing that could be meant instead.
"""

from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.checks.readers_eye.against_verdict.moods import ADVERBS, BEING, CUTS, clause_start, meant_at
from generator.checks.readers_eye.against_verdict.phrases import Phrase, Phrases
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.told_of import AIM_WORDS, names_nothing_else
from generator.checks.readers_eye.text.words import PASSAGES, Words, word_set, words_read


class SaidOfIt(Enum):
    """What a clause says of what is measured."""

    GOOD = "good"
    BAD = "bad"
    BETTER = "better"
    WORSE = "worse"
    NEAR = "near its target"
    LOW = "low"
    HIGH = "high"


VERDICTS = Phrases(
    {
        SaidOfIt.GOOD: """good great excellent strong healthy impressive outstanding pleasing solid satisfactory
        commendable creditable respectable encouraging reassuring heartening admirable laudable remarkable superb robust
        splendid positive fine fantastic exemplary sound brilliant terrific exceptional enviable favourable gratifying
        acceptable adequate praiseworthy first-class first-rate top-notch sterling rosy bright cheering wonderful
        marvellous super decent thriving flourishing handsome bumper banner vintage buoyant comfortable unblemished
        faultless flawless tidy magnificent phenomenal sparkling glowing happy welcome uplifting dependable assured
        secure triumphant successful satisfying memorable proud trouble-free notable worthy stellar well strongly
        admirably superbly brilliantly smoothly nicely satisfactorily impressively magnificently splendidly handsomely
        excellently commendably promptly swiftly speedily famously swimmingly beautifully capably ably soundly healthily
        faultlessly flawlessly creditably respectably confidently briskly quickly pleased please pleasant satisfied
        encouraged reassured heartened envy gratified praise cheer cheerful cheered thrive thrives flourish comfortably
        comfort content happily delighted delight delightful thrilled glad proudly pride triumph triumphs success
        successes successfully shine shines shining shone excel excels excelled excelling win wins won winning winner
        credit confident confidence applaud applause congratulated congratulations congratulate kudos bravo safe safely
        sparkle dependably reliable reliably effortless effortlessly effective effectively efficient efficiently relish
        savour celebrate celebration celebrated accomplished accomplishment merit honour gratitude enjoy enjoyed prosper
        prospers prospered commend commended praised applauded hearty hitch-free painless painlessly crisp crisply
        world-class prompt fully_recovered back_to_normal well_managed on_course on_schedule on_plan on_the_money
        on_song on_top_of_it on_top_of_things on_track to_schedule according_to_plan as_planned as_expected
        in_line_with_expectations in_line_with_the_expectations in_hand under_control up_to_standard up_to_scratch
        up_to_the_mark on_an_even_keel in_the_clear home_and_dry out_of_the_woods ahead_of_the_game ahead_of_the_curve
        ahead_of_the_field ahead_of_the_pack top_of_the_class on_the_right_track on_the_right_lines on_the_right_side
        plain_sailing in_clover sitting_pretty streets_ahead riding_high flying_high firing_on_all_cylinders
        in_good_shape in_fine_shape in_rude_health in_good_health in_good_order in_good_heart in_fine_form in_good_form
        in_good_hands in_safe_hands in_great_shape in_excellent_shape as_it_should_be as_they_should_be
        as_things_should_be where_it_should_be where_we_should_be where_they_should_be where_it_ought_to_be
        vote_of_confidence flying_colours feather_in cause_for_celebration hats_off well_done second_to_none take_heart
        rest_assured success_story clean_bill_of_health gold_standard best_in_class proof_that_it_works a_strength_of
        a_tribute_to a_testament_to a_cracking a_model_of a_model_for a_beacon to_remember to_be_proud_of
        pat_on_the_back job_done a_job_well_done mission_accomplished bodes_well breathe_easy sleep_easy sleep_soundly
        paid_off delivered_the_goods come_good risen_to_the_challenge risen_to_the_occasion done_us_proud
        what_good_looks_like hold_up holds_up held_up holding_up held_up_well hold_up_well
        holds_up_well holding_up_well to_be_commended
        should_be_congratulated should_be_commended should_be_praised should_be_proud can_be_proud
        must_be_congratulated to_be_congratulated to_be_applauded to_be_praised be_congratulated
        be_commended be_applauded
        coped_well coped_admirably all_is_well all_well
        could_not_be_better couldn't_be_better could_hardly_be_better could_scarcely_be_better could_not_be_happier
        could_hardly_be_happier could_not_ask_for_more could_not_have_asked_for_more take_pride take_great_pride""",
        SaidOfIt.BAD: """bad poor weak disappointing disheartening discouraging worrying troubling alarming dismal dire
        unsatisfactory unacceptable inadequate regrettable concerning lamentable woeful sluggish mediocre shaky dreadful
        abysmal unimpressive unhealthy gloomy bleak sorry sad sobering wretched grim lacklustre underwhelming
        substandard deplorable shocking shameful embarrassing patchy uninspiring frustrating unhappy feeble lax
        deficient appalling awful terrible horrible miserable badly poorly weakly dismally disappointingly woefully
        unsatisfactorily dispiriting depressing disappointed disappointment disappoints disheartened worry worried
        worries worrisome trouble troubled troubles alarm alarmed unacceptably regrettably regret concern concerned
        concerns gloom sadly grimly shame ashamed embarrassed embarrassment frustrated unhappily fail failed failing
        fails failure failings struggling struggle struggled struggles lagging lag lags lagged unwelcome dissatisfied
        complain complaint fault fuss delay slow slowly blame criticism anxiety unease
        disquiet regretted setback blow flop fiasco slump crisis wanting forget eludes eluded elude painful painfully
        uncomfortable uncomfortably unsound hopeless hopelessly dissatisfying problem problems issue issues
        underperforming under-performing underperformed under-performed too_slow too_slowly too_low too_high too_long
        too_few too_many off_course off_track off_beam wide_of_the_mark behind_schedule below_par let_down fallen_short
        fell_short falls_short falling_short fall_short leaves_much_to_be_desired leaves_a_lot_to_be_desired
        in_the_doldrums in_trouble must_do_better let_ourselves_down let-down a_let-down letdown not_good_enough
        nowhere_near_good_enough cannot_be_content lose_sleep some_way_off a_long_way_off some_way_to_go
        a_long_way_to_go far_from_good stubbornly_high worryingly_high unacceptably_high""",
        SaidOfIt.BETTER: """better brisker quicker sharper stronger healthier happier brighter faster sooner tighter
        fitter finer improve improved improves improving mend mending recovered recovering recovers rally rallied
        rallying rebound rebounded rebounding strengthen strengthened strengthening progressed regain regained
        regaining smoother
        cleaner rosier resurgence resurgent revival revived reviving upturn uplift upswing headway blossoming""",
        SaidOfIt.WORSE: """worse worst poorer weaker slower unhealthier gloomier sicker deteriorate deteriorated
        deteriorates deteriorating deterioration worsen worsened worsens worsening weaken weakened weakening backslide
        backsliding backslid regress regressed regression relapse relapsed downturn backwards backward faltering falter
        faltered ailing flagging sagging sliding slipping slipped slid""",
        SaidOfIt.NEAR: """sliver hair hairsbreadth breadth whisker fraction fractionally shade tad touch inch nose step
        smidgen smidge trifle negligible slight slightly small minor narrow narrowly narrowest marginal marginally
        trifling slender slim minimal tiny nearly almost practically virtually barely scarcely immaterial insignificant
        paltry modest notch""",
        SaidOfIt.LOW: "low very_low a_low_level low_level",
        SaidOfIt.HIGH: "high very_high a_high_level a_high_standard high_level",
    }
)
_HEADS = word_set(
    """news performance result results quarter month half-year term achievement achievements outcome outcomes position
    picture showing effort figure figures outturn record story footing reading return returns rate rates score scores
    standard display tale numbers set run affair spell stretch season summer autumn winter spring time report verdict
    state sight reflection outlook account going tally platform service level place shape"""
)
"""What may be called good or bad in the measure's place."""
_ENDS = word_set(
    """and but with despite in although though even given this for when considering again throughout overall across over
    at as on thanks so yet because while whilst to compared following after during from indeed enough too now still here
    under owing due considering by"""
)
"""What may follow what something is: what it is said of is told by then."""
_NOT = word_set(
    """no not never nothing nobody none nor neither hardly scarcely barely without cannot can't don't doesn't didn't
    isn't aren't wasn't weren't won't hasn't haven't few little less least nowhere unlikely anything"""
)
_CONCEDED = word_set("despite notwithstanding spite alone")
"""What something is so in the face of, or of one part."""
_OF_TRAVEL = word_set("direction directions trend trends trajectory travel")
"""What is good of these is another rule's to judge."""


class VerdictTold(NamedTuple):
    """A verdict that is told, the words of its clause, and where the word that says it begins."""

    said: SaidOfIt
    clause: str
    at: int


def verdicts_in(sentence: str, text: OfMeasure) -> Mapping[SaidOfIt, VerdictTold]:
    """What the clauses of a sentence say of the measure that name nothing else, the first of each kind."""
    return _verdicts_in(sentence, text.title)


@lru_cache(PASSAGES)
def _verdicts_in(sentence: str, title: str) -> Mapping[SaidOfIt, VerdictTold]:
    words, titled, by_clause = words_read(sentence), title.lower(), dict[int, list[Phrase[SaidOfIt]]]()
    for phrase in VERDICTS.found_in(words):
        if words.at(phrase.first) not in titled or phrase.after - phrase.first > 1:
            by_clause.setdefault(clause_start(words, phrase.first), []).append(phrase)
    found: dict[SaidOfIt, VerdictTold] = {}
    for start, phrases in by_clause.items():
        told = _said_in(words, start, phrases, title)
        if told:
            found.setdefault(told.said, told)
    return found


def _said_in(words: Words, start: int, phrases: Sequence[Phrase[SaidOfIt]], title: str) -> VerdictTold | None:
    """What a clause says that begins at a place, by the words of praise and blame in it."""
    rest = range(phrases[-1].after, len(words.words))
    end = next((each for each in rest if words.words[each] in CUTS), len(words.words))
    said_by = {place for each in phrases for place in range(each.first, each.after)}
    told = [each for each in phrases if _is_said(words, each, end, title)]
    kinds = {each.says for each in told}
    if not told or kinds >= {SaidOfIt.GOOD, SaidOfIt.BAD} or kinds >= {SaidOfIt.BETTER, SaidOfIt.WORSE}:
        return None
    says, first = told[0][:2]
    head, clause = _head(words, start, first, said_by), words.words[start:end]
    meant, is_denied = meant_at(words, first, is_verb=False), not _NOT.isdisjoint(head)
    if not meant or meant.is_foreseen or not _names_it(head, clause, title):
        return None
    said = _DENIED.get(says, says) if is_denied else says
    if said in _OF_WHOLE_CLAUSES:
        left = " ".join(words.words[each] for each in range(start, end) if each not in said_by)
        has_subject = not start or not _SUBJECTLESS.issuperset(words.words[start:first])
        is_change = not is_denied and has_subject and not any(each[0].isdigit() for each in clause)
        is_so = is_change if said is not SaidOfIt.NEAR else not AIM_WORDS.isdisjoint(clause)
        if not is_so or not names_nothing_else(left, title):
            return None
    return VerdictTold(said, words.quoted(start, end - 1), words.start(first))


def _names_it(head: list[str], clause: Sequence[str], title: str) -> bool:
    """Whether what stands before a verdict names nothing but the measure, or those who brought it about."""
    is_conceded = not _CONCEDED.isdisjoint(head) or head[:2] == ["for", "all"]
    if is_conceded or not _OF_TRAVEL.isdisjoint(head):
        return False
    is_done = any(each.startswith(("perform", "result")) for each in clause)
    if not _PERSONS.isdisjoint(head) and not is_done:
        return False
    return names_nothing_else(" ".join(each for each in head if each not in _PERSONS and each not in BODIES), title)


_PERSONS = word_set("team teams staff officers colleagues crews advisers managers workers everyone contractor")
"""What they do well is the result only where their performance is named."""
_SERVED = word_set("children residents callers customers tenants families patients pupils users clients members public")
BODIES = _SERVED | word_set(
    """centre contact service office council directorate department university college trust authority board association
    force company handling getting gets get receiving receive receives received offering offer offers provide provides
    providing maintained maintains maintain cause causes reason reasons matter source delivery
    area"""
)
"""Those who do what is measured or to whom it is done, and what they do."""
_OF_WHOLE_CLAUSES = (SaidOfIt.BETTER, SaidOfIt.WORSE, SaidOfIt.NEAR)
"""What is said only by a clause that names nothing else."""
_DENIED = {
    SaidOfIt.GOOD: SaidOfIt.BAD,
    SaidOfIt.BAD: SaidOfIt.GOOD,
    SaidOfIt.LOW: SaidOfIt.HIGH,
    SaidOfIt.HIGH: SaidOfIt.LOW,
}
_SUBJECTLESS = BEING | ADVERBS | word_set("which that it this these they a an the much very quite really too")
"""A clause of these alone goes on about what the one before it is about."""
_FAR = word_set(
    """over under above below beyond short ahead behind off outside into past before within inside on placed worth aware
    used"""
)
"""After "well", which is no praise then."""


def _head(words: Words, start: int, first: int, said_by: Collection[int]) -> list[str]:
    """What stands before a verdict in its clause, and in the one before where that has the subject."""
    end = first
    while start and _SUBJECTLESS.issuperset(words.words[start:end]):
        if words.words[start - 1] == "which":
            start, end = 0, next(each for each in range(first) if words.words[each] in CUTS)
            break
        while start and words.words[start - 1] in CUTS:
            start -= 1
        start = clause_start(words, max(start - 1, 0))
    said = (words.words[each] for each in range(start, end) if each not in said_by)
    return [each for each in said if not each.endswith("ly")]


_NOT_IT = word_set("number deal amount many few majority work progress practice start use case relationship")
"""What is good here is not the measure."""
_FRACTIONS = word_set("half third quarter all")
_IN_A_PART = word_set("in at among for across with")
_NOT_A_PART = word_set(
    """spite light view face circumstances conditions context line times quarter year all environment climate
    period"""
)


def _is_said(words: Words, phrase: Phrase[SaidOfIt], end: int, title: str) -> bool:
    """Whether a word is said of something and not of the noun after it, or that noun stands for the measure."""
    after, tail = words.at(phrase.after), words.words[phrase.after : end]
    is_well = words.at(phrase.first) == "well" and after in _FAR
    is_part = after in _NOT_IT or (phrase.says is SaidOfIt.NEAR and after in _FRACTIONS)
    if is_well or is_part or after == words.at(phrase.first - 1) == "as":
        return False
    if after[:1].isdigit():
        return False  # a label of a number: "satisfactory 94"
    names_no_other = names_nothing_else(" ".join(each for each in tail if each not in _SERVED), title)
    if after in _IN_A_PART and _NOT_A_PART.isdisjoint(tail):
        return names_no_other
    return names_no_other or after in _ENDS or not after[0].isalpha() or not _HEADS.isdisjoint(tail[:3])
