"""TEXT06: actions that nobody owns or that have no date; TEXT07: reasons in the place of actions."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from generator.checks.readers_eye.as_text.substance import placeholder_in
from generator.checks.readers_eye.before_publishing.persons import STAFF, STAFF_AS_PLURAL
from generator.checks.readers_eye.text.commentary import Commentary
from generator.checks.readers_eye.text.sought import Sought, any_of, phrase
from generator.checks.readers_eye.text.words import has_any, has_words, word_set, words_read
from generator.model.problem import Problem

_GROUPS = word_set(
    """team teams panel panels board boards cabinet committee committees group groups division divisions department
    departments unit units gang gangs crew crews forum forums taskforce office estates finance licensing
    payroll registry"""
)
_ANYBODY = word_set(
    """staff partner partners member members volunteer volunteers colleague colleagues employee employees apprentice
    apprentices trainee trainees operator operators contractor contractors guard guards deputy"""
)
_WANTED = word_set("more additional extra further find recruit recruiting hire appoint seek train")
_OWNERS = (STAFF | STAFF_AS_PLURAL | _GROUPS) - _ANYBODY | {"sister", "dr", "mayor"}
_POST_IN_SHORT = any_of("Supt Insp Sgt ACC DCC ACO ACFO DCFO AD HoS SRO DCS DASS DPH")
_DOES = r"(?= (?:will|is|are|has|have|plans?|aims?|now|meets?|to)\b)"
_OWNER = Sought(
    r"\b(?:owners?|leads?|led by|responsible|who|action(?:ed)? by|assigned to|accountable)(?: officer)?: ?\w"
    r"|(?:^|[.;] )(?!(?:actions?|next|update|progress|note|phase|stage|step|target|aim|training|now|then|plan|new)\b)"
    r"[a-z]+(?: [a-z]+){0,3}: (?=[a-z\d])"
    rf"|\bthe (?:\w+ ){{1,3}}(?:services?|room|hub|cent(?:re|er)|office|desk|function|faculty)\b{_DOES}"
)
_NOBODY = any_of(
    """We It They This That These Those There Staff Schools Parents Residents Tenants Patients Partners
    Additional Further More New Work Action In On By From To As Following Regular Monthly Weekly"""
)
_TITLE = r"[A-Z][a-z'’-]+,?(?: (?:(?:and|of|for|the|to|&) )*\(?[A-Z][\w'’-]+\)?,?){1,6}"
_OWNER_BY_NAME = Sought(
    rf"(?:^|[.;:] )(?:The )?(?!(?:{_NOBODY}|An?|The) ){_TITLE}(?: and [^.;:,]{{1,40}}?)?"
    r" (?:will|is|are|has|have|plans?|aims?|now|[a-z]+(?:s|ed)|to (?!be\b)[a-z]+)\b",
    flags=0,
)
"""What begins a sentence with capitals and then acts: "Human Resources will", "Chief Paramedic to"."""
_OWNER_IN_SHORT = Sought(
    rf"\b(?:{_POST_IN_SHORT})(?: (?:(?:and|of|for|&) )?[A-Z][\w'’-]+){{0,6}}(?: [–—-] |: | to (?!be\b)[a-z])", flags=0
)
"""A post in short before what it does: "ACC Local Policing: rota goes live"."""
_THINGS = any_of(
    """reviews? plans? work projects? schemes? training campaigns? programmes? systems? reports? surveys? pilots?
    strateg(?:y|ies) letters? promotions? reminders? process(?:es)? polic(?:y|ies) events? workshops? sessions? posts?
    homes? figures? rates? performance targets? courses? cameras? staff"""
)
_BY_ITSELF = any_of("be double open go rise fall start begin end close continue follow come remain increase improve")
_IS_TO = Sought(
    rf"(?:^|\. )(?!(?:{_NOBODY}|An?|The) )[A-Z][a-z'’-]+(?: [a-z'’-]+){{0,4}}? to (?!(?:{_BY_ITSELF})\b)[a-z]+ [a-z]"
    r"|\bby the [A-Z][a-z]{3,}",
    flags=0,
)
_OF_THINGS = Sought(rf"(?:^|\. )[^.]{{0,60}}?\b(?:{_THINGS}) to ")
_TAKEN_ON = Sought(
    r"(?:^|[.;:] )(?:(?:In|On|By|From|At|To) [^.;:]{2,60}?(?:, | (?=(?:the|our|an?) )))?"
    rf"(?!(?i:(?:the |our |an? )?(?:{_NOBODY}) )|(?:The |the )?(?!HR |ICT |IT )[A-Z]{{2,}}s? )[^.;:]{{2,70}}?"
    r" (?:will|has to|is to (?!be\b)|are to (?!be\b)) ",
    flags=0,
)
"""What anything will do, or have done to it, but for what is nobody: with a month it is a promise that can be held."""
_WHEN = phrase(
    r"""january february march april may june july august september october november december jan feb mar apr jun
    jul aug sept? oct nov dec Q[1-4] quarter 20\d\d(?:[/-]\d\d)? \d\d/\d\d term spring summer autumn winter
    christmas easter lent ramadan diwali half-term within
    (?:mon|tues|wednes|thurs|fri|satur|sun)days? weekends? weeks? months? years? daily weekly fortnightly monthly
    quarterly annual(?:ly)? (?:each|every)_\w+ \d\d?[./]\d\d?[./]\d\d(?:\d\d)?"""
)


def owner_and_date(text: Commentary) -> Iterator[Problem]:
    """TEXT06 for actions without a post, team, group or service that takes them, or without any time.

    Where the text says that nothing is left to do, nobody is missing. "We", "staff" and a partner's letters are nobody
    in the council, and "ongoing" is no time. What the register calls a directorate or service is somebody. Where no
    question asks for actions, only lines that tell of one are meant.
    """
    if any(line.search(_NOTHING_TO_DO) for line in text.actions):
        return
    lines = text.actions if text.asks_for_actions else tuple(line for line in text.actions if line.search(_TOLD))
    there = {"who acts": _names_somebody(text), "by when": any(line.search(_WHEN) for line in lines)}
    lacks = [what for what, is_there in there.items() if not is_there]
    if lines and lacks and not any(map(placeholder_in, lines)):
        yield text.problem("TEXT06", lines[0], lines[0].text, lacks=" or ".join(lacks))


_LONGEST_EMPTY = 13
"""Words: a longer sentence says something."""
_IT = "(?:it|this|these|them|the (?:situation|position|matter|issue|problem)s?)"
_EMPTY_PROMISE = Sought(
    r"\b(?:continue[sd]? to|continuing to|will|to) (?:closely |carefully |actively |keep )?(?:monitor|monitoring)\b"
    r"|\b(?:kept|keep|keeping|remains?|is|are|be) under (?:close |constant )?review\b"
    rf"|\b(?:is|are) (?:still |now |actively )?(?:looking (?:into|at)|working on|monitoring|reviewing"
    rf"|exploring) {_IT}\b"
    r"|^(?:the |more |further |some )?(?:work|action|actions|steps|measures|efforts|plans|discussions|talks) (?:is"
    r"|are|have been)"
    r" (?:being |now |well |still |also )*(?:under ?way|in hand|in place|ongoing|taken|considered|explored|made"
    r"|developed)\b"
    r"|^(?:more|improvements?|training|changes|progress|efforts|lessons|everything|something|action|work|steps"
    r"|(?:further|more)"
    r" (?:action|actions|work|steps|measures|training|support))\b[^.;,]{0,25}\bwill be (?:[a-z]+ly )?[a-z]+\b"
    r"|\bwill (?:continue|keep) (?:to )?(?:work(?:ing)?|try(?:ing)?|do(?:ing)?|look(?:ing)?|push(?:ing)?|striv(?:e"
    r"|ing))\b"
    r"|\bwill (?:do (?:more|better|all we can|our best)|work (?:hard|harder)|try|strive|endeavour|look (?:in)?to"
    r"|pick (?:this|it) up)\b"
    r"|\bsomeone will\b"
)


def empty_promises(text: Commentary) -> Iterator[Problem]:
    """TEXT06 once a return, for a sentence on what is done that says neither who nor when, where no other says it.

    Only where nothing is written about actions under a question of its own.
    """
    if any(line.question in text.known.named_for_actions for line in text.lines) or not text.explains:
        return
    told = [(line, sentence) for line, sentence in text.sentences if line in text.account]
    if any(_TOLD_WHO.search(each) and _WHEN.search(each) and _is_owner_in(each) for _, each in told):
        return
    for line, sentence in told:
        is_short = not has_words(sentence, _LONGEST_EMPTY + 1)
        if is_short and _EMPTY_PROMISE.search(sentence) and not (_is_owner_in(sentence) and _WHEN.search(sentence)):
            yield text.problem("TEXT06", line, sentence, lacks="who acts or by when")
            return


def _is_owner_in(sentence: str) -> bool:
    """Whether a group or a post is told of, but for those who are only looked for."""
    if _OWNER.search(sentence):
        return True
    words = words_read(sentence).apart if has_any(sentence, _OWNERS) else []
    return any(
        word in _OWNERS and before not in _WANTED and words[at : at + 2] != ["to", "be"]
        for at, (before, word) in enumerate(pairwise(["", *words]), start=1)
    )


_TOLD_WHO = phrase("will is_to are_to plans?_to")
_NOTHING_TO_DO = Sought(
    r"\b(?:no (?:further |additional |more |new )?(?:actions?|work|steps|measures) (?:is |are |will be |have been "
    r"|has been )?"
    r"(?:now |currently )?(?:needed|required|planned|necessary|proposed|to be taken|possible|left|outstanding)"
    r"|nothing (?:more |further )?(?:is |remains )?(?:to be done|left to do|needed|required)"
    r"|(?:no|none) (?:further )?(?:actions? )?(?:are |is )?(?:required|needed)"
    r"|(?:all|every) (?:\w+ )?actions? (?:is|are|has been|have been|were) (?:now )?(?:complete|completed|closed|done)"
    r"|(?:measure|indicator|service|contract|scheme|programme|fund|home|centre) (?:has |was |is )?(?:now )?"
    r"(?:been )?(?:closed|ended|ceased|finished|discontinued|withdrawn|deleted|come to an end)"
    r"|will (?:no longer be|not be) (?:reported|measured|collected))\b"
)


def _names_somebody(text: Commentary) -> bool:
    if any(_is_owner_in(sentence) for line in text.actions for sentence in line.sentences):
        return True
    if any(line.search(each) for line in text.actions for each in (_OWNER_BY_NAME, _OWNER_IN_SHORT)):
        return True
    if any(line.search(_IS_TO) and not line.search(_OF_THINGS) for line in text.actions):
        return True
    if any(_TAKEN_ON.search(each) and _WHEN.search(each) for line in text.actions for each in line.sentences):
        return True
    own = text.owners
    return bool(own) and any(_any_of_them(own).search(line.text) for line in text.actions)


@lru_cache(16)
def _any_of_them(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, dict.fromkeys(names)))})(?!\w)", re.IGNORECASE)


_POINTS_ELSEWHERE = Sought(
    r"\bactions? (?:taken |listed |set out |described )?above\b|\bfactors? (?:impacting|affecting)\b"
)
_REASON = phrase("due_to because as_a_result_of caused_by owing_to reason_for is_believed_to_be factors?")
_TOLD = phrase(
    r"""will we_(?:are|have) (?:is|are)_(?:being|planning|recruiting|reviewing|working|developing|introducing|meeting)
    plans? plans?_to aims?_to need_to underway propos\w* agreed_to"""
)
"""What tells of an action among reasons, where nothing else marks it as one."""

_ACTION = phrase(
    r"""will we_(?:are|have) (?:is|are)_\w+ing have_been plan plans planning planned_to (?:is|are)_planned review\w*
    work\w* recruit\w* train\w* launch\w* continu\w* target\w* support\w* propos\w* monitor\w* action\w* need_to
    implement\w* introduc\w* develop\w* meet\w* to_reduce to_improve to_increase ensur\w* promot\w* underway agreed
    appoint\w* set_up discussion\w*"""
)


def reasons_for_actions(text: Commentary) -> Iterator[Problem]:
    """TEXT07 for lines on actions that point to another column, or that give reasons and no action.

    Only where the reasons have a question of their own.
    """
    elsewhere = text.asks_for_reasons
    if not elsewhere:
        return
    lines = text.actions
    for line in lines:
        if line.search(_POINTS_ELSEWHERE):
            yield text.problem("TEXT07", line, line.text, reasons=elsewhere)
            return
    whole = " ".join(line.text for line in lines)
    if any(line.may_hold(_REASON) for line in lines) and _REASON.search_part(whole) and not _ACTION.search(whole):
        yield text.problem("TEXT07", lines[0], lines[0].text, reasons=elsewhere)
