"""PUB02: one person's story."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import Commentary, Line
from generator.checks.readers_eye.text.sought import Sought, any_of
from generator.model.problem import Problem

_ORDINAL = any_of(
    """first second third fourth fifth sixth seventh eighth ninth tenth other remaining final last youngest eldest
    oldest"""
)
_PERSON = any_of(
    """child boy girl baby pupil student young_person adult person man woman family resident patient client carer
    employee sibling"""
)
_ANYBODY = any_of(
    """gentleman lady prisoner detainee inmate offender teenager lad toddler youngster pensioner mother father tenant
    claimant learner apprentice"""
)
_WORKER = any_of(
    """firefighter officer paramedic nurse teacher driver constable worker employee social_worker member_of_staff
    crew_member cyclist pedestrian motorcyclist passenger"""
)
_DEATHS = any_of("deaths? fatalit(?:y|ies) suicides? drownings?")
_HURT = any_of("hurt injured assaulted attacked killed burned bitten suspended dismissed off_sick arrested")
_SINGLED_OUT = (
    Sought(rf"\bthe (?:{_ORDINAL}) (?:{_PERSON})\b"),
    Sought(rf"\b(?:one|a|this|that) (?:\w+ )?\b(?:{_PERSON}|{_ANYBODY}) (?:who|whose|was|had|has|needed|needs|with)\b"),
    Sought(
        rf"\bone (?:\w+ )?\b(?:{_PERSON}|{_ANYBODY})(?:,| in| at| from| on| of)(?! (?:two|three|four|five|six|ten"
        rf"|every)\b)"
        r"[^.;]{1,50}?\b(?:has|had|was|is|took|died|waited|put|left|broke)\b"
    ),
    Sought(
        rf"\b(?:an?|one) (?:[\w-]+ )?\b(?:{_PERSON}|{_ANYBODY})\b(?! (?:has|have) to\b)[^.;]{{0,60}}?"
        r"(?<! or )\b(?:his|her|he|she|himself|herself)\b(?! or (?:his|her|he|she)|/)"
    ),
    Sought(
        r"\b(?:broke|fractured|injured|hurt|lost|tore|damaged) (?:his|her) (?:[a-z]+ )?(?:wrist|leg|arm|hip|ankle"
        r"|back|hand"
        r"|shoulder|knee|baby|husband|wife|mother|father|son|daughter|partner)\b"
    ),
    Sought(
        rf"\bthe (?:one|only|sole|single) (?:[\w-]+ )?\b(?:{_PERSON}|{_ANYBODY})\b"
        r"(?! (?:service|unit|team|place|home|protection|care|psych|health|development|support|social|minder))"
    ),
    Sought(
        r"\b(?:took|taken|take|takes) (?:his|her|their) own li(?:fe|ves)\b|\b(?:a|one|the) (?:stillbirth|suicide)\b"
    ),
    Sought(rf"\bthe (?:{_PERSON}) (?:needed|was|had|has|then|did)\b"),
    Sought(rf"\b(?:one|a single|the single|the only|the sole|an?) (?:\w+ )?\b(?:{_DEATHS})\b"),
    Sought(
        rf"\b(?:one|a|an) (?:\w+ )?\b(?:{_WORKER})(?: [a-z]+){{0,6}}? (?:was|had been|has been) (?:\w+ )?"
        rf"\b(?:{_HURT})\b"
    ),
    Sought(r"\b(?:both|the|one) victims?\b|\b(?:one|two|three) injuries\b|\b(?:two|three) (?:deaths|fatalities)\b"),
    Sought(rf"\b(?:one|two|three) injured (?:{_WORKER})s?\b"),
    Sought(r"\b(?:one|two|three|four|five) (?:people |persons )?(?:died|drowned)\b"),
    Sought(r"\b(?:in|at) one (?:fire|incident|collision|accident)\b(?=.{0,60}\b(?:died|killed|injured|victims?)\b)"),
)
_BY_AGE = Sought(
    r"\b(?:an?|one) (?:[\w-]+ ){0,2}?[\w-]+(?: \(|, | )aged (?:[1-9]\d?|one|two|three|four|five|six|seven|eight"
    r"|nine)\b"
    r"(?! (?:to|and|or|until)\b|[-–])"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine)[- ]year[- ]old\b(?! (?:agreement|contract|car|vehicle"
    r"|system|building|boiler|lorry|van))"
    r"|\b(?:[1-9]\d?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[- ]year[- ]old\b"
    r"|\b(?:child|boy|girl|man|woman|baby|pupil|patient|resident|victim) (?:aged|of) (?:[1-9]\d?|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b"
    r"|\b(?:a|one) (?:man|woman|boy|girl) in (?:his|her) (?:\w+ )?(?:teens|twenties|thirties|forties|fifties"
    r"|sixties|seventies|eighties|nineties|\d0s)\b"
)
_STORY = Sought(
    r"\b(?:an?|one|the (?:latest|other|second|third|last|first)(?: of (?:them|these|those))?) (?:[\w-]+ ){1,4}?"
    r"(?:[^.;]{0,40}, )?who (?:has |had |have )?(?:since |later |sadly |subsequently |then )*(?:died|passed away)\b"
    r"|\b(?:an?|one|the) (?:retired|elderly|disabled|pregnant|homeless|bereaved|widowed) (?:\w+ )?"
    rf"(?:{_PERSON}|{_WORKER}|lady|gentleman|couple|mother|father|widow|widower|pensioner|shopkeeper|farmer)\b"
)
_POST = any_of(
    """manager officer nurse doctor assistant clerk colleague worker surveyor planner inspector teacher driver cleaner
    apprentice supervisor adviser lecturer technician post[- ]?holder member_of_(?:the_)?(?:staff|team) key_member"""
)
_ILL = any_of(
    r"""sick(?:ness)? cancer maternity_leave stress surgery an_operation suspended suspension disciplin\w+ grievance
    tribunal off_work broken fractur\w+ hospitali\w+ bereave\w+ compassionate_leave dismissed stroke heart_attack
    light_duties miscarriage depression depressed anxiety signed_off breakdown pregnan\w+ chemotherapy diagnos\w+
    rehabilitation burn-?out terminal\w* ill adoption_leave paternity_leave phased_return knee hip"""
)
_ONE_ILL = Sought(
    rf"\b(?:one|an?|the|our) (?:[\w-]+ )?\b(?:{_POST})\b(?:,? [\w'’-]+){{0,6}}?,? (?:is|was|has|had|being|went|on)\b"
    rf"[^.;]{{0,40}}\b(?:{_ILL})\b"
)
_ONLY_ONE = Sought(rf"\b(?:its|our|their|the) (?:only|sole|single) (?:[\w-]+ ){{0,2}}(?:{_POST})\b")
_RELATION = Sought(
    r"\b[A-Z][a-z]+['’]s (?:(?:own|elder|younger|late) )?(?:son|daughter|wife|husband|mother|father|child"
    r"|brother|sister)\b"
    r"|\b[Oo]ne (?:household|family|resident|tenant|child|pupil|patient|man|woman) (?:in|at|from|on|of) [A-Z][a-z]+"
    r"|\b(?:[Tt]wins|[Tt]riplets) (?:who|born|were|was|aged|placed)\b|\b[Bb]aby twins\b",
    flags=0,
)
_MANY = Sought(r"\b(?:three|four|\d+) and |\b(?:all|most|every|for|per cent of|% of|of) $")


def singled_out(text: Commentary) -> Iterator[Problem]:
    """PUB02 once a line, for a sentence in which one person, one death or one injury is told of, or somebody by age."""
    told: Line | None = None
    likely = text.likely((*_SINGLED_OUT, _BY_AGE, _STORY, _ONE_ILL, _ONLY_ONE, _RELATION))
    for line, sentence in text.holding(*likely, lines=text.published):
        found = next(filter(None, (each.search(sentence) for each in likely)), None)
        if found and line is not told and not _MANY.search_part(sentence[: found.start()]):
            told = line
            yield text.problem("PUB02", line, sentence, who=found[0])
