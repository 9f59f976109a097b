"""NUM10 of places in a table: to go "up from 7th to 11th" is to go down."""

from collections.abc import Iterator

from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.sought import Sought
from generator.model.problem import Problem

_UP = r"(?P<up>up|ris(?:e|en|ing)|rose|climb(?:s|ed|ing)?|improv(?:ed|ing|ement)|mov(?:ed|ing) up|jump(?:ed)?)"
_DOWN = r"(?P<down>down|f[ae]ll(?:en|ing)?|drop(?:ped|ping)?|slip(?:ped|ping)?|slid|slide|sunk|sank|tumbl(?:ed|e))"
_NTH = r"(?P<{0}>\d{{1,3}})(?:st|nd|rd|th)"
_FROM_TO = Sought(rf"\b(?:{_UP}|{_DOWN}) (?:[a-z]+ )?from {_NTH.format('was')}(?: [a-z]+)? to {_NTH.format('now')}\b")
_NOW_FROM = Sought(
    rf"\b{_NTH.format('now')}\b[^.;\d]{{0,60}}(?:\d+[^.;\d]{{0,40}})?, (?:an? )?"
    rf"(?:{_UP}|{_DOWN}) (?:[a-z]+ )?from {_NTH.format('was')}\b"
)


def places_in_a_table(text: OfMeasure) -> Iterator[Problem]:
    """NUM10 where a place is said to have gone up, and its number rose, or the other way round."""
    for line, sentence in text.holding(_FROM_TO, _NOW_FROM):
        found = _FROM_TO.search(sentence) or _NOW_FROM.search(sentence)
        if not found or found["was"] == found["now"]:
            continue
        went_up = int(found["now"]) < int(found["was"])
        if went_up is not bool(found["up"]):
            told, right = found["up"] or found["down"], "a climb" if went_up else "a fall"
            ends = {"before": f"place {found['was']}", "after": f"place {found['now']}"}
            yield text.problem("NUM10", line, sentence, number=told, right=right, **ends)
