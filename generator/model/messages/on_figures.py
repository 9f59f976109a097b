"""Messages on figures and dates: what cannot be read for certain, what looks odd, and what to type instead."""

from generator.model.messages.slips import NotANumber
from generator.model.messages.wording import error, warning

_SIGNS = {
    NotANumber.SPACED: "Part thousands with a comma or with nothing, such as 1,250 or 1250.",
    NotANumber.POINT: "Write decimals with one full stop, such as 65.4, and nothing behind them.",
    NotANumber.MINUS: "Put the minus sign before the number, such as -65.4, and no brackets round it.",
    NotANumber.LOOKALIKE: "Type it anew with the digits 0 to 9 of the keyboard: it holds signs that look like them, or that cannot be seen.",
}

ONE_NUMBER = {
    "minutes": "Write a time as one number, in minutes: 9 minutes and 30 seconds are 9.5; 9 hours and 30 minutes are 570.",
    "hours": "Write a time as one number, in hours: 9 hours and 30 minutes are 9.5.",
    "seconds": "Write a time as one number, in seconds: 9 minutes and 30 seconds are 570.",
    "days": "Write a time as one number, in days: 36 hours are 1.5.",
    ":1": "Write a ratio as one number, of how many there are to one: 12 to 5 is 2.4.",
    "": "Write one number, in the measure's unit.",
}
"""What to write in place of 9:30, by the measure's unit."""

HINTS = {
    NotANumber.COMMA: "Write decimals with a point, such as 65.4; a comma parts thousands, such as 1,250.",
    NotANumber.TIME: "{one_number} If the cell makes a time of it again, give it the number format General first.",
    NotANumber.DATE: "Type the number itself; if the cell makes a date of it again, give it the number format General first.",
    NotANumber.FRACTION: "Write a fraction with a point, such as 1.5 for one and a half.",
    NotANumber.POWER: "Type digits alone{in_unit}: as a plain number 1.2E+03 and 1.2k are 1200.",
    NotANumber.ABOUT: "Type the number alone; that it is an estimate can be said at {estimated}.",
    NotANumber.BOUND: "Type the number alone. Where the exact figure may not be published, leave the cell empty and say so at "
    "{missing}.",
    NotANumber.TWO: "Type one number, the result itself.",
    NotANumber.NOTE: "Type the number alone, and put a note into the commentary.",
    NotANumber.PROVISIONAL: "Type the number alone; that it is provisional can be said at {provisional}.",
    **_SIGNS,
    NotANumber.ZERO: "Type 0 where there were none.",
}
"""What to type in place of what is not a number, by the slip that was made; in a return."""

TARGET_HINTS = {
    NotANumber.COMMA: "Write decimals with a point, such as 65.4; a comma parts thousands, such as 1,250.",
    NotANumber.TIME: "{one_number}",
    NotANumber.FRACTION: "Write a fraction with a point, such as 1.5 for one and a half.",
    NotANumber.POWER: "Write digits alone, in the measure's unit: as a plain number 1.2E+03 and 1.2k are 1200.",
    NotANumber.BOUND: "A target includes the number that it names, and this leaves it out: write the last number that is still on "
    "target. The column Polarity says which way is better.",
    **_SIGNS,
    NotANumber.TWO: "Write one number; for a target from one number to another the Kind is range.",
    NotANumber.NONE: "Leave the cell empty where there is no target.",
    NotANumber.ZERO: "Write 0 for none.",
}
"""What to write in place of what is not a target, by the slip that was made; in the register."""

