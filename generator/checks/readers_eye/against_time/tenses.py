"""Whether a time in a sentence is told as gone, as now or as still to come: by the verbs of its own clause."""

from enum import StrEnum

from generator.checks.readers_eye.text.words import Words, word_set


class Tense(StrEnum):
    """How a clause tells of a time."""

    TO_COME = "to come"
    TIMETABLED = "to come, in the present: it starts then, or is starting"
    DONE = "done"
    AS_DONE = "as done, by a participle alone"
    LATELY = "has been done"
    NOW = "now"
    UNSAID = "unsaid"


_WILL = word_set("will shall won't should must")
_MIGHT = word_set("would could might may can cannot can't wouldn't couldn't")
_WAS = word_set("was were wasn't weren't did didn't had hadn't having")
_IS = word_set("is are isn't aren't")
_HAS = word_set("has have hasn't haven't")
_BE = word_set("be been being get got")
_SURELY_PAST = word_set(
    """rose fell went came took saw met kept grew gave ran led began became built lost spent stood won wrote slid drew
    drove chose broke fought flew forgot hung knew rode sank shook shrank slept spoke stole underwent dropped"""
)
"""What no participle looks like."""
_AUXILIARIES = _WILL | _MIGHT | _WAS | _IS | _HAS | _BE
_PLANNED = word_set(
    """due planned scheduled expected anticipated proposed targeted timetabled pencilled booked earmarked slated set
    lined diarised arranged intended going hoped awaited"""
)
"""What makes of "is" a promise, and stands for one by itself."""
_DUE_TO = word_set(
    """be start begin go report complete finish open reopen come meet close end publish arrive join return move expire
    take happen"""
)
"""What may be due to happen."""
_BEFORE_GERUNDS = word_set("for of to from before after without on by while when")
_NO_GERUNDS = word_set("bring spring during evening morning nothing something ring sing swing")
_PLANS = word_set(
    """plan plans aim aims intend intends hope hopes expect expects propose proposes need needs want wants planning
    aiming hoping intending expecting looking ready likely look about promise promises pledge pledges"""
)
"""What makes a promise of the verb after "to", or of the noun after it."""
_PROMISED = word_set("agreed promised pledged undertaken committed offered vowed")
"""What makes one of it where that has been done."""
_LINKS = word_set("remains remain stays stay")
_STILL_TO_COME = word_set("likely planned expected due scheduled hoped")
_AT_FIRST = word_set("as than first originally initially once previously")
"""Before what was planned, and is no more."""
_WE = word_set("we they i now")
_SCHEDULED = word_set(
    """starts start begins begin opens open launches launch commences reopens reopen joins join take returns arrives
    arrive moves closes takes goes comes meets finishes ends resumes expires lapses"""
)
"""What is to come where it is told in the present, with its time."""
_TELLS = word_set(
    """shows show covers cover stands stand stays remains remain continues continue suggests suggest indicates indicate
    points point reveals confirms confirm tells sits sit lies brings puts gives makes runs exceeds means reflects"""
)
PAST = word_set(
    """rose fell went came made took saw met kept held grew left gave ran led began became brought built found got lost
    meant put sent spent stood told won wrote hit beat cost cut shut split spread struck taught sold sought slid drew
    drove chose broke bore bought caught dealt felt fought flew forgot froze hung knew laid lay lent lit paid rang rode
    sank shook shot shrank slept spoke stole stuck swept threw tore wore showed said let quit underwent overran heard
    hurt dropped did done gone come seen given taken written begun grown fallen risen known shown driven become run"""
)
NO_PAST = word_set(
    """need indeed hundred exceed proceed succeed feed speed seed breed agreed-upon unit bed red shed wed led-by
    one-third aged related based unrelated so-called"""
)
_BEFORE_NOUNS = word_set(
    """the a an our its their this that these those any every each no some all his her my your newly recently of for
    with by in"""
)
_SOFTLY = word_set(
    """not now also still already then again only just since soon later once never yet all both each currently therefore
    first well too"""
)
_DASHES = word_set("– — -")
_STOPS = word_set("; : ( ) . ! ?") | _DASHES
_CONJUNCTIONS = word_set(
    "who which whose because when while whilst where although though but so whereas unless if whether once that and or"
)
_NEVER_VERBS = word_set(
    """the a an our its their this that these those all both each every any some no his her my your it them us which
    whom date about over under almost nearly up around at least more less than full"""
)
"""After "to", where that leads to no verb."""
_COUNT = {"to"} | _AUXILIARIES | _PLANNED | _PLANS | _SCHEDULED | _TELLS | PAST | _STOPS | _CONJUNCTIONS
_PROMISE = _WILL | _PLANNED | _PLANS | {"to"}
_LEADS = _CONJUNCTIONS | word_set("that how why what after before until since once as than ,")
"""What a clause begins with of which another's promise says nothing."""
_SUBJECTS = word_set("we they it i you he she staff who that which")
_CALLED = word_set("rated judged graded deemed found called named given paid sent offered left made")
"""What may have more behind it than the noun that it describes: "a school rated good"."""
_NO_NOUNS = _NEVER_VERBS | _AUXILIARIES | _CONJUNCTIONS
_NO_NOUNS |= word_set(
    """in on at to for from with by as between among per during since until before after within without against through
    under last this next early late again twice there too only"""
)
_COUNT_BY_THEIR_ENDS = ("ed", "ing", "'ll", "'re", "'ve")
"""Words that may tell a tense or end a clause; of all others nothing is to be asked."""
_VERBS_IN_S = word_set("discuss address assess process progress focus pass press miss cross dismiss express access")


