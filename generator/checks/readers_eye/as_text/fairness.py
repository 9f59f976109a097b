"""TEXT13: somebody blamed by name; TEXT18: a text that disputes its own target, or doubts its own figure."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.model.problem import Problem

_NAME = r"(?:[A-Z][\w&’'-]+|[A-Z]{2,})(?: (?:and |of )?[A-Z][\w&’'-]+)*"
_NO_NAMES = any_of(
    """The This That We It They There Some Many Several Our Those These Two Three One Few Residents Patients Staff
    Officers Callers"""
)
_NOT_A_NAME = rf"(?!(?:{_NO_NAMES}) )"
_BLAME = Sought(
    rf"(?:(?:^|[^.] )|\b(?i:contractor|provider|supplier|agency|firm|company|partner),? ){_NOT_A_NAME}{_NAME}"
    r" (?:is|are|was|were|has|have) (?:solely |entirely |clearly )?(?:to blame|at fault|repeatedly failed"
    r"|let us down|refused)\b"
    rf"|\b(?i:down to|due to|because of|caused by) {_NOT_A_NAME}{_NAME},? (?:failing|refusing|not|being unable"
    rf"|(?:whose \w+|who|which) (?:has |have |had )?(?:repeatedly )?(?:failed|refused|neglected|did not|was slow))\b"
    rf"|\b(?i:fault of|blamed? on|blame|let down by|failings? of|failure of"
    rf"|incompetence of) (?:the )?{_NOT_A_NAME}{_NAME}"
    rf"|\b(?i:contractor|provider|supplier|agency|firm|company|partner|operator|developer|landlord),? {_NAME},? (?:has "
    rf"|have )?(?:repeatedly |again )?(?:failed|neglected|refused)\b",
    flags=0,
)
_DISPUTED = Sought(
    r"\btargets?(?: of [£\d.,%]+(?: [a-z]+)?)? (?:is|are|was|has been|remains?|looks?|seems?|appears?)"
    r" (?:(?:now|too|very|simply|considered|felt to be|no longer|not|never) )*"
    r"(?:unrealistic|realistic|unachievable|achievable|unattainable|attainable|ambitious|high|low|appropriate"
    r"|relevant|challenging and|meaningful|valid|fair|unfair)\b"
    r"|\bmore realistic (?:a )?targets?\b|\b(?:unrealistic|unachievable|unfair|arbitrary) targets?\b"
)
_AT_EASE = Sought(
    r"\btargets?(?: of [£\d.,%]+(?: [a-z]+)?)? (?:is|are|was|remains?)"
    r" (?:realistic|achievable|attainable|appropriate|relevant|ambitious|valid|fair|meaningful)\b"
)
_DOUBTED = Sought(
    r"\b(?:not|n[’']t|nor do we) (?:believe|think|consider|feel|accept)\b[^.;]{0,30}\b(?:figure|data|result"
    r"|number|percentage)s?\b[^.;]{0,30}\b(?:accurate|correct|right|reliable|true|reflect\w*)"
    r"|\b(?:figure|data|result|number)s? (?:is|are|may be|might be|could be|is likely to be|is thought to be"
    r"|are thought to be) (?:\w+ )?"
    r"(?:inaccurate|unreliable|incorrect|wrong|understated|overstated|under-reported|over-reported|misleading"
    r"|not (?:accurate|reliable|correct|robust|a true|comparable with itself))"
    r"|\bdoubts? (?:about|over|on) (?:this|the|our|its) (?:figure|data|result|number)s?\b|\bquestion the accuracy\b"
    r"|\b(?:figure|data|result)s? may not be (?:right|accurate|correct|complete)\b"
)


def blame(text: Commentary) -> Iterator[Problem]:
    """TEXT13 where a person or a partner is named in the same breath as the fault."""
    for line, sentence in text.holding(_BLAME):
        if _BLAME.search(sentence):
            yield text.problem("TEXT13", line, sentence)


def disputed(text: Commentary) -> Iterator[Problem]:
    """TEXT18 where the text calls its target unrealistic, or says that its figure may be wrong."""
    for line, sentence in text.holding(_DISPUTED, _DOUBTED):
        if _DISPUTED.search(sentence) and not _AT_EASE.search(sentence):
            yield text.problem("TEXT18", line, sentence, what="target")
        elif _DOUBTED.search(sentence):
            yield text.problem("TEXT18", line, sentence, what="figure")
