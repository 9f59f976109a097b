"""Whether a time in a sentence is told as gone, as now or as still to come: by the verbs of its own clause.

Each word has a letter for what it may tell, so that what stands together ("has been planned": ``hbl``) is read as one.
"""

import re
from enum import StrEnum
from functools import lru_cache

from generator.checks.readers_eye.text.words import PASSAGES, Words, word_set


class Tense(StrEnum):
    """How a clause tells of a time."""

    TO_COME = "to come"
    TIMETABLED = "to come, in the present: it starts then, or is starting"
    DONE = "done"
    AS_DONE = "as done, by a participle alone"
    LATELY = "has been done"
    NOW = "now"
    UNSAID = "unsaid"


_PLANNED = word_set(
    """due planned scheduled expected anticipated proposed targeted timetabled pencilled booked earmarked slated set
    lined diarised arranged intended going hoped awaited"""
)
_PLANS = word_set(
    """plan plans aim aims intend intends hope hopes expect expects propose proposes need needs want wants planning
    aiming hoping intending expecting looking ready likely look about promise promises pledge pledges"""
)
_SURELY_PAST = word_set(
    """rose fell went came took saw met kept grew gave ran led began became built lost spent stood won wrote slid drew
    drove chose broke fought flew forgot hung knew rode sank shook shrank slept spoke stole underwent dropped"""
)
PAST = _SURELY_PAST | word_set(
    """made held left brought found got meant put sent told hit beat cost cut shut split spread struck taught sold
    sought bore bought caught dealt felt froze laid lay lent lit paid rang shot stuck swept threw tore wore showed said
    let quit overran heard hurt did done gone come seen given taken written begun grown fallen risen known shown driven
    become run"""
)
NO_PAST = word_set(
    """need indeed hundred exceed proceed succeed feed speed seed breed agreed-upon unit bed red shed wed led-by
    one-third aged related based unrelated so-called"""
)
_LETTERS = {
    "d": PAST,
    "e": _SURELY_PAST,
    "t": word_set(
        """shows show covers cover stands stand continues continue suggests suggest indicates
        indicate points point reveals confirms confirm tells sits sit lies brings puts gives makes runs exceeds means
        reflects"""
    ),
    "s": word_set(
        """starts start begins begin opens open launches launch commences reopens reopen joins join take returns arrives
        arrive moves closes takes goes comes meets finishes ends resumes expires lapses leaves retires go meet"""
    ),
    "k": word_set("agreed promised pledged undertaken committed offered vowed"),
    "l": _PLANNED,
    "b": word_set("be been get"),
    "h": word_set("has have hasn't haven't"),
    "i": word_set("is are isn't aren't remains remain stays stay"),
    "p": word_set("was were wasn't weren't did didn't had hadn't having"),
    "m": word_set("would could might may can cannot can't wouldn't couldn't"),
    "o": word_set("should must"),
    "w": word_set("will shall won't"),
    "c": word_set(
        """who which whose because when while whilst where although though but so whereas unless if whether once that
        and or"""
    ),
    "-": word_set(
        """not now also still already then again only just since soon later never yet all both each currently therefore
        first well too"""
    ),
    ".": word_set("; : . ! ?"),
    "/": word_set("– — -"),
    "g": _PLANS,
    "v": word_set("to"),
}
"""What is done, told as so, timetabled, promised, planned; auxiliaries; what leads to a clause, softens or ends one."""
_LETTER = {word: letter for letter, words in _LETTERS.items() for word in words} | {"(": "(", ")": ")", "july": "_"}
_BY_PLACE = frozenset("vglndekst/")
_ENDINGS = (("'ll", "w"), ("'re", "i"), ("'ve", "h"), ("ing", "n"), ("ly", "-"), ("ed", "d"))
_DUE_TO = word_set(
    """be start begin go report complete finish open reopen come meet close end publish arrive join return move expire
    take happen"""
)
"""What may be due to happen."""
_OBJECTS = word_set("the a an our its their his her")
_HAVING = frozenset(f"vh{each}" for each in "dbkep")
_AT_FIRST = word_set("as than first originally initially once previously")
"""Before what was planned, and is no more."""
_WE = word_set("we they i now")
_BEFORE_GERUNDS = word_set("for of to from before after without on by while when")
_NO_GERUNDS = word_set("bring spring during evening morning nothing something ring sing swing")
_BEFORE_NOUNS = word_set(
    """the a an our its their this that these those any every each no some all his her my your newly recently of for
    with by in"""
)
_NEVER_VERBS = word_set(
    """the a an our its their this that these those all both each every any some no his her my your it them us which
    whom date about over under almost nearly up around at least more less than full"""
)
"""After "to", where that leads to no verb."""
_VERBS_IN_S = word_set("discuss address assess process progress focus pass press miss cross dismiss express access")
_PROMISE = _PLANNED | _PLANS | _LETTERS["w"] | _LETTERS["o"] | {"to"}
_LEADS = _LETTERS["c"] | word_set("how why what after before until since as than ,")
"""What a clause begins with of which another's promise says nothing."""
_SUBJECTS = word_set("we they it i you he she staff who that which")
_CALLED = word_set("rated judged graded deemed found called named given paid sent offered left made")
"""What may have more behind it than the noun that it describes: "a school rated good"."""
_NO_NOUNS = _NEVER_VERBS.union(*(_LETTERS[each] for each in "womihbpc")) | word_set(
    """in on at to for from with by as between among per during since until before after within without against through
    under last this next early late again twice there too only"""
)
STILL_TO_COME = word_set("likely planned expected due scheduled hoped")
_AT = word_set("on in for")
_BRACKETED = re.compile(r"\([^()]*\)")
_TOGETHER, _FINITE = re.compile("[a-z-]*[a-z]"), re.compile("[womhipbtdke][a-z-]*")
_LAST_AUXILIARY = re.compile("(?:.*(?<![wovh])(?<!m(?=h)))?([wompih].*)")
_ALWAYS_SO = re.compile("i[^n]-*$")
"""Before "to": "it is normal"."""
_TENSES = re.compile(
    "(?P<DONE>p.*|oh.*|.*x|[^womhiv]*ev?[bds]*)|(?P<TO_COME>[wo].*|.*gv.*|i[lv].*|[hm]?bl.*|hkv.*|tv.*)"
    "|(?P<LATELY>h[bdkepl].*)|(?P<TO_DO>[nbu]*v.*)|(?P<PLANNED>.*lv?.*)|(?P<TIMETABLED>in.*|[^womhi]*s.*)"
    "|(?P<UNSAID>m.*|.*u[bd]*)|(?P<NOW>[ih].*|.*t)|(?P<AS_DONE>.*[dk].*)"
)
"""What stands together: a promise alone (PLANNED) and what is to be done (TO_DO) may be told of as gone further on."""