def tense_at(words: Words, first: int, last: int) -> Tense:
    """How the clause round what stands from one word to another tells of it."""
    found = tense_before(words, first, last)
    return _after(words, last) if found is Tense.UNSAID else found


def tense_before(words: Words, place: int, last: int) -> Tense:
    """The tense of the verb that stands nearest before a place; none beyond what its clause begins with."""
    at = place
    while at > 0:
        at -= 1
        word = words.words[at]
        if word not in _COUNT and not word.endswith(_COUNT_BY_THEIR_ENDS):
            continue
        if word == ")" and "(" in words.words[:at]:
            at -= words.words[at::-1].index("(")
            continue
        if _is_stop(words, at) or (word in _CONJUNCTIONS and at < place - 1):
            return Tense.UNSAID
        found = _verb_at(words, at, last)
        if found is not None:
            if found is Tense.AS_DONE and _is_behind_a_promise(words, at, last):
                return Tense.TO_COME
            is_then = word in _IS and found is Tense.NOW and place - at == 2 and words.at(at + 1) in {"on", "in", "for"}
            return Tense.TIMETABLED if is_then else found
    return Tense.UNSAID


def _is_behind_a_promise(words: Words, at: int, last: int) -> bool:
    """Whether a participle only describes the noun after it, within what is promised: "will launch the new missed bin".

    Behind a plural it may tell of that noun instead: "will visit homes judged inadequate".
    """
    begins = next((place for place in range(at - 1, -1, -1) if words.words[place] in _LEADS), 0)
    clause = words.words[begins:at]
    if not _WILL.isdisjoint(clause) and "have" in clause and _HAS.isdisjoint(clause[-1:]):
        return True  # "will have it filled"
    noun, before = words.at(at + 1), words.at(at - 1)
    is_of_a_noun = noun[:1].isalpha() and not noun.endswith("ly") and noun not in _NO_NOUNS
    is_told = before in _SUBJECTS or (before.endswith("s") and not before.endswith("ss"))
    if not is_of_a_noun or is_told or words.words[at] in _CALLED:
        return False
    return not _PROMISE.isdisjoint(clause) and tense_before(words, at, last) is Tense.TO_COME


def _is_stop(words: Words, at: int) -> bool:
    """Whether a clause ends at a mark; a dash between two numbers ends none."""
    word = words.words[at]
    is_between = word in _DASHES and words.at(at - 1)[:1].isdigit() and words.at(at + 1)[:1].isdigit()
    return word in _STOPS and not is_between


