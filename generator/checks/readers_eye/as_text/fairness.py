"""TEXT13: somebody blamed by name; TEXT18: a text that disputes its own target, or doubts its own figure."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought, any_of, apart
from generator.model.problem import Problem

_NAME = r"(?:[A-Z][\w&’'-]+|[A-Z]{2,})(?: (?:and |of )?[A-Z][\w&’'-]+)*"
_NO_NAMES = any_of(
    """The This That We It They There Some Many Several Our Those These Two Three One Few Residents Patients Staff
    Officers Callers"""
)
_NOT_A_NAME = rf"(?!(?:{_NO_NAMES}) )"
_BLAME = apart(
    rf"(?:(?:^|[^.] )|\b(?i:contractor|provider|supplier|agency|firm|company|partner),? ){_NOT_A_NAME}{_NAME}"
    r" (?:(?:is|are|was|were) (?:solely |entirely |clearly )?(?:to blame|at fault)"
    r"|(?:has|have) (?:again |clearly )?(?:repeatedly failed|let us down|refused))\b"
    rf"|(?:^|[^.] ){_NOT_A_NAME}(?!(?:[A-Z][a-z]*(?:s|ing|ance|ment|age)|Weather) let){_NAME} let us down\b"
    rf"|\b(?i:down to|due to|because of|caused by) {_NOT_A_NAME}{_NAME},? (?:failing|refusing|not|being unable"
    rf"|(?:whose \w+|who|which) (?:has |have |had )?(?:repeatedly )?(?:failed|refused|neglected|did not|was slow))\b"
    rf"|\b(?i:fault of|blamed? on|blame|let down by|failings? of|failure of"
    rf"|incompetence of) (?:the )?{_NOT_A_NAME}{_NAME}"
    rf"|\b(?i:contractor|provider|supplier|agency|firm|company|partner|operator|developer|landlord),? {_NAME},? (?:has "
    rf"|have )?(?:repeatedly |again )?(?:failed|neglected|refused)\b",
    flags=0,
)
_SCORN = apart(
    r"\b(?:can(?:not|[’']t| not)|couldn[’']t|could not) be bothered\b|\b(?:drag\w*|drew) (?:its|their|his"
    r"|her) (?:feet|heels)\b"
    r"|\b(?:incompeten\w+|lazy|laziness|inept\w*|shoddy|sloppy|shambles|shambolic|fiasco|botched|asleep at the wheel"
    r"|pass(?:ed|ing)? the buck|wash(?:ed|ing)? (?:its|their) hands|not fit to run)\b"
    r"|\b(?:is|are|was|were) (?:completely |utterly |simply |just |frankly |quite )?useless\b"
    r"|\b(?:could|can|do|does|did)(?: not|n[’']t)? (?:seem to |really )?care(?: less)?\b(?! for| about)"
    r"|\b(?:sat|sitting|sits) on (?:it|them|our|these|the) ?(?:[a-z]+ )?for (?:days|weeks|months)\b"
    r"|\bsitting on (?:(?:our|the|their|these) )?(?:files|papers|paperwork|invoices|requests|letters|e-?mails)\b"
    r"|\b(?:is|was|are|were) (?:entirely |solely |all )?(?:the|our|their) [a-z]+(?:['’]s?|s['’]) (?:own )?fault\b"
    r"|\b(?:is|are|was|were) (?:solely |entirely |clearly |wholly |all )?to blame for\b"
    r"|\b(?:(?:do|does|did|wo|would|have|has|had)(?: not|n[’']t)|never|will not) (?:even |ever )?"
    r"bother(?:ed|s)?(?= to\b|[.,;]|$)"
    r"|\b(?:sits?|sitting) on everything\b"
    r"|\bthemselves to blame\b|\bto blame but (?:themselves|itself)\b"
    r"|\bcan(?:not|[’']t| not) (?:even )?(?:read|be trusted)\b"
    r"|\brefus(?:e|es|ed|ing) to (?:co-?operate|engage|work with us)\b"
    r"|\b(?:contractor|provider|supplier|agenc(?:y|ie)|firm|compan(?:y|ie)|partner|colleague|team|manager|officer|crew"
    r"|department|council|trust|hospital|school|operator|developer|landlord|builder|driver|haulier|service|staff|they|he|she|who|depot)s?"
    r"(?: has| have| had| yet| again| badly| simply| once more| repeatedly)* let us down\b"
)
"""What nobody says of colleagues, partners or residents in public, named or not."""
_DISPUTED = apart(
    r"\btargets?(?: of [£\d.,%]+(?: [a-z]+)?)? (?:is|are|was|has been|remains?|looks?|seems?|appears?)"
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
    r"|\bdoubts? (?:about|over|on) (?:this|the|our|its) (?:figure|data|result|number)s?\b|\bquestion the accuracy\b"
    r"|\b(?:figure|data|result)s? may not be (?:right|accurate|correct|complete)\b"
)


def blame(text: Commentary) -> Iterator[Problem]:
    """TEXT13 where somebody is named in the same breath as the fault, or spoken of with scorn."""
    likely = text.likely((*_BLAME, *_SCORN))
    for line, sentence in text.holding(*likely):
        if any(each.search(sentence) for each in likely):
            yield text.problem("TEXT13", line, sentence)


def disputed(text: Commentary) -> Iterator[Problem]:
    """TEXT18 where the text calls its target unrealistic, or says that its figure may be wrong."""
    on_target, on_figure = text.likely(_DISPUTED), text.likely(_DOUBTED)
    for line, sentence in text.holding(*on_target, *on_figure):
        if any(each.search(sentence) for each in on_target) and not _AT_EASE.search(sentence):
            yield text.problem("TEXT18", line, sentence, what="target")
        elif any(each.search(sentence) for each in on_figure):
            yield text.problem("TEXT18", line, sentence, what="figure")