def tense_at(words: Words, first: int, last: int) -> Tense:
    """How the clause round what stands from one word to another tells of it."""
    found = tense_before(words, first, last)
    return _after(words, last) if found is Tense.UNSAID else found


def tense_before(words: Words, place: int, last: int) -> Tense:
    """The tense of the verb that stands nearest before a place; none beyond what its clause begins with.

    Of what is to be done ("to open"), and of a participle that describes a noun, what stands before them tells.
    """
    letters = _letters(words)[:place]
    if ")" in letters:
        letters = _BRACKETED.sub(lambda found: "-" * len(found[0]), letters)
    letters = letters.removesuffix("c").replace("cv", "_v")
    begins = 1 + max(map(letters.rfind, ".c()"))
    tense, passed = Tense.UNSAID, list[int]()
    for found in reversed(list(_TOGETHER.finditer(letters, begins))):
        kind, at = _kind_of(found)
        if kind == "TO_DO" or (kind == "AS_DONE" and _may_describe(words, at)):
            passed.append(at)
        elif kind:
            is_then = kind == "NOW" and words.at(place - 2) in {"is", "are"} and words.at(place - 1) in _AT
            tense = Tense.TIMETABLED if is_then else _planned(words, last) if kind == "PLANNED" else Tense[kind]
            break
    for at in reversed(passed):
        is_participle = words.words[at] != "to"
        tense = (
            (tense if tense is Tense.TO_COME else Tense.AS_DONE) if is_participle else _to_do(words, at, last, tense)
        )
    return tense


def _after(words: Words, place: int) -> Tense:
    """The tense of the first finite verb after a place."""
    letters = re.split("[.c()]", _letters(words)[place + 1 :], maxsplit=1)[0]
    found = _FINITE.search(letters)
    if found and found[0][0] in "ti" and words.at(place + 2 + found.start()) in STILL_TO_COME:
        return Tense.TO_COME
    told = found and _TENSES.fullmatch(found[0].replace("-", ""))
    return Tense.__members__.get(told.lastgroup or "", Tense.UNSAID) if told else Tense.UNSAID


def _kind_of(together: re.Match[str]) -> tuple[str, int]:
    """What words that stand together tell of what follows them, and the place of their "to" or last participle."""
    letters = together[0].replace("-", "")
    auxiliary = _LAST_AUXILIARY.fullmatch(letters)
    found = _TENSES.fullmatch(auxiliary[1] if auxiliary else letters)
    kind = found.lastgroup if found else None
    return kind or "", together.start() + max(map(together[0].rfind, "v" if kind == "TO_DO" else "dk"))


def _planned(words: Words, last: int) -> Tense:
    """The tense of what is planned: to come, unless a verb after its time says what came, or what is planned now."""
    is_still = _after(words, last) in {Tense.UNSAID, Tense.TO_COME} and "now" not in words.words[last : last + 4]
    return Tense.TO_COME if is_still else Tense.DONE


def _to_do(words: Words, to: int, last: int, found: Tense) -> Tense:
    """The tense of "to" with a verb: that of what is told before it, or what is to be done, where nothing is."""
    if (words.at(to - 1), words.at(to + 1)) == (",", "be"):
        return Tense.TO_COME
    if _letters(words)[to : to + 3] in _HAVING and found is not Tense.UNSAID:
        return Tense.DONE
    if found is not Tense.UNSAID:
        return Tense.TO_COME if found is Tense.NOW and not _ALWAYS_SO.search(_letters(words)[:to]) else found
    follows = _after(words, last)
    if follows is not Tense.UNSAID:
        is_to_be = words.at(to + 1) == "be" and follows is Tense.TO_COME
        return follows if is_to_be or follows in {Tense.DONE, Tense.AS_DONE, Tense.LATELY} else Tense.UNSAID
    return Tense.TO_COME if to or words.at(1) == "be" else Tense.UNSAID