def _after(words: Words, place: int) -> Tense:
    """The tense of the first finite verb after a place."""
    for at in range(place + 1, len(words.words)):
        word = words.words[at]
        if word not in _COUNT and not word.endswith(_COUNT_BY_THEIR_ENDS):
            continue
        if _is_stop(words, at) or word in _CONJUNCTIONS:
            return Tense.UNSAID
        if word in _TELLS and words.at(at + 1) in _STILL_TO_COME:
            return Tense.TO_COME
        if word in _AUXILIARIES or word in _TELLS or _is_past(words, at):
            return _finite_at(words, at) or Tense.UNSAID
    return Tense.UNSAID


def _verb_at(words: Words, at: int, last: int) -> Tense | None:
    """What the word at a place makes of what follows it; None where that is no verb that counts."""
    word = words.words[at]
    if word == "to":
        is_reason = words.at(at - 1) == "due" and not _is_planned(words, at - 1)
        return None if is_reason or not _is_verb(words, at + 1) else _of_an_infinitive(words, at, last)
    is_gerund = word.endswith("ing") and word not in _NO_GERUNDS and word not in _PLANS
    if is_gerund and words.at(at - 1) in _BEFORE_GERUNDS and words.at(at - 2) != "forward":
        return Tense.UNSAID
    if _is_planned(words, at) and not _is_adjective(words, at):
        return _of_a_plan(words, at, last)
    if word in _PLANS and words.at(at - 1) in _WE:
        return Tense.TO_COME
    is_scheduled = word in _SCHEDULED and not _is_adjective(words, at) and words.at(at - 1) != "to"
    if is_scheduled and not _follows_auxiliary(words, at):
        return Tense.TIMETABLED
    return None if is_scheduled else _finite_at(words, at)


def _finite_at(words: Words, at: int) -> Tense | None:
    """The tense of a finite verb at a place."""
    word = words.words[at]
    if word in _WILL or word.endswith("'ll"):
        ought_to_have = word in {"should", "must"} and _next(words, at) == "have"
        return Tense.DONE if ought_to_have else Tense.TO_COME
    if word in _WAS or word in _MIGHT:
        return Tense.DONE if word in _WAS else Tense.UNSAID
    if _follows_auxiliary(words, at):
        return None
    if word in _IS or word in _HAS or word.endswith(("'re", "'ve")):
        return _of_an_auxiliary(words, at)
    is_now = word in _TELLS and not _is_adjective(words, at)
    if words.at(at - 1) == "to" or not (is_now or _is_past(words, at)):
        return None
    return Tense.NOW if is_now else Tense.DONE if word in _SURELY_PAST else Tense.AS_DONE


def _of_an_auxiliary(words: Words, at: int) -> Tense | None:
    """What "is" or "has" makes of the words after it: a promise, something done, or what is so now."""
    if words.at(at - 1) == "to":  # "to have risen", but "to have all posts filled"
        return Tense.DONE if _is_participle(_next(words, at)) and words.at(at + 1) != "all" else None
    after, has = _next(words, at), words.words[at] in _HAS or words.words[at].endswith("'ve")
    planned = words.words.index(after, at) if after in _PLANNED else 0
    if after == "to" or _is_planned(words, planned) or (after == "been" and _next(words, at, 2) in _PLANNED):
        return Tense.TO_COME
    if has:
        return Tense.LATELY if _is_participle(after) else Tense.NOW
    return Tense.TIMETABLED if after.endswith("ing") else Tense.NOW


def _of_an_infinitive(words: Words, to: int, last: int) -> Tense:
    """The tense of "to" with a verb: that of what governs it, or what is to be done, where nothing does."""
    before = to - 1
    while words.at(before) in _SOFTLY:
        before -= 1
    governor = words.at(before)
    if _is_planned(words, before):
        return _of_a_plan(words, before, last)
    if governor in _PLANS:
        return _unless_past(words, before)
    is_promised = governor in _PROMISED and _before_softly(words, before) in _HAS
    if is_promised or words.words[max(0, to - 1) : to + 2] == (",", "to", "be"):
        return Tense.TO_COME
    found = tense_before(words, to, last)
    if found is not Tense.UNSAID:
        is_so_always = words.at(before - 1) in _IS and not governor.endswith("ing")  # "it is normal to"
        return Tense.TO_COME if found is Tense.NOW and not is_so_always else found
    follows = _after(words, last)
    if follows is not Tense.UNSAID:
        is_to_be = words.at(to + 1) == "be" and follows is Tense.TO_COME
        return follows if is_to_be or follows in {Tense.DONE, Tense.AS_DONE, Tense.LATELY} else Tense.UNSAID
    return Tense.TO_COME if to or words.at(1) == "be" else Tense.UNSAID


