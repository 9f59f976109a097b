"""A planned workbook as the bytes of an .xlsx file, written as XML: no library is as quick."""
