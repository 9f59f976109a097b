"""An officer's text as it is printed: worked out here once, for the page and for the reader's eye.

What is withheld goes first (``withheld`` makes the measure that some readers may see); then placeholders are filled
from that measure; then an answer that was left empty is taken from the measure that ``same_as`` names. ``blocks``
makes paragraphs and lists of the lines.
"""

from collections.abc import Mapping

from generator.commentary.placeholders import figures_of, with_figures
from generator.commentary.shared import shared_with
from generator.judging.outcome import Judged


def own_lines(judged: Judged, key: str) -> tuple[str, ...]:
    """The lines of a measure's own answer to the question with this key; none where it has no answer."""
    written = judged.returned.answers.get(key, ())
    return tuple(with_figures(line, figures_of(judged)) if "{{" in line else line for line in written)


def printed_lines(judged: Judged, key: str, by_code: Mapping[str, Judged]) -> tuple[str, ...]:
    """The lines that are printed: the measure's own, or of the first that wrote any along ``same_as``, which is named.

    ``by_code`` has every judged return by the keys of its codes and aliases, as the same readers may see it.
    """
    for each in (judged, *shared_with(judged, by_code)):
        lines = own_lines(each, key)
        if any(line.strip() for line in lines):
            return lines if each is judged else (f"As for {each.measure.label}:", *lines)
    return ()
