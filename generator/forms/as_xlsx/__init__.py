"""A planned workbook as the bytes of an .xlsx file: its frame with openpyxl, its cells as XML."""
