"""Words that make of a claim something else: a hope, a doubt, a denial, the name of a plan."""

from generator.checks.readers_eye.text.sought import Found, Sought, any_of

_BEFORE = 60
_DOUBT = any_of(
    r"""will would should could can cannot may might must no not nor never without hardly expect\w* aim\w*
    plans?(?=_(?:to|for)) planned planning(?!_app)
    anticipat\w* forecast\w* hop(?:e|es|ing) (?<!had_)(?<!we_)hoped need\w* want\w* intend\w*
    if unless until once whether towards? ensure
    ensuring seek\w* potential likely (?<!report_a_)(?<!report_)(?<!shows_)(?<!see_)(?<!seen_)further scope
    opportunit\w* focus\w* help\w* support\w* targeted
    aspir\w* ambition drive_for committed(?=_to) commitment"""
)
_GOES_ON = any_of(
    """see show receive provide deliver perform be come go rise fall grow improve decline drop exceed increase climb
    reduce"""
)
_HEDGED = Sought(
    rf"\b(?:{_DOUBT}|continue[sd]? to(?! (?:{_GOES_ON})\b| ?$))\b[^.;:]{{0,40}}$"
    rf"|(?<!continue )(?<!continues )(?<!continued )\bto"
    r" (?:\w+ly |further |(?:see|secure|achieve|bring|deliver) (?:an? |the )?)?$"
    r"|n[’']t\b[^.;:]{{0,30}}$"
)
_PLANS = any_of(
    r"""plans? boards? programmes? teams? groups? projects? work actions? measures activit\w+ initiatives? strateg\w+
    partners? officers? services? journey advis\w+ targets? notices? surger\w+ meetings? process\w*"""
)
_OF_A_PLAN = Sought(rf"^ (?:{_PLANS})\b")


def is_hedged(clause: str, found: Found) -> bool:
    """Whether what was found in a clause is hoped for, doubted or denied there, or is only the name of a plan."""
    return is_doubted(clause, found) or is_of_a_plan(clause[found.end() :])


def is_of_a_plan(after: str) -> bool:
    """Whether what comes after a word makes it the name of a plan, a board and the like."""
    return bool(_OF_A_PLAN.search_part(after))


def is_doubted(clause: str, found: Found) -> bool:
    """Whether what was found in a clause is hoped for, doubted or denied there."""
    return is_doubted_at(clause, found.start())


def is_doubted_at(clause: str, at: int) -> bool:
    """Whether what stands at a place of a clause is hoped for, doubted or denied there."""
    return bool(_HEDGED.search_part(clause[max(0, at - _BEFORE) : at]))
