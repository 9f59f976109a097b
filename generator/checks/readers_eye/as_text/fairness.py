"""TEXT13: somebody blamed by name; TEXT18: a text that disputes its own target, or doubts its own figure."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought, any_of, apart
from generator.model.period import MONTH_NAMES
from generator.model.problem import Problem

_NO_NAMES = any_of(
    """The This That We It They There Some Many Several Our Those These Two Three One Few Residents Patients Staff
    Officers Callers"""
)
_NAME = rf"(?!(?:{_NO_NAMES}|{'|'.join(MONTH_NAMES)})\b)[A-Z][\w&’'-]+(?: (?:and |of |& )?[A-Z][\w&’'-]+)*"
_SOMEBODY = any_of(
    """contractors? providers? suppliers? agenc(?:y|ies) firms? compan(?:y|ies) partners? colleagues? teams? managers?
    officers? crews? departments? councils? trusts? hospitals? schools? operators? developers? landlords? builders?
    drivers? hauliers? caterers? regulators? unions? services? staff depots? tenants? residents? famil(?:y|ies) parents?
    applicants? head(?:teacher)?s? clients? they who engineers? doctors? nurses? teachers? agents? surveyors? planners?
    solicitors? consultants? inspectors? governors? directors? foreman caretakers? chain auditors?"""
)
_SCORNED = any_of(
    """hopeless useless clueless incompetent inept lazy bone_idle rude arrogant obstructive childish pathetic dishonest
    spineless stupid unprofessional uncooperative incapable liar liars bullies disgrace joke shambles nightmare
    waste_of_space waste_of_time waste_of_money law_unto_itself law_unto_themselves nothing_but_trouble not_fit_to_run
    not_up_to_it not_up_to_the_job asleep_at_the_wheel"""
)
_WAS = r"(?:is|are|was|were|being|been|proved)(?: (?:[a-z]+ly|just|quite|so|too|very|again|now|an?|complete|total))*"
_LET_US_DOWN = r"let us down\b(?! (?:the|an?|to|into|onto) )"
_AGAIN = r"(?:(?:yet|once more|clearly|repeatedly|again) )*"
_BLAME = apart(
    rf"{_NAME}(?:['’]s? [a-z]+)?(?: that)? (?:(?:has|have) )?{_WAS} (?:{_SCORNED}|to blame|at fault)\b"
    rf"|{_NAME},? (?:has |have )?{_AGAIN}(?:failed us|lied to|misled us|lied about)\b"
    rf"|\b(?i:contractor|provider|supplier|agency|firm|company|partner|operator|developer),? {_NAME},? (?:has |have )?"
    r"(?:repeatedly|again|yet again) failed\b"
    rf"|{_NAME}(?<!s)(?<!ing)(?<!ance)(?<!ment)(?<!Weather) {_LET_US_DOWN}"
    rf"|{_NAME} (?:has|have) {_AGAIN}let us down\b"
    rf"|\b(?i:is|are|was|were) (?:all |entirely |solely )?{_NAME}['’]s? fault\b"
    rf"|\b(?i:down to|due to|because of|caused by) {_NAME},? (?:failing|refusing|(?:whose \w+|who|which)"
    r" (?:has |have |had )?(?:repeatedly )?(?:failed|refused|neglected))\b"
    rf"|\b(?i:(?:is|was|are|were) (?:all |entirely |solely )?the fault of|we blame|let down by|incompetence of)"
    rf" (?:the )?{_NAME}|{_NAME}['’]s? (?:blunders?|incompetence|negligence|laziness|failings)\b",
    flags=0,
)
_OF_SOMEBODY = rf"\b(?:{_SOMEBODY})\b(?: (?!who\b|that\b|not\b)[a-z]+){{0,4}}?"
_SCORN = apart(
    rf"{_OF_SOMEBODY} (?:(?:has|have) )?{_WAS} (?:{_SCORNED})\b"
    rf"|{_OF_SOMEBODY} (?:lied to|lied about|misled us|lost the plot)\b|{_OF_SOMEBODY} {_LET_US_DOWN}"
    rf"|{_OF_SOMEBODY} (?:simply|just|blatantly|wilfully|deliberately) ignore[sd]?\b"
    rf"|{_OF_SOMEBODY} can(?:not|[’']t| not) be trusted\b|\bnobody [^.;]{{0,40}}can be trusted\b"
    r"|\btoo (?:lazy|idle|rude|stupid) to\b|\btreat(?:s|ed)? us (?:with contempt|like)\b"
    r"|\b(?:not|n[’']t|never) (?:even )?lift(?:ed)? a finger\b"
    r"|\bma(?:d|k)e (?:an? (?:complete|total|real|right|proper) mess|an? (?:complete |total )?hash) of\b"
    r"|\b(?:can(?:not|[’']t| not)|could not|did not|unable to) do (?:its|their|his|her) job\b"
    r"|\b(?:can(?:not|[’']t| not)|couldn[’']t|could not) be bothered\b|\b(?:drag\w*|drew) (?:its|their|his|her)"
    r" (?:feet|heels)\b"
    r"|\b(?:incompeten\w+|laziness|inept\w*|shoddy work|sloppy|shambolic|botched|pass(?:ed|ing)? the buck"
    r"|wash(?:ed|ing)? (?:its|their) hands|in an? (?:complete )?shambles)\b"
    r"|\b(?:could|can|do|does|did)(?: not|n[’']t) (?:(?:seem to|really) )?care(?: less|(?=[.,;]|$))(?! for| about)"
    r"|\b(?:sat|sitting|sits?) on (?:everything|it for (?:days|weeks|months)|(?:(?:the|our|their|these) )?(?:files"
    r"|papers|paperwork|invoices|requests|letters|e-?mails))\b"
    r"|\b(?:is|was|are|were) (?:entirely |solely |all )?(?:the|our|their) [a-z]+(?:['’]s?|s['’]) (?:own )?fault\b"
    r"|\b(?:(?:do|does|did|wo|would|have|has|had)(?: not|n[’']t)|never|will not) (?:even |ever )?"
    r"bother(?:ed|s)?(?= to\b|[.,;]|$)"
    r"|\bthemselves to blame\b|\bto blame but (?:themselves|itself)\b"
    r"|\b(?:is|are|was|were) (?:solely |entirely |clearly |wholly |all )?to blame for\b"
    r"|(?<!who )\brefuse(?:s|d)? to (?:co-?operate|work with us\b(?!-))"
)
"""What nobody says of colleagues, partners or residents in public, named or not."""
_TOLD_OF = Sought(
    r"\b(?:complain\w*|ombudsman|told us|said|alleg\w+|neither|if|where|whenever|train\w+|in (?:three|four|five)"
    r"|nobody(?! to)|no one|not|never)\b[^.;]{0,60}\b(?:rude|lazy|at fault|to blame|useless|incompetent)\b"
)
"""What others said of somebody, or what goes if somebody is so."""
_DISPUTED = apart(
    r"(?<!old )(?<!previous )(?<!former )\btargets?(?: of [£\d.,%]+(?: [a-z]+)?)? (?:is|are|was|has been|remains?"
    r"|looks?|seems?|appears?)"
    r" (?:(?:now|too|very|simply|considered|felt to be|no longer|not|never) )*"
    r"(?:unrealistic|realistic|unachievable|achievable|unattainable|attainable|ambitious|high|low|appropriate"
    r"|relevant|challenging and|meaningful|valid|fair|unfair)\b"
    r"|\btargets?\b[^.;]{0,30}\b(?:plucked (?:from|out of)|makes? (?:no|little) sense|(?:was|were) never (?:going to"
    r"|likely"
    r"|achievable|realistic)|set (?:far |much |way )?too (?:high|low)|pointless|meaningless|bears? no relation)"
    r"|\b(?:nobody|no one|no-one|none of us) (?:ever |here |really )?(?:thought|believed"
    r"|expected)\b[^.;]{0,40}\b(?:target|reached"
    r"|met|hit|achiev\w+|attain\w+)\b"
    r"|\b(?:measure|indicator|metric|KPI) (?:is|has become|seems|remains) (?:\w+ )?(?:meaningless|pointless"
    r"|misleading|flawed"
    r"|unfair|useless|not fit for purpose|of (?:no|little) (?:use|value))\b"
    r"|\b(?:measure|indicator|metric|KPI|target)\b[^.;]{0,25}\bshould be (?:dropped"
    r"|scrapped|withdrawn|abandoned|removed|lowered)\b"
    r"|\bmore realistic (?:a )?targets?\b|\b(?:unrealistic|unachievable|unfair|arbitrary) targets?\b"
)
_AT_EASE = Sought(
    r"\btargets?(?: of [£\d.,%]+(?: [a-z]+)?)? (?:is|are|was|remains?)"
    r" (?:realistic|achievable|attainable|appropriate|relevant|ambitious|valid|fair|meaningful)\b"
)
_DOUBTED = apart(
    r"\b(?:not|n[’']t|nor do we) (?:believe|think|consider|feel|accept)\b[^.;]{0,30}\b(?:figure|data|result"
    r"|number|percentage)s?\b[^.;]{0,30}\b(?:accurate|correct|right|reliable|true|reflect\w*)"
    r"|\b(?:figure|data|result|number)s? (?:is|are|may be|might be|could be|is likely to be|is thought to be"
    r"|are thought to be) (?:\w+ )?"
    r"(?:inaccurate|unreliable|incorrect|wrong|understated|overstated|under-reported|over-reported|misleading"
    r"|not (?:accurate|reliable|correct|robust|a true|comparable with itself))"
    r"|\b(?:figure|data|result|number|percentage)s? (?:[a-z]+ ){0,4}?(?:not|never|cannot|hardly|[a-z]+n[’']t)"
    r" (?:[a-z]+ ){0,4}?(?:accurate|reliable|correct|robust|trustworthy|be trusted|(?:be )?relied (?:up)?on"
    r"|representative|a (?:true|fair|reliable|good) (?:picture|reflection|measure|record|guide))\b"
    r"|\b(?:do|does|can|could)(?: not|n[’']t) (?:yet |fully )?(?:recogni[sz]e|agree with|accept|trust|believe"
    r"|stand (?:by|behind)"
    r"|rely on) (?:this|the|our|these|that) (?:figure|data|result|number|percentage)s?\b"
    r"|\b(?:little|no|limited|low) (?:faith|confidence|trust) in (?:this|the|our|these) (?:figure|data|result"
    r"|number)s?\b"
    r"|\b(?:true|real|actual|correct) (?:figure|result|rate|number|percentage) (?:is|was|may be|might be|will be"
    r"|would be|could be)"
    r" (?:thought|believed|likely|probably|nearer|closer|almost certainly|much|higher|lower|well)\b"
    r"|\b(?:figure|count|data|result|number|percentage|total)s?(?: [a-z]+){0,2} (?:is|are) (?:thought|believed|likely"
    r"|known) to be (?:[a-z]+ )?(?:low|high|wrong|incomplete)\b"
    r"|\bdoubts? (?:about|over|on) (?:this|the|our|its) (?:figure|data|result|number)s?\b"
    r"|\b(?:figure|data|result)s? may not be (?:right|accurate|correct|complete)\b"
)


def blame(text: Commentary) -> Iterator[Problem]:
    """TEXT13 where somebody is named in the same breath as the fault, or spoken of with scorn."""
    likely = text.likely((*_BLAME, *_SCORN))
    for line, sentence in text.holding(*likely):
        if any(each.search(sentence) for each in likely) and not _TOLD_OF.search(sentence):
            yield text.problem("TEXT13", line, sentence)


def disputed(text: Commentary) -> Iterator[Problem]:
    """TEXT18 where the text calls its target unrealistic, or says that its figure may be wrong."""
    on_target, on_figure = text.likely(_DISPUTED), text.likely(_DOUBTED)
    for line, sentence in text.holding(*on_target, *on_figure):
        if any(each.search(sentence) for each in on_target) and not _AT_EASE.search(sentence):
            yield text.problem("TEXT18", line, sentence, what="target")
        elif any(each.search(sentence) for each in on_figure):
            yield text.problem("TEXT18", line, sentence, what="figure")
