"""The list in its workbook: found, its rows sorted out, its columns known."""
