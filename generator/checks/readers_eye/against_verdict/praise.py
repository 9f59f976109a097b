"""Words that call what they are said of good or bad: adjectives, adverbs, verbs and nouns, and how they stand."""

import re
from collections.abc import Iterator
from typing import Any

from generator.checks.readers_eye.text.aims import AIMS
from generator.checks.readers_eye.text.sought import Found, Sought, any_of
from generator.checks.readers_eye.text.words import has_any, word_set, words_read

GOOD = word_set(
    """good great excellent strong healthy impressive outstanding pleasing solid satisfactory commendable creditable
    respectable encouraging reassuring heartening admirable laudable remarkable superb robust splendid positive fine
    fantastic exemplary sound brilliant terrific exceptional enviable favourable gratifying acceptable adequate
    praiseworthy first-class first-rate top-notch sterling rosy bright cheering wonderful marvellous super decent
    thriving flourishing handsome bumper banner vintage buoyant comfortable unblemished faultless flawless tidy
    magnificent phenomenal sparkling glowing happy welcome uplifting dependable assured secure triumphant successful
    satisfying memorable proud trouble-free notable worthy stellar"""
)
WELL = word_set(
    """well strongly admirably superbly brilliantly smoothly nicely satisfactorily impressively magnificently splendidly
    handsomely excellently commendably promptly swiftly speedily famously swimmingly beautifully capably ably soundly
    healthily faultlessly flawlessly creditably respectably confidently briskly"""
)
BAD = word_set(
    """bad poor weak disappointing disheartening discouraging worrying troubling alarming dismal dire unsatisfactory
    unacceptable inadequate regrettable concerning lamentable woeful sluggish mediocre shaky dreadful abysmal
    unimpressive unhealthy gloomy bleak sorry sad sobering wretched grim lacklustre underwhelming substandard deplorable
    shocking shameful embarrassing patchy uninspiring frustrating unhappy feeble lax deficient appalling awful terrible
    horrible miserable badly poorly weakly dismally disappointingly woefully unsatisfactorily"""
)
_VERY = word_set(
    """very really quite rather most particularly extremely truly thoroughly broadly relatively pretty entirely wholly
    highly exceptionally largely consistently reassuringly generally all still also now again right firmly well much too
    a an in"""
)
_HEADS = word_set(
    """news performance result results quarter month half-year term achievement achievements outcome outcomes position
    picture showing effort figure figures outturn record story footing reading return returns rate rates score scores
    standard display tale numbers set run affair spell stretch season summer autumn winter spring time report verdict
    state sight reflection outlook account going tally platform"""
)
_IS = "is|are|was|were|been|be|remain(?:s|ed)?|stay(?:s|ed)?|looks?|looked|seems?|seemed|proved|proves?|stands"
_WENT = any_of(
    """perform(?:s|ed|ing)? cop(?:e[sd]?|ing) runs? ran running go(?:es|ing)? went gone hold(?:s|ing)?_up held_up
    far(?:es?|ed|ing) progress(?:es|ed|ing)? com(?:es?|ing)_(?:along|on) came_along do(?:es|ing)? did done
    manag(?:e[sd]?|ing) respond(?:s|ed|ing)? tick(?:s|ed|ing)?_(?:over|along) mov(?:es?|ed|ing)_along work(?:s|ed|ing)?
    stand(?:s|ing)?_up stood_up turn(?:s|ed|ing)?_out answer(?:s|ed)? deliver(?:s|ed|ing)?
    shap(?:e[sd]?|ing)_up served"""
)
_MOSTLY = r"(?:(?:very|quite|broadly|still|also|now|again|all|bang|right|firmly|squarely|well|much) ){0,2}"
_ENDS = (
    r"(?=[,.;:!)]|$| (?:and|but|with|despite|in|although|though|even|given|this|for the|for a|when|considering|again"
    r"|throughout|overall|across|over|at|as|on|thanks|so|yet|because|while|whilst|to)\b)"
)
_LINKED = re.compile(rf"\b(?:{_IS}|{_WENT}) $", re.IGNORECASE)
_ENDED = re.compile(_ENDS, re.IGNORECASE)
_ALL_OF = re.compile(r".*", re.DOTALL)


