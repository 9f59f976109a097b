"""NUM15: "above" or "exceeding" the target where lower is better, so that nobody can tell whether that is well."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.readers_eye.against_verdict.hedges import is_hedged
from generator.checks.readers_eye.text.commentary import OfMeasure
from generator.checks.readers_eye.text.figures import figures_in
from generator.checks.readers_eye.text.sought import Sought
from generator.model.measure import Polarity
from generator.model.problem import Problem

_BEYOND = Sought(
    r"\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|(?:is|are|was|were|remains?|remained"
    r"|still|been) "
    r"(?:well |just |slightly |far )?(?:above|over|below|under)) (?:the |our |its |this )?"
    r"(?:(?!national|government|statutory|industry|regional|contract)[a-z]+ )?target\b"
)
_SAYS_WHICH = Sought(
    r"\b(?:worse|worst|better|best|well within|miss\w*|fail\w*|unfortunately|too (?:high|long|many|much)|not met"
    r"|disappoint\w*|regret\w*"
    r"|poor\w*|pressures?|concern\w*|improv\w*|deteriorat\w*|lower is better|smaller is better|longer|slower"
    r"|fewer|quicker|because|due to)\b"
)


def above_or_below(text: OfMeasure) -> Iterator[Problem]:
    """NUM15 where a sentence has neither a word that tells which is meant, nor both the result and the target."""
    if text.judged.measure.polarity is not Polarity.LOWER:
        return
    own = [each for each in (text.judged.quarter.actual, text.judged.quarter.target) if isinstance(each, Decimal)]
    for line, sentence in text.holding(_BEYOND):
        found = _BEYOND.search(sentence)
        if not found or is_hedged(sentence, found) or _SAYS_WHICH.search(sentence):
            continue
        if not all(any(each.agrees_with(figure) for each in figures_in(sentence)) for figure in own):
            yield text.problem("NUM15", line, sentence, words=found[0])
