"""What is said when a council's own list is read: why it cannot be, and what stands in the way of a register."""

from generator.model.messages.wording import error

IMPORTS_CATALOGUE = {
    "IMP01": error("The mapping file is wrong: {fault}", "{remedy}"),
    "IMP02": error(
        "Neither a list of measures was found nor past figures: no row has at least two headings that are known, such as Ref, Measure, Directorate or Target{seen}, and none names periods beside measures of the register.",
        'For past figures, write the periods like Q1 2024/25. For a list, give the columns a row of headings; or name it in {mapping}, with lines like: sheets = ["KPIs"], heading_rows = [4], and under [columns] which heading is the Title.',
    ),
    "IMP03": error(
        "{register} has {count} already, so it was left as it is, and nothing was written.",
        "To put the list in its place, run the same command with --replace: what is there now is kept beside it, under another name. To see what would be written, add --dry-run.",
    ),
    "IMP04": error(
        "The list is in another format ({detail}), and LibreOffice, which could convert it, is not installed here.",
        "Open it in Excel or LibreOffice, choose Save As, save it as an Excel Workbook (.xlsx), and import that.",
    ),
    "IMP05": error(
        "LibreOffice could not convert the list ({detail}).",
        "Open it in Excel or LibreOffice, choose Save As, save it as an Excel Workbook (.xlsx), and import that.",
    ),
    "IMP06": error(
        "The file cannot be read as a table of comma-separated values: {detail}.",
        "Open it in Excel, look whether every column is right, choose Save As, save it as an Excel Workbook (.xlsx), and import that.",
    ),
    "IMP07": error(
        "The list is far larger than a list of measures can be ({detail}).",
        "Delete sheets, pictures and formatting that do not belong to it (rows below the list, and columns beside it, too), and save it again.",
    ),
    "IMP08": error(
        "The list has headings in row {row}, but no measures: no row below has a title and something more.",
        "Look whether that is the row of the headings; if not, name the right one in {mapping}, with a line like: heading_rows = [4].",
    ),
    "IMP10": error(
        "This has figures of {periods}, but none of its measures is in the register, so nothing was recorded: {named}.{suggestion}",
        "Write the codes or titles as the register has them, or put the old codes under Aliases there. If your measures are not in the register yet, import your list of measures first. If this is that list: scorecard import --as list",
    ),
    "IMP11": error(
        "No figure of an earlier period was found: the headings over or beside the figures must name a period, such as a quarter, with its year, and the rows or columns must have codes or titles of the register.",
        "Write the periods like Q1 2024/25, in one row or column. To read the file as a list of measures, add --as list.",
    ),
    "IMP12": error("The report in Word cannot be read: {fault}.", "{remedy}"),
    "IMP13": error(
        "The report does not say which {word} it is of: no line of its title and headings names just one, nor does the file’s name.",
        "Write it into the title or the file’s name, such as Performance report 2024-25 Q1, and import it again.",
    ),
    "IMP14": error(
        "The report is of {period} (“{words}”), which is not past: {now} is reported now.",
        "Import reports of earlier periods. If that is the wrong period, write the right one into the report’s title, or into the file’s name where the title has none.",
    ),
    "IMP15": error(
        "No figure and no commentary on a measure of the register was found in the report{seen}.{suggestion}",
        "A row, or a heading, must name each measure by its code or title, and headings must say what is target, result, status and commentary. A summary has none of these: take the full report. If your measures are not in the register yet, import your list of measures first.",
    ),
    "IMP09": error(
        "This is no workbook with a list of measures, but {detail}.",
        "Name your list: an Excel workbook (.xlsx); .xls and .ods are read where LibreOffice is installed. An old report is to be a Word document (.docx). If it is in an archive, unpack that first.",
    ),
}