TARGET_FAULTS = {
    "FIG05": (
        "is it {percent}%, or {found}%?",
        "If it is {percent}%, write {percent}%. If {found}% is right, write it with its sign: {found}%.",
    ),
    "FIG09": (
        "it is not a figure for a measure that is counted in {unit}.",
        "Write the number on its own, in {unit}. If the cell goes on showing it otherwise, give it the number format General.",
    ),
    "FIG12": (
        "that is shown in place of a number.",
        "Give the cell the number format General, and write the target in it.",
    ),
    "FIG13": (
        "it is shown as {how}, so that what is meant cannot be told for certain.",
        "Give the cell the number format General, and write the target in full, such as 65.4.",
    ),
    "FIG14": (
        "“{raised}” is raised or lowered, as a power or the mark of a note is.",
        "Write the target alone, in full and in plain digits.",
    ),
    "FIG15": ("“{struck}” is struck out.", "Write what holds now, with no line through it; or empty the cell."),
    "ANS03": ("it is shown without its {lacks}.", "Write day, month and year, such as 31/03/2019."),
    "ANS04": ("the month is shown before the day.", "Write the day first, such as 31/03/2019."),
    "FIG01": (
        "it is not a figure for a measure of kind “{kind}”.",
        "{hint}",
    ),
    "BOUND": (
        "it says “{bound}”, but the column Polarity says “{polarity}”.",
        "Correct the one that is wrong; a target alone, such as {target}, needs no such word.",
    ),
}
"""What is wrong with a target that is not understood, by the code that a figure in a return has for it, or BOUND."""