def _of_a_plan(words: Words, at: int, last: int) -> Tense:
    """The tense of what is planned, or was: by itself it is to come, unless a verb after its time says what came."""
    before = _before_softly(words, at)
    falls = words.at(at - 1) in {"fall", "falls"}
    if before in _WAS or words.at(at - 1) in _AT_FIRST or before == "fell" or (falls and "did" in words.words[:at]):
        return Tense.DONE
    is_under_way = words.at(at) == "going" and words.at(at + 1) != "to"
    if is_under_way or falls or before == "(" or words.at(at - 1) == "not":
        return Tense.NOW if words.at(at - 1) != "not" else Tense.UNSAID
    if before in _IS or before == "be":
        return Tense.TO_COME
    if before == "been":
        return Tense.DONE if _before_softly(words, at, 2) == "had" else Tense.TO_COME
    if before in _HAS:
        return Tense.LATELY
    return Tense.TO_COME if _after(words, last) in {Tense.UNSAID, Tense.TO_COME} else Tense.DONE


def _is_planned(words: Words, at: int) -> bool:
    """Whether the word at a place makes a promise: "due to" something is no promise, but a reason."""
    if words.at(at) == "due" and words.at(at + 1) == "to":
        return words.at(at + 2) in _DUE_TO
    if words.at(at) == "set":
        return words.at(at + 1) in {"to", "for"}
    return words.at(at) in _PLANNED


def _unless_past(words: Words, at: int) -> Tense:
    return Tense.DONE if _before_softly(words, at) in _WAS else Tense.TO_COME


def _before_softly(words: Words, at: int, count: int = 1) -> str:
    """The word so many before a place, without what only softens."""
    at -= 1
    while count:
        while _only_softens(words.at(at)):
            at -= 1
        count -= 1
        at -= 1
    return words.at(at + 1) if at + 1 >= 0 else ""


def _next(words: Words, at: int, count: int = 1) -> str:
    """The word so many after a place, without what only softens."""
    at += 1
    while count:
        while _only_softens(words.at(at)):
            at += 1
        count -= 1
        at += 1
    return words.at(at - 1)


def _only_softens(word: str) -> bool:
    return word in _SOFTLY or (word.endswith("ly") and word != "july")


def _is_participle(word: str) -> bool:
    return word in {"been", "had"} or word in PAST or (word.endswith("ed") and word not in NO_PAST)


def _is_past(words: Words, at: int) -> bool:
    """Whether the word at a place tells of something done: a verb in the past, or a participle behind its noun."""
    word = words.words[at]
    is_one = word in PAST or (word.endswith("ed") and len(word) > 3 and word not in NO_PAST)
    return is_one and word not in _PLANNED and (words.at(at - 1) == "that" or not _is_adjective(words, at))


def _is_adjective(words: Words, at: int) -> bool:
    """Whether the word at a place only describes the noun after it: there may be two open days."""
    is_open = words.at(at) == "open" and words.at(at + 1) in {"day", "days", "evening", "evenings"}
    return is_open or words.at(at - 1) in _BEFORE_NOUNS


def _follows_auxiliary(words: Words, at: int) -> bool:
    return _before_softly(words, at) in _AUXILIARIES | _LINKS


def _is_verb(words: Words, at: int) -> bool:
    """Whether the word after "to" is a verb."""
    word = words.at(at)
    if not word[:1].isalpha() or word in _NEVER_VERBS or words.is_capital(at):
        return False
    if word.endswith("ing") and word not in _NO_GERUNDS:
        return False
    return not word.endswith("s") or word in _VERBS_IN_S
