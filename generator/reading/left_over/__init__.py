"""What somebody put into a workbook outside its answers: found, and told of with its place."""
