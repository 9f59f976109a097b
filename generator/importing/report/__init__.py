"""An old report in Word: its text and tables read, its words understood, its figures and commentary found."""
