"""Words that call what they are said of good or bad: adjectives, adverbs, verbs and nouns, and how they stand."""

from generator.checks.readers_eye.text.aims import AIMS
from generator.checks.readers_eye.text.sought import Sought, any_of

_VERY = (
    r"(?:(?:very|really|quite|rather|most|particularly|extremely|truly|thoroughly|broadly|relatively|pretty"
    r"|entirely|wholly"
    r"|highly|exceptionally|largely|consistently|reassuringly|generally|all|still|also|now|again|once more|bang"
    r"|right|firmly"
    r"|squarely|well|much|too|a|an) ){0,3}"
)
_GOOD = any_of(
    """good great excellent strong healthy impressive outstanding pleasing solid satisfactory commendable creditable
    respectable encouraging reassuring heartening admirable laudable remarkable superb robust splendid positive fine
    fantastic exemplary sound brilliant terrific exceptional enviable favourable gratifying acceptable adequate stellar
    praiseworthy first-class first-rate top-notch sterling rosy bright cheering wonderful marvellous super decent
    thriving flourishing handsome bumper banner vintage buoyant comfortable unblemished spotless faultless
    flawless tidy capital magnificent phenomenal sparkling glowing rude_health happy welcome uplifting dependable
    assured
    secure triumphant successful satisfying memorable proud beyond_reproach unproblematic trouble-free
    noteworthy notable worthy estimable meritorious"""
)
_BAD = any_of(
    """bad poor weak disappointing disheartening discouraging worrying troubling alarming dismal dire unsatisfactory
    unacceptable inadequate regrettable concerning lamentable woeful below_par under_par sluggish mediocre shaky
    dreadful abysmal unimpressive unhealthy gloomy bleak sorry sad sobering disquieting wretched grim lacklustre
    underwhelming substandard sub-standard deplorable shocking shameful embarrassing patchy uninspiring frustrating
    unhappy feeble failing struggling stubborn wanting lagging lax deficient appalling awful terrible horrible
    miserable"""
)
_HEADS = any_of(
    """news performance results? quarter month half[- ]?year term achievements? outcomes? position picture showing
    effort
    figures? outturn record story footing reading returns? rates? scores? standard display tale numbers?
    set_of_(?:results|figures|numbers) levels_of_performance run affair spell stretch season summer autumn winter spring
    time report report_card verdict state state_of_affairs sight reflection outlook account of_itself going tally state
    platform place"""
)
_IS = (
    r"(?:is|are|was|were|(?:has|have|had) been|be|remain(?:s|ed)?|stay(?:s|ed)?|looks?|looked|seems?|seemed"
    r"|proved|proves?"
    r"|stands|continues? to be|could (?:hardly|scarcely|barely) be)"
)
_ENDS = (
    r"(?=[,.;:!)]|$| (?:and|but|with|despite|in|although|though|even|given|this|for the|for a|when|considering"
    r"|throughout|again"
    r"|overall|across|over|at|as|on|thanks|so|yet|because|while|whilst|to)\b)"
)
_WENT = any_of(
    """perform(?:s|ed|ing)? cop(?:e[sd]?|ing) runs? ran running go(?:es|ing)? went gone hold(?:s|ing)?_up held_up
    far(?:es?|ed|ing)
    progress(?:es|ed|ing)? com(?:es?|ing)_(?:along|on) came_along do(?:es|ing)? did done manag(?:e[sd]?|ing)
    respond(?:s|ed|ing)?
    tick(?:s|ed|ing)?_(?:over|along) mov(?:es?|ed|ing)_along bowl(?:s|ed|ing)?_along motor(?:s|ed|ing)?_along
    work(?:s|ed|ing)?
    stand(?:s|ing)?_up stood_up bear(?:s|ing)?_up bore_up turn(?:s|ed|ing)?_out pan(?:s|ned|ning)_out
    answer(?:s|ed)? deliver(?:s|ed|ing)? shap(?:e[sd]?|ing)_up handled served
    acquitted_(?:itself|ourselves|themselves)"""
)
_WELL = any_of(
    """well strongly admirably superbly brilliantly smoothly nicely satisfactorily impressively magnificently splendidly
    handsomely excellently commendably promptly swiftly speedily famously swimmingly beautifully capably ably
    soundly healthily superlatively faultlessly flawlessly
    steadily creditably respectably confidently as_(?:it|they|we)_should as_(?:hoped|intended|expected|planned)"""
)
_BADLY = any_of("badly poorly weakly dismally disappointingly woefully too_slow(?:ly)? unsatisfactorily")
_ON_COURSE = any_of(
    """on_(?:course|schedule|plan|the_money|song|top_of_(?:it|things))
    on_track(?!_to_(?:meet|achieve|reach|deliver|hit))
    on_target to_plan to_schedule according_to_plan in_hand under_control up_to_(?:standard|scratch|the_mark)
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
)
FINE = Sought(
    rf"\b(?:(?:{_IS}|{_WENT}) {_VERY}(?:{_GOOD}|{_ON_COURSE}|{_PLACE}|{_WELL}){_ENDS}"
    rf"|(?:{_GOOD}) (?:and [a-z]+ |[a-z]+ )?(?:{_HEADS})"
    r"|as expected|in line with (?:the )?(?:expectations?|target)|on target|on schedule"
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
    rf"\b(?:(?:{_IS}|{_WENT}) {_VERY}(?:{_BAD}|{_BADLY}|too (?:slow|low|high|long|few|many)|off course|off track"
    rf"|behind schedule|(?:some way|a long way|far) (?:from|off|short of)){_ENDS}"
    rf"|(?:{_BAD}) (?:{_HEADS})"
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
_MET = (
    r"(?:hit|hits|hitting|meets?|met|meeting|reach(?:ed|es)?|reaching|achiev(?:ed|es|ing)|attain(?:ed|s)?|made"
    r"|beat(?:s|en|ing)?"
    r"|surpass(?:ed|es|ing)?|exceed(?:ed|s|ing)?|clear(?:ed|s)|bettered|outdone|outstripped|smashed|fulfilled"
    r"|satisfied)"
)
_ITS = (
    r"(?:(?:the|our|its|their|this|that|every) )?"
    r"(?:(?!national|government|statutory|regional|stretch|year|own)[\w%.-]+['’]?s? )?"
)
_AIM = rf"(?:{AIMS})"
MET = Sought(
    rf"\b(?:{_MET}|better than|(?:well |comfortably )?(?:within|inside)|ahead of|kept (?:to|within|under|below)"
    rf"|stay(?:ed|s)? (?:within|under|below|inside)) {_ITS}{_AIM}\b"
    rf"|\b(?:{_AIM}|it) (?:has been|have been|is being|is|was|were) (?:\w+ly )?(?:once again |again )?{_MET}\b"
)
"""What says that a target was met."""
