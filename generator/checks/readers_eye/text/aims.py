"""What a target may be called: by a noun, or by those who set it and want it."""

from generator.checks.readers_eye.text.sought import Sought, any_of

AIMS = any_of(
    """targets? goal aims? standard benchmark threshold trajectory limit ceiling cap maximum minimum mark profile
    budget
    plan aspiration ambition requirement expectations? bar yardstick allowance tolerance milestone forecast(?=_set)"""
)
_ASKED = any_of("asked required expected demanded wanted needed set promised agreed planned budgeted allowed profiled")
_WANTED = any_of(
    """aim(?:ed)? promised? set planned? hoped? wanted? intend(?:ed)? expect(?:ed)? want need(?:ed)? pledged budgeted
    anticipated profiled allow(?:s|ed)? targeted agreed"""
)
WANTED = (
    rf"(?:(?:{_ASKED}) (?:of|for|from|by) (?:us|the (?:service|team|council|board|committee|contract))"
    rf"|(?:we|members|cabinet|the (?:board|council|committee|contract|plan)) (?:had |have |has |was |were |are )?"
    rf"(?:{_WANTED})(?: (?:for|to|of))?|was (?:{_ASKED})\b"
    rf"|(?:than|number|figure|level|total|amount|rate|one)(?: (?:that|we|it|was|were|had|is|been|originally))*"
    rf" (?:{_ASKED}|{_WANTED})"
    r"|(?:where|what|that) (?:it|we|they|this) (?:\w+ )?(?:(?:should|ought to|need(?:s|ed)? to|want(?:ed)? to"
    r"|(?:hoped?|planned|meant|intended|aimed|expected) to)"
    r"(?: have)?(?: be(?:en)?)?|would (?:like|want|wish)))"
)
"""What is wanted, in the words of those who want it: "asked of us", "we promised", "where it should be"."""
AN_AIM = Sought(rf"\b(?:{AIMS}|{WANTED})\b")
A_NAMED_AIM = Sought(rf"\b(?:{AIMS})\b")
OTHERS_AIM = Sought(
    r"\b(?:national(?:ly)?|government['’]?s?|statutory|regional|industry|England|stretch|interim|next year"
    r"|(?:its|their|whose) own|of (?:its|their) own"
    r"|(?:raised|lifted|increased|lowered|reduced|cut|changed|revised|moved) (?:the|our|its) (?:target|goal|standard)"
    r"|(?:target|goal|standard) (?:was|has been|is being|is|will be) (?:raised|lifted|increased|lowered|reduced|cut"
    r"|changed|revised|moved))\b"
)
"""What makes a target another one, or says that it was changed."""
