"""The messages on actions that are followed up."""

from generator.model.messages.wording import error, warning

ACTIONS_CATALOGUE = {
    "ACT01": warning(
        "Nothing is said of the action “{action}”{due}.",
        "Say on its row how far it is. Otherwise the report says that it was not reported on.",
    ),
    "ACT02": error(
        "The action “{action}” was to be done by {before}, and is now to be done by {now}; no reason is given.",
        "Say in the column “{column}” why its date moved, or put the date back.",
    ),
    "ACT03": error(
        "The action “{action}” is withdrawn, and no reason is given.",
        "Say in the column “{column}” why nothing more will be done.",
    ),
    "ACT04": error(
        "“{found}” stands under “{label}”, and is no percentage from 0 to 100.",
        "Write a number such as 40, or leave the cell empty.",
    ),
    "ACT05": error(
        "Something is said of the action “{action}”, but not its state.",
        "Choose one in the column “{column}”: {states}.",
    ),
    "ACT06": error(
        "A new action has no {lacks}.",
        "Say what will be done, and by when; or clear the row.",
    ),
    "ACT07": warning(
        "What is said here of “{action}” was not read: no such action is open.",
        "If it is to be followed up, write it into one of the empty rows.",
    ),
    "ACT08": warning(
        "The action “{action}” has the state {state}, and {percent}% of it is done.",
        "Look which of the two is right.",
    ),
    "ACT09": warning(
        "{measure} is an exception, and no action that is open has a date by which it will be done.",
        "Add one on the sheet of actions: what will be done, who does it, and by when.",
    ),
    "ACT10": error(
        "The words under “{label}” have {count} characters, and {most} are the most.",
        "Say it in fewer words; what is more belongs into the commentary.",
    ),
    "ACT11": warning(
        "The action “{action}” has the state {state}, but was to be done by {due}: the report says that it is late.",
        "If it is done, say so. If not, give a new date and the reason.",
    ),
    "ACT12": error(
        "The action “{action}” stands in two rows.",
        "Clear one of them, or say what is different in the other.",
    ),
    "ACT13": warning(
        "The register says that “{action}” is to be done by {found}, but it is followed up with other dates: {known}.",
        "A date moves in the officer's form, with its reason. Put the register's date back as it was first promised.",
    ),
    "ACT14": error(
        "“{found}” stands in a row of the action “{action}”, so it was not read as an action of its own.",
        "Put the words of that action back, or clear the row if it is a copy. A new action goes into an empty row.",
    ),
    "ACT15": warning(
        "The form has no row for the action “{action}”, so nothing is said of it.",
        "Write its words into an empty row and say how far it is, or have the form issued again. Otherwise the report says that it was not reported on.",
    ),
    "ACT16": warning(
        "The action “{action}” is still open, and no form asks for it: there is no {subject} any more.",
        "Where a measure's code has changed, write the old one under Aliases. Else promise the action anew in the register, for what it is for now; and end this one: copy its last line in inputs/actions.csv to the file's end, with the State Withdrawn and a Reason.",
    ),
    "ACT17": warning(
        "The action “{action}” has the state {state}, but {parts} still to be done.",
        "Say of each part that it is done or withdrawn, or say how far the whole is.",
    ),
    "ACT18": error(
        "“{found}” stands under “Part of”, but {fault}.",
        "Choose a whole action of this sheet, or clear the cell. What a promised action is part of is changed in the register.",
    ),
}
"""Every one of them, by its rule."""