FIGURES_CATALOGUE = {
    # Answers
    "FIG01": error(
        "“{label}” is {what}“{found}”, which is not a number.",
        "Enter a number on its own, such as 65.4. {hint}If there is no figure, leave the cell empty and say why at {missing}.",
    ),
    "FIG02": error(
        "“{label}” shows the error {found}.",
        "Type the answer itself in place of the formula.",
    ),
    "FIG03": error(
        "“{label}” holds a formula whose result was never saved.",
        "Type the answer itself in place of the formula; or, in the workbook that has the formula, press F9 and save.",
    ),
    "FIG04": error(
        "“{label}” is empty.",
        "Enter the figure; or say at {missing} why there is none; or state the status at {status} and the reason at {reason}.",
    ),
    "FIG05": error(
        "“{label}” is {found}, although the unit is %: is it {percent}%, or {found}%?",
        "If it is {percent}%, type {percent}. If {found}% is right, type it with its sign: {found}%.",
    ),
    "FIG06": error(
        "“{label}” is {found}, which is too large to be a figure for this measure.",
        "Enter the figure with at most 15 digits.",
    ),
    "FIG07": error(
        "The target for {half} is 0, so the miss cannot be given as a percentage of it and no status can be worked out.",
        "If the target is wrong, the performance team corrects the register; if it is right, state the status at {status} "
        "and the reason at {reason}. A target that is only printed as 0 needs more decimals in the register.",
    ),
    "FIG08": warning(
        "As printed ({shown}), {half} is {status}; the figure as entered ({entered}) would be {other}.",
        "The printed figure decides. If that is not what you mean, give the measure more decimals in the register.",
    ),
    "FIG09": error(
        "“{label}” is “{found}”, but this measure is counted in {unit}.",
        "Enter the number on its own, in {unit}. If the cell goes on showing it otherwise, give it the number format General.",
    ),
    "FIG10": warning(
        "There is no target for {half}, so no status can be worked out.",
        "If there should be one, the performance team adds it to the register.",
    ),
    "FIG11": error(
        "“{label}” is {found}, but this measure is a milestone, whose result is a word.",
        "Enter the milestone's word, such as Completed.",
    ),
    "FIG12": error(
        "“{label}” shows {found} in place of a number.",
        "If the figure may be published, give the cell the number format General and type it. If it may not, empty the cell "
        "and say why at {missing}.",
    ),
    "FIG13": error(
        "“{label}” shows “{found}”, which is {how}, so that what is meant cannot be told for certain.",
        "Give the cell the number format General, and type the figure in full, such as 65.4.",
    ),
    "FIG14": error(
        "“{label}” is “{found}”, in which “{raised}” is raised or lowered, as a power or the mark of a note is.",
        "Type the number alone, in full and in plain digits, and put a note into the commentary.",
    ),
    "FIG15": error(
        "“{label}” is “{found}”, in which “{struck}” is struck out.",
        "Type what holds now, with no line through it; if nothing does, empty the cell.",
    ),
    "FIG16": warning(
        "“{label}” is {found} here, but {who} says {returned}.",
        "The figure in this form was used. If it has changed since, give the new one at {revised}; if this form is "
        "older than that figure, the performance team can issue a fresh one.",
    ),
    "FIG30": warning(
        "“{label}” is not used: the figure for {period} was suppressed in that {period_word}.",
        "If it may be published now, the performance team takes the reason out of that {period_word}'s return, and builds "
        "that {period_word}'s report again.",
    ),
    "FIG31": warning(
        "The outturn cannot be worked out: it is the {so_far} of the year's results, and none is known for {periods}.",
        "Put the returns of those periods back into their folders, or add their figures to the history (scorecard import). To have the form ask for the outturn, write “asked” under Year to date in the register, and issue it again.",
    ),
    "ANS01": error("“{label}” is “{found}”, which is not in the list.{suggestion}", "Choose one of: {choices}."),
    "ANS02": error("“{label}” is “{found}”, which is not a date.", "Enter a date such as 31/01/2019."),
    "ANS03": error(
        "“{label}” shows “{found}”, a date without its {lacks}.",
        "Enter day, month and year, such as 31/01/2019; if the cell goes on showing it otherwise, give it a date format that "
        "shows them.",
    ),
    "ANS04": error(
        "“{label}” shows “{found}”, with the month before the day, which reads as another day.",
        "Enter the day first, such as 31/01/2019; if the cell goes on showing it otherwise, give it the date format of the UK.",
    ),
    # Queries: to be put right, or explained in the note to the team
    "QRY01": warning(
        "“{label}” is {found}, which is more than 100%.",
        "Correct it, or explain it in the note at {note}. The note is not published.",
    ),
    "QRY02": warning(
        "“{label}” is {found}; {period} was {before}: a change of more than half.",
        "Correct it, or explain it in the note at {note}. The note is not published.",
    ),
    "QRY03": warning(
        "“{label}” is {found}, but the result so far is {result}, and a figure that adds up over the year cannot fall.",
        "Correct it, or explain it in the note at {note}. The note is not published.",
    ),
    "QRY04": warning(
        "“{label}” is {found}, which is {size} its target of {target}{instead}.",
        "Correct it, or explain it in the note at {note}. The note is not published.",
    ),
    "QRY05": warning(
        "“{label}” is {found}, which is {when}.",
        "Correct it, or explain it in the note at {note}. The note is not published.",
    ),
    "QRY07": warning(
        "“{label}” is {found}. That needs {needs}; {reached}.",
        "Correct it, or say in the note at {note} what will be different. The note is not published.",
    ),
    "QRY08": warning(
        "“{label}” is {found}, and nothing is written under {labels} of what will bring it about.",
        "Write what will be done, by whom and when; or explain it in the note at {note}. The note is not published.",
    ),
    "QRY09": warning(
        "“{label}” is {found}, and {period} ended on {ended}: the figure of that period does not show it.",
        "Correct the day; or explain it in the note at {note}. The note is not published.",
    ),
    "QRY10": warning(
        "“{label}” is {found}, but on {year_end} it is forecast to be {forecast}, which is {status}.",
        "Correct the day or the forecast; or explain it in the note at {note}. The note is not published.",
    ),
    "QRY11": warning(
        "“{label}” is {found}, and the forecast is {forecast}. That needs {needs}; {reached}.",
        "Choose another, correct the forecast, or say in the note at {note} what will be different. The note is not published.",
    ),
    "QRY06": warning(
        "“{label}” shows “{shown}”, rounded; the cell holds more, and the report prints {found}.",
        "If what is shown is meant, type that over it; if not, explain it in the note at {note}. The note is not published.",
    ),
}
