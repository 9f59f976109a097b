"""TEXT16: a result that is far off target, and no word of why."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import figures_in
from generator.checks.readers_eye.text.sought import Sought, any_of, phrase
from generator.checks.readers_eye.text.subject import shared
from generator.checks.readers_eye.text.told_of import known_figures
from generator.model.problem import Problem

_WORDS = any_of(
    r"""because due_to owing_to since as so therefore hence thus thanks_to caused? causes? causing reasons?
    result(?:s|ed|ing)?_(?:of|from|in) led_to leads?_to driven attribut\w+ reflect\w* explain\w* after following
    impact\w* affect\w* influenc\w* shortages? vacan\w+ sick\w* absence turnover delay\w* demand pressures? backlog
    accounts?_for relat\w+ down_to for_want_of in_light_of means meant given factors? issues? challeng\w+ unable
    difficult\w* problems? clos(?:ed|ure|ing|es) wait\w* limited lack lacking insufficient too unless without
    on_account_of hot dry wet weather pandemic covid season\w* holidays? fewer more less need\w* complex\w* changed?
    changes? rely relies depend\w* stem\w* c[ao]mes?_from
    slow\w* cost_(?:us|the) drained shut
    shutdown could_not left lost br[eo]k\w* late busy busier highest
    lowest worst weakest record being when gr[eo]w\w* made makes? harder will
    expect\w* once until recruit\w* train(?:ed|ing) blame fail(?:ed|ure) fault mostly mainly
    chiefly largely dispute on_leave"""
)
_REASON = Sought(rf"\b(?:{_WORDS})\b")
_OF_THE_RESULT = Sought(
    r"\b(?:performance|results?|targets?|figures?|rate|outturn|forecast|status|below|above|improv\w*|declin\w*"
    r"|deteriorat\w*|this quarter)\b"
)
_MOVED = Sought(r"\b(?:increased?|decreased?|rose|risen|fell|fallen|last (?:quarter|year)|Q[1-4])\b|%")
"""What is said of a result, if it is that: where the sentence has words of the title, or a figure of the form."""
_MONITORED = Sought(r"\b(?:monitor\w*|review\w*|boards?|committees?|scrutiny|looks? at|reported to)\b")
_STOCK = Sought(
    r"\b(?:continu\w+ to (?:be |work |look |focus |drive |seek |strive |closely )*(?:monitor|review|hard|closely|with"
    r"|improve|strive|raise|up|on|for)\w*|committed to|striv\w+ (?:for|to)|determined to"
    r"|(?:monitored|reviewed|discussed) (?:on a )?(?:regular(?:ly)?|at every)"
    r"|kept? under (?:close |constant )?review|every effort (?:is being|has been|will be) made to (?:bring|improve"
    r"|raise|meet|reach|address|do)|all (?:necessary|appropriate|possible|reasonable) (?:steps"
    r"|measures|actions?|efforts)|in due course|very seriously|where we (?:want|would like) (?:it )?to be"
    r"|keep \w+ (?:informed|updated)|aware of (?:the|this) (?:position|issue|situation)|work is (?:ongoing|continuing)"
    r"|(?:robust|strong) arrangements|going forward|best possible|drive up|continuous improvement"
    r"|it back on track|address (?:performance|this|the (?:position|issue)))\b"
)
"""What is said where there is nothing to say."""
_BECAUSE = phrase("because as due_to owing_to as_a_result_of caused? since after following thanks_to reflects? when")
_A_COUNT = Sought(
    r"^(?:[^.:;,]* (?:is|are|was|were|stands|stood) (?:at |now |about )*£?\d[^:;,]*|[a-z ]+:? £?\d[^:;]*)\.$"
)
"""A figure, and of what it is."""
_ENOUGH = 4
_ANY_REASON = Sought(
    r"\b(?:for|due to|because of|owing to|down to|caused by|a result of|reflects?|given) (?:"
    r"(?:a (?:whole )?(?:number|variety|range|host|combination|mix) of|various|several|many|different|unforeseen"
    r"|unavoidable"
    r"|the usual|certain|other)(?: [a-z]+)? (?:reasons|factors|issues|causes|things|difficulties|challenges"
    r"|circumstances)"
    r"|circumstances (?:beyond|outside) (?:our|its|anyone[’']s|the [a-z]+[’']s) control)(?=[.;]|, (?:and|but"
    r"|which)\b|$)"
)
"""What is given in the place of a reason."""


def no_reason(text: OfMeasure) -> Iterator[Problem]:
    """TEXT16 for an account of the worst status of which every sentence tells of the result, and none says why.

    A word that reasons are given with is taken for a reason, and so is a sentence about anything else; but "for several
    reasons" is none, whatever the status.
    """
    for line, sentence in text.holding(_ANY_REASON, lines=text.account):
        if text.explains and _ANY_REASON.search(sentence):
            yield text.problem("TEXT16", line, sentence, status=text.judged.quarter.status.name)
            return
    worst = text.judged.scheme.statuses[-1]
    if text.judged.quarter.status != worst or not worst.exception:
        return
    lines = [line for line in text.account if line not in text.actions] or list(text.account)
    stock, promises, told = list[str](), list[str](), list[str]()
    for each in (sentence for line in lines for sentence in line.sentences):
        is_stock = _STOCK.search(each) and not _BECAUSE.search(each)
        (stock if is_stock else promises if _MONITORED.search(each) else told).append(each)
    if not told and not stock:
        return
    is_long = " ".join(told + stock + promises).count(" ") >= _ENOUGH
    is_bare = (_tells_of_the_result_alone(each, text) or (stock and _is_a_figure(each, text)) for each in told)
    if is_long and all(is_bare):
        yield text.problem("TEXT16", lines[0], (stock or told)[0], status=worst.name)


def _tells_of_the_result_alone(sentence: str, text: OfMeasure) -> bool:
    if _REASON.search(sentence):
        return False
    return _OF_THE_RESULT.search(sentence) is not None or (
        _MOVED.search(sentence) is not None and _is_its(sentence, text)
    )


def _is_a_figure(sentence: str, text: OfMeasure) -> bool:
    return not _REASON.search(sentence) and (_A_COUNT.search(sentence) is not None or _is_its(sentence, text))


def _is_its(sentence: str, text: OfMeasure) -> bool:
    if shared(sentence, text.subject):
        return True
    known = known_figures(text)
    return any(each.agrees_with(one) for each in figures_in(sentence) for one in known)
