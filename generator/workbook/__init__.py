"""Reading, issuing and describing the workbooks that officers fill."""