def told_by(sentence: str, words: frozenset[str]) -> Iterator[Found]:
    """What a sentence calls by one of some words: "a good quarter", or what "is very good" with the verb before it."""
    if not has_any(sentence, words):
        return
    said = words_read(sentence)
    for place, word in enumerate(said.words):
        if word not in words:
            continue
        start, end = said.start(place), said.end(place)
        head = next((each for each in range(place + 1, place + 4) if said.at(each) in _HEADS), None)
        if head and _BETWEEN.fullmatch(said.small, end, said.start(head)) and word not in WELL:
            yield _found(sentence, start, said.end(head))
        elif _ENDED.match(said.small, end):
            first = place
            while first and place - first < _MOST_VERY and said.words[first - 1] in _VERY:
                first -= 1
            linked = _LINKED.search(said.small, max(0, said.start(first) - _LONGEST_VERB), said.start(first))
            if linked:
                yield _found(sentence, linked.start(), end)


_BETWEEN = re.compile(r" (?:and [a-z]+ |[a-z]+ (?:of )?)?")
_MOST_VERY, _LONGEST_VERB = 3, 20


def _found(sentence: str, start: int, end: int) -> Found:
    match: Any = _ALL_OF.fullmatch(sentence, start, end)
    return Found(match, sentence)


_ON_COURSE = any_of(
    """on_(?:course|schedule|plan|the_money|song|top_of_(?:it|things))
    on_track(?!_to_(?:meet|achieve|reach|deliver|hit))
    to_schedule according_to_plan in_hand under_control up_to_(?:standard|scratch|the_mark)
    on_an_even_keel in_the_clear home_and_dry out_of_the_woods ahead_of_the_(?:game|curve|field|pack) top_of_the_class
    on_the_right_(?:track|lines|side) plain_sailing in_clover sitting_pretty streets_ahead riding_high flying_high
    firing_on_all_cylinders in_(?:good|fine|rude|excellent|great|safe)_(?:shape|health|order|heart|form|hands)
    as_(?:it|they|things)_should(?:_be)?"""
)
_PLACE = (
    r"where (?:it|we|they|this|things|members) (?:should|ought to|want(?:ed)? (?:it )?to|hoped? to"
    r"|need(?:ed)? to|expected to"
    r"|planned to|would (?:like|want|wish) (?:it |them )?to) be|where (?:we|members) would (?:like|want"
    r"|wish) (?:it|them)"
    r"|where (?:we|officers|the plan) (?:planned|expected|intended|meant|wanted|budgeted|hoped|aimed) (?:for )?(?:it"
    r"|this|them|things|performance) to be"
)
FINE = Sought(
    rf"\b(?:(?:{_IS}|{_WENT}) {_MOSTLY}(?:{_ON_COURSE}|{_PLACE}){_ENDS}"
    r"|as expected|in line with (?:the )?expectations?|on schedule"
    r"|as planned|according to plan|(?:well|comfortably|safely) (?:in|inside|within) (?:tolerance|bounds|hand)"
    r"|(?:continu\w+ to )?(?:receiv|provid|deliver|enjoy|offer)\w* an? (?:\w+ and )?"
    r"(?:prompt|excellent|outstanding|first[- ]class|fast|quick|timely|speedy|high[- ]quality|responsive|good)"
    r"(?: and \w+)? (?:service|answer|reply|response))\b"
)
"""What calls a result good, or says that it is as it should be."""
ALL_WELL = Sought(
    r"\b(?:no|nothing|little|few|not any|no (?:real|great))(?: (?:here|in this|much|that|to|need|needs|should"
    r"|for|cause|reason|is|there"
    r"|members?|real|great|grounds|of|which|the|committee|panel|anyone|us|any)){0,5}"
    r" (?:trouble|troubles|worry|worries|worried|concern|concerns|concerned|alarm|alarmed|detain|fault|complain"
    r"|complaint|regret|fear"
    r"|lose sleep|apologise|anxiety|disquiet|unease|fret|add|(?:issues|problems) to report)\b"
    r"|\ball(?: is|['’]s| was) (?:well|as it should be|in order)\b"
    r"|\b(?:could|can|would|should) (?:hardly|scarcely|barely|not|n[o’']t)(?: [a-z]+){0,4}? (?:better|happier"
    r"|stronger|more pleased"
    r"|healthier|wish for more|ask for more|asked for more|finer|more content|brighter)\b"
    r"|\b(?:vote of confidence|flying colours|feather in|cause for celebration|hats off|well done"
    r"|second to none|take heart"
    r"|rest assured|success story|resounding success|clean bill of health|gold standard|envy of|best in class"
    r"|proof that it works"
    r"|a (?:triumph|strength of|credit to|tribute to|testament to|source of pride|cracking|model of|model for|beacon"
    r"|quarter to (?:remember|savour|be proud of)|year to (?:remember|savour))"
    r"|pat on the back|take (?:great |real |much |some )?(?:pride|comfort|satisfaction)|job (?:well )?done"
    r"|mission accomplished"
    r"|(?:much|plenty|every reason) to (?:celebrate|cheer|be (?:proud|pleased|glad|cheerful))|bodes well|breathe easy"
    r"|sleep (?:easy|soundly)|(?:has|have|had) (?:certainly |more than )?(?:paid off|delivered the goods|come good"
    r"|risen to the (?:challenge|occasion)|done (?:us|themselves|itself) proud|excelled (?:itself|themselves"
    r"|ourselves)?)"
    r"|congratulations|thank(?:s)? (?:are|is) due|deserves? (?:praise|credit|applause|congratulation))\b"
    r"|\b(?:is|are|was|were|should|must|can) (?:to )?be (?:warmly |well )?(?:congratulated|commended|applauded"
    r"|proud|praised|content"
    r"|well pleased|well satisfied|reassured|confident)\b"
)
"""What says by itself that all is well, whatever doubt is in its words."""
GLAD = Sought(
    r"\b(?:(?:pleased|delighted|proud|thrilled|glad) (?:to (?:report|say|see|note)|with|at|that)"
    r"|(?:we|officers|the (?:service|team|board|council|committee|directorate)) (?:is|are|remains?|was"
    r"|were) (?:very |quite"
    r" |entirely )?(?:satisfied|happy|content|comfortable) (?:with|that))\b"
)
POOR = Sought(
    rf"\b(?:(?:{_IS}) {_MOSTLY}(?:too (?:slow|slowly|low|high|long|few|many)|off course|off track"
    rf"|behind schedule|below par"
    rf"|(?:some way|a long way|far) (?:from|off|short of)){_ENDS}"
    r"|(?:disheartening|disappointing|worrying|regrettable|dispiriting|depressing) (?:to (?:see|report|say|note)|that)"
    r"|(?:is|was|were|are|has been|remains?) (?:a )?(?:real |great |big |further )?(?:cause for |matter of "
    r"|source of )?"
    r"(?:disappointment|let-down|setback|worry|failure|concern|regret|blow|embarrassment|alarm)"
    rf"|(?:a long|some|quite some) way (?:from|off|short of|to go to) (?:the |our |its )?(?:{AIMS})"
    r"|(?:off|blown off|veered off|knocked off|wide of) (?:course|track|beam|the mark)"
    r"|(?:fall|falls|fell|falling|fallen) (?:well |far |some way |a long way )?short|let (?:residents|people"
    r"|tenants|customers"
    r"|families|ourselves|members) down|leaves? (?:much|a lot|something) to be desired|(?:not|nowhere near) good enough"
    r"|(?:sorry|sad) (?:state|tale|story)|struggl(?:es?|ed|ing) to keep (?:up|pace)|(?:no"
    r"|little) cause for (?:cheer|celebration)"
    r"|lag(?:s|ged|ging)? behind|in the doldrums|in trouble|gone (?:badly )?wrong|must do better|cannot be content"
    r"|(?:we )?(?:regret|apologise))\b"
)
"""What calls a result bad."""
