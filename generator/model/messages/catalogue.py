"""Every message that a check can give, but for those on commentary: what is wrong, and how to put it right."""

from generator.model.messages.on_actions import ACTIONS_CATALOGUE
from generator.model.messages.on_closed_periods import PERIODS_CATALOGUE
from generator.model.messages.on_commentary import READERS_CATALOGUE
from generator.model.messages.on_figures import FIGURES_CATALOGUE
from generator.model.messages.on_imports import IMPORTS_CATALOGUE
from generator.model.messages.wording import error, warning

_SAVE_AS = "Open it in Excel, choose Save As, and save it as an Excel Workbook (.xlsx)."
_CONVERTED = f"{_SAVE_AS} Where LibreOffice is installed beside this program, such files are read as they are, unless they are damaged or protected by a password."


_ISSUE_AGAIN = "Copy the answers into a fresh form; the performance team can issue one."


CATALOGUE = {
    # The file
    "FILE01": error(
        "The file is empty.",
        "Save the workbook again, or copy it again from where it came from; if that is OneDrive or iCloud, download it first.",
    ),
    "FILE02": error(
        "The workbook is protected by a password, so it cannot be read.",
        "Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, clear the password, and save.",
    ),
    "FILE03": error("The file is in another format of Excel: {detail}.", _CONVERTED),
    "FILE04": error("The file is an OpenDocument spreadsheet (.ods, .fods).", _CONVERTED),
    "FILE05": error("The file is a web page, not a workbook.", _SAVE_AS),
    "FILE06": error("The file is plain text (such as CSV), not a workbook.", _ISSUE_AGAIN),
    "FILE07": error(
        "The file is not an Excel workbook, but {detail}.",
        "Take it out of the folder, or put the right file in its place. If it is somebody's return, copy its answers into their form.",
    ),
    "FILE08": error(
        "The workbook is damaged and cannot be read ({detail}).",
        "Open it in Excel, let Excel repair it, check the answers, and save; or copy it again from where it came from.",
    ),
    "FILE09": error(
        "The workbook is far larger than a return can be ({detail}).",
        "Delete sheets, pictures and formatting that do not belong to the form, and save it again.",
    ),
    "FILE10": error(
        "The workbook holds something that no spreadsheet program writes ({detail}), so it was not opened.",
        "Do not use this file. Ask the officer for the original, and tell whoever looks after IT security.",
    ),
    "FILE11": error(
        "The file cannot be opened ({detail}).",
        "Close it if it is open, check that you may read it, and try again.",
    ),
    "FILE12": error(
        "The file is not plain text in UTF-8.", "Save it again as UTF-8; in Notepad, choose that encoding in Save As."
    ),
    "FILE13": error("There is no such file.", "Check the name; put it in quotation marks if it has spaces."),
    "FILE14": error(
        "This is {what}, though its name is that of a workbook.",
        "Take it out of the folder; if a return was meant, put the workbook itself there.",
    ),
    "FILE15": error(
        "The file was being changed while it was read, again and again.",
        "Wait until it is saved and copied, and try again.",
    ),
    "FILE16": error(
        "The file is kept online (in OneDrive or iCloud, for example), and could not be fetched.",
        "In the file's menu choose “Always keep on this device” or “Download”, wait for it, and try again.",
    ),
    "FILE17": warning("This is {what}, so it was not read, though it lies among the returns.", "{advice}"),
    "FILE18": error(
        "This folder cannot be opened ({detail}), so the returns in it were not read.",
        "Check that you may read it, or have its files moved to a folder that you may read.",
    ),
    "FILE31": warning(
        "This folder is a link to another place, so what is in it was not read.",
        "Put the returns themselves into the {period_word}'s folder, or take the link away.",
    ),
    "FILE30": error(
        "Something in this file was not foreseen ({detail}), so the file was not used. The other returns were.",
        "Please report this to whoever maintains this program, with the file if you may share it. Until it is mended, copy the answers into a fresh form.",
    ),
    "FILE20": error(
        "The workbook is encrypted by a sensitivity label, so it cannot be read.",
        "Open it in Excel, choose Home > Sensitivity and a label that does not encrypt, and save. There is no password to take away.",
    ),
    "FILE21": error(
        "The file is an archive: {detail}.",
        "Unpack it, and put the workbooks that are in it into the folder in its place.",
    ),
    "FILE22": error(
        "The file was saved by Numbers on a Mac.",
        "Open it in Numbers, choose File > Export To > Excel, and put the workbook that this makes in its place.",
    ),
    # The form
    "FORM01": error(
        "There is no return form in this workbook.",
        "Use the form that the performance team issued. If this file is not a return, take it out of the folder.",
    ),
    "FORM02": error(
        "The form says it is version “{found}”; this program reads version {wanted}.",
        _ISSUE_AGAIN,
    ),
    "FORM03": error(
        "The measure code “{found}” is not in the register.{suggestion}",
        "Check the code with the performance team. It is pre-filled, and should not be changed.",
    ),
    "FORM04": error(
        "This return is for {found}, but the report is for {wanted}.",
        "Put it in the folder of its own {period_word}, or fill in the form that was issued for {wanted}.",
    ),
    "FORM05": error(
        "There is more than one return for {measure}: this one, and {files}.",
        "{advice}",
    ),
    "FORM06": error(
        "The row of {question}, “{label}”, is missing from the form.",
        "Copy the answers into a fresh form: scorecard issue makes one, or the performance team.",
    ),
    "FORM07": warning(
        "“{label}”, {question}, was answered here, but its name in the workbook points to {other}.",
        "Nothing is lost: the answer in this row was used. Cutting and pasting does this; copy and paste instead.",
    ),
    "FORM08": warning(
        "“{text}” stands beside no question of the form, so it is not in the report.",
        "Move it into an answer cell, or delete it if it is a note to yourself.",
    ),
    "FORM09": error(
        "“{label}” says {found} here, but the register says {wanted}.",
        "The performance team puts the register right, or issues the form again. Targets of another year stand in its sheet Targets. A target that was changed within the year needs a row in the register's sheet Target changes, with what the form says under From, and the register's under To.",
    ),
    "FORM32": warning(
        "“{label}” says “{found}” here, but the register says “{wanted}”. The report has what the register says.",
        "Where the register or the scheme was changed since the form went out, nothing need be done here. Otherwise put the form's words back; if the register is out of date, tell the performance team.",
    ),
    "FORM10": warning(
        "{measure} is not due this {period_word}, but a return was received.",
        "It is in the report. If that is not wanted, take the file out of the folder.",
    ),
    "FORM11": error(
        "“{label}”, {question}, is answered more than once: {cells}.",
        "Keep one row for each question and delete the other.",
    ),
    "FORM12": error(
        "“{label}” is empty. It was filled in when the form was issued.",
        _ISSUE_AGAIN,
    ),
    "FORM13": warning(
        "This sheet{hidden} is not part of the form, so what is on it was not read{said}.",
        "Move what belongs in the report into the form's answer cells, and delete the sheet.",
    ),
    "FORM14": warning(
        "There is text to the right of the form ({cells}), which was not read: “{text}”.",
        "Move what belongs in the report into the form's answer cells, and delete the rest.",
    ),
    "FORM30": error(
        "The answers have {count} characters in {lines} lines, which is more than a report can hold: at most {most} characters in {most_lines} lines.",
        "Look for something that was pasted by mistake. Keep what the committee needs to know, and put the rest into a document of its own.",
    ),
    "FORM31": warning(
        "“{label}” says {found} here; it was changed to {wanted} on {on}, as the register says.",
        "The result is held against {wanted}, and the report tells of the change. Nothing need be done.",
    ),
    "FORM15": warning(
        "“{text}” was written here, but this cell is not for answers, so it was not read.",
        "Move what belongs in the report into an answer cell, and clear this one.",
    ),
    "FORM16": warning(
        "Beside the lines of “{label}” stand further columns ({cells}), which were not read: “{text}”.",
        "If a table was pasted: write out in the answer cells what readers need from it, a line each, and clear the other columns.",
    ),
    "FORM17": warning(
        "There is a note here, which was not read{said}.",
        "Write what belongs in the report into an answer cell, what only the performance team should know into the note to them, and delete this one.",
    ),
    "FORM18": warning(
        "There is {what}, which was not read{said}.",
        "Write what belongs in the report into the form's answer cells, and delete it.",
    ),
    "FORM19": warning(
        "“{text}” is a link to {address}, and the report has the words without the address.",
        "If readers need it, write the address out among the words; then take the link away.",
    ),
    "FORM20": warning(
        "The sheet has a header or footer, which was not read: “{text}”.",
        "Write what belongs in the report into the form's answer cells, and delete the header or footer.",
    ),
    "FORM21": warning(
        "{what} of the form is hidden, but what is in it was read as an answer{said}.",
        "If it belongs in the report, show it again, so that whoever approves the form sees it; if not, clear it.",
    ),
    "FORM22": error(
        "The form is empty, but there is {things}.",
        "Copy what belongs in the report into the form's answer cells. If nothing was meant by it, delete it.",
    ),
    "FORM23": error(
        "The form for {measure} is on the sheet “{sheet}”, which is hidden, so nobody has seen what would be published.",
        "{remedy}",
    ),
    "FORM24": warning(
        "The rows of question {number}, “{label}”, are out of order, and some have lost their keys, so the lines stand as the rows do.",
        "Check the order of the lines, or copy them into a fresh form.",
    ),
    "FORM25": error(
        "“{label}” is a picture in its cell, which cannot be read.",
        "Type the answer itself in place of the picture, and describe in words what the picture shows.",
    ),
    "FORM26": error(
        "In “{label}”, “{struck}” is struck out.",
        "Delete what is struck out; or, if it is meant, take the line away from the words.",
    ),
    "FORM27": error(
        "“{label}” holds “{text}”, but its number format shows nothing of it.",
        "If it belongs in the report, give the cell the number format Text, so that everybody sees it; if not, clear the cell.",
    ),
    "FORM33": warning(
        "“{label}” is not asked any more, so what was answered is not in the report: “{text}”.",
        "Move what belongs in the report to another question. If it is to be asked still, the performance team puts it back into the settings.",
    ),
    "FORM34": warning(
        "“{label}” is asked now, but was not when this form was issued.",
        "The performance team issues the form again. A copy with the answers given so far is made by: scorecard check --annotate",
    ),
    "FORM35": warning(
        "“{label}”, {question}, was asked otherwise when this form was issued: {how}.",
        "Check that what was answered still holds, or issue the form again.",
    ),
    "FORM36": error(
        "Nothing is asked about “{found}”, or the register has no such group.{suggestion}",
        "Check the name with the performance team. It is pre-filled, and should not be changed.",
    ),
    "FORM37": warning(
        "This is issue {number} of the form of {measure}. Issue {later} of it is there too, and was read in its place: {file}.",
        "Nothing need be done: when the period is closed, this file is moved to inputs/superseded. If it is the right one after all, take the other out of the folder.",
    ),
    # Statuses and direction
    "STAT01": error("“{label}” is {found}, but no reason is given.", "Say why at {reason}, or clear {cell}."),
    "STAT02": error(
        "The status of {half} is stated as {stated}, although the figures give one: {worked}.",
        "Clear {cell}: what the figures give is what counts. If a figure is wrong, correct it; if the figures mislead, say so in the commentary.",
    ),
    "STAT03": warning(
        "A reason is given, but no status or direction is stated with it.",
        "Choose one at {answer}, or clear this cell.",
    ),
    "STAT04": error(
        "The status of {half} cannot be worked out: {why}.",
        "State the status at {status} and the reason at {reason}; or ask the performance team to put the register right.",
    ),
    "STAT05": warning(
        "This was due on {due}, and is not reported as done by {by}: it is overdue by {days}.",
        "If it was done, enter {what} at {cell}. If it was not, the report says that it is overdue, and the commentary says why.",
    ),
    "STAT06": warning(
        "The scheme asks for the last status of {measures}, and none is known: their status was worked out as if it had been none of those asked for.",
        "Close {period} if its report was published, or bring its statuses into the history. The first time that this scheme is used, there is nothing to do.",
    ),
    "STAT07": error(
        "“{label}” is “{found}”, which is not among the milestones of the status scheme.{suggestion}",
        "Choose one of: {choices}; or state the status at {status} and the reason at {reason}.",
    ),
    # Narratives and sign-off
    "NARR01": error(
        "“{label}” is empty, but {why}.",
        "{how}; or name at {same_as} a measure whose commentary also holds here.",
    ),
    "NARR02": error(
        "“{found}” is not a measure of this report.{suggestion}",
        "Give the code of a measure that was returned this {period_word}.",
    ),
    "NARR03": error(
        "{measure} takes its commentary from {found}, which leads back to {measure}.",
        "Write the commentary of one of them, and clear its answer here.",
    ),
    "NARR04": error(
        "“{label}” is empty here, and {found}, whose commentary this measure shares, has none either.",
        "Write it here, or there.",
    ),
    "NARR05": error(
        "“{found}” is meant to be filled in, but there is no such figure.{suggestion}",
        "Write one of: {known}, each between {{{{ and }}}}. Nothing can be worked out between them.",
    ),
    "NARR06": error(
        "“{found}” cannot be filled in: this return has no {absent}.",
        "Write the words without it, or give the figure at its own question.",
    ),
    "NARR07": error(
        "Words here are marked as not for the public, but a [[ or a ]] is missing.",
        "Put [[ before those words and ]] after them, in the same paragraph.",
    ),
    "NARR08": warning(
        "This measure is not an exception, so what is written under {labels} is not printed.",
        "Nothing need be done. If it should be, the performance team can have the report list all measures.",
    ),
    "NARR09": error("“{label}” is empty, but {why}.", "{how}."),
    "NARR10": error(
        "“{found}” cannot be filled in here: only a measure's own form has figures.",
        "Write the figure itself, or the words without it.",
    ),
    "NARR11": warning(
        "“{label}” is full to its last row, and “{next}” begins in the row below: does one text run on into the other?",
        "Move what does not belong there, two paragraphs to a row if need be; or say in the note at {note} that it is right.",
    ),
    "SIGN01": error("“{label}” is empty.", "Enter the name."),
    "SIGN02": warning(
        "The return was completed on {completed}, after it was approved on {approved}.",
        "Ask {approver} to approve it as it stands now, and enter the new date; or correct the date that is wrong.",
    ),
    "SIGN03": warning(
        "The answers have changed since {approver} approved them{approved}: they are not those of the last build.",
        "Ask {approver} to approve them as they stand now, and enter the new date at {cell}.",
    ),
    # Completeness
    "MISS01": error(
        "No return was received for {measure}.",
        "Put the filled-in workbook into {folder}; {until_then} the report lists it as not received.",
    ),
    # The team's own files
    "SET01": error(
        "There is no setting called “{found}”.{suggestion}",
        "Correct or delete it. The settings are: {known}.",
    ),
    "SET02": error("The setting “{key}” is missing.", "Add it, for example: {example}"),
    "SET03": error("The setting “{key}” is wrong: {fault}", "Write it like this: {example}"),
    "SET04": error(
        "The settings cannot be read: {fault}",
        'Correct that line. Texts stand in straight double quotes: key = "text"; a date is 2025-02-11.',
    ),
    "SET06": error(
        "The logo “{found}” cannot be used: {fault}.",
        "Put a picture into the project folder, and name it from there, such as templates/logo.svg.",
    ),
    "SET07": error(
        "The setting “{key}” asks for {library}, which is not installed.",
        'Install it with: pip install "council-scorecard[language]"; or write {key} = false.',
    ),
    "SET12": error(
        "The setting “nation” is {nation}, but the list of bank holidays is not installed.",
        'Install it with: pip install "council-scorecard[holidays]"; or delete the line, and list the days yourself: bank_holidays = [2026-12-25, 2026-12-28].',
    ),
    "SET13": error(
        "The bank holidays of {nation} in {year} are not in the list that is installed.",
        "Install a later one with: pip install --upgrade govuk-bank-holidays; or list the days yourself under bank_holidays.",
    ),
    "SET05": error(
        "The setting “{key}” stands under the heading [{table}], so it does not count.",
        "Move its line above the first heading in square brackets.",
    ),
    "SET08": error(
        "The settings cannot be read: {fault}",
        "Take out what does not belong there: each setting needs a line or two.",
    ),
    "SET09": error(
        "From this line on, {count} more settings are {kind}.",
        "Correct those that are named, then run the command again.",
    ),
    "SET14": error(
        "The setting “working_days_before_meeting” counts back from the meeting, but {fault}.",
        "Under [committee], give the day of the meeting that this report goes to, like meeting = 2018-12-04; or count from the period's end, with working_days_to_return.",
    ),
    "SET10": error(
        "The report “{report}” selects “{found}”, which no measure of the register has under “{column}”.{suggestion}",
        "Correct it in scorecard.toml or in the register. That column has: {known}.",
    ),
    "SET11": warning(
        "The meeting under {heading} is on {meeting}, before {period} ends on {end}.",
        "Set the day of the meeting that this report goes to, or take the line out.",
    ),
    "SCH01": error("The status scheme is wrong: {fault}", "{remedy}"),
    "SCH02": error(
        "There is no status scheme called “{found}”.{suggestion}",
        "Choose one of: {known}; or give the path of a scheme file.",
    ),
    "SCH03": error(
        "The status scheme “{found}” lies outside the project folder, so it is not read.",
        "Put a copy of its file into templates/schemes/ in the project folder, and name that.",
    ),
    "REG01": error("The register cannot be used: {fault}", "{remedy}"),
    "REG02": error(
        "The register has no column “{header}”.{suggestion}", "Add a column with that heading in row {row}."
    ),
    "REG03": error("“{header}” is “{found}”: {fault}", "{remedy}"),
    "REG04": error("The code {code} is already used in row {row}.", "Give every measure a code of its own."),
    "REG05": error("The column “{header}” is there twice.", "Keep one of them, and rename or delete the other."),
    "REG06": warning(
        "“{header}” is {found}, which is {size} “{other}” ({shown}).",
        "Correct the one that is wrong; if both are right, nothing need be done.",
    ),
    "REG07": warning(
        "“{header}” is {found}, which is more than 100%.",
        "Correct it; if it is right, nothing need be done.",
    ),
    "REG08": error(
        "The Kind is {kind}, but the status scheme “{scheme}” cannot rate {kinds}.",
        "Name in the column Scheme one that can: for dates its amounts are in days, and it lists the milestones that it rates (docs/schemes.md shows one for both). Or write “{judgement}” there: then officers state the status each time, with the reason.",
    ),
    "REG09": error(
        "{measure} has no Tolerance, and the status scheme “{scheme}” has none for all: it leaves the tolerance to the register.",
        "Write the tolerance that was agreed for this measure, such as 5% or 3 points.",
    ),
    "REG10": error(
        "“{header}” is “{found}”, which the status scheme “{scheme}” does not list among its milestones.{suggestion}",
        "Write one of: {known}; or add the word to “milestones” in the scheme.",
    ),
    "REG11": warning(
        "“{header}” shows “{shown}”, rounded; the cell holds more, and {found} is used.",
        "If what is shown is meant, type that over it; if not, show more decimals.",
    ),
    "REG12": error(
        "{code} has two rows for {period} of {year}: this one, and row {row}.", "Keep the one that is right."
    ),
    "REG13": warning(
        "This is a target for {found}, but {measure} is not due then.",
        "Correct the period, or when the measure is due (the register's column Due and its sheet Changes); if both are right, nothing need be done.",
    ),
    "REG14": warning(
        "The register has no targets of {year} for {measures}, so those of the sheet Measures were used, which are for {listed}.",
        "Give the targets of {year} in the sheet Targets. Where a measure had none, a row with its code and the year says so.",
    ),
    "REG15": error(
        "The status scheme “{scheme}” asks for the benchmark “{found}”, and the register has none of that name.{suggestion}",
        "Add its rows to the register's sheet Benchmarks, or correct the name in the scheme. Of a set of peers there are “{example} median” and “{example} best quartile”.",
    ),
    "REG16": error(
        "The target is the benchmark “{found}”, and of {measure} the register has none of that name for {period}.{suggestion}",
        "Add a row to the sheet Benchmarks whose period had ended by then and is of the same length or a year; or type the target as a figure.",
    ),
    "REG17": warning(
        "Held against the same targets in {year} as in {before}, and no row says that this was decided: {measures}.",
        "For each, add a row to the sheet Targets with its code, {year} and the target, also where it stays the same (without a target: it has none); or, once {before} is closed, type the new target over the old.",
    ),
    "REG18": error(
        "The status scheme “{scheme}” rates by {amount}, and this measure is counted in {unit}.",
        "Correct the Unit; or give the measure a Tolerance of its own where that is what the scheme says; or name in the column Scheme one that rates by percentages or points. Or write “{judgement}” there: then officers state the status each time, with the reason.",
    ),
    "REG19": error(
        "The form of {period} had the {what} “{found}” of {measure}, and the register has another for that time: its results would be compared with others of another sort.",
        "If it was changed since, say so in the sheet Changes: {heading} under What, the old one under From, and under Date the day from which the new one holds. Otherwise correct the sheet Measures.",
    ),
    "REG20": warning(
        "Of “{peers}” there are {now} for {period}, and {before} for {earlier}: the median and the place are among fewer.",
        "Add the figures of the others for {period}, or delete these rows until all are there.",
    ),
    "REG21": warning(
        "Nothing is read under {headers}: no result is held against what stands there.",
        "If results are to lie between two figures, give the Kind “range” and both as the target, such as 40 to 60. If the one is a minimum and the other an aim, of which the status scheme tells, call the columns Floor and Stretch, or Q1 floor, Q1 stretch and so on (docs/schemes.md). If nothing is to be held against them, nothing need be done.",
    ),
    # The report as it was published
    **ACTIONS_CATALOGUE,
    **PERIODS_CATALOGUE,
    "OUT01": error(
        "There is no manifest here that can be read, so nothing is known of how this report was made.",
        "Build the report again.",
    ),
    "OUT08": error(
        "This note of what the report was made from is not there, cannot be read, or is another report's.",
        "Build the report again.",
    ),
    "OUT02": error("This file of the report is not there, or cannot be read.", "Build the report again."),
    "OUT03": error(
        "This file is not as it was built: somebody has changed it.",
        "Keep the changed file elsewhere if it is wanted, and build the report again.",
    ),
    "OUT04": error(
        "This file does not belong to the report.",
        "Move it elsewhere: the next build takes it away with the old report.",
    ),
    "OUT05": error(
        "The report was made with this file, which is not there any more, or cannot be read.",
        "Put it back, or build the report again without it.",
    ),
    "OUT06": error(
        "This file has changed since the report was made with it.",
        "Build the report again, so that it holds the change.",
    ),
    "OUT07": error(
        "This file has come since the report was made.", "Build the report again, so that it takes it into account."
    ),
    "MORE01": warning(
        "There are {count} more of {kind}, which are not listed.",
        "Put right those that are listed, and what is like them; then check again.",
    ),
    "USE01": error("{fault}", "{remedy}"),
    "TEMP02": warning("The template may shut readers out: {fault}", "{remedy}"),
    "TEMP01": error("The template is wrong: {fault}", "{remedy}"),
    **IMPORTS_CATALOGUE,
    **FIGURES_CATALOGUE,
    **READERS_CATALOGUE,
}