def _may_describe(words: Words, at: int) -> bool:
    """Whether a participle may only describe the noun after it, within a promise: "will launch the new missed bin".

    Behind a plural it may tell of that noun instead: "will visit homes judged inadequate".
    """
    begins = next((place for place in range(at - 1, -1, -1) if words.words[place] in _LEADS), 0)
    clause = words.words[begins:at]
    if not (_LETTERS["w"] | _LETTERS["o"]).isdisjoint(clause) and not {"have", "get"}.isdisjoint(clause[:-1]):
        return True  # "will have it filled"
    noun, before = words.at(at + 1), words.at(at - 1)
    is_of_a_noun = noun[:1].isalpha() and not noun.endswith("ly") and noun not in _NO_NOUNS
    is_told = before in _SUBJECTS or (before.endswith("s") and not before.endswith("ss"))
    return is_of_a_noun and not is_told and words.words[at] not in _CALLED and not _PROMISE.isdisjoint(clause)


@lru_cache(PASSAGES)
def _letters(words: Words) -> str:
    """A letter for each word."""
    letters = [*map(_letter, words.words)]
    for at, letter in enumerate(letters):
        if words.words[at] == "come" and words.at(at - 1).endswith("s") and words.at(at - 1) not in _LETTERS["h"]:
            letters[at] = "s"
        elif letter in _BY_PLACE:
            letters[at] = _in_its_place(words, at, letter)
    return "".join(letters)


@lru_cache(4096)
def _letter(word: str) -> str:
    """The letter for a word: "_" for one that tells nothing, "v" for "to", "g" for a plan, "/" for a dash."""
    if word in _LETTER:
        return _LETTER[word]
    letter = next((each for ending, each in _ENDINGS if word.endswith(ending)), "_")
    return "_" if word in NO_PAST or word in _NO_GERUNDS or (letter == "d" and len(word) <= len("red")) else letter


def _in_its_place(words: Words, at: int, letter: str) -> str:
    """The same by what stands beside it.

    A plan is ``w`` behind who has it; what was planned at first is ``x``; a gerund behind a preposition ``u``.
    """
    before, after = words.at(at - 1), words.at(at + 1)
    if letter == "v":
        return "v" if _is_verb(words, at + 1) and (before != "due" or _is_due_to(words, at + 1)) else "_"
    if letter == "g":
        is_noun = after == "to" and (at == 0 or before in _BEFORE_NOUNS)
        return "w" if before in _WE else "l" if is_noun else "g"
    if letter == "l":
        return _of_a_plan(words, at, words.words[at])
    if letter == "n":
        return "u" if before in _BEFORE_GERUNDS and words.at(at - 2) != "forward" else "n"
    if letter == "/":
        return "_" if before[:1].isdigit() and after[:1].isdigit() else "."
    return "_" if _is_adjective(before, words.words[at], after) else letter


def _of_a_plan(words: Words, at: int, word: str) -> str:
    """The letter for a word for what is planned: "due to" something is a reason, what falls due does so always."""
    before, after = words.at(at - 1), words.at(at + 1)
    if word == "due" and after == "to" and not _is_due_to(words, at + 2):
        return "_"
    if word == "set" and after not in {"to", "for"}:
        return "_" if before in _BEFORE_NOUNS else "d"
    if before in _AT_FIRST | _SUBJECTS or before == "fell" or (before == "fall" and "did" in words.words[:at]):
        return "x"
    if before in {"fall", "falls", "("} or (word == "going" and after != "to"):
        return "t"
    return "u" if before == "not" else "_" if before in _BEFORE_NOUNS else "l"


def _is_due_to(words: Words, at: int) -> bool:
    """Whether "due to" leads to a verb: to one of those that mostly do, or to one with its object."""
    return words.at(at) in _DUE_TO or words.at(at + 1) in _OBJECTS


def _is_adjective(before: str, word: str, after: str) -> bool:
    """Whether a word only describes the noun after it: there may be two open days, and 74 open."""
    if before == "as" and word in PAST | _LETTERS["k"]:
        return True
    is_told = before == "that" and word not in _LETTERS["s"] | _LETTERS["t"]
    is_open = word == "open" and (before[:1].isdigit() or after in {"day", "evening"} or after.endswith(("es", "ys")))
    return is_open or (before in _BEFORE_NOUNS and not is_told)


def _is_verb(words: Words, at: int) -> bool:
    """Whether the word after "to" is a verb."""
    word = words.at(at)
    if not word[:1].isalpha() or word in _NEVER_VERBS or words.is_capital(at):
        return False
    if word.endswith("ing") and word not in _NO_GERUNDS:
        return False
    return not word.endswith("s") or word in _VERBS_IN_S
